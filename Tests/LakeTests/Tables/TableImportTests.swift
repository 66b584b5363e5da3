import Foundation
import Messages
import Tabular
import Testing

@testable import Lake

@Suite(.enabled(if: LakeFixture.isPossible, Comment(rawValue: LakeFixture.reason)))
struct TableImportTests {
  let fixture: LakeFixture

  init() throws { fixture = try LakeFixture() }

  private func filesKept() -> Int {
    ["blobs", "tables", "incoming"].reduce(0) { sum, name in
      let enumerator = FileManager.default.enumerator(
        atPath: fixture.folder.appendingPathComponent(name).path
      )
      return sum + ((enumerator?.allObjects as? [String])?.count { $0.count > 2 } ?? 0)
    }
  }

  private func inParquet(_ table: Table, _ sql: String) async throws -> [[CellValue]] {
    let text = sql.replacing("TABLE", with: table.from)
    return try await table.context.engine.run { try $0.rows(text) }
  }

  @Test("Blocks and Parquet hold the same rows as the source", arguments: [0, 1, 2047, 2048, 2049, 5000])
  func sameRows(rows: Int) async throws {
    let data = GeneratedTable(rows: rows, seed: 99)
    let reference = try fixture.lake.addTable(from: data.source, columns: reports(GeneratedTable.columns))
    let table = try fixture.lake.table(reference.digest)
    #expect(reference.rows == rows)
    #expect(table.manifest.rows == rows)
    let page = try table.page(after: 0, limit: rows + 1)
    #expect(page.rowNumbers == data.numbers)
    #expect(page.values == data.values)
    let stored = try await inParquet(
      table,
      "SELECT * EXCLUDE (file_row_number) FROM TABLE ORDER BY file_row_number"
    )
    #expect(stored.map { $0[0] } == data.numbers.map { .integer(Int64($0)) })
    #expect(stored.map { Array($0.dropFirst()) } == data.values)
    for (index, column) in table.manifest.columns.enumerated() {
      #expect(column.missing == data.values.count { $0[index] == .null })
      #expect(column.invalid == 0)
    }
  }

  @Test("The same rows make the same table, whoever makes it")
  func deterministic() throws {
    let columns: [(String, ColumnType)] = [("a", .integer), ("b", .text)]
    let rows = (0..<3000).map { ["\($0)", "ligne \($0 % 10)"] }
    let first = try fixture.table(columns, rows)
    let other = try LakeFixture()
    #expect(try other.table(columns, rows).digest == first.digest)
  }

  @Test("A cell that is not of its column's type holds no value, and is counted")
  func invalidCells() throws {
    let rows = [["12", "2024-01-31", "oui"], ["douze", "le 31", ""], ["13", "", "non"]]
    let table = try fixture.table([("n", .integer), ("d", .date), ("t", .text)], rows)
    #expect(table.manifest.columns.map(\.invalid) == [1, 1, 0])
    #expect(table.manifest.columns.map(\.missing) == [0, 1, 1])
    #expect(try table.page(after: 0, limit: 9).values.map { $0[0] } == [.integer(12), .null, .integer(13)])
  }

  @Test("Records that lack cells have empty ones, and cells too many are left out")
  func ragged() throws {
    let table = try fixture.table([("a", .text), ("b", .integer)], [["x"], ["y", "2", "trop"], []])
    #expect(
      try table.page(after: 0, limit: 9).values == [
        [.text("x"), .null], [.text("y"), .integer(2)], [.null, .null],
      ]
    )
    #expect(table.manifest.columns.map(\.missing) == [1, 2])
  }

  @Test("Columns are told apart where DuckDB would not, and none hides the row number")
  func names() async throws {
    let names = ["nom", "NOM", "Nom", "_row", "file_row_number", "a\"b", "", "é", "É"]
    let table = try fixture.table(names.map { ($0, .text) }, [names])
    #expect(try table.page(after: 0, limit: 1).values == [names.map { $0.isEmpty ? .null : .text($0) }])
    #expect(table.manifest.columns.map(\.name) == names)
    for (index, name) in names.enumerated() where !name.isEmpty {
      let page = try await table.rows(
        RowSelection(filters: [Filter(column: name, op: .exact, value: name)], sort: [SortKey(column: name)]),
        limit: 5
      )
      #expect(page.total == 1, "\(name)")
      #expect(page.rows.values.first?[index] == .text(name))
    }
  }

  @Test("Only the columns asked for are kept, by their place in the source")
  func fewerColumns() throws {
    let source = MemorySource(["a", "secret", "c"], [["1", "x", "3"]])
    let columns = reports([("a", .integer), ("secret", .text), ("c", .integer)])
    let reference = try fixture.lake.addTable(from: source, columns: [columns[2], columns[0]])
    #expect(
      try fixture.lake.table(reference.digest).page(after: 0, limit: 1).values == [
        [.integer(3), .integer(1)]
      ]
    )
  }

  @Test("A source that fails leaves nothing")
  func failing() throws {
    let source = MemorySource(["a"], (0..<5000).map { ["\($0)"] })
    source.failure = Failure("test.broken", .invalid, fr: "cassé", en: "broken")
    let error = #expect(throws: Failure.self) {
      try fixture.lake.addTable(from: source, columns: reports([("a", .integer)]))
    }
    #expect(error?.code == "test.broken")
    #expect(filesKept() == 0)
  }

  @Test("Rows out of order are refused rather than numbered wrongly")
  func disorder() throws {
    let source = MemorySource(["a"], [["1"], ["2"]], numbers: [5, 5])
    let error = #expect(throws: Failure.self) {
      try fixture.lake.addTable(from: source, columns: reports([("a", .integer)]))
    }
    #expect(error?.code == "lake.rows.disorder")
    #expect(filesKept() == 0)
  }

  @Test("A cancelled import stops and leaves nothing")
  func cancelled() async throws {
    let lake = fixture.lake
    let task = Task {
      let source = MemorySource(["a"], (0..<200_000).map { ["\($0)"] })
      source.beforeBatch = { withUnsafeCurrentTask { $0?.cancel() } }
      return try lake.addTable(from: source, columns: reports([("a", .integer)]))
    }
    await #expect(throws: CancellationError.self) { _ = try await task.value }
    #expect(filesKept() == 0)
  }

  @Test("Many columns, and a cell of two megabytes")
  func extremes() throws {
    let wide = (0..<600).map { ("colonne \($0)", $0 % 2 == 0 ? ColumnType.integer : .text) }
    let table = try fixture.table(wide, (0..<30).map { row in wide.indices.map { "\(row * $0)" } })
    #expect(try table.page(at: 29, limit: 1).values[0][598] == .integer(29 * 598))
    let big = String(repeating: "é", count: 1_000_000)
    let giant = try fixture.table([("t", .text)], [["avant"], [big], ["après"]])
    #expect(try giant.page(after: 0, limit: 5).values == [[.text("avant")], [.text(big)], [.text("après")]])
  }

  @Test("Progress is told up to the last row")
  func progress() throws {
    final class Last: @unchecked Sendable { var rows = 0 }
    let last = Last()
    let source = MemorySource(["a"], (0..<3210).map { ["\($0)"] })
    _ = try fixture.lake.addTable(from: source, columns: reports([("a", .integer)])) { last.rows = $0 }
    #expect(last.rows == 3210)
  }

  @Test("Collection keeps a table in use whole, and removes it whole when it no longer is")
  func garbage() throws {
    let table = try fixture.table([("a", .integer)], [["1"]])
    let blob = try fixture.lake.addBlob(bytes: [9])
    #expect(try fixture.lake.collectGarbage { [table.digest] } == 1)
    #expect(throws: Failure.self) { try fixture.lake.blobURL(blob.digest) }
    #expect(try table.page(after: 0, limit: 1).values == [[.integer(1)]])
    #expect(try fixture.lake.collectGarbage(keeping: Set<String>()) == 0)
    #expect(try fixture.lake.collectGarbage { [] } == 3)
  }

  @Test("Nothing is collected between the first blob of a publication and its end")
  func publication() throws {
    let token = try fixture.lake.publication()
    let blob = try fixture.lake.addBlob(bytes: [1, 2])
    #expect(try fixture.lake.collectGarbage { [] } == 0)
    #expect(FileManager.default.fileExists(atPath: try fixture.lake.blobURL(blob.digest).path))
    token.end()
    #expect(try fixture.lake.collectGarbage { [] } == 1)
  }
}
