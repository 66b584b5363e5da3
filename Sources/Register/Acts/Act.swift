/// Something one may do: it reads a state and decides changes, or refuses.
///
/// An act may be decided several times, each time on a newer state, until its changes are taken: `decide`
/// has no effect of its own.
public protocol Act: Sendable {
  /// What the one who acts is told.
  associatedtype Outcome: Sendable

  /// The stable name in the journal: `publish-version`…
  static var name: String { get }

  /// Whether visitors of the public site may do it; what they may do is little, and moderated.
  static var isOpenToVisitors: Bool { get }

  /// Why, in the actor's words.
  var reason: String? { get }

  /// The rights it takes, all of them, each on its organisation.
  func permissions(in snapshot: Snapshot) -> [Permission]

  /// What the rules say of it; those that block refuse the act.
  func assess(in context: ActContext) throws -> [Assessment]

  /// The changes.
  ///
  /// - Throws: `Failure` when the act cannot be done in this state.
  func decide(in context: ActContext) throws -> Decision<Outcome>
}

extension Act {
  /// Only those who are known may do it.
  public static var isOpenToVisitors: Bool { false }

  /// No reason is given.
  public var reason: String? { nil }

  /// No rule bears on the act.
  public func assess(in context: ActContext) throws -> [Assessment] { [] }
}

/// What an act decides upon.
public struct ActContext: Sendable {
  /// The state.
  public let snapshot: Snapshot
  /// Who acts.
  public let actor: Actor
  /// When.
  public let now: Moment

  /// Makes a context.
  public init(snapshot: Snapshot, actor: Actor, now: Moment) {
    self.snapshot = snapshot
    self.actor = actor
    self.now = now
  }
}

/// What an act changes and answers.
public struct Decision<Outcome: Sendable>: Sendable {
  /// The changes; none where all is as it should be already.
  public var drafts: [Draft]
  /// The positions whose bodies are erased.
  public var erasing: [Int]
  /// The answer.
  public var outcome: Outcome

  /// Makes a decision.
  public init(_ drafts: [Draft], erasing: [Int] = [], outcome: Outcome) {
    self.drafts = drafts
    self.erasing = erasing
    self.outcome = outcome
  }
}

/// A right on an organisation, or on the whole territory.
public struct Permission: Sendable, Hashable {
  /// What one may do.
  ///
  /// Roles are sets of rights.
  public enum Right: String, Sendable, Codable, CaseIterable {
    /// Read data and drafts that are not public.
    case read
    /// Describe a dataset and deposit its data.
    case produce
    /// Review what was deposited: approve it or send it back.
    case review
    /// Make a dataset public, or withdraw it.
    case publish
    /// Waive a rule.
    case waive
    /// Decide on what touches personal data.
    case protect
    /// Decide on comments and re-uses that come from the public.
    case moderate
    /// Decide who may read data that is not open.
    case grantAccess = "grant-access"
    /// See who did and saw what.
    case audit
    /// Change the territory's settings, its organisations, people and tokens.
    case administer
    /// Erase personal data for good.
    case erase
  }

  /// The right.
  public let right: Right
  /// The organisation's slug; `nil` for the territory as a whole.
  public let organization: String?
  /// The dataset's slug, where it is about one: tokens may be bound to some datasets.
  public let dataset: String?

  /// Names a right.
  public init(_ right: Right, on organization: String? = nil, dataset: String? = nil) {
    self.right = right
    self.organization = organization
    self.dataset = dataset
  }
}
