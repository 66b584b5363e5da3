import Foundation
import Governance
import Messages
public import Register
import Tabular

/// What is asked of the values of any field, whatever its register.
public enum SheetChecks {
  static let longestLine = 1_000
  static let longestText = 20_000
  static let mostItems = 500

  /// Checks a value against its field; what is inside groups and lists too.
  ///
  /// - Parameters:
  ///   - known: The value before: references in it are not asked to be there any more.
  ///   - coming: Records that are not there yet, but will be with this value.
  /// - Throws: `Failure` whose pointer is the path of the value at fault, with dots.
  public static func check(
    _ value: JSONValue?,
    _ field: RecordField,
    at path: [String],
    known: JSONValue? = nil,
    coming: Set<RecordKey> = [],
    in snapshot: Snapshot
  ) throws {
    guard let value, value != .null else { return }
    let check = ValueCheck(label: field.label, snapshot: snapshot, known: references(known), coming: coming)
    try check.check(value, field.type, path)
  }

  /// Every text of a value, in which known references are looked for.
  private static func references(_ value: JSONValue?) -> Set<String> {
    switch value {
    case .string(let text)?: [text]
    case .array(let values)?: values.reduce(into: []) { $0.formUnion(references($1)) }
    case .object(let members)?: members.values.reduce(into: []) { $0.formUnion(references($1)) }
    default: []
    }
  }

  /// The field at a path of keys, groups entered; `nil` where none is declared.
  public static func field(at path: [String], among fields: [RecordField]) -> RecordField? {
    guard let first = path.first, let field = fields.first(where: { $0.key == first }) else { return nil }
    if path.count == 1 { return field }
    guard case .group(let inner) = field.type else { return nil }
    return Self.field(at: Array(path.dropFirst()), among: inner)
  }

  /// Whether a day is one of the calendar, ISO 8601.
  public static func isDay(_ text: String) -> Bool {
    text.utf8.count == 10 && Moment(text).map { $0.day == text } == true
  }
}

/// The check of one value and of what is inside it.
private struct ValueCheck {
  let label: Bilingual
  let snapshot: Snapshot
  let known: Set<String>
  let coming: Set<RecordKey>

  func check(_ value: JSONValue, _ type: RecordField.FieldType, _ path: [String]) throws {
    switch type {
    case .group(let fields): try group(value, fields, path)
    case .list(let element): try list(value, element, path)
    case .boolean:
      guard case .boolean = value else { throw fault(path, "boolean", Self.boolean) }
    case .integer:
      guard case .number(let text) = value, Int(text) != nil else {
        throw fault(path, "integer", Self.integer)
      }
    case .number:
      guard case .number = value else { throw fault(path, "number", Self.number) }
    default: try text(value, type, path)
    }
  }

  private func group(_ value: JSONValue, _ fields: [RecordField], _ path: [String]) throws {
    guard case .object(let members) = value else { throw fault(path, "shape", Self.shape) }
    for field in fields {
      guard let inner = members[field.key], inner != .null else { continue }
      let check = ValueCheck(label: field.label, snapshot: snapshot, known: known, coming: coming)
      try check.check(inner, field.type, path + [field.key])
    }
  }

  private func list(_ value: JSONValue, _ element: RecordField.FieldType, _ path: [String]) throws {
    guard case .array(let items) = value else { throw fault(path, "shape", Self.shape) }
    guard items.count <= SheetChecks.mostItems else {
      throw fault(
        path,
        "items",
        Bilingual(
          fr: "n’accepte pas plus de \(SheetChecks.mostItems) lignes",
          en: "takes no more than \(SheetChecks.mostItems) lines"
        )
      )
    }
    for (index, item) in items.enumerated() { try check(item, element, path + [String(index)]) }
  }

  private func text(_ value: JSONValue, _ type: RecordField.FieldType, _ path: [String]) throws {
    guard case .string(let text) = value else { throw fault(path, "text", Self.text) }
    let longest = type == .markdown ? SheetChecks.longestText : SheetChecks.longestLine
    guard text.unicodeScalars.count <= longest else {
      throw fault(
        path,
        "length",
        Bilingual(fr: "dépasse \(longest) caractères", en: "is longer than \(longest) characters")
      )
    }
    switch type {
    case .date: if !SheetChecks.isDay(text) { throw fault(path, "date", Self.date) }
    case .moment: if Moment(text) == nil { throw fault(path, "moment", Self.moment) }
    case .email:
      if text.wholeMatch(of: /[^\s@]+@[^\s@]+\.[^\s@.]+/) == nil { throw fault(path, "email", Self.email) }
    case .url:
      if text.wholeMatch(of: /https?:\/\/[^\s\/]+\S*/) == nil { throw fault(path, "url", Self.url) }
    case .formatted(let name):
      if let format = ValueFormat(name), !format.matches(text) {
        let expected = format.expected
        throw fault(
          path,
          "format",
          Bilingual(fr: "doit être \(expected.fr)", en: "must be \(expected.en)")
        )
      }
    case .choice(let choices):
      if !choices.contains(where: { $0.value == text }) { throw fault(path, "choice", Self.choice) }
    case .reference(let kind):
      let key = RecordKey(kind: kind, id: text)
      let isThere = coming.contains(key) || snapshot.has(key)
      if !isThere, !known.contains(text) { throw fault(path, "reference", Self.reference) }
    default: break
    }
  }

  private func fault(_ path: [String], _ code: String, _ what: Bilingual) -> Failure {
    Failure(
      "register.value.\(code)",
      .invalid,
      fr: "«\u{A0}\(label.fr)\u{A0}» \(what.fr).",
      en: "“\(label.en)” \(what.en).",
      pointer: path.joined(separator: ".")
    )
  }

  private static let shape = Bilingual(fr: "n’a pas la forme attendue", en: "is not of the expected shape")
  private static let boolean = Bilingual(fr: "attend oui ou non", en: "takes yes or no")
  private static let integer = Bilingual(fr: "attend un nombre entier", en: "takes a whole number")
  private static let number = Bilingual(fr: "attend un nombre", en: "takes a number")
  private static let text = Bilingual(fr: "attend un texte", en: "takes a text")
  private static let date = Bilingual(
    fr: "attend une date qui existe, comme 2026-03-31",
    en: "takes a day that exists, such as 2026-03-31"
  )
  private static let moment = Bilingual(fr: "attend une date et une heure", en: "takes a day and a time")
  private static let email = Bilingual(
    fr: "attend une adresse électronique, comme mairie@exemple.fr",
    en: "takes an e-mail address, such as town@example.org"
  )
  private static let url = Bilingual(
    fr: "attend une adresse qui commence par https://",
    en: "takes an address that starts with https://"
  )
  private static let choice = Bilingual(fr: "attend un choix de la liste", en: "takes a choice of the list")
  private static let reference = Bilingual(
    fr: "désigne une fiche qui n’existe pas",
    en: "names a record that does not exist"
  )
}
