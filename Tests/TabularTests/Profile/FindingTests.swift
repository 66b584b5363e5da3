import Testing

@testable import Tabular

struct FindingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let code: String
    let name: String
    let cells: [String]
    /// The row of the first cell at fault; `nil` for a whole column.
    var row: Int?
    var repair: String?
    var value: String?

    var testDescription: String { "\(code) in \(name)" }
  }

  static let cells: [Case] = [
    Case(
      code: "cell.type",
      name: "hauteur",
      cells: ["1.5", "2.5", "22,5", "4.5"],
      row: 4,
      repair: "number.point",
      value: "22.5"
    ),
    Case(
      code: "cell.type",
      name: "hauteur",
      cells: ["1,5", "2,5", "22.5", "4,5"],
      row: 4,
      repair: "number.comma",
      value: "22,5"
    ),
    Case(
      code: "cell.type",
      name: "hauteur",
      cells: ["1.5", "1 234.5", "2.5"],
      row: 3,
      repair: "number.plain",
      value: "1234.5"
    ),
    Case(
      code: "cell.type",
      name: "montant",
      cells: ["15", "12 €", "25", "4"],
      row: 3,
      repair: "number.plain",
      value: "12"
    ),
    Case(
      code: "cell.type",
      name: "date",
      cells: ["2023-01-01", "02/04/2024", "2023-01-03"],
      row: 3,
      repair: "date.iso",
      value: "2024-04-02"
    ),
    Case(
      code: "cell.type",
      name: "date",
      cells: ["31/12/2023", "2024-04-02", "30/12/2023"],
      row: 3,
      repair: "date.as-column",
      value: "02/04/2024"
    ),
    Case(code: "cell.type", name: "date", cells: ["2023-01-01", "2023-02-30", "2023-01-03"], row: 3),
    Case(
      code: "cell.type",
      name: "x",
      cells: ["oui", "vrai", "non", "oui"],
      row: 3,
      repair: "boolean.normalize",
      value: "oui"
    ),
    Case(
      code: "cell.type",
      name: "nb",
      cells: ["1", "2", "#REF!", "4"],
      row: 4,
      repair: "cell.empty",
      value: ""
    ),
    Case(
      code: "cell.format",
      name: "siret",
      cells: ["24350013900189", "21860194600014", "21440109300015"],
      row: 3
    ),
    Case(
      code: "cell.format",
      name: "code_postal",
      cells: ["44000", "1400", "35000"],
      row: 3,
      repair: "zeros.restore",
      value: "01400"
    ),
    Case(
      code: "cell.padding",
      name: "nom",
      cells: ["a", " b\u{A0}", "c", "d"],
      row: 3,
      repair: "text.trim",
      value: "b"
    ),
    Case(
      code: "cell.mojibake",
      name: "nom",
      cells: ["a", "communautÃ©", "c"],
      row: 3,
      repair: "text.decode"
    ),
    Case(code: "cell.symbols", name: "nom", cells: ["a", "@@@", "c"], row: 3),
    Case(
      code: "cell.spreadsheet-error",
      name: "nom",
      cells: ["a", "#NOM?", "c"],
      row: 3,
      repair: "cell.empty",
      value: ""
    ),
    Case(code: "cell.duplicate", name: "id", cells: (1...12).map { "k\($0)" } + ["k3"], row: 14),
    Case(code: "cell.missing", name: "nom", cells: (1...12).map { "k\($0)" } + [""], row: 14),
    Case(
      code: "cell.rare-value",
      name: "nature",
      cells: Array(repeating: "don", count: 14) + ["VALEUR_INCONNUE"],
      row: 16
    ),
    Case(code: "cell.negative", name: "diametre", cells: (1...9).map { "\($0)0" } + ["-5"], row: 11),
  ]

  static let columns: [Case] = [
    Case(code: "column.empty", name: "x", cells: ["", "NA"], repair: "column.remove"),
    Case(code: "column.constant", name: "x", cells: Array(repeating: "a", count: 10)),
    Case(
      code: "column.zeros-lost",
      name: "code_insee",
      cells: ["1001", "44109", "2408"],
      repair: "zeros.restore"
    ),
    Case(code: "column.scientific-codes", name: "idAttribuant", cells: ["2,43E+13", "2,43E+13"]),
    Case(
      code: "column.ambiguous-dates",
      name: "date",
      cells: ["05/12/2023", "01/02/2023"],
      repair: "date.iso"
    ),
    Case(
      code: "column.month-first-dates",
      name: "date",
      cells: ["05/12/2023", "12/31/2023"],
      repair: "date.iso"
    ),
    Case(code: "column.local-dates", name: "date", cells: ["05/12/2023", "31/12/2023"], repair: "date.iso"),
    Case(code: "column.two-digit-years", name: "date", cells: ["05/12/23", "31/12/23"], repair: "date.iso"),
    Case(
      code: "column.mixed-notations",
      name: "lat",
      cells: (0..<20).map { "47,\($0)" } + ["47.1", "47.2"],
      repair: "column.normalize"
    ),
    Case(
      code: "column.mixed-notations",
      name: "quand",
      cells: ["2023-01-05", "05/12/2023", "2023-01-06", "31/12/2023", "2023-01-07"],
      repair: "column.normalize"
    ),
    Case(code: "column.padding", name: "nom", cells: (0..<20).map { "v\($0)  " }, repair: "text.trim"),
  ]

  @Test("A fault is found at its row, with its repair", arguments: cells)
  func faultsAreFound(_ test: Case) {
    let findings = Fixture.findings(test.name, test.cells, code: test.code)
    #expect(findings.first?.row == test.row)
    #expect(findings.first?.column == test.name)
    #expect(findings.first?.repair?.operation == test.repair)
    #expect(findings.first?.repair?.value == test.value)
  }

  @Test("A fault of the whole column is said once", arguments: columns)
  func columnFaultsAreSaidOnce(_ test: Case) {
    let findings = Fixture.findings(test.name, test.cells, code: test.code)
    #expect(findings.count == 1)
    #expect(findings.first?.row == nil)
    #expect(findings.first?.repair?.operation == test.repair)
  }

  @Test("Every sentence is in both languages, and French has its no-break blanks", arguments: cells + columns)
  func sentencesAreInBothLanguages(_ test: Case) {
    for finding in Fixture.profile([test.name], test.cells.map { [$0] }).log.findings {
      #expect(finding.message != finding.messageEnglish)
      #expect(finding.message.hasSuffix(".") && finding.messageEnglish.hasSuffix("."))
      #expect(
        !finding.message.contains(" :") && !finding.message.contains("« ") && !finding.message.contains(" »")
      )
      #expect(!finding.message.contains("'"))
    }
  }

  @Test("All faulty cells are counted, the first twenty are shown")
  func faultsAreCounted() {
    let cells = (0..<1000).map { $0 % 20 == 0 ? "31/12/2023" : "2023-01-0\(1 + $0 % 9)" }
    let findings = Fixture.findings("date", cells, code: "cell.type")
    #expect(findings.count == 20)
    #expect(findings.reduce(0) { $0 + $1.count } == 50)
    #expect(findings.map(\.row) == (0..<20).map { $0 * 20 + 2 })
    #expect(Fixture.column("date", cells).invalid == 50)
  }

  @Test("A column without faults has no finding")
  func nothingToSay() {
    let table = Fixture.profile(["nom", "date"], (0..<30).map { ["v\($0 % 7)", "2023-01-\(10 + $0 % 15)"] })
    #expect(table.log.isEmpty)
  }
}
