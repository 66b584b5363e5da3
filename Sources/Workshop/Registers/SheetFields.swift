import Acts
import Foundation
import Governance
import Register
import Web

/// The fields of a register’s record as forms hold them, made from their declarations.
enum SheetFields {
  /// The prefix of their names in forms; the keys follow, with dots.
  static let prefix = "f"
  /// The button pressed in a form that adds, removes or moves a row.
  static let command = "faire"

  /// The name in forms of the field at a path.
  static func name(_ path: [String]) -> String { ([prefix] + path).joined(separator: ".") }

  /// Everything a person may change: groups are taken apart, lists of groups are not.
  static func edited(_ fields: [RecordField]) -> [EditedField] {
    fields.flatMap { edited($0, at: [$0.key]) }
      + EditSheet.keepingPaths.map { path in
        edited(path == ["keeping", "reviewOn"] ? EditSheet.reviewOn : EditSheet.responsible, at: path)[0]
      }
  }

  private static func edited(_ field: RecordField, at path: [String]) -> [EditedField] {
    switch field.type {
    case .blob, .list(.blob): []
    case .group(let inner): inner.flatMap { edited($0, at: path + [$0.key]) }
    default: [one(field.type, at: path)]
    }
  }

  private static func one(_ type: RecordField.FieldType, at path: [String]) -> EditedField {
    let name = name(path)
    return EditedField(
      key: name,
      path: path,
      names: [name],
      emptied: nil,
      readSeen: { form, seen in restored(read(type, name, form), from: seen, type) },
      write: { [shown($0, type)] }
    )
  }

  /// The rows that a form shows as they were seen, as they were: what it rounds is no change of theirs.
  private static func restored(
    _ value: JSONValue?,
    from seen: JSONValue?,
    _ type: RecordField.FieldType
  ) -> JSONValue? {
    guard case .list(.group(let fields)) = type, case .array(let rows)? = value else { return value }
    var known = (seen?.items ?? []).map { (row: $0, shown: normal($0, fields)) }
    let restored = rows.map { row in
      let shown = normal(row, fields)
      return known.firstIndex { $0.shown == shown }.map { known.remove(at: $0).row } ?? row
    }
    return .array(restored)
  }

  // MARK: Reading

  /// What the fields of a name say; a text that is no value of the type stays, to be refused in words.
  static func read(_ type: RecordField.FieldType, _ name: String, _ form: FormData) -> JSONValue? {
    switch type {
    case .list(.group(let fields)): rows(fields, name, form)
    case .list(.choice), .list(.reference): chosen(name, form)
    case .list(let element): lines(element, form.text(name))
    case .group(let fields): object(fields, name, form, [:])
    default: scalar(type, form.text(name))
    }
  }

  private static func scalar(_ type: RecordField.FieldType, _ text: String) -> JSONValue? {
    guard !text.isEmpty else { return nil }
    switch type {
    case .boolean: return text == "oui" ? .boolean(true) : text == "non" ? .boolean(false) : .string(text)
    case .integer: return Int(text.filter { !$0.isWhitespace }).map { .number(String($0)) } ?? .string(text)
    case .number:
      let plain = text.filter { !$0.isWhitespace }.replacing(",", with: ".")
      guard let number = Double(plain), number.isFinite else { return .string(text) }
      return .number(Int64(plain).map(String.init) ?? String(number))
    case .moment: return .string(FrenchTime.utc(local: text) ?? text)
    case .date: return .string(isoDay(text))
    case .formatted: return .string(text)
    case .reference: return .string(Proposals.id(in: text))
    default: return .string(text)
    }
  }

  /// A day as people may type it, `31/03/2026`, in ISO 8601.
  private static func isoDay(_ text: String) -> String {
    guard let match = text.wholeMatch(of: /(\d{1,2})\/(\d{1,2})\/(\d{4})/) else { return text }
    func padded(_ digits: Substring) -> String { digits.count == 1 ? "0" + digits : String(digits) }
    return "\(match.3)-\(padded(match.2))-\(padded(match.1))"
  }

  private static func lines(_ element: RecordField.FieldType, _ text: String) -> JSONValue? {
    let values = text.split(separator: "\n").compactMap {
      scalar(element, $0.trimmingCharacters(in: .whitespaces))
    }
    return values.isEmpty ? nil : .array(values)
  }

  /// The boxes ticked, and what was chosen in the list that adds one.
  private static func chosen(_ name: String, _ form: FormData) -> JSONValue? {
    var seen: Set<String> = []
    let values = (form.all(name) + form.all(name + "+").map(Proposals.id))
      .filter { !$0.isEmpty && seen.insert($0).inserted }
    return values.isEmpty ? nil : .array(values.map { .string($0) })
  }

  private static func object(
    _ fields: [RecordField],
    _ name: String,
    _ form: FormData,
    _ rest: [String: JSONValue]
  ) -> JSONValue? {
    var members = rest
    for field in fields where field.type != .blob {
      members[field.key] = read(field.type, "\(name).\(field.key)", form)
    }
    return members.isEmpty ? nil : .object(members)
  }

  /// The rows of a repeated group, in the order of the form; those that say nothing are left out.
  private static func rows(_ fields: [RecordField], _ name: String, _ form: FormData) -> JSONValue? {
    let rows = arranged(tokens(name, form), name, form[command] ?? "").compactMap { token in
      let row = "\(name).\(token)"
      switch RowDispute.choice(row, form) {
      case .row(let chosen): return chosen
      case .none: return object(fields, row, form, hidden("\(row).\(hiddenKey)", form))
      }
    }
    .filter { !$0.isBlank }
    return rows.isEmpty ? nil : .array(rows)
  }

  /// The key under which a row carries what its fields do not show.
  static let hiddenKey = "_"

  private static func hidden(_ name: String, _ form: FormData) -> [String: JSONValue] {
    guard let text = form[name], case .object(let members)? = try? JSONValue(parsing: Array(text.utf8)) else {
      return [:]
    }
    return members
  }

  private static func tokens(_ name: String, _ form: FormData) -> [Substring] {
    var seen: Set<Substring> = []
    return form.fields.compactMap { field in
      guard field.name.hasPrefix(name + ".") else { return nil }
      let token = field.name.dropFirst(name.count + 1).prefix { $0 != "." }
      return seen.insert(token).inserted ? token : nil
    }
  }

  /// The rows after what a button asked where scripts do not run: `retirer:f.recipients.2`.
  private static func arranged(_ tokens: [Substring], _ name: String, _ command: String) -> [Substring] {
    var tokens = tokens
    let parts = command.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, parts[1].hasPrefix(name + ".") else { return tokens }
    guard let index = tokens.firstIndex(of: parts[1].dropFirst(name.count + 1)) else { return tokens }
    switch parts[0] {
    case "retirer": tokens.remove(at: index)
    case "monter" where index > 0: tokens.swapAt(index, index - 1)
    case "descendre" where index < tokens.count - 1: tokens.swapAt(index, index + 1)
    default: break
    }
    return tokens
  }

  // MARK: Showing

  /// What the fields of a name show of a value.
  static func shown(_ value: JSONValue?, _ type: RecordField.FieldType) -> [String] {
    guard let value else { return [""] }
    switch type {
    case .list(.group(let fields)): return [JSONValue.array(value.items.map { normal($0, fields) }).json]
    case .list(.choice), .list(.reference): return value.items.map(\.text)
    case .list(let element):
      return [value.items.map { shown($0, element)[0] }.joined(separator: "\n")]
    case .boolean:
      switch value {
      case .boolean(let flag): return [flag ? "oui" : "non"]
      default: return [value.text]
      }
    case .moment: return [FrenchTime.local(utc: value.text) ?? value.text]
    default: return [value.text]
    }
  }

  /// A row as forms tell two apart: without blanks, moments to the minute.
  private static func normal(_ value: JSONValue, _ fields: [RecordField]) -> JSONValue {
    var members: [String: JSONValue] = [:]
    for field in fields {
      guard let inner = value[field.key], !inner.isBlank else { continue }
      let texts = shown(inner, field.type).map {
        JSONValue.string($0.trimmingCharacters(in: .whitespacesAndNewlines))
      }
      members[field.key] = .array(texts)
    }
    return .object(members)
  }
}
