import Foundation
import Messages
import Tabular

/// A piece of a statement with the values it binds, in order.
struct SQLFragment {
  var text: String
  var parameters: [SQLValue] = []

  init(_ text: String, _ parameters: [SQLValue] = []) {
    self.text = text
    self.parameters = parameters
  }

  /// Joins pieces.
  static func joined(_ pieces: [SQLFragment], by separator: String) -> SQLFragment {
    SQLFragment(pieces.map(\.text).joined(separator: separator), pieces.flatMap(\.parameters))
  }

  /// ` WHERE` all the conditions; nothing when there is none.
  static func whereAll(_ conditions: [SQLFragment]) -> SQLFragment {
    guard !conditions.isEmpty else { return SQLFragment("") }
    let joined = joined(conditions, by: " AND ")
    return SQLFragment(" WHERE " + joined.text, joined.parameters)
  }

  /// A text expression without case and accents.
  static func folded(_ expression: String) -> String { "\(TextFunctions.fold)(\(expression))" }
}

extension Table {
  /// The table in a FROM clause.
  var from: String {
    "read_parquet(\(SQLText.literal(parquetURL.path)), \(ImportedColumn.positionColumn) = true)"
  }

  /// A column in an expression.
  func expression(_ index: Int) -> String { SQLText.name(manifest.columns[index].parquetName) }

  /// The conditions of the filters and of the search.
  func conditions(_ filters: [Filter], searchWords: [String]) throws -> [SQLFragment] {
    guard filters.count <= 100, searchWords.count <= 20 else { throw Self.tooManyConditions }
    return try filters.map(condition) + (searchWords.isEmpty ? [] : [search(searchWords)])
  }

  private func condition(_ filter: Filter) throws -> SQLFragment {
    let pointer = "\(filter.column)__\(filter.op.rawValue)"
    let index = try index(of: filter.column, pointer: pointer)
    let column = manifest.columns[index]
    let name = expression(index)
    func compare(_ sign: String) throws -> SQLFragment {
      SQLFragment("\(name) \(sign) ?", [try FilterReading.value(filter.value, of: column, pointer: pointer)])
    }
    switch filter.op {
    case .exact: return try compare("=")
    case .differs: return try compare("<>")
    case .less: return try compare("<=")
    case .greater: return try compare(">=")
    case .strictlyLess: return try compare("<")
    case .strictlyGreater: return try compare(">")
    case .isnull: return SQLFragment("\(name) IS NULL")
    case .isnotnull: return SQLFragment("\(name) IS NOT NULL")
    case .contains, .notcontains:
      let negation = filter.op == .notcontains ? "\(name) IS NOT NULL AND NOT " : ""
      return SQLFragment(
        "\(negation)\(TextFunctions.contains)(?, \(text(index)))",
        [.text(TextFunctions.pattern([filter.value]))]
      )
    case .in, .notin:
      let texts = FilterReading.list(filter.value)
      guard texts.count <= 1000 else { throw Self.tooManyConditions }
      let values = try texts.map { try FilterReading.value($0, of: column, pointer: pointer) }
      let marks = values.map { _ in "?" }.joined(separator: ", ")
      return SQLFragment("\(name) \(filter.op == .notin ? "NOT " : "")IN (\(marks))", values)
    }
  }

  /// Each word is in some cell.
  ///
  /// Numbers and dates are looked at only for words that hold a digit.
  private func search(_ words: [String]) -> SQLFragment {
    let hasDigit = words.contains { $0.contains(where: \.isNumber) }
    let cells = manifest.columns.indices.filter {
      hasDigit || StorageKind(manifest.columns[$0].type) == .text
    }
    guard !cells.isEmpty else { return SQLFragment("false") }
    let pattern = SQLValue.text(TextFunctions.pattern(words))
    return SQLFragment("\(TextFunctions.contains)(?, \(cells.map(text).joined(separator: ", ")))", [pattern])
  }

  /// A column as text.
  private func text(_ index: Int) -> String {
    let name = expression(index)
    return StorageKind(manifest.columns[index].type) == .text ? name : "CAST(\(name) AS VARCHAR)"
  }

  private static let tooManyConditions = Failure(
    "lake.filter.count",
    .tooLarge,
    fr: "La demande a trop de conditions.",
    en: "The request has too many conditions.",
    remedy: Bilingual(
      fr: "Limitez-vous à 100 filtres, 20 mots et 1 000 valeurs par liste.",
      en: "Keep to 100 filters, 20 words and 1,000 values a list."
    )
  )
}
