import Catalogue
public import Governance
import Messages
public import Register

/// Invites someone to sign in, with roles, by a link that works once.
public struct InvitePerson: Act {
  /// The act's name in the journal.
  public static var name: String { "invite-person" }

  /// The invitation: its secret's hash, not its secret.
  public var invitation: Invitation

  /// Prepares the act.
  public init(_ invitation: Invitation) { self.invitation = invitation }

  /// The right to administer each organisation on which a role is given.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    invitation.roles.isEmpty
      ? [Permission(.administer)] : invitation.roles.map { Permission(.administer, on: $0.organization) }
  }

  /// The invitation.
  public func decide(in context: ActContext) throws -> Decision<Invitation> {
    var invitation = invitation
    invitation.email = PersonChecks.normalized(invitation.email)
    invitation.createdBy = context.actor.id
    invitation.acceptedBy = nil
    invitation.revokedAt = nil
    try PersonChecks.name(invitation.name)
    try PersonChecks.email(invitation.email)
    guard context.snapshot.record(Invitation.self, invitation.id) == nil else {
      throw PersonFailure.idTaken
    }
    if context.snapshot.person(email: invitation.email) != nil {
      throw PersonFailure.known(invitation.email)
    }
    try PersonChecks.roles(invitation.roles, in: context.snapshot)
    try PersonChecks.expiry(invitation.expiresAt, at: context.now)
    return Decision(try invitation.replacing(in: context), outcome: invitation)
  }
}

/// Makes the link by which the first administrator comes in, while nobody can.
public struct InviteFirstAdministrator: Act {
  /// The act's name in the journal.
  public static var name: String { "invite-first-administrator" }

  /// The invitation's id.
  public var id: String
  /// The SHA-256 of the link's secret, in hexadecimal.
  public var secretHash: String
  /// When the link stops working.
  public var expiresAt: Moment
  /// Whether they are the data protection officer too: so that one visitor of a demo sees everything.
  public var isOfficer: Bool

  /// Prepares the act.
  public init(id: String, secretHash: String, expiresAt: Moment, isOfficer: Bool = false) {
    self.id = id
    self.secretHash = secretHash
    self.expiresAt = expiresAt
    self.isOfficer = isOfficer
  }

  /// Only the platform itself may: nobody else can administer yet.
  public func permissions(in snapshot: Snapshot) -> [Permission] { [Permission(.administer)] }

  /// The invitation, which replaces the one made before it.
  public func decide(in context: ActContext) throws -> Decision<Invitation> {
    guard !context.snapshot.hasAdministrator(at: context.now) else {
      throw Failure(
        "person.administrator.known",
        .conflict,
        fr: "La plateforme a déjà un administrateur.",
        en: "The platform already has an administrator.",
        remedy: Bilingual(
          fr: "Demandez-lui une invitation, ou un nouveau lien de connexion.",
          en: "Ask them for an invitation, or for a new sign-in link."
        )
      )
    }
    let invitation = Invitation(
      id: id,
      name: "",
      email: "",
      roles: ([Role.administrator, .publisher, .steward] + (isOfficer ? [.dpo] : [])).map {
        RoleOnOrganization($0)
      },
      secretHash: secretHash,
      expiresAt: expiresAt,
      createdBy: context.actor.id
    )
    return Decision(try invitation.replacing(in: context), outcome: invitation)
  }
}

/// Withdraws an invitation.
public struct RevokeInvitation: Act {
  /// The act's name in the journal.
  public static var name: String { "revoke-invitation" }

  /// The invitation's id.
  public var invitation: String

  /// Prepares the act.
  public init(_ invitation: String) { self.invitation = invitation }

  /// The right to administer each organisation it gives a role on.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    let roles = snapshot.record(Invitation.self, invitation)?.roles ?? []
    return roles.isEmpty
      ? [Permission(.administer)] : roles.map { Permission(.administer, on: $0.organization) }
  }

  /// The invitation, closed; no change where it was closed already.
  public func decide(in context: ActContext) throws -> Decision<Invitation> {
    guard var known = context.snapshot.record(Invitation.self, invitation) else {
      throw PersonFailure.unknownInvitation
    }
    guard known.isOpen(at: context.now) else { return Decision([], outcome: known) }
    known.revokedAt = context.now
    return Decision([try .put(known)], outcome: known)
  }
}

extension Invitation {
  /// The invitation, and the end of those to the same address that nobody used.
  fileprivate func replacing(in context: ActContext) throws -> [Draft] {
    let replaced = context.snapshot.records(Invitation.self).filter {
      $0.email == email && $0.isOpen(at: context.now)
    }
    let ended = try replaced.map { old in
      var old = old
      old.revokedAt = context.now
      return try Draft.put(old)
    }
    return ended + [try .put(self)]
  }
}
