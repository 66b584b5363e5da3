public import Messages

/// A length of time as people write it: thirty days, one month, ten years.
public struct RetentionPeriod: Codable, Sendable, Hashable {
  /// What is counted.
  public enum Unit: String, Codable, Sendable, CaseIterable {
    case days, months, years
  }

  /// How many.
  public var count: Int
  /// Of what.
  public var unit: Unit

  /// Counts units.
  public init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// What people read.
  public var label: Bilingual {
    let isOne = count == 1
    return switch unit {
    case .days:
      Bilingual(fr: "\(count)\u{A0}jour\(isOne ? "" : "s")", en: "\(count) day\(isOne ? "" : "s")")
    case .months: Bilingual(fr: "\(count)\u{A0}mois", en: "\(count) month\(isOne ? "" : "s")")
    case .years:
      Bilingual(fr: "\(count)\u{A0}an\(isOne ? "" : "s")", en: "\(count) year\(isOne ? "" : "s")")
    }
  }
}
