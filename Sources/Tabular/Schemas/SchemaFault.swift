/// What is wrong with a cell of a column of a schema.
enum SchemaFault: UInt8, Sendable {
  case none, empty, type, format, value, item, pattern, minimum, maximum, tooShort, tooLong, repeated

  /// The code of its finding.
  var code: String {
    switch self {
    case .none: "schema.valid"
    case .empty: "schema.cell-missing"
    case .type: "schema.cell-type"
    case .format: "schema.cell-format"
    case .value, .item: "schema.cell-value"
    case .pattern: "schema.cell-pattern"
    case .minimum, .maximum: "schema.cell-range"
    case .tooShort, .tooLong: "schema.cell-length"
    case .repeated: "schema.cell-duplicate"
    }
  }
}

/// Judges the cells of one column of a schema.
struct SchemaCellCheck: Sendable {
  /// How many verdicts on distinct values are kept.
  private static let keptVerdicts = 50_000

  let field: SchemaField
  private let pattern: SchemaPattern?
  private let format: FormatRule?
  private let values: Set<String>
  private let items: Set<Substring>
  private let truths: Set<String>
  /// Whether only emptiness counts: any text will do.
  private let isFree: Bool
  private var verdicts: [UInt64: SchemaFault] = [:]
  private var seen = Set<UInt64>()

  init(_ field: SchemaField) {
    self.field = field
    pattern = field.pattern.flatMap(SchemaPattern.init)
    format = FormatRule.rule(of: field.format)
    values = Set(field.allowedValues)
    items = Set(field.allowedItems.map { $0[...] })
    truths = Set(field.booleans.truths + field.booleans.falsehoods)
    isFree =
      field.type == .text && pattern == nil && format == nil && values.isEmpty && items.isEmpty
      && field.minimumLength == nil && field.maximumLength == nil
  }

  /// What is wrong with a cell, if anything.
  mutating func fault(_ cell: UnsafeBufferPointer<UInt8>) -> SchemaFault {
    guard let bytes = cell.baseAddress, !cell.isEmpty else { return field.isRequired ? .empty : .none }
    if isFree, !field.isUnique {
      guard bytes[0] <= 0x20, cell.allSatisfy({ $0 <= 0x20 }) else { return .none }
      return field.isRequired ? .empty : .none
    }
    let hash = ValueHash.hash(bytes, cell.count)
    if field.isUnique, !seen.insert(hash).inserted { return .repeated }
    if let known = verdicts[hash] { return known }
    let fault = judge(cell, bytes)
    if verdicts.count < Self.keptVerdicts { verdicts[hash] = fault }
    return fault
  }

  private func judge(_ cell: UnsafeBufferPointer<UInt8>, _ bytes: UnsafePointer<UInt8>) -> SchemaFault {
    if cell.allSatisfy({ $0 <= 0x20 }) { return field.isRequired ? .empty : .none }
    let text = String(decoding: cell, as: UTF8.self)
    guard hasType(text, cell, bytes) else { return .type }
    if !values.isEmpty, !hasValue(text) { return .value }
    if !items.isEmpty,
      !text.split(separator: "|", omittingEmptySubsequences: false).allSatisfy(items.contains)
    {
      return .item
    }
    if let format {
      let scan = CellScanner.scan(bytes, cell.count)
      guard format.accepts(scan.cellClass, FormatMatcher.match(bytes, scan)) else { return .format }
    }
    if let pattern, !pattern.matches(text) { return .pattern }
    if let least = field.minimumLength, text.unicodeScalars.count < least { return .tooShort }
    if let most = field.maximumLength, text.unicodeScalars.count > most { return .tooLong }
    guard field.minimum != nil || field.maximum != nil, let number = Double(text) else { return .none }
    if let least = field.minimum, number < least { return .minimum }
    if let most = field.maximum, number > most { return .maximum }
    return .none
  }

  /// A list of numbers holds `80.0` when it holds `80`.
  private func hasValue(_ text: String) -> Bool {
    if values.contains(text) { return true }
    guard field.type == .number || field.type == .integer, let number = Double(text) else { return false }
    return values.contains { Double($0) == number }
  }

  private func hasType(
    _ text: String,
    _ cell: UnsafeBufferPointer<UInt8>,
    _ bytes: UnsafePointer<UInt8>
  ) -> Bool {
    switch field.type {
    case .text, .duration: return true
    case .integer: return SchemaText.isInteger(text)
    case .number: return SchemaText.isNumber(text)
    case .boolean: return truths.contains(text)
    case .year: return text.utf8.count == 4 && text.utf8.allSatisfy { CellScanner.isDigit($0) }
    case .date: return SchemaText.isDate(text[...])
    case .datetime: return SchemaText.isDatetime(text)
    case .time: return SchemaText.isTime(text[...])
    case .geopoint: return SchemaText.isPoint(text)
    case .json, .geometry:
      guard let first = cell.first(where: { $0 > 0x20 }), first == 0x5B || first == 0x7B else { return false }
      return JSONCheck.isValid(bytes, 0, cell.count)
    }
  }
}

/// Texts as Table Schema has values written.
enum SchemaText {
  /// `-12`.
  static func isInteger(_ text: String) -> Bool {
    let digits = text.utf8.first == 0x2D || text.utf8.first == 0x2B ? text.utf8.dropFirst() : text.utf8[...]
    return !digits.isEmpty && digits.allSatisfy { CellScanner.isDigit($0) }
  }

  /// `-12.5`, `1e6`.
  static func isNumber(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ CellScanner.isDigit($0) || "+-.eE".utf8.contains($0) }) else { return false }
    return Double(text) != nil
  }

  /// `2024-02-29`.
  static func isDate(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let year = digits(parts[0]), let month = digits(parts[1]), let day = digits(parts[2])
    else { return false }
    return CivilDay.exists(year, month, day)
  }

  /// `2024-02-29T10:30:00+01:00`; the seconds and the zone may be left out.
  static func isDatetime(_ text: String) -> Bool {
    guard text.utf8.count >= 10 else { return false }
    let day = text.prefix(10)
    guard isDate(day) else { return false }
    var rest = text.dropFirst(10)
    if rest.isEmpty { return true }
    guard rest.first == "T" || rest.first == " " else { return false }
    rest.removeFirst()
    if rest.last == "Z" {
      rest.removeLast()
    } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let zone = rest[rest.index(after: sign)...].filter { $0 != ":" }
      guard zone.utf8.count == 4 || zone.utf8.count == 2, digits(zone[...]) != nil else { return false }
      rest = rest[..<sign]
    }
    if let point = rest.lastIndex(of: ".") {
      guard digits(rest[rest.index(after: point)...]) != nil else { return false }
      rest = rest[..<point]
    }
    return isTime(rest)
  }

  /// `10:30:00` or `10:30`.
  static func isTime(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3 else { return false }
    let limits = [24, 60, 60]
    return zip(parts, limits).allSatisfy { part, limit in
      part.utf8.count == 2 && (digits(part) ?? limit) < limit
    }
  }

  /// `[2.35, 48.85]` or `2.35, 48.85`: longitude first.
  static func isPoint(_ text: String) -> Bool {
    // A cell may end with the line break of the tool that wrote it.
    var body = text.filter { !$0.isWhitespace }[...]
    if body.first == "[" {
      guard body.last == "]" else { return false }
      body = body.dropFirst().dropLast()
    }
    let parts = body.split(separator: ",", omittingEmptySubsequences: false).map {
      Double($0)
    }
    guard parts.count == 2, let longitude = parts[0], let latitude = parts[1] else { return false }
    return abs(longitude) <= 180 && abs(latitude) <= 90
  }

  private static func digits(_ text: Substring) -> Int? {
    !text.isEmpty && text.utf8.allSatisfy { CellScanner.isDigit($0) } ? Int(text) : nil
  }
}
