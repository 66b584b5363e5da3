public import Governance
import Messages
public import Register

/// Puts a record of a register in force, or ends it.
public struct ChangeSheetStatus: Act {
  /// The act's name in the journal.
  public static var name: String { "change-sheet-status" }

  /// The register.
  public var register: RegisterKind
  /// The record's id.
  public var id: String
  /// What it becomes.
  public var status: Keeping.Status
  /// Why; needed to end it.
  public var reason: String?

  /// Prepares the act.
  public init(_ register: RegisterKind, _ id: String, _ status: Keeping.Status, reason: String? = nil) {
    self.register = register
    self.id = id
    self.status = status
    self.reason = reason
  }

  /// The right to decide.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [Permission(register.rights.decide, on: register.line(id, in: snapshot)?.organization)]
  }

  /// What the rules say of a record that is to be in force.
  public func assess(in context: ActContext) throws -> [Assessment] {
    guard status == .current, let sheet = register.sheet(id, in: context.snapshot) else { return [] }
    return RegisterRules.assess(register, sheet, in: context.snapshot, at: context.now)
  }

  /// The record; incomplete ones are not put in force.
  public func decide(in context: ActContext) throws -> Decision<RegisterSheet> {
    guard let sheet = register.sheet(id, in: context.snapshot) else { throw RegisterFailure.unknown }
    let now = sheet.keeping.status
    if now == status { return Decision([], outcome: sheet) }
    switch (now, status) {
    case (.draft, .current), (.ended, .current):
      let completeness = register.completeness(of: sheet)
      guard completeness.isComplete else { throw SheetFailure.incomplete(completeness) }
    case (.current, .ended):
      try Required.text(reason ?? "", "reason", fr: "La raison", en: "The reason")
      try Required.length(reason ?? "", max: 1000, "reason", fr: "La raison", en: "The reason")
    default: throw SheetFailure.status(now, status)
    }
    let kept = try register.kept(id, in: context.snapshot, at: context.now) { $0.status = status }
    return Decision([kept.draft].compactMap(\.self), outcome: kept.sheet)
  }
}

/// Shows a record in the public register once it is in force, or shows it no more.
public struct ShowSheet: Act {
  /// The act's name in the journal.
  public static var name: String { "show-sheet" }

  /// The register.
  public var register: RegisterKind
  /// The record's id.
  public var id: String
  /// Whether the public register shows it.
  public var isPublic: Bool

  /// Prepares the act.
  public init(_ register: RegisterKind, _ id: String, isPublic: Bool) {
    self.register = register
    self.id = id
    self.isPublic = isPublic
  }

  /// The right to decide.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [Permission(register.rights.decide, on: register.line(id, in: snapshot)?.organization)]
  }

  /// The record.
  public func decide(in context: ActContext) throws -> Decision<RegisterSheet> {
    guard let sheet = register.sheet(id, in: context.snapshot) else { throw RegisterFailure.unknown }
    guard !register.publicFields.isEmpty || !isPublic else { throw SheetFailure.closedRegister }
    if sheet.keeping.isPublic == isPublic { return Decision([], outcome: sheet) }
    let kept = try register.kept(id, in: context.snapshot, at: context.now) { $0.isPublic = isPublic }
    return Decision([kept.draft].compactMap(\.self), outcome: kept.sheet)
  }
}

/// Removes a draft from a register.
public struct RemoveSheet: Act {
  /// The act's name in the journal.
  public static var name: String { "remove-sheet" }

  /// The register.
  public var register: RegisterKind
  /// The record's id.
  public var id: String

  /// Prepares the act.
  public init(_ register: RegisterKind, _ id: String) {
    self.register = register
    self.id = id
  }

  /// The right to write.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [Permission(register.rights.write, on: register.line(id, in: snapshot)?.organization)]
  }

  /// The removal.
  public func decide(in context: ActContext) throws -> Decision<Void> {
    guard let sheet = register.sheet(id, in: context.snapshot) else { throw RegisterFailure.unknown }
    guard sheet.keeping.status == .draft else { throw SheetFailure.notDraft }
    return Decision([register.removal(id)], outcome: ())
  }
}
