import Catalogue
import Foundation
import Lake
import Messages
import Register
import Tabular
import Testing

@testable import Acts

@Suite("Publishing through a recipe") struct RecipePublicationTests {
  private static let protecting = Recipe([
    .dropPersonalColumn("courriel"), .pseudonymise(column: "nom"), .dropPersonalColumn("prenom"),
  ])

  private static func request(_ file: URL, _ recipe: Recipe? = nil) -> PublicationRequest {
    PublicationRequest(
      file: file,
      dataset: "agents",
      organization: "mairie",
      title: "Agents",
      recipe: recipe
    )
  }

  @Test("A personal file passes the gate once its recipe protects it, and the next one is protected alike")
  func protected() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    let file = try folder.file("agents.csv", Sample.people)
    let refusal = await Result.of { try await platform.publish(Self.request(file), as: .command) }
    #expect(throws: (any Error).self) { try refusal.get() }

    let first = try await platform.publish(Self.request(file, Self.protecting), as: .command)
    #expect(first.version.recipe == Self.protecting)
    #expect(first.version.columns.map(\.name) == ["nom"])
    #expect(!first.version.isOriginalPublic)
    let report = try platform.inspection(try #require(first.version.inspection))
    #expect(!String(decoding: try JSONEncoder().encode(report), as: UTF8.self).contains("Tremblay"))
    let table = try platform.lake.table(try #require(first.version.table))
    let pseudonyms = try table.page(after: 0, limit: 20).values.map { $0[0] }
    #expect(pseudonyms.count == 16)

    let longer = try folder.file("agents-2.csv", Sample.people + "Jeanne;Martin;j@exemple.fr\n")
    let second = try await platform.publish(Self.request(longer), as: .command)
    #expect(second.version.number == 2)
    #expect(second.version.recipe == Self.protecting)
    let next = try platform.lake.table(try #require(second.version.table)).page(after: 0, limit: 20)
    #expect(next.values.prefix(16).map { $0[0] } == pseudonyms)
  }

  @Test("A next file whose protected column has another name is refused, not published as it is")
  func renamedColumn() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    let file = try folder.file("agents.csv", Sample.people)
    try await platform.publish(Self.request(file, Self.protecting), as: .command)
    let head = platform.state.head
    let renamed = try folder.file(
      "agents-2.csv",
      Sample.people.replacing("prenom;nom;courriel", with: "prenom;nom_usage;courriel")
    )
    let outcome = await Result.of { try await platform.publish(Self.request(renamed), as: .command) }
    #expect { try outcome.get() } throws: { ($0 as? Failure)?.code == "recipe.protection.missing" }
    #expect(platform.state.head == head)
  }

  @Test("The same bytes with another recipe make another version; with the same, none")
  func sameBytes() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    let file = try folder.file("arbres.csv", Sample.trees)
    func publish(_ recipe: Recipe?) async throws -> Acts.Publication {
      var request = Self.request(file, recipe)
      request.dataset = "arbres"
      return try await platform.publish(request, as: .command)
    }
    let mending = Recipe([.datesToISO(column: "plante_le", order: .dayFirst)])
    #expect(try await publish(nil).version.recipe == nil)
    #expect(try await publish(mending).outcome == .updated)
    #expect(try await publish(mending).outcome == .unchanged)
    #expect(try await publish(nil).outcome == .unchanged)
    let emptied = try await publish(Recipe())
    #expect(emptied.outcome == .updated)
    #expect(emptied.version.recipe == nil)
    #expect(emptied.version.isOriginalPublic)
  }

  @Test("Reading options become steps that the next version replays")
  func readingSteps() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    var request = Self.request(try folder.file("t.csv", "titre;;\n" + Sample.trees))
    request.dataset = "arbres"
    request.headerRow = 2
    let first = try await platform.publish(request, as: .command)
    #expect(first.version.recipe == Recipe([.readHeader(row: 2)]))
    request.headerRow = nil
    request.file = try folder.file("t2.csv", "titre;;\n" + Sample.moreTrees)
    #expect(try await platform.publish(request, as: .command).version.rows == 4)
  }

  @Test("A version written before there were recipes is still read, and its original is public")
  func oldJournal() throws {
    let old = """
      {"columns":[],"dataset":"a","errors":0,"id":"a@1","number":1,"original":{"bytes":1,"container":"csv",\
      "digest":"00","encoding":"utf-8","mediaType":"text/csv","name":"a.csv"},\
      "publishedAt":"2025-01-01T00:00:00.000Z","rows":0,"warnings":0}
      """
    let version = try CanonicalJSON.decode(DatasetVersion.self, from: Array(old.utf8))
    #expect(version.recipe == nil)
    #expect(version.isOriginalPublic)
  }

  @Test("The secret of pseudonyms is private, in the backup, back after a restoration, and never made twice")
  func secret() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    let file = try folder.file("agents.csv", Sample.people)
    let key = folder.data.appending(path: "secrets/pseudonyms.key")
    #expect(!FileManager.default.fileExists(atPath: key.path))
    try await platform.publish(Self.request(file, Self.protecting), as: .command)
    let bytes = try Data(contentsOf: key)
    #expect(bytes.count == 32)
    #expect(Set(bytes).count > 8)
    #expect(try Self.mode(key) == 0o600)

    let backup = folder.around.appending(path: "backup")
    _ = try await platform.backup(to: backup)
    _ = try await platform.backup(to: backup)
    #expect(try Data(contentsOf: backup.appending(path: "secrets/pseudonyms.key")) == bytes)
    #expect(try Self.mode(backup.appending(path: "secrets/pseudonyms.key")) == 0o600)

    try FileManager.default.removeItem(at: key)
    #expect { try platform.pseudonymKey(of: "agents") } throws: {
      ($0 as? Failure)?.code == "platform.pseudonym-key.lost"
    }
    _ = try await Platform.restore(from: backup, configuration: folder.configuration())
    #expect(try Data(contentsOf: key) == bytes)
    #expect(try Self.mode(key) == 0o600)
  }

  private static func mode(_ file: URL) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    return try #require((attributes[.posixPermissions] as? NSNumber)?.intValue)
  }

  @Test("An update within bounds is published; one beyond is held with its reasons, and nothing changes")
  func updates() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    func table(_ ids: Range<Int>, extra: String = "") -> String {
      "id;nom\(extra.isEmpty ? "" : ";neuf")\n"
        + ids.map { "\($0);n\($0)\(extra)" }.joined(separator: "\n") + "\n"
    }
    func request(_ text: String) throws -> PublicationRequest {
      var request = Self.request(try folder.file("t-\(text.utf8.count).csv", text))
      request.dataset = "t"
      return request
    }
    func reasons(_ text: String) async throws -> [String]? {
      guard case .held(_, let reasons) = try await platform.update(request(text), as: .command) else {
        return nil
      }
      return reasons.map(\.fr)
    }
    #expect(try await reasons(table(0..<100)) == nil)
    #expect(try await reasons(table(5..<110)) == nil)
    #expect(platform.state.versions(of: "t").count == 2)
    let head = platform.state.head

    #expect(try await reasons(table(40..<110))?.count == 1)
    #expect(try await reasons(table(5..<110, extra: ";x"))?.first?.contains("neuf") == true)
    #expect(try await reasons(table(5..<900))?.count == 1)
    #expect(platform.state.head == head)

    let comparison = try #require(try await platform.compare(request(table(4..<120)), as: .command))
    #expect(
      comparison.rows == RowChanges(key: "id", added: 11, removed: 0, changed: 0, unchanged: 105)
    )
    #expect(platform.state.head == head)

    let wide = UpdateBounds(maxRowLossShare: 1, maxRowGrowthShare: 100, allowsColumnChanges: true)
    try await platform.perform(DescribeDataset("t", DatasetChanges(bounds: wide)), as: .command)
    #expect(try await reasons(table(80..<110, extra: ";x")) == nil)
    #expect(platform.state.versions(of: "t").count == 3)
  }
}
