import Foundation
import Messages
import Tabular

/// A workbook of Excel 97 to 2003 (MS-XLS, BIFF8).
final class XLSWorkbook: Workbook {
  let container = "xls"
  let encoding = "utf-16le"
  let sheets: [SheetLabel]
  private let stream: [UInt8]
  private let starts: [Int]
  private let globals: XLSGlobals

  /// Reads the globals of the workbook in `file`.
  init(_ file: CompoundFile) throws {
    guard let stream = try file.stream("Workbook") else { throw Self.refusal(file) }
    self.stream = stream
    globals = try XLSGlobals(stream)
    sheets = globals.sheets.map(\.label)
    starts = globals.sheets.map(\.start)
    guard !sheets.isEmpty else { throw ContainerFailure.emptyWorkbook() }
  }

  func rows(ofSheet index: Int) throws -> any SheetRows {
    try XLSSheetRows(stream, start: starts[index], globals: globals)
  }

  /// What a compound document is that is no workbook.
  private static func refusal(_ file: CompoundFile) -> Failure {
    let names = Set(file.names.map { $0.lowercased() })
    if names.contains("encryptedpackage") { return Refusal.workbookEncrypted.failure }
    if names.contains("book") { return Refusal.workbookOld.failure }
    if names.contains("worddocument") { return Refusal.document.failure }
    if names.contains("powerpoint document") { return Refusal.presentation.failure }
    if names.contains(where: { $0.hasPrefix("__properties_version") }) { return Refusal.message.failure }
    return Refusal.unknown.failure
  }
}

/// A record of a BIFF stream: its kind and where its bytes lie.
struct XLSRecord {
  let kind: Int
  let range: Range<Int>

  /// The record at `offset`; nil at the end.
  init?(_ stream: [UInt8], at offset: Int) {
    guard offset >= 0, offset + 4 <= stream.count else { return nil }
    let end = offset + 4 + stream.little16(offset + 2)
    guard end <= stream.count else { return nil }
    kind = stream.little16(offset)
    range = (offset + 4)..<end
  }

  static let endOfFile = 0x000A
  static let continuation = 0x003C
  static let beginning = 0x0809
}

/// What all sheets of an XLS workbook need: its texts, its formats, its list of sheets.
struct XLSGlobals {
  struct Sheet {
    var label: SheetLabel
    var start: Int
  }

  private(set) var sheets: [Sheet] = []
  private(set) var texts = SharedTexts()
  private(set) var styles: [NumberFormat] = []
  private(set) var epoch1904 = false
  private var formats: [Int: NumberFormat] = [:]

  init(_ stream: [UInt8]) throws {
    guard let first = XLSRecord(stream, at: 0), first.kind == XLSRecord.beginning, first.range.count >= 4
    else {
      throw XLSText.damaged()
    }
    guard stream.little16(first.range.lowerBound) == 0x0600 else { throw Refusal.workbookOld.failure }
    var record = first
    while record.kind != XLSRecord.endOfFile {
      try read(record, in: stream)
      guard let next = XLSRecord(stream, at: record.range.upperBound) else { throw XLSText.damaged() }
      record = next
    }
  }

  private mutating func read(_ record: XLSRecord, in stream: [UInt8]) throws {
    let at = record.range.lowerBound
    let size = record.range.count
    switch record.kind {
    case 0x002F: throw Refusal.workbookEncrypted.failure
    case 0x0022 where size >= 2: epoch1904 = stream.little16(at) == 1
    case 0x041E where size >= 5:
      var reader = XLSText(stream, record)
      reader.skip(2)
      formats[stream.little16(at)] = NumberFormat(code: try reader.text(length: reader.number16()))
    case 0x00E0 where size >= 4:
      let identifier = stream.little16(at + 2)
      styles.append(formats[identifier] ?? NumberFormat(builtIn: identifier))
    case 0x0085 where size >= 8:
      var reader = XLSText(stream, record)
      reader.skip(6)
      guard stream[at + 5] == 0 else { return }
      let name = try reader.text(length: reader.number8())
      sheets.append(
        Sheet(label: SheetLabel(name: name, isHidden: stream[at + 4] != 0), start: stream.little32(at))
      )
    case 0x00FC where size >= 8: try readTexts(XLSText(stream, record))
    default: break
    }
  }

  private mutating func readTexts(_ reader: XLSText) throws {
    var reader = reader
    reader.skip(4)
    let count = try reader.number32()
    for _ in 0..<count {
      guard !reader.isAtEnd else { return }
      texts.append(Array(try reader.text(length: reader.number16()).utf8))
    }
  }
}

/// Reads the texts of a record and of the records that continue it (MS-XLS § 2.5.293).
struct XLSText {
  private let stream: [UInt8]
  private var at: Int
  private var end: Int

  init(_ stream: [UInt8], _ record: XLSRecord) {
    self.stream = stream
    at = record.range.lowerBound
    end = record.range.upperBound
  }

  /// Whether nothing is left, in the continuations either.
  var isAtEnd: Bool { at >= end && XLSRecord(stream, at: end)?.kind != XLSRecord.continuation }

  static func damaged() -> Failure {
    ContainerFailure.damagedWorkbook(
      Bilingual(fr: "un enregistrement est incomplet", en: "a record is incomplete")
    )
  }

  mutating func skip(_ count: Int) { at += count }

  mutating func number8() throws -> Int { Int(try byte()) }
  mutating func number16() throws -> Int { try number8() | number8() << 8 }
  mutating func number32() throws -> Int { try number16() | number16() << 16 }

  /// Reads a text of `length` UTF-16 units: its flags, its units, then what formats it.
  mutating func text(length: Int) throws -> String {
    let flags = try byte()
    var isWide = flags & 1 != 0
    let runs = flags & 8 != 0 ? try number16() : 0
    let phonetic = flags & 4 != 0 ? try number32() : 0
    var units: [UInt16] = []
    units.reserveCapacity(length)
    while units.count < length {
      if at >= end {
        try enterContinuation()
        isWide = try byte() & 1 != 0
      }
      units.append(UInt16(isWide ? try number16() : try number8()))
    }
    try skipAcross(runs * 4 + phonetic)
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func byte() throws -> UInt8 {
    if at >= end { try enterContinuation() }
    defer { at += 1 }
    return stream[at]
  }

  private mutating func enterContinuation() throws {
    guard let next = XLSRecord(stream, at: end), next.kind == XLSRecord.continuation, !next.range.isEmpty
    else {
      throw Self.damaged()
    }
    at = next.range.lowerBound
    end = next.range.upperBound
  }

  private mutating func skipAcross(_ count: Int) throws {
    var left = count
    while left > 0 {
      if at >= end { try enterContinuation() }
      let step = min(left, end - at)
      at += step
      left -= step
    }
  }
}
