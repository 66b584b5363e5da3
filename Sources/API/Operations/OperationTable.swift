import Messages

extension Operation {
  /// Every operation.
  static let every: [Operation] = all + deposits + changes + uploads + deliveries

  /// Every operation that anyone may ask for, in the order of the guide.
  static let all: [Operation] =
    catalogue + data + files + organizations + registers + journal + descriptions

  private static let catalogue: [Operation] = [
    Operation(
      "listDatasets",
      .catalogue,
      "/datasets",
      title: Bilingual(fr: "Chercher des jeux de données", en: "Search datasets"),
      summary: Bilingual(
        fr:
          "Recherche en français (accents, pluriels, une faute de frappe), facettes comptées, tri et pages.",
        en: "Search in French (accents, plurals, one typo), counted facets, order and pages."
      ),
      parameters: [.search, .scope] + Parameter.facets + [.datasetSort, .pageLimit, .offset, .page],
      answer: .json(schema: "DatasetList"),
      example: { _ in [.init(name: "sort", value: "updated"), .init(name: "limit", value: "5")] }
    ) { try await $0.datasets() },
    Operation(
      "getDataset",
      .catalogue,
      "/datasets/{slug}",
      title: Bilingual(fr: "Lire la description d’un jeu", en: "Read a dataset’s description"),
      summary: Bilingual(
        fr: "Producteur, licence, fraîcheur, qualité avec ses raisons, version courante, colonnes, liens.",
        en: "Publisher, licence, freshness, quality with its reasons, current version, columns, links."
      ),
      parameters: [.slug],
      answer: .json(schema: "Dataset"),
      refusals: [404]
    ) { try await $0.dataset() },
    Operation(
      "listVersions",
      .catalogue,
      "/datasets/{slug}/versions",
      title: Bilingual(fr: "Lister les versions", en: "List versions"),
      summary: Bilingual(
        fr:
          "Chaque version avec ce qui a changé depuis la précédente, de la plus récente à la plus ancienne.",
        en: "Each version with what changed since the one before, the newest first."
      ),
      parameters: [.slug],
      answer: .json(schema: "VersionList"),
      refusals: [404]
    ) { try await $0.versions() },
    Operation(
      "getVersion",
      .catalogue,
      "/datasets/{slug}/versions/{version}",
      title: Bilingual(fr: "Lire une version", en: "Read a version"),
      summary: Bilingual(
        fr: "Son fichier, ses colonnes et ce qui a changé.",
        en: "Its file, its columns and what changed."
      ),
      parameters: [.slug, .versionNumber],
      answer: .json(schema: "VersionDetail"),
      refusals: [404]
    ) { try await $0.version() },
  ]

  private static let organizations: [Operation] = [
    Operation(
      "listOrganizations",
      .organizations,
      "/organizations",
      title: Bilingual(fr: "Lister les organisations", en: "List organisations"),
      summary: Bilingual(
        fr: "Toutes, avec leur nombre de jeux publiés.",
        en: "All of them, with how many datasets they publish."
      ),
      answer: .json(schema: "OrganizationList")
    ) { try await $0.organizations() },
    Operation(
      "getOrganization",
      .organizations,
      "/organizations/{slug}",
      title: Bilingual(fr: "Lire une organisation", en: "Read an organisation"),
      summary: Bilingual(fr: "Ce qu’elle est et ce qu’elle publie.", en: "What it is and what it publishes."),
      parameters: [.organizationSlug],
      answer: .json(schema: "Organization"),
      refusals: [404]
    ) { try await $0.organization() },
    Operation(
      "listThemes",
      .organizations,
      "/themes",
      title: Bilingual(fr: "Lister les thèmes", en: "List themes"),
      summary: Bilingual(
        fr: "Tous, avec leur nombre de jeux et leur équivalent européen.",
        en: "All of them, with their number of datasets and their European counterpart."
      ),
      answer: .json(schema: "ThemeList")
    ) { try await $0.themes() },
  ]

  private static let journal: [Operation] = [
    Operation(
      "getJournalHead",
      .journal,
      "/journal/head",
      title: Bilingual(fr: "Lire la tête du journal", en: "Read the journal’s head"),
      summary: Bilingual(
        fr: "À noter un jour pour vérifier plus tard que rien n’a été réécrit.",
        en: "To be noted one day, so as to check later that nothing was rewritten."
      ),
      answer: .json(schema: "JournalHead")
    ) { try await $0.journalHead() },
    Operation(
      "listJournalEntries",
      .journal,
      "/journal/entries",
      title: Bilingual(fr: "Lister les entrées du journal", en: "List the journal’s entries"),
      summary: Bilingual(
        fr: "Qui a fait quoi, quand, sur quel enregistrement public ; jamais le contenu.",
        en: "Who did what, when, to which public record; never the content."
      ),
      parameters: [.from, .entryLimit],
      answer: .json(schema: "JournalEntries"),
      example: { _ in [.init(name: "from", value: "0"), .init(name: "limit", value: "10")] }
    ) { try await $0.journalEntries() },
    Operation(
      "getInclusionProof",
      .journal,
      "/journal/proof",
      title: Bilingual(
        fr: "Prouver qu’une entrée est au journal",
        en: "Prove that an entry is in the journal"
      ),
      summary: Bilingual(
        fr: "Chemin d’inclusion de la RFC 9162, § 2.1.3.",
        en: "The inclusion path of RFC 9162, § 2.1.3."
      ),
      parameters: [.position, .size],
      answer: .json(schema: "InclusionProof"),
      refusals: [404],
      example: { _ in [.init(name: "position", value: "0")] }
    ) { try await $0.journalProof() },
    Operation(
      "getConsistencyProof",
      .journal,
      "/journal/consistency",
      title: Bilingual(
        fr: "Prouver que le journal n’a fait que croître",
        en: "Prove that the journal only grew"
      ),
      summary: Bilingual(
        fr: "Chemin de cohérence de la RFC 9162, § 2.1.4.",
        en: "The consistency path of RFC 9162, § 2.1.4."
      ),
      parameters: [.fromSize, .toSize],
      answer: .json(schema: "ConsistencyProof"),
      refusals: [404],
      example: { _ in [.init(name: "from", value: "1")] }
    ) { try await $0.journalConsistency() },
  ]

  private static let descriptions: [Operation] = [
    Operation(
      "getOpenAPI",
      .description,
      "/openapi.json",
      title: Bilingual(fr: "Lire cette description", en: "Read this description"),
      summary: Bilingual(
        fr: "OpenAPI 3.1, en français ou en anglais.",
        en: "OpenAPI 3.1, in French or English."
      ),
      parameters: [.language],
      answer: .openAPI
    ) { try await $0.openAPI() }
  ]
}
