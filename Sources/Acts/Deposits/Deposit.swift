public import Register
public import Tabular

/// A file on its way to publication: what was dropped, the steps that mend it, and what is said of it.
public struct Deposit: Record {
  /// The kind's name in the journal.
  public static var kind: String { "deposit" }

  /// An opaque id, `d-…`.
  public var id: String
  /// The slug of the organisation it is for.
  public var organization: String
  /// The slug of the dataset it updates; `nil` for a new one.
  public var dataset: String?
  /// Who deposits: an actor's id.
  public var depositor: String
  /// The file, once it came.
  public var file: DepositedFile?
  /// How it came.
  public var origin: Origin
  /// The steps that mend the file.
  public var recipe: Recipe
  /// What is to change in the dataset's description.
  public var description: DatasetChanges
  /// What columns mean, by name.
  public var columnDescriptions: [String: String]
  /// Whether it holds a secret protected by law; `nil` while nobody said.
  public var holdsSecret: Bool?
  /// Whether a third party has rights that forbid re-use; `nil` while nobody said.
  public var holdsThirdPartyRights: Bool?
  /// Why columns that look personal may be public.
  public var personalData: PersonalDataGround?
  /// Where it is on its way.
  public var state: State
  /// What was decided about it since it last changed.
  public var decisions: [DepositDecision]
  /// When it is to be published by itself, once approved.
  public var plannedFor: Moment?
  /// Why it was held back, where it came by itself: each reason in both languages.
  public var holdReasons: [HoldReason]
  /// The id of the version it became.
  public var version: String?
  /// When it was opened.
  public var createdAt: Moment
  /// When it last changed.
  public var updatedAt: Moment

  /// How a file came.
  public enum Origin: String, Codable, Sendable, CaseIterable {
    /// Dropped in the workshop.
    case drop
    /// Sent by a machine with a token.
    case token
    /// Fetched from an address or a database.
    case fetch
  }

  /// Where a deposit is on its way.
  public enum State: String, Codable, Sendable, CaseIterable {
    /// Being prepared.
    case draft
    /// Awaiting a decision.
    case submitted
    /// Sent back with a comment.
    case returned
    /// Approved, and to be published.
    case approved
    /// Published.
    case published
    /// Given up.
    case abandoned

    /// Whether nothing more can happen to it.
    public var isOver: Bool { self == .published || self == .abandoned }
  }

  /// Opens a deposit.
  public init(
    id: String,
    organization: String,
    dataset: String? = nil,
    depositor: String,
    file: DepositedFile? = nil,
    origin: Origin = .drop,
    recipe: Recipe = Recipe(steps: []),
    description: DatasetChanges = DatasetChanges(),
    createdAt: Moment
  ) {
    self.id = id
    self.organization = organization
    self.dataset = dataset
    self.depositor = depositor
    self.file = file
    self.origin = origin
    self.recipe = recipe
    self.description = description
    columnDescriptions = [:]
    state = .draft
    decisions = []
    holdReasons = []
    self.createdAt = createdAt
    updatedAt = createdAt
  }
}

/// A file that was deposited, kept in the lake byte for byte.
public struct DepositedFile: Codable, Sendable, Equatable {
  /// The name it came with, without folders.
  public var name: String
  /// The SHA-256 of its bytes, in hexadecimal.
  public var digest: String
  /// Its size.
  public var bytes: Int

  /// Describes a file.
  public init(name: String, digest: String, bytes: Int) {
    self.name = name
    self.digest = digest
    self.bytes = bytes
  }
}

/// What someone decided about a deposit.
public struct DepositDecision: Codable, Sendable, Equatable {
  /// Who: an actor's id.
  public var by: String
  /// In which quality: `review` for a steward or a publisher, `protect` for who answers for personal data.
  public var right: Permission.Right
  /// Approved, or sent back.
  public var isApproval: Bool
  /// In the decider's words.
  public var comment: String
  /// When.
  public var at: Moment

  /// Notes a decision.
  public init(by: String, right: Permission.Right, isApproval: Bool, comment: String, at: Moment) {
    self.by = by
    self.right = right
    self.isApproval = isApproval
    self.comment = comment
    self.at = at
  }
}

/// A reason for which a deposit that came by itself waits for a person.
public struct HoldReason: Codable, Sendable, Equatable {
  /// In French.
  public var fr: String
  /// In English.
  public var en: String

  /// States a reason.
  public init(fr: String, en: String) {
    self.fr = fr
    self.en = en
  }
}
