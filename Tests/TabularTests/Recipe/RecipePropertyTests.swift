import Testing

@testable import Tabular

/// Made-up tables and recipes, by a seed.
private struct Dice {
  var generator: SeededGenerator

  init(_ seed: Int) { generator = SeededGenerator(seed: UInt64(seed)) }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  mutating func cell() -> String {
    pick([
      "", " ", "NC", "oui", "FAUX", "12,5", "1 234,50 €", "12/03/2024", "2024-02-30", "Ã©cole", "Total",
      "élève  noire", " x ", "35000", "1000", "2A004", "jeanne@exemple.fr", "\u{A0}a\u{A0}",
      "+33 6 12 34 56 78",
      "secret-\(below(5))",
    ])
  }

  mutating func rows(_ count: Int, width: Int) -> [[String]] {
    (0..<count).map { _ in (0..<(below(9) == 0 ? below(width + 2) : width)).map { _ in cell() } }
  }

  mutating func action(_ names: [String]) -> RecipeAction {
    let column = pick(names)
    return pick([
      .renameColumn(column, to: pick(names + ["n1", "n2"])), .dropColumn(column), .trim(column: nil),
      .collapseBlanks(column: column), .changeCase(column: column, to: pick([.upper, .lower, .title])),
      .replaceValue(column: column, from: cell(), to: cell()),
      .emptyValues(column: column, values: ["NC", "x"]),
      .emptyInvalid(column: column, type: pick([.integer, .date, .boolean]), format: nil, notation: nil),
      .decodeText(column: nil),
      .writeNumbers(column: column, decimal: pick([.point, .comma]), thousands: nil, keepsUnit: false),
      .datesToISO(column: column, order: pick([.dayFirst, .monthFirst])),
      .writeBooleans(column: column, yes: "oui", no: "non"), .restoreZeros(column: column, digits: 5),
      .dropBlankRows, .dropTotalRows, .dropDuplicateRows, .dropRows(column: column, value: cell()),
      .pseudonymise(column: column),
      .generalise(column: column, pick([.month, .year, .departement, .classes(width: 7), .prefix(1)])),
    ])
  }

  mutating func recipe(_ names: [String]) -> Recipe {
    Recipe((0..<(1 + below(8))).map { _ in action(names) })
  }
}

@Suite("Replaying a recipe") struct RecipePropertyTests {
  private static let names = ["a", "b", "c", "d"]

  @Test("A replay gives the same rows, however they are batched", arguments: 0..<60)
  func deterministic(seed: Int) throws {
    var dice = Dice(seed)
    let rows = dice.rows(40, width: 4)
    let recipe = dice.recipe(Self.names)
    let first = try Replay.run(recipe, Self.names, rows, perBatch: 1 + dice.below(50))
    #expect(try Replay.run(recipe, Self.names, rows, perBatch: 1) == first)
    #expect(first.rows.allSatisfy { $0.cells.count == first.columns.count })
    #expect(first.rows.map(\.number) == first.rows.map(\.number).sorted())
    #expect(Set(first.columns).count == first.columns.count)
  }

  @Test("Undoing a step gives what there was without it", arguments: 0..<30)
  func undo(seed: Int) throws {
    var dice = Dice(seed + 1000)
    let rows = dice.rows(20, width: 4)
    let recipe = dice.recipe(Self.names)
    let longer = recipe.adding(dice.action(Self.names))
    let undone = longer.removing(try #require(longer.steps.last).id)
    #expect(undone == recipe)
    #expect(try Replay.run(undone, Self.names, rows) == Replay.run(recipe, Self.names, rows))
    let emptied = longer.steps.reduce(longer) { $0.removing($1.id) }
    let bare = try Replay.run(emptied, Self.names, rows)
    #expect(bare.cells == Replay.cellsSquared(rows, width: 4))
  }

  @Test("No value of a dropped column is in what is left, whatever comes after", arguments: 0..<40)
  func dropped(seed: Int) throws {
    var dice = Dice(seed + 2000)
    var rows = dice.rows(30, width: 4).map { Array(($0 + ["", "", "", ""]).prefix(4)) }
    for row in rows.indices { rows[row][1] = "ZZ\(row)" }
    let actions = dice.recipe(Self.names).steps.map(\.action)
    let at = dice.below(actions.count + 1)
    let drop = dice.pick([RecipeAction.dropColumn("b"), .dropPersonalColumn("b")])
    let before = actions[..<at].filter { action in
      if case .renameColumn = action { return false }
      return true
    }
    let outcome = try Replay.run(Recipe(before + [drop] + actions[at...]), Self.names, rows)
    let left = outcome.cells.joined().joined(separator: "\n").uppercased()
    #expect(!left.contains("ZZ"))
  }

  @Test("No pseudonym holds what it stands for, and the same value has the same one", arguments: 0..<40)
  func pseudonymised(seed: Int) throws {
    var dice = Dice(seed + 3000)
    var rows = dice.rows(30, width: 4).map { Array(($0 + ["", "", "", ""]).prefix(4)) }
    for row in rows.indices { rows[row][2] = "Personne \(row % 7)" }
    let after = dice.recipe(Self.names).steps.map(\.action)
    let outcome = try Replay.run(Recipe([.pseudonymise(column: "c")] + after), Self.names, rows)
    #expect(!outcome.cells.joined().contains { $0.uppercased().contains("PERSONNE") })
    let alone = try Replay.run(Recipe([.pseudonymise(column: "c")]), Self.names, rows).cells.map { $0[2] }
    #expect(Set(alone).count == 7)
    #expect(alone.allSatisfy { $0.utf8.count == PseudonymMaker.length })
    for row in 7..<rows.count { #expect(alone[row] == alone[row - 7]) }
  }

  @Test("Generalising passes nothing that it did not understand", arguments: 0..<20)
  func generalised(seed: Int) throws {
    var dice = Dice(seed + 4000)
    let rows = (0..<30).map { _ in [dice.cell()] }
    for into in [RecipeAction.Generalisation.month, .year, .departement, .classes(width: 10)] {
      let cells = try Replay.run(Recipe([.generalise(column: "c", into)]), ["c"], rows).cells.map { $0[0] }
      for (before, after) in zip(rows, cells) {
        #expect(after.isEmpty || after != before[0], "\(before[0]) passed as it was")
      }
    }
  }
}

extension Replay {
  static func cellsSquared(_ rows: [[String]], width: Int) -> [[String]] {
    rows.map { row in Array((row + Array(repeating: "", count: width)).prefix(width)) }
  }
}
