import Acts
import Catalogue
import Foundation
import Register
import Web

/// What is said of a dataset now: by the record being edited, and by what it changes.
struct DescriptionState {
  /// The record being edited.
  let own: JSONValue
  /// What holds where the record says nothing: the dataset that a deposit updates.
  let base: JSONValue
  let fields: [DescriptionField]

  /// What a form says against what its sender saw.
  struct Reading {
    var edits: [FieldEdit] = []
    /// What the sender saw in each field, to be sent back with the next form.
    var seen: [String: JSONValue] = [:]
  }

  /// The field of a form that holds what the sender saw.
  static let seenField = "vu"
  /// The prefix of the fields by which a conflict is settled.
  static let choicePrefix = "choix-"

  func shown(_ field: DescriptionField) -> JSONValue? { own.at(field.path) ?? base.at(field.path) }

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

  /// Whether a form shows the same for both: blanks around a text are no change.
  private func isSame(_ field: DescriptionField, _ wanted: JSONValue?, _ before: JSONValue?) -> Bool {
    let shown = field.shown(before ?? base.at(field.path))
      .mapValues { $0.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } }
    let now = field.shown(wanted)
      .mapValues { $0.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } }
    return shown == now
  }

  func field(at path: [String]) -> DescriptionField? { fields.first { $0.path == path } }
}

extension DescriptionState {
  /// The fields of a file’s columns too.
  static func fields(columns: [DatasetVersion.Column]) -> [DescriptionField] {
    DescriptionField.all
      + columns.enumerated().map { .column($0.offset + 1, $0.element.name) }
  }

  /// What a deposit says.
  init(_ deposit: Deposit, columns: [DatasetVersion.Column], _ snapshot: Snapshot) throws {
    own = try JSONValue(parsing: CanonicalJSON.encode(deposit))
    base =
      try deposit.dataset.flatMap { snapshot.record(Dataset.self, $0) }
      .map { try Self.tree($0, snapshot) } ?? .object([:])
    fields = Self.fields(columns: columns)
  }

  /// What a dataset says.
  init(_ dataset: Dataset, _ snapshot: Snapshot) throws {
    own = try Self.tree(dataset, snapshot)
    base = .object([:])
    fields = DescriptionField.all
  }

  /// A dataset, its declaration and its columns in the shape of a deposit.
  private static func tree(_ dataset: Dataset, _ snapshot: Snapshot) throws -> JSONValue {
    var members: [String: JSONValue] = [
      "description": try JSONValue(parsing: CanonicalJSON.encode(dataset)),
      "organization": .string(dataset.organization),
    ]
    if let declaration = snapshot.record(PublicationDeclaration.self, dataset.id) {
      let declared = try JSONValue(parsing: CanonicalJSON.encode(declaration))
      for member in ["holdsSecret", "holdsThirdPartyRights", "personalData"] {
        members[member] = declared[member]
      }
    }
    let version = dataset.currentVersion.flatMap { snapshot.record(DatasetVersion.self, $0) }
    let pairs = (version?.columns ?? []).compactMap { column in
      column.description.map { (column.name, JSONValue.string($0)) }
    }
    members["columnDescriptions"] = .object(Dictionary(pairs) { first, _ in first })
    return .object(members)
  }
}
