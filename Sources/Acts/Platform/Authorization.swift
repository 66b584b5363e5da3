import Catalogue
public import Governance
import Messages
public import Register

/// Who may do what.
///
/// Everything is refused but what is granted.
public enum Authorization {
  /// Refuses whoever cannot act at all: a person who is unknown or suspended, a token that is over, a visitor
  /// where the act is not open to visitors.
  static func check(_ actor: Actor, isOpenToVisitors: Bool, in context: ActContext) throws {
    let stands =
      actor.isThePlatform || standing(actor, in: context.snapshot, at: context.now)
      || (actor == .visitor && isOpenToVisitors)
    guard stands else { throw unknownActor }
  }

  /// Refuses an act the actor has no right to.
  static func check(
    _ permission: Permission,
    of actor: Actor,
    in snapshot: Snapshot,
    at now: Moment
  ) throws {
    guard allows(permission, to: actor, in: snapshot, at: now) else { throw forbidden }
  }

  /// Whether an actor has a right.
  public static func allows(
    _ permission: Permission,
    to actor: Actor,
    in snapshot: Snapshot,
    at now: Moment
  ) -> Bool {
    let reach = Reach(of: permission.right, actor, dataset: permission.dataset, in: snapshot, at: now)
    return permission.organization.map(reach.covers) ?? reach.isEverywhere
  }

  /// Whether an actor holds a right somewhere, on any organisation.
  public static func holds(
    _ right: Permission.Right,
    _ actor: Actor,
    in snapshot: Snapshot,
    at now: Moment
  ) -> Bool {
    if actor.isThePlatform { return true }
    guard standing(actor, in: snapshot, at: now) else { return false }
    if let id = actor.tokenID, let token = snapshot.record(AccessToken.self, id) {
      return token.actions.contains { $0.rights.contains(right) }
    }
    guard let person = actor.personID else { return false }
    return snapshot.grants(of: person, at: now).contains { $0.role.rights.contains(right) }
  }

  fileprivate static func standing(_ actor: Actor, in snapshot: Snapshot, at now: Moment) -> Bool {
    if let id = actor.personID { return snapshot.record(Person.self, id)?.status == .active }
    if let id = actor.tokenID { return snapshot.record(AccessToken.self, id)?.isOpen(at: now) ?? false }
    return false
  }

  static let forbidden = Failure(
    "access.forbidden",
    .forbidden,
    fr: "Vous n’avez pas le droit de faire cela.",
    en: "You are not allowed to do this.",
    remedy: Bilingual(
      fr: "Demandez ce droit à l’administrateur de la plateforme.",
      en: "Ask the platform’s administrator for this right."
    )
  )

  private static let unknownActor = Failure(
    "access.unauthenticated",
    .forbidden,
    fr: "Il faut être connecté pour faire cela.",
    en: "You must be signed in to do this.",
    remedy: Bilingual(
      fr: "Connectez-vous, ou utilisez un jeton en cours de validité.",
      en: "Sign in, or use a token that is still valid."
    )
  )
}

/// The organisations on which an actor has a right, to be asked of many.
public struct Reach: Sendable {
  /// Whether it is the whole territory.
  public let isEverywhere: Bool
  /// The organisations it was granted on; it holds below them too.
  private let granted: Set<String>
  private let snapshot: Snapshot

  /// Gathers what an actor was granted.
  ///
  /// - Parameter dataset: the slug of the dataset it is about, for tokens that are limited to some.
  public init(
    of right: Permission.Right,
    _ actor: Actor,
    dataset: String? = nil,
    in snapshot: Snapshot,
    at now: Moment
  ) {
    self.snapshot = snapshot
    guard !actor.isThePlatform else {
      (isEverywhere, granted) = (true, [])
      return
    }
    var granted: [String?] = []
    if !Authorization.standing(actor, in: snapshot, at: now) {
      granted = []
    } else if let id = actor.tokenID, let token = snapshot.record(AccessToken.self, id) {
      let holds = token.covers(dataset: dataset) && token.actions.contains { $0.rights.contains(right) }
      granted = holds ? [token.organization] : []
    } else if let person = actor.personID {
      granted = snapshot.grants(of: person, at: now).filter { $0.role.rights.contains(right) }
        .map(\.organization)
    }
    isEverywhere = granted.contains(nil)
    self.granted = Set(granted.compactMap(\.self))
  }

  /// Whether an organisation is among them.
  public func covers(_ organization: String) -> Bool {
    guard !isEverywhere, !granted.isEmpty else { return isEverywhere }
    return granted.contains(organization) || !granted.isDisjoint(with: snapshot.lineage(of: organization))
  }
}

extension Actor {
  /// The platform itself, and whoever has the machine's files in hand: they may do everything.
  var isThePlatform: Bool { self == .system || self == .command }
}

extension Snapshot {
  /// An organisation and those above it.
  public func lineage(of organization: String) -> Set<String> {
    var lineage: Set<String> = []
    var next: String? = organization
    // The tree cannot have a cycle, but a rule of safety must not hang if it had.
    while let slug = next, lineage.insert(slug).inserted { next = record(Organization.self, slug)?.parent }
    return lineage
  }

  /// Whether an organisation is another one, or below it.
  public func isOrganization(_ slug: String, within above: String) -> Bool {
    lineage(of: slug).contains(above)
  }

  /// The roles a person holds now.
  public func grants(of person: String, at now: Moment) -> [RoleGrant] {
    records(by: GrantsByPerson.self, person).filter { $0.holds(at: now) }
  }
}
