import CivilTime

/// A day of the Gregorian calendar, from 1 January 1800 to 31 December 2299.
public struct CalendarDay: Sendable, Hashable, Comparable {
  /// The first day that can be named.
  public static let first = CalendarDay(number: -62_091)
  /// The last day that can be named.
  public static let last = CalendarDay(number: 120_529)

  /// Days since 1 January 1970.
  public let number: Int

  init(number: Int) { self.number = number }

  /// The day some days after 1 January 1970; `nil` out of range.
  public init?(daysSince1970 number: Int) {
    guard (Self.first.number...Self.last.number).contains(number) else { return nil }
    self.number = number
  }

  /// Reads `2026-03-01` or `01/03/2026`; `nil` for anything else.
  public init?(_ text: String) {
    let slashed = text.split(separator: "/", omittingEmptySubsequences: false)
    let parts =
      slashed.count == 3 ? slashed.reversed() : text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// A day by its parts; `nil` when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
    self.init(daysSince1970: date.daysSinceEpoch)
  }

  private var date: CivilDate { CivilDate(daysSinceEpoch: number) }

  /// The year, the month and the day.
  public var parts: (year: Int, month: Int, day: Int) { date.components }

  /// The day as `2026-03-01`.
  public var iso: String { date.iso }

  /// Whether it comes before another.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

  /// The day some days later; `nil` out of range.
  public func adding(days: Int) -> CalendarDay? {
    let (sum, overflow) = number.addingReportingOverflow(days)
    return overflow ? nil : CalendarDay(daysSince1970: sum)
  }

  /// The same day of the month some months later, or that month's last day; `nil` out of range.
  public func adding(months: Int) -> CalendarDay? {
    guard abs(months) <= 6_000 else { return nil }
    return CalendarDay(daysSince1970: date.adding(months: months).daysSinceEpoch)
  }

  /// The whole months to another day, counted from day of month to day of month; negative when it is earlier.
  ///
  /// Who is born on 29 February is a year older on 1 March of a common year.
  public func months(to other: CalendarDay) -> Int {
    if other < self { return -other.months(to: self) }
    let (from, to) = (parts, other.parts)
    return (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0)
  }

  /// The whole years to another day; negative when it is earlier.
  public func years(to other: CalendarDay) -> Int { months(to: other) / 12 }
}

extension CalendarDay: Codable {
  /// Reads `2026-03-01`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let day = CalendarDay(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day")
    }
    self = day
  }

  /// Writes `2026-03-01`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}
