import Messages

// Types, literals and decision tables.
extension Parser {
  mutating func optionalType() throws -> TypeSyntax? {
    token.kind == .sign(":") ? try type() : nil
  }

  mutating func type() throws -> TypeSyntax {
    try expect(":")
    let place = token.place
    guard case .word(let word) = token.kind else { throw expectedType() }
    let known = Self.typeNames[word.lowercased()]
    guard let known else { throw expectedType() }
    advance()
    switch known {
    case "entier": return TypeSyntax(type: .integer(try unit()), place: place)
    case "nombre": return TypeSyntax(type: .decimal(try unit()), place: place)
    case "montant": return TypeSyntax(type: .money, place: place)
    case "taux": return TypeSyntax(type: .rate, place: place)
    case "date": return TypeSyntax(type: .date, place: place)
    case "choix": return TypeSyntax(type: .choice(try choices()), place: place)
    case "oui":
      try expect("/")
      try expect(.not)
      return TypeSyntax(type: .boolean, place: place)
    default: return TypeSyntax(type: .boolean, place: place)
    }
  }

  private static let typeNames: [String: String] = [
    "entier": "entier", "nombre": "nombre", "montant": "montant", "taux": "taux", "date": "date",
    "choix": "choix", "oui": "oui", "booléen": "booléen", "booleen": "booléen",
  ]

  private func expectedType() -> Failure {
    expected(
      fr: "un type (montant, taux, entier, nombre, oui/non, date ou choix)",
      en: "a type (montant, taux, entier, nombre, oui/non, date or choix)"
    )
  }

  private mutating func unit() throws -> Unit {
    guard case .word("en") = token.kind else { return .none }
    advance()
    var unit = Unit.none
    if case .number(.one) = token.kind {
      advance()
    } else {
      unit = try unitName()
    }
    while true {
      if accept("/") {
        unit = unit.per(try unitName())
      } else if accept("*") {
        unit = unit.times(try unitName())
      } else {
        return unit
      }
    }
  }

  private mutating func unitName() throws -> Unit {
    accept("€") ? .euro : Unit(try name().text)
  }

  private mutating func choices() throws -> [RuleType.Choice] {
    try expect("(")
    var choices: [RuleType.Choice] = []
    repeat {
      let name = try name()
      guard !choices.contains(where: { $0.name == name.text }) else {
        throw duplicate(name.text, at: name.place)
      }
      guard choices.count < RuleLimits.alternatives else {
        throw tooMany(fr: "choix", en: "choices", limit: RuleLimits.alternatives)
      }
      choices.append(RuleType.Choice(name.text, label: text() ?? name.text))
    } while accept(",") || accept(";")
    try expect(")")
    return choices
  }

  mutating func literal() throws -> Literal {
    let place = token.place
    if accept("-") {
      guard case .number(let number) = token.kind else { throw expected(fr: "un nombre", en: "a number") }
      advance()
      return Literal(value: .number(number.negated, mark: mark()), place: place)
    }
    switch token.kind {
    case .number(let number):
      advance()
      return Literal(value: .number(number, mark: mark()), place: place)
    case .date(let day):
      advance()
      return Literal(value: .date(day), place: place)
    case .word:
      if accept(.yes) { return Literal(value: .boolean(true), place: place) }
      if accept(.not) { return Literal(value: .boolean(false), place: place) }
      return Literal(value: .choice(try name().text), place: place)
    default: throw expected(fr: "une valeur", en: "a value")
    }
  }

  /// What follows a number: `%`, `€` or the name of a unit.
  mutating func mark() -> String? {
    switch token.kind {
    case .sign("%"), .sign("€"):
      defer { advance() }
      return token.shown
    case .word(let word) where Keyword(word: word) == nil:
      advance()
      return word
    default: return nil
    }
  }

  func duplicate(_ name: String, at place: Place) -> Failure {
    problem(
      "rule.name.duplicate",
      .invalid,
      fr: "Le nom « \(name) » est déjà pris.",
      en: "The name “\(name)” is already taken.",
      remedy: Bilingual(fr: "Donnez-lui un autre nom.", en: "Give it another name."),
      at: place
    )
  }

  mutating func table(_ heading: Statement) throws -> Statement {
    var statement = heading
    let type = try type()
    try expect(",")
    let policy = try policy()
    try labels(&statement)
    var table = DecisionTable(policy: policy, columns: try columns(), rows: [])
    statement.comments = takeRemarks()
    while token.kind == .sign("|") {
      guard table.rows.count < RuleLimits.rows else {
        throw tooMany(fr: "lignes dans cette table", en: "rows in this table", limit: RuleLimits.rows)
      }
      table.rows.append(try row(columns: table.columns.count))
    }
    if accept(.otherwise) { table.otherwise = try wholeExpression() }
    statement.comments += takeRemarks()
    statement.body = .table(type, table)
    return statement
  }

  private mutating func policy() throws -> DecisionTable.Policy {
    let phrases: [([String], DecisionTable.Policy)] = [
      (["première", "ligne"], .first), (["premiere", "ligne"], .first), (["ligne", "unique"], .unique),
      (["somme", "des", "lignes"], .sum),
    ]
    for (words, policy) in phrases where token.kind == .word(words[0]) {
      for word in words {
        guard token.kind == .word(word) else { throw expected(fr: "« \(word) »", en: "“\(word)”") }
        advance()
      }
      return policy
    }
    throw expected(
      fr: "« première ligne », « ligne unique » ou « somme des lignes »",
      en: "“première ligne”, “ligne unique” or “somme des lignes”"
    )
  }

  private mutating func columns() throws -> [Name] {
    try expect("|")
    var columns: [Name] = []
    while !accept(.result) {
      guard columns.count < RuleLimits.columns else {
        throw tooMany(fr: "colonnes dans cette table", en: "columns in this table", limit: RuleLimits.columns)
      }
      columns.append(try name())
      try expect("|")
    }
    try expect("|")
    return columns
  }

  private mutating func row(columns: Int) throws -> DecisionTable.Row {
    let start = token.place
    try expect("|")
    var cells: [[CellTest]] = []
    for _ in 0..<columns {
      cells.append(try cell())
      guard token.kind == .sign("|"), following.place.line == start.line else {
        throw wrongCells(columns + 1, at: start)
      }
      advance()
    }
    let value = try wholeExpression()
    guard accept("|") else {
      throw token.place.line > start.line || token.kind == .end
        ? wrongCells(columns + 1, at: start)
        : expected(fr: "« | » à la fin de la ligne", en: "“|” at the row’s end")
    }
    if token.kind != .end, token.place.line == start.line, case .text = token.kind {
    } else if token.kind != .end, token.place.line == start.line {
      throw wrongCells(columns + 1, at: start)
    }
    let label = text() ?? ""
    return DecisionTable.Row(
      cells: cells,
      value: value,
      label: label,
      comments: takeRemarks(),
      place: start
    )
  }

  private func wrongCells(_ count: Int, at place: Place) -> Failure {
    problem(
      "rule.table.cells",
      .invalid,
      fr: "Cette ligne de la table doit avoir \(count) cases, entre des « | », comme son en-tête.",
      en: "This row of the table must have \(count) cells, between “|”, like its heading.",
      remedy: Bilingual(
        fr: "Complétez-la sur une seule ligne ; « * » convient à toute valeur.",
        en: "Complete it on one line; “*” fits any value."
      ),
      at: place
    )
  }

  private mutating func cell() throws -> [CellTest] {
    if accept("*") { return [] }
    var tests: [CellTest] = []
    repeat {
      guard tests.count < RuleLimits.alternatives else {
        throw tooMany(fr: "possibilités dans cette case", en: "alternatives", limit: RuleLimits.alternatives)
      }
      tests.append(try test())
    } while accept(.or)
    return tests
  }

  private mutating func test() throws -> CellTest {
    let place = token.place
    if accept(.from) {
      let least = try operand()
      try expect(.to)
      let excludes = token.kind == .word("moins")
      if excludes {
        advance()
        try expect(.from)
      }
      return CellTest(test: .range(least, try operand(), excludes: excludes), place: place)
    }
    if case .sign(let sign) = token.kind, let comparison = Comparison(rawValue: sign) {
      advance()
      return CellTest(test: .compare(comparison, try operand()), place: place)
    }
    return CellTest(test: .compare(.equal, try operand()), place: place)
  }

  private mutating func operand() throws -> CellTest.Operand {
    if case .word(let word) = token.kind, Keyword(word: word) == nil { return .name(try name()) }
    if case .sign("|") = token.kind {
      throw expected(
        fr: "une condition (« * » convient à toute valeur)",
        en: "a condition (“*” fits any value)"
      )
    }
    return .literal(try literal())
  }
}
