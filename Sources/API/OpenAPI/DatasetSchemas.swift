import Catalogue
import Tabular

// The shapes of the catalogue's answers.
extension Schemas {
  static let catalogue: [(name: String, schema: Schema)] = [
    (
      "DatasetList",
      .object([
        .init(
          "total",
          .integer,
          fr: "Nombre exact de jeux trouvés.",
          en: "The exact number of datasets found."
        ),
        .init("limit", .integer), .init("offset", .integer),
        .init(
          "relaxed",
          .boolean,
          fr: "Vrai si aucun jeu n’a tous les mots : ceux qui en ont le plus sont donnés.",
          en: "True when no dataset has all the words: those with most of them are given."
        ),
        .init("corrections", .list(.object([.init("typed", .text), .init("understood", .text)]))),
        .init("data", .list(.named("DatasetCard"))),
        .init(
          "facets",
          .object(FacetKey.allCases.map { .init($0.rawValue, .list(.named("FacetValue"))) }),
          fr: "Chaque facette est comptée sans son propre choix.",
          en: "Each facet is counted without its own choice."
        ),
        .init("links", links("self", "next", "prev")),
      ])
    ),
    (
      "FacetValue",
      .object([
        .init("value", .text), .init("label", .bilingual), .init("count", .integer),
        .init("selected", .boolean),
      ])
    ),
    ("DatasetCard", card), ("Dataset", dataset),
    ("Column", .object(column)),
    (
      "Freshness",
      .object([
        .init("state", .choice(Freshness.State.allCases.map(\.rawValue))), .init("label", .bilingual),
        .init("updated", .optional(.formatted("date"))), .init("due", .optional(.formatted("date"))),
        .init("days_late", .integer), .init("sentence", .bilingual),
      ])
    ),
    ("Quality", quality),
  ]

  private static let access = Schema.choice(AccessLevel.allCases.map(\.rawValue))

  private static let card = Schema.object([
    .init("id", .text), .init("title", .text), .init("summary", .text),
    .init("organization", .named("OrganizationName")), .init("theme", .text), .init("keywords", .list(.text)),
    .init("licence", .text), .init("frequency", .choice(Frequency.allCases.map(\.rawValue))),
    .init("freshness", .choice(Freshness.State.allCases.map(\.rawValue))), .init("territories", .list(.text)),
    .init("period", .optional(.named("Period"))), .init("access", access), .init("formats", .list(.text)),
    .init("rows", .optional(.integer)), .init("columns", .list(.text)), .init("bytes", .optional(.integer)),
    .init("geographic", .boolean), .init("version", .optional(.integer)),
    .init("quality", .integer, fr: "Sur 100, fraîcheur mise à part.", en: "Out of 100, freshness aside."),
    .init("created_at", .formatted("date-time")), .init("updated_at", .formatted("date-time")),
    .init("links", links("self", "page")),
  ])

  private static let dataset = Schema.object([
    .init("id", .text), .init("title", .text),
    .init("description", .text, fr: "En Markdown.", en: "In Markdown."),
    .init("organization", .named("OrganizationName")),
    .init("contact", .optional(.object([.init("name", .text), .init("email", .optional(.text))]))),
    .init("theme", .named("Labelled")), .init("keywords", .list(.text)),
    .init(
      "licence",
      .object([
        .init("id", .text), .init("label", .bilingual), .init("url", .optional(.text)),
        .init("spdx", .optional(.text)), .init("terms", .optional(.bilingual)),
      ])
    ),
    .init("frequency", .named("Labelled")), .init("territories", .list(.text)),
    .init("period", .optional(.named("Period"))), .init("access", .named("Labelled")),
    .init(
      "highValue",
      .optional(.named("Labelled")),
      fr: "Catégorie de forte valeur (règlement (UE) 2023/138).",
      en: "High-value category (regulation (EU) 2023/138)."
    ),
    .init("created_at", .formatted("date-time")), .init("updated_at", .formatted("date-time")),
    .init("freshness", .named("Freshness")), .init("quality", .named("Quality")),
    .init("citation", .bilingual, fr: "À recopier (CRPA, art. L322-1).", en: "To copy (CRPA, art. L322-1)."),
    .init("version", .optional(.named("CurrentVersion"))), .init("columns", .list(.named("Column"))),
    .init(
      "links",
      .object(
        ["self", "page", "versions", "columns", "rows", "aggregate", "sql", "geojson", "original"].map {
          .init($0, .optional(.formatted("uri-reference")))
        } + [.init("exports", links("csv", "json", "jsonl", "parquet"))]
      )
    ),
  ])

  private static let quality = Schema.object([
    .init("percent", .integer),
    .init(
      "criteria",
      .list(
        .object([
          .init("id", .choice(QualityScore.Name.allCases.map(\.rawValue))), .init("label", .bilingual),
          .init("points", .integer), .init("points_max", .integer), .init("reason", .bilingual),
          .init("remedy", .optional(.bilingual)),
        ])
      )
    ),
    .init(
      "data_gouv",
      .object([.init("score", .number), .init("criteria", .map(.boolean))]),
      fr: "Le score de data.gouv.fr, de 0 à 1.",
      en: "The score of data.gouv.fr, from 0 to 1."
    ),
  ])

  /// A column of the dictionary.
  static let column: [Schema.Property] = [
    .init("name", .text), .init("type", .choice(ColumnType.allCases.map(\.rawValue))),
    .init("format", .optional(.text)), .init("description", .optional(.text)),
    .init("valid", .integer), .init("invalid", .integer), .init("missing", .integer),
  ]
}
