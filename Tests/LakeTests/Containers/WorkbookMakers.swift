import Foundation

/// Makes XLSX workbooks from the XML of their cells.
struct XLSXMaker {
  struct Sheet {
    var name: String
    /// The content of `sheetData`.
    var rows: String
    var state = "visible"
    /// What precedes `sheetData`.
    var columns = ""
  }

  var sheets: [Sheet]
  /// The codes of number formats: the cell style n+1 shows numbers in the n-th.
  var formats: [String] = []
  var texts: [String] = []
  var isFrom1904 = false

  private static let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// The parts of the workbook, to be zipped.
  var parts: ZipMaker {
    var zip = ZipMaker([
      "[Content_Types].xml": "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd."
        + "openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
      "_rels/.rels": relationships([("rId1", "officeDocument", "xl/workbook.xml")]),
      "xl/workbook.xml": workbook,
      "xl/_rels/workbook.xml.rels": relationships(
        sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
          + [("rId98", "styles", "styles.xml"), ("rId99", "sharedStrings", "/xl/sharedStrings.xml")]
      ),
      "xl/styles.xml": styles,
      "xl/sharedStrings.xml": "<sst \(Self.space)>"
        + texts.map { "<si><t xml:space=\"preserve\">\($0)</t></si>" }.joined() + "</sst>",
    ])
    for (index, sheet) in sheets.enumerated() {
      let xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet \(Self.space)>" + sheet.columns
        + "<sheetData>" + sheet.rows + "</sheetData></worksheet>"
      zip.members.append(ZipMaker.Member(name: "xl/worksheets/sheet\(index + 1).xml", bytes: Array(xml.utf8)))
    }
    return zip
  }

  /// The bytes of the workbook.
  var bytes: [UInt8] { parts.bytes }

  /// A sheet of inline texts, row after row from the first; `nil` for a blank row.
  static func sheet(_ name: String, _ rows: [[String]?], state: String = "visible") -> Sheet {
    let xml = rows.enumerated().map { index, cells in
      guard let cells else { return "" }
      let all = cells.enumerated().map { column, text in
        text.isEmpty
          ? "" : "<c r=\"\(letters(column))\(index + 1)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }
      return "<row r=\"\(index + 1)\">\(all.joined())</row>"
    }
    return Sheet(name: name, rows: xml.joined(), state: state)
  }

  private static func letters(_ column: Int) -> String {
    String(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(column))))
  }

  private var workbook: String {
    let all = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\" r:id=\"rId\(index + 1)\"/>"
    }
    return
      "<workbook \(Self.space) xmlns:r=\"\(Self.office)\"><workbookPr date1904=\"\(isFrom1904 ? 1 : 0)\"/>"
      + "<sheets>\(all.joined())</sheets></workbook>"
  }

  private var styles: String {
    let codes = formats.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>" }
      .joined()
    let cells = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }.joined()
    return
      "<styleSheet \(Self.space)><numFmts>\(codes)</numFmts><cellXfs><xf numFmtId=\"0\"/>\(cells)</cellXfs>"
      + "</styleSheet>"
  }

  private func relationships(_ all: [(id: String, type: String, target: String)]) -> String {
    "<Relationships>"
      + all.map {
        "<Relationship Id=\"\($0.id)\" Type=\"\(Self.office)/\($0.type)\" Target=\"\($0.target)\"/>"
      }.joined()
      + "</Relationships>"
  }
}

/// Makes OpenDocument spreadsheets.
struct ODSMaker {
  /// The content of `office:spreadsheet`.
  var tables: String
  var manifest = ""

  var bytes: [UInt8] {
    var zip = ZipMaker([
      "content.xml": "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" "
        + "xmlns:text=\"x\"><office:body><office:spreadsheet>\(tables)</office:spreadsheet></office:body>"
        + "</office:document-content>",
      "META-INF/manifest.xml": "<manifest:manifest xmlns:manifest=\"m\">\(manifest)</manifest:manifest>",
    ])
    let mark = Array("application/vnd.oasis.opendocument.spreadsheet".utf8)
    zip.members.insert(ZipMaker.Member(name: "mimetype", bytes: mark, isDeflated: false), at: 0)
    return zip.bytes
  }

  /// A row of cells.
  static func row(_ cells: String..., repeated: Int = 1) -> String {
    "<table:table-row table:number-rows-repeated=\"\(repeated)\">\(cells.joined())</table:table-row>"
  }

  /// A cell of text.
  static func text(_ text: String, repeated: Int = 1) -> String {
    "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"\(repeated)\">"
      + "<text:p>\(text)</text:p></table:table-cell>"
  }

  /// A cell of another type, with how it is shown.
  static func value(_ type: String, _ attribute: String, _ value: String, shown: String) -> String {
    "<table:table-cell office:value-type=\"\(type)\" office:\(attribute)=\"\(value)\"><text:p>\(shown)</text:p>"
      + "</table:table-cell>"
  }
}

/// Makes XLS workbooks: BIFF8 records in a compound file.
struct XLSMaker {
  enum Cell {
    case text(String), number(Double, style: Int), packed(Int), boolean(Bool), error(UInt8), formulaText(
      String
    )
  }

  var cells: [(row: Int, column: Int, cell: Cell)] = []
  var formats: [String] = []
  var streamName = "Workbook"
  var version = 0x0600
  var isEncrypted = false
  /// After how many bytes the table of texts goes on in a record of its own.
  var continuesAfter = 8000

  var bytes: [UInt8] { Self.compound(stream, name: streamName) }

  /// The BIFF stream.
  var stream: [UInt8] {
    let beginning = Self.record(0x0809, Self.little(version, 2) + Self.little(5, 2) + Self.little(0, 12))
    var globals = beginning
    if isEncrypted { globals += Self.record(0x002F, Self.little(0, 6)) }
    for (index, code) in formats.enumerated() {
      globals += Self.record(0x041E, Self.little(164 + index, 2) + Self.wide(code))
    }
    for format in [0] + formats.indices.map({ 164 + $0 }) {
      globals += Self.record(0x00E0, Self.little(0, 2) + Self.little(format, 2) + Self.little(0, 16))
    }
    let name = Array("Feuille".utf8)
    let texts = Self.record(textTable, continuesAfter: continuesAfter)
    let sheetStart = globals.count + 4 + 8 + name.count + texts.count + 4
    globals += Self.record(0x0085, Self.little(sheetStart, 4) + [0, 0, UInt8(name.count), 0] + name)
    globals += texts + Self.record(0x000A, [])
    return globals + beginning + cells.flatMap { Self.cell($0.row, $0.column, $0.cell, texts: self.texts) }
      + Self.record(0x000A, [])
  }

  private var texts: [String] {
    cells.compactMap { if case .text(let text) = $0.cell { text } else { nil } }
  }

  private var textTable: [UInt8] {
    Self.little(texts.count, 4) + Self.little(texts.count, 4) + texts.flatMap(Self.wide)
  }

  private static func wide(_ text: String) -> [UInt8] {
    little(text.utf16.count, 2) + [1] + text.utf16.flatMap { little(Int($0), 2) }
  }

  private static func cell(_ row: Int, _ column: Int, _ cell: Cell, texts: [String]) -> [UInt8] {
    let place = little(row, 2) + little(column, 2)
    switch cell {
    case .text(let text):
      return record(0x00FD, place + little(0, 2) + little(texts.firstIndex(of: text) ?? 0, 4))
    case .number(let number, let style):
      return record(0x0203, place + little(style, 2) + little(Int(bitPattern: UInt(number.bitPattern)), 8))
    case .packed(let number): return record(0x027E, place + little(0, 2) + little(number << 2 | 2, 4))
    case .boolean(let value): return record(0x0205, place + little(0, 2) + [value ? 1 : 0, 0])
    case .error(let code): return record(0x0205, place + little(0, 2) + [code, 1])
    case .formulaText(let text):
      let result: [UInt8] = [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
      return record(0x0006, place + little(0, 2) + result + little(0, 8)) + record(0x0207, wide(text))
    }
  }

  private static func record(_ kind: Int, _ bytes: [UInt8]) -> [UInt8] {
    little(kind, 2) + little(bytes.count, 2) + bytes
  }

  /// The table of texts, cut where each continuation may start: within characters, whose flags come again.
  private static func record(_ table: [UInt8], continuesAfter limit: Int) -> [UInt8] {
    guard table.count > limit else { return record(0x00FC, table) }
    return record(0x00FC, Array(table[..<limit])) + record(0x003C, [1] + table[limit...])
  }

  private static func compound(_ stream: [UInt8], name: String) -> [UInt8] {
    let padded =
      stream + [UInt8](repeating: 0, count: max(4096, (stream.count + 511) / 512 * 512) - stream.count)
    let sectors = padded.count / 512
    var table = (1..<sectors).map { little($0, 4) } + [little(0xFFFF_FFFE, 4)]
    table.append(little(0xFFFF_FFFE, 4))
    let tableSectors = (sectors + 1 + 127) / 128 + 1
    table += [[UInt8]](repeating: little(0xFFFF_FFFD, 4), count: tableSectors)
    let links = table.flatMap { $0 } + [UInt8](repeating: 0xFF, count: tableSectors * 512 - table.count * 4)
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + little(0, 16)
    header += little(0x3E, 2) + little(3, 2) + little(0xFFFE, 2) + little(9, 2) + little(6, 2) + little(0, 10)
    header += little(tableSectors, 4) + little(sectors, 4) + little(0, 4) + little(4096, 4)
    header += little(0xFFFF_FFFE, 4) + little(0, 4) + little(0xFFFF_FFFE, 4) + little(0, 4)
    header += (0..<109).flatMap { little($0 < tableSectors ? sectors + 1 + $0 : 0xFFFF_FFFF, 4) }
    let entries =
      entry("Root Entry", kind: 5, start: 0xFFFF_FFFE, size: 0)
      + entry(name, kind: 2, start: 0, size: padded.count) + [UInt8](repeating: 0, count: 256)
    return header + padded + entries + links
  }

  private static func entry(_ name: String, kind: UInt8, start: Int, size: Int) -> [UInt8] {
    var bytes = name.utf16.flatMap { little(Int($0), 2) }
    bytes += [UInt8](repeating: 0, count: 64 - bytes.count)
    bytes += little(name.utf16.count * 2 + 2, 2) + [kind, 1] + [UInt8](repeating: 0xFF, count: 12)
    return bytes + little(0, 36) + little(start, 4) + little(size, 4) + little(0, 4)
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] { ZipMaker.little(number, count) }
}
