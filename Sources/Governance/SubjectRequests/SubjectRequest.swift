public import Register

/// Someone's request about their own data (GDPR, articles 12 to 22).
public struct SubjectRequest: RegisterRecord {
  /// The kind's name in the journal.
  public static var kind: String { "subject-request" }
  /// The register of requests.
  public static var register: RegisterKind { .subjectRequest }

  /// An opaque id.
  public var id: String
  /// The slug of the organisation asked.
  public var organization: String
  /// Its name here; it never holds the person's.
  public var title: String
  /// How it is kept.
  public var keeping: Keeping

  /// The right exercised.
  public var right: SubjectRight?
  /// The person's name.
  public var name: String?
  /// The person's e-mail address.
  public var email: String?
  /// The person's postal address.
  public var address: String?
  /// For whom, when it is someone else's data.
  public var onBehalfOf: String?
  /// What is asked, in the person's words.
  public var request: String?
  /// How it came.
  public var channel: RequestChannel?
  /// When it was received: the month runs from that day.
  public var receivedAt: Moment?
  /// When the person was told so.
  public var acknowledgedAt: Moment?
  /// Whether it is known to be the person.
  public var identity: IdentityStanding?
  /// When proof was asked for.
  public var identityAskedAt: Moment?
  /// When it came.
  public var identityReceivedAt: Moment?

  /// The activities it is about.
  @EmptyIfAbsent public var activities: [String]
  /// Parts to collect from services.
  @EmptyIfAbsent public var parts: [RequestPart]
  /// The searches made to find the person's data.
  @EmptyIfAbsent public var searches: [String]
  /// When the person was told that more time is needed.
  public var extendedAt: Moment?
  /// Why.
  public var extensionReasons: String?
  /// What is decided.
  public var decision: RequestDecision?
  /// Why it is refused, in whole or in part.
  public var refusalReasons: String?
  /// What the person is answered.
  public var answer: String?
  /// When the answer was sent.
  public var answeredAt: Moment?
  /// When recipients were told of what was rectified, erased or restricted, ISO 8601.
  public var recipientsToldOn: String?

  /// A request that only has a name.
  public init(id: String, organization: String, title: String, keeping: Keeping) {
    self.id = id
    self.organization = organization
    self.title = title
    self.keeping = keeping
  }
}
