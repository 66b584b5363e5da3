public import Register

/// A breach of personal data, notified or not (GDPR, articles 33 and 34).
public struct Breach: RegisterRecord {
  /// The kind's name in the journal.
  public static var kind: String { "breach" }
  /// The register of breaches.
  public static var register: RegisterKind { .breach }

  /// An opaque id.
  public var id: String
  /// The slug of the organisation that is the controller.
  public var organization: String
  /// What happened, in a few words.
  public var title: String
  /// How it is kept.
  public var keeping: Keeping

  /// Whether it is an exercise: everything runs, nothing is sent.
  public var isExercise: Bool?
  /// Whether the clock of an exercise rings as that of a breach does.
  public var exerciseRings: Bool?
  /// Who reported it: an actor's id.
  public var reportedBy: String?
  /// When it happened.
  public var occurredAt: Moment?
  /// When it was detected.
  public var detectedAt: Moment?
  /// When the organisation was reasonably sure of it: the clock runs from there.
  public var awareAt: Moment?
  /// When the risk was judged.
  public var qualifiedAt: Moment?
  /// When CNIL was first notified.
  public var notifiedAt: Moment?
  /// When the notification was completed.
  public var completedAt: Moment?
  /// When people were told.
  public var peopleInformedAt: Moment?
  /// When it was closed.
  public var closedAt: Moment?

  /// The facts.
  public var facts: String?
  /// What was lost.
  @EmptyIfAbsent public var natures: [BreachNature]
  /// Where it comes from.
  public var cause: BreachCause?
  /// Categories of data.
  @EmptyIfAbsent public var dataCategories: [String]
  /// Data the law protects more.
  @EmptyIfAbsent public var specialCategories: [SpecialCategory]
  /// Categories of people.
  @EmptyIfAbsent public var dataSubjects: [String]
  /// About how many people.
  public var subjectsCount: Int?
  /// About how many records.
  public var recordsCount: Int?
  /// The activities touched.
  @EmptyIfAbsent public var activities: [String]
  /// The datasets touched.
  @EmptyIfAbsent public var datasets: [String]
  /// The processor it happened at.
  public var processor: String?

  /// How bad for people.
  public var gravity: RiskLevel?
  /// How likely.
  public var likelihood: RiskLevel?
  /// What it comes to.
  public var risk: BreachRisk?
  /// Why.
  public var riskReasons: String?

  /// Whom CNIL can ask.
  public var contactPoint: String?
  /// Likely consequences.
  public var consequences: String?
  /// What was done at once.
  public var measuresTaken: String?
  /// What is to be done.
  public var measuresPlanned: String?
  /// Why the notification was late.
  public var delayReasons: String?
  /// CNIL's number.
  public var notification: String?

  /// Whether people are told.
  public var peopleDecision: BreachCommunication?
  /// The exception relied on.
  public var exception: CommunicationException?
  /// Why people are not told.
  public var exceptionReasons: String?
  /// What people were told.
  public var message: String?
  /// How.
  public var messageMeans: String?

  /// What was mended for good.
  public var corrections: String?
  /// What documents it.
  public var evidence: AttachedFile?

  /// A breach that only has a name.
  public init(id: String, organization: String, title: String, keeping: Keeping) {
    self.id = id
    self.organization = organization
    self.title = title
    self.keeping = keeping
  }
}
