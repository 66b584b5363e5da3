public import Register

/// Someone who signs in.
///
/// What is personal in it is seen by administrators and by the person only.
public struct Person: Record {
  /// The kind's name in the journal.
  public static var kind: String { "person" }

  /// An opaque id, `p-…`: the public journal shows no name.
  public var id: String
  /// The name, as colleagues know it.
  public var name: String
  /// The professional e-mail address, in lower case: it identifies the person at sign-in.
  public var email: String
  /// Whether the person may sign in.
  public var status: Status
  /// The language of pages and e-mails, `fr` or `en`.
  public var language: String
  /// When the person was first known.
  public var createdAt: Moment
  /// How the person wants to be told of what awaits them.
  public var notices: NoticeRhythm

  /// Whether someone may sign in.
  public enum Status: String, Codable, Sendable, CaseIterable {
    case active, suspended
  }

  /// How often notices are sent by e-mail; the workshop shows them all in any case.
  public enum NoticeRhythm: String, Codable, Sendable, CaseIterable {
    case daily, weekly, never
  }

  /// Makes a person.
  public init(
    id: String,
    name: String,
    email: String,
    status: Status = .active,
    language: String = "fr",
    createdAt: Moment,
    notices: NoticeRhythm = .daily
  ) {
    self.id = id
    self.name = name
    self.email = email
    self.status = status
    self.language = language
    self.createdAt = createdAt
    self.notices = notices
  }

  /// The actor the person is in the journal.
  public var actor: Actor { .person(id) }
}

extension Actor {
  /// The actor of a person.
  public static func person(_ id: String) -> Actor { Actor(id: "person:" + id) }

  /// The actor of a token.
  public static func token(_ id: String) -> Actor { Actor(id: "token:" + id) }

  /// A visitor of the public site, who is not signed in.
  public static let visitor = Actor(id: "visitor")

  /// The person's id, when the actor is a person.
  public var personID: String? { id.hasPrefix("person:") ? String(id.dropFirst(7)) : nil }

  /// The token's id, when the actor is a token.
  public var tokenID: String? { id.hasPrefix("token:") ? String(id.dropFirst(6)) : nil }
}
