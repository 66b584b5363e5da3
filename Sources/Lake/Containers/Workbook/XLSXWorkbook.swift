import Foundation
import Messages
import Tabular

/// An Office Open XML workbook (ECMA-376 part 1, SpreadsheetML), strict or transitional.
final class XLSXWorkbook: Workbook {
  let container = "xlsx"
  let encoding = "utf-8"
  let sheets: [SheetLabel]
  private let archive: ZipArchive
  private let parts: [String]
  private let context: XLSXContext

  /// Reads what a workbook says of its sheets, its formats and its shared texts.
  init(archive: ZipArchive) throws {
    self.archive = archive
    let main = try Self.mainPart(archive)
    let folder = (main as NSString).deletingLastPathComponent
    let targets = try Self.relationships(of: main, in: archive)
    let outline = try XLSXOutline(try Self.scanner(archive, main))
    var parts: [String] = []
    var sheets: [SheetLabel] = []
    for sheet in outline.sheets {
      guard let target = targets[sheet.relationship], target.type.hasSuffix("/worksheet") else { continue }
      parts.append(Self.resolve(target.path, from: folder))
      sheets.append(SheetLabel(name: sheet.name, isHidden: sheet.isHidden))
    }
    guard !sheets.isEmpty else {
      throw ContainerFailure.damagedWorkbook(Bilingual(fr: "il n’a pas de feuille", en: "it has no sheet"))
    }
    func part(_ type: String) -> String? {
      targets.values.first { $0.type.hasSuffix(type) }.map { Self.resolve($0.path, from: folder) }
    }
    let styles = try part("/styles").flatMap { try Self.optionalScanner(archive, $0) }
    let shared = try part("/sharedStrings").flatMap { try Self.optionalScanner(archive, $0) }
    self.sheets = sheets
    self.parts = parts
    context = XLSXContext(
      formats: try styles.map(XLSXStyles.formats) ?? [],
      texts: try shared.map(SharedTexts.init) ?? SharedTexts(),
      epoch1904: outline.epoch1904
    )
  }

  func rows(ofSheet index: Int) throws -> any SheetRows {
    XLSXSheetRows(try Self.scanner(archive, parts[index]), context: context)
  }

  private static func scanner(_ archive: ZipArchive, _ part: String) throws -> XMLScanner {
    guard let scanner = try optionalScanner(archive, part) else {
      throw ContainerFailure.damagedWorkbook(
        Bilingual(fr: "il lui manque une partie (« \(part) »)", en: "a part is missing (“\(part)”)")
      )
    }
    return scanner
  }

  /// Names of parts are compared without case (ECMA-376 part 2 § 9.1.1).
  private static func optionalScanner(_ archive: ZipArchive, _ part: String) throws -> XMLScanner? {
    let entry =
      archive.entry(named: part) ?? archive.entries.first { $0.name.lowercased() == part.lowercased() }
    return try entry.map { XMLScanner(try archive.open($0)) }
  }

  private struct Target {
    var type: String
    var path: String
  }

  private static func mainPart(_ archive: ZipArchive) throws -> String {
    let targets = try relationships(of: "", in: archive)
    let main = targets.values.first { $0.type.hasSuffix("/officeDocument") }
    return main.map { resolve($0.path, from: "") } ?? "xl/workbook.xml"
  }

  private static func relationships(of part: String, in archive: ZipArchive) throws -> [String: Target] {
    let folder = (part as NSString).deletingLastPathComponent
    let name = (part as NSString).lastPathComponent
    let path = (folder.isEmpty ? "" : folder + "/") + "_rels/" + name + ".rels"
    guard let scanner = try optionalScanner(archive, path) else { return [:] }
    var targets: [String: Target] = [:]
    while true {
      switch try scanner.next() {
      case .open where scanner.isNamed("Relationship"):
        guard let id = try scanner.attribute("Id"), let path = try scanner.attribute("Target") else {
          continue
        }
        targets[id] = Target(type: try scanner.attribute("Type") ?? "", path: path)
      case .end: return targets
      default: continue
      }
    }
  }

  /// The name in the archive of a part that another of `folder` refers to.
  private static func resolve(_ target: String, from folder: String) -> String {
    guard !target.hasPrefix("/") else { return String(target.dropFirst()) }
    var steps = folder.split(separator: "/")
    for step in target.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// What all sheets of a workbook need to show their cells.
struct XLSXContext {
  /// The format of each style of cell.
  let formats: [NumberFormat]
  /// The texts that cells refer to by their number.
  let texts: SharedTexts
  /// Whether days are counted from 1904.
  let epoch1904: Bool
}

/// The list of sheets of `workbook.xml`.
private struct XLSXOutline {
  struct Sheet {
    var name: String
    var relationship: String
    var isHidden: Bool
  }

  var sheets: [Sheet] = []
  var epoch1904 = false

  init(_ scanner: XMLScanner) throws {
    while true {
      switch try scanner.next() {
      case .open where scanner.isNamed("sheet"):
        let state = try scanner.attribute("state") ?? "visible"
        sheets.append(
          Sheet(
            name: try scanner.attribute("name") ?? "",
            relationship: try scanner.attribute("id") ?? "",
            isHidden: state != "visible"
          )
        )
      case .open where scanner.isNamed("workbookPr"):
        epoch1904 = ["1", "true"].contains(try scanner.attribute("date1904") ?? "")
      case .end: return
      default: continue
      }
    }
  }
}

/// The formats of `styles.xml`.
private enum XLSXStyles {
  static func formats(_ scanner: XMLScanner) throws -> [NumberFormat] {
    var custom: [Int: NumberFormat] = [:]
    var formats: [NumberFormat] = []
    var inCellFormats = false
    while true {
      switch try scanner.next() {
      case .open where scanner.isNamed("numFmt"):
        guard let id = try scanner.attribute("numFmtId").flatMap({ Int($0) }) else { continue }
        custom[id] = NumberFormat(code: try scanner.attribute("formatCode") ?? "")
      case .open where scanner.isNamed("cellXfs"): inCellFormats = true
      case .close where scanner.isNamed("cellXfs"): inCellFormats = false
      case .open where inCellFormats && scanner.isNamed("xf"):
        let id = try scanner.attribute("numFmtId").flatMap { Int($0) } ?? 0
        formats.append(custom[id] ?? NumberFormat(builtIn: id))
      case .end: return formats
      default: continue
      }
    }
  }
}

/// The texts that the cells of a workbook share, in one buffer.
struct SharedTexts {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// Makes an empty list.
  init() {}

  /// Reads `sharedStrings.xml`: the runs of a text joined, its phonetic guide left out.
  init(_ scanner: XMLScanner) throws {
    var inText = false
    while true {
      switch try scanner.next() {
      case .open where scanner.isNamed("t"): inText = true
      case .close where scanner.isNamed("t"): inText = false
      case .open where scanner.isNamed("rPh"): try scanner.skipElement()
      case .close where scanner.isNamed("si"): endText()
      case .text where inText: scanner.appendText(to: &bytes)
      case .end: return
      default: continue
      }
      if bytes.count > SheetLimits.sharedBytes { throw ContainerFailure.workbookTooLarge() }
    }
  }

  /// Adds a text.
  mutating func append(_ text: [UInt8]) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  private mutating func endText() {
    EscapedCharacters.resolve(in: &bytes, from: ends.last ?? 0)
    ends.append(bytes.count)
  }

  /// Adds the text of a number to `cell`.
  ///
  /// False when there is no such text.
  func append(_ number: Int, to cell: inout [UInt8]) -> Bool {
    guard ends.indices.contains(number) else { return false }
    cell.append(contentsOf: bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]])
    return true
  }
}

/// Characters that XML cannot hold, written `_x000D_` in the texts of workbooks (ECMA-376 § 22.9.2.19).
enum EscapedCharacters {
  /// Resolves them in the end of `bytes`.
  static func resolve(in bytes: inout [UInt8], from start: Int) {
    guard bytes.count - start >= 7, bytes[start...].contains(UInt8(ascii: "_")) else { return }
    let text = String(decoding: bytes[start...], as: UTF8.self)
    guard text.contains("_x") else { return }
    let resolved = text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? String(match.0)
    }
    bytes.replaceSubrange(start..., with: resolved.utf8)
  }
}
