import CivilTime
import Foundation
import Messages
import Testing

@testable import Catalogue

@Suite("Days and instants")
struct CalendarTests {
  @Test("Days are written in ISO 8601 and as people read them")
  func writes() {
    let day = CivilDate("2026-03-01")
    #expect(day?.iso == "2026-03-01")
    #expect(day?.text.fr == "1ᵉʳ\u{A0}mars 2026")
    #expect(day?.text.en == "1 March 2026")
    #expect(day?.weekday == 7)
  }

  static let instants: [(String, Double?)] = [
    ("1970-01-01", 0), ("1970-01-01T00:00:01Z", 1), ("1970-01-01T00:00:00.250Z", 0.25),
    ("1970-01-01T02:00:00+02:00", 0), ("1969-12-31T23:00:00-01:00", 0), ("1970-01-01T00:01", 60),
    ("1970-01-01T", nil), ("1970-01-01T0", nil), ("1970-01-01T00:00:00+2", nil),
    ("1970-01-01T00:00:00X", nil),
    ("nothing", nil), ("1970-01-01Tab:cd", nil),
  ]

  @Test("Instants are read with their zone", arguments: instants)
  func instant(text: String, seconds: Double?) { #expect(Instant.seconds(iso: text) == seconds) }

  static let freshness: [(Frequency, String, Freshness.State, Int)] = [
    (.daily, "2026-03-02", .onTime, 0), (.daily, "2026-03-01", .onTime, 0), (.daily, "2026-02-28", .late, 1),
    (.weekly, "2026-02-24", .dueSoon, 0), (.weekly, "2026-02-22", .late, 1),
    (.monthly, "2026-02-05", .onTime, 0),
    (.monthly, "2026-01-31", .dueSoon, 0), (.annual, "2025-03-05", .dueSoon, 0),
    (.annual, "2025-02-28", .late, 1),
    (.irregular, "2001-01-01", .notPeriodic, 0), (.never, "2001-01-01", .notPeriodic, 0),
    (.unknown, "2026-03-02", .unknown, 0), (.monthly, "not a date", .unknown, 0),
    (.annual, "2026-06-01", .onTime, 0),
  ]

  @Test("Freshness follows the rhythm promised", arguments: freshness)
  func fresh(frequency: Frequency, updated: String, state: Freshness.State, late: Int) {
    let freshness = Freshness(frequency: frequency, updatedAt: updated, today: Fixture.today)
    #expect(freshness.state == state)
    #expect(freshness.daysLate == late)
    #expect(!freshness.sentence.fr.isEmpty && !freshness.sentence.en.isEmpty)
  }

  @Test("Lateness is said with its days, in both languages")
  func sentences() {
    let late = Freshness(frequency: .weekly, updatedAt: "2026-02-20", today: Fixture.today)
    #expect(
      late.sentence.fr == "En retard de 3\u{A0}jours\u{A0}: mise à jour attendue le 27\u{A0}février 2026."
    )
    #expect(late.sentence.en == "3 days late: an update was due on 27 February 2026.")
  }
}
