extension ExactDecimal {
  /// How a number is brought to fewer decimals.
  public enum Rounding: Sendable {
    /// To the nearest, the half away from zero: 0.005 → 0.01 and -0.005 → -0.01.
    case nearest
    /// Towards minus infinity.
    case down
    /// Towards plus infinity.
    case up
  }

  /// The opposite.
  public var negated: ExactDecimal { ExactDecimal(units: -units) }

  /// The number without its sign.
  public var magnitude: ExactDecimal { ExactDecimal(units: abs(units)) }

  /// The sum; `nil` when it is out of range.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? { Self.checked(units + other.units) }

  /// The difference; `nil` when it is out of range.
  public func subtracting(_ other: ExactDecimal) -> ExactDecimal? { Self.checked(units - other.units) }

  /// The product, rounded at 12 decimals; `nil` when it is out of range.
  public func multiplied(by other: ExactDecimal) -> (value: ExactDecimal, isExact: Bool)? {
    Self.quotient(
      of: units.magnitude,
      times: other.units.magnitude,
      by: Self.scale.magnitude,
      isNegative: (units < 0) != (other.units < 0)
    )
  }

  /// The quotient, rounded at 12 decimals; `nil` when the divisor is zero or the result is out of range.
  public func divided(by other: ExactDecimal) -> (value: ExactDecimal, isExact: Bool)? {
    guard other.units != 0 else { return nil }
    return Self.quotient(
      of: units.magnitude,
      times: Self.scale.magnitude,
      by: other.units.magnitude,
      isNegative: (units < 0) != (other.units < 0)
    )
  }

  /// The number at so many decimals; negative places round to tens and hundreds.
  ///
  /// `nil` when rounding up leaves the range.
  public func rounded(places: Int, _ rounding: Rounding) -> ExactDecimal? {
    guard places < Self.maximumPlaces else { return self }
    let step = Self.power(Self.maximumPlaces - max(places, -17))
    let rest = units % step
    guard rest != 0 else { return self }
    let truncated = units - rest
    switch rounding {
    case .down: return Self.checked(rest < 0 ? truncated - step : truncated)
    case .up: return Self.checked(rest > 0 ? truncated + step : truncated)
    case .nearest:
      guard abs(rest) * 2 >= step else { return ExactDecimal(units: truncated) }
      return Self.checked(rest < 0 ? truncated - step : truncated + step)
    }
  }

  private static func checked(_ units: Int128) -> ExactDecimal? {
    abs(units) <= bound ? ExactDecimal(units: units) : nil
  }

  /// `left × right ÷ divisor` through 256 bits, the half away from zero.
  private static func quotient(
    of left: UInt128,
    times right: UInt128,
    by divisor: UInt128,
    isNegative: Bool
  ) -> (value: ExactDecimal, isExact: Bool)? {
    let product = left.multipliedFullWidth(by: right)
    guard product.high < divisor else { return nil }
    let (quotient, rest) = divisor.dividingFullWidth(product)
    let rounded = rest >= divisor - rest ? quotient.addingReportingOverflow(1).partialValue : quotient
    guard rounded <= bound.magnitude, quotient <= bound.magnitude else { return nil }
    let units = Int128(rounded)
    return (ExactDecimal(units: isNegative ? -units : units), rest == 0)
  }
}
