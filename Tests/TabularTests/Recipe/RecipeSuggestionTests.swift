import Messages
import Testing

@testable import Tabular

@Suite("Suggested steps") struct RecipeSuggestionTests {
  private static func inspection(_ names: [String], _ rows: [[String]]) -> Inspection {
    let table = Fixture.profile(names, rows)
    return Inspection(
      file: "f.csv",
      bytes: 1,
      container: "csv",
      encoding: "windows-1252",
      dialect: Dialect(delimiter: ";", quote: "", headerRow: 3, skippedRows: 2, newline: "\n"),
      table: table,
      structuralFindings: FindingLog(),
      sheets: [],
      elapsed: .zero
    )
  }

  private static func finding(_ operation: String, value: String? = nil) -> Finding {
    Finding(
      code: "x.y",
      severity: .warning,
      column: "c",
      cell: "#N/A",
      message: Bilingual(fr: "f", en: "e"),
      repair: Repair(operation: operation, value: value)
    )
  }

  @Test(
    "Each repair that a finding proposes becomes a step, or is done by reading already",
    arguments: [
      ("cell.empty", "empty-values"), ("text.trim", "trim"), ("text.decode", "decode-text"),
      ("encoding.undouble", "decode-text"), ("column.remove", "drop-column"),
      ("zeros.restore", "restore-zeros"), ("number.plain", "write-numbers"),
      ("number.point", "write-numbers"), ("number.comma", "write-numbers"), ("date.iso", "dates-to-iso"),
      ("date.as-column", "dates-to-iso"), ("boolean.normalize", "write-booleans"),
      ("column.normalize", "write-numbers"), ("header.add", "read-header"),
      ("row.remove-leading", "read-header"), ("encoding.utf-8", "read-encoding"),
      ("row.remove-blank", nil), ("header.join", nil), ("header.rename", nil), ("header.trim", nil),
      ("delimiter.remove-trailing", nil), ("row.fill", nil), ("quote.remove", nil), ("quote.double", nil),
      ("cell.remove-nul", nil),
    ] as [(String, String?)]
  )
  func repairs(operation: String, action: String?) throws {
    var column = ColumnReport(
      name: "c",
      position: 1,
      type: .number,
      format: ColumnFormat(rawValue: "code_postal")
    )
    column.notation = operation.hasPrefix("boolean") ? "oui/non" : nil
    let finding = Self.finding(operation)
    let outcome = RepairOutcome(
      try #require(finding.repair),
      of: finding,
      column: column,
      in: Self.inspection(["c"], [])
    )
    guard let action else {
      #expect(outcome == .doneByReading)
      return
    }
    guard case .step(let step, _) = outcome else {
      Issue.record("\(operation) becomes \(outcome)")
      return
    }
    #expect(step.name == action)
  }

  @Test("A messy table gives its steps; all applied, it has nothing left to mend")
  func messy() throws {
    let names = ["code_postal", "montant", "date", "ville"]
    let rows = (0..<40).map { row in
      [
        row % 5 == 0 ? "1\(row % 10)00" : "350\(row + 10)", row == 7 ? "12,5" : "\(row).25",
        "\(row % 28 + 1)/03/2024", row % 9 == 0 ? "Rennes " : "Nantes",
      ]
    }
    let before = Self.inspection(names, rows)
    let suggestions = RecipeSuggestions.of(before)
    #expect(Set(suggestions.map(\.id)).count == suggestions.count)
    #expect(
      Set(suggestions.filter(\.isRecommended).map(\.action)).isSuperset(of: [
        .restoreZeros(column: "code_postal", digits: 5),
        .writeNumbers(column: "montant", decimal: .point, thousands: nil, keepsUnit: false),
        .datesToISO(column: "date", order: .dayFirst), .trim(column: "ville"),
      ])
    )
    let recipe = RecipeSuggestions.applyingAll(to: Recipe(), of: before)
    #expect(RecipeSuggestions.applyingAll(to: recipe, of: before) == recipe)
    let mended = try TableProfiler.profile(recipe.apply(to: RowsSource(names, rows, perBatch: 16)))
    let codes = Set(mended.log.findings.map(\.code))
    #expect(codes.isDisjoint(with: ["column.zeros-lost", "cell.type", "column.local-dates", "cell.padding"]))
    #expect(mended.columns.map(\.invalid) == [0, 0, 0, 0])
  }

  @Test("Personal columns: drop is recommended, pseudonyms are offered, birth dates become years")
  func personal() {
    let given = ["Jeanne", "Luc", "Sofia", "Karim"]
    let rows = (0..<20).map { row in
      [
        given[row % 4], "\(given[row % 4].lowercased()).\(row)@exemple.fr",
        "\(row % 28 + 1)/05/19\(60 + row)",
      ]
    }
    let suggestions = RecipeSuggestions.of(Self.inspection(["prenom", "courriel", "date_naissance"], rows))
    func step(_ action: RecipeAction) -> Suggestion? { suggestions.first { $0.action == action } }
    #expect(step(.dropPersonalColumn("courriel"))?.isRecommended == true)
    #expect(step(.pseudonymise(column: "courriel"))?.isRecommended == false)
    #expect(step(.generalise(column: "date_naissance", .year))?.isRecommended == true)
    #expect(step(.dropPersonalColumn("courriel"))?.reason.fr.contains("RGPD") == true)
  }

  @Test("A declared type prevails over the guess, and what has it not is invalid")
  func forced() throws {
    let rows = (0..<30).map { row in [row < 12 ? "\(row + 1),5" : "vers \(row)", "0\(row + 10)"] }
    func columns(_ actions: [RecipeAction]) throws -> [ColumnReport] {
      try TableProfiler.profile(Recipe(actions).apply(to: RowsSource(["a", "b"], rows, perBatch: 8))).columns
    }
    #expect(try columns([]).map(\.type) == [.text, .text])
    let forced = try columns([
      .setType(column: "a", type: .number, format: nil), .renameColumn("b", to: "n"),
      .setType(column: "n", type: .integer, format: nil),
    ])
    #expect(forced.map(\.type) == [.number, .integer])
    #expect(forced[0].notation == "1,5" || forced[0].notation?.contains(",") == true)
    #expect(forced.map(\.valid) == [12, 30])
    #expect(forced.map(\.invalid) == [18, 0])
    let coded = try columns([.setType(column: "b", type: .text, format: ColumnFormat(rawValue: "siren"))])
    #expect(coded[1].format?.rawValue == "siren")
    #expect(coded[1].invalid == 30)
  }

  @Test("Declaring a column as plain text does not hide that it is personal")
  func declaredPersonal() throws {
    let rows = (0..<20).map { ["jeanne.\($0)@exemple.fr", "Jeanne"] }
    let recipe = Recipe([.setType(column: "courriel", type: .text, format: nil)])
    let table = try TableProfiler.profile(recipe.apply(to: RowsSource(["courriel", "prenom"], rows)))
    #expect(table.columns[0].format == nil)
    #expect(table.columns[0].personal?.kind == "email")
  }

  @Test("Findings of reading follow their column, and quote nothing where people are protected")
  func structural() throws {
    var log = FindingLog()
    for name in ["a", "b"] {
      log.add(
        Finding(
          code: "encoding.foreign-byte",
          severity: .warning,
          row: 4,
          column: name,
          cell: "Tremblay",
          message: Bilingual(fr: "Tremblay…", en: "Tremblay…")
        )
      )
    }
    let source = RowsSource(["a", "b"], [])
    let renamed = try Recipe([.renameColumn("a", to: "x")]).apply(to: source).structuralFindings(log).findings
    #expect(Set(renamed.compactMap(\.column)) == ["x", "b"])
    #expect(renamed.allSatisfy { $0.cell == "Tremblay" })
    let hiding = try Recipe([.dropColumn("b")]).apply(to: source).structuralFindings(log).findings
    #expect(hiding.map(\.column) == ["a"])
    #expect(hiding.allSatisfy { $0.cell == nil && !$0.message.contains("Tremblay") })
  }

  @Test("A preview shows rows before and after, around a row, and stops reading there")
  func preview() throws {
    let rows = (0..<100).map { ["v\($0) ", $0 % 10 == 0 ? "" : "x"] }
    let recipe = Recipe([.trim(column: "a"), .dropRows(column: "b", value: ""), .dropColumn("b")])
    let first = try recipe.apply(to: RowsSource(["a", "b"], rows)).preview(count: 3)
    #expect(first.rows.map(\.number) == [2, 3, 4])
    #expect(first.rows.map(\.isDropped) == [true, false, false])
    #expect(first.rows[1].before == ["v1 ", "x"])
    #expect(first.rows[1].after == ["v1", nil])
    #expect(first.columns.map(\.name) == ["a", nil])
    #expect(first.hasMore)
    let around = try recipe.apply(to: RowsSource(["a", "b"], rows)).preview(count: 6, around: 50)
    #expect(around.rows.map(\.number).contains(50))
    #expect(around.rows.count == 6)
    let last = try recipe.apply(to: RowsSource(["a", "b"], rows)).preview(count: 6, around: 101)
    #expect(last.rows.last?.number == 101)
    #expect(!last.hasMore)
  }
}
