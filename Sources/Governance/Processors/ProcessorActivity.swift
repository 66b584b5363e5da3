import Messages
public import Register

/// A processing that the organisation carries out for others (GDPR, article 30(2)).
public struct ProcessorActivity: RegisterRecord {
  /// The kind's name in the journal.
  public static var kind: String { "processor-activity" }
  /// The register of what is done for others.
  public static var register: RegisterKind { .processorActivity }

  /// An opaque id.
  public var id: String
  /// The slug of the organisation that acts as processor.
  public var organization: String
  /// What it is called.
  public var title: String
  /// How it is kept.
  public var keeping: Keeping

  /// The controllers it is done for.
  @EmptyIfAbsent public var controllers: [ControllerServed]
  /// Categories of processing carried out for them.
  @EmptyIfAbsent public var operations: [String]
  /// Processors it relies on in turn: ids of their records.
  @EmptyIfAbsent public var processors: [String]
  /// Whether data leaves the Union.
  public var hasTransfers: Bool?
  /// Where to, with which guarantee.
  @EmptyIfAbsent public var transfers: [Transfer]
  /// The applications it runs on.
  @EmptyIfAbsent public var applications: [String]
  /// The datasets it holds for them.
  @EmptyIfAbsent public var datasets: [String]
  /// The columns that hold personal data.
  @EmptyIfAbsent public var columns: [ActivityColumn]
  /// Technical and organisational measures.
  @EmptyIfAbsent public var securityMeasures: [String]

  /// An activity that only has a name.
  public init(id: String, organization: String, title: String, keeping: Keeping) {
    self.id = id
    self.organization = organization
    self.title = title
    self.keeping = keeping
  }
}

/// A controller that a processing is carried out for.
public struct ControllerServed: Codable, Sendable, Equatable {
  /// Its name.
  public var name: String?
  /// Its contact.
  public var contact: String?
  /// Its data protection officer.
  public var officer: String?
  /// The contract or agreement.
  public var agreement: String?

  /// Names one.
  public init(name: String? = nil, contact: String? = nil, officer: String? = nil, agreement: String? = nil) {
    self.name = name
    self.contact = contact
    self.officer = officer
    self.agreement = agreement
  }
}

extension RegisterKind {
  /// The register of what is done for others.
  public static let processorActivity = RegisterKind(
    ProcessorActivity.self,
    slug: "sous-traitances",
    family: .personalData,
    label: Bilingual(fr: "Traitement pour le compte d’autrui", en: "Processing for others"),
    plural: Bilingual(fr: "Traitements pour le compte d’autrui", en: "Processing for others"),
    summary: Bilingual(
      fr:
        "Ce que l’organisation fait pour d’autres : un service commun, une paie mutualisée, un hébergement.",
      en: "What the organisation does for others: a shared service, a pooled payroll, a hosting."
    ),
    titleLabel: Bilingual(fr: "Nom du service rendu", en: "Name of the service"),
    sections: [served, means],
    listed: ["operations"],
    publicFields: ["operations", "hasTransfers", "transfers"],
    rights: RegisterRights(read: .read, write: .produce, decide: .protect)
  )

  private static let served = RegisterSection(
    "pour-qui",
    fr: "Pour qui, et quoi",
    en: "For whom, and what",
    fields: [
      RecordField(
        "controllers",
        .list(
          .group([
            RecordField("name", .text, fr: "Responsable de traitement", en: "Controller", required: true),
            RecordField(
              "contact",
              .text,
              fr: "Coordonnées",
              en: "Contact",
              required: true,
              visibility: .members
            ),
            RecordField("officer", .text, fr: "Son délégué", en: "Its officer", visibility: .members),
            RecordField(
              "agreement",
              .text,
              fr: "Contrat ou convention",
              en: "Contract or agreement",
              required: true
            ),
          ])
        ),
        fr: "Responsables servis",
        en: "Controllers served",
        source: "RGPD, art. 30(2)a",
        required: true
      ),
      RecordField(
        "operations",
        .list(.text),
        fr: "Catégories de traitements",
        en: "Categories of processing",
        source: "RGPD, art. 30(2)b",
        required: true
      ),
      ActivitySections.recipients.fields[1], ActivitySections.recipients.fields[3],
      ActivitySections.recipients.fields[4],
    ]
  )

  private static let means = RegisterSection(
    "moyens",
    fr: "Avec quels moyens",
    en: "By which means",
    fields: [
      ActivitySections.supports.fields[0], ActivitySections.supports.fields[1],
      ActivitySections.supports.fields[2],
      RecordField(
        "securityMeasures",
        .list(.text),
        fr: "Mesures de sécurité",
        en: "Security measures",
        source: "RGPD, art. 30(2)d et 32(1)",
        required: true,
        visibility: .members
      ),
    ]
  )
}
