import Messages
public import Register

extension RecordKind {
  /// Datasets, with the fields a person fills in and those the platform keeps.
  public static let dataset = RecordKind(
    Dataset.self,
    label: Bilingual(fr: "Jeu de données", en: "Dataset"),
    plural: Bilingual(fr: "Jeux de données", en: "Datasets"),
    fields: described + kept
  )

  private static let described = [
    RecordField(
      "title",
      .text,
      fr: "Titre",
      en: "Title",
      help: Bilingual(
        fr: "Ce que sont les données, et sur quel territoire.",
        en: "What the data is, and where."
      ),
      source: "DCAT-AP 3, dct:title",
      required: true
    ),
    RecordField(
      "description",
      .markdown,
      fr: "Description",
      en: "Description",
      help: Bilingual(
        fr: "D’où viennent les données, à quoi elles servent, ce qu’il faut savoir avant de s’en servir.",
        en: "Where the data comes from, what it is for, what to know before using it."
      ),
      source: "DCAT-AP 3, dct:description",
      required: true
    ),
    RecordField(
      "organization",
      .reference(kind: Organization.kind),
      fr: "Organisation responsable",
      en: "Publisher",
      source: "CRPA, art. L312-1-1",
      required: true
    ),
    RecordField(
      "contact",
      .group([
        RecordField("name", .text, fr: "Nom du service", en: "Name of the service", required: true),
        RecordField("email", .email, fr: "Adresse électronique", en: "E-mail address"),
      ]),
      fr: "Contact",
      en: "Contact",
      source: "DCAT-AP 3, dcat:contactPoint"
    ),
    RecordField(
      "theme",
      .choice(Theme.all.map { .init($0.id, fr: $0.label.fr, en: $0.label.en) }),
      fr: "Thème",
      en: "Theme",
      source: "DCAT-AP 3, dcat:theme",
      required: true
    ),
    RecordField("keywords", .list(.text), fr: "Mots-clés", en: "Keywords", source: "DCAT-AP 3, dcat:keyword"),
    RecordField(
      "licence",
      .choice(Licence.all.map { .init($0.id, fr: $0.label.fr, en: $0.label.en) }),
      fr: "Licence",
      en: "Licence",
      source: "CRPA, art. L323-2 et D323-2-1",
      required: true
    ),
    RecordField(
      "frequency",
      .choice(Frequency.allCases.map { .init($0.rawValue, fr: $0.label.fr, en: $0.label.en) }),
      fr: "Rythme de mise à jour",
      en: "Frequency of updates",
      source: "DCAT-AP 3, dct:accrualPeriodicity"
    ),
    RecordField(
      "territories",
      .list(.text),
      fr: "Territoires couverts",
      en: "Territories covered",
      source: "DCAT-AP 3, dct:spatial"
    ),
    RecordField(
      "period",
      .group([
        RecordField("start", .date, fr: "Premier jour", en: "First day", required: true),
        RecordField("end", .date, fr: "Dernier jour", en: "Last day"),
      ]),
      fr: "Période couverte",
      en: "Period covered",
      source: "DCAT-AP 3, dct:temporal"
    ),
    RecordField(
      "access",
      .choice(AccessLevel.allCases.map { .init($0.rawValue, fr: $0.label.fr, en: $0.label.en) }),
      fr: "Accès",
      en: "Access",
      source: "CRPA, art. L311-5 et L311-6",
      required: true
    ),
    RecordField(
      "withholding",
      .choice(WithholdingGround.all.map { .init($0.id, fr: $0.label.fr, en: $0.label.en) }),
      fr: "Motif de non-communication",
      en: "Ground for withholding",
      source: "CRPA, art. L311-5 et L311-6"
    ),
    RecordField("domain", .integer, fr: "Domaine", en: "Domain"),
    RecordField("family", .text, fr: "Famille de données", en: "Family of data"),
    RecordField("schema", .text, fr: "Schéma suivi", en: "Schema followed"),
    RecordField(
      "highValue",
      .choice(HighValueCategory.allCases.map { .init($0.rawValue, fr: $0.label.fr, en: $0.label.en) }),
      fr: "Catégorie de forte valeur",
      en: "High-value category",
      source: "Règlement d’exécution (UE) 2023/138"
    ),
    RecordField(
      "responsible",
      .reference(kind: "person"),
      fr: "Responsable interne",
      en: "Responsible inside",
      visibility: .members
    ),
  ]

  private static let kept = [
    RecordField(
      "status",
      .choice([
        .init("draft", fr: "Brouillon", en: "Draft"), .init("published", fr: "Publié", en: "Published"),
        .init("withdrawn", fr: "Retiré", en: "Withdrawn"),
      ]),
      fr: "État",
      en: "Status",
      required: true
    ),
    RecordField(
      "currentVersion",
      .reference(kind: DatasetVersion.kind),
      fr: "Version en ligne",
      en: "Current version"
    ),
    RecordField(
      "bounds",
      .group([
        RecordField(
          "maxRowLossShare",
          .number,
          fr: "Part des lignes qui peuvent disparaître",
          en: "Share of rows that may go",
          required: true
        ),
        RecordField(
          "maxRowGrowthShare",
          .number,
          fr: "Part des lignes qui peuvent s’ajouter",
          en: "Share of rows that may come",
          required: true
        ),
        RecordField(
          "maxInvalidShare",
          .number,
          fr: "Part des cellules qui peuvent être invalides",
          en: "Share of cells that may be invalid",
          required: true
        ),
        RecordField(
          "allowsColumnChanges",
          .boolean,
          fr: "Les colonnes peuvent changer",
          en: "Columns may change",
          required: true
        ),
      ]),
      fr: "Bornes des mises à jour",
      en: "Bounds of updates",
      visibility: .members
    ),
    RecordField("createdAt", .moment, fr: "Créé le", en: "Created", required: true),
    RecordField("updatedAt", .moment, fr: "Données mises à jour le", en: "Data updated", required: true),
  ]

  /// Versions of datasets: nothing in them is filled in by hand.
  public static let version = RecordKind(
    DatasetVersion.self,
    label: Bilingual(fr: "Version", en: "Version"),
    plural: Bilingual(fr: "Versions", en: "Versions"),
    fields: [
      RecordField(
        "dataset",
        .reference(kind: Dataset.kind),
        fr: "Jeu de données",
        en: "Dataset",
        required: true
      ),
      RecordField("number", .integer, fr: "Numéro", en: "Number", required: true),
      RecordField("publishedAt", .moment, fr: "Publiée le", en: "Published", required: true),
      RecordField("table", .blob, fr: "Table", en: "Table"),
      RecordField("rows", .integer, fr: "Lignes", en: "Rows", required: true),
      RecordField("errors", .integer, fr: "Erreurs", en: "Errors", required: true),
      RecordField("warnings", .integer, fr: "Avertissements", en: "Warnings", required: true),
      RecordField("inspection", .blob, fr: "Rapport de lecture", en: "Reading report"),
    ]
  )
}
