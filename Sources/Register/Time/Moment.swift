/// A moment in UTC, to the millisecond, written `2026-03-01T08:15:00.000Z` (ISO 8601, RFC 3339).
public struct Moment: Sendable, Hashable, Comparable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  /// Makes a moment from milliseconds since 1970.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Reads `2026-03-01`, `2026-03-01T08:15:00Z` or `2026-03-01T08:15:00.250Z`; `nil` for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10]), (1...12).contains(month),
      (1...Self.daysInMonth(month, year)).contains(day)
    else { return nil }
    var time = Int64(0)
    if bytes.count > 10 {
      guard let parsed = Self.timeOfDay(bytes[10...]) else { return nil }
      time = parsed
    }
    milliseconds = Self.days(year: year, month: month, day: day) * 86_400_000 + time
  }

  /// The moment in ISO 8601, always with milliseconds, so that texts sort as moments do.
  public var text: String {
    let (year, month, day) = civil
    let rest = Int(milliseconds - Self.floorDays(milliseconds) * 86_400_000)
    let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    let seconds = rest / 1000
    let clock =
      "\(Self.padded(seconds / 3600, 2)):\(Self.padded(seconds / 60 % 60, 2)):\(Self.padded(seconds % 60, 2))"
    return "\(date)T\(clock).\(Self.padded(rest % 1000, 3))Z"
  }

  /// The day, as `2026-03-01`.
  public var day: String { String(text.prefix(10)) }

  /// The moment some milliseconds later.
  public func advanced(byMilliseconds count: Int64) -> Moment {
    Moment(milliseconds: milliseconds + count)
  }

  /// Orders moments in time.
  public static func < (left: Moment, right: Moment) -> Bool { left.milliseconds < right.milliseconds }

  private static func timeOfDay(_ bytes: ArraySlice<UInt8>) -> Int64? {
    let part = Array(bytes)
    guard part.count == 10 || part.count == 14, part[0] == 0x54, part[3] == 0x3A, part[6] == 0x3A,
      part.last == 0x5A, let hour = number(part[1..<3]), let minute = number(part[4..<6]),
      let second = number(part[7..<9]), hour < 24, minute < 60, second < 60
    else { return nil }
    var fraction = 0
    if part.count == 14 {
      guard part[9] == 0x2E, let value = number(part[10..<13]) else { return nil }
      fraction = value
    }
    return Int64(((hour * 60 + minute) * 60 + second) * 1000 + fraction)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func daysInMonth(_ month: Int, _ year: Int) -> Int {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private static func floorDays(_ milliseconds: Int64) -> Int64 {
    let day: Int64 = 86_400_000
    return milliseconds >= 0 ? milliseconds / day : -((-milliseconds + day - 1) / day)
  }

  /// Days since 1970-01-01 in the Gregorian calendar, counted in 400-year eras that start in March.
  private static func days(year: Int, month: Int, day: Int) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468)
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(Self.floorDays(milliseconds)) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}

extension Moment: Codable {
  /// Reads the ISO 8601 text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Moment(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an ISO 8601 moment")
    }
    self = value
  }

  /// Writes the ISO 8601 text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
