public import Register

/// An invitation to sign in for the first time, by a link that works once.
public struct Invitation: Record {
  /// The kind's name in the journal.
  public static var kind: String { "invitation" }

  /// An opaque id, `i-…`.
  public var id: String
  /// The name of who is invited.
  public var name: String
  /// The e-mail address, in lower case.
  public var email: String
  /// The roles the person gets on accepting.
  public var roles: [RoleOnOrganization]
  /// The SHA-256 of the link's secret, in hexadecimal: the secret itself is kept nowhere.
  public var secretHash: String
  /// When the link stops working.
  public var expiresAt: Moment
  /// Who invited: an actor's id.
  public var createdBy: String
  /// The person made by accepting, once accepted.
  public var acceptedBy: String?
  /// When it was withdrawn, if it was.
  public var revokedAt: Moment?

  /// Makes an invitation.
  public init(
    id: String,
    name: String,
    email: String,
    roles: [RoleOnOrganization],
    secretHash: String,
    expiresAt: Moment,
    createdBy: String,
    acceptedBy: String? = nil,
    revokedAt: Moment? = nil
  ) {
    self.id = id
    self.name = name
    self.email = email
    self.roles = roles
    self.secretHash = secretHash
    self.expiresAt = expiresAt
    self.createdBy = createdBy
    self.acceptedBy = acceptedBy
    self.revokedAt = revokedAt
  }

  /// Whether its link still works.
  public func isOpen(at now: Moment) -> Bool {
    acceptedBy == nil && revokedAt == nil && now < expiresAt
  }
}
