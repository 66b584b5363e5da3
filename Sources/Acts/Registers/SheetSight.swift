public import Governance
public import Register

/// What someone may see and do of an organisation's records in a register.
public struct SheetSight: Sendable, Equatable {
  /// Whether they may read them.
  public let mayRead: Bool
  /// Whether they may write drafts.
  public let mayWrite: Bool
  /// Whether they may put one in force, change it then, end it, show it.
  public let mayDecide: Bool

  /// Judges an actor's rights on the records of an organisation.
  public init(
    _ register: RegisterKind,
    of organization: String?,
    for actor: Register.Actor,
    in snapshot: Snapshot,
    at now: Moment
  ) {
    func holds(_ right: Permission.Right) -> Bool {
      Authorization.allows(Permission(right, on: organization), to: actor, in: snapshot, at: now)
    }
    mayRead = holds(register.rights.read)
    mayWrite = holds(register.rights.write)
    mayDecide = holds(register.rights.decide)
  }

  /// Whether a field is shown: what is restricted is for those who write or decide.
  public func sees(_ field: RecordField) -> Bool {
    mayRead && (field.deepestVisibility < .restricted || seesAll)
  }

  /// Whether what is restricted is shown too.
  public var seesAll: Bool { mayRead && (mayWrite || mayDecide) }

  /// Whether a record may be changed now: one in force by those who decide, one that ended by nobody.
  public func mayChange(_ status: Keeping.Status) -> Bool {
    switch status {
    case .draft: mayWrite || mayDecide
    case .current: mayDecide
    case .ended: false
    }
  }
}
