/// How often a dataset is updated (EU vocabulary « frequency », Publications Office).
public enum Frequency: String, Codable, Sendable, CaseIterable {
  case continuous, hourly, daily, weekly, monthly, quarterly, semiannual, annual, biennial, irregular, never
  case unknown

  /// The longest time, in days, between two updates that are on time; `nil` where nothing is promised.
  public var days: Int? {
    switch self {
    case .continuous, .hourly, .daily: 1
    case .weekly: 7
    case .monthly: 31
    case .quarterly: 92
    case .semiannual: 184
    case .annual: 366
    case .biennial: 731
    case .irregular, .never, .unknown: nil
    }
  }
}
