/// Reads the cells of a column in the type and notation that its profile decided.
///
/// A cell is valid here when the profile counted it so. A text column has no invalid cell: a value that has
/// not the column's format is still its text. Years are integers; durations, points, geometries and JSON
/// stay text.
public struct CellParser: Sendable {
  private let rule: ColumnRule

  /// Prepares to read the cells of a column.
  public init(_ column: ColumnReport) { rule = ColumnRule(column) }

  /// Reads one cell.
  public func parse(_ cell: UnsafeBufferPointer<UInt8>) -> ParsedCell {
    switch scalar(cell) {
    case .missing: .missing
    case .invalid: .invalid
    case .text(let range): .value(.text(String(decoding: cell[range], as: UTF8.self)))
    case .integer(let value): .value(.integer(value))
    case .number(let value): .value(.number(value))
    case .boolean(let value): .value(.boolean(value))
    case .date(let days): .value(.date(days))
    case .datetime(let micros): .value(.datetime(micros))
    case .time(let micros): .value(.time(micros))
    }
  }

  /// Reads one cell without making a text of it.
  public func scalar(_ cell: UnsafeBufferPointer<UInt8>) -> ScalarCell {
    guard let bytes = cell.baseAddress, !cell.isEmpty else { return .missing }
    if rule.type == .text { return isMissing(cell) ? .missing : .text(0..<cell.count) }
    let scan = CellScanner.scan(bytes, cell.count)
    if rule.isMissing(scan.cellClass) { return .missing }
    guard rule.accepts(scan.cellClass, formats(scan)) else { return .invalid }
    return value(scan, bytes)
  }

  /// Whether a cell holds no value.
  ///
  /// A text column needs no more than this: its other cells are kept as
  /// written.
  public func isMissing(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let bytes = cell.baseAddress, !cell.isEmpty else { return true }
    // Most cells are told by their first byte: the words that say there is no value start with few of them.
    let first = bytes[0]
    if CellScanner.isDigit(first) { return false }
    if CellScanner.isLetter(first) {
      let folded = first | 0x20
      if folded != UInt8(ascii: "n"), folded != UInt8(ascii: "p") { return false }
    }
    if cell.count > 40, first > 0x20, first < 0xC2 { return false }
    return rule.isMissing(CellScanner.scan(bytes, cell.count).cellClass)
  }

  /// The few formats that make a type, without the others.
  @inline(__always)
  private func formats(_ scan: CellScan) -> FormatSet {
    guard scan.cellClass.isPlainInteger else { return [] }
    switch rule.type {
    case .boolean: return scan.cellClass.digits == 1 && scan.number <= 1 ? .binary : []
    case .year: return scan.cellClass.digits == 4 && scan.number >= 1000 && scan.number < 3000 ? .year : []
    case .date: return compactDay(scan) != nil ? .compactDate : []
    default: return []
    }
  }

  private func compactDay(_ scan: CellScan) -> CivilDay? {
    guard scan.cellClass.digits == 8, scan.number >= 1700_01_01, scan.number <= 2200_12_31 else { return nil }
    let number = Int(scan.number)
    return CivilDay(year: number / 10000, month: number / 100 % 100, day: number % 100)
  }

  private func value(_ scan: CellScan, _ bytes: UnsafePointer<UInt8>) -> ScalarCell {
    switch rule.type {
    case .integer, .year:
      if scan.cellClass.isPlainInteger, scan.cellClass.digits > 15 {
        return .integer(exactInteger(scan, bytes))
      }
      return .integer(Int64(rule.isThousands(scan.cellClass) ? (scan.number * 1000).rounded() : scan.number))
    case .number:
      return .number(rule.isThousands(scan.cellClass) ? (scan.number * 1000).rounded() : scan.number)
    case .boolean:
      return .boolean(rule.booleans == .digits ? scan.number == 1 : scan.cellClass.has(CellClass.truth))
    case .date: return .date(Int32(clamping: day(scan)))
    case .datetime: return .datetime(microseconds(scan))
    case .time: return .time(Int64(scan.number))
    case .text, .duration, .geopoint, .geometry, .json: return .text(scan.start..<scan.end)
    }
  }

  private func exactInteger(_ scan: CellScan, _ bytes: UnsafePointer<UInt8>) -> Int64 {
    var value: UInt64 = 0
    var cursor = ByteCursor(bytes: bytes, end: scan.end, at: scan.start)
    let isNegative = cursor.skip(UInt8(ascii: "-"))
    _ = cursor.skip(UInt8(ascii: "+"))
    _ = cursor.digits(into: &value)
    return isNegative ? -Int64(value) : Int64(value)
  }

  private func day(_ scan: CellScan) -> Int {
    if rule.isCompactDate { return compactDay(scan)?.daysSince1970 ?? 0 }
    return Int(inColumnOrder(scan))
  }

  private func microseconds(_ scan: CellScan) -> Int64 {
    let number = inColumnOrder(scan)
    return scan.cellClass.family == .date ? Int64(number) * 86_400_000_000 : Int64(number)
  }

  @inline(__always)
  private func inColumnOrder(_ scan: CellScan) -> Double {
    rule.order == .monthFirst && scan.cellClass.order == .ambiguous
      ? scan.cellClass.exchangingDay(scan.number) : scan.number
  }
}
