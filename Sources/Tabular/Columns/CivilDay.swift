/// A day of the Gregorian calendar, extended backwards, and its count of days since 1970-01-01.
struct CivilDay: Sendable, Equatable {
  var year: Int
  var month: Int
  var day: Int

  /// A day that exists, from year 1 to 9999; `nil` for any other.
  init?(year: Int, month: Int, day: Int) {
    guard Self.exists(year, month, day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that lies `days` after 1970-01-01.
  ///
  /// The era-based algorithm of Howard Hinnant.
  init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var daysSince1970: Int { Self.days(year, month, day) }

  /// `yyyy-mm-dd`.
  var iso: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

  @inline(__always)
  static func exists(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1 else { return false }
    if day <= 28 { return true }
    if month == 2 {
      return day == 29 && year & 3 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
    return day <= 30 || (day == 31 && (month == 8 || (month & 1 == 1) == (month < 8)))
  }

  @inline(__always)
  static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shiftedYear = month <= 2 ? year &- 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear &- 399) / 400
    let yearOfEra = shiftedYear &- era &* 400
    let shiftedMonth = month > 2 ? month &- 3 : month &+ 9
    let dayOfYear = (153 &* shiftedMonth &+ 2) / 5 &+ day &- 1
    let dayOfEra = yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear
    return era &* 146_097 &+ dayOfEra &- 719_468
  }

  static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
