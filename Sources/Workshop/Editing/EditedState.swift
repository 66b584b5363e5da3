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
  var seen: String { seen { own.at($0.path) } }

  /// What a form that stays open sends back after some of its edits were saved: of what its sender did not
  /// touch, still what they saw, so that what others changed meanwhile is not taken for theirs to undo.
  ///
  /// - Parameters:
  ///   - saved: The edits that were saved.
  ///   - merged: The fields that hold, beside what was saved, what others changed.
  func seen(after form: FormData, saved: [FieldEdit], merged: [[String]] = []) -> String {
    let before = Self.seen(form)
    let wanted = Dictionary(saved.map { ($0.path, $0.wanted) }) { _, last in last }
    return seen { field in
      guard let value = wanted[field.path] else { return before[field.key] }
      return merged.contains(field.path) ? value : own.at(field.path)
    }
  }

  private func seen(_ value: (EditedField) -> JSONValue?) -> String {
    let members = fields.map { ($0.key, value($0) ?? .null) }
    return JSONValue.object(Dictionary(members) { first, _ in first }).json
  }

  private static func seen(_ form: FormData) -> JSONValue {
    form[seenField].flatMap { try? JSONValue(parsing: Array($0.utf8)) } ?? .object([:])
  }

  /// The edits of a form: only what its sender changed.
  func edits(_ form: FormData) -> [FieldEdit] {
    let seen = Self.seen(form)
    return fields.compactMap { field in
      guard field.isIn(form), form.text(Self.choicePrefix + field.key) != "leur" else { return nil }
      let before = seen[field.key]
      let wanted = field.value(in: form, seen: before)
      guard wanted != (before ?? base.at(field.path)), !isSame(field, wanted, before) else { return nil }
      if wanted == nil, base.at(field.path) != nil {
        return field.emptied.map { FieldEdit(path: field.path, seen: before, wanted: $0) }
      }
      return FieldEdit(path: field.path, seen: before, wanted: wanted)
    }
  }

  /// The record as it is now, with what the sender of a form changed and could not be saved; of rows in conflict,
  /// those of the sender.
  func sent(_ form: FormData, saved: Set<[String]>, _ conflicts: [FieldConflict]) -> JSONValue {
    edits(form).filter { !saved.contains($0.path) }.reduce(own) { values, edit in
      let rows = conflicts.first { $0.path == edit.path }?.rows ?? []
      let shown = rows.isEmpty ? edit.wanted : .array(rows.compactMap(\.shown))
      return values.setting(shown, at: edit.path[...])
    }
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
