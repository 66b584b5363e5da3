import Messages
import Register

extension ActivitySections {
  static let people = RegisterSection(
    "donnees",
    fr: "Quelles personnes, quelles données, combien de temps",
    en: "Which people, which data, for how long",
    fields: [
      RecordField(
        "dataSubjects",
        .list(.text),
        fr: "Personnes concernées",
        en: "People concerned",
        help: Bilingual(
          fr: "Une catégorie par ligne : élèves, parents, agents, usagers…",
          en: "One category a line: pupils, parents, staff, users…"
        ),
        source: "RGPD, art. 30(1)c",
        required: true
      ),
      RecordField(
        "subjectsCount",
        .integer,
        fr: "Combien, à peu près",
        en: "About how many",
        help: Bilingual(
          fr: "Sert à juger de la grande échelle, et à mesurer une violation.",
          en: "Helps to judge scale, and to measure a breach."
        ),
        visibility: .members
      ),
      RecordField(
        "categories",
        .list(.group(category)),
        fr: "Catégories de données et durées de conservation",
        en: "Categories of data and periods of retention",
        source: "RGPD, art. 30(1)c et f, et 5(1)e",
        required: true,
        why: Bilingual(
          fr: "Une donnée sans durée se garde toujours : c’est la faute la plus courante.",
          en: "Data without a period is kept for ever: the commonest fault."
        )
      ),
      RecordField(
        "specialCategories",
        .choices(of: SpecialCategory.self),
        fr: "Données sensibles ou protégées",
        en: "Sensitive or protected data",
        source: "RGPD, art. 9, 10 et 87 ; loi n° 78-17, art. 30"
      ),
      RecordField(
        "sensitiveException",
        .choice(of: SensitiveException.self),
        fr: "Ce qui permet de les traiter",
        en: "What lets it be processed",
        source: "RGPD, art. 9(2) et 10",
        required: true,
        when: .isPresent("specialCategories"),
        why: Bilingual(
          fr: "Traiter ces données est interdit, sauf exception.",
          en: "Processing such data is forbidden, but for exceptions."
        )
      ),
      RecordField(
        "sensitiveText",
        .text,
        fr: "Texte qui le permet",
        en: "Text that allows it",
        required: true,
        when: .isPresent("specialCategories")
      ),
      RecordField(
        "origin",
        .choice(of: DataOrigin.self),
        fr: "D’où viennent les données",
        en: "Where the data comes from",
        source: "RGPD, art. 13 et 14",
        required: true
      ),
      RecordField(
        "originSource",
        .text,
        fr: "Source, si ce n’est pas la personne",
        en: "Source, where it is not the person",
        source: "RGPD, art. 14(2)f",
        required: true,
        when: .isOneOf("origin", ["other", "both"])
      ),
      RecordField(
        "isMandatory",
        .boolean,
        fr: "La personne est-elle obligée de les donner ?",
        en: "Must the person give it?",
        source: "RGPD, art. 13(2)e",
        when: .isOneOf("origin", ["person", "both"])
      ),
      RecordField(
        "refusalConsequence",
        .text,
        fr: "Ce qui se passe si elle ne les donne pas",
        en: "What follows if it is not given",
        source: "RGPD, art. 13(2)e",
        required: true,
        when: .isTrue("isMandatory")
      ),
    ]
  )

  private static let category = [
    RecordField("name", .text, fr: "Catégorie", en: "Category", required: true),
    RecordField("kind", .choice(of: DataFamily.self), fr: "Famille", en: "Family", required: true),
    RecordField(
      "startEvent",
      .text,
      fr: "Point de départ de la durée",
      en: "Event from which it is kept",
      help: Bilingual(
        fr: "L’événement qui fait courir la durée : fin de l’année scolaire, départ de l’agent…",
        en: "The event that starts the period: end of the school year, departure of the agent…"
      ),
      required: true
    ),
    RecordField(
      "activeLength",
      .integer,
      fr: "Durée d’usage courant",
      en: "Length of current use",
      source: "RGPD, art. 5(1)e",
      required: true
    ),
    RecordField(
      "activeUnit",
      .choice(of: PeriodUnit.self),
      fr: "Unité",
      en: "Unit",
      required: true,
      when: .isPresent("activeLength")
    ),
    RecordField(
      "intermediateLength",
      .integer,
      fr: "Puis archivage intermédiaire",
      en: "Then kept aside",
      help: Bilingual(
        fr: "Le reste de la durée d’utilité administrative (DUA), avec un accès restreint.",
        en: "What remains of the period of administrative use, with restricted access."
      ),
      source: "C. patr., art. R212-11 et R212-12"
    ),
    RecordField(
      "intermediateUnit",
      .choice(of: PeriodUnit.self),
      fr: "Unité de l’archivage",
      en: "Unit of that period",
      required: true,
      when: .isPresent("intermediateLength")
    ),
    RecordField(
      "finalFate",
      .choice(of: FinalFate.self),
      fr: "Sort final",
      en: "Final fate",
      source: "C. patr., art. L212-2 et L212-3",
      required: true,
      why: Bilingual(
        fr: "Une archive publique ne se détruit pas sans visa des archives départementales.",
        en: "A public archive is not destroyed without a visa of the departmental archives."
      )
    ),
    RecordField(
      "basis",
      .text,
      fr: "Texte ou tableau qui fixe la durée",
      en: "Text or schedule that sets the period"
    ),
    RecordField(
      "visa",
      .text,
      fr: "Visa d’élimination",
      en: "Visa of elimination",
      source: "C. patr., art. R212-14",
      visibility: .members,
      when: .isOneOf("finalFate", ["destruction", "sampling"])
    ),
    RecordField(
      "visaOn",
      .date,
      fr: "Date du visa",
      en: "Day of the visa",
      visibility: .members,
      when: .isPresent("visa")
    ),
  ]
}
