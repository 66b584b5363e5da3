public import Register

/// A study of what a processing may do to people (GDPR, article 35), on the structure of CNIL's PIA.
public struct ImpactAssessment: RegisterRecord {
  /// The kind's name in the journal.
  public static var kind: String { "impact-assessment" }
  /// The register of impact assessments.
  public static var register: RegisterKind { .impactAssessment }

  /// An opaque id.
  public var id: String
  /// The slug of the organisation that answers for the processing.
  public var organization: String
  /// What the study is about.
  public var title: String
  /// How it is kept.
  public var keeping: Keeping

  /// The activity studied: the id of its record.
  public var activity: String?
  /// Who writes the study.
  public var author: String?
  /// Who evaluates it.
  public var evaluator: String?
  /// Who validates it.
  public var validator: String?

  /// What is done, with what purpose (PIA 111).
  public var overview: String?
  /// Who answers for what (PIA 112).
  public var responsibilities: String?
  /// The standards that apply (PIA 113).
  public var standards: String?
  /// The data (PIA 121).
  public var data: String?
  /// How it lives (PIA 122).
  public var lifeCycle: String?
  /// What it is kept on (PIA 123).
  public var supports: String?

  /// Whether purposes are determined, explicit and legitimate (PIA 211).
  public var purposes: String?
  /// What makes it lawful (PIA 212).
  public var lawfulness: String?
  /// Whether data is kept to what is needed (PIA 213).
  public var minimization: String?
  /// Whether data is accurate (PIA 214).
  public var accuracy: String?
  /// How long it is kept (PIA 215).
  public var retention: String?
  /// How people are informed (PIA 221).
  public var information: String?
  /// How consent is obtained (PIA 222).
  public var consent: String?
  /// Access and portability (PIA 223).
  public var access: String?
  /// Rectification and erasure (PIA 224).
  public var rectification: String?
  /// Restriction and objection (PIA 225).
  public var objection: String?
  /// Processors (PIA 226).
  public var processing: String?
  /// Transfers outside the Union (PIA 227).
  public var transfers: String?

  /// Measures in place or planned (PIA 3.1).
  @EmptyIfAbsent public var measures: [StudyMeasure]
  /// Illegitimate access to data (PIA 3.2).
  public var illegitimateAccess: FearedEvent?
  /// Unwanted change of data (PIA 3.3).
  public var unwantedChange: FearedEvent?
  /// Disappearance of data (PIA 3.4).
  public var disappearance: FearedEvent?
  /// What the evaluator thought of each part, and what is planned.
  @EmptyIfAbsent public var evaluations: [StudyEvaluation]

  /// The data protection officer's name.
  public var officerNames: String?
  /// What the officer thinks (GDPR, article 35(2)).
  public var officerOpinion: StudyOpinion?
  /// The day of the opinion, ISO 8601.
  public var officerOpinionOn: String?
  /// In full.
  public var officerText: String?
  /// Whether people's views were sought (GDPR, article 35(9)).
  public var peopleAsked: Bool?
  /// Who was asked.
  public var peopleNames: String?
  /// What they think.
  public var peopleOpinion: StudyOpinion?
  /// In full.
  public var peopleText: String?
  /// Why their views were not sought.
  public var peopleNotAskedReason: String?

  /// Where the validation is.
  public var validation: StudyValidation?
  /// The day it was validated or refused, ISO 8601.
  public var validatedOn: String?
  /// The decision, signed.
  public var signedFile: AttachedFile?
  /// Why it was refused.
  public var rejectionReason: String?
  /// What was changed since.
  public var adjustments: String?
  /// Whether CNIL was consulted beforehand (GDPR, article 36).
  public var consultation: PriorConsultation?

  /// The PIA file it was read from, whole, so that nothing of it is lost on the way back.
  public var source: String?

  /// A study that only has a name.
  public init(id: String, organization: String, title: String, keeping: Keeping) {
    self.id = id
    self.organization = organization
    self.title = title
    self.keeping = keeping
  }

  /// Whether it was validated.
  public var isValidated: Bool { validation == .simple || validation == .signed }

  /// The three feared events in the order of the method, those described only.
  public var events: [(kind: FearedEventKind, event: FearedEvent)] {
    [
      (FearedEventKind.illegitimateAccess, illegitimateAccess), (.unwantedChange, unwantedChange),
      (.disappearance, disappearance),
    ].compactMap { kind, event in event.map { (kind, $0) } }
  }
}
