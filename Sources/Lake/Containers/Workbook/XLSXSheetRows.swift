import Foundation
import Messages
import Tabular

/// The rows of a sheet of an Office Open XML workbook.
final class XLSXSheetRows: SheetRows {
  private enum Kind { case number, shared, text, inline, boolean, error, moment }

  private(set) var log = FindingLog()
  private(set) var hiddenColumns = IndexSet()
  private let scanner: XMLScanner
  private let context: XLSXContext
  private var lastNumber = 0
  private var cellCount = 0
  private var value: [UInt8] = []

  init(_ scanner: XMLScanner, context: XLSXContext) {
    self.scanner = scanner
    self.context = context
  }

  func next(into row: inout SheetRow) throws -> Bool {
    while true {
      switch try scanner.next() {
      case .open where scanner.isNamed("row"):
        try readRow(&row)
        return true
      case .open where scanner.isNamed("col"): try noteHiddenColumn()
      case .close where scanner.isNamed("sheetData"): return false
      case .end: return false
      default: continue
      }
    }
  }

  private func readRow(_ row: inout SheetRow) throws {
    var number = lastNumber + 1
    var isHidden = false
    try scanner.forEachAttribute { name, value in
      if name.matches("r") { number = max(number, Self.integer(value) ?? number) }
      if name.matches("hidden") { isHidden = value.matches("1") || value.matches("true") }
    }
    guard number <= SheetLimits.rows else { throw ContainerFailure.workbookTooLarge() }
    lastNumber = number
    row.start(number: number)
    loop: while true {
      switch try scanner.next() {
      case .open where scanner.isNamed("c"): try readCell(&row)
      case .close where scanner.isNamed("row"): break loop
      case .end: throw XMLScanner.damaged()
      default: continue
      }
    }
    cellCount += row.count
    guard cellCount <= SheetLimits.cells else { throw ContainerFailure.workbookTooLarge() }
    if isHidden, row.filledCount > 0 { log.add(SheetFindings.hiddenRow(number)) }
  }

  private func readCell(_ row: inout SheetRow) throws {
    var column = row.count
    var kind = Kind.number
    var style = 0
    try scanner.forEachAttribute { name, value in
      if name.matches("r") { column = Self.column(value) ?? column }
      if name.matches("t") { kind = Self.kind(value) }
      if name.matches("s") { style = Self.integer(value) ?? 0 }
    }
    guard column >= row.count, column < SheetLimits.columns else {
      throw ContainerFailure.damagedWorkbook(
        Bilingual(fr: "les cellules ne sont pas dans l’ordre", en: "the cells are not in order")
      )
    }
    let hasFormula = try readValue()
    row.pad(to: column)
    if value.isEmpty, hasFormula { log.add(SheetFindings.uncomputed(row: row.number)) }
    if kind == .error, !value.isEmpty {
      log.add(SheetFindings.error(row: row.number, cell: String(decoding: value, as: UTF8.self)))
    }
    try row.append { bytes in try write(kind, style: style, to: &bytes) }
  }

  /// Reads the cell's content into `value` and says whether a formula made it.
  private func readValue() throws -> Bool {
    value.removeAll(keepingCapacity: true)
    var inValue = false
    var hasFormula = false
    while true {
      switch try scanner.next() {
      case .open where scanner.isNamed("v") || scanner.isNamed("t"): inValue = true
      case .close where scanner.isNamed("v") || scanner.isNamed("t"): inValue = false
      case .open where scanner.isNamed("f"): hasFormula = true
      case .open where scanner.isNamed("rPh"): try scanner.skipElement()
      case .text where inValue: scanner.appendText(to: &value)
      case .close where scanner.isNamed("c"): return hasFormula
      case .end: throw XMLScanner.damaged()
      default: continue
      }
    }
  }

  private func write(_ kind: Kind, style: Int, to bytes: inout [UInt8]) throws {
    guard !value.isEmpty else { return }
    switch kind {
    case .shared:
      let number = value.withUnsafeBufferPointer(Self.integer)
      guard let number, context.texts.append(number, to: &bytes) else {
        throw ContainerFailure.damagedWorkbook(
          Bilingual(fr: "une cellule renvoie à un texte absent", en: "a cell refers to a missing text")
        )
      }
    case .text, .inline:
      let start = bytes.count
      bytes.append(contentsOf: value)
      EscapedCharacters.resolve(in: &bytes, from: start)
    case .error, .moment: bytes.append(contentsOf: value)
    case .boolean: bytes.append(contentsOf: (value.first == UInt8(ascii: "0") ? "false" : "true").utf8)
    case .number: writeNumber(style: style, to: &bytes)
    }
  }

  private func writeNumber(style: Int, to bytes: inout [UInt8]) {
    let format = context.formats.indices.contains(style) ? context.formats[style] : .plain
    guard let number = Double(String(decoding: value, as: UTF8.self)) else {
      bytes.append(contentsOf: value)
      return
    }
    value.withUnsafeBufferPointer { written in
      CellWriting.append(number, written: written, format: format, epoch1904: context.epoch1904, to: &bytes)
    }
  }

  private func noteHiddenColumn() throws {
    guard ["1", "true"].contains(try scanner.attribute("hidden") ?? ""),
      let first = try scanner.attribute("min").flatMap({ Int($0) }),
      let last = try scanner.attribute("max").flatMap({ Int($0) }), first >= 1, first <= last,
      last < SheetLimits.columns
    else { return }
    hiddenColumns.insert(integersIn: (first - 1)...(last - 1))
  }

  private static func kind(_ type: UnsafeBufferPointer<UInt8>) -> Kind {
    if type.matches("s") { return .shared }
    if type.matches("str") { return .text }
    if type.matches("inlineStr") { return .inline }
    if type.matches("b") { return .boolean }
    if type.matches("e") { return .error }
    return type.matches("d") ? .moment : .number
  }

  /// The column of a reference such as `AB12`, from 0.
  private static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
    var column = 0
    for byte in reference {
      let letter = byte & 0xDF
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) else { break }
      column = column * 26 + Int(letter - UInt8(ascii: "A")) + 1
      if column > SheetLimits.columns { return column }
    }
    return column > 0 ? column - 1 : nil
  }

  private static func integer(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
    var number = 0
    guard !digits.isEmpty, digits.count <= 12 else { return nil }
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }
}
