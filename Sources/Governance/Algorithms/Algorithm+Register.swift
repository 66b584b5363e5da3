import Messages
import Register

extension RegisterKind {
  /// The algorithms that bear on decisions.
  public static let algorithm = RegisterKind(
    Algorithm.self,
    slug: "algorithmes",
    family: .algorithms,
    label: Bilingual(fr: "Algorithme", en: "Algorithm"),
    plural: Bilingual(fr: "Algorithmes", en: "Algorithms"),
    summary: Bilingual(
      fr:
        "Les traitements qui décident ou aident à décider : ce qu’ils calculent, ce qui est dû aux personnes, "
        + "et la règle elle-même quand elle peut être exécutée ici.",
      en:
        "The processings that decide or help to decide: what they compute, what people are owed, and the rule "
        + "itself where it can be run here."
    ),
    titleLabel: Bilingual(fr: "Nom de l’algorithme", en: "Name of the algorithm"),
    sections: [
      AlgorithmForm.authority, AlgorithmForm.business, AlgorithmForm.impact, AlgorithmForm.working,
      AlgorithmForm.duties, AlgorithmForm.origin,
    ],
    listed: ["automation", "isIndividual", "decisionsPerYear"],
    publicFields: [
      "department", "contact", "background", "purpose", "isIndividual", "role", "automation", "legalBases",
      "businessResources", "decisionsPerYear", "reach", "audience", "weight", "impactResources", "data",
      "hasSensitiveData", "technique", "operations", "parameters", "vendor", "technicalResources", "mentions",
      "rulesAddress", "answerContact", "sourceRegister",
    ],
    rights: RegisterRights(read: .read, write: .produce, decide: .review),
    templates: AlgorithmTemplates.all,
    rules: AlgorithmDuties.all
  )
}

/// The form of an algorithm, in the order of the inventory of Etalab.
enum AlgorithmForm {
  private static let inventory = "CRPA, art. L312-1-3"

  static let authority = RegisterSection(
    "administration",
    fr: "Qui en répond",
    en: "Who answers for it",
    fields: [
      RecordField(
        "department",
        .text,
        fr: "Direction ou service",
        en: "Department",
        help: Bilingual(
          fr: "Le service qui prend les décisions avec lui.",
          en: "The department that decides with it."
        ),
        source: inventory,
        required: true
      ),
      RecordField(
        "contact",
        .email,
        fr: "Adresse de contact",
        en: "Contact address",
        help: Bilingual(
          fr: "Une adresse de service, qui dure plus que les personnes.",
          en: "An address of the department, which outlasts people."
        ),
        source: inventory,
        required: true
      ),
    ]
  )

  static let business = RegisterSection(
    "metier",
    fr: "À quoi il sert",
    en: "What it is for",
    fields: [
      RecordField("background", .markdown, fr: "Contexte", en: "Background", source: inventory),
      RecordField(
        "purpose",
        .text,
        fr: "Finalité",
        en: "Purpose",
        help: Bilingual(
          fr: "Complétez « Ce traitement permet de… » : la mention reprend ces mots.",
          en: "Complete “This processing serves to…”: the mention takes up these words."
        ),
        source: "CRPA, art. R311-3-1-1",
        required: true,
        why: Bilingual(
          fr: "La mention due aux personnes dit d’abord à quoi sert le traitement.",
          en: "The mention owed to people first says what the processing is for."
        )
      ),
      RecordField(
        "isIndividual",
        .boolean,
        fr: "Sert-il à prendre des décisions sur des personnes ou des organismes désignés ?",
        en: "Does it serve to decide about named persons or bodies?",
        help: Bilingual(
          fr: "Un tarif, une place, une aide, un contrôle, une amende : oui. Une statistique : non. "
            + "Un tableur ou une grille sur papier comptent aussi.",
          en:
            "A price, a place, an aid, an inspection, a fine: yes. Statistics: no. A spreadsheet or a paper grid "
            + "count too."
        ),
        source: "CRPA, art. L311-3-1",
        required: true,
        why: Bilingual(
          fr: "Tous les devoirs qui suivent en dépendent.",
          en: "All the duties that follow depend on it."
        )
      ),
      RecordField(
        "role",
        .markdown,
        fr: "Ce qu’il fait dans la décision",
        en: "What it does in the decision",
        source: "CRPA, art. R311-3-1-2, 1°",
        required: true,
        when: .isTrue("isIndividual")
      ),
      RecordField(
        "automation",
        .choice([
          .init(
            "automatic",
            fr: "Entièrement automatisé : personne n’intervient",
            en: "Fully automated: nobody steps in"
          ),
          .init(
            "assistance",
            fr: "Aide à la décision : une personne décide",
            en: "Assistance: a person decides"
          ),
        ]),
        fr: "Part de l’automatisation",
        en: "Level of automation",
        source: "Loi n° 78-17, art. 47",
        required: true,
        why: Bilingual(
          fr: "Sans mention, une décision entièrement automatisée est nulle.",
          en: "Without the mention, a fully automated decision is void."
        )
      ),
      RecordField(
        "legalBases",
        .list(.text),
        fr: "Fondements juridiques de la décision",
        en: "Legal bases of the decision",
        help: Bilingual(fr: "Un par ligne : loi, décret, délibération.", en: "One a line."),
        source: inventory,
        required: true
      ),
      RecordField(
        "businessResources",
        .list(.url),
        fr: "Pages et documents du service",
        en: "Pages and documents of the service"
      ),
    ]
  )

  static let impact = RegisterSection(
    "impact",
    fr: "Qui est concerné",
    en: "Whom it concerns",
    fields: [
      RecordField(
        "decisionsPerYear",
        .integer,
        fr: "Décisions par an",
        en: "Decisions a year",
        source: inventory,
        required: true
      ),
      RecordField(
        "reach",
        .choice([
          .init("external", fr: "Usagers, entreprises, associations", en: "Users, companies, associations"),
          .init("internal", fr: "Agents de l’administration", en: "The administration’s own staff"),
        ]),
        fr: "Portée",
        en: "Reach",
        source: inventory,
        required: true
      ),
      RecordField(
        "audience",
        .text,
        fr: "Public concerné",
        en: "Public concerned",
        source: inventory,
        required: true
      ),
      RecordField(
        "weight",
        .list(
          .choice([
            .init("many", fr: "Il concerne un grand nombre de personnes", en: "It concerns many people"),
            .init(
              "effects",
              fr: "Il a des effets importants pour certaines",
              en: "It weighs on some of them"
            ),
            .init("minor", fr: "Ni l’un ni l’autre", en: "Neither"),
          ])
        ),
        fr: "Ce qui en fait un traitement principal",
        en: "What makes it a main processing",
        source: inventory,
        required: true
      ),
      RecordField(
        "impactResources",
        .list(.url),
        fr: "Évaluations, études, rapports",
        en: "Evaluations, studies, reports"
      ),
    ]
  )
}
