import Messages
import Testing

@testable import Tabular

/// Which delimiter, which header row, which names.
struct HeaderTests {
  @Test(
    "The delimiter is the one that comes back from row to row",
    arguments: [
      ("nom;lat;lon\nA;47,1;-1,5\nB;47,2;-1,6\n", ";"),
      ("nom,adresse\nA,\"1; rue X; Y\"\nB,\"2; rue Z; T\"\n", ","),
      ("geo;nom\n47.1,-1.5;A\n47.2,-1.6;B\n", ";"),
      ("prix\n1,5\n2,5\n3,75\n", ""),
      ("nom\nAude\nJean\n", ""),
      ("a\tb, c\td\n1\t2, 3\t4\n", "\t"),
      ("mots|nom\na|b\n", "|"),
      ("a^b^c\n1^2^3\n", "^"),
      ("nom;mots\nA;x|y|z\nB;x|y\n", ";"),
    ]
  )
  func findsDelimiter(_ text: String, _ delimiter: String) throws {
    #expect(try ReadText(text).source.dialect.delimiter == delimiter)
  }

  @Test(
    "The header row is found after titles, over several lines, or told missing",
    arguments: [
      ("id;nom;date\n1;A;2024-01-01\n2;B;2024-01-02\n", 1, 0),
      ("Liste des subventions\nid;nom;date\n1;A;2024-01-01\n2;B;2024-01-02\n", 2, 1),
      ("Liste des subventions;;\n;;\nid;nom;date\n1;A;2024-01-01\n2;B;2024-01-02\n", 3, 2),
      ("Titre\n\n\nSource : INSEE\n\nid;nom;date\n1;A;2024-01-01\n2;B;2024-01-02\n", 6, 5),
      ("1;A;2024-01-01\n2;B;2024-01-02\n3;C;2024-01-03\n", 0, 0),
      ("Export du 1er mars\n1;A;2024-01-01\n2;B;2024-01-02\n3;C;2024-01-03\n", 0, 1),
      ("nom;type;secteur\nA;M;Nord\nB;E;Sud\nC;M;Nord\n", 1, 0),
      ("M;Nord;x\nE;Sud;x\nM;Nord;x\nE;Sud;x\n", 0, 0),
      ("nom;2021;2022;2023;2024\nA;1;2;3;4\nB;5;6;7;8\nC;9;8;7;6\n", 1, 0),
      ("code;libelle;montant\nCode;Libellé;Montant (€)\n01;A;10\n02;B;20\n03;C;30\n", 2, 1),
      ("id;montant\n1;NA\n2;12\n3;15\n4;17\n", 1, 0),
      ("sep=;\nid;montant\n1;12\n", 2, 1),
      ("id;nom\n", 1, 0),
      ("adresse1;adresse2;val1\nA1;B2;10\nA2;B3;20\nA4;B4;12\n", 1, 0),
      ("A1;B2;10\nA2;B3;20\nA4;B4;12\n", 0, 0),
      ("Jeu;Pistes;\nExport;12/03/2024;\nid;nom;valeur\n1;A;12\n2;B;13\n", 3, 2),
      ("id;nom;date\nentier;texte;date\n1;A;2024-01-01\n2;B;2024-01-02\n3;C;2024-01-03\n", 2, 1),
      ("2019;2020;2021\n12;13;14\n15;16;18\n20;31;40\n", 1, 0),
      ("nom;2023-01;2023-02\nA;1;2\nB;3;4\n", 1, 0),
      ("nom;prénom\nDupont;Aude\n", 1, 0),
      ("nom\nAude\nJean\nZoé\n", 1, 0),
      ("code\n01001\n01002\n01003\n", 1, 0),
      ("01001\n01002\n01003\n", 0, 0),
      ("12;14\n", 0, 0),
    ]
  )
  func findsHeader(_ text: String, _ headerRow: Int, _ skippedRows: Int) throws {
    let dialect = try ReadText(text).source.dialect
    #expect(dialect.headerRow == headerRow)
    #expect(dialect.skippedRows == skippedRows)
  }

  @Test("Names over two lines are joined")
  func joinsGroups() throws {
    let read = try ReadText(
      "Commune;2022;;2023;\n;Nombre;Montant;Nombre;Montant\nA;1;10;2;20\nB;3;30;4;40\nC;5;50;6;60\n"
    )
    #expect(
      read.source.columnNames == ["Commune", "2022 Nombre", "2022 Montant", "2023 Nombre", "2023 Montant"]
    )
    #expect(read.source.dialect.headerRow == 2)
    #expect(read.source.finding("header.several")?.row == 2)
    #expect(read.rows.count == 3)
  }

  @Test("Names are cleaned, made unique and never empty, each change told")
  func cleansNames() throws {
    let read = try ReadText(
      "\u{FEFF} id ;\"nom\nd'usage\";montant;montant;;date\n1;A;2;3;x;2024-01-01\n2;B;3;4;y;2024-01-02\n"
    )
    #expect(read.source.columnNames == ["id", "nom d'usage", "montant", "montant_2", "colonne_5", "date"])
    #expect(
      Set(read.source.codes) == ["header.blanks", "header.line-break", "header.duplicate", "header.blank"]
    )
    #expect(read.source.finding("header.duplicate")?.column == "montant_2")
    #expect(read.rows.map(\.number) == [2, 3])
  }

  @Test("A made-up name never takes the place of a real one")
  func avoidsTakenNames() throws {
    let read = try ReadText("a;a;a_2;;colonne_4\n1;2;3;4;5\n6;7;8;9;0\n")
    #expect(Set(read.source.columnNames).count == 5)
    #expect(read.source.columnNames[0] == "a")
  }

  @Test("Delimiters at the end of every line make no column")
  func dropsTrailingColumns() throws {
    let read = try ReadText("a;b;;\n1;2;;\n3;4;;\n")
    #expect(read.source.columnNames == ["a", "b"])
    #expect(read.cells == [["1", "2"], ["3", "4"]])
    #expect(read.source.codes.contains("delimiter.trailing"))
  }

  @Test("Columns that most rows have beyond the header are named and kept")
  func namesColumnsBeyondHeader() throws {
    let read = try ReadText("id;nom;date\n1;A;2024-01-01;x\n2;B;2024-01-02;y\n3;C;2024-01-03;z\n")
    #expect(read.source.columnNames == ["id", "nom", "date", "colonne_4"])
    #expect(read.source.codes == ["header.blank"])
  }

  @Test("What a person decides is done")
  func obeysOptions() throws {
    let text = "Titre;x\nid;nom\n1;A\n2;B\n"
    let forced = try ReadText(text, options: ReadingOptions(headerRow: 2))
    #expect(forced.source.columnNames == ["id", "nom"])
    #expect(forced.source.dialect.skippedRows == 1)
    let none = try ReadText(text, options: ReadingOptions(headerRow: 0))
    #expect(none.rows.count == 4)
    #expect(none.source.columnNames == ["colonne_1", "colonne_2"])
    let comma = try ReadText("a;b\n1,5;2\n", options: ReadingOptions(headerRow: 1, delimiter: ","))
    #expect(comma.source.dialect.delimiter == ",")
    let tab = try ReadText("a\tb;c\n1\t2;3\n", options: ReadingOptions(delimiter: "\\t"))
    #expect(tab.source.columnNames == ["a", "b;c"])
  }

  @Test("What a person decides wrongly is refused")
  func refusesBadOptions() {
    let cases: [(ReadingOptions, String)] = [
      (ReadingOptions(headerRow: 9), "tabular.header.missing-row"),
      (ReadingOptions(encoding: "klingon"), "tabular.encoding.unknown"),
      (ReadingOptions(delimiter: ";;"), "tabular.delimiter.invalid"),
      (ReadingOptions(delimiter: "é"), "tabular.delimiter.invalid"),
      (ReadingOptions(delimiter: ""), "tabular.delimiter.invalid"),
    ]
    for (options, code) in cases {
      let failure = #expect(throws: Failure.self) { try ReadText("a;b\n1;2\n", options: options) }
      #expect(failure?.code == code)
    }
  }

  @Test("A header without rows is a table of no rows")
  func readsHeaderOnly() throws {
    for text in ["id;nom;date", "id;nom;date\n", "id;nom;date\r\n\r\n"] {
      let read = try ReadText(text)
      #expect(read.rows.isEmpty)
      #expect(read.source.columnNames == ["id", "nom", "date"])
      #expect(read.source.codes == ["table.no-rows"])
    }
  }
}
