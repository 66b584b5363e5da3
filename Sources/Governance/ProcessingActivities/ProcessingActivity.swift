public import Register

/// A processing of personal data that the organisation decides on (GDPR, article 30(1)).
public struct ProcessingActivity: RegisterRecord {
  /// The kind's name in the journal.
  public static var kind: String { "processing-activity" }
  /// The register of processing activities.
  public static var register: RegisterKind { .processingActivity }

  /// An opaque id.
  public var id: String
  /// The slug of the organisation that is the controller.
  public var organization: String
  /// What it is called.
  public var title: String
  /// How it is kept.
  public var keeping: Keeping

  /// What it is for, one purpose a line.
  @EmptyIfAbsent public var purposes: [String]
  /// The service that runs it.
  public var service: String?
  /// Joint controllers, with their contact.
  @EmptyIfAbsent public var jointControllers: [String]
  /// What makes it lawful.
  public var legalBasis: LegalBasis?
  /// The text or the reasoning behind it.
  public var legalBasisReason: String?
  /// How consent is collected and proved.
  public var consentProof: String?

  /// The people whose data it is.
  @EmptyIfAbsent public var dataSubjects: [String]
  /// About how many they are.
  public var subjectsCount: Int?
  /// The categories of data, each with how long it is kept.
  @EmptyIfAbsent public var categories: [DataCategory]
  /// Data the law protects more than others.
  @EmptyIfAbsent public var specialCategories: [SpecialCategory]
  /// What lets such data be processed.
  public var sensitiveException: SensitiveException?
  /// The text that does.
  public var sensitiveText: String?
  /// Where the data comes from.
  public var origin: DataOrigin?
  /// Who gives it, where it is not the person.
  public var originSource: String?
  /// Whether the person must give it, and what follows if not.
  public var isMandatory: Bool?
  /// What follows when it is not given.
  public var refusalConsequence: String?

  /// Who receives it, inside and outside.
  @EmptyIfAbsent public var recipients: [String]
  /// The processors it is entrusted to: ids of their records.
  @EmptyIfAbsent public var processors: [String]
  /// The contracts that frame it.
  @EmptyIfAbsent public var contracts: [String]
  /// Whether data leaves the Union.
  public var hasTransfers: Bool?
  /// Where to, with which guarantee.
  @EmptyIfAbsent public var transfers: [Transfer]

  /// The applications it runs on: ids of their records.
  @EmptyIfAbsent public var applications: [String]
  /// The datasets it holds or makes: slugs.
  @EmptyIfAbsent public var datasets: [String]
  /// The columns of those datasets that hold the data.
  @EmptyIfAbsent public var columns: [ActivityColumn]
  /// Technical measures of security.
  @EmptyIfAbsent public var technicalMeasures: [String]
  /// Measures of organisation.
  @EmptyIfAbsent public var organizationalMeasures: [String]

  /// How people are informed.
  @EmptyIfAbsent public var noticePlaces: [NoticePlace]
  /// Where the notice can be read.
  public var noticeAddress: String?
  /// Where people exercise their rights, when it is not with the officer.
  public var rightsContact: String?
  /// Whether it decides by itself on people.
  public var decidesAutomatically: Bool?
  /// How it does, and what it means for them.
  public var automatedLogic: String?

  /// The day the criteria and both lists were last looked at, ISO 8601.
  public var dpiaReviewedOn: String?
  /// The criteria of the European board that it meets.
  @EmptyIfAbsent public var dpiaCriteria: [DPIACriterion]
  /// The cases of article 35(3) it falls under.
  @EmptyIfAbsent public var dpiaCases: [DPIACase]
  /// The entries of CNIL's mandatory list it falls under.
  @EmptyIfAbsent public var dpiaMandatory: [MandatoryDPIA]
  /// The entries of CNIL's exempt list it falls under.
  @EmptyIfAbsent public var dpiaExempt: [ExemptDPIA]
  /// What the organisation decided, whatever the rule says.
  public var dpiaDecision: DPIADecision?
  /// Why.
  public var dpiaReasons: String?
  /// When, ISO 8601.
  public var dpiaDecidedOn: String?

  /// What the data protection officer thought of it.
  @EmptyIfAbsent public var opinions: [OfficerOpinion]

  /// An activity that only has a name.
  public init(id: String, organization: String, title: String, keeping: Keeping) {
    self.id = id
    self.organization = organization
    self.title = title
    self.keeping = keeping
  }

  /// Whether an impact assessment is needed.
  public var dpiaNeed: DPIANeed {
    // Lists are read when a day says so; what is ticked is known all the same.
    let isRead = dpiaReviewedOn != nil
    return DPIANeed(
      criteria: isRead || !dpiaCriteria.isEmpty ? Set(dpiaCriteria) : nil,
      cases: Set(dpiaCases),
      mandatory: isRead || !dpiaMandatory.isEmpty ? Set(dpiaMandatory) : nil,
      exempt: isRead || !dpiaExempt.isEmpty ? Set(dpiaExempt) : nil
    )
  }
}
