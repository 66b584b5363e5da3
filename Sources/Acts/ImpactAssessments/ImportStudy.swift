import Catalogue
public import Governance
import Messages
public import Register

/// Takes an impact assessment from a file of CNIL’s PIA: a draft, with the file whole beside its fields.
public struct ImportStudy: Act {
  /// The act's name in the journal.
  public static var name: String { "import-study" }

  /// The record's id.
  public var id: String
  /// The slug of the organisation that keeps it.
  public var organization: String
  /// The activity studied: the id of its record.
  public var activity: String?
  /// The file.
  public var document: PIADocument

  /// Prepares the act.
  public init(id: String, organization: String, activity: String? = nil, document: PIADocument) {
    self.id = id
    self.organization = organization
    self.activity = activity
    self.document = document
  }

  /// The right to write for the organisation, and to read the activity.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    let register = RegisterKind.impactAssessment
    let studied = activity.flatMap { snapshot.record(ProcessingActivity.self, $0) }
    return [Permission(register.rights.write, on: organization)]
      + (studied.map { [Permission(RegisterKind.processingActivity.rights.read, on: $0.organization)] } ?? [])
  }

  /// The study, a draft: it is validated here once someone here has read it.
  public func decide(in context: ActContext) throws -> Decision<ImpactAssessment> {
    let snapshot = context.snapshot
    guard snapshot.record(Organization.self, organization) != nil else {
      throw OrganizationFailure.unknown(organization)
    }
    guard snapshot.record(ImpactAssessment.self, id) == nil else { throw RegisterFailure.idTaken }
    var study = ImpactAssessment(
      id: id,
      organization: organization,
      title: "",
      keeping: Keeping(createdAt: context.now)
    )
    study.fill(from: document)
    study.title = study.title.trimmingBlanks
    study.activity = activity
    let register = RegisterKind.impactAssessment
    try SheetTitle.check(study.title, register)
    let values = try JSONValue(parsing: CanonicalJSON.encode(study))
    for field in register.fields {
      try SheetChecks.check(values[field.key], field, at: [field.key], in: snapshot)
    }
    return Decision([try .put(study)], outcome: study)
  }
}
