import Catalogue
public import Governance
import Messages
public import Register

/// Asks for access to a dataset that is not open.
public struct AskAccess: Act {
  /// The act's name in the journal.
  public static var name: String { "ask-access" }

  /// Anyone may ask.
  public static var isOpenToVisitors: Bool { true }

  /// The request.
  public var request: AccessRequest

  /// Prepares the act.
  public init(_ request: AccessRequest) { self.request = request }

  /// None: it is decided by whoever answers for the dataset.
  public func permissions(in snapshot: Snapshot) -> [Permission] { [] }

  /// The request, awaiting a decision.
  public func decide(in context: ActContext) throws -> Decision<AccessRequest> {
    // Internal datasets are unknown outside: asking must not tell that they exist.
    guard let dataset = context.snapshot.record(Dataset.self, request.dataset), dataset.isPublic else {
      throw DatasetFailure.unknown(request.dataset)
    }
    guard dataset.access == .restricted else { throw AccessFailure.open }
    guard context.snapshot.record(AccessRequest.self, request.id) == nil else { throw AccessFailure.idTaken }
    var request = AccessRequest(
      id: request.id,
      dataset: dataset.id,
      name: request.name.trimmingBlanks,
      email: PersonChecks.normalized(request.email),
      body: request.body.trimmingBlanks,
      purpose: request.purpose.trimmingBlanks,
      legalBasis: request.legalBasis.trimmingBlanks,
      until: request.until,
      language: request.language == "en" ? "en" : nil,
      askedAt: context.now
    )
    try PersonChecks.name(request.name)
    try PersonChecks.email(request.email)
    try Required.text(request.purpose, "purpose", fr: "La finalité", en: "The purpose")
    try Required.length(request.purpose, max: 2000, "purpose", fr: "La finalité", en: "The purpose")
    try Required.length(request.body, max: 300, "body", fr: "L’organisme", en: "The body")
    try Required.length(request.legalBasis, max: 500, "legalBasis", fr: "Le fondement", en: "The legal basis")
    request.until = try Self.day(request.until, after: context.now)
    let waiting = context.snapshot.records(AccessRequest.self).filter { $0.state == .pending }
    if let same = waiting.first(where: { $0.dataset == dataset.id && $0.email == request.email }) {
      return Decision([], outcome: same)
    }
    guard waiting.count < AccessFailure.pendingMax else { throw AccessFailure.tooMany }
    return Decision([try .put(request)], outcome: request)
  }

  /// A day to come, within two years.
  static func day(_ text: String, after now: Moment) throws -> String {
    guard text.utf8.count == 10, let day = Moment(text), now < day,
      day <= now.advanced(byMilliseconds: 731 * 86_400_000)
    else {
      throw Failure(
        "access.until",
        .invalid,
        fr: "La date de fin d’accès doit être à venir, dans les deux ans.",
        en: "Access must end on a day to come, within two years.",
        remedy: Bilingual(fr: "Choisissez une autre date.", en: "Choose another date."),
        pointer: "until"
      )
    }
    return text
  }
}

/// Grants or refuses access to a dataset.
public struct DecideAccess: Act {
  /// The act's name in the journal.
  public static var name: String { "decide-access" }

  /// The decision.
  public enum Choice: Sendable {
    /// Access is given by a token, whose secret the caller made, until a day.
    case grant(token: String, secretHash: String, until: String)
    /// Access is refused.
    case refuse
  }

  /// The request's id.
  public var request: String
  /// The decision.
  public var choice: Choice
  /// The reasons, sent to who asked.
  public var answer: String

  /// Prepares the act.
  public init(_ request: String, _ choice: Choice, answer: String) {
    self.request = request
    self.choice = choice
    self.answer = answer
  }

  /// The right to decide on access for the organisation that answers for the dataset.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    let slug = snapshot.record(AccessRequest.self, request)?.dataset
    let organization = slug.flatMap { snapshot.record(Dataset.self, $0)?.organization }
    return [Permission(.grantAccess, on: organization, dataset: slug)]
  }

  /// The request as decided, and the token that gives access.
  public func decide(in context: ActContext) throws -> Decision<AccessRequest> {
    guard var known = context.snapshot.record(AccessRequest.self, request),
      let dataset = context.snapshot.record(Dataset.self, known.dataset)
    else { throw AccessFailure.unknown }
    guard known.state == .pending else { throw AccessFailure.decided }
    try Required.length(answer, max: 2000, "answer", fr: "La réponse", en: "The answer")
    known.answer = answer.trimmingBlanks
    known.decidedBy = context.actor.id
    known.decidedAt = context.now
    switch choice {
    case .refuse:
      // CRPA art. L311-14: a refusal is a decision, and says its reasons.
      try Required.text(answer, "answer", fr: "Le motif du refus", en: "The reason for refusing")
      known.state = .refused
      return Decision([try .put(known)], outcome: known)
    case .grant(let id, let hash, let until):
      let day = try AskAccess.day(until, after: context.now)
      guard context.snapshot.record(AccessToken.self, id) == nil, let end = Moment(day) else {
        throw TokenFailure.idTaken
      }
      known.state = .granted
      known.until = day
      known.token = id
      let token = AccessToken(
        id: id,
        label: known.name,
        organization: dataset.organization,
        actions: [.read],
        datasets: [dataset.id],
        secretHash: hash,
        // The last day is included.
        expiresAt: end.advanced(byMilliseconds: 86_400_000),
        createdBy: context.actor.id,
        createdAt: context.now,
        accessRequest: known.id
      )
      return Decision([try .put(known), try .put(token)], outcome: known)
    }
  }
}

/// Ends an access that was given, before its day.
public struct EndAccess: Act {
  /// The act's name in the journal.
  public static var name: String { "end-access" }

  /// The request's id.
  public var request: String
  /// Why.
  public var reason: String?

  /// Prepares the act.
  public init(_ request: String, reason: String) {
    self.request = request
    self.reason = reason
  }

  /// The right to decide on access for the organisation that answers for the dataset.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    DecideAccess(request, .refuse, answer: "").permissions(in: snapshot)
  }

  /// The request, ended, and its token, closed.
  public func decide(in context: ActContext) throws -> Decision<AccessRequest> {
    guard var known = context.snapshot.record(AccessRequest.self, request) else {
      throw AccessFailure.unknown
    }
    try Required.text(reason ?? "", "reason", fr: "Le motif", en: "The reason")
    guard known.state == .granted else { return Decision([], outcome: known) }
    known.state = .ended
    var drafts = [try Draft.put(known)]
    if var token = known.token.flatMap({ context.snapshot.record(AccessToken.self, $0) }),
      token.revokedAt == nil
    {
      token.revokedAt = context.now
      drafts.append(try .put(token))
    }
    return Decision(drafts, outcome: known)
  }
}

/// Refusals about access requests.
enum AccessFailure {
  /// How many requests may wait at once: past it, the form is being abused.
  static let pendingMax = 2000

  static let idTaken = Failure(
    "access.request.id",
    .conflict,
    fr: "Cet identifiant est déjà pris.",
    en: "This id is taken.",
    remedy: Bilingual(fr: "Recommencez.", en: "Try again.")
  )

  static let open = Failure(
    "access.request.open",
    .invalid,
    fr: "Ces données sont libres d’accès\u{A0}: il n’y a rien à demander.",
    en: "This data is open to all: there is nothing to ask for.",
    remedy: Bilingual(fr: "Téléchargez-les depuis leur page.", en: "Download it from its page.")
  )

  static let tooMany = Failure(
    "access.request.too-many",
    .tooMany,
    fr: "Trop de demandes attendent une réponse.",
    en: "Too many requests await an answer.",
    remedy: Bilingual(
      fr: "Écrivez au service qui répond de ces données.",
      en: "Write to the service that answers for this data."
    )
  )

  static let unknown = Failure(
    "access.request.unknown",
    .missing,
    fr: "Cette demande n’existe pas.",
    en: "There is no such request."
  )

  static let decided = Failure(
    "access.request.decided",
    .conflict,
    fr: "Cette demande a déjà reçu une réponse.",
    en: "This request was answered already.",
    remedy: Bilingual(
      fr: "Relisez-la\u{A0}: un collègue l’a traitée.",
      en: "A colleague dealt with it: read it."
    )
  )
}
