import Foundation
import Messages

/// The change someone makes to one field of a record, with the value they saw before.
///
/// Two people who edit different fields of the same record do not disturb each other; when both changed the
/// same one, the later is told and shown both values.
public struct FieldEdit: Sendable, Equatable {
  /// The field: keys from the outside in (`contact`, `email`).
  public let path: [String]
  /// The value the editor saw; `nil` for none.
  public let seen: JSONValue?
  /// The value the editor wants; `nil` for none.
  public let wanted: JSONValue?

  /// Notes an edit.
  public init(path: [String], seen: JSONValue?, wanted: JSONValue?) {
    self.path = path
    self.seen = seen
    self.wanted = wanted
  }
}

/// A field that somebody else changed meanwhile.
public struct FieldConflict: Sendable, Equatable {
  /// The field.
  public let path: [String]
  /// The value it has now.
  public let current: JSONValue?
  /// The value the later editor wants.
  public let wanted: JSONValue?
  /// The rows of a list of groups, of which some are in conflict; empty for any other field.
  public let rows: [RowMerge.Row]

  /// Notes a conflict.
  public init(path: [String], current: JSONValue?, wanted: JSONValue?, rows: [RowMerge.Row] = []) {
    self.path = path
    self.current = current
    self.wanted = wanted
    self.rows = rows
  }
}

/// What comes of edits to a record.
public struct EditedRecord<R: Record>: Sendable {
  /// The record with every edit that meets no conflict.
  public let record: R
  /// The edits left out, each with both values; of a list of groups, only rows are.
  public let conflicts: [FieldConflict]
  /// The lists of groups that hold what somebody else changed meanwhile, beside what this editor did.
  public let merged: [[String]]

  /// Gathers what came of edits.
  public init(record: R, conflicts: [FieldConflict], merged: [[String]] = []) {
    self.record = record
    self.conflicts = conflicts
    self.merged = merged
  }
}

extension Record {
  /// This record with edits made field by field.
  ///
  /// - Parameter rowByRow: Whether lists of groups that somebody else changed meanwhile are merged row by row
  ///   (`RowMerge`), or are in conflict as a whole, as where the order of the rows has a meaning.
  /// - Throws: `Failure` `record.field` when a value is not of the field's type.
  public func edited(_ edits: [FieldEdit], rowByRow: Bool = false) throws -> EditedRecord<Self> {
    var tree = try JSONValue(encoding: self)
    var conflicts: [FieldConflict] = []
    var merged: [[String]] = []
    for edit in edits where !edit.path.isEmpty {
      let current = tree.at(edit.path)
      if current == edit.wanted { continue }
      if current == edit.seen {
        tree = tree.setting(edit.wanted, at: edit.path[...])
      } else if rowByRow, let merge = RowMerge(edit, current) {
        merged.append(edit.path)
        tree = tree.setting(Self.list(merge.saved), at: edit.path[...])
        guard merge.hasConflict else { continue }
        conflicts.append(
          FieldConflict(
            path: edit.path,
            current: Self.list(merge.saved),
            wanted: Self.list(merge.wanted),
            rows: merge.rows
          )
        )
      } else {
        conflicts.append(FieldConflict(path: edit.path, current: current, wanted: edit.wanted))
      }
    }
    let edited = try decoded(tree, edits)
    return EditedRecord(record: edited, conflicts: conflicts, merged: merged)
  }

  private static func list(_ rows: [JSONValue]) -> JSONValue? { rows.isEmpty ? nil : .array(rows) }

  private func decoded(_ tree: JSONValue, _ edits: [FieldEdit]) throws -> Self {
    let edited: Self
    do { edited = try CanonicalJSON.decode(Self.self, from: Array(tree.json.utf8)) } catch {
      throw Failure(
        "record.field",
        .invalid,
        fr: "Une des valeurs saisies n’est pas du type attendu.",
        en: "One of the values is not of the expected type.",
        remedy: Bilingual(fr: "Vérifiez les champs signalés.", en: "Check the fields pointed at."),
        pointer: Self.pointer(error, edits)
      )
    }
    guard edited.id == id else {
      throw Failure(
        "record.id",
        .invalid,
        fr: "L’identifiant d’un enregistrement ne change pas.",
        en: "The id of a record does not change.",
        pointer: "id"
      )
    }
    return edited
  }

  private static func pointer(_ error: any Error, _ edits: [FieldEdit]) -> String? {
    let path =
      switch error {
      case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
        DecodingError.keyNotFound(_, let context), DecodingError.dataCorrupted(let context):
        context.codingPath.map(\.stringValue)
      default: edits.first?.path ?? []
      }
    return path.isEmpty ? nil : path.joined(separator: ".")
  }
}

extension RowMerge {
  /// The merge of an edit of a list of groups with what the list is now; `nil` for any other value.
  fileprivate init?(_ edit: FieldEdit, _ current: JSONValue?) {
    guard let base = Self.rows(edit.seen), let theirs = Self.rows(current), let mine = Self.rows(edit.wanted),
      !(base.isEmpty && theirs.isEmpty && mine.isEmpty)
    else { return nil }
    self.init(base: base, theirs: theirs, mine: mine)
  }
}

extension JSONValue {
  /// The value with another at a path of members; `nil` removes it.
  public func setting(_ value: JSONValue?, at path: ArraySlice<String>) -> JSONValue {
    guard let first = path.first else { return value ?? .null }
    var members: [String: JSONValue] = [:]
    if case .object(let known) = self { members = known }
    if path.count == 1 {
      members[first] = value
    } else if value != nil || members[first] != nil {
      members[first] = (members[first] ?? .object([:])).setting(value, at: path.dropFirst())
    }
    return .object(members)
  }
}
