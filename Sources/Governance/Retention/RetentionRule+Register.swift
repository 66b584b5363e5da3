import Messages
import Register

extension RegisterKind {
  /// How long each series is kept, and what becomes of it.
  public static let retentionRule = RegisterKind(
    RetentionRule.self,
    slug: "durees",
    family: .archives,
    label: Bilingual(fr: "Règle de conservation", en: "Retention rule"),
    plural: Bilingual(fr: "Durées de conservation", en: "Retention rules"),
    summary: Bilingual(
      fr:
        "Combien de temps chaque série est gardée, à partir de quoi, pourquoi, et ce qu’elle devient ensuite.",
      en: "How long each series is kept, from when, why, and what becomes of it then."
    ),
    titleLabel: Bilingual(fr: "Nom de la série", en: "Name of the series"),
    sections: [what, period, end],
    listed: ["appliesTo", "activeCount", "activeUnit", "fate", "isPublicArchive"],
    publicFields: [
      "dataCategory", "activeCount", "activeUnit", "intermediateCount", "intermediateUnit", "ground", "fate",
    ],
    rights: RegisterRights(read: .read, write: .produce, decide: .protect),
    templates: RetentionModels.all,
    rules: RetentionRules.all
  )

  private static let what = RegisterSection(
    "objet",
    fr: "Ce qu’elle concerne",
    en: "What it is about",
    fields: [
      RecordField(
        "appliesTo",
        .choice([
          .init("rows", fr: "Les lignes d’un jeu de données", en: "The rows of a dataset"),
          .init("versions", fr: "Les versions d’un jeu de données", en: "The versions of a dataset"),
          .init("series", fr: "Des dossiers hors du catalogue", en: "Files outside the catalogue"),
        ]),
        fr: "Elle s’applique à",
        en: "It applies to",
        required: true
      ),
      RecordField(
        "dataset",
        .reference(kind: "dataset"),
        fr: "Jeu de données",
        en: "Dataset",
        required: true,
        when: .isOneOf("appliesTo", ["rows", "versions"])
      ),
      RecordField(
        "series",
        .text,
        fr: "Série ou type de documents",
        en: "Series or type of documents",
        required: true,
        when: .isOneOf("appliesTo", ["series"])
      ),
      RecordField(
        "dataCategory",
        .text,
        fr: "Catégories de données",
        en: "Categories of data",
        help: Bilingual(
          fr: "Les mêmes mots que dans le registre des traitements.",
          en: "The same words as in the register of processing activities."
        ),
        source: "RGPD, art. 30(1)(f)"
      ),
    ]
  )

  private static let units = RecordField.FieldType.choice([
    .init("days", fr: "jours", en: "days"),
    .init("months", fr: "mois", en: "months"),
    .init("years", fr: "ans", en: "years"),
  ])

  private static let period = RegisterSection(
    "duree",
    fr: "Combien de temps",
    en: "How long",
    summary: Bilingual(
      fr:
        "L’usage courant, puis l’archive intermédiaire\u{A0}: leur somme est la durée d’utilité administrative.",
      en: "Current use, then the intermediate archive: their sum is the administrative retention period."
    ),
    fields: start + [
      RecordField("activeCount", .integer, fr: "Usage courant", en: "Current use", required: true),
      RecordField(
        "activeUnit",
        units,
        fr: "Unité de l’usage courant",
        en: "Unit of current use",
        required: true,
        when: .isPresent("activeCount")
      ),
      RecordField(
        "intermediateCount",
        .integer,
        fr: "Archive intermédiaire",
        en: "Intermediate archive",
        help: Bilingual(
          fr: "Ce qui reste de la durée d’utilité administrative après l’usage courant.",
          en: "What is left of the administrative retention period after current use."
        )
      ),
      RecordField(
        "intermediateUnit",
        units,
        fr: "Unité de l’archive intermédiaire",
        en: "Unit of the intermediate archive",
        required: true,
        when: .isPresent("intermediateCount")
      ),
      RecordField(
        "ground",
        .text,
        fr: "Texte qui fixe la durée",
        en: "Text that sets the period",
        help: Bilingual(
          fr: "Une loi, un décret, une instruction de tri, ou la décision qui en tient lieu.",
          en: "A law, a decree, an instruction of the archives, or the decision that stands for one."
        ),
        source: "RGPD, art. 5(1)(e)",
        required: true,
        why: Bilingual(
          fr: "Une durée sans fondement ne se défend ni devant une personne, ni devant un juge.",
          en: "A period without a ground can be defended before no one."
        )
      ),
    ]
  )

  private static let start = [
    RecordField(
      "dateColumn",
      .text,
      fr: "Colonne de la date de départ",
      en: "Column of the start date",
      help: Bilingual(
        fr: "Le nom exact d’une colonne de dates ou d’années du jeu.",
        en: "The exact name of a column of dates or years of the dataset."
      ),
      source: "RGPD, art. 5(1)(e)",
      required: true,
      when: .isOneOf("appliesTo", ["rows"]),
      why: Bilingual(
        fr: "Sans date de départ, rien n’arrive jamais à échéance.",
        en: "Without a start date, nothing is ever due."
      )
    ),
    RecordField(
      "startEvent",
      .text,
      fr: "Événement de départ",
      en: "Start event",
      help: Bilingual(fr: "La clôture du dossier, le départ de l’agent…", en: "The closing of the file…"),
      source: "RGPD, art. 5(1)(e)",
      required: true,
      when: .isOneOf("appliesTo", ["series"])
    ),
    RecordField(
      "nextOn",
      .date,
      fr: "Prochaine échéance",
      en: "Next due date",
      help: Bilingual(
        fr: "Le jour où la plus ancienne partie de la série sera échue.",
        en: "The day the oldest part of the series is past its date."
      ),
      required: true,
      when: .isOneOf("appliesTo", ["series"])
    ),
    RecordField(
      "countsFrom",
      .choice([
        .init("event", fr: "le jour même", en: "the day itself"),
        .init("year-end", fr: "le 31 décembre de l’année", en: "the 31 December of the year"),
      ]),
      fr: "La durée se compte depuis",
      en: "The period is counted from"
    ),
  ]

  private static let end = RegisterSection(
    "sort",
    fr: "Ce qu’elle devient",
    en: "What becomes of it",
    fields: [
      RecordField(
        "isPublicArchive",
        .boolean,
        fr: "Est-ce une archive publique ?",
        en: "Is it public archive?",
        help: Bilingual(
          fr:
            "Tout document produit ou reçu par une personne publique dans sa mission en est une, quel qu’en soit "
            + "le support. Sans réponse, le visa est demandé.",
          en:
            "Any document made or received by a public body in its mission is one. Without an answer, the visa "
            + "is asked for."
        ),
        source: "C. patr., art. L211-4",
        required: true
      ),
      RecordField(
        "fate",
        .choice(
          RetentionRule.Fate.allCases.map {
            RecordField.Choice($0.rawValue, fr: $0.label.fr, en: $0.label.en)
          }
        ),
        fr: "Sort final",
        en: "Final fate",
        source: "C. patr., art. L212-2, L212-3",
        required: true
      ),
      RecordField(
        "sampling",
        .markdown,
        fr: "Comment se fait le tri",
        en: "How it is sorted",
        source: "C. patr., art. L212-3",
        required: true,
        when: .isOneOf("fate", ["sort"])
      ),
      RecordField(
        "archiveService",
        .text,
        fr: "Service d’archives qui reçoit",
        en: "Archive service that receives",
        source: "C. patr., art. L212-6, L212-8",
        required: true,
        when: .isOneOf("fate", ["keep", "sort", "transfer"])
      ),
      RecordField(
        "managementTable",
        .text,
        fr: "Référence du tableau de gestion",
        en: "Reference of the management table",
        source: "C. patr., art. L212-2",
        when: .isTrue("isPublicArchive")
      ),
    ]
  )
}
