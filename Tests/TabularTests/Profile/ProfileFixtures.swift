import Foundation

@testable import Tabular

/// Builds tables in memory and profiles them.
enum Fixture {
  /// A batch of rows numbered from `first`: the header is row 1.
  static func batch(_ rows: [[String]], first: Int = 2) -> RowBatch {
    var batch = RowBatch()
    for (offset, row) in rows.enumerated() {
      for cell in row { batch.appendCell(cell) }
      batch.endRow(number: first + offset)
    }
    return batch
  }

  /// The profile of a table.
  static func profile(_ names: [String], _ rows: [[String]]) -> ProfiledTable {
    var profile = TableProfile(columnNames: names)
    profile.consume(batch(rows))
    let (columns, count, log) = profile.finish()
    return ProfiledTable(columns: columns, rows: count, log: log)
  }

  /// The report of a table of one column.
  static func column(_ name: String, _ cells: [String]) -> ColumnReport {
    profile([name], cells.map { [$0] }).columns[0]
  }

  /// The findings of a table of one column, those of a code.
  static func findings(_ name: String, _ cells: [String], code: String) -> [Finding] {
    profile([name], cells.map { [$0] }).log.findings.filter { $0.code == code }
  }

  /// The scan of a cell.
  static func scan(_ cell: String) -> CellScan {
    [UInt8](cell.utf8).withUnsafeBufferPointer { CellScanner.scan($0) }
  }

  /// The formats of a cell.
  static func formats(_ cell: String) -> FormatSet {
    [UInt8](cell.utf8).withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return [] }
      return FormatMatcher.match(base, CellScanner.scan(base, buffer.count))
    }
  }

  /// What a parser reads in a cell.
  static func parse(_ cell: String, _ column: ColumnReport) -> ParsedCell {
    [UInt8](cell.utf8).withUnsafeBufferPointer { CellParser(column).parse($0) }
  }

  /// The real files, beside the package; `nil` where they are not there.
  static let data: URL? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.deletingLastPathComponent().appending(path: "shared/data")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// The profile of a real file.
  static func profile(of path: String) throws -> ProfiledTable? {
    guard let data else { return nil }
    let source = try DelimitedTextSource(path: data.appending(path: path).path, options: ReadingOptions())
    return try TableProfiler.profile(source)
  }
}

/// Numbers that look random and are the same at each run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
