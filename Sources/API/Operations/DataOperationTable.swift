import Lake
import Messages

// The operations that read the rows of one dataset.
extension Operation {
  static let data: [Operation] = [
    Operation(
      "listColumns",
      .data,
      "/datasets/{slug}/columns",
      title: Bilingual(fr: "Connaître les colonnes", en: "Know the columns"),
      summary: Bilingual(
        fr: "Type, format et statistiques de chaque colonne, calculés sur toutes les lignes.",
        en: "The type, format and statistics of each column, computed over every row."
      ),
      parameters: [.slug, .version],
      answer: .json(schema: "ColumnList"),
      refusals: [403, 404]
    ) { try await $0.columns() },
    Operation(
      "listRows",
      .data,
      "/datasets/{slug}/rows",
      title: Bilingual(fr: "Lire des lignes", en: "Read rows"),
      summary: Bilingual(
        fr: "Filtres, recherche, tri ; « links.next » mène à la page suivante, sans limite de profondeur.",
        en: "Filters, search, order; “links.next” leads to the next page, however deep."
      ),
      parameters: [.slug, .version, .filters, .rowSearch, .rowSort, .columns, .after, .pageLimit],
      answer: .json(schema: "RowsPage"),
      refusals: [403, 404],
      example: { $0.rowsExample }
    ) { try await $0.rows() },
    Operation(
      "aggregateRows",
      .data,
      "/datasets/{slug}/aggregate",
      title: Bilingual(fr: "Compter et regrouper", en: "Count and group"),
      summary: Bilingual(
        fr: "Comptes, sommes, moyennes, extrêmes par groupe ; une date se regroupe par « date:month ».",
        en: "Counts, sums, means and extremes by group; a date is grouped by “date:month”."
      ),
      parameters: [.slug, .version, .groupBy] + Parameter.measures
        + [.filters, .rowSearch, .groupSort, .groupLimit],
      answer: .json(schema: "Groups"),
      refusals: [403, 404],
      example: { $0.groupsExample }
    ) { try await $0.aggregate() },
    Operation(
      "queryTable",
      .data,
      "/datasets/{slug}/sql",
      title: Bilingual(fr: "Interroger en SQL", en: "Query in SQL"),
      summary: Bilingual(
        fr:
          "Un SELECT sur la table « data », isolé : dix secondes, 256 Mo, aucune autre table, aucun fichier.",
        en: "One SELECT over the table “data”, isolated: ten seconds, 256 MB, no other table, no file."
      ),
      parameters: [.slug, .version, .sql, .queryLimit],
      answer: .json(schema: "QueryAnswer"),
      refusals: [403, 404],
      example: { $0.queryExample }
    ) { try await $0.sql() },
    Operation(
      "listFeatures",
      .data,
      "/datasets/{slug}/geojson",
      title: Bilingual(fr: "Lire sur une carte", en: "Read on a map"),
      summary: Bilingual(
        fr: "Les lignes qui ont des coordonnées ou une géométrie, en GeoJSON (WGS 84).",
        en: "The rows that have coordinates or a geometry, as GeoJSON (WGS 84)."
      ),
      parameters: [.slug, .version, .box, .filters, .rowSearch, .columns, .featureLimit],
      answer: .geoJSON,
      refusals: [403, 404],
      example: { _ in [.init(name: "limit", value: "10")] }
    ) { try await $0.geoJSON() },
  ]

  static let files: [Operation] = [
    Operation(
      "exportTable",
      .data,
      "/datasets/{slug}/export.{format}",
      title: Bilingual(fr: "Télécharger la table", en: "Download the table"),
      summary: Bilingual(
        fr: "Toutes les lignes, ou celles que les filtres gardent, au fil de l’eau et sans limite.",
        en: "Every row, or those the filters keep, streamed and without limit."
      ),
      parameters: [.slug, .format, .version, .filters, .rowSearch, .rowSort, .columns] + Parameter.csvStyle,
      answer: .file([ExportFormat.csv, .json, .jsonl, .parquet].map(\.mediaType)),
      refusals: [403, 404]
    ) { try await $0.export() },
    Operation(
      "getOriginal",
      .data,
      "/datasets/{slug}/original",
      title: Bilingual(fr: "Télécharger le fichier d’origine", en: "Download the original file"),
      summary: Bilingual(
        fr: "Le fichier tel que le producteur l’a donné ; lisible par morceaux (Range). Refusé (403) quand "
          + "des données en ont été retirées ou protégées avant la publication.",
        en:
          "The file as its producer gave it; readable in parts (Range). Refused (403) when data was removed "
          + "from it or protected before it was published."
      ),
      parameters: [.slug, .version],
      answer: .file(["*/*"]),
      refusals: [403, 404, 416]
    ) { try await $0.original() },
  ]
}
