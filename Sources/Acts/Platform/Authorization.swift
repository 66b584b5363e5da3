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
    if actor.isThePlatform { return true }
    guard standing(actor, in: snapshot, at: now) else { return false }
    if let id = actor.tokenID, let token = snapshot.record(AccessToken.self, id) {
      guard token.covers(dataset: permission.dataset), let organization = permission.organization else {
        return false
      }
      return token.actions.contains { $0.rights.contains(permission.right) }
        && snapshot.isOrganization(organization, within: token.organization)
    }
    guard let person = actor.personID else { return false }
    let lineage = permission.organization.map(snapshot.lineage(of:)) ?? []
    return snapshot.grants(of: person, at: now).contains { grant in
      grant.role.rights.contains(permission.right)
        && (grant.organization.map(lineage.contains) ?? true)
    }
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

  private static func standing(_ actor: Actor, in snapshot: Snapshot, at now: Moment) -> Bool {
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
