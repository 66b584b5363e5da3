/// What a faulty cell should be, where it can be told.
enum SchemaRepair {
  static func value(for cell: String, _ fault: SchemaFault, _ field: SchemaField) -> String? {
    let value = candidate(cell.filter { $0 != "\u{A0}" || field.type == .text }, fault, field)
    guard let value, value != cell else { return nil }
    // What is proposed must have no fault itself.
    var check = SchemaCellCheck(field)
    return Array(value.utf8).withUnsafeBufferPointer { check.fault($0) } == .none ? value : nil
  }

  private static func candidate(_ cell: String, _ fault: SchemaFault, _ field: SchemaField) -> String? {
    let trimmed = String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    switch fault {
    case .value: return nearest(trimmed, field.allowedValues)
    case .format, .pattern:
      guard trimmed == cell else { return trimmed }
      let compact = cell.filter { $0 != " " && $0 != "." && $0 != "\u{202F}" }
      return compact.allSatisfy(\.isNumber) ? compact : trimmed
    case .type: return typed(trimmed, field)
    case .tooLong: return trimmed
    default: return nil
    }
  }

  private static func typed(_ cell: String, _ field: SchemaField) -> String? {
    switch field.type {
    case .number, .integer:
      let compact = cell.filter { !$0.isWhitespace && $0 != "€" }
      return compact.count { $0 == "," } == 1 ? compact.replacing(",", with: ".") : compact
    case .boolean:
      let key = SchemaName.key(cell)
      if ["oui", "o", "vrai", "true", "yes", "1"].contains(key) { return field.booleans.truths[0] }
      return ["non", "n", "faux", "false", "no", "0"].contains(key) ? field.booleans.falsehoods[0] : nil
    case .date: return day(cell)
    default: return cell
    }
  }

  /// `31/12/2024` as ISO: the day comes first unless it cannot be.
  private static func day(_ cell: String) -> String? {
    let parts = cell.prefix(10).split { "/-. ".contains($0) }
    let numbers = parts.compactMap { Int($0) }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    let isYearFirst = parts[0].count == 4
    guard isYearFirst || parts[2].count == 4 else { return nil }
    let year = isYearFirst ? numbers[0] : numbers[2]
    let day = isYearFirst ? numbers[2] : numbers[0]
    guard CivilDay.exists(year, numbers[1], day) else { return nil }
    return [(year, 4), (numbers[1], 2), (day, 2)].map { CivilDay.padded($0, $1) }.joined(separator: "-")
  }

  /// The value of the list that a cell is but for case, accents and separators.
  private static func nearest(_ cell: String, _ values: [String]) -> String? {
    let key = SchemaName.key(cell)
    return key.isEmpty ? nil : values.first { SchemaName.key($0) == key }
  }
}
