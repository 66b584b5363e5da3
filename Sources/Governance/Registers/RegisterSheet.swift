public import Messages
public import Register

/// A record of a register with its values, whatever its type.
public struct RegisterSheet: Sendable, Equatable {
  /// The id.
  public let id: String
  /// The slug of the organisation that keeps it.
  public let organization: String
  /// What people call it.
  public let title: String
  /// How it is kept.
  public let keeping: Keeping
  /// The whole record.
  public let values: JSONValue
}

/// A record of a register as a list shows it.
public struct RegisterLine: Sendable, Equatable {
  /// The id.
  public let id: String
  /// The slug of the organisation that keeps it.
  public let organization: String
  /// What people call it.
  public let title: String
  /// How it is kept.
  public let keeping: Keeping
}

/// What comes of edits to a record of a register.
public struct EditedSheet: Sendable {
  /// The record with every edit that meets no conflict.
  public let sheet: RegisterSheet
  /// The change to append; `nil` when nothing changes.
  public let draft: Draft?
  /// The edits left out, each with both values; of a list of groups, only rows are.
  public let conflicts: [FieldConflict]
  /// The lists of groups that hold what somebody else changed meanwhile, beside what this editor did.
  public let merged: [[String]]
}

extension RegisterKind {
  /// A record; `nil` where there is none.
  public func sheet(_ id: String, in snapshot: Snapshot) -> RegisterSheet? { erased.sheet(id, snapshot) }

  /// A record without its values, which cost more to gather; `nil` where there is none.
  public func line(_ id: String, in snapshot: Snapshot) -> RegisterLine? { erased.line(id, snapshot) }

  /// All records, by title.
  public func lines(in snapshot: Snapshot) -> [RegisterLine] { entries(in: snapshot).map(\.line) }

  /// A new record, from a model where one is named.
  ///
  /// - Parameters:
  ///   - values: Members that replace those of the model; the id, the organisation and the keeping are not
  ///     taken from it.
  ///   - keep: How it is kept, beside what is noted of its beginning.
  /// - Throws: `Failure` when a value is not of its field's type, or what the kind itself refuses.
  public func opened(
    id: String,
    organization: String,
    title: String,
    template: String? = nil,
    values: JSONValue = .object([:]),
    in snapshot: Snapshot,
    at now: Moment,
    keep: (inout Keeping) -> Void = { _ in }
  ) throws -> EditedSheet {
    var keeping = Keeping(createdAt: now, template: template)
    keep(&keeping)
    return try erased.opened(id, organization, title, keeping, values, snapshot, now)
  }

  /// A record edited field by field.
  ///
  /// - Throws: `Failure` `register.unknown` when it is not there, or what the kind itself refuses.
  public func edited(
    _ id: String,
    _ edits: [FieldEdit],
    in snapshot: Snapshot,
    at now: Moment
  ) throws -> EditedSheet { try erased.edited(id, edits, nil, snapshot, now) }

  /// A record with another keeping.
  ///
  /// - Throws: `Failure` `register.unknown` when it is not there, or what the kind itself refuses.
  public func kept(
    _ id: String,
    in snapshot: Snapshot,
    at now: Moment,
    change: (inout Keeping) -> Void
  ) throws -> EditedSheet {
    guard var keeping = erased.line(id, snapshot)?.keeping else { throw RegisterFailure.unknown }
    change(&keeping)
    return try erased.edited(id, [], keeping, snapshot, now)
  }

  /// What the kind's rules say of a record.
  public func assess(_ id: String, in snapshot: Snapshot, at now: Moment) -> [Assessment] {
    erased.assess(id, snapshot, now)
  }

  /// The removal of a record.
  public func removal(_ id: String) -> Draft { Draft(key: RecordKey(kind: name, id: id), body: nil) }

  /// How complete a record is.
  public func completeness(of sheet: RegisterSheet) -> Completeness {
    Completeness(of: sheet.values, fields: fields)
  }
}

/// Refusals about records of registers.
public enum RegisterFailure {
  /// There is no such record.
  public static let unknown = Failure(
    "register.unknown",
    .missing,
    fr: "Cette fiche n’existe pas, ou n’existe plus.",
    en: "There is no such record, or no more."
  )

  /// The id is taken.
  public static let idTaken = Failure(
    "register.id",
    .conflict,
    fr: "Cet identifiant est déjà pris.",
    en: "This id is taken.",
    remedy: Bilingual(fr: "Recommencez.", en: "Try again.")
  )
}
