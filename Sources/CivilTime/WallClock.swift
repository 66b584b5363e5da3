public import Foundation

/// The clock on the wall of a territory.
public struct WallClock: Sendable {
  /// `nil` for mainland France, whose rule is written here and needs no table of the machine.
  private let zone: TimeZone?

  /// The clock of a zone that the machine knows.
  public init(_ zone: TimeZone) { self.zone = zone }

  private init() { zone = nil }

  /// The clock of mainland France (directive 2000/84/EC: summer time from the last Sunday of March to that of
  /// October, at 01:00 UTC).
  public static let paris = WallClock()

  /// How far the clock is ahead of UTC, in milliseconds, at an instant in milliseconds since 1970.
  public func offset(at milliseconds: Int64) -> Int64 {
    if let zone {
      return Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(milliseconds) / 1000))) * 1000
    }
    let year = CivilDate(daysSinceEpoch: Self.dayNumber(milliseconds)).year
    let hour: Int64 = 3_600_000
    let start = Self.lastSunday(of: 3, year) + hour
    let end = Self.lastSunday(of: 10, year) + hour
    return milliseconds >= start && milliseconds < end ? 2 * hour : hour
  }

  /// What the clock shows at an instant: the day, and the milliseconds since its midnight as the hands count.
  public func reading(at milliseconds: Int64) -> (date: CivilDate, millisecondsOfDay: Int64) {
    let wall = milliseconds + offset(at: milliseconds)
    let number = Self.dayNumber(wall)
    return (CivilDate(daysSinceEpoch: number), wall - Int64(number) * Self.day)
  }

  /// The day the clock shows at an instant.
  public func date(at milliseconds: Int64) -> CivilDate { reading(at: milliseconds).date }

  /// The instant at which the clock shows a time of a day.
  ///
  /// A time that the day skips is read when the clock has jumped over it; one that it shows twice is the first.
  public func instant(_ date: CivilDate, hour: Int, minute: Int = 0) -> Int64 {
    let midnight = Int64(date.daysSinceEpoch) * Self.day
    let wall = midnight + Int64(hour) * 3_600_000 + Int64(minute) * 60_000
    // The clock jumps between one and three in the night: the offset of midnight holds until the jump.
    let before = offset(at: midnight - offset(at: midnight))
    let first = wall - before
    let after = offset(at: first)
    guard after != before else { return first }
    let second = wall - after
    return offset(at: second) == after ? second : first
  }

  /// The last instant of a day: the millisecond before the next one begins.
  public func end(of date: CivilDate) -> Int64 { instant(date.adding(days: 1), hour: 0) - 1 }

  private static let day: Int64 = 86_400_000

  private static func dayNumber(_ milliseconds: Int64) -> Int {
    Int((milliseconds - (milliseconds % day + day) % day) / day)
  }

  private static func lastSunday(of month: Int, _ year: Int) -> Int64 {
    let last = CivilDate(countingYear: year, month: month, day: 31)
    return Int64(last.adding(days: -(last.weekday % 7)).daysSinceEpoch) * day
  }
}
