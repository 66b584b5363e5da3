/// What is known of an expression before it is computed.
struct Facts: Sendable {
  enum Kind: Sendable, Equatable {
    /// A number with its unit; `nil` for a bare number, which takes the unit it is added to or compared with.
    case number(Unit?)
    case boolean
    case date
    case choice([RuleType.Choice])
    /// The bare names of choices, whose type is not known yet.
    case names(Set<String>)
  }

  var kind: Kind
  /// How many decimals it has at most; `nil` when that is not known.
  var places: Int?
  /// The values it can take, for numbers and dates (as days since 1970).
  var range = Interval.everything
}

/// All values between two.
struct Interval: Sendable, Equatable {
  var low: ExactDecimal
  var high: ExactDecimal

  static let everything = Interval(low: .least, high: .greatest)
  static let days = Interval(
    low: ExactDecimal(CalendarDay.first.number),
    high: ExactDecimal(CalendarDay.last.number)
  )

  static func only(_ value: ExactDecimal) -> Interval { Interval(low: value, high: value) }

  var containsZero: Bool { low <= .zero && high >= .zero }

  func joined(_ other: Interval) -> Interval {
    Interval(low: min(low, other.low), high: max(high, other.high))
  }

  var negated: Interval { Interval(low: high.negated, high: low.negated) }

  func adding(_ other: Interval) -> Interval {
    Interval(low: low.adding(other.low) ?? .least, high: high.adding(other.high) ?? .greatest)
  }

  func multiplied(by other: Interval) -> Interval {
    corners(other) { left, right in
      left.multiplied(by: right)?.value
    }
  }

  func divided(by other: Interval) -> Interval {
    guard !other.containsZero else { return .everything }
    return corners(other) { left, right in left.divided(by: right)?.value }
  }

  private func corners(
    _ other: Interval,
    _ operation: (ExactDecimal, ExactDecimal) -> ExactDecimal?
  ) -> Interval {
    var values: [ExactDecimal] = []
    for left in [low, high] {
      for right in [other.low, other.high] {
        guard let value = operation(left, right) else { return .everything }
        values.append(value)
      }
    }
    return Interval(low: values.min() ?? .least, high: values.max() ?? .greatest)
  }

  /// The interval under a function that never goes down.
  func mapped(_ function: (ExactDecimal) -> ExactDecimal?) -> Interval {
    Interval(low: function(low) ?? .least, high: function(high) ?? .greatest)
  }
}
