import Foundation
import Messages
import Tabular

/// The rows of a sheet of an XLS workbook, whose cells are put in order first: files may hold them in any
/// order.
final class XLSSheetRows: SheetRows {
  private struct Cell {
    var key: Int
    var start: Int
    var end: Int
  }

  private(set) var log = FindingLog()
  private(set) var hiddenColumns = IndexSet()
  private let stream: [UInt8]
  private let globals: XLSGlobals
  private var cells: [Cell] = []
  private var bytes: [UInt8] = []
  private var position = 0
  private var awaitsText: Int?

  /// Reads all cells of the sheet that starts at `start`.
  init(_ stream: [UInt8], start: Int, globals: XLSGlobals) throws {
    self.stream = stream
    self.globals = globals
    try readCells(from: start)
    let isOrdered = zip(cells, cells.dropFirst()).allSatisfy { $0.key < $1.key }
    if !isOrdered { cells.sort { $0.key < $1.key } }
  }

  func next(into row: inout SheetRow) throws -> Bool {
    guard position < cells.count else { return false }
    let index = cells[position].key >> 16
    row.start(number: index + 1)
    while position < cells.count, cells[position].key >> 16 == index {
      let cell = cells[position]
      position += 1
      let column = cell.key & 0xFFFF
      // A cell written twice: the first one holds.
      guard column >= row.count else { continue }
      row.pad(to: column)
      row.append { $0.append(contentsOf: bytes[cell.start..<cell.end]) }
    }
    return true
  }

  private func readCells(from start: Int) throws {
    guard var record = XLSRecord(stream, at: start), record.kind == XLSRecord.beginning else {
      throw XLSText.damaged()
    }
    var depth = 0
    while true {
      if record.kind == XLSRecord.beginning { depth += 1 }
      if record.kind == XLSRecord.endOfFile { depth -= 1 }
      if depth == 0 { return }
      // Charts lie within their sheet as streams of their own.
      if depth == 1 { try read(record) }
      guard let next = XLSRecord(stream, at: record.range.upperBound) else { throw XLSText.damaged() }
      record = next
    }
  }

  private func read(_ record: XLSRecord) throws {
    let at = record.range.lowerBound
    let size = record.range.count
    switch record.kind {
    case 0x00FD where size >= 10:
      let number = stream.little32(at + 6)
      try add(at) { [texts = globals.texts] bytes in
        guard texts.append(number, to: &bytes) else { throw XLSText.damaged() }
      }
    case 0x0203 where size >= 14: addNumber(real(at + 6), at: at)
    case 0x027E where size >= 10: addNumber(Self.packed(stream.little32(at + 6)), at: at)
    case 0x00BD where size >= 6: addPackedRun(record)
    case 0x0204 where size >= 9, 0x00D6 where size >= 9:
      var reader = XLSText(stream, record)
      reader.skip(6)
      let text = try reader.text(length: reader.number16())
      add(at) { $0.append(contentsOf: text.utf8) }
    case 0x0205 where size >= 8: addBooleanOrError(stream[at + 6], isError: stream[at + 7] != 0, at: at)
    case 0x0006 where size >= 20: addFormula(at)
    case 0x0207 where size >= 3: try addFormulaText(record)
    case 0x0208 where size >= 16: noteRow(at)
    case 0x007D where size >= 10: noteColumns(at)
    default: break
    }
  }

  private func add(_ at: Int, _ write: (inout [UInt8]) throws -> Void) rethrows {
    try add(row: stream.little16(at), column: stream.little16(at + 2), write)
  }

  private func add(row: Int, column: Int, _ write: (inout [UInt8]) throws -> Void) rethrows {
    let start = bytes.count
    try write(&bytes)
    cells.append(Cell(key: row << 16 | column, start: start, end: bytes.count))
  }

  private func addNumber(_ number: Double, at: Int) {
    addNumber(
      number,
      row: stream.little16(at),
      column: stream.little16(at + 2),
      style: stream.little16(at + 4)
    )
  }

  private func addNumber(_ number: Double, row: Int, column: Int, style: Int) {
    let format = globals.styles.indices.contains(style) ? globals.styles[style] : .plain
    add(row: row, column: column) {
      CellWriting.append(number, format: format, epoch1904: globals.epoch1904, to: &$0)
    }
  }

  private func addPackedRun(_ record: XLSRecord) {
    let at = record.range.lowerBound
    let first = stream.little16(at + 2)
    for index in 0..<(record.range.count - 6) / 6 {
      let cell = at + 4 + 6 * index
      addNumber(
        Self.packed(stream.little32(cell + 2)),
        row: stream.little16(at),
        column: first + index,
        style: stream.little16(cell)
      )
    }
  }

  private func addBooleanOrError(_ value: UInt8, isError: Bool, at: Int) {
    guard isError else { return add(at) { $0.append(contentsOf: (value == 0 ? "false" : "true").utf8) } }
    let name = Self.errors[value] ?? "#ERR"
    log.add(SheetFindings.error(row: stream.little16(at) + 1, cell: name))
    add(at) { $0.append(contentsOf: name.utf8) }
  }

  /// A formula holds its last result: a number, or eight bytes that say what it is (MS-XLS § 2.5.133).
  private func addFormula(_ at: Int) {
    awaitsText = nil
    guard stream.little16(at + 12) == 0xFFFF else { return addNumber(real(at + 6), at: at) }
    switch stream[at + 6] {
    case 0: awaitsText = at
    case 1: addBooleanOrError(stream[at + 8], isError: false, at: at)
    case 2: addBooleanOrError(stream[at + 8], isError: true, at: at)
    default: break
    }
  }

  private func addFormulaText(_ record: XLSRecord) throws {
    guard let at = awaitsText else { return }
    awaitsText = nil
    var reader = XLSText(stream, record)
    let text = try reader.text(length: reader.number16())
    add(at) { $0.append(contentsOf: text.utf8) }
  }

  private func noteRow(_ at: Int) {
    let hasCells = stream.little16(at + 2) < stream.little16(at + 4)
    if hasCells, stream[at + 12] & 0x20 != 0 { log.add(SheetFindings.hiddenRow(stream.little16(at) + 1)) }
  }

  private func noteColumns(_ at: Int) {
    let (first, last) = (stream.little16(at), stream.little16(at + 2))
    guard stream[at + 8] & 1 != 0, first <= last, last < 255 else { return }
    hiddenColumns.insert(integersIn: first...last)
  }

  private func real(_ at: Int) -> Double {
    Double(bitPattern: UInt64(stream.little32(at)) | UInt64(stream.little32(at + 4)) << 32)
  }

  /// A number in 32 bits (MS-XLS § 2.5.217): an integer or the high half of a real, perhaps in hundredths.
  private static func packed(_ bits: Int) -> Double {
    let number: Double
    if bits & 2 != 0 {
      number = Double(Int32(truncatingIfNeeded: bits) >> 2)
    } else {
      number = Double(bitPattern: UInt64(bits & 0xFFFF_FFFC) << 32)
    }
    return bits & 1 != 0 ? number / 100 : number
  }

  private static let errors: [UInt8: String] = [
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!",
    0x2A: "#N/A",
  ]
}
