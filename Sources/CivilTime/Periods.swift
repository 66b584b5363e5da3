/// How days are moved by periods.
extension CivilDate {
  /// The day some days later, or earlier when `days` is negative.
  public func adding(days: Int) -> CivilDate { CivilDate(daysSinceEpoch: daysSinceEpoch + days) }

  /// The same date some months later, or the last day of that month when it has no such date.
  ///
  /// So counts regulation (EEC, Euratom) 1182/71, article 3(2)(c): 31 January and one month make 28 February, or
  /// 29 in a leap year; 28 February and one month make 28 March.
  public func adding(months: Int) -> CivilDate {
    let (year, month, day) = components
    let total = year * 12 + month - 1 + months
    let newYear = total >= 0 ? total / 12 : -((11 - total) / 12)
    let newMonth = total - newYear * 12 + 1
    let last = CivilDate.days(ofMonth: newMonth, year: newYear)
    return CivilDate(countingYear: newYear, month: newMonth, day: min(day, last))
  }

  /// The same date some years later; 29 February becomes 28 February where the year has none.
  public func adding(years: Int) -> CivilDate { adding(months: years * 12) }
}
