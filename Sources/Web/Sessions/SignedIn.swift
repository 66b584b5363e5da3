public import Messages

/// Who is signed in, by which session.
public struct SignedIn: Sendable, Hashable {
  /// The person's id, `p-…`.
  public let person: String
  /// The session's id, which is not its secret: it may be shown and written in logs.
  public let session: String
  /// The session's secret for forms, in hexadecimal; pages hold it masked.
  public let csrf: String

  /// Names a person and a session.
  public init(person: String, session: String, csrf: String) {
    self.person = person
    self.session = session
    self.csrf = csrf
  }
}

/// What the frame of the workshop shows of the person.
public struct WorkshopPerson: Sendable, Hashable {
  /// The person's name.
  public var name: String
  /// The sections they have a right to.
  public var sections: Set<WorkshopSection>
  /// How many notices they have not read.
  public var unread: Int

  /// Describes a person.
  public init(name: String, sections: Set<WorkshopSection>, unread: Int = 0) {
    self.name = name
    self.sections = sections
    self.unread = unread
  }
}

/// Where the faces learn who is signed in.
public protocol SessionLookup: Sendable {
  /// The person whose session this secret opens; `nil` where it opens none, or theirs is suspended.
  func signedIn(secret: String) async throws -> SignedIn?

  /// What the frame of the workshop shows of them.
  func person(of signedIn: SignedIn) async throws -> WorkshopPerson
}

/// Nobody is ever signed in: a site without a workshop.
public struct NoSessions: SessionLookup {
  /// Makes the lookup.
  public init() {}

  /// Nobody.
  public func signedIn(secret: String) -> SignedIn? { nil }

  /// A person without a name.
  public func person(of signedIn: SignedIn) -> WorkshopPerson { WorkshopPerson(name: "", sections: []) }
}

/// A section of the workshop's navigation.
public enum WorkshopSection: String, Sendable, Hashable, CaseIterable {
  case datasets, deposit, decisions, registers, sources, organizations, people, tokens, settings, accessLog

  /// The section's first page.
  public var pattern: WorkshopRoute.Pattern {
    switch self {
    case .datasets: .datasets
    case .deposit: .deposit
    case .decisions: .decisions
    case .registers: .registers
    case .sources: .sources
    case .organizations: .organizations
    case .people: .people
    case .tokens: .tokens
    case .settings: .settings
    case .accessLog: .accessLog
    }
  }

  /// The section's name.
  public var label: Bilingual {
    switch self {
    case .datasets: Bilingual(fr: "Mes jeux", en: "My datasets")
    case .deposit: Bilingual(fr: "Déposer", en: "Deposit")
    case .decisions: Bilingual(fr: "À décider", en: "To decide")
    case .registers: Bilingual(fr: "Registres", en: "Registers")
    case .sources: Bilingual(fr: "Sources", en: "Sources")
    case .organizations: Bilingual(fr: "Organisations", en: "Organisations")
    case .people: Bilingual(fr: "Personnes", en: "People")
    case .tokens: Bilingual(fr: "Jetons", en: "Tokens")
    case .settings: Bilingual(fr: "Réglages", en: "Settings")
    case .accessLog: Bilingual(fr: "Journal d’accès", en: "Access log")
    }
  }
}
