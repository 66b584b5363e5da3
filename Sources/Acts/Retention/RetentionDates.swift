public import CivilTime
public import Governance

extension CivilDate {
  /// The day after a period; a period nobody can live to see is cut at a thousand years.
  public func adding(_ period: RetentionPeriod) -> CivilDate {
    let count = max(0, period.count)
    return switch period.unit {
    case .days: adding(days: min(count, 366_000))
    case .months: adding(months: min(count, 12_000))
    case .years: adding(months: 12 * min(count, 1_000))
    }
  }
}

extension RetentionRule {
  /// The last day that something which started on a day is kept; `nil` where no period is set.
  public func lastDay(of start: CivilDate) -> CivilDate? {
    guard let periods else { return nil }
    return periods.reduce(counted(start)) { $0.adding($1) }
  }

  /// The last start day that is past its date on a day; `nil` where nothing can be.
  ///
  /// What is kept until a day is past its date on the next one.
  public func cutoff(on today: CivilDate) -> CivilDate? {
    func isDue(_ start: CivilDate) -> Bool { lastDay(of: start).map { $0 < today } ?? false }
    // A later start never ends earlier: the last one that is due is found by halves.
    var low = today.daysSinceEpoch - 500_000
    var high = today.daysSinceEpoch
    guard isDue(CivilDate(daysSinceEpoch: low)) else { return nil }
    while low < high {
      let middle = low + (high - low + 1) / 2
      if isDue(CivilDate(daysSinceEpoch: middle)) { low = middle } else { high = middle - 1 }
    }
    return CivilDate(daysSinceEpoch: low)
  }

  private func counted(_ start: CivilDate) -> CivilDate {
    guard countsFrom == .yearEnd else { return start }
    return CivilDate(year: start.components.year, month: 12, day: 31) ?? start
  }
}
