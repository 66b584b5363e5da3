import Foundation

@testable import Tabular

/// A record as a test compares it.
struct ReadRow: Equatable {
  var number: Int
  var cells: [String]
}

extension DelimitedTextSource {
  /// All rows, in memory.
  func readAll() throws -> [ReadRow] {
    var rows: [ReadRow] = []
    var batch = RowBatch()
    while try read(into: &batch) {
      for row in 0..<batch.count {
        rows.append(
          ReadRow(
            number: batch.rowNumbers[row],
            cells: batch.cells(ofRow: row).map { batch.text(ofCell: $0) }
          )
        )
      }
    }
    return rows
  }

  /// Reads to the end and counts rows and cells.
  func count() throws -> (rows: Int, cells: Int) {
    var count = (rows: 0, cells: 0)
    var batch = RowBatch()
    while try read(into: &batch) { count = (count.rows + batch.count, count.cells + batch.cellCount) }
    return count
  }

  /// The codes of all findings, in the order of the log.
  var codes: [String] { structuralFindings.findings.map(\.code) }

  /// The first finding of a code.
  func finding(_ code: String) -> Finding? { structuralFindings.findings.first { $0.code == code } }
}

/// A file that lives as long as a test needs it.
final class TemporaryFile {
  let url: URL
  var path: String { url.path }

  init(_ bytes: some Sequence<UInt8>, name: String = "table.csv") throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tabular-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    url = folder.appending(path: name)
    try Data(bytes).write(to: url)
  }

  convenience init(_ text: String, name: String = "table.csv") throws { try self.init(text.utf8, name: name) }

  deinit { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }
}

/// A text read as a table.
struct ReadText {
  var source: DelimitedTextSource
  var rows: [ReadRow]
  var cells: [[String]] { rows.map(\.cells) }

  init(
    _ bytes: some Sequence<UInt8>,
    options: ReadingOptions = ReadingOptions(),
    pace: DelimitedTextSource.Pace = DelimitedTextSource.Pace()
  ) throws {
    let file = try TemporaryFile(bytes)
    source = try DelimitedTextSource(path: file.path, options: options, pace: pace)
    rows = try source.readAll()
  }

  init(
    _ text: String,
    options: ReadingOptions = ReadingOptions(),
    pace: DelimitedTextSource.Pace = DelimitedTextSource.Pace()
  ) throws {
    try self.init(Array(text.utf8), options: options, pace: pace)
  }
}
