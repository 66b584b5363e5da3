import Acts
import Catalogue
import Register
import Tabular
import Testing

@Suite("The rule on the schema that is claimed") struct SchemaRuleTests {
  private func publish(_ rows: String, schema: String?, in folder: DataFolder) async throws -> Publication {
    let platform = try await folder.ready()
    let header = "COMMUNE_NOM,COLL_INSEE,ENFANT_SEXE,ENFANT_PRENOM,NOMBRE_OCCURRENCES,ANNEE\n"
    let file = try folder.file("prenoms.csv", rows.hasPrefix("!") ? String(rows.dropFirst()) : header + rows)
    var request = PublicationRequest(
      file: file,
      organization: "mairie",
      title: "Prénoms",
      access: .restricted
    )
    request.changing.schema = schema
    return try await platform.publish(request, as: .command)
  }

  private func verdict(_ publication: Publication) -> Verdict? {
    publication.assessments.first { $0.rule == "publication.schema" }?.verdict
  }

  private static let valid = "Vif,38545,F,Louise,5,2024\nVif,38545,M,Gabriel,7,2024\n"

  @Test("is compliant for a table that follows it, and the version keeps the check")
  func respected() async throws {
    let folder = try DataFolder()
    let published = try await publish(Self.valid, schema: "scdl/prenoms", in: folder)
    #expect(verdict(published) == .compliant)
    #expect(published.version.schemaCheck?.schema == "scdl/prenoms")
    #expect(published.version.schemaCheck?.cells == 12)
    #expect(published.version.schemaCheck?.invalidCells == 0)
  }

  @Test("does not apply where none is claimed, and is unknown for one that is not known here")
  func none() async throws {
    let folder = try DataFolder()
    #expect(verdict(try await publish(Self.valid, schema: nil, in: folder)) == .notApplicable)
    let other = try DataFolder()
    #expect(verdict(try await publish(Self.valid, schema: "exemple/inconnu", in: other)) == .unknown)
  }

  @Test(
    "refuses a table that lacks a column, or has too many faults",
    arguments: ["!COLL_INSEE,ANNEE\n38545,2024\n", "Vif,38545,Z,Louise,cinq,2024\n"]
  )
  func refused(_ rows: String) async throws {
    let folder = try DataFolder()
    await #expect(throws: (any Error).self) {
      try await publish(rows, schema: "scdl/prenoms", in: folder)
    }
  }
}
