/// A decimal number without binary rounding: at most 18 digits before the point and 12 after it.
///
/// Held as a whole count of 10⁻¹². Sums and differences are exact. A product or a quotient that would need more
/// than 12 decimals is rounded there, half away from zero, and says so. A result out of range is `nil`, never a
/// wrapped number.
public struct ExactDecimal: Sendable, Hashable, Comparable {
  /// How many decimals a number may have.
  public static let maximumPlaces = 12
  /// The greatest number.
  public static let greatest = ExactDecimal(units: bound)
  /// The smallest number.
  public static let least = ExactDecimal(units: -bound)
  /// Zero.
  public static let zero = ExactDecimal(units: 0)
  /// One.
  public static let one = ExactDecimal(units: scale)

  static let scale: Int128 = 1_000_000_000_000
  static let bound: Int128 = 1_000_000_000_000_000_000 * scale - 1

  /// The count of 10⁻¹².
  let units: Int128

  init(units: Int128) { self.units = units }

  /// A whole number.
  public init(_ whole: Int) { units = Int128(whole) * Self.scale }

  /// A number from its digits: `ExactDecimal(digits: 650, places: 2)` is 6.50; `nil` when out of range.
  public init?(digits: Int, places: Int) {
    guard (0...Self.maximumPlaces).contains(places) else { return nil }
    let units = Int128(digits) * Self.power(Self.maximumPlaces - places)
    guard abs(units) <= Self.bound else { return nil }
    self.init(units: units)
  }

  /// Reads `-1234.5` or `-1234,5`; `nil` for anything else, or for more digits than a number can hold.
  public init?(_ text: String) {
    var units: Int128 = 0
    var places: Int?
    var digits = 0
    let isNegative = text.first == "-"
    for character in text.utf8.dropFirst(isNegative ? 1 : 0) {
      switch character {
      case 0x30...0x39:
        let used = (places ?? 0) + (places == nil ? 0 : 1)
        guard used <= Self.maximumPlaces else { return nil }
        if places != nil { places = used }
        digits += 1
        guard digits <= 30 else { return nil }
        units = units * 10 + Int128(character - 0x30)
      case 0x2C, 0x2E:
        guard places == nil, digits > 0 else { return nil }
        places = 0
      default: return nil
      }
    }
    guard digits > 0, places != 0, digits - (places ?? 0) <= 18 else { return nil }
    units *= Self.power(Self.maximumPlaces - (places ?? 0))
    self.init(units: isNegative ? -units : units)
  }

  /// How many decimals it needs.
  public var places: Int {
    var rest = units
    var places = Self.maximumPlaces
    guard rest != 0 else { return 0 }
    while places > 0, rest % 10 == 0 {
      rest /= 10
      places -= 1
    }
    return places
  }

  /// The whole number it is; `nil` when it has decimals or is out of `Int`.
  public var whole: Int? { units % Self.scale == 0 ? Int(exactly: units / Self.scale) : nil }

  /// The shortest text, with a point: `-1234.5`.
  public var text: String { text(atLeast: 0) }

  /// The text with at least so many decimals, with a point.
  public func text(atLeast minimum: Int) -> String {
    let magnitude = units.magnitude
    let whole = magnitude / Self.scale.magnitude
    let count = max(places, min(minimum, Self.maximumPlaces))
    let sign = units < 0 ? "-" : ""
    guard count > 0 else { return sign + String(whole) }
    let rest = String(magnitude % Self.scale.magnitude)
    let padded = String(repeating: "0", count: Self.maximumPlaces - rest.count) + rest
    return "\(sign)\(whole).\(padded.prefix(count))"
  }

  /// Whether it is below another.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool { left.units < right.units }

  /// 10 to the power of `exponent`.
  static func power(_ exponent: Int) -> Int128 {
    (0..<max(0, exponent)).reduce(into: Int128(1)) { power, _ in power *= 10 }
  }
}

extension ExactDecimal: Codable {
  /// Reads the text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = ExactDecimal(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an exact decimal")
    }
    self = value
  }

  /// Writes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
