import Messages
import Tabular

/// Reads the value of a filter as the type of its column.
enum FilterReading {
  /// The value to compare with.
  ///
  /// - Throws: `Failure` pointing at the parameter when the text is no such value.
  static func value(_ text: String, of column: TableColumn, pointer: String) throws -> SQLValue {
    let trimmed = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    let value: SQLValue? =
      switch StorageKind(column.type) {
      case .text: .text(text)
      case .integer: Int64(trimmed).map { .integer($0) } ?? number(trimmed)
      case .number: number(trimmed)
      case .boolean: boolean(trimmed)
      case .date: date(trimmed[...]).map { .date(Int32($0.days)) }
      case .datetime: instant(trimmed)
      case .time: time(trimmed[...]).map { .time($0) }
      }
    guard let value else { throw unreadable(text, column, pointer) }
    return value
  }

  /// The values of `in` and `notin`: separated by commas, in double quotes where they hold one.
  static func list(_ text: String) -> [String] {
    var values: [String] = []
    var value = ""
    var isQuoted = false
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case "\"" where isQuoted && rest.first == "\"":
        value.append("\"")
        rest.removeFirst()
      case "\"" where isQuoted: isQuoted = false
      case "\"" where value.isEmpty: isQuoted = true
      case "," where !isQuoted:
        values.append(value)
        value = ""
      default: value.append(character)
      }
    }
    return values + [value]
  }

  /// A decimal number, with a point or a French comma.
  private static func number(_ text: String) -> SQLValue? {
    let point = text.contains(".") ? text : text.replacing(",", with: ".")
    guard let first = point.utf8.first, first != UInt8(ascii: "+") || point.utf8.count > 1,
      point.utf8.allSatisfy({ (48...57).contains($0) || "+-.eE".utf8.contains($0) }),
      let number = Double(point),
      number.isFinite
    else { return nil }
    return .number(number)
  }

  private static func boolean(_ text: String) -> SQLValue? {
    switch text.lowercased() {
    case "true", "vrai", "oui", "yes", "1": .boolean(true)
    case "false", "faux", "non", "no", "0": .boolean(false)
    default: nil
    }
  }

  /// `2024-05-31`, or `31/05/2024`.
  private static func date(_ text: Substring) -> CivilDate? {
    func parts(_ separator: Character) -> [Int]? {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      let numbers = parts.compactMap { part in part.allSatisfy(\.isASCIIDigit) ? Int(part) : nil }
      return parts.count == 3 && numbers.count == 3 ? numbers : nil
    }
    if let iso = parts("-"), text.utf8.count == 10 {
      return CivilDate(year: iso[0], month: iso[1], day: iso[2])
    }
    if let french = parts("/") { return CivilDate(year: french[2], month: french[1], day: french[0]) }
    return nil
  }

  /// `10:30`, `10:30:15` or `10:30:15.25`, in microseconds since midnight.
  private static func time(_ text: Substring) -> Int64? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hours = small(parts[0]), let minutes = small(parts[1]),
      hours < 24,
      minutes < 60
    else { return nil }
    guard parts.count == 3 else { return Int64(hours * 60 + minutes) * 60_000_000 }
    let pieces = parts[2].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let seconds = small(pieces[0]), seconds < 60 else { return nil }
    var micros = 0
    if pieces.count == 2 {
      guard (1...6).contains(pieces[1].count), pieces[1].allSatisfy(\.isASCIIDigit),
        let digits = Int(pieces[1])
      else { return nil }
      micros = (pieces[1].count..<6).reduce(digits) { product, _ in product * 10 }
    }
    return Int64((hours * 60 + minutes) * 60 + seconds) * 1_000_000 + Int64(micros)
  }

  /// A date and a time with `T` or a space between, `Z` or an offset after; a date alone is its midnight.
  private static func instant(_ text: String) -> SQLValue? {
    let cut = text.firstIndex { $0 == "T" || $0 == " " || $0 == "t" } ?? text.endIndex
    guard let date = date(text[..<cut]) else { return nil }
    let midnight = Int64(date.days) * 86_400_000_000
    guard cut < text.endIndex else { return .datetime(midnight) }
    var clock = text[text.index(after: cut)...]
    var offset = 0
    if clock.last == "Z" || clock.last == "z" {
      clock.removeLast()
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let zone = clock[clock.index(after: sign)...].split(separator: ":")
      guard let hours = zone.first.flatMap(small), zone.count <= 2,
        let minutes = zone.count == 2 ? small(zone[1]) : 0
      else { return nil }
      offset = (hours * 60 + minutes) * (clock[sign] == "+" ? 1 : -1)
      clock = clock[..<sign]
    }
    guard let micros = time(clock) else { return nil }
    return .datetime(midnight + micros - Int64(offset) * 60_000_000)
  }

  private static func small(_ text: Substring) -> Int? {
    (1...2).contains(text.utf8.count) && text.allSatisfy(\.isASCIIDigit) ? Int(text) : nil
  }

  private static func unreadable(_ text: String, _ column: TableColumn, _ pointer: String) -> Failure {
    let shown = text.prefix(100)
    let (fr, en) = expected(column.type)
    return Failure(
      "lake.filter.value",
      .invalid,
      fr: "« \(shown) » n’est pas \(fr), ce que contient la colonne « \(column.name) ».",
      en: "“\(shown)” is not \(en), which the column “\(column.name)” holds.",
      pointer: pointer
    )
  }

  private static func expected(_ type: ColumnType) -> (fr: String, en: String) {
    switch StorageKind(type) {
    case .text: ("un texte", "a text")
    case .integer: ("un nombre entier", "a whole number")
    case .number: ("un nombre", "a number")
    case .boolean: ("« vrai » ou « faux »", "“true” or “false”")
    case .date: ("une date (AAAA-MM-JJ)", "a date (YYYY-MM-DD)")
    case .datetime: ("une date et heure (AAAA-MM-JJTHH:MM:SS)", "a date and time (YYYY-MM-DDTHH:MM:SS)")
    case .time: ("une heure (HH:MM:SS)", "a time (HH:MM:SS)")
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
