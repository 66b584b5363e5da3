import Foundation
public import Governance
import Messages
public import Register

/// Records of a register as a table: groups taken apart, lists in one cell, repeated groups as JSON; nothing is
/// lost on the way there and back.
public struct SheetTable: Sendable {
  /// A column: where its values stand in a record, and their type.
  struct Column: Sendable, Equatable {
    let path: [String]
    let field: RecordField

    var name: String { path.joined(separator: ".") }
  }

  private let columns: [Column]

  /// The table of these fields of a register.
  public init(_ fields: [RecordField]) { columns = Self.columns(fields, []) }

  /// The table of a whole register, with how its records are kept.
  public init(whole register: RegisterKind) {
    let kept = Self.keeping.map { Column(path: ["keeping", $0.key], field: $0) }
    columns = Self.columns(register.fields, []) + kept
  }

  /// How a record is kept, as files tell it.
  static let keeping: [RecordField] = [
    RecordField(
      "status",
      .choice(Keeping.Status.allCases.map { .init($0.rawValue, fr: $0.label.fr, en: $0.label.en) }),
      fr: "État",
      en: "State"
    ),
    RecordField("isPublic", .boolean, fr: "Public", en: "Public"), EditSheet.reviewOn, EditSheet.responsible,
  ]

  private static func columns(_ fields: [RecordField], _ path: [String]) -> [Column] {
    fields.flatMap { field -> [Column] in
      if case .group(let inner) = field.type { return columns(inner, path + [field.key]) }
      return [Column(path: path + [field.key], field: field)]
    }
  }

  /// The rows of records, the names of the columns first.
  ///
  /// - Parameter isShown: Whether a field of a record may be told.
  public func rows(
    _ sheets: [(id: String, organization: String, values: JSONValue)],
    isShown: (String, [String]) -> Bool = { _, _ in true }
  ) -> [[String]] {
    [["id", "organization"] + columns.map(\.name)]
      + sheets.map { sheet in
        [sheet.id, sheet.organization]
          + columns.map { column in
            isShown(sheet.organization, column.path)
              ? SheetCell.text(sheet.values.at(column.path), column.field.type) : ""
          }
      }
  }

  /// The records of rows; columns may be named by their keys or as the form names them.
  ///
  /// - Throws: `Failure` when a column is no field, or none gives the names.
  func records(_ rows: [[String]]) throws -> [ImportedSheet] {
    guard let header = rows.first, rows.count > 1 else { throw SheetFileFailure.empty }
    let places = try header.map(place)
    guard places.contains(.field(columns[0])) else { throw SheetFileFailure.noTitle }
    return rows.dropFirst().enumerated().map { index, row in
      var (id, values) = (String?.none, JSONValue.object([:]))
      for (cell, place) in zip(row, places) {
        switch place {
        case .id: id = cell.isEmpty ? nil : cell
        case .field(let column):
          // An empty cell says that there is nothing; a column that is not there says nothing.
          let value = SheetCell.value(cell, column.field.type) ?? .null
          values = values.setting(value, at: column.path[...])
        case .none: break
        }
      }
      return ImportedSheet(line: index + 2, id: id, values: values)
    }
  }

  private enum Place: Equatable {
    case id
    case none
    case field(Column)
  }

  private func place(_ name: String) throws -> Place {
    let folded = Self.folded(name)
    if folded == "id" { return .id }
    if folded == "organization" || folded.isEmpty { return .none }
    let byKey = columns.first { Self.folded($0.name) == folded }
    let found =
      byKey
      ?? columns.first {
        Self.folded($0.field.label.fr) == folded || Self.folded($0.field.label.en) == folded
      }
    guard let found else { throw SheetFileFailure.column(name) }
    return .field(found)
  }

  private static func folded(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
      .folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
      .replacing("’", with: "'").replacing("\u{A0}", with: " ")
  }
}

/// One value in one cell.
enum SheetCell {
  private static let separator = " | "

  /// The text of a value.
  static func text(_ value: JSONValue?, _ type: RecordField.FieldType) -> String {
    guard let value, !value.isBlank else { return "" }
    switch type {
    case .boolean: return value == .boolean(true) ? "oui" : value == .boolean(false) ? "non" : value.text
    case .list(.group): return value.json
    case .list:
      let items = value.items
      let texts = items.map(\.text)
      let isPlain =
        texts.allSatisfy { item in
          !item.isEmpty && !item.contains("|") && !item.contains("\n")
            && item == item.trimmingCharacters(in: .whitespaces)
        } && texts.first?.hasPrefix("[") == false
      return isPlain ? texts.joined(separator: separator) : value.json
    default: return value.text
    }
  }

  /// The value of a text; one that is no value of the type stays as it is, to be refused in words.
  static func value(_ cell: String, _ type: RecordField.FieldType) -> JSONValue? {
    let text = cell.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else { return nil }
    switch type {
    case .list(let element):
      if text.hasPrefix("["), let value = try? JSONValue(parsing: Array(text.utf8)) { return value }
      if case .group = element { return .string(text) }
      let items = text.split { $0 == "|" || $0 == "\n" }.compactMap { scalar(String($0), element) }
      return items.isEmpty ? nil : .array(items)
    default: return scalar(text, type)
    }
  }

  private static func scalar(_ cell: String, _ type: RecordField.FieldType) -> JSONValue? {
    let text = cell.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else { return nil }
    switch type {
    case .boolean:
      if ["oui", "true", "vrai", "yes", "1"].contains(text.lowercased()) { return .boolean(true) }
      if ["non", "false", "faux", "no", "0"].contains(text.lowercased()) { return .boolean(false) }
      return .string(text)
    case .integer: return Int64(text).map { .number(String($0)) } ?? .string(text)
    case .number:
      let plain = text.replacing(",", with: ".")
      if let whole = Int64(plain) { return .number(String(whole)) }
      return Double(plain).flatMap { $0.isFinite ? .number(String($0)) : nil } ?? .string(text)
    case .choice(let choices):
      let known = choices.first { choice in
        choice.value == text
          || [choice.label.fr, choice.label.en].contains { $0.lowercased() == text.lowercased() }
      }
      return .string(known?.value ?? text)
    case .date:
      guard let match = text.wholeMatch(of: /(\d{1,2})\/(\d{1,2})\/(\d{4})/) else { return .string(text) }
      func padded(_ digits: Substring) -> String { digits.count == 1 ? "0" + digits : String(digits) }
      return .string("\(match.3)-\(padded(match.2))-\(padded(match.1))")
    default: return .string(text)
    }
  }
}
