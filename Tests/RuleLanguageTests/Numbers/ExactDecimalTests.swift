import Testing

@testable import RuleLanguage

@Suite("Exact decimals") struct ExactDecimalTests {
  @Test(
    "A text is read and written again",
    arguments: [
      ("0", "0"), ("-0", "0"), ("6,50", "6.5"), ("6.50", "6.5"), ("-12.000000000001", "-12.000000000001"),
      ("007", "7"), ("999999999999999999.999999999999", "999999999999999999.999999999999"),
    ]
  )
  func reading(text: String, written: String) {
    #expect(ExactDecimal(text)?.text == written)
  }

  @Test(
    "What is no number, or too long, is none",
    arguments: [
      "", "-", ",5", "5,", "1,2,3", "1e3", "0x10", "٣", "1 000", "+1", "--1", "1.0000000000001",
      "1000000000000000000", String(repeating: "9", count: 5000),
    ]
  )
  func refusing(text: String) { #expect(ExactDecimal(text) == nil) }

  @Test("Ten times a tenth is one, and a third is rounded at twelve decimals, saying so")
  func exactness() throws {
    var sum = ExactDecimal.zero
    for _ in 0..<10 { sum = try #require(sum.adding(decimal("0.1"))) }
    #expect(sum == .one)
    let third = try #require(ExactDecimal.one.divided(by: ExactDecimal(3)))
    #expect(third.value.text == "0.333333333333" && !third.isExact)
    let quarter = try #require(ExactDecimal(-1).divided(by: ExactDecimal(4)))
    #expect(quarter.value.text == "-0.25" && quarter.isExact)
    let twoThirds = try #require(ExactDecimal(-2).divided(by: ExactDecimal(3)))
    #expect(twoThirds.value.text == "-0.666666666667")
  }

  @Test(
    "Rounding to the nearest takes the half away from zero; down and up keep their side",
    arguments: [
      ("2.345", 2, "2.35", "2.34", "2.35"), ("-2.345", 2, "-2.35", "-2.35", "-2.34"),
      ("2.344999", 2, "2.34", "2.34", "2.35"), ("0.5", 0, "1", "0", "1"), ("-0.5", 0, "-1", "-1", "0"),
      ("1250", -2, "1300", "1200", "1300"), ("7", 2, "7", "7", "7"), ("49", -2, "0", "0", "100"),
    ]
  )
  func rounding(text: String, places: Int, nearest: String, down: String, up: String) {
    let number = decimal(text)
    #expect(number.rounded(places: places, .nearest)?.text == nearest)
    #expect(number.rounded(places: places, .down)?.text == down)
    #expect(number.rounded(places: places, .up)?.text == up)
  }

  @Test("What leaves the range is nil, and a divisor of zero too")
  func overflow() {
    #expect(ExactDecimal.greatest.adding(.one) == nil)
    #expect(ExactDecimal.least.subtracting(.one) == nil)
    #expect(ExactDecimal.greatest.multiplied(by: ExactDecimal.greatest) == nil)
    #expect(ExactDecimal.greatest.multiplied(by: decimal("1.1")) == nil)
    #expect(ExactDecimal.greatest.divided(by: decimal("0.000000000001")) == nil)
    #expect(ExactDecimal.one.divided(by: .zero) == nil)
    #expect(ExactDecimal.greatest.rounded(places: 0, .up) == nil)
    #expect(ExactDecimal.least.multiplied(by: ExactDecimal(-1))?.value == .greatest)
  }

  @Test("Products and quotients agree with fractions of whole numbers", arguments: [1, 2, 3] as [UInt64])
  func generated(seed: UInt64) throws {
    var random = Generator(seed: seed)
    for _ in 0..<400 {
      let (left, right) = (random.int(-90_000_000...90_000_000), random.int(-90_000_000...90_000_000))
      let one = try #require(ExactDecimal(digits: left, places: 4))
      let other = try #require(ExactDecimal(digits: right, places: 5))
      let product = try #require(one.multiplied(by: other))
      #expect(product.value.units == Int128(left) * Int128(right) * 1000 && product.isExact)
      #expect((one < other) == (left * 10 < right))
      guard right != 0 else { continue }
      let quotient = try #require(one.divided(by: other))
      // |quotient × divisor − dividend| is at most half a unit of the last place, times the divisor.
      let numerator = Int128(left) * 10 * ExactDecimal.scale
      #expect(abs(quotient.value.units * Int128(right) - numerator) * 2 <= Int128(abs(right)))
    }
  }
}

@Suite("Calendar days") struct CalendarDayTests {
  @Test("The calendar starts and stops where it says")
  func ends() {
    #expect(CalendarDay.first.iso == "1800-01-01")
    #expect(CalendarDay.last.iso == "2299-12-31")
    #expect(CalendarDay.last.adding(days: 1) == nil)
    #expect(CalendarDay.first.adding(days: .min) == nil)
    #expect(CalendarDay("1970-01-01")?.number == 0)
  }

  @Test("Each day follows the day before, and is read as it is written")
  func everyDay() {
    var previous: CalendarDay?
    for number in stride(from: CalendarDay.first.number, through: CalendarDay.last.number, by: 1) {
      let day = CalendarDay(number: number)
      let (year, month, date) = day.parts
      guard CalendarDay(year: year, month: month, day: date) == day else {
        Issue.record("\(number)")
        return
      }
      if let previous, date != 1 { #expect(previous.parts.day == date - 1) }
      previous = day
    }
  }

  @Test(
    "Months and years are counted from day of month to day of month",
    arguments: [
      ("2024-01-31", "2024-02-29", 0), ("2024-01-31", "2024-03-31", 2), ("2024-02-29", "2025-02-28", 11),
      ("2024-02-29", "2025-03-01", 12), ("2020-09-15", "2026-09-14", 71), ("2020-09-15", "2026-09-15", 72),
      ("2026-03-10", "2026-01-11", -1), ("2026-03-10", "2026-01-10", -2),
    ]
  )
  func months(from: String, to: String, months: Int) throws {
    let (start, end) = (try #require(CalendarDay(from)), try #require(CalendarDay(to)))
    #expect(start.months(to: end) == months)
    #expect(start.years(to: end) == months / 12)
  }

  @Test(
    "Adding months keeps to the month’s last day",
    arguments: [
      ("2024-01-31", 1, "2024-02-29"), ("2025-01-31", 1, "2025-02-28"), ("2024-03-31", -1, "2024-02-29"),
      ("2024-12-15", 1, "2025-01-15"),
    ]
  )
  func adding(from: String, months: Int, to: String) {
    #expect(CalendarDay(from)?.adding(months: months)?.iso == to)
  }

  @Test(
    "What is no day is none",
    arguments: [
      "2026-02-29", "2026-13-01", "1799-12-31", "26-01-01", "01-01-2026", "2026-1-1", "31/02/2026", "",
    ]
  )
  func refusing(text: String) { #expect(CalendarDay(text) == nil) }

  @Test("A French date is read") func french() { #expect(CalendarDay("01/09/2026")?.iso == "2026-09-01") }
}
