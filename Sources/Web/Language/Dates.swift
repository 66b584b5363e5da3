public import Messages

/// A day of the civil calendar, and the time of day where there is one: enough to write dates without a
/// locale.
public struct CivilDate: Sendable, Hashable, Comparable {
  /// The year.
  public let year: Int
  /// The month, from 1.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Makes a day from days since 1970-01-01.
  public init(daysSinceEpoch days: Int) {
    // After Howard Hinnant's public-domain “civil_from_days”: years are counted from 1 March.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Reads the day that begins an ISO 8601 text (`2026-11-24`, `2026-11-24T10:00:00Z`).
  public init?(_ text: String) {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    guard CivilDate(daysSinceEpoch: daysSinceEpoch) == self else { return nil }
  }

  /// The number of days since 1970-01-01.
  public var daysSinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Orders days in time.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The day in ISO 8601.
  public var iso: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// How dates are written for people in each language.
extension Language {
  /// A day in full: `1er mars 2026`, `1 March 2026`.
  ///
  /// A text that is no date comes back as it is.
  public func date(_ iso: String) -> String {
    guard let date = CivilDate(iso) else { return iso }
    let day = date.day == 1 && self == .french ? "1er" : String(date.day)
    return "\(day)\u{00A0}\(monthNames[date.month - 1])\u{00A0}\(date.year)"
  }

  /// A day in figures: `01/03/2026` in French, `2026-03-01` in English, which no country misreads.
  public func shortDate(_ iso: String) -> String {
    guard let date = CivilDate(iso) else { return iso }
    guard self == .french else { return date.iso }
    return date.iso.split(separator: "-").reversed().joined(separator: "/")
  }

  /// A day and its time in France, from an ISO 8601 UTC time: `24 novembre 2026 à 11 h 05`.
  public func dateTime(_ iso: String) -> String {
    guard let local = LocalTime(utc: iso) else { return date(iso) }
    let minutes = (local.minute < 10 ? "0" : "") + String(local.minute)
    let day = date(local.date.iso)
    return switch self {
    case .french: "\(day) à \(local.hour)\u{00A0}h\u{00A0}\(minutes)"
    case .english: "\(day) at \(local.hour):\(minutes)"
    }
  }

  /// The distance of a day from today, in words: « aujourd’hui », « il y a 3 jours », « dans 2 mois ».
  public func distance(of iso: String, from today: CivilDate) -> String {
    guard let date = CivilDate(iso) else { return "" }
    let days = date.daysSinceEpoch - today.daysSinceEpoch
    switch (days, self) {
    case (0, .french): return "aujourd’hui"
    case (0, .english): return "today"
    case (-1, .french): return "hier"
    case (-1, .english): return "yesterday"
    case (1, .french): return "demain"
    case (1, .english): return "tomorrow"
    case (_, .french): return (days < 0 ? "il y a " : "dans ") + duration(days: abs(days))
    case (_, .english): return days < 0 ? duration(days: -days) + " ago" : "in " + duration(days: days)
    }
  }

  /// A number of days in the unit people would use.
  public func duration(days: Int) -> String {
    switch days {
    case ..<45: count(days, fr: ("jour", "jours"), en: ("day", "days"))
    case ..<730: count((days + 15) / 30, fr: ("mois", "mois"), en: ("month", "months"))
    default: count((days + 182) / 365, fr: ("an", "ans"), en: ("year", "years"))
    }
  }

  /// The months' names from January.
  public var monthNames: [String] {
    switch self {
    case .french:
      [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre",
        "décembre",
      ]
    case .english:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November",
        "December",
      ]
    }
  }
}

/// A time on the clocks of mainland France (directive 2000/84/EC: summer time from the last Sunday of March
/// to that of
/// October, at 01:00 UTC).
struct LocalTime {
  let date: CivilDate
  let hour: Int
  let minute: Int

  init?(utc iso: String) {
    guard let day = CivilDate(iso), iso.utf8.count >= 16 else { return nil }
    let time = iso.dropFirst(11).prefix(5).split(separator: ":")
    guard time.count == 2, let hour = Int(time[0]), let minute = Int(time[1]), hour < 24, minute < 60 else {
      return nil
    }
    let hours = day.daysSinceEpoch * 24 + hour
    let start = Self.lastSunday(of: 3, year: day.year) * 24 + 1
    let end = Self.lastSunday(of: 10, year: day.year) * 24 + 1
    let local = hours + (hours >= start && hours < end ? 2 : 1)
    date = CivilDate(daysSinceEpoch: local.flooredDivision(by: 24))
    self.hour = local - date.daysSinceEpoch * 24
    self.minute = minute
  }

  private static func lastSunday(of month: Int, year: Int) -> Int {
    let last = CivilDate("\(year)-\(month < 10 ? "0" : "")\(month)-31")?.daysSinceEpoch ?? 0
    // 1970-01-01 was a Thursday: day 3 was a Sunday.
    return last - (last - 3 + 7_000_000) % 7
  }
}

extension Int {
  fileprivate func flooredDivision(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self < 0 && quotient * divisor != self ? quotient - 1 : quotient
  }
}
