public import Messages
public import Register

/// A key for machines: it belongs to an organisation, does a few things on some datasets until a date.
public struct AccessToken: Record {
  /// The kind's name in the journal.
  public static var kind: String { "token" }

  /// An opaque id, `t-…`, which is also the public part of the key.
  public var id: String
  /// What it is for.
  public var label: String
  /// The slug of the organisation it belongs to; it acts on it and on those below.
  public var organization: String
  /// What it may do.
  public var actions: Set<Action>
  /// The slugs of the datasets it may touch; `nil` for all of the organisation's.
  public var datasets: Set<String>?
  /// The SHA-256 of its secret, in hexadecimal: the secret is shown once and kept nowhere.
  public var secretHash: String
  /// When it stops working.
  public var expiresAt: Moment
  /// Who made it: an actor's id.
  public var createdBy: String
  /// When it was made.
  public var createdAt: Moment
  /// When it was revoked, if it was.
  public var revokedAt: Moment?
  /// The access request it answers, when it gives someone access to restricted data.
  public var accessRequest: String?

  /// What a token may do.
  public enum Action: String, Codable, Sendable, CaseIterable {
    /// Read data that is not open.
    case read
    /// Describe datasets and deposit versions.
    case deposit
    /// Publish what it deposits.
    case publish

    /// The rights it gives.
    public var rights: Set<Permission.Right> {
      switch self {
      case .read: [.read]
      case .deposit: [.read, .produce]
      case .publish: [.read, .produce, .publish]
      }
    }

    /// What people call it.
    public var label: Bilingual {
      switch self {
      case .read: Bilingual(fr: "Lire", en: "Read")
      case .deposit: Bilingual(fr: "Déposer", en: "Deposit")
      case .publish: Bilingual(fr: "Publier", en: "Publish")
      }
    }
  }

  /// Makes a token.
  public init(
    id: String,
    label: String,
    organization: String,
    actions: Set<Action>,
    datasets: Set<String>? = nil,
    secretHash: String,
    expiresAt: Moment,
    createdBy: String,
    createdAt: Moment,
    revokedAt: Moment? = nil,
    accessRequest: String? = nil
  ) {
    self.id = id
    self.label = label
    self.organization = organization
    self.actions = actions
    self.datasets = datasets
    self.secretHash = secretHash
    self.expiresAt = expiresAt
    self.createdBy = createdBy
    self.createdAt = createdAt
    self.revokedAt = revokedAt
    self.accessRequest = accessRequest
  }

  /// Whether it works.
  public func isOpen(at now: Moment) -> Bool { revokedAt == nil && now < expiresAt }

  /// Whether it may touch a dataset; `nil` stands for what is about no dataset in particular.
  public func covers(dataset slug: String?) -> Bool {
    guard let datasets else { return true }
    return slug.map(datasets.contains) ?? false
  }
}
