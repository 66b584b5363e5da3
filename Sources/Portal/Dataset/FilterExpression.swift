public import Tabular

/// What a person types above a column to keep some rows: `arpent`, `> 1 000`, `2024..2026`, `=exact`, `=`,
/// `!`.
public struct FilterExpression: Sendable, Hashable {
  /// One test of a cell, with the operator's public name (`contains`, `exact`, `greater`…).
  public struct Test: Sendable, Hashable {
    /// The operator, as the programming interface writes it after `__`.
    public let operation: String
    /// The value in the notation of the interface: ISO dates, decimal points; empty for tests of absence.
    public let value: String

    /// Makes a test.
    public init(_ operation: String, _ value: String = "") {
      self.operation = operation
      self.value = value
    }
  }

  /// The tests a row must all pass.
  public let tests: [Test]

  /// Reads what was typed over a column of a type; `nil` when it says nothing.
  public init?(_ text: String, type: ColumnType) {
    let text = Self.trimmed(text)
    guard !text.isEmpty else { return nil }
    tests = Self.read(text, type)
  }

  private static func read(_ text: String, _ type: ColumnType) -> [Test] {
    for (mark, operation) in [
      (">=", "greater"), ("<=", "less"), ("!=", "differs"), (">", "strictly_greater"), ("<", "strictly_less"),
      ("!", "differs"), ("=", "exact"),
    ]
    where text.hasPrefix(mark) {
      let rest = trimmed(text.dropFirst(mark.count))
      if rest.isEmpty { return absence(operation).map { [$0] } ?? [Test("contains", text)] }
      return [
        Test(operation, bound(rest, type, atEnd: operation == "less" || operation == "strictly_greater"))
      ]
    }
    if let gap = text.firstRange(of: ".."), isOrdered(type) {
      let low = trimmed(text[..<gap.lowerBound])
      let high = trimmed(text[gap.upperBound...])
      var tests: [Test] = []
      if !low.isEmpty { tests.append(Test("greater", bound(low, type, atEnd: false))) }
      if !high.isEmpty { tests.append(Test("less", bound(high, type, atEnd: true))) }
      if !tests.isEmpty { return tests }
    }
    if type == .date || type == .datetime {
      let (first, last) = (bound(text, type, atEnd: false), bound(text, type, atEnd: true))
      return first == last ? [Test("exact", first)] : [Test("greater", first), Test("less", last)]
    }
    return [isOrdered(type) || type == .boolean ? Test("exact", value(text, type)) : Test("contains", text)]
  }

  private static func absence(_ operation: String) -> Test? {
    switch operation {
    case "exact": Test("isnull")
    case "differs": Test("isnotnull")
    default: nil
    }
  }

  /// Whether values of a type have an order that people use.
  static func isOrdered(_ type: ColumnType) -> Bool {
    switch type {
    case .integer, .number, .date, .datetime, .time, .year, .duration: true
    case .text, .boolean, .geopoint, .geometry, .json: false
    }
  }

  /// The first or last moment that a partial date means: `2026`, `2026-03`, `03/2026`.
  private static func bound(_ text: String, _ type: ColumnType, atEnd: Bool) -> String {
    guard type == .date || type == .datetime else { return value(text, type) }
    let parts = text.split { "-/.".contains($0) }.map(String.init)
    guard parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return text }
    let isYearFirst = parts.first?.count == 4
    let ordered = isYearFirst ? parts : parts.reversed()
    guard let year = ordered.first, year.count == 4 else { return text }
    let month = ordered.count > 1 ? padded(ordered[1]) : atEnd ? "12" : "01"
    let day = ordered.count > 2 ? padded(ordered[2]) : atEnd ? lastDay(year, month) : "01"
    let date = "\(year)-\(month)-\(day)"
    guard type == .datetime else { return date }
    return date + (atEnd ? "T23:59:59.999999" : "T00:00:00")
  }

  private static func lastDay(_ year: String, _ month: String) -> String {
    switch month {
    case "02":
      let number = Int(year) ?? 0
      return number % 4 == 0 && (number % 100 != 0 || number % 400 == 0) ? "29" : "28"
    case "04", "06", "09", "11": return "30"
    default: return "31"
    }
  }

  private static func padded(_ digits: String) -> String { digits.count == 1 ? "0" + digits : digits }

  /// A value in the notation of the interface.
  private static func value(_ text: String, _ type: ColumnType) -> String {
    switch type {
    case .integer, .number, .year, .duration:
      let bare = text.filter { !$0.isWhitespace && $0 != "\u{202F}" && $0 != "\u{00A0}" }
      return bare.contains(".") ? bare : bare.replacing(",", with: ".")
    case .boolean:
      let word = text.lowercased()
      if ["oui", "vrai", "true", "yes", "o", "1"].contains(word) { return "true" }
      return ["non", "faux", "false", "no", "n", "0"].contains(word) ? "false" : text
    default: return text
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
