/// Something one may do: it reads a state and decides changes, or refuses.
///
/// An act may be decided several times, each time on a newer state, until its changes are taken: `decide`
/// has no effect of its own.
public protocol Act: Sendable {
  /// What the one who acts is told.
  associatedtype Outcome: Sendable

  /// The stable name in the journal: `publish-version`…
  static var name: String { get }

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
  /// What one may do. Roles are sets of rights.
  public enum Right: String, Sendable, Codable, CaseIterable {
    /// Change the territory's settings, its organisations and people.
    case administer
    /// Describe a dataset and deposit its data.
    case produce
    /// Make a dataset public, or withdraw it.
    case publish
    /// Waive a rule.
    case waive
    /// Erase personal data for good.
    case erase
  }

  /// The right.
  public let right: Right
  /// The organisation's slug; `nil` for the territory as a whole.
  public let organization: String?

  /// Names a right.
  public init(_ right: Right, on organization: String? = nil) {
    self.right = right
    self.organization = organization
  }
}
