import Tabular

// The shapes of the answers about versions and their rows.
extension Schemas {
  static let versions: [(name: String, schema: Schema)] = [
    ("CurrentVersion", .object(version)),
    ("Version", .object(version + [.init("difference", .optional(.named("Difference")))])),
    (
      "VersionDetail",
      .object(
        version + [
          .init("difference", .optional(.named("Difference"))), .init("columns", .list(.named("Column"))),
        ]
      )
    ),
    (
      "VersionList",
      .object([
        .init("dataset", .text), .init("current", .optional(.integer)), .init("total", .integer),
        .init("data", .list(.named("Version"))), .init("links", links("self", "dataset")),
      ])
    ),
    (
      "Difference",
      .object([
        .init("since", .integer, fr: "La version comparée.", en: "The version compared with."),
        .init("compatible", .boolean), .init("rows", .integer), .init("bytes", .integer),
        .init("invalid_cells", .integer), .init("added", .list(.text)), .init("removed", .list(.text)),
        .init("renamed", .list(.object([.init("from", .text), .init("to", .text)]))),
        .init(
          "retyped",
          .list(
            .object([
              .init("name", .text), .init("from", .text), .init("to", .text),
              .init("format_from", .optional(.text)),
              .init("format_to", .optional(.text)),
            ])
          )
        ), .init("reordered", .boolean),
      ])
    ),
  ]

  private static let version: [Schema.Property] = [
    .init("number", .integer), .init("published_at", .formatted("date-time")),
    .init("rows", .optional(.integer)),
    .init("errors", .integer), .init("warnings", .integer),
    .init(
      "original",
      .object([
        .init("name", .text), .init("bytes", .integer), .init("media_type", .text), .init("container", .text),
        .init("encoding", .text), .init("sha256", .optional(.text)),
      ])
    ),
    .init("table", .optional(.text), fr: "L’empreinte de la table.", en: "The table’s digest."),
    .init("links", links("self", "rows", "original")),
  ]

  static let data: [(name: String, schema: Schema)] = [
    (
      "AnswerColumn",
      .object([
        .init("name", .text), .init("type", .choice(ColumnType.allCases.map(\.rawValue))),
        .init("format", .optional(.text)),
      ])
    ),
    (
      "Row", .map(.cell)
    ),
    (
      "RowsPage",
      .object([
        .init("dataset", .text), .init("version", .integer), .init("total", .integer),
        .init("total_exact", .boolean), .init("limit", .integer),
        .init("columns", .list(.named("AnswerColumn"))),
        .init(
          "rows",
          .list(.named("Row")),
          fr: "« _row » est le numéro de l’enregistrement dans le fichier d’origine.",
          en: "“_row” is the number of the record in the source file."
        ),
        .init("links", links("self", "first", "next")),
      ])
    ),
    ("Groups", .object(answered("groups"))), ("QueryAnswer", .object(answered("rows"))),
    (
      "ColumnList",
      .object([
        .init("dataset", .text), .init("version", .integer), .init("rows", .integer),
        .init("columns", .list(.named("ColumnStatistics"))), .init("links", links("self", "dataset")),
      ])
    ),
    ("ColumnStatistics", .object(column + statistics)),
  ]

  private static func answered(_ name: String) -> [Schema.Property] {
    [
      .init("dataset", .text), .init("version", .integer),
      .init(
        "truncated",
        .boolean,
        fr: "Vrai si la réponse est coupée à sa limite.",
        en: "True when the answer was cut at its limit."
      ),
      .init("columns", .list(.named("AnswerColumn"))), .init(name, .list(.named("Row"))),
      .init("links", links("self")),
    ]
  }

  private static let statistics: [Schema.Property] = [
    .init("position", .integer), .init("notation", .optional(.text)), .init("distinct", .optional(.integer)),
    .init("min", .optional(.text)), .init("max", .optional(.text)), .init("mean", .optional(.number)),
    .init("deviation", .optional(.number)), .init("longest", .optional(.integer)),
    .init("frequent", .list(.object([.init("value", .text), .init("count", .integer)]))),
    .init("histogram", .list(.integer)), .init("examples", .list(.text)),
    .init(
      "personal",
      .optional(.object([.init("kind", .text), .init("confidence", .number), .init("share", .number)])),
      fr: "Signe de données personnelles.",
      en: "A sign of personal data."
    ),
  ]
}
