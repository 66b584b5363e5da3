public import Register

/// A role on an organisation, or on the whole territory.
public struct RoleOnOrganization: Codable, Sendable, Hashable {
  /// The role.
  public var role: Role
  /// The organisation's slug; `nil` for the whole territory.
  public var organization: String?

  /// Pairs a role with an organisation.
  public init(_ role: Role, on organization: String? = nil) {
    self.role = role
    self.organization = organization
  }
}

/// A role that a person holds on an organisation and those below it.
public struct RoleGrant: Record {
  /// The kind's name in the journal.
  public static var kind: String { "role-grant" }

  /// The person, the role and the organisation: there is one grant of each, `p-1.publisher.voirie`.
  public var id: String
  /// The person's id.
  public var person: String
  /// The role.
  public var role: Role
  /// The organisation's slug; `nil` for the whole territory.
  public var organization: String?
  /// When it ends by itself, if it does.
  public var until: Moment?
  /// Who granted it: an actor's id.
  public var grantedBy: String

  /// Makes a grant.
  public init(
    person: String,
    role: Role,
    organization: String?,
    until: Moment? = nil,
    grantedBy: String
  ) {
    id = Self.id(person: person, role: role, organization: organization)
    self.person = person
    self.role = role
    self.organization = organization
    self.until = until
    self.grantedBy = grantedBy
  }

  /// The id of a grant.
  public static func id(person: String, role: Role, organization: String?) -> String {
    "\(person).\(role.rawValue).\(organization ?? "*")"
  }

  /// Whether it holds.
  public func holds(at now: Moment) -> Bool { until.map { now < $0 } ?? true }
}
