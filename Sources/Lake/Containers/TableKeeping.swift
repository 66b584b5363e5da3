public import Foundation
import Glibc
import Messages
public import Tabular

extension TableOpening {
  /// Writes the records of a file that are to stay as CSV, each cell as the file has it.
  ///
  /// - Parameters:
  ///   - options: how the file is read.
  ///   - keeping: the numbers of the records that stay.
  ///   - corrections: what cells become, by the number of their record and the place of their column.
  ///   - target: the file to write, which must not exist.
  /// - Returns: how many records were written.
  public static func keepRecords(
    ofFile path: String,
    options: ReadingOptions,
    keeping: Set<Int>,
    corrections: [Int: [Int: String]] = [:],
    to target: URL
  ) throws -> Int {
    let source = try open(path: path, options: options).source
    let descriptor = Glibc.open(target.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFault.failure(errno) }
    defer { close(descriptor) }
    var out = RecordWriter(width: source.columnNames.count)
    out.append(source.columnNames.map { Array($0.utf8) })
    var count = 0
    var batch = RowBatch()
    while try source.read(into: &batch) {
      try Task.checkCancellation()
      for row in 0..<batch.count where keeping.contains(batch.rowNumbers[row]) {
        var cells = batch.cells(ofRow: row).map { Array(batch.bytes[batch.byteRange(ofCell: $0)]) }
        for (place, text) in corrections[batch.rowNumbers[row]] ?? [:] {
          while cells.count <= place { cells.append([]) }
          cells[place] = Array(text.utf8)
        }
        out.append(cells)
        count += 1
      }
      if out.bytes.count > 256 << 10 { try out.flush(to: descriptor) }
    }
    try out.flush(to: descriptor)
    return count
  }

  /// A record of a file with the names of its columns, each cell as the file has it; `nil` where there is none.
  public static func record(
    _ number: Int,
    ofFile path: String,
    options: ReadingOptions
  ) throws -> (columns: [String], cells: [String])? {
    let source = try open(path: path, options: options).source
    var batch = RowBatch()
    while try source.read(into: &batch) {
      try Task.checkCancellation()
      for row in 0..<batch.count where batch.rowNumbers[row] == number {
        var cells = batch.cells(ofRow: row).map {
          String(decoding: batch.bytes[batch.byteRange(ofCell: $0)], as: UTF8.self)
        }
        while cells.count < source.columnNames.count { cells.append("") }
        return (source.columnNames, cells)
      }
    }
    return nil
  }

  /// How what `keepRecords` wrote is read again.
  public static let keptOptions = ReadingOptions(headerRow: 1, encoding: "utf-8", delimiter: ",")

  /// The steps of a recipe that changed nothing in a file, of those that write a value for another: the value
  /// they name is in it no more.
  public static func idleReplacements(
    path: String,
    options: ReadingOptions,
    recipe: Recipe,
    key: PseudonymKey?
  ) throws -> [String] {
    let steps = recipe.steps.filter { if case .replaceValue = $0.action { true } else { false } }
    guard !steps.isEmpty else { return [] }
    let source = try recipe.apply(to: open(path: path, options: options).source, key: key)
    var batch = RowBatch()
    while try source.read(into: &batch) {}
    return steps.filter { source.effects[$0.id, default: 0] == 0 }.map(\.id)
  }
}

/// Records as CSV (RFC 4180), byte for byte.
private struct RecordWriter {
  let width: Int
  var bytes: [UInt8] = []

  init(width: Int) { self.width = width }

  mutating func append(_ cells: [[UInt8]]) {
    // Short records are filled up: a reader must not take the shape of the file for a fault.
    for index in 0..<max(width, cells.count) {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      let cell = index < cells.count ? cells[index] : []
      let isQuoted =
        cell.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        || (cell.isEmpty && max(width, cells.count) == 1) || cell.first == 0x20 || cell.last == 0x20
      if isQuoted { bytes.append(0x22) }
      for byte in cell {
        if byte == 0x22 { bytes.append(byte) }
        bytes.append(byte)
      }
      if isQuoted { bytes.append(0x22) }
    }
    bytes += [0x0D, 0x0A]
  }

  mutating func flush(to descriptor: Int32) throws {
    try bytes.withUnsafeBytes { try FileCopy.write($0, to: descriptor) }
    bytes.removeAll(keepingCapacity: true)
  }
}
