import Messages

extension Checker {
  mutating func call(_ function: Function, _ arguments: [Expression], _ place: Place) throws -> Facts {
    let count = function.argumentCount
    guard count.contains(arguments.count) else { throw wrongCount(function, at: place) }
    switch function {
    case .minimum, .maximum, .ceiling, .floor: return try bounded(function, arguments, place)
    case .round, .roundDown, .roundUp: return try rounded(function, arguments)
    case .absolute:
      var facts = try number(arguments[0])
      let (low, high) = (facts.range.low.magnitude, facts.range.high.magnitude)
      facts.range = Interval(low: facts.range.containsZero ? .zero : min(low, high), high: max(low, high))
      return facts
    case .count:
      for argument in arguments { try condition(argument) }
      let range = Interval(low: .zero, high: ExactDecimal(arguments.count))
      return Facts(kind: .number(Unit.none), places: 0, range: range)
    case .years: return try span(arguments, unit: "ans", days: 365)
    case .months: return try span(arguments, unit: "mois", days: 28)
    case .days: return try span(arguments, unit: "jours", days: 1)
    case .year:
      _ = try day(arguments[0])
      let range = Interval(low: ExactDecimal(1800), high: ExactDecimal(2299))
      return Facts(kind: .number(Unit.none), places: 0, range: range)
    case .addMonths, .addDays: return try later(function, arguments)
    }
  }

  private mutating func bounded(
    _ function: Function,
    _ arguments: [Expression],
    _ place: Place
  ) throws -> Facts {
    var result = try facts(arguments[0])
    for argument in arguments.dropFirst() {
      let other = try facts(argument)
      var joined = try hull(result, other, at: argument.place)
      joined.range =
        function == .minimum || function == .ceiling
        ? Interval(
          low: min(result.range.low, other.range.low),
          high: min(result.range.high, other.range.high)
        )
        : Interval(
          low: max(result.range.low, other.range.low),
          high: max(result.range.high, other.range.high)
        )
      result = joined
    }
    switch result.kind {
    case .number, .date: return result
    case .boolean, .choice, .names:
      throw mismatch(
        result.kind,
        wanted: Bilingual(fr: "un nombre ou une date", en: "a number or a date"),
        at: place
      )
    }
  }

  private mutating func rounded(_ function: Function, _ arguments: [Expression]) throws -> Facts {
    var facts = try number(arguments[0])
    guard case .literal(let literal) = arguments[1], case .number(let number, nil) = literal.value,
      let places = number.whole, (-9...ExactDecimal.maximumPlaces).contains(places)
    else {
      throw problem(
        "rule.function.places",
        .invalid,
        fr: "Le nombre de décimales d’un arrondi est un entier écrit en chiffres, de -9 à 12.",
        en: "The decimals of a rounding are a whole number written in digits, from -9 to 12.",
        remedy: Bilingual(
          fr: "Par exemple : arrondi(prix ; 2) pour arrondir au centime.",
          en: "For instance: arrondi(prix ; 2) to round to the cent."
        ),
        at: arguments[1].place
      )
    }
    facts.places = max(0, min(places, facts.places ?? places))
    facts.range = facts.range.mapped { $0.rounded(places: places, function.rounding ?? .nearest) }
    return facts
  }

  private mutating func span(_ arguments: [Expression], unit: String, days: Int) throws -> Facts {
    let (from, to) = (try day(arguments[0]), try day(arguments[1]))
    let distance = to.range.adding(from.range.negated)
    let divisor = ExactDecimal(days)
    let range = Interval(
      low: distance.low.divided(by: divisor)?.value.rounded(places: 0, .down) ?? .least,
      high: distance.high.divided(by: divisor)?.value.rounded(places: 0, .up) ?? .greatest
    )
    return Facts(kind: .number(Unit(unit)), places: 0, range: range)
  }

  private mutating func later(_ function: Function, _ arguments: [Expression]) throws -> Facts {
    let start = try day(arguments[0])
    let count = try number(arguments[1])
    guard case .number(let unit) = count.kind, count.places == 0 else {
      throw notRounded(to: .integer(.none), at: arguments[1].place)
    }
    let wanted = Unit(function == .addDays ? "jours" : "mois")
    if let unit, unit != .none, unit != wanted { throw unitMismatch(unit, wanted, at: arguments[1].place) }
    let step = Interval(
      low: ExactDecimal(function == .addDays ? 1 : 28),
      high: ExactDecimal(function == .addDays ? 1 : 31)
    )
    var facts = start
    facts.range = start.range.adding(count.range.multiplied(by: step))
    return facts
  }

  private func wrongCount(_ function: Function, at place: Place) -> Failure {
    let count = function.argumentCount
    let wanted = count.lowerBound == count.upperBound ? "\(count.lowerBound)" : "\(count.lowerBound)+"
    return problem(
      "rule.function.arguments",
      .invalid,
      fr: "La fonction « \(function.rawValue) » ne prend pas ce nombre de valeurs (il en faut \(wanted)).",
      en: "The function “\(function.rawValue)” does not take this number of values (it needs \(wanted)).",
      remedy: Bilingual(
        fr: "Elle s’écrit : \(function.usage).",
        en: "It is written: \(function.usage)."
      ),
      at: place
    )
  }
}

extension Function {
  /// How many values it takes.
  var argumentCount: ClosedRange<Int> {
    switch self {
    case .minimum, .maximum: 2...RuleLimits.alternatives
    case .count: 1...RuleLimits.alternatives
    case .absolute, .year: 1...1
    default: 2...2
    }
  }

  /// How it rounds, where it does.
  var rounding: ExactDecimal.Rounding? {
    switch self {
    case .round: .nearest
    case .roundDown: .down
    case .roundUp: .up
    default: nil
    }
  }

  /// How it is written.
  public var usage: String {
    switch self {
    case .minimum, .maximum, .count: rawValue + "(a ; b ; …)"
    case .ceiling, .floor: rawValue + "(valeur ; limite)"
    case .round, .roundDown, .roundUp: rawValue + "(valeur ; décimales)"
    case .absolute: rawValue + "(valeur)"
    case .years, .months, .days: rawValue + "(début ; fin)"
    case .year: rawValue + "(date)"
    case .addMonths, .addDays: rawValue + "(date ; nombre)"
    }
  }
}
