/// Numbers and what they count, for sentences that are written before anyone's language is known.
extension Language {
  /// A whole number with its thousands apart: `12 345` in French (U+202F), `12,345` in English.
  public func digits(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var out = value < 0 ? "\u{2212}" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { out += self == .french ? "\u{202F}" : "," }
      out.append(digit)
    }
    return out
  }

  /// Which form a number takes: French has the singular below two, English for one alone.
  public func isSingular(_ value: Int) -> Bool { self == .french ? abs(value) < 2 : value == 1 }
}

extension Bilingual {
  /// A number and the thing counted, in the right form: `1 ligne`, `12 lignes`.
  public static func count(
    _ value: Int,
    fr: (one: String, many: String),
    en: (one: String, many: String)
  ) -> Bilingual {
    let (french, english) = (Language.french, Language.english)
    return Bilingual(
      fr: french.digits(value) + "\u{A0}" + (french.isSingular(value) ? fr.one : fr.many),
      en: english.digits(value) + "\u{A0}" + (english.isSingular(value) ? en.one : en.many)
    )
  }
}
