import Messages

extension Evaluator {
  mutating func value(_ expression: Expression) throws -> RuleValue {
    switch expression {
    case .literal(let literal): return literal.ruleValue
    case .name(let name): return value(named: name.text)
    case .negated(let inner, _): return .number(try number(inner).negated)
    case .not(let inner, _): return .boolean(try !condition(inner))
    case .arithmetic(let operation, let left, let right, let place):
      return .number(try arithmetic(operation, try number(left), try number(right), expression, place))
    case .compare(let comparison, let left, let right, _):
      return .boolean(comparison.holds(try value(left), try value(right)))
    case .logic(.and, let left, let right, _):
      return .boolean(try condition(left) ? try condition(right) : false)
    case .logic(.or, let left, let right, _):
      return .boolean(try condition(left) ? true : try condition(right))
    case .member(let inner, let names, _):
      guard case .choice(let name) = try value(inner) else { return .boolean(false) }
      return .boolean(names.contains { $0.text == name })
    case .condition(let condition, let then, let otherwise, _):
      let holds = try self.condition(condition)
      if isTracing { details.append(.condition(text: shown(condition), holds: holds)) }
      return try value(holds ? then : otherwise)
    case .call(let function, let arguments, let place):
      return try call(function, arguments, expression, place)
    }
  }

  /// The expression with the labels of its names, as the trace tells it.
  func shown(_ expression: Expression) -> String {
    expression.text { name in
      let label = rule.labels[name] ?? name
      return label.contains(" ") ? "« \(label) »" : label
    }
  }

  private mutating func number(_ expression: Expression) throws -> ExactDecimal {
    // The checker proved the type; zero stands for what cannot happen.
    if case .number(let number) = try value(expression) { return number }
    return .zero
  }

  private mutating func condition(_ expression: Expression) throws -> Bool {
    try value(expression) == .boolean(true)
  }

  private mutating func day(_ expression: Expression) throws -> CalendarDay {
    if case .date(let day) = try value(expression) { return day }
    return .first
  }

  private mutating func arithmetic(
    _ operation: Expression.Arithmetic,
    _ left: ExactDecimal,
    _ right: ExactDecimal,
    _ expression: Expression,
    _ place: Place
  ) throws -> ExactDecimal {
    let outcome: (value: ExactDecimal, isExact: Bool)?
    switch operation {
    case .add: outcome = left.adding(right).map { ($0, true) }
    case .subtract: outcome = left.subtracting(right).map { ($0, true) }
    case .multiply: outcome = left.multiplied(by: right)
    case .divide:
      guard right != .zero else { throw divisionByZero(at: place) }
      outcome = left.divided(by: right)
    }
    guard let outcome else { throw overflow(at: place) }
    if isTracing, !outcome.isExact {
      details.append(.cut(text: shown(expression), to: .number(outcome.value)))
    }
    return outcome.value
  }

  private mutating func call(
    _ function: Function,
    _ arguments: [Expression],
    _ expression: Expression,
    _ place: Place
  ) throws -> RuleValue {
    switch function {
    case .minimum, .maximum, .ceiling, .floor: return try bounded(function, arguments, expression)
    case .round, .roundDown, .roundUp: return try rounded(function, arguments, expression, place)
    case .absolute: return .number(try number(arguments[0]).magnitude)
    case .count:
      var count = 0
      for argument in arguments where try condition(argument) { count += 1 }
      return .number(ExactDecimal(count))
    case .years: return .number(ExactDecimal(try day(arguments[0]).years(to: try day(arguments[1]))))
    case .months: return .number(ExactDecimal(try day(arguments[0]).months(to: try day(arguments[1]))))
    case .days:
      let from = try day(arguments[0])
      return .number(ExactDecimal(try day(arguments[1]).number - from.number))
    case .year: return .number(ExactDecimal(try day(arguments[0]).parts.year))
    case .addMonths, .addDays:
      let day = try day(arguments[0])
      let count = try number(arguments[1]).whole ?? .max
      guard let later = function == .addDays ? day.adding(days: count) : day.adding(months: count) else {
        throw dateOutOfRange(at: place)
      }
      return .date(later)
    }
  }

  private mutating func bounded(
    _ function: Function,
    _ arguments: [Expression],
    _ expression: Expression
  ) throws -> RuleValue {
    let first = try value(arguments[0])
    var kept = first
    for argument in arguments.dropFirst() {
      let other = try value(argument)
      let wantsLess = function == .minimum || function == .ceiling
      if (wantsLess ? Comparison.less : .more).holds(other, kept) { kept = other }
    }
    if isTracing, kept != first {
      details.append(.limited(text: shown(expression), from: first, to: kept))
    }
    return kept
  }

  private mutating func rounded(
    _ function: Function,
    _ arguments: [Expression],
    _ expression: Expression,
    _ place: Place
  ) throws -> RuleValue {
    let number = try number(arguments[0])
    let places = try self.number(arguments[1]).whole ?? 0
    guard let rounded = number.rounded(places: places, function.rounding ?? .nearest) else {
      throw overflow(at: place)
    }
    if isTracing, rounded != number {
      details.append(.rounded(text: shown(expression), from: .number(number), to: .number(rounded)))
    }
    return .number(rounded)
  }

  private func divisionByZero(at place: Place) -> Failure {
    problem(
      "rule.compute.division-by-zero",
      .invalid,
      fr: "Ce calcul divise par zéro.",
      en: "This computation divides by zero.",
      remedy: Bilingual(
        fr: "Traitez ce cas avant de diviser : si diviseur = 0 alors … sinon …",
        en: "Treat that case before dividing: si diviseur = 0 alors … sinon …"
      ),
      at: place
    )
  }

  private func dateOutOfRange(at place: Place) -> Failure {
    problem(
      "rule.compute.date",
      .invalid,
      fr: "Cette date sort du calendrier, de 1800 à 2299.",
      en: "This date leaves the calendar, from 1800 to 2299.",
      remedy: Bilingual(
        fr: "Vérifiez les bornes des dates et du nombre ajouté.",
        en: "Check the bounds of the dates and of the number added."
      ),
      at: place
    )
  }
}
