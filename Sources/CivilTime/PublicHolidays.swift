/// The public holidays of France.
///
/// Code du travail, article L3133-1.
/// Those that only Alsace and Moselle keep (art. L3134-13: Good Friday, 26 December) are left out: a deadline is
/// never later for them than elsewhere, which errs on the side of the person who waits.
public enum PublicHoliday: String, Sendable, CaseIterable {
  /// 1 January.
  case newYear
  /// The Monday after Easter.
  case easterMonday
  /// 1 May.
  case labourDay
  /// 8 May.
  case victory
  /// The Thursday 39 days after Easter.
  case ascension
  /// The Monday 50 days after Easter.
  case whitMonday
  /// 14 July.
  case nationalDay
  /// 15 August.
  case assumption
  /// 1 November.
  case allSaints
  /// 11 November.
  case armistice
  /// 25 December.
  case christmas

  /// The day it falls on in a year.
  public func day(in year: Int) -> CivilDate {
    func fixed(_ month: Int, _ day: Int) -> CivilDate {
      CivilDate(countingYear: year, month: month, day: day)
    }
    return switch self {
    case .newYear: fixed(1, 1)
    case .easterMonday: CivilDate.easter(of: year).adding(days: 1)
    case .labourDay: fixed(5, 1)
    case .victory: fixed(5, 8)
    case .ascension: CivilDate.easter(of: year).adding(days: 39)
    case .whitMonday: CivilDate.easter(of: year).adding(days: 50)
    case .nationalDay: fixed(7, 14)
    case .assumption: fixed(8, 15)
    case .allSaints: fixed(11, 1)
    case .armistice: fixed(11, 11)
    case .christmas: fixed(12, 25)
    }
  }
}

extension CivilDate {
  /// Easter Sunday of the Gregorian calendar (the “anonymous” computation of Meeus, Jones and Butcher).
  public static func easter(of year: Int) -> CivilDate {
    let golden = year % 19
    let (century, yearOfCentury) = (year / 100, year % 100)
    let (leaps, centuryRest) = (century / 4, century % 4)
    let moonShift = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - leaps - moonShift + 15) % 30
    let (yearLeaps, yearRest) = (yearOfCentury / 4, yearOfCentury % 4)
    let toSunday = (32 + 2 * centuryRest + 2 * yearLeaps - epact - yearRest) % 7
    let correction = (golden + 11 * epact + 22 * toSunday) / 451
    let sum = epact + toSunday - 7 * correction + 114
    return CivilDate(countingYear: year, month: sum / 31, day: sum % 31 + 1)
  }

  /// The public holiday that falls on the day, if any.
  public var publicHoliday: PublicHoliday? {
    let year = year
    return PublicHoliday.allCases.first { $0.day(in: year) == self }
  }

  /// Whether it is a Saturday or a Sunday.
  public var isWeekend: Bool { weekday > 5 }

  /// Whether it is a day other than a public holiday, a Sunday or a Saturday.
  ///
  /// Regulation 1182/71, article 2(2).
  public var isWorkingDay: Bool { !isWeekend && publicHoliday == nil }

  /// The day itself when it is a working day, or the next one that is.
  public var workingDayOnOrAfter: CivilDate {
    var day = self
    while !day.isWorkingDay { day = day.adding(days: 1) }
    return day
  }
}
