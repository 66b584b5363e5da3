import Testing

@testable import CivilTime

@Suite("Periods and holidays")
struct PeriodTests {
  static let months: [(String, Int, String)] = [
    ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-02-28", 1, "2026-03-28"),
    ("2026-08-31", 1, "2026-09-30"), ("2026-12-31", 2, "2027-02-28"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-01-15", -1, "2025-12-15"), ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
    ("2026-11-30", 3, "2027-02-28"), ("2027-11-30", 3, "2028-02-29"), ("2026-05-05", 0, "2026-05-05"),
    ("0001-01-31", -1, "0000-12-31"),
  ]

  @Test("Months go to the same date, or to the last day of a month that has none", arguments: months)
  func monthEnds(day: String, months: Int, expected: String) {
    #expect(CivilDate(day)?.adding(months: months).iso == expected)
  }

  @Test("Months added one by one never pass the months added at once, and keep the month")
  func generated() throws {
    for index in 0..<2_000 {
      let day = CivilDate(daysSinceEpoch: index * 7_919 % 130_000 - 50_000)
      let count = index * 31 % 121 - 60
      let moved = day.adding(months: count)
      #expect(moved.year * 12 + moved.month == day.year * 12 + day.month + count, "\(day.iso) \(count)")
      #expect(moved.day <= day.day)
      #expect(moved.day == day.day || moved.adding(days: 1).day == 1)
    }
  }

  static let easters: [(Int, String)] = [
    (1961, "1961-04-02"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2011, "2011-04-24"),
    (2024, "2024-03-31"),
    (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"), (2028, "2028-04-16"),
    (2030, "2030-04-21"),
    (2035, "2035-03-25"), (2038, "2038-04-25"), (2049, "2049-04-18"),
  ]

  @Test("Easter falls when the almanacs say", arguments: easters)
  func easter(year: Int, day: String) {
    #expect(CivilDate.easter(of: year).iso == day)
    #expect(CivilDate.easter(of: year).weekday == 7)
  }

  @Test("The eleven public holidays of 2026 and 2027")
  func holidays() {
    let days = [2026, 2027].map { year in PublicHoliday.allCases.map { $0.day(in: year).iso } }
    #expect(
      days[0] == [
        "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25", "2026-07-14",
        "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25",
      ]
    )
    #expect(
      days[1] == [
        "2027-01-01", "2027-03-29", "2027-05-01", "2027-05-08", "2027-05-06", "2027-05-17", "2027-07-14",
        "2027-08-15", "2027-11-01", "2027-11-11", "2027-12-25",
      ]
    )
    #expect(CivilDate("2026-12-26")?.publicHoliday == nil)
    #expect(CivilDate("2026-05-25")?.publicHoliday == .whitMonday)
  }

  static let deadlines: [(String, Int, String, String)] = [
    ("2026-10-24", 1, "2026-11-24", "the same date of the next month, a Tuesday"),
    ("2026-01-31", 1, "2026-03-02", "28 February is a Saturday: Monday 2 March"),
    ("2028-01-31", 1, "2028-02-29", "a leap year, a Tuesday"),
    ("2026-03-06", 1, "2026-04-07", "6 April is Easter Monday: Tuesday"),
    ("2026-04-01", 1, "2026-05-04", "1 May is a Friday and a holiday: Monday 4"),
    ("2026-10-11", 1, "2026-11-12", "11 November is a holiday: Thursday"),
    ("2026-11-25", 1, "2026-12-28", "Christmas is a Friday: Monday 28"),
    ("2026-12-01", 1, "2027-01-04", "1 January is a Friday: Monday 4"),
    ("2026-08-31", 1, "2026-09-30", "September has no 31st"),
    ("2026-11-30", 3, "2027-03-01", "28 February 2027 is a Sunday: Monday 1 March"),
    ("2026-02-14", 3, "2026-05-15", "14 May is Ascension Day: Friday 15"),
    ("2026-06-14", 1, "2026-07-15", "14 July: Wednesday 15"),
    ("2027-04-17", 1, "2027-05-18", "17 May is Whit Monday: Tuesday 18"),
  ]

  @Test("A deadline in months ends on a working day (regulation 1182/71, art. 3)", arguments: deadlines)
  func deadline(day: String, months: Int, expected: String, why: String) {
    #expect(CivilDate(day)?.legalDeadline(months: months).iso == expected, "\(why)")
  }

  @Test("A deadline in months never comes before its date and never ends on a day off")
  func generatedDeadlines() {
    for number in stride(from: 20_000, to: 32_000, by: 7) {
      let day = CivilDate(daysSinceEpoch: number)
      let deadline = day.legalDeadline(months: 1)
      #expect(deadline.isWorkingDay)
      #expect((0...4).contains(deadline.days(since: day.adding(months: 1))), "\(day.iso)")
    }
  }
}
