import Acts
import Catalogue
import Governance
import Messages
import Register
import Tabular
import Testing

@Suite("The register of processing against the data") struct ActivityColumnTests {
  private static func ready() async throws -> Cast {
    let cast = try await Cast()
    try await cast.platform.publish(
      PublicationRequest(
        file: try cast.folder.file("familles.csv", Sample.people),
        dataset: "familles",
        organization: "voirie",
        title: "Familles",
        licence: "lov2",
        access: .restricted
      ),
      as: .command
    )
    try await cast.publish("arbres")
    return cast
  }

  private static func processing(_ cast: Cast, _ slug: String) throws -> Verdict? {
    let state = cast.platform.state
    let dataset = try #require(state.dataset(slug))
    return state.assessments(of: dataset, on: cast.platform.now).first {
      $0.rule == "publication.processing"
    }?.verdict
  }

  private static func verdicts(_ cast: Cast, _ id: String) throws -> [String: Verdict] {
    let snapshot = cast.platform.state.snapshot
    let sheet = try #require(RegisterKind.processingActivity.sheet(id, in: snapshot))
    let found = RegisterRules.assess(.processingActivity, sheet, in: snapshot, at: cast.platform.now)
    return Dictionary(uniqueKeysWithValues: found.map { ($0.rule, $0.verdict) })
  }

  @Test("A personal column that no activity covers is a fault, in the organisation and those above")
  func uncovered() async throws {
    let cast = try await Self.ready()
    let columns = ["courriel", "nom", "prenom"]
    for organization in ["voirie", "ville", "val"] {
      #expect(
        cast.platform.state.snapshot.uncoveredColumns(of: organization).map(\.column).sorted() == columns
      )
    }
    #expect(cast.platform.state.snapshot.uncoveredColumns(of: "bourg") == [])
    #expect(try Self.processing(cast, "familles") == .nonCompliant)
    #expect(try Self.processing(cast, "arbres") == .notApplicable)
  }

  @Test("An activity covers the columns it names, or the whole dataset when it names none")
  func covered() async throws {
    let cast = try await Self.ready()
    try await FindPersonTests.cover(
      cast,
      "t-1",
      "ville",
      #"{"columns":[{"dataset":"familles","column":"nom","category":"Identité"}],"categories":[{"name":"Identité"}]}"#
    )
    #expect(try Self.processing(cast, "familles") == .nonCompliant)
    #expect(
      cast.platform.state.snapshot.uncoveredColumns(of: "ville").map(\.column).sorted() == [
        "courriel", "prenom",
      ]
    )
    var verdicts = try Self.verdicts(cast, "t-1")
    #expect(verdicts["activity.columns"] == .nonCompliant)
    #expect(verdicts["activity.categories"] == .compliant)
    try await FindPersonTests.cover(cast, "t-2", "ville", #"{"datasets":["familles"]}"#)
    #expect(try Self.processing(cast, "familles") == .compliant)
    #expect(cast.platform.state.snapshot.uncoveredColumns(of: "ville") == [])
    verdicts = try Self.verdicts(cast, "t-1")
    #expect(verdicts["activity.columns"] == .compliant)
    #expect(try Self.verdicts(cast, "t-2")["activity.categories"] == .unknown)
  }

  static let ghosts: [(String, Verdict)] = [
    (#"{"columns":[{"dataset":"familles","column":"fantome","category":"Identité"}]}"#, .unknown),
    (#"{"categories":[{"name":"Santé"}],"columns":[{"dataset":"familles","column":"nom"}]}"#, .unknown),
    (
      #"{"categories":[{"name":"Santé"}],"columns":[{"dataset":"familles","column":"nom","category":"Santé"}]}"#,
      .compliant
    ),
  ]

  @Test("A column that is not there and a category that shows nowhere are unknown", arguments: ghosts)
  func ghost(values: String, verdict: Verdict) async throws {
    let cast = try await Self.ready()
    try await FindPersonTests.cover(cast, "t-1", "ville", values)
    #expect(try Self.verdicts(cast, "t-1")["activity.categories"] == verdict)
  }
}
