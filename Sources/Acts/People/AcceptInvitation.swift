public import Governance
import Messages
public import Register

/// Accepts an invitation: whoever holds its secret becomes a person with the roles it gives.
///
/// It works once.
public struct AcceptInvitation: Act {
  /// The act's name in the journal.
  public static var name: String { "accept-invitation" }

  /// Nobody is signed in yet: the secret is what opens.
  public static var isOpenToVisitors: Bool { true }

  /// The SHA-256 of the link's secret, in hexadecimal.
  public var secretHash: String
  /// The id of the person to be, `p-…`.
  public var person: String
  /// The name, as the person writes it.
  public var name: String
  /// The e-mail address; asked only where the invitation has none.
  public var email: String?
  /// The language, `fr` or `en`.
  public var language: String

  /// Prepares the act.
  public init(
    secretHash: String,
    person: String,
    name: String,
    email: String? = nil,
    language: String = "fr"
  ) {
    self.secretHash = secretHash
    self.person = person
    self.name = name
    self.email = email
    self.language = language
  }

  /// None: the secret is enough.
  public func permissions(in snapshot: Snapshot) -> [Permission] { [] }

  /// The person and their roles.
  public func decide(in context: ActContext) throws -> Decision<Person> {
    guard var invitation = context.snapshot.openInvitation(secretHash: secretHash, at: context.now) else {
      throw PersonFailure.unknownInvitation
    }
    guard context.snapshot.record(Person.self, person) == nil else { throw PersonFailure.idTaken }
    // The address of an invitation is where it was sent: it is not for the guest to choose.
    let address = invitation.email.isEmpty ? PersonChecks.normalized(email ?? "") : invitation.email
    try PersonChecks.name(name)
    try PersonChecks.email(address)
    if context.snapshot.person(email: address) != nil { throw PersonFailure.known(address) }
    let made = Person(
      id: person,
      name: name.trimmingBlanks,
      email: address,
      language: language == "en" ? "en" : "fr",
      createdAt: context.now
    )
    invitation.acceptedBy = made.id
    let grants = try Set(invitation.roles).map { role in
      try Draft.put(
        RoleGrant(
          person: made.id,
          role: role.role,
          organization: role.organization,
          grantedBy: invitation.createdBy
        )
      )
    }
    return Decision(
      [try .put(made), try .put(invitation)] + grants.sorted { $0.key < $1.key },
      outcome: made
    )
  }
}
