/// A workbook of one sheet in Office Open XML (ECMA-376), kept to what spreadsheets need to open it.
struct Workbook {
  /// A cell.
  enum Cell {
    case text(String)
    case number(Double, places: Int)
    /// A day, shown as dd/mm/yyyy; days since 1899-12-30.
    case day(Int)
    case empty
  }

  private let sheetName: String
  private var rows: [[Cell]] = []

  init(sheetName: String) { self.sheetName = sheetName }

  mutating func row(_ cells: [Cell]) { rows.append(cells) }

  func bytes() -> [UInt8] {
    var archive = StoredArchive()
    archive.add("[Content_Types].xml", Workbook.contentTypes)
    archive.add("_rels/.rels", Workbook.packageRelations)
    archive.add("xl/workbook.xml", workbook)
    archive.add("xl/_rels/workbook.xml.rels", Workbook.workbookRelations)
    archive.add("xl/styles.xml", Workbook.styles)
    archive.add("xl/worksheets/sheet1.xml", sheet)
    return archive.bytes()
  }

  private var sheet: String {
    var text = Workbook.head + "<worksheet xmlns=\"\(Workbook.main)\"><sheetData>"
    for (number, cells) in rows.enumerated() {
      text += "<row r=\"\(number + 1)\">"
      for (column, cell) in cells.enumerated() {
        text += xml(of: cell, at: Workbook.name(column) + "\(number + 1)")
      }
      text += "</row>"
    }
    return text + "</sheetData></worksheet>"
  }

  private func xml(of cell: Cell, at place: String) -> String {
    switch cell {
    case .text(let text):
      "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(Workbook.escaped(text))</t></is></c>"
    case .number(let value, let places):
      "<c r=\"\(place)\"><v>\(Decimals.text(value, places: places))</v></c>"
    case .day(let serial): "<c r=\"\(place)\" s=\"1\"><v>\(serial)</v></c>"
    case .empty: ""
    }
  }

  private var workbook: String {
    Workbook.head + "<workbook xmlns=\"\(Workbook.main)\" xmlns:r=\"\(Workbook.relations)\"><sheets>"
      + "<sheet name=\"\(Workbook.escaped(sheetName))\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
  }

  /// The letters of a column, from 0.
  private static func name(_ column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? letter : name(column / 26 - 1) + letter
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private static let contentTypes =
    head + "<Types xmlns=\"\(package)/content-types\">"
    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(mediaType).sheet.main+xml\"/>"
    + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(mediaType).styles+xml\"/>"
    + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(mediaType).worksheet+xml\"/></Types>"

  private static let packageRelations =
    head + "<Relationships xmlns=\"\(package)/relationships\">"
    + "<Relationship Id=\"rId1\" Type=\"\(relations)/officeDocument\" Target=\"xl/workbook.xml\"/>"
    + "</Relationships>"

  private static let workbookRelations =
    head + "<Relationships xmlns=\"\(package)/relationships\">"
    + "<Relationship Id=\"rId1\" Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
    + "<Relationship Id=\"rId2\" Type=\"\(relations)/styles\" Target=\"styles.xml\"/></Relationships>"

  private static let styles =
    head
    + "<styleSheet xmlns=\"\(main)\"><numFmts count=\"1\">"
    + "<numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
    + "</numFmts><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills>"
    + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
    + "<cellXfs count=\"2\"><xf/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
}
