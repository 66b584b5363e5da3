public import CivilTime
public import Messages

extension CivilDate {
  /// The day as one reads it: « 1er mars 2026 », "1 March 2026".
  public var text: Bilingual {
    let (year, month, day) = components
    let number = day == 1 ? "1\u{1D49}\u{02B3}" : String(day)
    return Bilingual(
      fr: "\(number)\u{A0}\(frenchMonths[month - 1]) \(year)",
      en: "\(day) \(englishMonths[month - 1]) \(year)"
    )
  }
}

private let frenchMonths = [
  "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
  "décembre",
]
private let englishMonths = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November",
  "December",
]
