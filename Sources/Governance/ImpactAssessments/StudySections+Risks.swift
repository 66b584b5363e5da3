import Messages
import Register

extension StudySections {
  static let protection = RegisterSection(
    "mesures",
    fr: "Les mesures en place ou prévues",
    en: "Measures in place or planned",
    fields: [
      RecordField(
        "measures",
        .list(
          .group([
            RecordField("title", .text, fr: "Mesure", en: "Measure", required: true),
            RecordField("content", .markdown, fr: "Ce qui est fait", en: "What is done"),
          ])
        ),
        fr: "Mesures",
        en: "Measures",
        source: "RGPD, art. 35(7)d",
        required: true,
        visibility: .members
      )
    ]
  )

  static let risks = RegisterSection(
    "risques",
    fr: "Les risques pour les personnes",
    en: "Risks for people",
    summary: Bilingual(
      fr:
        "Gravité et vraisemblance, telles qu’elles sont, puis telles qu’elles seront après le plan d’action.",
      en: "Gravity and likelihood, as they are, then as they will be after the plan."
    ),
    fields: [
      event("illegitimateAccess", .illegitimateAccess), event("unwantedChange", .unwantedChange),
      event("disappearance", .disappearance),
    ]
  )

  private static func event(_ key: String, _ kind: FearedEventKind) -> RecordField {
    RecordField(
      key,
      .group(fearedEvent),
      fr: kind.label.fr,
      en: kind.label.en,
      source: "RGPD, art. 35(7)c",
      required: true,
      visibility: .members
    )
  }

  private static let fearedEvent = [
    RecordField("impacts", .list(.text), fr: "Effets possibles", en: "Possible impacts", required: true),
    RecordField("threats", .list(.text), fr: "Menaces", en: "Threats", required: true),
    RecordField("sources", .list(.text), fr: "Sources de risque", en: "Sources of risk", required: true),
    RecordField("measures", .list(.text), fr: "Mesures qui le traitent", en: "Measures that treat it"),
    RecordField("gravity", .choice(of: RiskLevel.self), fr: "Gravité", en: "Gravity", required: true),
    RecordField("gravityReason", .markdown, fr: "Pourquoi", en: "Why"),
    RecordField(
      "likelihood",
      .choice(of: RiskLevel.self),
      fr: "Vraisemblance",
      en: "Likelihood",
      required: true
    ),
    RecordField("likelihoodReason", .markdown, fr: "Pourquoi", en: "Why"),
    RecordField(
      "residualGravity",
      .choice(of: RiskLevel.self),
      fr: "Gravité après le plan",
      en: "Gravity after the plan"
    ),
    RecordField(
      "residualLikelihood",
      .choice(of: RiskLevel.self),
      fr: "Vraisemblance après le plan",
      en: "Likelihood after the plan"
    ),
  ]

  static let plan = RegisterSection(
    "plan",
    fr: "L’évaluation et le plan d’action",
    en: "Evaluation and action plan",
    fields: [
      RecordField(
        "evaluations",
        .list(
          .group([
            RecordField(
              "part",
              .text,
              fr: "Partie de l’étude",
              en: "Part of the study",
              help: Bilingual(
                fr: "Le numéro de PIA : 1.1 (contexte), 2.1.211 (question), 3.2 (risque).",
                en: "PIA’s number: 1.1 (context), 2.1.211 (question), 3.2 (risk)."
              ),
              required: true
            ),
            RecordField(
              "level",
              .choice(of: StudyEvaluation.Level.self),
              fr: "Avis",
              en: "Verdict",
              required: true
            ),
            RecordField("comment", .markdown, fr: "Remarque", en: "Remark"),
            RecordField("plan", .markdown, fr: "Ce qui est prévu", en: "What is planned"),
            RecordField("owner", .text, fr: "Par qui", en: "By whom"),
            RecordField("dueOn", .date, fr: "Pour le", en: "Due on"),
          ])
        ),
        fr: "Évaluations",
        en: "Evaluations",
        source: "RGPD, art. 35(7)d",
        visibility: .members
      )
    ]
  )

  static let opinions = RegisterSection(
    "avis",
    fr: "Les avis",
    en: "Opinions",
    fields: [
      RecordField(
        "officerNames",
        .text,
        fr: "Délégué à la protection des données",
        en: "Data protection officer",
        source: "RGPD, art. 35(2)",
        required: true,
        visibility: .members
      ),
      RecordField(
        "officerOpinion",
        .choice(of: StudyOpinion.self),
        fr: "Son avis",
        en: "The officer’s opinion",
        source: "RGPD, art. 35(2) et 39(1)c",
        required: true,
        visibility: .members,
        why: Bilingual(
          fr: "Le responsable doit demander conseil au délégué.",
          en: "The controller must seek the officer’s advice."
        )
      ),
      RecordField(
        "officerOpinionOn",
        .date,
        fr: "Rendu le",
        en: "Given on",
        required: true,
        visibility: .members,
        when: .isPresent("officerOpinion"),
        why: Bilingual(
          fr: "C’est ce jour qui range l’avis dans le rapport annuel du délégué.",
          en: "That day puts the opinion in the officer’s yearly report."
        )
      ),
      RecordField("officerText", .markdown, fr: "En détail", en: "In full", visibility: .members),
      RecordField(
        "peopleAsked",
        .boolean,
        fr: "L’avis des personnes concernées a-t-il été demandé ?",
        en: "Were the views of the people concerned sought?",
        source: "RGPD, art. 35(9)",
        required: true,
        visibility: .members
      ),
      RecordField(
        "peopleNames",
        .text,
        fr: "Qui a été consulté",
        en: "Who was asked",
        required: true,
        visibility: .members,
        when: .isTrue("peopleAsked")
      ),
      RecordField(
        "peopleOpinion",
        .choice(of: StudyOpinion.self),
        fr: "Leur avis",
        en: "Their view",
        visibility: .members,
        when: .isTrue("peopleAsked")
      ),
      RecordField(
        "peopleText",
        .markdown,
        fr: "En détail",
        en: "In full",
        visibility: .members,
        when: .isTrue("peopleAsked")
      ),
      RecordField(
        "peopleNotAskedReason",
        .markdown,
        fr: "Pourquoi il ne l’a pas été",
        en: "Why they were not",
        source: "RGPD, art. 35(9)",
        visibility: .members
      ),
    ]
  )

  static let validation = RegisterSection(
    "validation",
    fr: "La validation",
    en: "Validation",
    fields: [
      RecordField(
        "validation",
        .choice(of: StudyValidation.self),
        fr: "Décision",
        en: "Decision",
        source: "RGPD, art. 24 et 35(1)",
        required: true
      ),
      RecordField(
        "validatedOn",
        .date,
        fr: "Le",
        en: "On",
        required: true,
        when: .isPresent("validation"),
        why: Bilingual(
          fr: "De ce jour se compte le réexamen, quand le traitement change.",
          en: "From that day the review is counted, when the processing changes."
        )
      ),
      RecordField(
        "signedFile",
        .blob,
        fr: "Validation signée",
        en: "Signed validation",
        help: Bilingual(
          fr: "La décision signée de qui répond du traitement.",
          en: "The signed decision of who answers for the processing."
        ),
        when: .isPresent("validation")
      ),
      RecordField(
        "rejectionReason",
        .markdown,
        fr: "Motif du refus",
        en: "Reason for refusing",
        required: true,
        visibility: .members,
        when: .isOneOf("validation", ["refused"])
      ),
      RecordField("adjustments", .markdown, fr: "Ajustements", en: "Adjustments", visibility: .members),
      RecordField(
        "consultation",
        .choice(of: PriorConsultation.self),
        fr: "Consultation préalable de la CNIL",
        en: "Prior consultation of CNIL",
        source: "RGPD, art. 36(1)",
        visibility: .members
      ),
    ]
  )
}
