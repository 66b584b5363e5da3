import Catalogue
import CivilTime
import Messages
import Portal
import Tabular
import Web

/// Models of pages made by hand, with every kind of content a page must show.
enum Sample {
  static let site = Site(
    name: "Val d’Arpent",
    tagline: "Communauté de communes, 24 communes et 61 000 habitants entre plateau et rivière.",
    contactEmail: "donnees@val-arpent.example"
  )
  static let today = CivilDate(daysSinceEpoch: 20_781)  // 2026-11-24
  static let assets = AssetStore(leafletFolder: "/usr/share/javascript/leaflet")

  static func context(_ route: Route, _ language: Language = .french, query: String = "") -> PageContext {
    PageContext(
      site: site,
      assets: assets,
      language: language,
      route: route,
      query: Query(encoded: query),
      today: today,
      origin: "https://donnees.val-arpent.example"
    )
  }

  static let organization = Organization(
    id: "finances",
    name: "Direction des finances",
    nature: .direction,
    parent: "val-arpent",
    description: "Prépare et exécute le **budget** de la communauté.\n\n- Budget\n- Subventions",
    siren: "732829320",
    homepage: "https://val-arpent.example/finances",
    email: "finances@val-arpent.example"
  )

  static let organizations = [
    Organization(id: "val-arpent", name: "Communauté de communes du Val d’Arpent", nature: .epci),
    organization,
    Organization(
      id: "espaces-verts",
      name: "Direction du cadre de vie",
      nature: .direction,
      parent: "val-arpent"
    ),
    Organization(id: "eaux", name: "Les Eaux du Plateau", nature: .delegate),
    Organization(id: "saint-arpent", name: "Saint-Arpent", nature: .commune, codeInsee: "63999"),
  ]

  static let dataset = Dataset(
    id: "subventions",
    title: "Subventions versées aux associations",
    description: """
      Les subventions de plus de 23 000 euros attribuées par le conseil communautaire, telles que \
      les demande le décret n° 2017-779. Chaque ligne est **une décision**.

      ## Ce qu’il faut savoir

      - Le montant est celui qui a été *voté*, et non versé.
      - La colonne `idBeneficiaire` est le SIRET de l’association.

      Voir le [schéma national](https://schema.data.gouv.fr/scdl/subventions/).
      """,
    organization: "finances",
    contact: Contact(name: "Cellule subventions", email: "subventions@val-arpent.example"),
    theme: "finances",
    keywords: ["associations", "subventions", "conventions"],
    licence: "lov2",
    frequency: .annual,
    territories: ["Val d’Arpent"],
    period: Period(start: "2022-01-01", end: "2025-12-31"),
    status: .published,
    currentVersion: "subventions@3",
    createdAt: "2024-02-01T09:00:00.000Z",
    updatedAt: "2026-02-03T08:30:00.000Z"
  )

  static let version3 = version(
    3,
    "2026-02-03T08:30:00.000Z",
    rows: 1_284,
    bytes: 214_510,
    columns: columnReports
  )
  static let version2 = version(
    2,
    "2025-02-10T08:00:00.000Z",
    rows: 1_102,
    bytes: 188_004,
    columns: Array(columnReports.dropLast(2))
  )
  static let version1 = version(
    1,
    "2024-02-01T09:00:00.000Z",
    rows: 907,
    bytes: 150_220,
    columns: Array(columnReports.dropLast(2))
  )

  static func version(
    _ number: Int,
    _ time: String,
    rows: Int,
    bytes: Int,
    columns: [ColumnReport]
  ) -> DatasetVersion {
    DatasetVersion(
      dataset: "subventions",
      number: number,
      publishedAt: time,
      original: DatasetVersion.StoredFile(
        name: "subventions été.csv",
        digest: String(repeating: "3fa9c1", count: 10) + "beef",
        bytes: bytes,
        mediaType: "text/csv",
        container: "csv",
        encoding: "windows-1252"
      ),
      table: "ab12",
      rows: rows,
      columns: columns.map { DatasetVersion.Column($0, description: descriptions[$0.name]) },
      errors: 3,
      warnings: 12
    )
  }

  private static let descriptions = [
    "dateConvention": "Jour de la signature de la convention.", "montant": "Montant voté, en euros.",
    "nature": "En numéraire ou en nature.",
  ]
}
