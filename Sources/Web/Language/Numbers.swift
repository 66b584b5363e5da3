public import Messages

/// How numbers are written for people in each language, without asking the machine's locale.
extension Language {
  /// A whole number with its thousands apart: `12 345` in French (U+202F), `12,345` in English.
  public func number(_ value: Int) -> String { digits(value) }

  /// A decimal number, rounded to at most `digits` decimals, without final zeros.
  public func number(_ value: Double, digits: Int = 2) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return "\(value)" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded()
    guard scaled < 9e15 else { return number(Int(value.rounded())) }
    let whole = Int(scaled / scale)
    var decimals = String(Int(scaled) - whole * Int(scale))
    decimals = String(repeating: "0", count: max(0, digits - decimals.count)) + decimals
    while decimals.hasSuffix("0") { decimals.removeLast() }
    let sign = value < 0 && scaled > 0 ? "\u{2212}" : ""
    return sign + number(whole) + (decimals.isEmpty || digits == 0 ? "" : decimalMark + decimals)
  }

  /// A share from 0 to 1 as a percentage; what is neither none nor all never shows as such.
  public func percent(_ share: Double) -> String {
    let percents = share * 100
    let blank = self == .french ? "\u{202F}" : ""
    if percents > 0, percents < 0.1 { return "<\u{202F}\(number(0.1, digits: 1))\(blank)%" }
    if percents > 99.9, percents < 100 { return ">\u{202F}\(number(99.9, digits: 1))\(blank)%" }
    return number(percents, digits: percents < 10 || percents > 99 ? 1 : 0) + blank + "%"
  }

  /// A size in bytes with its decimal unit: `1,2 Mo`, `1.2 MB`.
  public func bytes(_ count: Int) -> String {
    let units = self == .french ? ["octets", "ko", "Mo", "Go", "To"] : ["bytes", "kB", "MB", "GB", "TB"]
    var value = Double(count)
    var unit = 0
    while value >= 999.5, unit < units.count - 1 {
      value /= 1_000
      unit += 1
    }
    return number(value, digits: unit > 0 && value < 10 ? 1 : 0) + "\u{00A0}" + units[unit]
  }

  /// A number and the thing counted, in the right form: French has the singular below two.
  public func count(_ value: Int, fr: (one: String, many: String), en: (one: String, many: String)) -> String
  {
    Bilingual.count(value, fr: fr, en: en)[self]
  }

  private var decimalMark: String { self == .french ? "," : "." }
}
