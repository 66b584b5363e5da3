import Foundation
import Messages
import Tabular
import Testing

@testable import Lake

@Suite("Workbooks") struct WorkbookTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ workbook: XLSXMaker, options: ReadingOptions = ReadingOptions()) throws -> ReadTable {
    try ReadTable(try folder.write(workbook.bytes, as: UUID().uuidString), options: options)
  }

  @Test("Codes keep the zeros they are shown with, dates are ISO, numbers lose the noise of their conversion")
  func cellsReadAsShown() throws {
    let cells: [(attributes: String, value: String, expected: String)] = [
      ("s=\"1\"", "1001", "01001"), ("s=\"2\"", "123456789", "01 23 45 67 89"), ("s=\"0\"", "1001", "1001"),
      ("s=\"3\"", "45058", "2023-05-12"), ("s=\"4\"", "45058.57303240741", "2023-05-12T13:45:10"),
      ("s=\"5\"", "0.354166666666667", "08:30:00"), ("s=\"6\"", "1.25", "30:00:00"),
      ("s=\"7\"", "0.125", "0.125"),
      ("s=\"8\"", "1234.5", "1234.5"), ("s=\"9\"", "7", "7"), ("s=\"10\"", "45047", "2023-05-01"),
      ("", "0.10000000000000001", "0.1"), ("", "3.3000000000000003", "3.3"),
      ("", "99000000000001", "99000000000001"),
      ("", "1.2E-4", "0.00012"), ("", "1.5E+9", "1500000000"), ("", "-12.5", "-12.5"), ("", "0", "0"),
      ("t=\"b\"", "1", "true"), ("t=\"b\"", "0", "false"), ("t=\"str\"", "a &amp; b_x000A_c", "a & b\nc"),
      ("t=\"s\"", "1", "  été  "), ("t=\"d\"", "2023-05-12", "2023-05-12"), ("s=\"3\"", "-5", "-5"),
      ("s=\"1\"", "12.5", "12.5"),
    ]
    let rows = cells.enumerated().map { index, cell in
      "<row r=\"\(index + 2)\"><c r=\"A\(index + 2)\" \(cell.attributes)><v>\(cell.value)</v></c></row>"
    }
    var workbook = XLSXMaker(sheets: [
      .init(
        name: "S",
        rows: "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>valeur</t></is></c></row>" + rows.joined()
      )
    ])
    workbook.formats = [
      "00000", "0#&quot; &quot;##&quot; &quot;##&quot; &quot;##&quot; &quot;##", "dd/mm/yyyy",
      "yyyy-mm-dd hh:mm:ss",
      "hh:mm", "[h]:mm:ss", "0.0%", "#,##0.00\\ [$€-40C]", "0", "mmm-yy",
    ]
    workbook.texts = ["autre", "  été  "]
    let table = try read(workbook, options: ReadingOptions(headerRow: 1))
    for (index, cell) in cells.enumerated() {
      #expect(table.rows[index][0] == cell.expected, "\(cell.attributes) \(cell.value)")
    }
  }

  @Test("Days of a workbook from an old Macintosh count from 1904")
  func epochOf1904() throws {
    var workbook = XLSXMaker(sheets: [
      .init(
        name: "S",
        rows: "<row><c t=\"inlineStr\"><is><t>jour</t></is></c></row><row><c s=\"1\"><v>43596</v></c></row>"
      )
    ])
    workbook.formats = ["dd/mm/yyyy"]
    workbook.isFrom1904 = true
    #expect(try read(workbook, options: ReadingOptions(headerRow: 1)).rows == [["2023-05-12"]])
  }

  @Test("The header is found below title lines; row numbers are those of the sheet; blank rows are told")
  func headerBelowTitles() throws {
    let table = try read(
      XLSXMaker(sheets: [
        XLSXMaker.sheet(
          "S",
          [
            ["Subventions versées en 2023"], nil, ["", "nom", "montant", "date"],
            ["", "Amicale", "120", "2023-01-02"],
            nil, nil, ["", "Comité", "80", "2023-02-03"], ["", "Club", "15", "2023-02-04"], nil,
          ]
        )
      ])
    )
    #expect(table.names == ["nom", "montant", "date"])
    #expect(table.dialect.headerRow == 3)
    #expect(table.dialect.skippedRows == 2)
    #expect(table.rowNumbers == [4, 7, 8])
    #expect(table.rows.last == ["Club", "15", "2023-02-04"])
    let blank = try #require(table.findings.first { $0.code == "row.blank" })
    #expect(blank.row == 5)
    #expect(blank.count == 2)
    #expect(table.codes.contains("header.skipped-rows"))
  }

  @Test("Notes beside the table are told and not read; a column whose name was forgotten is read")
  func notesBesideTheTable() throws {
    let table = try read(
      XLSXMaker(sheets: [
        XLSXMaker.sheet(
          "S",
          [
            ["nom", "", "montant"], ["Amicale", "Quimper", "120", "", "à revoir"], ["Comité", "Brest", "80"],
            ["Club", "Auray", "15"], ["Chorale", "Vannes", "18"],
          ]
        )
      ])
    )
    #expect(table.names == ["nom", "colonne_2", "montant"])
    #expect(table.rows.first == ["Amicale", "Quimper", "120"])
    #expect(table.findings.first { $0.code == "row.extra-cells" }?.cell == "à revoir")
    #expect(table.codes.contains("header.blank"))
  }

  @Test("The visible sheet with the most data is read unless a person names another, by name or number")
  func sheetChoice() throws {
    let workbook = XLSXMaker(sheets: [
      XLSXMaker.sheet("Lisez-moi", [["À propos"], ["Voir la feuille 2"]]),
      XLSXMaker.sheet("Données", [["nom", "ville"], ["a", "b"], ["c", "d"]]),
      XLSXMaker.sheet("Cachée", [["x", "y"], ["1", "2"], ["3", "4"], ["5", "6"]], state: "hidden"),
    ])
    let table = try read(workbook)
    #expect(table.sheets == ["Lisez-moi", "Données", "Cachée"])
    #expect(table.sheet == "Données")
    #expect(table.codes.contains("container.sheet-chosen"))
    var options = ReadingOptions()
    options.sheet = "Cachée"
    #expect(try read(workbook, options: options).rows.count == 3)
    options.sheet = "3"
    #expect(try read(workbook, options: options).sheet == "Cachée")
    options.sheet = "Absente"
    let path = try folder.write(workbook.bytes, as: "absente.xlsx")
    #expect(try refusalCode(path, options: options) == "container.sheet.missing")
  }

  @Test("Formula errors, formulas without result, hidden rows and columns are told")
  func faultsOfWorkbooks() throws {
    let rows =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>nom</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>total</t></is>"
      + "</c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B2\" t=\"e\"><f>1/0</f>"
      + "<v>#DIV/0!</v></c></row><row r=\"3\" hidden=\"1\"><c r=\"A3\" t=\"inlineStr\"><is><t>b</t></is></c>"
      + "<c r=\"B3\"><f>SUM(B2)</f></c></row>"
    let table = try read(
      XLSXMaker(sheets: [
        .init(name: "S", rows: rows, columns: "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>")
      ]),
      options: ReadingOptions(headerRow: 1)
    )
    for code in ["cell.formula-error", "cell.formula-uncomputed", "row.hidden", "column.hidden"] {
      #expect(table.codes.contains(code), "\(code)")
    }
    #expect(table.rows == [["a", "#DIV/0!"], ["b", ""]])
    #expect(table.findings.first { $0.code == "column.hidden" }?.column == "total")
  }

  @Test("An OpenDocument cell reads by its value, a code by how it is shown; a note is left out")
  func openDocumentCells() throws {
    let header = ODSMaker.row(
      ODSMaker.text("code"),
      ODSMaker.text("jour"),
      ODSMaker.text("nombre"),
      ODSMaker.text("texte")
    )
    let first = ODSMaker.row(
      ODSMaker.value("float", "value", "1001", shown: "01001"),
      ODSMaker.value("date", "date-value", "2023-05-12", shown: "12/05/23"),
      ODSMaker.value("percentage", "value", "0.125", shown: "12,5 %"),
      "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>note</text:p></office:annotation>"
        + "<text:p>a<text:s text:c=\"2\"/>b<text:line-break/>c</text:p><text:p>d &amp; é</text:p></table:table-cell>"
    )
    let second = ODSMaker.row(
      ODSMaker.value("float", "value", "1002", shown: "01002"),
      ODSMaker.value("time", "time-value", "PT08H30M00S", shown: "08:30"),
      ODSMaker.value("boolean", "boolean-value", "true", shown: "VRAI"),
      ODSMaker.text("x")
    )
    let blank = ODSMaker.row(
      "<table:table-cell table:number-columns-repeated=\"16384\"/>",
      repeated: 1_048_000
    )
    let maker = ODSMaker(
      tables: "<table:table table:name=\"S\">\(header)\(first)\(second)\(blank)</table:table>"
    )
    let table = try ReadTable(try folder.write(maker.bytes, as: "a"), options: ReadingOptions(headerRow: 1))
    #expect(table.container == "ods")
    #expect(table.rows[0] == ["01001", "2023-05-12", "0.125", "a  b\nc\nd & é"])
    #expect(table.rows[1] == ["01002", "08:30:00", "true", "x"])
    #expect(table.rows.count == 2)
  }

  @Test("Repeated OpenDocument rows and cells are given as often as they stand, up to a limit")
  func openDocumentRepeats() throws {
    let header = ODSMaker.row(ODSMaker.text("a"), ODSMaker.text("b"), ODSMaker.text("c"))
    let rows = ODSMaker.row(ODSMaker.text("x", repeated: 2), ODSMaker.text("y"), repeated: 3)
    let maker = ODSMaker(tables: "<table:table table:name=\"S\">\(header)\(rows)</table:table>")
    let table = try ReadTable(try folder.write(maker.bytes, as: "a"), options: ReadingOptions(headerRow: 1))
    #expect(table.rows == [[String]](repeating: ["x", "x", "y"], count: 3))
    #expect(table.rowNumbers == [2, 3, 4])
    let bomb = ODSMaker(
      tables: "<table:table table:name=\"S\">"
        + ODSMaker.row(
          ODSMaker.text(String(repeating: "z", count: 100), repeated: 16_384),
          repeated: 1_000_000
        )
        + "</table:table>"
    )
    #expect(try refusalCode(try folder.write(bomb.bytes, as: "b")) == "container.workbook.too-large")
  }

  @Test(
    "An XLS workbook reads its texts across continued records, its dates, codes and formulas",
    arguments: [44, 64, 8000]
  )
  func oldWorkbooks(continuesAfter: Int) throws {
    var maker = XLSMaker()
    maker.continuesAfter = continuesAfter
    maker.formats = ["00000", "dd/mm/yyyy hh:mm"]
    maker.cells = [
      (0, 0, .text("code")), (0, 1, .text("jour")), (0, 2, .text("nom")), (0, 3, .text("actif")),
      (0, 4, .text("nb")),
      (2, 0, .number(1002, style: 1)), (2, 1, .number(45_058.25, style: 2)), (2, 2, .formulaText("Œuvre")),
      (2, 3, .boolean(true)), (2, 4, .packed(-7)),
      (1, 0, .number(1001, style: 1)), (1, 1, .number(45_058.5, style: 2)), (1, 2, .text("Église d’été")),
      (1, 3, .error(0x07)), (1, 4, .number(0.1, style: 0)),
    ]
    let table = try ReadTable(
      try folder.write(maker.bytes, as: "a.bin"),
      options: ReadingOptions(headerRow: 1)
    )
    #expect(table.container == "xls")
    #expect(table.names == ["code", "jour", "nom", "actif", "nb"])
    #expect(table.rows[0] == ["01001", "2023-05-12T12:00:00", "Église d’été", "#DIV/0!", "0.1"])
    #expect(table.rows[1] == ["01002", "2023-05-12T06:00:00", "Œuvre", "true", "-7"])
    #expect(table.codes.contains("cell.formula-error"))
  }

  @Test("Encrypted, older and empty workbooks and other office files each have their reason")
  func refusedWorkbooks() throws {
    let encrypted = ODSMaker(tables: "", manifest: "<manifest:encryption-data/>")
    #expect(try refusalCode(try folder.write(encrypted.bytes, as: "a")) == "container.workbook-encrypted")
    var xls = XLSMaker()
    xls.isEncrypted = true
    #expect(try refusalCode(try folder.write(xls.bytes, as: "b")) == "container.workbook-encrypted")
    xls = XLSMaker()
    xls.version = 0x0500
    #expect(try refusalCode(try folder.write(xls.bytes, as: "c")) == "container.xls-old")
    xls.streamName = "EncryptedPackage"
    #expect(try refusalCode(try folder.write(xls.bytes, as: "d")) == "container.workbook-encrypted")
    xls.streamName = "WordDocument"
    #expect(try refusalCode(try folder.write(xls.bytes, as: "e")) == "container.document")
    let empty = XLSXMaker(sheets: [.init(name: "S", rows: "<row r=\"1\"><c r=\"A1\" s=\"0\"/></row>")])
    #expect(try refusalCode(try folder.write(empty.bytes, as: "f")) == "container.workbook.empty")
    let word = ZipMaker([
      "[Content_Types].xml": "<Types>wordprocessingml</Types>", "word/document.xml": "<w/>",
    ])
    #expect(try refusalCode(try folder.write(word.bytes, as: "g")) == "container.document")
  }

  @Test("A workbook built to exhaust the reader is refused")
  func hostileWorkbooks() throws {
    func code(_ rows: String) throws -> String? {
      try refusalCode(
        try folder.write(XLSXMaker(sheets: [.init(name: "S", rows: rows)]).bytes, as: UUID().uuidString)
      )
    }
    #expect(try code("<row r=\"9999999999\"><c><v>1</v></c></row>") == "container.workbook.too-large")
    #expect(try code("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>") == "container.workbook.damaged")
    #expect(
      try code("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>")
        == "container.workbook.damaged"
    )
    #expect(try code("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>12</v></c></row>") == "container.workbook.damaged")
    #expect(try code("<row r=\"1\"><c r=\"A1\"><v>1</c></row>") == nil)
    #expect(try code("<row r=\"1\"><c r=\"A1\"><v>1</v>") == "container.workbook.damaged")
    #expect(try code("<!DOCTYPE x [<!ENTITY a \"b\">]><row/>") == "container.workbook.damaged")
    #expect(try code("<row " + String(repeating: "a", count: 3_000_000)) == "container.workbook.damaged")
  }

  @Test(
    "The format of a number tells dates, times and codes",
    arguments: [
      ("General", NumberFormat.plain), ("dd/mm/yyyy", .date), ("[$-40C]d mmmm yyyy;@", .date),
      ("mmm-yy", .date),
      ("h:mm AM/PM", .time), ("yyyy-mm-dd\\ hh:mm", .datetime), ("[h]:mm", .elapsed), ("0.00", .plain),
      ("0", .plain),
      ("#,##0\\ \"jours\"", .plain), ("0.00E+00", .plain), ("\"dossier \"0", .plain), ("@", .plain),
      ("_-* #,##0.00\\ \"€\"_-", .plain),
      ("000", .digits([.digit(isForced: true), .digit(isForced: true), .digit(isForced: true)])),
    ]
  )
  func numberFormats(code: String, expected: NumberFormat) { #expect(NumberFormat(code: code) == expected) }

  @Test("XML reads the same however the bytes come, entities and sections included")
  func xmlInPieces() throws {
    let text =
      "<?xml version=\"1.0\"?><!-- <x> --><a k='1 > \"2\"' p:r=\"&lt;&#233;\"><b/>t&amp;u<![CDATA[<&]]>&#x153;&bad;</a>"
    for size in [1, 2, 3, 7, 4096] {
      let scanner = XMLScanner(Trickle(Array(text.utf8), size: size))
      var events: [String] = []
      var run: [UInt8] = []
      reading: while true {
        switch try scanner.next() {
        case .open:
          let attribute = try scanner.attribute("r") ?? ""
          events.append("+" + (scanner.isNamed("a") ? "a" : "b") + attribute)
        case .close: events.append(scanner.isNamed("a") ? "-a" : "-b")
        case .text: scanner.appendText(to: &run)
        case .end: break reading
        }
      }
      #expect(events == ["+a<é", "+b", "-b", "-a"], "\(size)")
      #expect(String(decoding: run, as: UTF8.self) == "t&u<&œ&bad;", "\(size)")
    }
  }
}

/// Bytes that come a few at a time.
final class Trickle: ByteStream {
  private var rest: ArraySlice<UInt8>
  private let size: Int

  init(_ bytes: [UInt8], size: Int) {
    rest = bytes[...]
    self.size = size
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let part = rest.prefix(min(size, buffer.count))
    buffer.copyBytes(from: part)
    rest = rest.dropFirst(part.count)
    return part.count
  }
}
