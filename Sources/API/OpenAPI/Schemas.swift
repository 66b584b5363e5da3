import Catalogue
import Tabular

/// The shapes of every answer, by their names in the description.
enum Schemas {
  /// Every named shape.
  static let all: [(name: String, schema: Schema)] =
    shared + catalogue + versions + data + organizations + registers + journal + writing

  private static let shared: [(name: String, schema: Schema)] = [
    ("Bilingual", .object([.init("fr", .text), .init("en", .text)])),
    ("Labelled", .object([.init("id", .text), .init("label", .bilingual)])),
    ("OrganizationName", .object([.init("id", .text), .init("name", .text)])),
    ("Period", .object([.init("start", .text), .init("end", .optional(.text))])),
    ("Problem", problem),
  ]

  /// RFC 9457 § 3.1, and our own members, which are absent when they have nothing to say.
  private static let problem = Schema.object([
    .init("type", .formatted("uri-reference")), .init("title", .text), .init("status", .integer),
    .init("detail", .text),
    .init("code", .text, fr: "Stable, pour les programmes.", en: "Stable, for programs."),
    .init("instance", .text),
    .init("pointer", .text, fr: "Le paramètre en cause.", en: "The parameter at fault.").maybeAbsent,
    .init("remedy", .text, fr: "Que faire.", en: "What to do.").maybeAbsent,
    .init(
      "conflicts",
      .list(.object([.init("field", .text), .init("current", .anything), .init("wanted", .anything)])),
      fr: "Les champs changés entre-temps, avec les deux valeurs.",
      en: "The fields changed meanwhile, with both values."
    ).maybeAbsent,
    .init(
      "location",
      .object([
        .init("file", .text).maybeAbsent, .init("line", .integer).maybeAbsent,
        .init("column", .integer).maybeAbsent,
      ])
    ).maybeAbsent,
  ])

  private static let organizations: [(name: String, schema: Schema)] = [
    (
      "Organization",
      .object([
        .init("id", .text), .init("name", .text), .init("nature", .named("Labelled")),
        .init(
          "parent",
          .optional(.text),
          fr: "L’organisation dont elle fait partie.",
          en: "The one it belongs to."
        ),
        .init("description", .text), .init("siren", .optional(.text)), .init("code_insee", .optional(.text)),
        .init("homepage", .optional(.text)), .init("email", .optional(.text)),
        .init("datasets", .integer, fr: "Nombre de jeux publiés.", en: "The number of published datasets."),
        .init("links", links("self", "page", "datasets")),
      ])
    ),
    (
      "OrganizationList",
      .object([
        .init("total", .integer), .init("data", .list(.named("Organization"))), .init("links", links("self")),
      ])
    ),
    (
      "ThemeList",
      .object([
        .init("total", .integer),
        .init(
          "data",
          .list(
            .object([
              .init("id", .text), .init("label", .bilingual), .init("summary", .bilingual),
              .init(
                "data_theme",
                .formatted("uri"),
                fr: "Thème européen (DCAT-AP).",
                en: "European theme (DCAT-AP)."
              ),
              .init("datasets", .integer), .init("links", links("page", "datasets")),
            ])
          )
        ), .init("links", links("self")),
      ])
    ),
  ]

  private static let journal: [(name: String, schema: Schema)] = [
    (
      "JournalHead",
      .object([
        .init("size", .integer, fr: "Nombre d’entrées.", en: "The number of entries."),
        .init(
          "root",
          .text,
          fr: "Racine de l’arbre de Merkle (RFC 9162).",
          en: "The Merkle tree’s root (RFC 9162)."
        ),
        .init("last", .text, fr: "Empreinte de la dernière entrée.", en: "The last entry’s leaf hash."),
        .init("time", .formatted("date-time")), .init("hash", .choice(["sha-256"])),
        .init("links", links("self", "entries", "proof", "consistency")),
      ])
    ),
    (
      "JournalEntries",
      .object([
        .init("size", .integer), .init("limit", .integer), .init("data", .list(.named("JournalEntry"))),
        .init("links", links("self", "next")),
      ])
    ),
    ("JournalEntry", journalEntry),
    (
      "InclusionProof",
      .object([
        .init("position", .integer), .init("size", .integer), .init("root", .text), .init("leaf", .text),
        .init("path", .list(.text)),
        .init(
          "header",
          .optional(.text),
          fr: "Ce que l’empreinte de l’entrée résume : SHA-256 de l’octet 0 suivi de ce texte.",
          en: "What the leaf hash sums up: SHA-256 of a zero byte followed by this text."
        ),
        .init("links", links("self", "head")),
      ])
    ),
    (
      "ConsistencyProof",
      .object([
        .init("from", .integer), .init("to", .integer), .init("root_from", .text), .init("root_to", .text),
        .init("path", .list(.text)), .init("links", links("self", "head")),
      ])
    ),
  ]

  private static let journalEntry = Schema.object([
    .init("position", .integer), .init("time", .formatted("date-time")),
    .init(
      "public",
      .boolean,
      fr: "Faux pour un enregistrement que le public ne voit pas.",
      en: "False for a record the public does not see."
    ),
    .init("act", .optional(.text)), .init("actor", .optional(.text)),
    .init("group", .integer, fr: "Première entrée du même acte.", en: "The first entry of the same act."),
    .init("kind", .optional(.text)), .init("id", .optional(.text)), .init("removed", .optional(.boolean)),
    .init("erased", .boolean, fr: "Contenu effacé (RGPD, art. 17).", en: "Content erased (GDPR, art. 17)."),
    .init("digest", .text), .init("previous", .text), .init("leaf", .text),
    .init("links", links("proof", "page")),
  ])

  /// Addresses, `null` where there is nothing to follow.
  static func links(_ names: String...) -> Schema {
    .object(names.map { .init($0, .optional(.formatted("uri-reference"))) })
  }
}
