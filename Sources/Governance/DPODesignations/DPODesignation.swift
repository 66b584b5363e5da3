import Messages
public import Register

/// The designation of a data protection officer (GDPR, articles 37 to 39).
public struct DPODesignation: RegisterRecord {
  /// The kind's name in the journal.
  public static var kind: String { "dpo-designation" }
  /// The register of designations.
  public static var register: RegisterKind { .dpoDesignation }

  /// An opaque id.
  public var id: String
  /// The slug of the organisation that designates.
  public var organization: String
  /// The officer: a person or a body.
  public var title: String
  /// How it is kept.
  public var keeping: Keeping

  /// Whether the officer is one of the staff.
  public var isStaff: Bool?
  /// The body that provides the officer, where it is not.
  public var provider: String?
  /// The organisations that share the officer.
  @EmptyIfAbsent public var sharedWith: [String]
  /// The day of designation, ISO 8601.
  public var designatedOn: String?
  /// The act that designates.
  public var decision: String?
  /// The day CNIL was told, ISO 8601.
  public var declaredOn: String?
  /// CNIL's number.
  public var declaration: String?
  /// The published e-mail address.
  public var email: String?
  /// The published telephone number.
  public var phone: String?
  /// The published postal address.
  public var address: String?
  /// To whom the officer reports.
  public var reportsTo: String?
  /// Time, means and training given.
  public var means: String?
  /// Other duties, and why they conflict with none of this.
  public var otherDuties: String?
  /// The day it ended, ISO 8601.
  public var endedOn: String?

  /// A designation that only names the officer.
  public init(id: String, organization: String, title: String, keeping: Keeping) {
    self.id = id
    self.organization = organization
    self.title = title
    self.keeping = keeping
  }

  /// Whether it holds for an organisation on a day.
  public func covers(_ organization: String, on day: String) -> Bool {
    let isOver = keeping.status == .ended || endedOn.map { $0 < day } ?? false
    return !isOver && (self.organization == organization || sharedWith.contains(organization))
  }
}

extension RegisterKind {
  /// The register of designations of data protection officers.
  public static let dpoDesignation = RegisterKind(
    DPODesignation.self,
    slug: "delegues",
    family: .personalData,
    label: Bilingual(fr: "Désignation du délégué (DPD)", en: "Designation of the officer (DPO)"),
    plural: Bilingual(fr: "Délégués à la protection des données", en: "Data protection officers"),
    summary: Bilingual(
      fr: "Qui est le délégué à la protection des données, pour quels organismes, et comment l’atteindre.",
      en: "Who the data protection officer is, for which bodies, and how to reach them."
    ),
    titleLabel: Bilingual(fr: "Délégué : personne ou organisme", en: "Officer: a person or a body"),
    sections: [designation, contactPoint, independence],
    listed: ["designatedOn", "email"],
    publicFields: ["provider", "designatedOn", "email", "phone", "address"],
    rights: RegisterRights(read: .read, write: .administer, decide: .protect),
    rules: [OfficerRules.declared, OfficerRules.conflict]
  )

  private static let designation = RegisterSection(
    "designation",
    fr: "La désignation",
    en: "The designation",
    fields: [
      RecordField(
        "isStaff",
        .boolean,
        fr: "Est-ce un agent de l’organisme ?",
        en: "One of the staff?",
        source: "RGPD, art. 37(6)",
        required: true
      ),
      RecordField(
        "provider",
        .text,
        fr: "Organisme qui le met à disposition",
        en: "Body that provides the officer"
      ),
      RecordField(
        "sharedWith",
        .list(.reference(kind: "organization")),
        fr: "Organismes qui le partagent",
        en: "Bodies that share the officer",
        source: "RGPD, art. 37(3)"
      ),
      RecordField(
        "designatedOn",
        .date,
        fr: "Désigné le",
        en: "Designated on",
        source: "RGPD, art. 37(1)a",
        required: true
      ),
      RecordField(
        "decision",
        .text,
        fr: "Acte de désignation",
        en: "Act of designation",
        help: Bilingual(fr: "Arrêté, délibération, lettre de mission.", en: "Order, decision, letter."),
        required: true
      ),
      RecordField(
        "declaredOn",
        .date,
        fr: "Communiqué à la CNIL le",
        en: "Told to CNIL on",
        source: "RGPD, art. 37(7)",
        required: true,
        why: Bilingual(
          fr: "Un délégué que la CNIL ne connaît pas n’est pas son point de contact.",
          en: "An officer CNIL does not know is not its contact point."
        )
      ),
      RecordField(
        "declaration",
        .text,
        fr: "Numéro de désignation",
        en: "Designation number",
        visibility: .members
      ),
      RecordField("endedOn", .date, fr: "Fin de mission", en: "End"),
    ]
  )

  private static let contactPoint = RegisterSection(
    "contact",
    fr: "Les coordonnées publiées",
    en: "The published contact",
    summary: Bilingual(
      fr: "Elles paraissent sur le site et dans chaque mention d’information.",
      en: "They appear on the site and in every notice."
    ),
    fields: [
      RecordField("email", .email, fr: "Courriel", en: "E-mail", source: "RGPD, art. 37(7)", required: true),
      RecordField("phone", .text, fr: "Téléphone", en: "Telephone"),
      RecordField("address", .text, fr: "Adresse postale", en: "Postal address", required: true),
    ]
  )

  private static let independence = RegisterSection(
    "independance",
    fr: "Son indépendance et ses moyens",
    en: "Independence and means",
    fields: [
      RecordField(
        "reportsTo",
        .text,
        fr: "Rend compte à",
        en: "Reports to",
        source: "RGPD, art. 38(3)",
        required: true,
        visibility: .members
      ),
      RecordField(
        "means",
        .markdown,
        fr: "Temps, moyens, formation",
        en: "Time, means, training",
        source: "RGPD, art. 38(2)",
        required: true,
        visibility: .members
      ),
      RecordField(
        "otherDuties",
        .markdown,
        fr: "Autres fonctions, et pourquoi elles ne sont pas en conflit",
        en: "Other duties, and why they do not conflict",
        help: Bilingual(
          fr: "Diriger les services, l’informatique ou les ressources humaines est en conflit.",
          en: "Heading the services, IT or human resources conflicts."
        ),
        source: "RGPD, art. 38(6)",
        required: true,
        visibility: .members
      ),
    ]
  )
}

/// What is asked of a designation.
enum OfficerRules {
  static let declared = Rule<RegisterFacts<DPODesignation>>(
    "dpo.declared",
    theme: "personal-data",
    article: "RGPD, art. 37(7)",
    mode: .alert,
    title: Bilingual(fr: "La CNIL connaît le délégué", en: "CNIL knows the officer"),
    remedy: Bilingual(
      fr: "Faites la désignation sur le site de la CNIL, et notez le jour et le numéro.",
      en: "Designate on CNIL’s site, and note the day and the number."
    )
  ) { facts in
    facts.record.declaredOn.map(Bilingual.day)
      .map { Judgement(.compliant, fr: "Depuis le \($0.fr).", en: "Since \($0.en).") }
      ?? Judgement(.unknown, fr: "Aucun jour n’est noté.", en: "No day is noted.")
  }

  static let conflict = Rule<RegisterFacts<DPODesignation>>(
    "dpo.independence",
    theme: "personal-data",
    article: "RGPD, art. 38(3) et 38(6)",
    mode: .measure,
    title: Bilingual(fr: "Le délégué est indépendant", en: "The officer is independent"),
    remedy: Bilingual(
      fr: "Dites à qui il rend compte et quelles sont ses autres fonctions.",
      en: "Say whom the officer reports to and what the other duties are."
    )
  ) { facts in
    facts.record.reportsTo == nil || facts.record.otherDuties == nil
      ? Judgement(.unknown, fr: "Personne n’a dit ce qu’il en est.", en: "Nobody said how it stands.")
      : Judgement(
        .compliant,
        fr: "Son rattachement et ses fonctions sont dits.",
        en: "Line and duties are stated."
      )
  }
}
