import Foundation
import Testing

@testable import CivilTime

@Suite("Days of the calendar")
struct CivilDateTests {
  @Test("Each day of four hundred years goes to its components and back, and days follow one another")
  func roundTrip() throws {
    var previous: CivilDate?
    for number in stride(from: -25_567, to: 120_530, by: 1) {
      let day = CivilDate(daysSinceEpoch: number)
      let (year, month, dayOfMonth) = day.components
      #expect(CivilDate(year: year, month: month, day: dayOfMonth) == day)
      if let previous { #expect(day.days(since: previous) == 1) }
      previous = day
    }
  }

  static let days: [(String, Int?)] = [
    ("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-03-02", 20_514), ("2026-03-02T23:59:59.999Z", 20_514),
    ("1900-02-29", nil), ("2025-02-29", nil), ("2025-13-01", nil), ("2025-00-10", nil), ("25-01-01", nil),
    ("2025/01/01", nil), ("", nil), ("2025-01-011", nil), ("aaaa-bb-cc", nil),
  ]

  @Test("Only days of the calendar are read", arguments: days)
  func reads(text: String, number: Int?) { #expect(CivilDate(text)?.daysSinceEpoch == number) }

  @Test("A day is one string of JSON")
  func json() throws {
    let day = try #require(CivilDate("2026-03-02"))
    let bytes = try JSONEncoder().encode([day])
    #expect(String(decoding: bytes, as: UTF8.self) == "[\"2026-03-02\"]")
    #expect(try JSONDecoder().decode([CivilDate].self, from: bytes) == [day])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CivilDate].self, from: Data("[\"x\"]".utf8))
    }
  }
}
