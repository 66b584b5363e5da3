extension TableSchema {
  static let comptageSites = TableSchema(
    "etalab/schema-comptage-mobilites-site",
    version: "0.2.5",
    fr: "Comptage des mobilités, sites",
    en: "Counts of mobility, sites",
    fields: [
      SchemaField(
        "site_id",
        required: true,
        unique: true,
        fr: "Identifiant du site",
        en: "Identifier of the site"
      ),
      SchemaField(
        "parent_site_id",
        fr: "Identifiant du site qui le contient",
        en: "Identifier of the site that holds it"
      ),
      SchemaField("site_name", required: true, fr: "Nom du site", en: "Name of the site"),
      SchemaField(
        "fr_insee_code",
        pattern: #"^([013-9]\d|2[AB1-9])\d{3}$"#,
        fr: "Code INSEE de la commune",
        en: "INSEE code of the commune"
      ),
      SchemaField(
        "xlong",
        .number,
        required: true,
        min: -180,
        max: 180,
        fr: "Longitude en degrés décimaux (WGS 84)",
        en: "Longitude in decimal degrees (WGS 84)"
      ),
      SchemaField(
        "ylat",
        .number,
        required: true,
        min: -90,
        max: 90,
        fr: "Latitude en degrés décimaux (WGS 84)",
        en: "Latitude in decimal degrees (WGS 84)"
      ),
      SchemaField("external_ids", fr: "Identifiants ailleurs", en: "Identifiers elsewhere"),
      SchemaField(
        "infrastructure_type",
        values: [
          "CYCLE TRACK", "CYCLE LANE", "CONTRAFLOW TRACK", "CONTRAFLOW LANE",
          "CONTRAFLOW CYCLING NOT MATERIALIZED", "GREENWAY", "BIKE ROAD", "SHARED BUSWAY", "RAMP", "GUTTER",
          "MIXED PEDESTRIAN/BICYCLE DEVELOPMENT NOT INCLUDING THE GREENWAY",
          "ROAD WITH BANALIZED CENTRAL TRACK", "COATED SHOULDER OUTSIDE THE RBCT", "OTHER SPECIFIC SITE",
          "OTHER SHARED USE ROUTE", "HIGHWAY", "EUROPEAN ROAD", "NATIONAL ROAD", "DEPARTEMENTAL ROAD",
          "METROPOLITAN ROAD", "MUNICIPAL ROAD", "FOOTPATH", "DEAD END", "FOREST ROADS", "SIDE ROADS",
          "TRUNK TRACK", "PRIVATE ROAD", "OTHER",
        ],
        fr: "Type de voie",
        en: "Type of way"
      ),
    ]
  )
}
