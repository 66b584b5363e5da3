public import Foundation
import Register

/// The clock on the wall of a territory.
public struct LocalTime: Sendable {
  private let zone: TimeZone

  /// Reads the wall clock of a zone.
  public init(_ zone: TimeZone) { self.zone = zone }

  /// The time of mainland France; UTC on a machine without the zones.
  public static var paris: LocalTime { LocalTime(TimeZone(identifier: "Europe/Paris") ?? .gmt) }

  private static let day: Int64 = 86_400_000

  /// The last moment, `moment` included, at which the clock showed an hour.
  ///
  /// An hour that a day skips is read when the clock has jumped over it; one that a day shows twice is the first.
  ///
  /// - Parameter weekday: 1 for Monday to 7 for Sunday; any day when `nil`.
  func last(hour: Int, weekday: Int? = nil, until moment: Moment) -> Moment {
    let today = Self.dayNumber(moment.milliseconds + offset(at: moment.milliseconds))
    for back in 0...Int64(8) {
      let number = today - back
      if let weekday, Self.weekday(number) != weekday { continue }
      let found = instant(day: number, hour: hour)
      if found <= moment.milliseconds { return Moment(milliseconds: found) }
    }
    return Moment(milliseconds: moment.milliseconds - 8 * Self.day)
  }

  /// The clock jumps between one and three in the night: the offset of midnight holds until the jump.
  private func instant(day number: Int64, hour: Int) -> Int64 {
    let wall = number * Self.day + Int64(hour) * 3_600_000
    let before = offset(at: number * Self.day - offset(at: number * Self.day))
    let first = wall - before
    let after = offset(at: first)
    guard after != before else { return first }
    let second = wall - after
    return offset(at: second) == after ? second : first
  }

  private func offset(at milliseconds: Int64) -> Int64 {
    Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(milliseconds) / 1000))) * 1000
  }

  private static func dayNumber(_ milliseconds: Int64) -> Int64 {
    (milliseconds - (milliseconds % day + day) % day) / day
  }

  /// 1970-01-01 was a Thursday.
  private static func weekday(_ day: Int64) -> Int { Int(((day + 3) % 7 + 7) % 7) + 1 }
}
