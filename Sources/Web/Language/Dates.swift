public import CivilTime
public import Messages

/// How dates are written for people in each language.
extension Language {
  /// A day in full: `1er mars 2026`, `1 March 2026`.
  ///
  /// A text that is no date comes back as it is.
  public func date(_ iso: String) -> String {
    guard let date = CivilDate(iso) else { return iso }
    return self == .french ? date.inFrench : date.inEnglish
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
  public var monthNames: [String] { self == .french ? CivilDate.frenchMonths : CivilDate.englishMonths }
}

/// A time on the clocks of mainland France, to the minute.
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
    let instant = Int64((day.daysSinceEpoch * 24 + hour) * 60 + minute) * 60_000
    let reading = WallClock.paris.reading(at: instant)
    date = reading.date
    self.hour = Int(reading.millisecondsOfDay / 3_600_000)
    self.minute = Int(reading.millisecondsOfDay / 60_000 % 60)
  }
}
