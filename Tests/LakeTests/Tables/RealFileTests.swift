import Foundation
import Messages
import Tabular
import Testing

@testable import Lake

/// Real files beside the package, small enough for a quick test.
private let files: [String] = {
  let package = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
  let folder = package.deletingLastPathComponent().appendingPathComponent("shared/data/real")
  let names = (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String]) ?? []
  return names.filter { $0.hasSuffix(".csv") }.sorted().map { folder.appendingPathComponent($0).path }.filter
  {
    let attributes = try? FileManager.default.attributesOfItem(atPath: $0)
    return (attributes?[.size] as? Int ?? .max) < 600_000
  }
}()

@Suite(
  .enabled(
    if: LakeFixture.isPossible && !files.isEmpty,
    "needs DuckDB, and real files in ../shared/data/real"
  )
)
struct RealFileTests {
  @Test("A real file becomes a table with the rows and counts of its profile", arguments: files)
  func imports(path: String) async throws {
    let name = URL(fileURLWithPath: path).lastPathComponent
    // Some are no tables, and are refused before they come here.
    guard let source = try? DelimitedTextSource(path: path, options: ReadingOptions()) else { return }
    var profile = TableProfile(columnNames: source.columnNames)
    var batch = RowBatch()
    while try source.read(into: &batch) { profile.consume(batch) }
    let (columns, rows, _) = profile.finish()
    let fixture = try LakeFixture()
    let again = try DelimitedTextSource(path: path, options: ReadingOptions())
    let table = try fixture.lake.table(fixture.lake.addTable(from: again, columns: columns).digest)
    #expect(table.manifest.rows == rows, "\(name)")
    let expected = columns.map { $0.type == .text ? 0 : $0.invalid }
    #expect(table.manifest.columns.map(\.invalid) == expected, "\(name)")
    // Blocks and Parquet agree on the first rows, as the engine sorts and as the file goes.
    let plain = try table.page(after: 0, limit: 40)
    let selection = RowSelection(filters: columns.prefix(1).map { Filter(column: $0.name, op: .isnotnull) })
    let queried = try await table.rows(selection, limit: 40)
    let kept = zip(plain.rowNumbers, plain.values).filter { $0.1.first != .null }
    #expect(Array(queried.rows.values.prefix(kept.count)) == kept.map(\.1), "\(name)")
  }
}
