/// Cases made from the bounds of the inputs: those at the ends and around each threshold, then some at random.
public struct RuleSample: Sendable, Equatable {
  /// The cases.
  public let cases: [[String: RuleValue]]

  /// Takes cases as they are.
  public init(cases: [[String: RuleValue]]) { self.cases = cases }

  /// Makes cases for rules that are to be compared: the same seed gives the same cases.
  ///
  /// An input that only some of the rules ask for is given too. Where two rules have different bounds, the widest
  /// bounds of both are tried.
  public init(for rules: [CheckedRule], count: Int, seed: UInt64) {
    var generator = SplitMix(state: seed)
    var candidates: [String: [RuleValue]] = [:]
    var inputs: [CheckedRule.Input] = []
    for rule in rules {
      let thresholds = rule.thresholds
      for input in rule.inputs {
        if !inputs.contains(where: { $0.name == input.name }) { inputs.append(input) }
        let known = candidates[input.name, default: []]
        let found = input.candidates(thresholds: thresholds[input.name] ?? [])
        candidates[input.name] = known + found.filter { !known.contains($0) }
      }
    }
    var cases: [[String: RuleValue]] = []
    for index in 0..<max(0, min(count, 100_000)) {
      var values: [String: RuleValue] = [:]
      for input in inputs {
        let known = candidates[input.name] ?? []
        // A third of the cases lie on the ends and thresholds, in turn for the first, at random for the others.
        if index % 3 == 0 || input.least == nil, !known.isEmpty {
          values[input.name] = known[Int(generator.next() % UInt64(known.count))]
        } else {
          values[input.name] = Self.random(known, input, &generator)
        }
      }
      cases.append(values)
    }
    self.cases = cases
  }

  private static func random(
    _ candidates: [RuleValue],
    _ input: CheckedRule.Input,
    _ generator: inout SplitMix
  ) -> RuleValue {
    let ordinals = candidates.compactMap(\.ordinal)
    guard let low = ordinals.min(), let high = ordinals.max() else {
      return candidates.first ?? .boolean(false)
    }
    let places = input.type.samplePlaces
    let step = ExactDecimal.power(ExactDecimal.maximumPlaces - places)
    let steps = UInt128((high.units - low.units) / step) + 1
    let draw = (UInt128(generator.next()) << 64 | UInt128(generator.next())) % steps
    let ordinal = ExactDecimal(units: low.units + Int128(draw) * step)
    if input.type == .date { return .date(CalendarDay(number: ordinal.whole ?? 0)) }
    return .number(ordinal)
  }
}

/// Numbers that look random and are the same at each run (SplitMix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension RuleType {
  /// The decimals of a value made for a sample.
  fileprivate var samplePlaces: Int {
    switch self {
    case .money, .decimal: 2
    case .rate: 4
    case .integer, .boolean, .date, .choice: 0
    }
  }
}

extension CheckedRule.Input {
  /// The ends, the thresholds and their neighbours, within the bounds; all values of a choice.
  fileprivate func candidates(thresholds: [ExactDecimal]) -> [RuleValue] {
    if case .choice(let choices) = type { return choices.map { .choice($0.name) } }
    guard let low = least?.ordinal, let high = greatest?.ordinal,
      let step = ExactDecimal(digits: 1, places: type.samplePlaces)
    else { return [.boolean(true), .boolean(false)] }
    var ordinals: Set<ExactDecimal> = [low, high]
    for threshold in thresholds {
      let around = [threshold.subtracting(step), threshold, threshold.adding(step)]
      ordinals.formUnion(around.compactMap(\.self).filter { $0 >= low && $0 <= high })
    }
    return ordinals.sorted().compactMap { ordinal in
      if type == .date { return ordinal.whole.flatMap(CalendarDay.init(daysSince1970:)).map(RuleValue.date) }
      let value = RuleValue.number(ordinal)
      return value.belongs(to: type) ? value : nil
    }
  }
}

extension CheckedRule {
  /// The values at which the tables and the comparisons of the rule change, by input.
  fileprivate var thresholds: [String: [ExactDecimal]] {
    var parameters: [String: RuleValue] = [:]
    var found: [String: [ExactDecimal]] = [:]
    for statement in syntax.statements {
      switch statement.body {
      case .parameter(_, let literal): parameters[statement.name] = literal.ruleValue
      case .table(_, let table):
        for row in table.rows {
          for (column, cell) in zip(table.columns, row.cells) {
            found[column.text, default: []] += cell.flatMap { $0.ends(parameters) }
          }
        }
      case .calculation(_, let value), .result(_, let value):
        value.thresholds(parameters, into: &found)
      case .input: break
      }
    }
    return found
  }
}

extension Expression {
  /// What names are compared with.
  fileprivate func thresholds(_ parameters: [String: RuleValue], into found: inout [String: [ExactDecimal]]) {
    switch self {
    case .compare(_, .name(let name), let other, _), .compare(_, let other, .name(let name), _):
      found[name.text, default: []] += [other.constant(parameters)].compactMap(\.self)
    case .logic(_, let left, let right, _), .arithmetic(_, let left, let right, _),
      .compare(_, let left, let right, _):
      left.thresholds(parameters, into: &found)
      right.thresholds(parameters, into: &found)
    case .negated(let inner, _), .not(let inner, _), .member(let inner, _, _):
      inner.thresholds(parameters, into: &found)
    case .condition(let condition, let then, let otherwise, _):
      for part in [condition, then, otherwise] { part.thresholds(parameters, into: &found) }
    case .call(_, let arguments, _):
      for argument in arguments { argument.thresholds(parameters, into: &found) }
    case .literal, .name: break
    }
  }

  private func constant(_ parameters: [String: RuleValue]) -> ExactDecimal? {
    switch self {
    case .literal(let literal): literal.ruleValue.ordinal
    case .name(let name): parameters[name.text]?.ordinal
    default: nil
    }
  }
}
