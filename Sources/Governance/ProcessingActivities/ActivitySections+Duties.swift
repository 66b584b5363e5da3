import Messages
import Register

extension ActivitySections {
  static let information = RegisterSection(
    "information",
    fr: "Ce que les personnes en savent",
    en: "What people know of it",
    fields: [
      RecordField(
        "noticePlaces",
        .choices(of: NoticePlace.self),
        fr: "Où les personnes sont informées",
        en: "Where people are informed",
        source: "RGPD, art. 12 à 14",
        required: true,
        why: Bilingual(
          fr: "Une personne qui ne sait pas ne peut exercer aucun droit.",
          en: "Someone who does not know can exercise no right."
        )
      ),
      RecordField(
        "noticeAddress",
        .url,
        fr: "Adresse de la mention d’information",
        en: "Address of the notice",
        when: .contains("noticePlaces", "website")
      ),
      RecordField(
        "rightsContact",
        .text,
        fr: "Où exercer ses droits, si ce n’est auprès du délégué",
        en: "Where to exercise rights, when not with the officer"
      ),
      RecordField(
        "decidesAutomatically",
        .boolean,
        fr: "Prend-il seul des décisions sur les personnes ?",
        en: "Does it decide on people by itself?",
        source: "RGPD, art. 22 ; loi n° 78-17, art. 47",
        required: true
      ),
      RecordField(
        "automatedLogic",
        .markdown,
        fr: "Comment il décide, et ce que cela change pour elles",
        en: "How it decides, and what it means for them",
        source: "RGPD, art. 13(2)f",
        required: true,
        when: .isTrue("decidesAutomatically")
      ),
    ]
  )

  static let assessment = RegisterSection(
    "aipd",
    fr: "Faut-il une analyse d’impact ?",
    en: "Is an impact assessment needed?",
    summary: Bilingual(
      fr: "Cochez ce qui s’applique, puis datez votre examen : Arpent dit ce que la règle en tire. "
        + "La décision reste la vôtre, motivée.",
      en: "Tick what applies, then date your review: Arpent says what the rule makes of it. "
        + "The decision remains yours, with reasons."
    ),
    fields: [
      RecordField(
        "dpiaCriteria",
        .choices(of: DPIACriterion.self),
        fr: "Critères réunis",
        en: "Criteria met",
        source: "RGPD, art. 35(1) ; lignes directrices WP 248 rév. 01",
        visibility: .members
      ),
      RecordField(
        "dpiaCases",
        .choices(of: DPIACase.self),
        fr: "Cas prévus par le règlement",
        en: "Cases of the regulation",
        source: "RGPD, art. 35(3)",
        visibility: .members
      ),
      RecordField(
        "dpiaMandatory",
        .choices(of: MandatoryDPIA.self),
        fr: "Traitements pour lesquels l’AIPD est obligatoire",
        en: "Processing for which a DPIA is mandatory",
        source: "RGPD, art. 35(4) ; CNIL, délib. 2018-327",
        visibility: .members
      ),
      RecordField(
        "dpiaExempt",
        .choices(of: ExemptDPIA.self),
        fr: "Traitements dispensés",
        en: "Exempt processing",
        source: "RGPD, art. 35(5) ; CNIL, délib. 2019-118",
        visibility: .members
      ),
      RecordField(
        "dpiaReviewedOn",
        .date,
        fr: "Examiné le",
        en: "Reviewed on",
        help: Bilingual(
          fr: "Le jour où les critères et les deux listes ont été lus, même si rien n’est coché.",
          en: "The day the criteria and both lists were read, even when nothing is ticked."
        ),
        source: "RGPD, art. 35(1)",
        required: true,
        visibility: .members,
        why: Bilingual(
          fr: "Tant que personne n’a regardé, on ne sait pas si une analyse est due.",
          en: "Until someone looks, nobody knows whether an assessment is due."
        )
      ),
      RecordField(
        "dpiaDecision",
        .choice(of: DPIADecision.self),
        fr: "Décision",
        en: "Decision",
        visibility: .members
      ),
      RecordField(
        "dpiaReasons",
        .markdown,
        fr: "Motifs de la décision",
        en: "Reasons for the decision",
        source: "RGPD, art. 5(2)",
        required: true,
        visibility: .members,
        when: .isPresent("dpiaDecision")
      ),
      RecordField(
        "dpiaDecidedOn",
        .date,
        fr: "Décidée le",
        en: "Decided on",
        required: true,
        visibility: .members,
        when: .isPresent("dpiaDecision")
      ),
    ]
  )

  static let officer = RegisterSection(
    "delegue",
    fr: "Avis du délégué à la protection des données",
    en: "Opinions of the data protection officer",
    fields: [
      RecordField(
        "opinions",
        .list(.group(opinion)),
        fr: "Avis",
        en: "Opinions",
        source: "RGPD, art. 38(1) et 39(1)",
        visibility: .members
      )
    ]
  )

  static let opinion = [
    RecordField("on", .date, fr: "Le", en: "On", required: true),
    RecordField("author", .text, fr: "De", en: "By", required: true),
    RecordField(
      "opinion",
      .choice(of: OfficerOpinion.Opinion.self),
      fr: "Avis",
      en: "Opinion",
      required: true
    ),
    RecordField("text", .markdown, fr: "En détail", en: "In full"),
    RecordField("followUp", .markdown, fr: "Suite donnée", en: "What was done of it"),
  ]
}
