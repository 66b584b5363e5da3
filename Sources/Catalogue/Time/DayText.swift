public import CivilTime
public import Messages

extension CivilDate {
  /// The day as one reads it: « 1er mars 2026 », "1 March 2026".
  public var text: Bilingual {
    let (year, month, day) = components
    let number = day == 1 ? "1\u{1D49}\u{02B3}" : String(day)
    return Bilingual(
      fr: "\(number)\u{A0}\(Self.frenchMonths[month - 1]) \(year)",
      en: "\(day) \(Self.englishMonths[month - 1]) \(year)"
    )
  }
}
