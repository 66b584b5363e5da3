public import Messages

/// What a value can be.
public enum RuleType: Sendable, Hashable, Codable {
  /// A sum of money in euros, to the cent.
  case money
  /// A share of the whole: 20 % is 0.2.
  case rate
  /// A whole number, with its unit.
  case integer(Unit)
  /// A decimal number, with its unit.
  case decimal(Unit)
  /// Yes or no.
  case boolean
  /// A day.
  case date
  /// One of several named choices.
  case choice([Choice])

  /// One of the choices: its name in the text, and what people read.
  public struct Choice: Sendable, Hashable, Codable {
    /// The name in the text of the rule.
    public let name: String
    /// What people read.
    public let label: String

    /// Names a choice.
    public init(_ name: String, label: String) {
      self.name = name
      self.label = label
    }
  }

  /// The unit of a number; `nil` for what is not a number.
  public var unit: Unit? {
    switch self {
    case .money: .euro
    case .rate: Unit.none
    case .integer(let unit), .decimal(let unit): unit
    case .boolean, .date, .choice: nil
    }
  }

  /// The kind of value, as people read it.
  public var label: Bilingual {
    switch self {
    case .money: Bilingual(fr: "montant en euros", en: "amount in euros")
    case .rate: Bilingual(fr: "taux", en: "rate")
    case .integer: Bilingual(fr: "nombre entier", en: "whole number")
    case .decimal: Bilingual(fr: "nombre", en: "number")
    case .boolean: Bilingual(fr: "oui ou non", en: "yes or no")
    case .date: Bilingual(fr: "date", en: "date")
    case .choice: Bilingual(fr: "choix", en: "choice")
    }
  }
}

/// A unit: named quantities multiplied and divided (`€`, `jours`, `€/repas`).
public struct Unit: Sendable, Hashable, Codable {
  /// No unit.
  public static let none = Unit(powers: [:])
  /// The euro.
  public static let euro = Unit(powers: ["€": 1])
  /// Days.
  public static let days = Unit(powers: ["jours": 1])

  /// Each named quantity with its power; none is zero.
  public let powers: [String: Int]

  init(powers: [String: Int]) { self.powers = powers.filter { $0.value != 0 } }

  /// A single named unit.
  public init(_ name: String) { self.init(powers: [name: 1]) }

  /// The unit as it is written: `€/repas`.
  public var text: String {
    let sorted = powers.sorted { $0.key < $1.key }
    let over = sorted.flatMap { Array(repeating: $0.key, count: max(0, $0.value)) }
    let under = sorted.flatMap { Array(repeating: $0.key, count: max(0, -$0.value)) }
    guard !under.isEmpty else { return over.joined(separator: "*") }
    return (over.isEmpty ? "1" : over.joined(separator: "*")) + under.map { "/" + $0 }.joined()
  }

  func times(_ other: Unit) -> Unit { Unit(powers: powers.merging(other.powers, uniquingKeysWith: +)) }

  func per(_ other: Unit) -> Unit { times(Unit(powers: other.powers.mapValues { -$0 })) }
}
