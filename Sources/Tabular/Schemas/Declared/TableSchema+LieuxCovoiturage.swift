extension TableSchema {
  static let lieuxCovoiturage = TableSchema(
    "etalab/schema-lieux-covoiturage",
    version: "0.3.0",
    fr: "Lieux de covoiturage",
    en: "Car-sharing places",
    fields: [
      SchemaField("id_local", required: true, fr: "Identifiant local", en: "Local identifier"),
      SchemaField("nom_lieu", required: true, fr: "Nom du lieu", en: "Name of the place"),
      SchemaField("ad_lieu", fr: "Adresse", en: "Address"),
      SchemaField("com_lieu", fr: "Nom de la commune", en: "Name of the commune"),
      SchemaField(
        "insee",
        required: true,
        pattern: #"^([013-9]\d|2[AB1-9])\d{3}$"#,
        fr: "Code INSEE de la commune",
        en: "INSEE code of the commune"
      ),
      SchemaField(
        "type",
        required: true,
        values: [
          "Aire de covoiturage", "Sortie d'autoroute", "Parking", "Supermarché", "Parking relais",
          "Délaissé routier", "Auto-stop", "Ligne de covoiturage",
        ],
        fr: "Type de lieu",
        en: "Type of place"
      ),
      SchemaField(
        "date_maj",
        .date,
        required: true,
        fr: "Jour de la dernière mise à jour",
        en: "Day of the last update"
      ),
      SchemaField(
        "ouvert",
        .boolean,
        required: true,
        booleans: .trueFalse,
        fr: "Si le lieu est ouvert",
        en: "Whether the place is open"
      ),
      SchemaField(
        "source",
        format: "siren",
        pattern: #"^\d{9}$"#,
        fr: "SIREN de l’organisme d’où viennent les données",
        en: "SIREN number of the body that the data comes from"
      ),
      SchemaField(
        "Xlong",
        .number,
        required: true,
        min: -180,
        max: 180,
        fr: "Longitude en degrés décimaux (WGS 84)",
        en: "Longitude in decimal degrees (WGS 84)",
        aliases: ["longitude", "lon", "long", "x_long"]
      ),
      SchemaField(
        "Ylat",
        .number,
        required: true,
        min: -90,
        max: 90,
        fr: "Latitude en degrés décimaux (WGS 84)",
        en: "Latitude in decimal degrees (WGS 84)",
        aliases: ["latitude", "lat", "y_lat"]
      ),
      SchemaField("nbre_pl", .integer, min: 0, fr: "Nombre de places", en: "Number of places"),
      SchemaField(
        "nbre_pmr",
        .integer,
        min: 0,
        fr: "Nombre de places pour personnes à mobilité réduite",
        en: "Number of places for people of reduced mobility"
      ),
      SchemaField(
        "duree",
        .integer,
        min: 0,
        fr: "Durée maximale, en minutes",
        en: "Longest stay, in minutes"
      ),
      SchemaField("horaires", format: "horaires_ouverture", fr: "Horaires d’ouverture", en: "Opening hours"),
      SchemaField("proprio", fr: "Propriétaire", en: "Owner"),
      SchemaField(
        "lumiere",
        .boolean,
        booleans: .trueFalse,
        fr: "Si l’endroit est éclairé",
        en: "Whether the place is lit"
      ),
      SchemaField("comm", fr: "Remarques libres", en: "Free remarks"),
    ]
  )
}
