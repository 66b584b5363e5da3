import Foundation
import Testing

@testable import CivilTime

/// Milliseconds since 1970 of a UTC time, read by Foundation.
private func utc(_ text: String) -> Int64 {
  let date = try? Date(text, strategy: .iso8601)
  return date.map { Int64($0.timeIntervalSince1970 * 1000) } ?? .min
}

@Suite("The clock on the wall")
struct WallClockTests {
  static let readings: [(String, String, Int, Int)] = [
    ("2026-01-15T11:05:00Z", "2026-01-15", 12, 5), ("2026-07-15T22:30:00Z", "2026-07-16", 0, 30),
    ("2026-03-29T00:59:00Z", "2026-03-29", 1, 59), ("2026-03-29T01:00:00Z", "2026-03-29", 3, 0),
    ("2026-10-25T00:59:00Z", "2026-10-25", 2, 59), ("2026-10-25T01:00:00Z", "2026-10-25", 2, 0),
    ("2025-12-31T23:00:00Z", "2026-01-01", 0, 0), ("1996-10-27T00:30:00Z", "1996-10-27", 2, 30),
  ]

  @Test("It shows the time of mainland France, summer and winter", arguments: readings)
  func reading(instant: String, day: String, hour: Int, minute: Int) {
    let reading = WallClock.paris.reading(at: utc(instant))
    #expect(reading.date.iso == day)
    #expect(reading.millisecondsOfDay == Int64((hour * 60 + minute) * 60_000))
  }

  @Test("The rule written here agrees with the machine's zones, each hour of ten years")
  func agreesWithTheMachine() throws {
    guard let zone = TimeZone(identifier: "Europe/Paris") else {
      print("skipped: this machine has no time zones")
      return
    }
    let machine = WallClock(zone)
    let wrong = stride(from: utc("2020-01-01T00:00:00Z"), to: utc("2030-01-01T00:00:00Z"), by: 3_600_000)
      .filter { WallClock.paris.offset(at: $0) != machine.offset(at: $0) }
    #expect(wrong.isEmpty)
  }

  static let instants: [(String, Int, Int, String)] = [
    ("2026-11-24", 9, 30, "2026-11-24T08:30:00Z"), ("2026-07-01", 0, 0, "2026-06-30T22:00:00Z"),
    ("2026-03-29", 2, 30, "2026-03-29T01:30:00Z"), ("2026-03-29", 4, 0, "2026-03-29T02:00:00Z"),
    ("2026-10-25", 2, 30, "2026-10-25T00:30:00Z"), ("2026-10-25", 3, 0, "2026-10-25T02:00:00Z"),
  ]

  @Test("A time of a day is one instant, also when the clock jumps", arguments: instants)
  func instant(day: String, hour: Int, minute: Int, expected: String) throws {
    let date = try #require(CivilDate(day))
    #expect(WallClock.paris.instant(date, hour: hour, minute: minute) == utc(expected))
  }

  static let ends: [(String, Int, String)] = [
    // Received at 23:30 in Paris on 31 January: the month ends on Monday 2 March, in winter.
    ("2026-01-31T22:30:00Z", 1, "2026-03-02T23:00:00Z"),
    // Received at 00:30 in Paris on 1 February, still January in UTC: Sunday 1 March goes to Monday.
    ("2026-01-31T23:30:00Z", 1, "2026-03-02T23:00:00Z"),
    // Across the change to summer time: 28 March 2026 is a Saturday, so Monday 30, in summer.
    ("2026-02-28T10:00:00Z", 1, "2026-03-30T22:00:00Z"),
    // Across the change to winter time.
    ("2026-09-30T10:00:00Z", 1, "2026-10-30T23:00:00Z"),
    // One month and two more, from the receipt.
    ("2026-11-30T10:00:00Z", 3, "2027-03-01T23:00:00Z"),
  ]

  @Test("A legal deadline is the last millisecond of its day in Paris", arguments: ends)
  func legalDeadline(event: String, months: Int, nextMidnight: String) {
    #expect(WallClock.paris.legalDeadline(from: utc(event), months: months) == utc(nextMidnight) - 1)
  }

  static let hours: [(String, String, Int)] = [
    ("2026-03-27T09:00:00Z", "2026-03-30T09:00:00Z", 11), ("2026-10-23T08:00:00Z", "2026-10-26T08:00:00Z", 9),
    ("2026-12-24T16:00:00Z", "2026-12-27T16:00:00Z", 17),
    ("2028-02-27T12:00:00Z", "2028-03-01T12:00:00Z", 13),
  ]

  @Test("Seventy-two hours are hours that pass: the hands may say 71 or 73", arguments: hours)
  func seventyTwoHours(event: String, end: String, hand: Int) {
    let found = WallClock.end(from: utc(event), hours: 72)
    #expect(found == utc(end))
    #expect(WallClock.paris.reading(at: found).millisecondsOfDay == Int64(hand) * 3_600_000)
  }
}
