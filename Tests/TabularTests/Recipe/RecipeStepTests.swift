import Messages
import Testing

@testable import Tabular

@Suite("The steps of a recipe") struct RecipeStepTests {
  struct Case: Sendable, CustomStringConvertible {
    var action: RecipeAction
    var before: String
    var after: String

    init(_ action: RecipeAction, _ before: String, _ after: String) {
      (self.action, self.before, self.after) = (action, before, after)
    }

    var description: String { "\(action.name): \(before)" }
  }

  private static let numbers = RecipeAction.writeNumbers(
    column: "c",
    decimal: .point,
    thousands: nil,
    keepsUnit: false
  )
  private static let toComma = RecipeAction.writeNumbers(
    column: "c",
    decimal: .comma,
    thousands: ",",
    keepsUnit: true
  )
  private static let dates = RecipeAction.datesToISO(column: "c", order: .dayFirst)
  private static let american = RecipeAction.datesToISO(column: "c", order: .monthFirst)
  private static let booleans = RecipeAction.writeBooleans(column: "c", yes: "oui", no: "non")
  private static let zeros = RecipeAction.restoreZeros(column: "c", digits: 5)
  private static let wholes = RecipeAction.emptyInvalid(
    column: "c",
    type: .integer,
    format: nil,
    notation: nil
  )
  private static let sirens = RecipeAction.emptyInvalid(
    column: "c",
    type: .text,
    format: ColumnFormat(rawValue: "siren"),
    notation: nil
  )
  private static func generalised(_ into: RecipeAction.Generalisation) -> RecipeAction {
    .generalise(column: "c", into)
  }

  static let texts: [Case] = [
    Case(.trim(column: "c"), " a \u{A0}", "a"), Case(.trim(column: nil), "\t ", ""),
    Case(.trim(column: "c"), "a b", "a b"), Case(.trim(column: "c"), "\u{202F}é\u{2009}", "é"),
    Case(.collapseBlanks(column: "c"), "a  b \u{A0}c", "a b c"),
    Case(.collapseBlanks(column: "c"), "a\u{A0}b", "a\u{A0}b"),
    Case(.changeCase(column: "c", to: .upper), "élève", "ÉLÈVE"),
    Case(.changeCase(column: "c", to: .lower), "ÉLÈVE", "élève"),
    Case(.changeCase(column: "c", to: .title), "SAINT-JEAN d’angély", "Saint-Jean D’angély"),
    Case(.replaceValue(column: "c", from: "St", to: "Saint"), "St", "Saint"),
    Case(.replaceValue(column: "c", from: "St", to: "Saint"), "Stade", "Stade"),
    Case(.replaceValue(column: "c", from: "", to: "inconnu"), "", "inconnu"),
    Case(.replaceValue(column: "c", from: "x", to: ""), "x", ""),
    Case(.emptyValues(column: "c", values: ["NC", "n/a"]), " NC ", ""),
    Case(.emptyValues(column: "c", values: ["NC", "n/a"]), "n/a", ""),
    Case(.emptyValues(column: "c", values: ["NC"]), "NCA", "NCA"),
    Case(.decodeText(column: "c"), "Ã‰cole Ã©lÃ©mentaire", "École élémentaire"),
    Case(.decodeText(column: "c"), "École", "École"),
  ]

  static let values: [Case] = [
    Case(numbers, "12,5", "12.5"), Case(numbers, "1 234,50 €", "1234.50"),
    Case(numbers, "-3", "-3"), Case(numbers, "Nantes", "Nantes"),
    Case(numbers, "0,1234567890123456789", "0.1234567890123456789"),
    Case(toComma, "1,234", "1234"), Case(toComma, "12.5", "12,5"), Case(toComma, "12.5 %", "12,5 %"),
    Case(dates, "12/03/2024", "2024-03-12"), Case(dates, "2024-03-12", "2024-03-12"),
    Case(dates, "20240312", "2024-03-12"), Case(dates, "31/02/2024", "31/02/2024"),
    Case(dates, "bientôt", "bientôt"), Case(dates, "12/03/2024 08:30", "2024-03-12T08:30:00"),
    Case(american, "12/03/2024", "2024-12-03"), Case(american, "25/12/2024", "2024-12-25"),
    Case(booleans, "VRAI", "oui"), Case(booleans, "0", "non"), Case(booleans, "peut-être", "peut-être"),
    Case(zeros, "1000", "01000"), Case(zeros, "75001", "75001"), Case(zeros, "A100", "A100"),
    Case(wholes, "douze", ""), Case(wholes, "12", "12"), Case(wholes, "12,5", ""),
    Case(sirens, "732829321", ""), Case(sirens, "732829320", "732829320"),
  ]

  static let protections: [Case] = [
    Case(generalised(.month), "12/03/2024", "2024-03"), Case(generalised(.year), "1987-01-31", "1987"),
    Case(generalised(.year), "Jeanne", ""), Case(generalised(.month), "31/02/2024", ""),
    Case(generalised(.classes(width: 10)), "19,5", "de 10 à moins de 20"),
    Case(generalised(.classes(width: 10)), "-1", "de -10 à moins de 0"),
    Case(generalised(.classes(width: 5)), "environ 12", ""),
    Case(generalised(.departement), "35000", "35"), Case(generalised(.departement), "97411", "974"),
    Case(generalised(.departement), "2A004", "2A"), Case(generalised(.departement), "20200", "2B"),
    Case(generalised(.departement), "20090", "2A"), Case(generalised(.departement), "1000", "01"),
    Case(generalised(.departement), "rue des Lilas", ""),
    Case(generalised(.prefix(2)), "élève", "él"), Case(generalised(.prefix(9)), "élève", "élève"),
    Case(.pseudonymise(column: "c"), "jeanne@exemple.fr", "GJ6F4ZAEZYIGBIBI5FFU4AV6OM"),
    Case(.pseudonymise(column: "c"), "é", "4LAH7PT6LF4FNM5334ENIBB3CE"),
    Case(.pseudonymise(column: "c"), "", ""),
  ]

  @Test("A step writes a cell as it says", arguments: texts + values + protections)
  func writes(_ item: Case) throws { #expect(try Replay.cell(item.before, item.action) == item.after) }

  @Test("Columns are renamed and dropped in the order of the steps, and rows keep their numbers")
  func columns() throws {
    let recipe = Recipe([
      .renameColumn("a", to: "x"), .dropColumn("b"), .replaceValue(column: "x", from: "1", to: "un"),
      .renameColumn("c", to: "b"),
    ])
    let outcome = try Replay.run(recipe, ["a", "b", "c"], [["1", "2", "3"], ["4"], ["7", "8", "9", "10"]])
    #expect(outcome.columns == ["x", "b"])
    #expect(outcome.cells == [["un", "3"], ["4", ""], ["7", "9"]])
    #expect(outcome.rows.map(\.number) == [2, 3, 4])
  }

  @Test("Rows without value, of totals, repeated or of a value are dropped; the others keep their numbers")
  func rows() throws {
    let rows = [
      ["a", "1"], ["", " "], ["b", "2"], ["a", "1"], ["Sous-total :", "3"], ["TOTAL GÉNÉRAL", "9"],
      ["Totalement", "4"], ["c", "NC"], ["", "Total 2023"], ["b", "2 "],
    ]
    func numbers(_ actions: [RecipeAction]) throws -> [Int] {
      try Replay.run(Recipe(actions), ["n", "v"], rows).rows.map(\.number)
    }
    #expect(try numbers([.dropBlankRows]) == [2, 4, 5, 6, 7, 8, 9, 10, 11])
    #expect(try numbers([.dropTotalRows]) == [2, 3, 4, 5, 8, 9, 11])
    #expect(try numbers([.dropDuplicateRows]) == [2, 3, 4, 6, 7, 8, 9, 10, 11])
    #expect(try numbers([.trim(column: nil), .dropDuplicateRows]) == [2, 3, 4, 6, 7, 8, 9, 10])
    #expect(try numbers([.dropRows(column: "v", value: "NC")]) == [2, 3, 4, 5, 6, 7, 8, 10, 11])
    #expect(try numbers([.dropRows(column: "v", value: "NC"), .dropTotalRows, .dropBlankRows]).count == 5)
  }

  @Test("Rows are the same once the column that told them apart is dropped")
  func duplicatesOfVisibleColumns() throws {
    let rows = [["1", "a"], ["2", "a"], ["3", "b"]]
    let outcome = try Replay.run(Recipe([.dropColumn("id"), .dropDuplicateRows]), ["id", "v"], rows)
    #expect(outcome.cells == [["a"], ["b"]])
  }

  @Test("A step whose column is not there is skipped and said; one that protects people is an error")
  func missingColumns() throws {
    let recipe = Recipe([
      .trim(column: "x"), .pseudonymise(column: "Courriel"), .renameColumn("a", to: "b"),
      .dropColumn("y"),
    ])
    let source = try recipe.apply(to: RowsSource(["a", "b"], [["1", "2"]]), key: Replay.key)
    #expect(try Replay.read(source).map(\.cells) == [["1", "2"]])
    let findings = source.recipeFindings.findings
    #expect(
      Set(findings.map(\.code)) == [
        "recipe.column.missing", "recipe.protection.missing", "recipe.column.taken",
      ]
    )
    #expect(findings.first { $0.code == "recipe.protection.missing" }?.severity == .error)
    #expect(source.unprotectedSteps.map(\.id) == ["s2"])
  }

  @Test("Pseudonyms need their key, and two datasets share none")
  func keys() throws {
    let recipe = Recipe([.pseudonymise(column: "c")])
    #expect(throws: RecipeFailure.keyMissing) {
      try recipe.apply(to: RowsSource(["c"], []), key: nil)
    }
    let other = PseudonymKey(secret: (0..<32).map { UInt8($0) }, dataset: "eleves")
    let pseudonym = try Replay.run(recipe, ["c"], [["jeanne@exemple.fr"]], key: other).cells
    #expect(pseudonym == [["7JLGRGK3JPNCYRPLBQPVQXU5KU"]])
    #expect("\(other)" == "PseudonymKey")
    #expect(String(reflecting: other) == "PseudonymKey")
  }

  @Test("What was changed is counted by step")
  func effects() throws {
    let recipe = Recipe([.trim(column: nil), .dropBlankRows])
    let source = try recipe.apply(to: RowsSource(["a", "b"], [["1 ", " 2"], [" ", ""], ["3", "4"]]))
    _ = try Replay.read(source)
    #expect(source.effects == ["s1": 3, "s2": 1])
  }

  @Test(
    "A step that can be in no file is refused",
    arguments: [
      RecipeAction.generalise(column: "c", .classes(width: 0)), .generalise(column: "c", .prefix(0)),
      .restoreZeros(column: "c", digits: 1), .renameColumn("c", to: " "), .dropColumn(""),
      .emptyValues(column: "c", values: []),
      .replaceValue(column: "c", from: "a", to: String(repeating: "x", count: 1001)),
    ]
  )
  func refused(_ action: RecipeAction) {
    #expect {
      try Recipe([action]).apply(to: RowsSource(["c"], []))
    } throws: {
      ($0 as? Failure)?.code == "recipe.step.invalid" && ($0 as? Failure)?.pointer == "recipe.s1"
    }
  }
}
