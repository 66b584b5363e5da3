import Acts
import Catalogue
import CivilTime
import Governance
import Register
import Testing

@Suite("Dates of retention") struct RetentionDateTests {
  private static func rule(
    _ active: RetentionPeriod,
    _ intermediate: RetentionPeriod? = nil,
    yearEnd: Bool = false
  ) -> RetentionRule {
    let now = Moment(milliseconds: 0)
    var rule = RetentionRule(id: "r", organization: "ville", title: "r", keeping: Keeping(createdAt: now))
    rule.activeCount = active.count
    rule.activeUnit = active.unit
    rule.intermediateCount = intermediate?.count
    rule.intermediateUnit = intermediate?.unit
    rule.countsFrom = yearEnd ? .yearEnd : .event
    return rule
  }

  private static let cases: [(start: String, rule: RetentionRule, last: String)] = [
    ("2024-01-31", rule(RetentionPeriod(1, .months)), "2024-02-29"),
    ("2025-01-31", rule(RetentionPeriod(1, .months)), "2025-02-28"),
    ("2024-02-29", rule(RetentionPeriod(1, .years)), "2025-02-28"),
    ("2024-02-29", rule(RetentionPeriod(4, .years)), "2028-02-29"),
    ("1896-02-29", rule(RetentionPeriod(4, .years)), "1900-02-28"),
    ("2025-03-31", rule(RetentionPeriod(30, .days)), "2025-04-30"),
    ("2025-12-31", rule(RetentionPeriod(1, .days)), "2026-01-01"),
    ("2025-08-31", rule(RetentionPeriod(18, .months)), "2027-02-28"),
    ("2016-05-12", rule(RetentionPeriod(5, .years), RetentionPeriod(5, .years)), "2026-05-12"),
    ("2016-05-12", rule(RetentionPeriod(10, .years), yearEnd: true), "2026-12-31"),
    ("2016-12-31", rule(RetentionPeriod(1, .months), RetentionPeriod(1, .months)), "2017-02-28"),
  ]

  @Test(
    "A period ends on the same day of its month, or on the last where there is none",
    arguments: cases.indices
  )
  func lastDay(index: Int) throws {
    let (start, rule, last) = Self.cases[index]
    let day = try #require(CivilDate(start))
    #expect(rule.lastDay(of: day)?.iso == last)
    // Kept on its last day, past its date on the next one.
    let end = try #require(CivilDate(last))
    #expect(try #require(rule.cutoff(on: end)) < day)
    #expect(try #require(rule.cutoff(on: end.adding(days: 1))) >= day)
  }

  @Test("What is past its date is what ended before, whatever the day and the period")
  func cutoffs() throws {
    var generator = SplitMix(seed: 20_261_124)
    let units: [RetentionPeriod.Unit] = [.days, .months, .years]
    for _ in 0..<300 {
      let rule = Self.rule(
        RetentionPeriod(
          Int.random(in: 1...120, using: &generator),
          units[Int.random(in: 0...2, using: &generator)]
        ),
        Bool.random(using: &generator)
          ? RetentionPeriod(Int.random(in: 1...30, using: &generator), .years) : nil,
        yearEnd: Bool.random(using: &generator)
      )
      let today = CivilDate(daysSinceEpoch: Int.random(in: 0...30_000, using: &generator))
      let cutoff = try #require(rule.cutoff(on: today))
      for start in [cutoff, cutoff.adding(days: -1), cutoff.adding(days: -400)] {
        #expect(try #require(rule.lastDay(of: start)) < today)
      }
      for start in [cutoff.adding(days: 1), cutoff.adding(days: 2), today] {
        #expect(try #require(rule.lastDay(of: start)) >= today)
      }
    }
  }

  @Test("Nothing is past its date where no period is set, or none can have passed")
  func never() throws {
    let today = try #require(CivilDate("2026-11-24"))
    var rule = Self.rule(RetentionPeriod(1, .years))
    rule.activeCount = nil
    #expect(rule.cutoff(on: today) == nil)
    #expect(Self.rule(RetentionPeriod(0, .years)).cutoff(on: today) == nil)
    for unit in RetentionPeriod.Unit.allCases {
      // A period nobody lives to see neither overflows nor wraps.
      let cutoff = Self.rule(RetentionPeriod(.max, unit), RetentionPeriod(.max, .years)).cutoff(on: today)
      #expect(cutoff.map { $0 < today.adding(days: -366_000) } ?? true)
    }
  }
}
