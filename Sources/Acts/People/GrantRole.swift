import Catalogue
public import Governance
import Messages
public import Register

/// Gives someone a role on an organisation and those below it.
public struct GrantRole: Act {
  /// The act's name in the journal.
  public static var name: String { "grant-role" }

  /// The person's id.
  public var person: String
  /// The role and its organisation.
  public var role: RoleOnOrganization
  /// When it ends by itself; `nil` for never.
  public var until: Moment?

  /// Prepares the act.
  public init(_ role: RoleOnOrganization, to person: String, until: Moment? = nil) {
    self.role = role
    self.person = person
    self.until = until
  }

  /// The right to administer the organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [Permission(.administer, on: role.organization)]
  }

  /// The grant; no change where it holds already.
  public func decide(in context: ActContext) throws -> Decision<RoleGrant> {
    guard context.snapshot.record(Person.self, person) != nil else { throw PersonFailure.unknown }
    try PersonChecks.roles([role], in: context.snapshot)
    if let until, until <= context.now {
      throw Failure(
        "role.until",
        .invalid,
        fr: "La date de fin est déjà passée.",
        en: "The end date is past already.",
        pointer: "until"
      )
    }
    var grant = RoleGrant(
      person: person,
      role: role.role,
      organization: role.organization,
      until: until,
      grantedBy: context.actor.id
    )
    if let known = context.snapshot.record(RoleGrant.self, grant.id) {
      if known.until == until { return Decision([], outcome: known) }
      grant.grantedBy = context.actor.id
    }
    return Decision([try .put(grant)], outcome: grant)
  }
}

/// Takes a role back.
public struct RevokeRole: Act {
  /// The act's name in the journal.
  public static var name: String { "revoke-role" }

  /// The grant's id.
  public var grant: String
  /// Why.
  public var reason: String?

  /// Prepares the act.
  public init(_ grant: String, reason: String? = nil) {
    self.grant = grant
    self.reason = reason
  }

  /// The right to administer the organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [Permission(.administer, on: snapshot.record(RoleGrant.self, grant)?.organization)]
  }

  /// The grant's removal; no change where there is none.
  public func decide(in context: ActContext) throws -> Decision<Bool> {
    guard let known = context.snapshot.record(RoleGrant.self, grant) else {
      return Decision([], outcome: false)
    }
    let before = context.snapshot.hasAdministrator(at: context.now)
    let after = context.snapshot.hasAdministrator(at: context.now) { $0.id == known.id }
    guard !before || after else { throw PersonFailure.lastAdministrator }
    return Decision([.remove(RoleGrant.self, known.id)], outcome: true)
  }
}
