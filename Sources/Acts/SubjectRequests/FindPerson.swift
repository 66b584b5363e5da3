import Catalogue
public import Governance
public import Lake
import Messages
public import Register

/// Notes that someone searched for a person, and what was found: without the right and a reason, nothing is.
///
/// `Platform.findPerson` searches; nobody is shown anything before this is in the journal. The reason stays in the
/// trace, which few may read: what the journal tells everyone must not name anybody.
public struct FindPerson: Act {
  /// The act's name in the journal.
  public static var name: String { "find-person" }

  /// The trace.
  public var search: PersonSearch

  /// Prepares the act.
  public init(_ search: PersonSearch) { self.search = search }

  /// The right to decide on personal data, on the organisation searched.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [Permission(.protect, on: search.organization)]
  }

  /// The trace, of whoever acts.
  public func decide(in context: ActContext) throws -> Decision<PersonSearch> {
    let snapshot = context.snapshot
    guard snapshot.record(Organization.self, search.organization) != nil else {
      throw OrganizationFailure.unknown(search.organization)
    }
    guard snapshot.record(PersonSearch.self, search.id) == nil else { throw PersonSearchFailure.idTaken }
    try Required.text(search.reason, "reason", fr: "Le motif", en: "The reason")
    try Required.length(search.reason, max: 2000, "reason", fr: "Le motif", en: "The reason")
    var search = search
    search.reason = search.reason.trimmingBlanks
    search.by = context.actor.id
    search.at = context.now
    search.erasures = []
    search.corrections = []
    var drafts = [try Draft.put(search)]
    if let id = search.request {
      guard var request = snapshot.record(SubjectRequest.self, id),
        request.organization == search.organization
      else { throw PersonSearchFailure.unknownRequest }
      request.searches.append(search.id)
      request.keeping.updatedAt = context.now
      drafts.append(try .put(request))
    }
    return Decision(drafts, outcome: search)
  }
}

/// What is searched, where and why.
public struct PersonQuestion: Sendable {
  /// The id of the trace.
  public var id: String
  /// The slug of the organisation whose data is searched, with those below it.
  public var organization: String
  /// What identifies the person: a name, an address, a number.
  public var identifier: String
  /// Why.
  public var reason: String
  /// The request it is for.
  public var request: String?

  /// Asks.
  public init(id: String, organization: String, identifier: String, reason: String, request: String? = nil) {
    self.id = id
    self.organization = organization
    self.identifier = identifier
    self.reason = reason
    self.request = request
  }
}

/// What a search found.
public struct PersonAnswer: Sendable {
  /// The trace, as the journal has it.
  public let search: PersonSearch
  /// The first rows of each dataset where something was found, by slug.
  public let rows: [String: Rows]
}

extension Platform {
  /// Searches for a person in every table that an activity of the organisation, or of one below it, covers.
  ///
  /// Texts are compared without regard to case or accents; numbers written with blanks, points or hyphens are
  /// also searched without.
  ///
  /// - Throws: `Failure` when it is refused; nothing was searched then, or nothing is shown of it.
  public func findPerson(_ question: PersonQuestion, as actor: Register.Actor) async throws -> PersonAnswer {
    try await catchUp()
    let state = state
    let context = ActContext(snapshot: state.snapshot, actor: actor, now: now)
    try Authorization.check(actor, isOpenToVisitors: false, in: context)
    try Authorization.check(
      Permission(.protect, on: question.organization),
      of: actor,
      in: state.snapshot,
      at: now
    )
    try Required.text(question.reason, "reason", fr: "Le motif", en: "The reason")
    let words = try PersonWords(question.identifier)
    let scope = PersonScope(of: question.organization, in: state)
    var findings: [PersonFinding] = []
    var rows: [String: Rows] = [:]
    for place in scope.places {
      let found = try await place.find(words, in: lake)
      findings += found
      if !found.isEmpty { rows[place.dataset] = try await place.rows(found, in: lake) }
    }
    let search = PersonSearch(
      id: question.id,
      organization: question.organization,
      at: now,
      reason: question.reason,
      request: question.request,
      digest: try searchDigest(of: words.identifier),
      activities: scope.activities,
      datasets: scope.places.map(\.dataset),
      findings: findings
    )
    return PersonAnswer(search: try await perform(FindPerson(search), as: actor), rows: rows)
  }

  /// A digest that only whoever holds the data folder's secret can make again (HMAC-SHA-256, RFC 2104).
  private func searchDigest(of identifier: String) throws -> String {
    _ = try pseudonymKey(of: "person-search")
    guard let secret = try PseudonymSecret(dataFolder: configuration.dataFolder).read() else {
      throw PseudonymSecret.lost
    }
    func hash(_ bytes: [UInt8]) -> [UInt8] {
      var builder = HashBuilder()
      bytes.withUnsafeBytes { builder.update($0) }
      return Array(builder.finish().hex.utf8)
    }
    func pad(_ value: UInt8) -> [UInt8] {
      (secret + Array(repeating: 0, count: max(0, 64 - secret.count))).map { $0 ^ value }
    }
    // The inner digest is taken as its hexadecimal text: what matters is that it cannot be guessed.
    let inner = hash(pad(0x36) + Array("person-search\n\(identifier)".utf8))
    return String(decoding: hash(pad(0x5C) + inner), as: UTF8.self)
  }
}

/// Refusals about searches for people.
enum PersonSearchFailure {
  static func visa(_ rule: RetentionRule) -> Failure {
    Failure(
      "person-search.visa",
      .invalid,
      fr:
        "Ces données sont une archive publique (« \(rule.title.prefix(100)) ») : le visa des archives manque.",
      en: "This data is public archive (“\(rule.title.prefix(100))”): the visa of the archives is missing.",
      remedy: Bilingual(
        fr: "Demandez le visa au directeur des archives départementales, puis donnez son numéro et sa date "
          + "(C. patr., art. L212-2).",
        en: "Ask the director of the departmental archives for the visa, then give its number and date "
          + "(C. patr., art. L212-2)."
      ),
      pointer: "number"
    )
  }

  static let idTaken = Failure(
    "person-search.id",
    .conflict,
    fr: "Cet identifiant est déjà pris.",
    en: "This id is taken.",
    remedy: Bilingual(fr: "Recommencez.", en: "Try again.")
  )

  static let unknownRequest = Failure(
    "person-search.request",
    .invalid,
    fr: "Cette demande n’existe pas dans cet organisme.",
    en: "There is no such request in this body.",
    pointer: "request"
  )

  static let short = Failure(
    "person-search.short",
    .invalid,
    fr: "Ce qui est cherché est trop court pour désigner une personne.",
    en: "What is searched is too short to name a person.",
    remedy: Bilingual(fr: "Écrivez au moins trois caractères.", en: "Write at least three characters."),
    pointer: "identifier"
  )

  static let unknown = Failure(
    "person-search.unknown",
    .missing,
    fr: "Cette recherche n’existe pas.",
    en: "There is no such search."
  )

  static let nothing = Failure(
    "person-search.nothing",
    .invalid,
    fr: "Cette recherche n’a rien trouvé dans ce jeu de données.",
    en: "This search found nothing in this dataset.",
    pointer: "dataset"
  )

  static let changed = Failure(
    "person-search.changed",
    .conflict,
    fr: "Les données ont changé depuis la recherche.",
    en: "The data changed since the search.",
    remedy: Bilingual(fr: "Cherchez de nouveau, puis recommencez.", en: "Search again, then try again.")
  )

  static let wide = Failure(
    "person-search.wide",
    .invalid,
    fr: "La recherche a trouvé trop de lignes pour qu’elles soient celles d’une personne.",
    en: "The search found too many rows for them to be one person’s.",
    remedy: Bilingual(
      fr: "Cherchez un identifiant plus précis : un courriel, un numéro.",
      en: "Search a more precise identifier: an e-mail address, a number."
    )
  )
}
