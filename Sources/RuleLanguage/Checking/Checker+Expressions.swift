import Messages

extension Checker {
  /// What is known of an expression; refuses it where its parts do not go together.
  mutating func facts(_ expression: Expression) throws -> Facts {
    switch expression {
    case .literal(let literal): return literalFacts(literal)
    case .name(let name): return try nameFacts(name)
    case .negated(let inner, _):
      var facts = try number(inner)
      facts.range = facts.range.negated
      return facts
    case .not(let inner, _):
      try condition(inner)
      return Facts(kind: .boolean)
    case .arithmetic(let operation, let left, let right, let place):
      return try arithmetic(operation, try facts(left), try facts(right), left, right, place)
    case .compare(let comparison, let left, let right, let place):
      try compare(comparison, try facts(left), try facts(right), place)
      return Facts(kind: .boolean)
    case .logic(_, let left, let right, _):
      try condition(left)
      try condition(right)
      return Facts(kind: .boolean)
    case .member(let inner, let names, let place):
      let kind = Facts.Kind.names(Set(names.map(\.text)))
      _ = try unify(try facts(inner).kind, kind, at: place)
      return Facts(kind: .boolean)
    case .condition(let condition, let then, let otherwise, let place):
      try self.condition(condition)
      return try hull(try facts(then), try facts(otherwise), at: place)
    case .call(let function, let arguments, let place):
      return try call(function, arguments, place)
    }
  }

  func literalFacts(_ literal: Literal) -> Facts {
    switch literal.value {
    case .number(let number, "%"):
      let share = number.divided(by: ExactDecimal(100))?.value ?? number
      return Facts(kind: .number(Unit.none), places: share.places, range: .only(share))
    case .number(let number, let mark):
      return Facts(
        kind: .number(mark.map { $0 == "€" ? .euro : Unit($0) }),
        places: number.places,
        range: .only(number)
      )
    case .boolean: return Facts(kind: .boolean)
    case .date(let day): return Facts(kind: .date, places: 0, range: .only(ExactDecimal(day.number)))
    case .choice(let name): return Facts(kind: .names([name]))
    }
  }

  mutating func nameFacts(_ name: Name) throws -> Facts {
    if let known = scope[name.text] {
      used.insert(name.text)
      return known
    }
    guard choiceNames.contains(name.text) else { throw notDeclared(name) }
    return Facts(kind: .names([name.text]))
  }

  /// The value of a literal for a type; refuses one that is not of it.
  func value(of literal: Literal, for type: RuleType) throws -> RuleValue {
    _ = try assign(literalFacts(literal), to: type, at: literal.place)
    return literal.ruleValue
  }

  /// Verifies that a value can be given to a type, and what is known of it then.
  func assign(_ facts: Facts, to type: RuleType, at place: Place) throws -> Facts {
    var target = Facts(of: type)
    target.kind = try unify(target.kind, facts.kind, at: place)
    switch type {
    case .money where (facts.places ?? 99) > 2: throw notRounded(to: type, at: place)
    case .integer where facts.places != 0: throw notRounded(to: type, at: place)
    case .decimal, .rate: target.places = facts.places
    default: break
    }
    target.range = facts.range
    return target
  }

  /// The kind two values share; refuses two that share none.
  func unify(_ left: Facts.Kind, _ right: Facts.Kind, at place: Place) throws -> Facts.Kind {
    switch (left, right) {
    case (.number(let one), .number(let other)):
      guard let one else { return right }
      guard let other else { return left }
      guard one == other else { throw unitMismatch(one, other, at: place) }
      return left
    case (.choice(let choices), .names(let names)), (.names(let names), .choice(let choices)):
      guard names.isSubset(of: choices.map(\.name)) else {
        throw mismatch(.names(names), wanted: Self.label(.choice(choices)), at: place)
      }
      return .choice(choices)
    case (.names(let one), .names(let other)): return .names(one.union(other))
    default:
      guard left == right else { throw mismatch(right, wanted: Self.label(left), at: place) }
      return left
    }
  }

  /// What is known of a value that is one of two.
  func hull(_ left: Facts, _ right: Facts, at place: Place) throws -> Facts {
    Facts(
      kind: try unify(left.kind, right.kind, at: place),
      places: left.places.flatMap { one in right.places.map { max(one, $0) } },
      range: left.range.joined(right.range)
    )
  }

  mutating func condition(_ expression: Expression) throws {
    let kind = try facts(expression).kind
    guard kind == .boolean else { throw mismatch(kind, wanted: Self.label(.boolean), at: expression.place) }
  }

  mutating func number(_ expression: Expression) throws -> Facts {
    let facts = try facts(expression)
    guard case .number = facts.kind else {
      throw mismatch(facts.kind, wanted: Bilingual(fr: "un nombre", en: "a number"), at: expression.place)
    }
    return facts
  }

  mutating func day(_ expression: Expression) throws -> Facts {
    let facts = try facts(expression)
    guard facts.kind == .date else {
      throw mismatch(facts.kind, wanted: Self.label(.date), at: expression.place)
    }
    return facts
  }

  private func compare(_ comparison: Comparison, _ left: Facts, _ right: Facts, _ place: Place) throws {
    let kind = try unify(left.kind, right.kind, at: place)
    guard comparison != .equal, comparison != .different else { return }
    switch kind {
    case .number, .date: return
    case .boolean, .choice, .names:
      throw mismatch(
        kind,
        wanted: Bilingual(fr: "un nombre ou une date", en: "a number or a date"),
        at: place
      )
    }
  }

  private mutating func arithmetic(
    _ operation: Expression.Arithmetic,
    _ left: Facts,
    _ right: Facts,
    _ leftSide: Expression,
    _ rightSide: Expression,
    _ place: Place
  ) throws -> Facts {
    for (facts, side) in [(left, leftSide), (right, rightSide)] {
      guard case .number = facts.kind else {
        throw mismatch(facts.kind, wanted: Bilingual(fr: "un nombre", en: "a number"), at: side.place)
      }
    }
    switch operation {
    case .add, .subtract:
      var facts = try hull(left, right, at: place)
      facts.range = left.range.adding(operation == .add ? right.range : right.range.negated)
      return facts
    case .multiply:
      let places = left.places.flatMap { one in right.places.map { one + $0 } }
      return Facts(
        kind: .number(unit(left, right) { $0.times($1) }),
        places: places.flatMap { $0 <= ExactDecimal.maximumPlaces ? $0 : nil },
        range: left.range.multiplied(by: right.range)
      )
    case .divide:
      if right.range.containsZero { findings.append(possibleDivision(place)) }
      return Facts(
        kind: .number(unit(left, right) { $0.per($1) }),
        places: nil,
        range: left.range.divided(by: right.range)
      )
    }
  }

  private func unit(_ left: Facts, _ right: Facts, _ combine: (Unit, Unit) -> Unit) -> Unit? {
    guard case .number(let one) = left.kind, case .number(let other) = right.kind else { return nil }
    if one == nil, other == nil { return nil }
    return combine(one ?? .none, other ?? .none)
  }

  private func possibleDivision(_ place: Place) -> RuleFinding {
    RuleFinding(
      kind: .division,
      isCertain: false,
      message: Bilingual(
        fr: "Ce diviseur peut valoir zéro : le calcul serait alors refusé. "
          + "Relevez la borne basse, ou traitez ce cas par « si ».",
        en: "This divisor can be zero: the computation would then be refused. "
          + "Raise the lower bound, or treat that case with “si”."
      ),
      place: place
    )
  }
}

extension Literal {
  /// The value it stands for; a percentage is a share.
  var ruleValue: RuleValue {
    switch value {
    case .number(let number, "%"): .number(number.divided(by: ExactDecimal(100))?.value ?? number)
    case .number(let number, _): .number(number)
    case .boolean(let value): .boolean(value)
    case .date(let day): .date(day)
    case .choice(let name): .choice(name)
    }
  }
}
