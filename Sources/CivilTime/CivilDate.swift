/// A day of the Gregorian calendar, without time nor zone: what deadlines, due dates and periods are made of.
public struct CivilDate: Sendable, Hashable, Comparable, Codable {
  /// Days since 1970-01-01.
  public let daysSinceEpoch: Int

  /// The day some days after 1970-01-01.
  public init(daysSinceEpoch days: Int) { daysSinceEpoch = days }

  /// The UTC day of an instant, in seconds since 1970-01-01T00:00:00Z.
  public init(secondsSince1970 seconds: Double) { daysSinceEpoch = Int((seconds / 86_400).rounded(.down)) }

  /// A day by its year, month and day; `nil` where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= CivilDate.days(ofMonth: month, year: year) else {
      return nil
    }
    self.init(countingYear: year, month: month, day: day)
  }

  /// Counts days from a year, month and day known to exist, with years that start in March so that the leap
  /// day comes last.
  init(countingYear year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSinceEpoch = era * 146_097 + dayOfEra - 719_468
  }

  /// The day an ISO 8601 date or date and time begins with (`2026-03-01`, `2026-03-01T08:00:00.000Z`).
  public init?(_ text: String) {
    let bytes = Array(text.utf8.prefix(11))
    guard bytes.count >= 10, bytes[4] == 45, bytes[7] == 45,
      bytes.count == 10 || bytes[10] == 84 || bytes[10] == 32
    else { return nil }
    func value(_ range: Range<Int>) -> Int? {
      var total = 0
      for byte in bytes[range] {
        guard (48...57).contains(byte) else { return nil }
        total = total * 10 + Int(byte - 48)
      }
      return total
    }
    guard let year = value(0..<4), let month = value(5..<7), let day = value(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads the day from its ISO 8601 text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = CivilDate(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an ISO 8601 day")
    }
    self = day
  }

  /// Writes the day as ISO 8601 text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }

  /// The year, month and day.
  public var components: (year: Int, month: Int, day: Int) {
    // After Howard Hinnant's public-domain “civil_from_days”: years are counted from 1 March.
    let shifted = daysSinceEpoch + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The year.
  public var year: Int { components.year }

  /// The month, from 1.
  public var month: Int { components.month }

  /// The day of the month, from 1.
  public var day: Int { components.day }

  /// The day of the week, from 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int { ((daysSinceEpoch + 3) % 7 + 7) % 7 + 1 }

  /// The ISO 8601 text: `2026-03-01`.
  public var iso: String {
    let (year, month, day) = components
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  /// How many days lie from `earlier` to this day.
  public func days(since earlier: CivilDate) -> Int { daysSinceEpoch - earlier.daysSinceEpoch }

  /// Orders days as time does.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }

  /// The number of days of a month.
  public static func days(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

private func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
