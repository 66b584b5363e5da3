import Foundation
import Register
import Web

/// What is said of a record now: by the record being edited, and by what it changes.
struct EditedState {
  /// The record being edited.
  let own: JSONValue
  /// What holds where the record says nothing: the dataset that a deposit updates.
  let base: JSONValue
  let fields: [EditedField]

  /// The field of a form that holds what the sender saw.
  static let seenField = "vu"
  /// The prefix of the fields by which a conflict is settled.
  static let choicePrefix = "choix-"

  init(own: JSONValue, base: JSONValue = .object([:]), fields: [EditedField]) {
    self.own = own
    self.base = base
    self.fields = fields
  }

  func shown(_ field: EditedField) -> JSONValue? { own.at(field.path) ?? base.at(field.path) }

  /// What stands in the form.
  var values: [String: [String]] {
    var values: [String: [String]] = [:]
    for field in fields { values.merge(field.shown(shown(field))) { first, _ in first } }
    return values
  }

  /// What the form sends back, to tell later what its sender saw.
  var seen: String {
    let members = fields.map { ($0.key, own.at($0.path) ?? .null) }
    return JSONValue.object(Dictionary(members) { first, _ in first }).json
  }

  /// The edits of a form: only what its sender changed.
  func edits(_ form: FormData) -> [FieldEdit] {
    let seen = form[Self.seenField].flatMap { try? JSONValue(parsing: Array($0.utf8)) } ?? .object([:])
    return fields.compactMap { field in
      guard field.isIn(form), form.text(Self.choicePrefix + field.key) != "leur" else { return nil }
      let before = seen[field.key]
      let wanted = field.value(in: form)
      guard wanted != (before ?? base.at(field.path)), !isSame(field, wanted, before) else { return nil }
      if wanted == nil, base.at(field.path) != nil {
        return field.emptied.map { FieldEdit(path: field.path, seen: before, wanted: $0) }
      }
      return FieldEdit(path: field.path, seen: before, wanted: wanted)
    }
  }

  /// The record as a form says it, what cannot be kept included.
  func sent(_ form: FormData) -> JSONValue {
    fields.filter { $0.isIn(form) }.reduce(own) { $0.setting($1.value(in: form), at: $1.path[...]) }
  }

  /// Whether a form shows the same for both: blanks around a text are no change.
  private func isSame(_ field: EditedField, _ wanted: JSONValue?, _ before: JSONValue?) -> Bool {
    let shown = field.shown(before ?? base.at(field.path))
      .mapValues { $0.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } }
    let now = field.shown(wanted)
      .mapValues { $0.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } }
    return shown == now
  }

  func field(at path: [String]) -> EditedField? { fields.first { $0.path == path } }
}
