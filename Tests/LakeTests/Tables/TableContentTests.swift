import Foundation
import Tabular
import Testing

@testable import Lake

/// What tables hold, whatever the way they are made: each cell read alone by the rule of its column, and blocks
/// whose bytes never change for the same rows.
@Suite(.enabled(if: LakeFixture.isPossible, Comment(rawValue: LakeFixture.reason)))
struct TableContentTests {
  let fixture: LakeFixture

  init() throws { fixture = try LakeFixture() }

  /// A file made by chance from a seed, and the digest of its blocks.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var rows: Int
    var delimiter = ";"
    var encoding = String.Encoding.utf8
    var blocks: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "no row", rows: 0, blocks: "5c044b6d1c003cd172c147f90d863203a5193dc3b71cd4ae51614ad3314b3ab7"),
    Case(
      name: "few rows",
      rows: 40,
      blocks: "756156b5a7d4bded4888d6e47160a8dbbf228a0f9f070708e98fb3b1fc4f5044"
    ),
    Case(
      name: "one chunk",
      rows: 2048,
      blocks: "0a2b6c74b8fcaf69f20e9eb14c6c4b0d93bc472757a386666cf8006ebb5628c1"
    ),
    Case(
      name: "several batches and chunks",
      rows: 9001,
      blocks: "e22b9ca576424271225d58c1a27e771b2ad4e493c4aafb2bb92d9587658c78f0"
    ),
    Case(
      name: "Windows-1252, tabs",
      rows: 3000,
      delimiter: "\t",
      encoding: .windowsCP1252,
      blocks: "ebc90c14ba1c3e7c01f679cff9f0c2e1f64be0fa54f7289dccaf3d9577f541b2"
    ),
  ]

  @Test("Each cell is what the rule of its column reads in it, in blocks and in Parquet", arguments: cases)
  func cells(of sample: Case) async throws {
    let url = fixture.folder.appendingPathComponent("cas.csv")
    let text = AwkwardFile(rows: sample.rows, delimiter: sample.delimiter).text
    try #require(text.data(using: sample.encoding, allowLossyConversion: true)).write(to: url)
    let inspection = try TableOpening.inspect(path: url.path)
    let opened = try TableOpening.open(path: url.path)
    let table = try fixture.lake.table(
      fixture.lake.addTable(from: opened.source, columns: inspection.columns).digest
    )
    let expected = try Expected(TableOpening.open(path: url.path).source, inspection.columns)
    #expect(table.manifest.rows == sample.rows)
    #expect(table.manifest.columns.map(\.invalid) == expected.invalid)
    #expect(table.manifest.columns.map(\.missing) == expected.missing)
    let page = try table.page(after: 0, limit: sample.rows + 1)
    #expect(page.rowNumbers == expected.numbers)
    #expect(page.values == expected.values)
    let sql = "SELECT * EXCLUDE (file_row_number) FROM \(table.from) ORDER BY file_row_number"
    let stored = try await table.context.engine.run { try $0.rows(sql) }
    #expect(stored.map { $0[0] } == expected.numbers.map { .integer(Int64($0)) })
    #expect(stored.map { Array($0.dropFirst()) } == expected.values)
    #expect(table.manifest.blocks.digest == sample.blocks)
  }

  @Test("Types other than text are found in the file, and cells that have not theirs")
  func covers() throws {
    let url = fixture.folder.appendingPathComponent("cas.csv")
    try Data(AwkwardFile(rows: 9001, delimiter: ";").text.utf8).write(to: url)
    let inspection = try TableOpening.inspect(path: url.path)
    let types = Dictionary(inspection.columns.map { ($0.name, $0.type) }) { first, _ in first }
    #expect(types == AwkwardFile.types)
    let expected = try Expected(TableOpening.open(path: url.path).source, inspection.columns)
    let spoilt = zip(inspection.columns, expected.invalid).filter { $0.1 > 0 }.map(\.0.name)
    #expect(Set(spoilt) == AwkwardFile.spoilt)
  }

  @Test("Bytes that are no characters are marked, in short and in long cells")
  func notText() async throws {
    let cells: [[UInt8]] = [
      [0xFF], [0x61, 0xC3], Array("un texte assez long ".utf8) + [0xE9, 0x20], [0xC3, 0xA9],
    ]
    let source = ByteSource(cells)
    let reference = try fixture.lake.addTable(from: source, columns: reports([("a", .text)]))
    let table = try fixture.lake.table(reference.digest)
    let texts = ["\u{FFFD}", "a\u{FFFD}", "un texte assez long \u{FFFD} ", "é"]
    #expect(try table.page(after: 0, limit: 9).values == texts.map { [.text($0)] })
    let sql = "SELECT a FROM \(table.from) ORDER BY _row"
    #expect(try await table.context.engine.run { try $0.rows(sql) } == texts.map { [.text($0)] })
  }
}

/// Cells of any bytes, one to a row.
private final class ByteSource: TableSource {
  let columnNames = ["a"]
  private var cells: [[UInt8]]

  init(_ cells: [[UInt8]]) { self.cells = cells }

  func read(into batch: inout RowBatch) throws -> Bool {
    batch.removeAll()
    for (index, cell) in cells.enumerated() {
      cell.withUnsafeBufferPointer { batch.appendCell($0) }
      batch.endRow(number: index + 2)
    }
    defer { cells = [] }
    return !cells.isEmpty
  }
}

/// The values of a source, one cell after the other.
private struct Expected {
  var numbers: [Int] = []
  var values: [[CellValue]] = []
  var invalid: [Int]
  var missing: [Int]

  init(_ source: any TableSource, _ columns: [ColumnReport]) throws {
    invalid = Array(repeating: 0, count: columns.count)
    missing = invalid
    var batch = RowBatch()
    while try source.read(into: &batch) {
      for row in 0..<batch.count {
        let cells = batch.cells(ofRow: row)
        numbers.append(batch.rowNumbers[row])
        values.append(
          columns.indices.map { value(batch, cells, columns[$0], $0) }
        )
      }
    }
  }

  private mutating func value(
    _ batch: RowBatch,
    _ cells: Range<Int>,
    _ column: ColumnReport,
    _ index: Int
  ) -> CellValue {
    let cell = cells.lowerBound + column.position - 1
    let parsed =
      cell < cells.upperBound
      ? batch.bytes[batch.byteRange(ofCell: cell)].withUnsafeBufferPointer { CellParser(column).parse($0) }
      : .missing
    switch parsed {
    case .missing:
      missing[index] += 1
      return .null
    case .invalid:
      invalid[index] += 1
      return .null
    // Text is kept as written, blanks too, whatever structure it has.
    case .value(.text): return .text(batch.text(ofCell: cell))
    case .value(let value): return value
    }
  }
}
