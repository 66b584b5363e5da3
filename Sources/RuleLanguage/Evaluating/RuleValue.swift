public import Messages

/// A value of a rule.
public enum RuleValue: Sendable, Hashable {
  /// A number; a rate of 20 % is 0.2.
  case number(ExactDecimal)
  /// Yes or no.
  case boolean(Bool)
  /// A day.
  case date(CalendarDay)
  /// The name of a choice.
  case choice(String)

  /// The value as machines keep it: `1.5`, `true`, `2026-09-01`, the choice's name.
  public var text: String {
    switch self {
    case .number(let number): number.text
    case .boolean(let value): value ? "true" : "false"
    case .date(let day): day.iso
    case .choice(let name): name
    }
  }

  /// Reads a value as people or machines write it, for a type; `nil` when it is none.
  ///
  /// `1 234,50 €`, `20 %` for a rate (a bare number of a rate is a share: 0.2), `oui`, `01/09/2026`.
  public init?(_ text: String, as type: RuleType) {
    let bare = text.filter { !$0.isWhitespace }
    switch type {
    case .money, .integer, .decimal:
      guard let number = ExactDecimal(bare.last == "€" ? String(bare.dropLast()) : bare) else { return nil }
      self = .number(number)
    case .rate:
      let isPercent = bare.last == "%"
      guard let number = ExactDecimal(isPercent ? String(bare.dropLast()) : bare),
        let value = isPercent ? number.divided(by: ExactDecimal(100))?.value : number
      else { return nil }
      self = .number(value)
    case .boolean:
      switch bare.lowercased() {
      case "oui", "true", "vrai", "1", "yes": self = .boolean(true)
      case "non", "false", "faux", "0", "no": self = .boolean(false)
      default: return nil
      }
    case .date:
      guard let day = CalendarDay(bare) else { return nil }
      self = .date(day)
    case .choice(let choices):
      guard let choice = choices.first(where: { $0.name == bare || $0.label == text }) else { return nil }
      self = .choice(choice.name)
    }
  }

  /// The value as people read it.
  public func shown(as type: RuleType) -> Bilingual {
    switch (self, type) {
    case (.number(let number), .rate):
      let percent = number.multiplied(by: ExactDecimal(100))?.value ?? number
      return Self.shown(percent.text, unit: "%")
    case (.number(let number), _):
      let unit = type.unit ?? .none
      let isMoney = unit == .euro
      return Self.shown(
        number.text(atLeast: isMoney && (type == .money || number.places > 0) ? 2 : 0),
        unit: unit.text
      )
    case (.boolean(let value), _):
      return value ? Bilingual(fr: "oui", en: "yes") : Bilingual(fr: "non", en: "no")
    case (.date(let day), _):
      let (year, month, date) = day.parts
      let padded = [date, month].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: "/")
      return Bilingual(fr: "\(padded)/\(year)", en: day.iso)
    case (.choice(let name), .choice(let choices)):
      let label = choices.first { $0.name == name }?.label ?? name
      return Bilingual(fr: label, en: label)
    case (.choice(let name), _): return Bilingual(fr: name, en: name)
    }
  }

  private static func shown(_ digits: String, unit: String) -> Bilingual {
    let sign = digits.hasPrefix("-") ? "-" : ""
    let parts = digits.drop { $0 == "-" }.split(separator: ".")
    let whole = parts.first.map(String.init) ?? "0"
    let decimals = parts.count > 1 ? String(parts[1]) : nil
    let suffix = unit.isEmpty ? "" : "\u{00A0}" + unit
    let french = sign + grouped(whole, by: "\u{202F}") + (decimals.map { "," + $0 } ?? "") + suffix
    let english = sign + grouped(whole, by: ",") + (decimals.map { "." + $0 } ?? "") + suffix
    return Bilingual(fr: french, en: english)
  }

  private static func grouped(_ digits: String, by separator: String) -> String {
    guard digits.count > 3 else { return digits }
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out += separator }
      out.append(digit)
    }
    return out
  }
}

extension RuleValue: Codable {
  private enum Key: String, CodingKey { case number, boolean, date, choice }

  /// Reads the value by its kind.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let number = try container.decodeIfPresent(ExactDecimal.self, forKey: .number) {
      self = .number(number)
    } else if let value = try container.decodeIfPresent(Bool.self, forKey: .boolean) {
      self = .boolean(value)
    } else if let day = try container.decodeIfPresent(CalendarDay.self, forKey: .date) {
      self = .date(day)
    } else {
      self = .choice(try container.decode(String.self, forKey: .choice))
    }
  }

  /// Writes the value under its kind.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .number(let number): try container.encode(number, forKey: .number)
    case .boolean(let value): try container.encode(value, forKey: .boolean)
    case .date(let day): try container.encode(day, forKey: .date)
    case .choice(let name): try container.encode(name, forKey: .choice)
    }
  }
}
