public import Messages

/// What changes between two versions of a rule, on a sample of cases.
public struct RuleComparison: Sendable, Equatable {
  /// How many cases were computed by both.
  public let count: Int
  /// How many of them changed in some result.
  public let changed: Int
  /// How many the old version computed and the new one refuses.
  public let newlyRefused: Int
  /// How many the old version refused and the new one computes.
  public let newlyComputed: Int
  /// What changed, result by result.
  public let results: [ResultChange]
  /// The cases that changed most, at most ``shownLimit``.
  public let cases: [ChangedCase]
  /// The inputs, parameters, tables and formulas that differ, by name.
  public let statements: [StatementChange]

  /// How many cases are shown.
  public static let shownLimit = 20

  /// What changed in a result.
  public struct ResultChange: Sendable, Equatable {
    /// The name in the text.
    public let name: String
    /// What people read.
    public let label: String
    /// The type, as the new version has it.
    public let type: RuleType
    /// How many cases changed.
    public let changed: Int
    /// How many went up, for numbers.
    public let raised: Int
    /// How many went down, for numbers.
    public let lowered: Int
    /// The mean of all differences, unchanged cases included; `nil` for what is no number.
    public let mean: ExactDecimal?
    /// The differences at the least, the quarter, the half, the three quarters and the greatest, of changed cases.
    public let quantiles: [ExactDecimal]
  }

  /// A case whose results changed.
  public struct ChangedCase: Sendable, Equatable {
    /// The inputs.
    public let inputs: [String: RuleValue]
    /// The results before; `nil` when the case was refused.
    public let before: [String: RuleValue]?
    /// The results after; `nil` when the case is refused.
    public let after: [String: RuleValue]?
    /// Why one of them refuses it.
    public let refusal: Failure?
  }

  /// A statement that differs.
  public struct StatementChange: Sendable, Equatable {
    /// The name in the text.
    public let name: String
    /// The text before; `nil` when it is new.
    public let before: String?
    /// The text after; `nil` when it is gone.
    public let after: String?
  }

  /// Computes both versions on each case.
  public init(old: CheckedRule, new: CheckedRule, sample: RuleSample) {
    var tally = Tally()
    for values in sample.cases { tally.add(values, old, new) }
    count = tally.both
    changed = tally.changed
    newlyRefused = tally.newlyRefused
    newlyComputed = tally.newlyComputed
    cases = tally.shown
    results = new.results.map { statement in
      tally.change(of: statement, type: new.types[statement.name] ?? .boolean)
    }
    statements = Self.statements(old, new)
  }

  private static func statements(_ old: CheckedRule, _ new: CheckedRule) -> [StatementChange] {
    let before = old.syntax.statements
    let after = new.syntax.statements
    let changed = after.compactMap { statement -> StatementChange? in
      let former = before.first { $0.name == statement.name }
      guard former?.lines != statement.lines else { return nil }
      let text = former?.lines.joined(separator: "\n")
      return StatementChange(
        name: statement.name,
        before: text,
        after: statement.lines.joined(separator: "\n")
      )
    }
    let gone = before.filter { former in !after.contains { $0.name == former.name } }.map {
      StatementChange(name: $0.name, before: $0.lines.joined(separator: "\n"), after: nil)
    }
    return changed + gone
  }
}

/// Counts what changes, case after case.
private struct Tally {
  var both = 0
  var changed = 0
  var newlyRefused = 0
  var newlyComputed = 0
  var shown: [RuleComparison.ChangedCase] = []
  private var differences: [String: [ExactDecimal]] = [:]
  private var changes: [String: Int] = [:]
  private var weights: [ExactDecimal] = []

  mutating func add(_ values: [String: RuleValue], _ old: CheckedRule, _ new: CheckedRule) {
    let (before, refusedBefore) = Self.compute(values, old)
    let (after, refusedAfter) = Self.compute(values, new)
    switch (before, after) {
    case (nil, nil): return
    case (.some, nil): newlyRefused += 1
    case (nil, .some): newlyComputed += 1
    case (let before?, let after?):
      both += 1
      guard before != after else { return }
      changed += 1
      note(before, after)
    }
    show(
      RuleComparison.ChangedCase(
        inputs: values,
        before: before,
        after: after,
        refusal: refusedAfter ?? refusedBefore
      ),
      weight: weight(before, after)
    )
  }

  private static func compute(
    _ values: [String: RuleValue],
    _ rule: CheckedRule
  ) -> ([String: RuleValue]?, Failure?) {
    do {
      let evaluation = try rule.evaluate(values, tracing: false)
      return (Dictionary(evaluation.results.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }), nil)
    } catch let failure as Failure {
      return (nil, failure)
    } catch {
      return (nil, (error as? RuleProblems)?.failures.first)
    }
  }

  private mutating func note(_ before: [String: RuleValue], _ after: [String: RuleValue]) {
    for (name, value) in after where before[name] != value {
      changes[name, default: 0] += 1
      if case .number(let one)? = before[name], case .number(let other) = value,
        let difference = other.subtracting(one)
      {
        differences[name, default: []].append(difference)
      }
    }
  }

  /// How much a case deserves to be shown: its greatest difference; refusals first.
  private func weight(_ before: [String: RuleValue]?, _ after: [String: RuleValue]?) -> ExactDecimal {
    guard let before, let after else { return .greatest }
    let differences = after.compactMap { name, value -> ExactDecimal? in
      guard case .number(let one)? = before[name], case .number(let other) = value else { return nil }
      return other.subtracting(one)?.magnitude
    }
    return differences.max() ?? .zero
  }

  private mutating func show(_ item: RuleComparison.ChangedCase, weight: ExactDecimal) {
    let index = weights.firstIndex { $0 < weight } ?? weights.count
    guard index < RuleComparison.shownLimit else { return }
    weights.insert(weight, at: index)
    shown.insert(item, at: index)
    if shown.count > RuleComparison.shownLimit {
      weights.removeLast()
      shown.removeLast()
    }
  }

  func change(of statement: Statement, type: RuleType) -> RuleComparison.ResultChange {
    let sorted = (differences[statement.name] ?? []).sorted()
    var total: ExactDecimal? = .zero
    for difference in sorted { total = total?.adding(difference) }
    let quantiles =
      sorted.isEmpty ? [] : [0, 1, 2, 3, 4].map { sorted[min(sorted.count - 1, sorted.count * $0 / 4)] }
    return RuleComparison.ResultChange(
      name: statement.name,
      label: statement.label.isEmpty ? statement.name : statement.label,
      type: type,
      changed: changes[statement.name] ?? 0,
      raised: sorted.count { $0 > .zero },
      lowered: sorted.count { $0 < .zero },
      mean: type.unit == nil || both == 0 ? nil : total?.divided(by: ExactDecimal(both))?.value,
      quantiles: quantiles
    )
  }
}
