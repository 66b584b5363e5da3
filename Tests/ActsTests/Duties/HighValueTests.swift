import Acts
import Catalogue
import Governance
import Messages
import Register
import Testing

@Suite("High-value datasets") struct HighValueTests {
  private static func standing(_ cast: Cast) throws -> DutyBook.Line {
    let book = DutyBook(of: "ville", in: cast.platform.state.snapshot, at: cast.platform.now)
    return try #require(book.lines.first { $0.duty.id == "high-value" })
  }

  private static func town() async throws -> Cast {
    let cast = try await Cast()
    var facts = BodyFacts(
      id: "b",
      organization: "ville",
      title: "Ville",
      keeping: Keeping(status: .current, createdAt: cast.platform.now)
    )
    (facts.type, facts.holdsHighValueData) = (.commune, true)
    try await cast.platform.perform(Kept(facts), as: .command)
    try await cast.publish()
    return cast
  }

  @Test("The category is a fact of the dataset, which the duties read and which can be taken back")
  func category() async throws {
    let cast = try await Self.town()
    #expect(try Self.standing(cast).verdict == .unknown)
    try await cast.platform.perform(
      DescribeDataset("arbres", DatasetChanges(highValue: "environment")),
      as: .command
    )
    #expect(cast.platform.state.dataset("arbres")?.highValue == .environment)
    let line = try Self.standing(cast)
    #expect(line.verdict == .compliant)
    #expect(line.evidence.fr.contains("Observation de la Terre et environnement"))
    // Another change leaves it.
    try await cast.platform.perform(DescribeDataset("arbres", DatasetChanges(title: "Arbres")), as: .command)
    #expect(cast.platform.state.dataset("arbres")?.highValue == .environment)
    try await cast.platform.perform(DescribeDataset("arbres", DatasetChanges(highValue: "")), as: .command)
    #expect(cast.platform.state.dataset("arbres")?.highValue == nil)
    #expect(try Self.standing(cast).verdict == .unknown)
  }

  @Test("A category that the regulation has not is refused")
  func unknownCategory() async throws {
    let cast = try await Self.town()
    let code = await cast.refusal(DescribeDataset("arbres", DatasetChanges(highValue: "culture")), .command)
    #expect(code == "dataset.choice")
  }

  @Test("Older descriptions that only bear the keyword are understood", arguments: ["HVD", "forte valeur"])
  func keyword(word: String) async throws {
    let cast = try await Self.town()
    try await cast.platform.perform(DescribeDataset("arbres", DatasetChanges(keywords: [word])), as: .command)
    let line = try Self.standing(cast)
    #expect(line.verdict == .compliant)
    #expect(line.evidence.fr.contains("catégorie à préciser"))
  }

  @Test("A dataset that is not open does not count")
  func restricted() async throws {
    let cast = try await Self.town()
    try await cast.publish("agents", access: .restricted)
    try await cast.platform.perform(
      DescribeDataset("agents", DatasetChanges(highValue: "statistics")),
      as: .command
    )
    #expect(try Self.standing(cast).verdict == .unknown)
  }

  @Test("The six categories have each their concept, and their words")
  func six() {
    #expect(HighValueCategory.allCases.count == 6)
    #expect(Set(HighValueCategory.allCases.map(\.iri)).count == 6)
    for category in HighValueCategory.allCases {
      #expect(category.iri.wholeMatch(of: /http:\/\/data\.europa\.eu\/bna\/c_[0-9a-f]{8}/) != nil)
      #expect(!category.label.fr.isEmpty && !category.examples.en.isEmpty)
    }
  }
}
