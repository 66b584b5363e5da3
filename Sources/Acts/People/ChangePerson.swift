public import Governance
import Messages
public import Register

/// Changes what someone says of themselves: only the person may.
public struct ChangeOwnProfile: Act {
  /// The act's name in the journal.
  public static var name: String { "change-own-profile" }

  /// The name.
  public var name: String
  /// The language, `fr` or `en`.
  public var language: String
  /// How often notices come by e-mail.
  public var notices: Person.NoticeRhythm

  /// Prepares the act.
  public init(name: String, language: String, notices: Person.NoticeRhythm) {
    self.name = name
    self.language = language
    self.notices = notices
  }

  /// None: it is about whoever acts.
  public func permissions(in snapshot: Snapshot) -> [Permission] { [] }

  /// The person; no change where nothing changes.
  public func decide(in context: ActContext) throws -> Decision<Person> {
    guard let id = context.actor.personID, let known = context.snapshot.record(Person.self, id) else {
      throw PersonFailure.unknown
    }
    try PersonChecks.name(name)
    var person = known
    person.name = name.trimmingBlanks
    person.language = language == "en" ? "en" : "fr"
    person.notices = notices
    return Decision(person == known ? [] : [try .put(person)], outcome: person)
  }
}

/// Corrects someone's name or address, suspends them or lets them in again.
public struct ChangePerson: Act {
  /// The act's name in the journal.
  public static var name: String { "change-person" }

  /// The person's id.
  public var person: String
  /// The name; `nil` leaves it.
  public var name: String?
  /// The e-mail address; `nil` leaves it.
  public var email: String?
  /// Whether they may sign in; `nil` leaves it.
  public var status: Person.Status?
  /// Why.
  public var reason: String?

  /// Prepares the act.
  public init(
    _ person: String,
    name: String? = nil,
    email: String? = nil,
    status: Person.Status? = nil,
    reason: String? = nil
  ) {
    self.person = person
    self.name = name
    self.email = email
    self.status = status
    self.reason = reason
  }

  /// The right to administer the territory: an address opens every right its person has.
  public func permissions(in snapshot: Snapshot) -> [Permission] { [Permission(.administer)] }

  /// The person; no change where nothing changes.
  public func decide(in context: ActContext) throws -> Decision<Person> {
    guard let known = context.snapshot.record(Person.self, person) else { throw PersonFailure.unknown }
    var changed = known
    if let name {
      try PersonChecks.name(name)
      changed.name = name.trimmingBlanks
    }
    if let email {
      changed.email = PersonChecks.normalized(email)
      try PersonChecks.email(changed.email)
      if let other = context.snapshot.person(email: changed.email), other.id != known.id {
        throw PersonFailure.known(changed.email)
      }
    }
    changed.status = status ?? known.status
    if changed.status == .suspended, known.status == .active {
      let isAdministrator = context.snapshot.hasAdministrator(at: context.now)
      guard
        !isAdministrator
          || context.snapshot.hasAdministrator(at: context.now, without: { $0.person == person })
      else { throw PersonFailure.lastAdministrator }
    }
    return Decision(changed == known ? [] : [try .put(changed)], outcome: changed)
  }
}
