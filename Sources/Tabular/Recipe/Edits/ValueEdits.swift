/// Empties the cells that have not the type, format and notation of their column.
struct EmptyInvalidEdit: CellEdit {
  private let rule: ColumnRule
  private let format: FormatRule?

  init(type: ColumnType, format: ColumnFormat?, notation: String?) {
    var report = ColumnReport(name: "", position: 1, type: type, format: format)
    report.notation = notation
    rule = ColumnRule(report)
    self.format = FormatRule.rule(of: format)
  }

  func edit(_ cell: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> CellChange {
    guard let bytes = cell.baseAddress else { return .keep }
    let scan = CellScanner.scan(bytes, cell.count)
    if rule.isMissing(scan.cellClass) { return .keep }
    let shown = FormatMatcher.match(bytes, scan)
    guard rule.accepts(scan.cellClass, shown) else { return .empty }
    guard let format, format.isStrict else { return .keep }
    return format.accepts(scan.cellClass, shown) ? .keep : .empty
  }
}

/// Writes numbers with one decimal mark, without separators of thousands.
///
/// It works on the characters: no digit is lost, however many there are.
struct NumberEdit: CellEdit {
  let decimal: RecipeAction.DecimalMark
  let thousands: String?
  let keepsUnit: Bool

  func edit(_ cell: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> CellChange {
    guard let bytes = cell.baseAddress else { return .keep }
    let scan = CellScanner.scan(bytes, cell.count)
    guard scan.cellClass.family == .number else { return .keep }
    let mark = decimalByte(scan.cellClass)
    let before = out.count
    for at in scan.start..<scan.end { append(bytes[at], mark, to: &out) }
    if keepsUnit { appendUnit(scan.cellClass.unit, to: &out) }
    let isSame = out.count - before == cell.count && zip(out[before...], cell).allSatisfy { $0 == $1 }
    if isSame { out.removeLast(out.count - before) }
    return isSame ? .keep : .write
  }

  /// The byte that stands before the decimals in the cell; `nil` where there is none.
  private func decimalByte(_ cellClass: CellClass) -> UInt8? {
    let isPerhapsGrouped = cellClass.has(CellClass.perhapsGrouped)
    switch cellClass.separator {
    case .none: return nil
    case .point: return isPerhapsGrouped && thousands == "." ? nil : UInt8(ascii: ".")
    case .comma: return isPerhapsGrouped && thousands == "," ? nil : UInt8(ascii: ",")
    }
  }

  @inline(__always)
  private func append(_ byte: UInt8, _ mark: UInt8?, to out: inout [UInt8]) {
    if byte == mark {
      out.append(decimal == .point ? UInt8(ascii: ".") : UInt8(ascii: ","))
    } else if CellScanner.isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte | 0x20 == UInt8(ascii: "e")
    {
      out.append(byte)
    }
  }

  private func appendUnit(_ unit: CellClass.Unit, to out: inout [UInt8]) {
    switch unit {
    case .none: break
    case .percent: out += " %".utf8
    case .euro: out += " €".utf8
    }
  }
}

/// Writes dates, with or without a time, as ISO 8601.
struct DateEdit: CellEdit {
  let order: RecipeAction.DayOrder

  func edit(_ cell: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> CellChange {
    guard let bytes = cell.baseAddress else { return .keep }
    let scan = CellScanner.scan(bytes, cell.count)
    guard let number = DayReading.number(scan, order) else { return .keep }
    let isIso = scan.cellClass.order == .yearFirst && scan.cellClass.dateSeparator == .dash
    switch scan.cellClass.family {
    case .date:
      if isIso, !scan.cellClass.has(CellClass.padded) { return .keep }
      out += CivilDay(daysSince1970: Int(number)).iso.utf8
    case .datetime:
      // The fractions of a second would be lost.
      if isIso || scan.cellClass.has(CellClass.fraction) { return .keep }
      out += ValueText.datetime(number).utf8
      if scan.cellClass.has(CellClass.zoned) { out.append(UInt8(ascii: "Z")) }
    default: out += CivilDay(daysSince1970: Int(number)).iso.utf8
    }
    return .write
  }
}

/// Reads days and times as a column means them.
enum DayReading {
  /// Days of a date or microseconds of a date and time, since 1970; days of eight digits that are a day.
  static func number(_ scan: CellScan, _ order: RecipeAction.DayOrder) -> Double? {
    let cellClass = scan.cellClass
    switch cellClass.family {
    case .date, .datetime:
      if cellClass.has(CellClass.impossible) { return nil }
      return order == .monthFirst && cellClass.order == .ambiguous
        ? cellClass.exchangingDay(scan.number) : scan.number
    case .number:
      guard cellClass.digits == 8, scan.number >= 1700_01_01, scan.number <= 2200_12_31 else { return nil }
      let number = Int(scan.number)
      return CivilDay(year: number / 10000, month: number / 100 % 100, day: number % 100)
        .map { Double($0.daysSince1970) }
    default: return nil
    }
  }

  /// The day of a date, or of a date and time.
  static func day(_ scan: CellScan, _ order: RecipeAction.DayOrder) -> CivilDay? {
    guard let number = number(scan, order) else { return nil }
    let days = scan.cellClass.family == .datetime ? (number / 86_400e6).rounded(.down) : number
    return CivilDay(daysSince1970: Int(days))
  }
}

/// Writes booleans as two words.
struct BooleanEdit: CellEdit {
  private let yes: [UInt8]
  private let no: [UInt8]

  init(yes: String, no: String) {
    self.yes = Array(yes.utf8)
    self.no = Array(no.utf8)
  }

  func edit(_ cell: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> CellChange {
    guard let bytes = cell.baseAddress else { return .keep }
    let scan = CellScanner.scan(bytes, cell.count)
    let isTrue: Bool
    if scan.cellClass.family == .boolean {
      isTrue = scan.cellClass.has(CellClass.truth)
    } else if scan.cellClass.isPlainInteger, scan.cellClass.digits == 1, scan.number <= 1 {
      isTrue = scan.number == 1
    } else {
      return .keep
    }
    let word = isTrue ? yes : no
    if cell.isEqual(to: word) { return .keep }
    if word.isEmpty { return .empty }
    out += word
    return .write
  }
}

/// Gives codes back the first zero that a spreadsheet took.
struct ZeroEdit: CellEdit {
  let digits: Int

  func edit(_ cell: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> CellChange {
    guard let bytes = cell.baseAddress else { return .keep }
    let scan = CellScanner.scan(bytes, cell.count)
    guard scan.cellClass.isPlainInteger, scan.cellClass.digits == digits - 1,
      scan.end - scan.start == digits - 1
    else { return .keep }
    out.append(UInt8(ascii: "0"))
    out += UnsafeBufferPointer(rebasing: cell[scan.start..<scan.end])
    return .write
  }
}
