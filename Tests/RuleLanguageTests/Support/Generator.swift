import Messages

@testable import RuleLanguage

/// Numbers that look random and are the same at each run (SplitMix64).
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func int(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &self) }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[int(0...(list.count - 1))] }
}

/// A place that takes no part in comparisons.
let nowhere = Place(line: 1, column: 1)

func decimal(_ text: String) -> ExactDecimal { ExactDecimal(text) ?? .least }

func number(_ text: String) -> RuleValue { .number(decimal(text)) }

/// A rule with the statements given, which must hold together.
func checked(_ statements: String) throws -> CheckedRule { try CheckedRule("règle essai\n" + statements) }

/// What is wrong with a text, as `code line:column`.
func problems(_ statements: String) -> [String] {
  CheckedRule.check("règle essai\n" + statements).problems.map {
    "\($0.code) \($0.location?.line ?? 0):\($0.location?.column ?? 0)"
  }
}

/// Syntax trees made at random; any of them can be written.
struct SyntaxGenerator {
  var random: Generator

  private static let names = [
    "quotient", "âge", "part_2", "œuvre", "prix", "Domicile", "moins", "mois",
  ]
  private static let labels = ["", "Quotient familial", "Dit \"ainsi\"", "Barre \\ oblique", "L’été : 10 %"]

  mutating func rule() -> RuleSyntax {
    RuleSyntax(
      name: random.pick(Self.names),
      label: random.pick(Self.labels),
      statements: (0..<random.int(0...8)).map { _ in statement() },
      comments: comments(),
      closingComments: comments()
    )
  }

  private mutating func comments() -> [String] {
    random.int(0...3) == 0 ? [random.pick(["", "Une remarque", "deux  blancs", "#"])] : []
  }

  private mutating func statement() -> Statement {
    let body: Statement.Body
    switch random.int(0...4) {
    case 0:
      body = .input(
        type(),
        bounds: random.int(0...1) == 0 ? nil : .init(least: literal(), greatest: literal())
      )
    case 1: body = .parameter(random.int(0...1) == 0 ? nil : type(), literal())
    case 2: body = .calculation(random.int(0...1) == 0 ? nil : type(), expression(4))
    case 3: body = .result(type(), expression(4))
    default: body = .table(type(), table())
    }
    return Statement(
      body: body,
      name: random.pick(Self.names),
      label: random.pick(Self.labels),
      source: random.pick(["", "Délibération 2026-12"]),
      comments: comments(),
      place: nowhere
    )
  }

  private mutating func type() -> TypeSyntax {
    let unit = random.pick([
      Unit.none, .euro, Unit("repas"), Unit.euro.per(Unit("repas")), Unit.none.per(Unit("an")),
    ])
    let choices = [
      RuleType.Choice("commune", label: "La commune"), RuleType.Choice("ailleurs", label: "ailleurs"),
    ]
    let types: [RuleType] = [
      .money, .rate, .integer(unit), .decimal(unit), .boolean, .date, .choice(choices),
    ]
    return TypeSyntax(type: random.pick(types), place: nowhere)
  }

  private mutating func literal() -> Literal {
    let value: Literal.Value
    switch random.int(0...4) {
    case 0: value = .boolean(random.int(0...1) == 0)
    case 1: value = .date(CalendarDay(number: random.int(-60_000...120_000)))
    case 2: value = .choice(random.pick(["commune", "ailleurs"]))
    default:
      let digits =
        ExactDecimal(digits: random.int(-1_000_000...1_000_000), places: random.int(0...6)) ?? .zero
      value = .number(digits, mark: random.pick([nil, "%", "€", "repas"]))
    }
    return Literal(value: value, place: nowhere)
  }

  private mutating func table() -> DecisionTable {
    let columns = random.int(0...3)
    let rows = (0..<random.int(0...4)).map { _ in
      DecisionTable.Row(
        cells: (0..<columns).map { _ in cell() },
        value: expression(2),
        label: random.pick(Self.labels),
        comments: comments(),
        place: nowhere
      )
    }
    return DecisionTable(
      policy: random.pick(DecisionTable.Policy.allCases),
      columns: (0..<columns).map { _ in name() },
      rows: rows,
      otherwise: random.int(0...1) == 0 ? nil : expression(2)
    )
  }

  private mutating func name() -> Name { Name(text: random.pick(Self.names), place: nowhere) }

  private mutating func cell() -> [CellTest] {
    (0..<random.int(0...3)).map { _ in
      let test: CellTest.Test =
        random.int(0...1) == 0
        ? .compare(random.pick(Comparison.allCases), operand())
        : .range(operand(), operand(), excludes: random.int(0...1) == 0)
      return CellTest(test: test, place: nowhere)
    }
  }

  private mutating func operand() -> CellTest.Operand {
    let literal = literal()
    if case .choice(let name) = literal.value { return .name(Name(text: name, place: nowhere)) }
    return .literal(literal)
  }

  private mutating func expression(_ depth: Int) -> Expression {
    guard depth > 0 else {
      let literal = literal()
      if case .choice = literal.value { return .name(name()) }
      return .literal(literal)
    }
    switch random.int(0...8) {
    case 0: return .negated(expression(depth - 1), nowhere)
    case 1: return .not(expression(depth - 1), nowhere)
    case 2:
      let operation = random.pick(Expression.Arithmetic.allCases)
      return .arithmetic(operation, expression(depth - 1), expression(depth - 1), nowhere)
    case 3:
      return .compare(random.pick(Comparison.allCases), expression(depth - 1), expression(depth - 1), nowhere)
    case 4:
      let logic = random.pick(Expression.Logic.allCases)
      return .logic(logic, expression(depth - 1), expression(depth - 1), nowhere)
    case 5: return .member(expression(depth - 1), [name(), name()], nowhere)
    case 6:
      return .condition(
        expression(depth - 1),
        then: expression(depth - 1),
        otherwise: expression(depth - 1),
        nowhere
      )
    case 7:
      let arguments = (0..<random.int(1...3)).map { _ in expression(depth - 1) }
      return .call(random.pick(Function.allCases), arguments, nowhere)
    default: return expression(0)
    }
  }
}
