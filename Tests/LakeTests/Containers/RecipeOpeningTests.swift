import Foundation
import Messages
import Tabular
import Testing

@testable import Lake

@Suite("Files through a recipe") struct RecipeOpeningTests {
  private static func file(_ text: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "arpent-recipe-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "agents.csv")
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private static let agents =
    "Liste des agents;;\n;;\nnom;courriel;prime\n"
    + (0..<30).map { "Agent \($0);agent.\($0)@exemple.fr;\($0),50" }.joined(separator: "\n") + "\n"

  @Test("An inspection through a recipe is that of what the recipe leaves, and quotes nothing that it hides")
  func inspects() throws {
    let path = try Self.file(Self.agents)
    defer { try? FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent()) }
    let recipe = Recipe([
      .readHeader(row: 3), .dropPersonalColumn("courriel"), .pseudonymise(column: "nom"),
      .renameColumn("nom", to: "agent"),
    ])
    let key = PseudonymKey(secret: [UInt8](repeating: 7, count: 32), dataset: "agents")
    let inspection = try TableOpening.inspect(path: path, recipe: recipe, key: key)
    #expect(inspection.columns.map(\.name) == ["agent", "prime"])
    #expect(inspection.rows == 30)
    #expect(inspection.dialect.headerRow == 3)
    let json = String(decoding: try JSONEncoder().encode(inspection), as: UTF8.self)
    #expect(!json.contains("exemple.fr"))
    #expect(!json.contains("Agent 1"))
  }

  @Test("Pseudonyms without a key, and a header row that is not there, are refused with their reason")
  func refused() throws {
    let path = try Self.file(Self.agents)
    defer { try? FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent()) }
    func code(_ action: RecipeAction) -> String? {
      do {
        _ = try TableOpening.inspect(path: path, recipe: Recipe([action]))
        return nil
      } catch { return (error as? Failure)?.code }
    }
    #expect(code(.pseudonymise(column: "nom")) == "recipe.key.missing")
    #expect(code(.readHeader(row: 99_999)) != nil)
    #expect(code(.trim(column: "absente")) == nil)
  }

  @Test("A preview marks what changes and what was found, by the row of the file")
  func previews() throws {
    let path = try Self.file("id;date\n1;12/03/2024\n2;bientôt\n3;01/04/2024\n4;05/05/2024\n")
    defer { try? FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent()) }
    let recipe = Recipe([.datesToISO(column: "date", order: .dayFirst)])
    let found = try TableOpening.inspect(path: path)
    let preview = try TablePreview(path: path, recipe: recipe, rows: 3, findings: found.findings)
    #expect(preview.rows.map(\.number) == [2, 3, 4])
    #expect(preview.rows[0].cells[1].after == "2024-03-12")
    #expect(preview.rows[0].cells[1].isChanged)
    #expect(!preview.rows[1].cells[1].isChanged)
    #expect(preview.rows[1].cells[1].findings.contains("cell.type"))
    #expect(preview.hasMore)
    #expect(try TablePreview(path: path, rows: 2, around: 5).rows.map(\.number).contains(5))
  }

  @Test(
    "What changes between two tables is counted by the column that names rows",
    .enabled(if: LakeFixture.isPossible, "needs DuckDB")
  )
  func changes() async throws {
    let fixture = try LakeFixture()
    func table(_ text: String) throws -> Table {
      let path = try Self.file(text)
      defer { try? FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent()) }
      let columns = try TableOpening.inspect(path: path).columns
      let source = try TableOpening.open(path: path).source
      return try fixture.lake.table(fixture.lake.addTable(from: source, columns: columns).digest)
    }
    let before = try table("ville;id;x\nA;1;a\nA;2;b\nA;3;\n")
    let after = try table("ville;id;x;neuf\nA;2;b;z\nA;3;c;z\nA;4;d;z\nA;5;e;z\n")
    let changes = try #require(try await after.changes(since: before))
    #expect(changes == KeyedChanges(key: "id", added: 2, removed: 1, changed: 1, unchanged: 1))
    let keyless = try table("ville;x\nA;a\nA;a\n")
    #expect(try await keyless.changes(since: keyless) == nil)
  }
}
