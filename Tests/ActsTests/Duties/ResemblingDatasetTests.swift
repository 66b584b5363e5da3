import Acts
import Catalogue
import Governance
import Messages
import Register
import Testing

@Suite("Datasets that look like an expected schema") struct ResemblingDatasetTests {
  private static let columns = ["COLL_INSEE", "ENFANT_SEXE", "ENFANT_PRENOM", "NOMBRE_OCCURRENCES", "ANNEE"]

  /// What the duty of the common core says of a commune with a dataset of these columns.
  private static func told(_ columns: [String]) async throws -> Bilingual {
    let cast = try await Cast()
    var facts = BodyFacts(
      id: "b",
      organization: "ville",
      title: "Ville",
      keeping: Keeping(status: .current, createdAt: cast.platform.now)
    )
    (facts.type, facts.population, facts.staff) = (.commune, 12_000, 200)
    try await cast.platform.perform(Kept(facts), as: .command)
    let whole = ["49007,F,Jade,4,2024", "49007,M,Jules,5,2024"]
    let rows = columns.count == 5 ? whole : ["49007,F,4,2024", "49007,M,5,2024"]
    let file = try cast.folder.file(
      "p.csv",
      ([columns.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
    )
    try await cast.platform.publish(
      PublicationRequest(
        file: file,
        dataset: "prenoms",
        organization: "ville",
        title: "Les prénoms",
        licence: "lov2"
      ),
      as: .command
    )
    let book = DutyBook(of: "ville", in: cast.platform.state.snapshot, at: cast.platform.now)
    return try #require(book.lines.first { $0.duty.id == "scdl" }).evidence
  }

  @Test("One that has the columns counts, and is told to claim the schema")
  func alike() async throws {
    let said = try await Self.told(Self.columns)
    #expect(said.fr.contains("«\u{A0}Les prénoms\u{A0}» ressemble à scdl/prenoms\u{A0}: déclarez le schéma."))
    #expect(said.en.contains("“Les prénoms” looks like scdl/prenoms: claim the schema."))
    #expect(!said.fr.contains("prénoms (scdl/prenoms)"), "it is not missing")
    #expect(said.fr.contains("délibérations (scdl/deliberations)"))
  }

  @Test("One that lacks a column that each row must fill does not")
  func unlike() async throws {
    let said = try await Self.told(Self.columns.filter { $0 != "ENFANT_PRENOM" })
    #expect(said.fr.contains("prénoms (scdl/prenoms)") && !said.fr.contains("ressemble"))
  }
}
