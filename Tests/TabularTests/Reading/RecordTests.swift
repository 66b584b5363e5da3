import Messages
import Testing

@testable import Tabular

/// Records and cells: RFC 4180 and what real files do instead.
struct RecordTests {
  @Test(
    "Cells are cut as RFC 4180 says, and its cousins do",
    arguments: [
      ("a,b\n1,2\n3,4\n", [["1", "2"], ["3", "4"]]),
      ("a,b\r\n1,2\r\n3,4", [["1", "2"], ["3", "4"]]),
      ("a,b\r1,2\r3,4\r", [["1", "2"], ["3", "4"]]),
      ("a;b\n\"x;y\";\"z\"\n", [["x;y", "z"]]),
      ("a;b\n\"say \"\"hello\"\"\";2\n", [["say \"hello\"", "2"]]),
      ("a;b\n\"\"\"\";\"\"\n1;2\n", [["\"", ""], ["1", "2"]]),
      ("a;b\n\"two\nlines\";2\n", [["two\nlines", "2"]]),
      ("a;b\r\n\"two\r\nlines\";\"2\"\r\n", [["two\r\nlines", "2"]]),
      ("a;b\nrue \"Jean\";2\n", [["rue \"Jean\"", "2"]]),
      ("a,b\n\"x\" ,\"y\"  \n", [["x", "y"]]),
      ("a, \"b, c\"\n1, \"2, 3\"\n4, \"5\"\n", [["1", "2, 3"], ["4", "5"]]),
      ("a;b\n;\n1;\n;2\n", [["1", ""], ["", "2"]]),
      ("a\tb\n1\t\n\t2\n", [["1", ""], ["", "2"]]),
      ("a|b\n1|2\n", [["1", "2"]]),
      ("nom\nAude\n\"\"\nJean\n", [["Aude"], [""], ["Jean"]]),
      ("'a';'b'\n'1;2';'3'\n'4';'5'\n'6';'7'\n", [["1;2", "3"], ["4", "5"], ["6", "7"]]),
      ("sep=;\na;b\n1;2\n", [["1", "2"]]),
    ] as [(String, [[String]])]
  )
  func cutsCells(_ text: String, _ expected: [[String]]) throws {
    #expect(try ReadText(text).cells == expected)
  }

  @Test("Record numbers count the header, skipped lines and blank lines")
  func numbersRecords() throws {
    let read = try ReadText("Export\n\na;b;c\n1;2;3\n\n\n4;5;\"6\n7\"\n8;9;10\n\n\n")
    #expect(read.rows.map(\.number) == [4, 7, 8])
    #expect(read.source.dialect.headerRow == 3)
    #expect(read.source.dialect.skippedRows == 2)
    let blank = try #require(read.source.finding("row.blank"))
    #expect(blank.row == 5 && blank.count == 2)
    #expect(blank.repair?.operation == "row.remove-blank")
    #expect(read.source.structuralFindings.findings.count { $0.code == "row.blank" } == 1)
  }

  @Test("Rows of delimiters only are blank, in the middle with a finding, at the end without")
  func dropsBlankRows() throws {
    let read = try ReadText("a;b\n1;2\n;\n ; \n3;4\n;\n;\n")
    #expect(read.rows.map(\.number) == [2, 5])
    #expect(read.source.finding("row.blank")?.row == 3)
    #expect(read.source.structuralFindings.total == 2)
  }

  @Test("A row with cells in excess or missing is kept, cut or completed, and told")
  func squaresRows() throws {
    let read = try ReadText("a;b;c\n1;2;3\n4;5\n6;7;8;9;10\n11;12;13;;\n14;15;16\n")
    #expect(
      read.cells == [
        ["1", "2", "3"], ["4", "5", ""], ["6", "7", "8"], ["11", "12", "13"], ["14", "15", "16"],
      ]
    )
    #expect(read.source.finding("row.missing-cells")?.row == 3)
    let extra = try #require(read.source.finding("row.extra-cells"))
    #expect(extra.row == 4 && extra.cell == "9" && extra.severity == .error)
    #expect(read.source.finding("row.trailing-delimiters")?.row == 5)
    #expect(read.source.structuralFindings.total == 3)
  }

  @Test("A quote that never closes costs its own cell, not the rest of the file")
  func recoversFromUnbalancedQuote() throws {
    var lines = ["id;nom;montant"]
    for row in 1...50 { lines.append(row == 10 ? "10;\"Dupont;12" : "\(row);\"Nom \(row)\";\(row * 2)") }
    let read = try ReadText(lines.joined(separator: "\n"))
    #expect(read.rows.count == 50)
    #expect(read.cells[9] == ["10", "Dupont", "12"])
    #expect(read.cells[10] == ["11", "Nom 11", "22"])
    let finding = try #require(read.source.finding("quote.unbalanced"))
    #expect(finding.row == 11 && finding.column == "nom" && finding.cell == "Dupont")
    #expect(read.source.structuralFindings.total == 1)
  }

  @Test(
    "Unbalanced quotes are recovered wherever they stand",
    arguments: [
      ("a;b\n1;2\n\"3;4\n5;6\n7;8", [["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"]]),
      ("a;b\n1;2\n3;\"4\n5;6\n7;8\n", [["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"]]),
      ("a;b\n1;2\n3;\"4", [["1", "2"], ["3", "4"]]),
      ("\"a\",\"b\"\n\"1\",\"2\n\"3\",\"4\"\n\"5\",\"6\"\n", [["1", "2"], ["3", "4"], ["5", "6"]]),
      ("\"a\",\"b\"\n\"1,\"2\"\n\"3\",\"4\"\n\"5\",\"6\"\n", [["1,\"2", ""], ["3", "4"], ["5", "6"]]),
      ("a;b\n1;2\n3;4\n\"5;\"6\n7;8\n", [["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"]]),
    ] as [(String, [[String]])]
  )
  func recoversAnywhere(_ text: String, _ expected: [[String]]) throws {
    let read = try ReadText(text)
    #expect(read.cells == expected)
    #expect(read.source.codes.contains { $0.hasPrefix("quote.") || $0.hasPrefix("row.") })
  }

  @Test("A quote that never closes in each row costs no time and no row")
  func recoversInEachRow() throws {
    let lines = (1...2000).map { "\($0);2;\"abc\($0)" }
    let read = try ReadText("a;b;c\n" + lines.joined(separator: "\n"))
    #expect(read.source.dialect.delimiter == ";")
    #expect(read.cells == (1...2000).map { ["\($0)", "2", "abc\($0)"] })
    #expect(read.source.finding("quote.unbalanced")?.count == 2000 - FindingLog.keptPerKind + 1)
  }

  @Test(
    "Opening quotes in every row cost little time, whatever stands around them",
    arguments: ["\"abc;1\n", "\"\"x;1;2\n", "\"\"x;1\n", "\";\"x\n", "1;2;\"\"\"x\n"]
  )
  func staysQuick(_ line: String) throws {
    let good = String(repeating: "1;2;3\n", count: 200)
    let read = try ReadText("a;b;c\n" + good + String(repeating: line, count: 1000))
    #expect(read.rows.count > 200)
    #expect(read.source.dialect.delimiter == ";")
  }

  @Test("A long cell of prose with line breaks is one cell, however far its quote closes")
  func keepsLongQuotedText() throws {
    let prose = (1...4000).map { "Ligne \($0) du règlement, sans fin." }.joined(separator: "\n")
    let read = try ReadText("id;texte\n1;court\n2;\"\(prose)\"\n3;fin\n")
    #expect(read.cells == [["1", "court"], ["2", prose], ["3", "fin"]])
    #expect(read.source.structuralFindings.isEmpty)
  }

  @Test(
    "Past the lookahead, a quoted cell that holds rows is an unbalanced quote, even if a quote comes at last"
  )
  func stopsSwallowing() throws {
    var lines = ["id;nom;montant", "0;\"ouvert;5"]
    for row in 1...9000 { lines.append("\(row);Nom;\(row)") }
    lines.append("9001;x;\"fin\"")
    let read = try ReadText(lines.joined(separator: "\n"))
    #expect(read.rows.count == 9002)
    #expect(read.source.finding("quote.unbalanced")?.row == 2)
  }

  @Test("Undoubled quotes inside a quoted cell are kept and told")
  func keepsStrayQuotes() throws {
    let read = try ReadText("a;b\n\"L'école \"Jean Moulin\" de X\";12\n1;2\n")
    #expect(read.cells == [["L'école \"Jean Moulin\" de X", "12"], ["1", "2"]])
    let finding = try #require(read.source.finding("quote.stray"))
    #expect(finding.row == 2 && finding.column == "a" && finding.repair?.operation == "quote.double")
  }

  @Test("NUL bytes are taken out of their cell and told")
  func removesNULs() throws {
    let read = try ReadText(
      "nom;ville;adresse\nAu\0de;Pa\0\0ris;12 rue de la République\nJean;Lyon;5 place Bellecour\n"
    )
    #expect(
      read.cells == [["Aude", "Paris", "12 rue de la République"], ["Jean", "Lyon", "5 place Bellecour"]]
    )
    #expect(read.source.structuralFindings.findings.map(\.column) == ["nom", "ville"])
    #expect(read.source.finding("cell.nul")?.row == 2)
  }

  @Test("The quote of the dialect is empty when no cell is quoted")
  func tellsQuote() throws {
    #expect(try ReadText("a;b\n1;2\n").source.dialect.quote == "")
    #expect(try ReadText("a;b\n1;\"2\"\n").source.dialect.quote == "\"")
    #expect(try ReadText("'a';'b'\n'1';'3'\n'4';'5'\n").source.dialect.quote == "'")
  }
}
