import Messages
import Register

extension RegisterKind {
  /// The register of breaches; closed to all but whoever protects data.
  public static let breach = RegisterKind(
    Breach.self,
    slug: "violations",
    family: .personalData,
    label: Bilingual(fr: "Violation de données", en: "Data breach"),
    plural: Bilingual(fr: "Violations de données", en: "Data breaches"),
    summary: Bilingual(
      fr: "Toutes les violations, notifiées ou non : la loi demande ce registre (art. 33(5)).",
      en: "All breaches, notified or not: the law asks for this register (art. 33(5))."
    ),
    titleLabel: Bilingual(fr: "En quelques mots", en: "In a few words"),
    sections: BreachSections.all,
    listed: ["awareAt", "risk", "notifiedAt", "isExercise"],
    rights: RegisterRights(read: .protect, write: .protect, decide: .protect),
    rules: BreachRules.all,
    prepare: { breach, _, _, now in try breach.check(at: now) }
  )
}

/// The form of a breach, in the order things happen.
enum BreachSections {
  static let all = [facts, qualification, notification, people, end]

  private static func moment(
    _ key: String,
    fr: String,
    en: String,
    help: Bilingual? = nil,
    required: Bool = false
  ) -> RecordField {
    RecordField(key, .moment, fr: fr, en: en, help: help, required: required, visibility: .restricted)
  }

  private static func text(
    _ key: String,
    fr: String,
    en: String,
    source: String,
    required: Bool = true,
    when: FieldCondition? = nil
  ) -> RecordField {
    RecordField(
      key,
      .markdown,
      fr: fr,
      en: en,
      source: source,
      required: required,
      visibility: .restricted,
      when: when
    )
  }

  static let facts = RegisterSection(
    "faits",
    fr: "Ce qui s’est passé",
    en: "What happened",
    fields: [
      RecordField(
        "isExercise",
        .boolean,
        fr: "C’est un exercice",
        en: "This is an exercise",
        visibility: .restricted
      ),
      RecordField(
        "exerciseRings",
        .boolean,
        fr: "L’exercice sonne comme une vraie violation",
        en: "The exercise rings as a real breach does",
        help: Bilingual(
          fr: "Des avis et des courriels partent alors à 24, 48, 66 et 72 heures.",
          en: "Notices and mail then go at 24, 48, 66 and 72 hours."
        ),
        visibility: .restricted,
        when: .isTrue("isExercise")
      ),
      moment("occurredAt", fr: "Survenue", en: "Occurred"),
      moment("detectedAt", fr: "Détectée", en: "Detected", required: true),
      moment(
        "awareAt",
        fr: "Prise de connaissance",
        en: "Became aware",
        help: Bilingual(
          fr: "Le moment où l’on est raisonnablement certain que des données sont touchées. "
            + "Les 72 heures partent de là, week-ends compris.",
          en: "When one is reasonably certain that data is affected. The 72 hours run from there, "
            + "week-ends included."
        ),
        required: true
      ),
      text("facts", fr: "Les faits", en: "The facts", source: "RGPD, art. 33(3)a et 33(5)"),
      RecordField(
        "natures",
        .choices(of: BreachNature.self),
        fr: "Ce qui est perdu",
        en: "What is lost",
        source: "RGPD, art. 4(12)",
        required: true,
        visibility: .restricted
      ),
      RecordField(
        "cause",
        .choice(of: BreachCause.self),
        fr: "Origine",
        en: "Cause",
        required: true,
        visibility: .restricted
      ),
      RecordField(
        "dataCategories",
        .list(.text),
        fr: "Données touchées",
        en: "Data affected",
        source: "RGPD, art. 33(3)a",
        required: true,
        visibility: .restricted
      ),
      RecordField(
        "specialCategories",
        .choices(of: SpecialCategory.self),
        fr: "Dont données sensibles ou protégées",
        en: "Including sensitive or protected data",
        visibility: .restricted
      ),
      RecordField(
        "dataSubjects",
        .list(.text),
        fr: "Personnes touchées",
        en: "People affected",
        source: "RGPD, art. 33(3)a",
        required: true,
        visibility: .restricted
      ),
      RecordField(
        "subjectsCount",
        .integer,
        fr: "Combien de personnes, à peu près",
        en: "About how many people",
        source: "RGPD, art. 33(3)a",
        required: true,
        visibility: .restricted
      ),
      RecordField(
        "recordsCount",
        .integer,
        fr: "Combien d’enregistrements, à peu près",
        en: "About how many records",
        source: "RGPD, art. 33(3)a",
        visibility: .restricted
      ),
      RecordField(
        "activities",
        .list(.reference(kind: "processing-activity")),
        fr: "Activités touchées",
        en: "Activities affected",
        visibility: .restricted
      ),
      RecordField(
        "datasets",
        .list(.reference(kind: "dataset")),
        fr: "Jeux de données touchés",
        en: "Datasets affected",
        visibility: .restricted
      ),
      RecordField(
        "processor",
        .reference(kind: "processor"),
        fr: "Sous-traitant chez qui c’est arrivé",
        en: "Processor where it happened",
        source: "RGPD, art. 33(2)",
        visibility: .restricted
      ),
      RecordField("reportedBy", .text, fr: "Signalée par", en: "Reported by", visibility: .restricted),
    ]
  )

  static let qualification = RegisterSection(
    "qualification",
    fr: "Quel risque pour les personnes ?",
    en: "Which risk for people?",
    fields: [
      RecordField(
        "gravity",
        .choice(of: RiskLevel.self),
        fr: "Gravité",
        en: "Gravity",
        required: true,
        visibility: .restricted
      ),
      RecordField(
        "likelihood",
        .choice(of: RiskLevel.self),
        fr: "Vraisemblance",
        en: "Likelihood",
        required: true,
        visibility: .restricted
      ),
      RecordField(
        "risk",
        .choice(of: BreachRisk.self),
        fr: "Qualification",
        en: "Qualification",
        source: "RGPD, art. 33(1) et 34(1)",
        required: true,
        visibility: .restricted,
        why: Bilingual(
          fr: "Elle décide s’il faut notifier la CNIL et informer les personnes.",
          en: "It decides whether CNIL is notified and people are told."
        )
      ),
      text("riskReasons", fr: "Motifs", en: "Reasons", source: "RGPD, art. 5(2)", when: .isPresent("risk")),
      moment("qualifiedAt", fr: "Qualifiée", en: "Qualified"),
    ]
  )

  static let notification = RegisterSection(
    "notification",
    fr: "La notification à la CNIL",
    en: "Notification to CNIL",
    summary: Bilingual(
      fr: "Notifiez ce que vous savez : le reste peut suivre par étapes (art. 33(4)).",
      en: "Notify what you know: the rest may follow in phases (art. 33(4))."
    ),
    fields: [
      text(
        "contactPoint",
        fr: "Délégué ou point de contact",
        en: "Officer or contact point",
        source: "RGPD, art. 33(3)b",
        when: notifies
      ),
      text(
        "consequences",
        fr: "Conséquences probables",
        en: "Likely consequences",
        source: "RGPD, art. 33(3)c"
      ),
      text("measuresTaken", fr: "Mesures prises", en: "Measures taken", source: "RGPD, art. 33(3)d"),
      text(
        "measuresPlanned",
        fr: "Mesures prévues",
        en: "Measures planned",
        source: "RGPD, art. 33(3)d",
        required: false
      ),
      moment("notifiedAt", fr: "Notification initiale", en: "First notification"),
      RecordField(
        "notification",
        .text,
        fr: "Numéro de la CNIL",
        en: "CNIL’s number",
        visibility: .restricted,
        when: .isPresent("notifiedAt")
      ),
      text(
        "delayReasons",
        fr: "Motifs du retard, au-delà de 72 heures",
        en: "Reasons for the delay, past 72 hours",
        source: "RGPD, art. 33(1)",
        required: false,
        when: notifies
      ),
      moment("completedAt", fr: "Notification complémentaire", en: "Completed notification"),
    ]
  )

  private static let notifies = FieldCondition.isOneOf("risk", ["risk", "high"])
}
