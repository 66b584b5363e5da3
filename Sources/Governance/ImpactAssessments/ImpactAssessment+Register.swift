import Messages
import Register

extension RegisterKind {
  /// The register of impact assessments.
  public static let impactAssessment = RegisterKind(
    ImpactAssessment.self,
    slug: "aipd",
    family: .personalData,
    label: Bilingual(fr: "Analyse d’impact (AIPD)", en: "Impact assessment (DPIA)"),
    plural: Bilingual(fr: "Analyses d’impact (AIPD)", en: "Impact assessments (DPIA)"),
    summary: Bilingual(
      fr: "Ce qu’un traitement risque de faire aux personnes, et ce qui les protège, sur le plan de l’outil "
        + "PIA de la CNIL. Une étude se lit et s’écrit aussi dans le format de cet outil.",
      en: "What a processing may do to people, and what protects them, on the plan of CNIL’s PIA tool. "
        + "A study can be read and written in that tool’s format too."
    ),
    titleLabel: Bilingual(fr: "Nom de l’étude", en: "Name of the study"),
    sections: StudySections.all,
    listed: ["activity", "validation", "validatedOn"],
    publicFields: [],
    rights: RegisterRights(read: .read, write: .produce, decide: .protect),
    rules: StudyRules.all
  )
}

/// The form of a study, in the order of the method.
enum StudySections {
  static let all = [study, context, principles, rights, protection, risks, plan, opinions, validation]

  /// A question answered by a text, of which PIA has the number.
  private static func question(
    _ key: String,
    _ number: Int,
    fr: String,
    en: String,
    source: String? = "RGPD, art. 35(7)a",
    required: Bool = true
  ) -> RecordField {
    RecordField(
      key,
      .markdown,
      fr: fr,
      en: en,
      help: Bilingual(fr: "Question \(number) de PIA.", en: "Question \(number) of PIA."),
      source: source,
      required: required,
      visibility: .members
    )
  }

  static let study = RegisterSection(
    "etude",
    fr: "L’étude",
    en: "The study",
    fields: [
      RecordField(
        "activity",
        .reference(kind: "processing-activity"),
        fr: "Activité étudiée",
        en: "Activity studied",
        source: "RGPD, art. 35(1)",
        required: true,
        why: Bilingual(
          fr: "C’est ce qui relie l’étude au registre, et dit quand la reprendre.",
          en: "It links the study to the register, and tells when to take it up again."
        )
      ),
      RecordField("author", .text, fr: "Rédaction", en: "Author", required: true, visibility: .members),
      RecordField("evaluator", .text, fr: "Évaluation", en: "Evaluator", visibility: .members),
      RecordField(
        "validator",
        .text,
        fr: "Validation",
        en: "Validator",
        required: true,
        visibility: .members
      ),
    ]
  )

  static let context = RegisterSection(
    "contexte",
    fr: "Le contexte",
    en: "Context",
    fields: [
      question("overview", 111, fr: "Quel traitement étudie-t-on ?", en: "Which processing is studied?"),
      question("responsibilities", 112, fr: "Qui répond de quoi ?", en: "Who answers for what?"),
      question(
        "standards",
        113,
        fr: "Quels référentiels s’appliquent ?",
        en: "Which standards apply?",
        source: "RGPD, art. 35(8)",
        required: false
      ),
      question("data", 121, fr: "Quelles données sont traitées ?", en: "Which data is processed?"),
      question("lifeCycle", 122, fr: "Quelle est la vie des données ?", en: "How does the data live?"),
      question("supports", 123, fr: "Sur quels supports sont-elles ?", en: "What is it kept on?"),
    ]
  )

  static let principles = RegisterSection(
    "principes",
    fr: "Nécessité et proportionnalité",
    en: "Necessity and proportionality",
    fields: [
      question(
        "purposes",
        211,
        fr: "Les finalités sont-elles déterminées, explicites et légitimes ?",
        en: "Are purposes determined, explicit and legitimate?",
        source: "RGPD, art. 5(1)b et 35(7)b"
      ),
      question(
        "lawfulness",
        212,
        fr: "Qu’est-ce qui rend le traitement licite ?",
        en: "What makes the processing lawful?",
        source: "RGPD, art. 6 et 35(7)b"
      ),
      question(
        "minimization",
        213,
        fr: "Les données se limitent-elles au nécessaire ?",
        en: "Is data kept to what is needed?",
        source: "RGPD, art. 5(1)c"
      ),
      question(
        "accuracy",
        214,
        fr: "Sont-elles exactes et à jour ?",
        en: "Is it accurate and up to date?",
        source: "RGPD, art. 5(1)d"
      ),
      question(
        "retention",
        215,
        fr: "Combien de temps sont-elles conservées ?",
        en: "How long is it kept?",
        source: "RGPD, art. 5(1)e"
      ),
    ]
  )

  static let rights = RegisterSection(
    "droits",
    fr: "Les droits des personnes",
    en: "People’s rights",
    fields: [
      question(
        "information",
        221,
        fr: "Comment les personnes sont-elles informées ?",
        en: "How are people informed?",
        source: "RGPD, art. 12 à 14"
      ),
      question(
        "consent",
        222,
        fr: "Comment le consentement est-il recueilli, s’il l’est ?",
        en: "How is consent obtained, if it is?",
        source: "RGPD, art. 7",
        required: false
      ),
      question(
        "access",
        223,
        fr: "Comment exerce-t-on l’accès et la portabilité ?",
        en: "How are access and portability exercised?",
        source: "RGPD, art. 15 et 20"
      ),
      question(
        "rectification",
        224,
        fr: "Comment exerce-t-on la rectification et l’effacement ?",
        en: "How are rectification and erasure exercised?",
        source: "RGPD, art. 16 et 17"
      ),
      question(
        "objection",
        225,
        fr: "Comment exerce-t-on la limitation et l’opposition ?",
        en: "How are restriction and objection exercised?",
        source: "RGPD, art. 18 et 21"
      ),
      question(
        "processing",
        226,
        fr: "Les sous-traitants sont-ils tenus par contrat ?",
        en: "Are processors bound by contract?",
        source: "RGPD, art. 28",
        required: false
      ),
      question(
        "transfers",
        227,
        fr: "Les données restent-elles protégées hors de l’Union ?",
        en: "Is data protected outside the Union?",
        source: "RGPD, art. 44 à 49",
        required: false
      ),
    ]
  )
}
