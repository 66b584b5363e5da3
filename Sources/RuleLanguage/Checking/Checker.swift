import Messages

/// Verifies a rule, statement by statement; a name declared wrongly is reported once, where it is declared.
struct Checker {
  /// What is known of each name.
  var scope: [String: Facts] = [:]
  /// The names of all choices of the rule.
  var choiceNames: Set<String> = []
  /// The values of the parameters.
  var parameters: [String: RuleValue] = [:]
  var findings: [RuleFinding] = []
  /// The names that are inputs.
  var inputNames: Set<String> = []
  /// The names that were read.
  var used: Set<String> = []
  private var types: [String: RuleType] = [:]
  private var inputs: [CheckedRule.Input] = []
  private var broken: Set<String> = []

  mutating func check(_ syntax: RuleSyntax) -> (rule: CheckedRule?, problems: [Failure]) {
    choiceNames = Set(syntax.statements.compactMap(\.choices).joined().map(\.name))
    var problems: [Failure] = []
    for statement in syntax.statements where problems.count < RuleLimits.problems {
      do {
        try check(statement)
      } catch let failure as Failure {
        // A name that depends on a faulty one says nothing new.
        if failure.code != Self.silentCode { problems.append(failure) }
        broken.insert(statement.name)
      } catch {}
    }
    if !syntax.statements.contains(where: { $0.keyword == "résultat" }) {
      problems.append(noResult(syntax))
    }
    findings += unused(syntax)
    guard problems.isEmpty else { return (nil, problems) }
    return (CheckedRule(syntax: syntax, inputs: inputs, types: types, findings: findings), [])
  }

  private static let silentCode = "rule.name.broken"

  private mutating func check(_ statement: Statement) throws {
    try checkName(statement)
    switch statement.body {
    case .input(let type, let bounds): try checkInput(statement, type, bounds)
    case .parameter(let type, let literal): try checkParameter(statement, type, literal)
    case .calculation(let type, let value):
      let facts = try facts(value)
      let resolved = try type.map { try assign(facts, to: $0.type, at: value.place) } ?? facts
      try declare(statement.name, resolved, type?.type ?? inferred(resolved, at: statement.place))
    case .table(let type, let table):
      let facts = try checkTable(statement, type.type, table)
      try declare(statement.name, facts, type.type)
    case .result(let type, let value):
      let resolved = try assign(try facts(value), to: type.type, at: value.place)
      try declare(statement.name, resolved, type.type)
    }
  }

  private func checkName(_ statement: Statement) throws {
    let isTaken = scope[statement.name] != nil || broken.contains(statement.name)
    if isTaken || choiceNames.contains(statement.name) {
      throw problem(
        "rule.name.taken",
        .invalid,
        fr: "Le nom « \(statement.name) » désigne déjà autre chose dans cette règle.",
        en: "The name “\(statement.name)” already means something else in this rule.",
        remedy: Bilingual(fr: "Donnez un autre nom à l’un des deux.", en: "Give one of them another name."),
        at: statement.place
      )
    }
  }

  private mutating func declare(_ name: String, _ facts: Facts, _ type: RuleType) throws {
    scope[name] = facts
    types[name] = type
  }

  private mutating func checkInput(
    _ statement: Statement,
    _ type: TypeSyntax,
    _ bounds: Statement.Bounds?
  ) throws {
    var facts = Facts(of: type.type)
    var least: RuleValue?
    var greatest: RuleValue?
    switch type.type {
    case .boolean, .choice:
      if let bounds { throw boundsNotAllowed(at: bounds.least.place) }
    case .rate where bounds == nil:
      (least, greatest) = (.number(.zero), .number(.one))
      facts.range = Interval(low: .zero, high: .one)
    default:
      guard let bounds else { throw boundsMissing(statement) }
      let (low, high) = (
        try value(of: bounds.least, for: type.type), try value(of: bounds.greatest, for: type.type)
      )
      guard let from = low.ordinal, let to = high.ordinal, from <= to else {
        throw boundsReversed(at: bounds.least.place)
      }
      (least, greatest) = (low, high)
      facts.range = Interval(low: from, high: to)
    }
    inputNames.insert(statement.name)
    let label = statement.label.isEmpty ? statement.name : statement.label
    inputs.append(
      CheckedRule.Input(
        name: statement.name,
        label: label,
        source: statement.source,
        type: type.type,
        least: least,
        greatest: greatest
      )
    )
    try declare(statement.name, facts, type.type)
  }

  private mutating func checkParameter(
    _ statement: Statement,
    _ written: TypeSyntax?,
    _ literal: Literal
  ) throws {
    let facts = try facts(.literal(literal))
    let type = try written?.type ?? inferred(facts, at: literal.place, literal: literal)
    var resolved = try assign(facts, to: type, at: literal.place)
    resolved.places = facts.places
    parameters[statement.name] = try value(of: literal, for: type)
    try declare(statement.name, resolved, type)
  }

  /// The type people read a value as, where none was written.
  private func inferred(_ facts: Facts, at place: Place, literal: Literal? = nil) throws -> RuleType {
    switch facts.kind {
    case .number(let unit):
      if case .number(_, "%") = literal?.value { return .rate }
      if unit == .euro, let places = facts.places, places <= 2 { return .money }
      return facts.places == 0 ? .integer(unit ?? .none) : .decimal(unit ?? .none)
    case .boolean: return .boolean
    case .date: return .date
    case .choice(let choices): return .choice(choices)
    case .names: throw typeMissing(at: place)
    }
  }

  /// Refuses to go on with a name whose declaration was refused.
  func notDeclared(_ name: Name) -> Failure {
    guard !broken.contains(name.text) else {
      return Failure("rule.name.broken", .invalid, fr: "Voir plus haut.", en: "See above.")
    }
    let known = Array(scope.keys) + Array(choiceNames)
    let near = known.sorted().first { Self.isNear($0, name.text) }
    return problem(
      "rule.name.unknown",
      .invalid,
      fr: "Le nom « \(name.text) » n’est pas déclaré avant cette ligne.",
      en: "The name “\(name.text)” is not declared before this line.",
      remedy: near.map {
        Bilingual(fr: "Vouliez-vous écrire « \($0) » ?", en: "Did you mean “\($0)”?")
      }
        ?? Bilingual(
          fr: "Déclarez-le plus haut par « entrée », « paramètre », « soit » ou « table ».",
          en: "Declare it above with “entrée”, “paramètre”, “soit” or “table”."
        ),
      at: name.place
    )
  }

  /// Whether two names are at most two letters apart.
  static func isNear(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.lowercased()), Array(right.lowercased()))
    guard abs(left.count - right.count) <= 2 else { return false }
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in right.enumerated() {
        let kept = row[column + 1]
        row[column + 1] = min(diagonal + (letter == other ? 0 : 1), row[column] + 1, kept + 1)
        diagonal = kept
      }
    }
    return (row.last ?? 3) <= (right.count > 4 ? 2 : 1)
  }

  private func unused(_ syntax: RuleSyntax) -> [RuleFinding] {
    syntax.statements.filter { $0.keyword != "résultat" && !used.contains($0.name) }.map {
      RuleFinding(
        kind: .unused,
        isCertain: true,
        message: Bilingual(
          fr: "« \($0.name) » ne sert à rien dans cette règle : retirez-le, ou employez-le.",
          en: "“\($0.name)” is not used in this rule: remove it, or use it."
        ),
        place: $0.place
      )
    }
  }
}

extension Statement {
  fileprivate var choices: [RuleType.Choice]? {
    switch body {
    case .input(let type, _), .table(let type, _), .result(let type, _): type.type.choices
    case .parameter(let type, _), .calculation(let type, _): type?.type.choices
    }
  }
}

extension RuleType {
  /// The choices, where it is a choice.
  public var choices: [Choice]? {
    if case .choice(let choices) = self { return choices }
    return nil
  }
}

extension RuleValue {
  /// The value on a line: numbers as they are, days counted since 1970.
  var ordinal: ExactDecimal? {
    switch self {
    case .number(let number): number
    case .date(let day): ExactDecimal(day.number)
    case .boolean, .choice: nil
    }
  }
}

extension Facts {
  /// What a type alone tells.
  init(of type: RuleType) {
    switch type {
    case .money: self.init(kind: .number(.euro), places: 2)
    case .rate: self.init(kind: .number(Unit.none), places: 6)
    case .integer(let unit): self.init(kind: .number(unit), places: 0)
    case .decimal(let unit): self.init(kind: .number(unit), places: 6)
    case .boolean: self.init(kind: .boolean)
    case .date: self.init(kind: .date, places: 0, range: .days)
    case .choice(let choices): self.init(kind: .choice(choices))
    }
  }
}
