import Catalogue
public import Governance
import Messages
public import Register

/// Exercises a right over one's own data, from the public site (GDPR, articles 12 to 22).
public struct AskRight: Act {
  /// The act's name in the journal.
  public static var name: String { "ask-right" }

  /// Anyone may: it is a right.
  public static var isOpenToVisitors: Bool { true }

  /// The record's id.
  public var id: String
  /// The slug of the organisation asked.
  public var organization: String
  /// The right.
  public var right: SubjectRight
  /// The person's name.
  public var person: String
  /// The person's e-mail address.
  public var email: String
  /// For whom, when acting for another.
  public var onBehalfOf: String
  /// What is asked.
  public var request: String

  /// Prepares the act.
  public init(
    id: String,
    organization: String,
    right: SubjectRight,
    person: String,
    email: String,
    onBehalfOf: String = "",
    request: String
  ) {
    self.id = id
    self.organization = organization
    self.right = right
    self.person = person
    self.email = email
    self.onBehalfOf = onBehalfOf
    self.request = request
  }

  /// None: it is answered by whoever protects the organisation's data.
  public func permissions(in snapshot: Snapshot) -> [Permission] { [] }

  /// The request, received now; the same one asked twice is one.
  public func decide(in context: ActContext) throws -> Decision<SubjectRequest> {
    let snapshot = context.snapshot
    guard snapshot.record(Organization.self, organization) != nil else {
      throw OrganizationFailure.unknown(organization)
    }
    guard snapshot.record(SubjectRequest.self, id) == nil else { throw RegisterFailure.idTaken }
    let name = person.trimmingBlanks
    let email = PersonChecks.normalized(email)
    try PersonChecks.name(name)
    try PersonChecks.email(email)
    try Required.text(request, "request", fr: "La demande", en: "The request")
    try Required.length(request, max: 5000, "request", fr: "La demande", en: "The request")
    try Required.length(onBehalfOf, max: 200, "onBehalfOf", fr: "Pour qui", en: "For whom")
    let waiting = snapshot.records(SubjectRequest.self).filter { $0.channel == .form && $0.answeredAt == nil }
    if let same = waiting.first(where: {
      $0.organization == organization && $0.email == email && $0.right == right
        && $0.request == request.trimmingBlanks
    }) {
      return Decision([], outcome: same)
    }
    guard waiting.count < Self.waitingMax else { throw Self.tooMany }
    var asked = SubjectRequest(
      id: id,
      organization: organization,
      // The heading goes into lists and notices: it never names the person.
      title: "\(right.label.fr) (\(context.now.day))",
      keeping: Keeping(status: .current, createdAt: context.now)
    )
    asked.right = right
    asked.name = name
    asked.email = email
    asked.onBehalfOf = onBehalfOf.trimmingBlanks.isEmpty ? nil : onBehalfOf.trimmingBlanks
    asked.request = request.trimmingBlanks
    asked.channel = .form
    asked.receivedAt = context.now
    return Decision([try .put(asked)], outcome: asked)
  }

  /// How many requests of the form may wait: past it, the form is being abused.
  static let waitingMax = 2000

  private static let tooMany = Failure(
    "right.too-many",
    .tooMany,
    fr: "Trop de demandes attendent une réponse.",
    en: "Too many requests await an answer.",
    remedy: Bilingual(
      fr: "Écrivez au délégué à la protection des données : ses coordonnées sont sur la page.",
      en: "Write to the data protection officer: the contact is on the page."
    )
  )
}
