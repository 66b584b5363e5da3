import Foundation
import Messages
import Tabular

/// An OpenDocument spreadsheet (ISO/IEC 26300, ODF 1.2 part 1 § 9).
final class ODSWorkbook: Workbook {
  let container = "ods"
  let encoding = "utf-8"
  let sheets: [SheetLabel]
  private let archive: ZipArchive

  /// Reads the names of the sheets.
  init(archive: ZipArchive) throws {
    self.archive = archive
    try Self.refuseEncryption(archive)
    let scanner = try Self.content(archive)
    var sheets: [SheetLabel] = []
    var hiddenStyles: Set<String> = []
    var style: String?
    reading: while true {
      switch try scanner.next() {
      case .open where scanner.isNamed("style"): style = try scanner.attribute("name")
      case .open where scanner.isNamed("table-properties"):
        if try scanner.attribute("display") == "false", let style { hiddenStyles.insert(style) }
      case .open where scanner.isNamed("table"):
        let isHidden = hiddenStyles.contains(try scanner.attribute("style-name") ?? "")
        sheets.append(SheetLabel(name: try scanner.attribute("name") ?? "", isHidden: isHidden))
        try scanner.skipElement()
      case .end: break reading
      default: continue
      }
    }
    guard !sheets.isEmpty else { throw ContainerFailure.emptyWorkbook() }
    self.sheets = sheets
  }

  func rows(ofSheet index: Int) throws -> any SheetRows {
    let scanner = try Self.content(archive)
    var left = index
    while true {
      switch try scanner.next() {
      case .open where scanner.isNamed("table"):
        if left == 0 { return ODSSheetRows(scanner) }
        left -= 1
        try scanner.skipElement()
      case .end: throw XMLScanner.damaged()
      default: continue
      }
    }
  }

  private static func content(_ archive: ZipArchive) throws -> XMLScanner {
    guard let entry = archive.entry(named: "content.xml") else {
      throw ContainerFailure.damagedWorkbook(
        Bilingual(fr: "il lui manque son contenu", en: "its content is missing")
      )
    }
    return XMLScanner(try archive.open(entry))
  }

  /// An encrypted document says so in its manifest (ODF 1.2 part 3 § 4.8).
  private static func refuseEncryption(_ archive: ZipArchive) throws {
    guard let entry = archive.entry(named: "META-INF/manifest.xml") else { return }
    let scanner = XMLScanner(try archive.open(entry))
    while true {
      switch try scanner.next() {
      case .open where scanner.isNamed("encryption-data"): throw Refusal.workbookEncrypted.failure
      case .end: return
      default: continue
      }
    }
  }
}

/// The rows of a sheet of an OpenDocument spreadsheet.
final class ODSSheetRows: SheetRows {
  private enum Kind { case text, number, date, time, boolean }

  /// Rows repeated beyond this count hold nothing but formatting, unless the file is hostile.
  private static let repeatedBytes = 64 << 20

  private(set) var log = FindingLog()
  private(set) var hiddenColumns = IndexSet()
  private var declaredColumns = 0
  private let scanner: XMLScanner
  private var lastNumber = 0
  private var cellCount = 0
  private var expandedBytes = 0
  private var pendingRow = SheetRow()
  private var pendingCount = 0
  private var value: [UInt8] = []
  private var shown: [UInt8] = []

  init(_ scanner: XMLScanner) { self.scanner = scanner }

  func next(into row: inout SheetRow) throws -> Bool {
    if pendingCount > 0 {
      lastNumber += 1
      pendingCount -= 1
      row = pendingRow
      row.number = lastNumber
      return true
    }
    while true {
      switch try scanner.next() {
      case .open where scanner.isNamed("table-column"): try noteColumns()
      case .open where scanner.isNamed("table-row"):
        if try readRow(&row) { return true }
      // A table within a cell is not of this sheet.
      case .open where scanner.isNamed("table"): try scanner.skipElement()
      case .open where scanner.isNamed("shapes") || scanner.isNamed("forms"): try scanner.skipElement()
      case .close where scanner.isNamed("table"): return false
      case .end: return false
      default: continue
      }
    }
  }

  /// Reads a row.
  ///
  /// False when it stands for many blank ones, which need not be given.
  private func readRow(_ row: inout SheetRow) throws -> Bool {
    let repeats = Self.count(try scanner.attribute("number-rows-repeated"))
    let visibility = try scanner.attribute("visibility") ?? "visible"
    guard lastNumber + repeats <= SheetLimits.rows * 2 else { throw ContainerFailure.workbookTooLarge() }
    row.start(number: lastNumber + 1)
    loop: while true {
      switch try scanner.next() {
      case .open where scanner.isNamed("table-cell") || scanner.isNamed("covered-table-cell"):
        try readCell(&row)
      case .close where scanner.isNamed("table-row"): break loop
      case .end: throw XMLScanner.damaged()
      default: continue
      }
    }
    let isBlank = row.filledCount == 0
    lastNumber += isBlank ? repeats : 1
    if isBlank { return repeats == 1 }
    cellCount += row.count * repeats
    expandedBytes += row.bytes.count * (repeats - 1)
    guard cellCount <= SheetLimits.cells, expandedBytes <= Self.repeatedBytes else {
      throw ContainerFailure.workbookTooLarge()
    }
    if visibility != "visible" { log.add(SheetFindings.hiddenRow(row.number)) }
    if repeats > 1 {
      pendingRow = row
      pendingCount = repeats - 1
    }
    return true
  }

  private func noteColumns() throws {
    let repeats = Self.count(try scanner.attribute("number-columns-repeated"))
    let isHidden = try scanner.attribute("visibility") == "collapse"
    let next = min(declaredColumns + repeats, SheetLimits.columns)
    // The unused columns to the right of a sheet may be hidden as well: they are those of one long run.
    if isHidden, repeats < 1000 {
      hiddenColumns.insert(integersIn: declaredColumns..<max(next, declaredColumns))
    }
    declaredColumns = next
  }

  private func readCell(_ row: inout SheetRow) throws {
    var kind = Kind.text
    var hasFormula = false
    var repeats = 1
    value.removeAll(keepingCapacity: true)
    try scanner.forEachAttribute { name, attribute in
      if name.matches("value-type") { kind = Self.kind(attribute) }
      if name.matches("formula") { hasFormula = true }
      if name.matches("number-columns-repeated") {
        repeats = Self.count(String(decoding: attribute, as: UTF8.self))
      }
      if name.matches("value") || name.matches("date-value") || name.matches("time-value")
        || name.matches("boolean-value")
      {
        value = Array(attribute)
      }
    }
    try readShown()
    if hasFormula { noteFormula(row: row.number) }
    let isBlank = value.isEmpty && shown.isEmpty
    guard row.count + repeats <= (isBlank ? SheetLimits.columns * 2 : SheetLimits.columns) else {
      throw ContainerFailure.workbookTooLarge()
    }
    row.append { write(kind, to: &$0) }
    row.repeatLast(repeats - 1)
  }

  private func noteFormula(row: Int) {
    let text = String(decoding: shown, as: UTF8.self)
    if value.isEmpty, shown.isEmpty {
      log.add(SheetFindings.uncomputed(row: row))
    } else if text.hasPrefix("#") || text.hasPrefix("Err:") {
      log.add(SheetFindings.error(row: row, cell: text))
    }
  }

  /// Reads the paragraphs of a cell into `shown`, without its notes.
  private func readShown() throws {
    shown.removeAll(keepingCapacity: true)
    var paragraphs = 0
    var depth = 0
    while true {
      switch try scanner.next() {
      case .open where scanner.isNamed("annotation") || scanner.isNamed("table"): try scanner.skipElement()
      case .open where scanner.isNamed("p"):
        if paragraphs > 0 { shown.append(0x0A) }
        paragraphs += 1
        depth += 1
      case .close where scanner.isNamed("p"): depth -= 1
      case .open where scanner.isNamed("s"):
        let count = min(Self.count(try scanner.attribute("c")), 1024)
        shown.append(contentsOf: repeatElement(0x20, count: count))
      case .open where scanner.isNamed("tab"): shown.append(0x09)
      case .open where scanner.isNamed("line-break"): shown.append(0x0A)
      case .text where depth > 0: scanner.appendText(to: &shown)
      case .close where scanner.isNamed("table-cell") || scanner.isNamed("covered-table-cell"): return
      case .end: throw XMLScanner.damaged()
      default: continue
      }
    }
  }

  private func write(_ kind: Kind, to bytes: inout [UInt8]) {
    switch kind {
    case .text: bytes.append(contentsOf: value.isEmpty || !shown.isEmpty ? shown : value)
    case .number: writeNumber(to: &bytes)
    case .date: bytes.append(contentsOf: value)
    case .boolean: bytes.append(contentsOf: value)
    case .time: bytes.append(contentsOf: Self.clock(value))
    }
  }

  /// A code keeps the leading zeros and the blanks between its digits with which it is shown.
  private func writeNumber(to bytes: inout [UInt8]) {
    let text = String(decoding: value, as: UTF8.self)
    guard let number = Double(text) else {
      bytes.append(contentsOf: shown)
      return
    }
    let digits = shown.filter { $0 != 0x20 }
    if shown.first == UInt8(ascii: "0"), digits.count > 1, digits.count < 16,
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      Double(String(decoding: digits, as: UTF8.self)) == number
    {
      bytes.append(contentsOf: shown)
      return
    }
    value.withUnsafeBufferPointer {
      CellWriting.append(number, written: $0, format: .plain, epoch1904: false, to: &bytes)
    }
  }

  /// A time of day from its ISO 8601 duration: `PT08H30M00S` becomes `08:30:00`.
  private static func clock(_ duration: [UInt8]) -> [UInt8] {
    let text = String(decoding: duration, as: UTF8.self)
    guard let match = text.wholeMatch(of: /PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S/) else { return duration }
    return [match.1, match.2, match.3].map { $0.count < 2 ? "0" + $0 : String($0) }.joined(separator: ":")
      .utf8.map { $0 }
  }

  private static func kind(_ type: UnsafeBufferPointer<UInt8>) -> Kind {
    if type.matches("float") || type.matches("percentage") || type.matches("currency") { return .number }
    if type.matches("date") { return .date }
    if type.matches("time") { return .time }
    return type.matches("boolean") ? .boolean : .text
  }

  private static func count(_ text: String?) -> Int { max(1, min(text.flatMap { Int($0) } ?? 1, 1 << 24)) }
}
