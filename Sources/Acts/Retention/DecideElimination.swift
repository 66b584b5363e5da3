import Catalogue
import CivilTime
public import Governance
import Messages
public import Register

/// Approves an elimination, or refuses it.
public struct DecideElimination: Act {
  /// The act's name in the journal.
  public static var name: String { "decide-elimination" }

  /// The elimination's id.
  public var elimination: String
  /// Approved, or refused.
  public var isApproval: Bool
  /// Why, in the decider's words; needed to refuse.
  public var reason: String?

  /// Prepares the act.
  public init(_ elimination: String, isApproval: Bool, reason: String = "") {
    self.elimination = elimination
    self.isApproval = isApproval
    self.reason = reason.isEmpty ? nil : reason
  }

  /// The right to decide on what touches personal data.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    snapshot.eliminationPermissions(.protect, elimination)
  }

  /// The elimination as decided.
  ///
  /// One that is approved can still be refused until it is executed.
  public func decide(in context: ActContext) throws -> Decision<Elimination> {
    var known = try context.snapshot.elimination(elimination)
    guard known.isOpen, !(isApproval && known.state == .approved) else { throw RetentionFailure.decided }
    let text = (reason ?? "").trimmingBlanks
    if !isApproval { try Required.text(text, "reason", fr: "Le motif", en: "The reason") }
    try Required.length(text, max: 2000, "reason", fr: "Le motif", en: "The reason")
    let isOwn = known.proposedBy == context.actor.id && !context.actor.isThePlatform
    guard !isApproval || !isOwn else { throw RetentionFailure.ownWork }
    known.state = isApproval ? .approved : .refused
    known.isToRepeat = nil
    known.decidedBy = context.actor.id
    known.decidedAt = context.now
    known.decision = text.isEmpty ? nil : text
    known.keeping.updatedAt = context.now
    if !isApproval { known.keeping.status = .ended }
    return Decision([try .put(known)], outcome: known)
  }
}

/// Notes the visa that the archives gave to an elimination.
public struct RecordVisa: Act {
  /// The act's name in the journal.
  public static var name: String { "record-visa" }

  /// The elimination's id.
  public var elimination: String
  /// The number of the visa.
  public var number: String
  /// Its date, ISO 8601.
  public var date: String
  /// Who gave it: the director of the departmental archives.
  public var authority: String

  /// Prepares the act.
  public init(_ elimination: String, number: String, date: String, authority: String) {
    self.elimination = elimination
    self.number = number.trimmingBlanks
    self.date = date
    self.authority = authority.trimmingBlanks
  }

  /// The right to decide on what touches personal data.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    snapshot.eliminationPermissions(.protect, elimination)
  }

  /// The elimination with its visa.
  public func decide(in context: ActContext) throws -> Decision<Elimination> {
    var known = try context.snapshot.elimination(elimination)
    guard known.isOpen else { throw RetentionFailure.decided }
    try Required.text(number, "number", fr: "Le numéro du visa", en: "The number of the visa")
    try Required.text(authority, "authority", fr: "L’autorité", en: "The authority")
    try Required.length(number, max: 200, "number", fr: "Le numéro du visa", en: "The number of the visa")
    try Required.length(authority, max: 200, "authority", fr: "L’autorité", en: "The authority")
    try context.checkPast(date, "date", fr: "La date du visa", en: "The date of the visa")
    known.visaNumber = number
    known.visaDate = date
    known.visaAuthority = authority
    known.keeping.updatedAt = context.now
    return Decision([try .put(known)], outcome: known)
  }
}

/// Notes that what an elimination covers was transferred to an archive service.
public struct RecordTransfer: Act {
  /// The act's name in the journal.
  public static var name: String { "record-transfer" }

  /// The elimination's id.
  public var elimination: String
  /// The number of the transfer slip.
  public var slip: String
  /// The day of the transfer, ISO 8601.
  public var date: String

  /// Prepares the act.
  public init(_ elimination: String, slip: String, date: String) {
    self.elimination = elimination
    self.slip = slip.trimmingBlanks
    self.date = date
  }

  /// The right to decide on what touches personal data.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    snapshot.eliminationPermissions(.protect, elimination)
  }

  /// The elimination with its slip.
  public func decide(in context: ActContext) throws -> Decision<Elimination> {
    var known = try context.snapshot.elimination(elimination)
    guard known.isOpen else { throw RetentionFailure.decided }
    try Required.text(slip, "slip", fr: "Le bordereau", en: "The slip")
    try Required.length(slip, max: 200, "slip", fr: "Le bordereau", en: "The slip")
    try context.checkPast(date, "date", fr: "La date du versement", en: "The date of the transfer")
    known.slip = slip
    known.transferredOn = date
    known.keeping.updatedAt = context.now
    return Decision([try .put(known)], outcome: known)
  }
}

extension ActContext {
  /// Refuses what is no day, or a day to come.
  func checkPast(_ text: String, _ pointer: String, fr: String, en: String) throws {
    guard text.utf8.count == 10, let day = CivilDate(text), let today = CivilDate(now.day)
    else {
      throw RetentionFailure.visa(pointer, fr: "\(fr) n’est pas une date.", en: "\(en) is no date.")
    }
    guard day <= today else {
      throw RetentionFailure.visa(pointer, fr: "\(fr) est à venir.", en: "\(en) is yet to come.")
    }
  }
}

extension Snapshot {
  /// An elimination.
  func elimination(_ id: String) throws -> Elimination {
    guard let known = record(Elimination.self, id) else { throw RetentionFailure.unknown }
    return known
  }

  /// A right on whoever holds what is eliminated: the organisation of the elimination, and that of the data.
  func eliminationPermissions(_ right: Permission.Right, _ id: String) -> [Permission] {
    let known = record(Elimination.self, id)
    let own = Permission(right, on: known?.organization, dataset: known?.dataset)
    guard let slug = known?.dataset, let dataset = record(Dataset.self, slug) else { return [own] }
    return [own, Permission(right, on: dataset.organization, dataset: slug)]
  }
}
