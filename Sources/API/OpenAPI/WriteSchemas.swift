import Acts
import Catalogue

// The shapes of the write side.
extension Schemas {
  static let writing: [(name: String, schema: Schema)] = [
    ("Deposit", deposit),
    (
      "DepositList",
      .object([
        .init("total", .integer), .init("limit", .integer), .init("offset", .integer),
        .init("data", .list(.named("Deposit"))), .init("links", links("self")),
      ])
    ),
    (
      "NewDeposit",
      .object(editable + [.init("upload", .text).maybeAbsent, .init("sha256", .text).maybeAbsent])
    ),
    ("DepositEdit", .object(editable)),
    (
      "DatasetEdit",
      .object(
        DepositFields.description.sorted().map { .init($0, .anything).maybeAbsent }
          + [.init("reason", .text).maybeAbsent]
      )
    ),
    ("UploadReference", .object([.init("upload", .text), .init("sha256", .text).maybeAbsent])),
    ("Recipe", .object([.init("steps", .list(.anything))])),
    ("Submission", .object([.init("planned_for", .formatted("date-time")).maybeAbsent])),
    ("Nothing", .object([])),
    ("Reason", .object([.init("reason", .text).maybeAbsent])),
    ("RequiredReason", .object([.init("reason", .text)])),
    (
      "PublicationOutcome",
      .object([
        .init("outcome", .choice(["published", "held"])), .init("dataset", .optional(.text)),
        .init("version", .optional(.integer)),
        .init(
          "unchanged",
          .boolean,
          fr: "Vrai si le fichier est celui de la version courante.",
          en: "True when the file is that of the current version."
        ),
        .init("reasons", .list(.bilingual)), .init("deposit", .named("Deposit")),
      ])
    ),
    (
      "Diagnosis",
      .object([
        .init("deposit", .text),
        .init(
          "inspection",
          .anything,
          fr: "Comme « arpent inspect --json ».",
          en: "As “arpent inspect --json”."
        ),
        .init(
          "rules",
          .optional(
            .list(
              .object([
                .init("rule", .text), .init("verdict", .text), .init("article", .text),
                .init("evidence", .bilingual),
              ])
            )
          )
        ), .init("links", links("deposit")),
      ])
    ),
    ("Delivery", delivery),
    ("NewUpload", .object([.init("name", .text), .init("bytes", .integer).maybeAbsent])),
    (
      "Upload",
      .object([
        .init("id", .text), .init("name", .text), .init("bytes", .optional(.integer)),
        .init("offset", .integer, fr: "Les octets arrivés.", en: "The bytes that came."),
        .init("created_at", .formatted("date-time")), .init("expires_at", .formatted("date-time")),
        .init("links", links("self")),
      ])
    ),
  ]

  private static let delivery = Schema.object([
    .init("id", .text), .init("delivery", .text), .init("due_on", .optional(.formatted("date"))),
    .init("received_at", .formatted("date-time")), .init("accepted", .boolean), .init("rows", .integer),
    .init("days_late", .integer),
    .init(
      "defects",
      .list(
        .object([
          .init("code", .text), .init("column", .optional(.text)), .init("row", .optional(.integer)),
          .init("count", .integer),
          .init(
            "refusal",
            .boolean,
            fr: "Vrai si ce défaut fait refuser.",
            en: "True when it has it refused."
          ),
          .init("message", .bilingual),
        ])
      )
    ), .init("changes", .list(.bilingual)), .init("penalty_cents", .integer),
    .init("penalty", .list(.bilingual)),
    .init(
      "update",
      .optional(
        .object([.init("outcome", .choice(["published", "held"])), .init("reasons", .list(.bilingual))])
      ),
      fr: "Ce que devient le jeu de données mis à jour.",
      en: "What becomes of the dataset it updates."
    ),
  ])

  private static let editable: [Schema.Property] = [
    .init("organization", .text).maybeAbsent, .init("dataset", .optional(.text)).maybeAbsent,
    .init("description", .map(.anything)).maybeAbsent,
    .init("column_descriptions", .map(.optional(.text))).maybeAbsent,
    .init("holds_secret", .optional(.boolean)).maybeAbsent,
    .init("holds_third_party_rights", .optional(.boolean)).maybeAbsent,
    .init("personal_data", .optional(personal)).maybeAbsent,
  ]

  private static let personal = Schema.object([
    .init("kind", .choice(PersonalDataGround.Kind.allCases.map(\.rawValue))), .init("reference", .text),
    .init("columns", .list(.text)),
  ])

  private static let deposit = Schema.object([
    .init("id", .text), .init("organization", .text), .init("dataset", .optional(.text)),
    .init("state", .choice(Deposit.State.allCases.map(\.rawValue))),
    .init("origin", .choice(Deposit.Origin.allCases.map(\.rawValue))), .init("depositor", .text),
    .init(
      "file",
      .optional(.object([.init("name", .text), .init("bytes", .integer), .init("sha256", .text)]))
    ),
    .init("recipe", .named("Recipe")), .init("description", .map(.anything)),
    .init("column_descriptions", .map(.text)), .init("holds_secret", .optional(.boolean)),
    .init("holds_third_party_rights", .optional(.boolean)), .init("personal_data", .optional(personal)),
    .init(
      "decisions",
      .list(
        .object([
          .init("by", .text), .init("right", .text), .init("approval", .boolean), .init("comment", .text),
          .init("at", .formatted("date-time")),
        ])
      )
    ), .init("planned_for", .optional(.formatted("date-time"))), .init("hold_reasons", .list(.bilingual)),
    .init("version", .optional(.text)), .init("created_at", .formatted("date-time")),
    .init("updated_at", .formatted("date-time")),
    .init("links", links("self", "file", "diagnosis", "dataset")),
  ])
}
