import CivilTime
import Register

/// Times as forms hold them, on the clocks of mainland France: `2026-11-24T11:05`.
public enum FrenchTime {
  /// The local time of a moment in UTC; `nil` for a text that is none.
  public static func local(utc iso: String) -> String? {
    LocalTime(utc: iso).map { "\($0.date.iso)T\(padded($0.hour)):\(padded($0.minute))" }
  }

  /// The moment in UTC of a local time; `nil` for a text that is none.
  ///
  /// Of the hour that comes twice in October, the first.
  public static func utc(local text: String) -> String? {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = CivilDate(String(parts[0])) else { return nil }
    let time = parts[1].split(separator: ":").map { Int($0) ?? -1 }
    guard time.count >= 2, (0..<24).contains(time[0]), (0..<60).contains(time[1]) else { return nil }
    return Moment(milliseconds: WallClock.paris.instant(day, hour: time[0], minute: time[1])).text
  }

  private static func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
