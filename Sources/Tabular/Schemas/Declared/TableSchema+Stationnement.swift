extension TableSchema {
  static let stationnement = TableSchema(
    "etalab/schema-stationnement",
    version: "0.1.5",
    fr: "Lieux de stationnement",
    en: "Car parks",
    fields: [
      SchemaField(
        "id",
        required: true,
        pattern: #"^([013-9]\d|2[AB1-9])\d{3}-P-\d{3}$"#,
        unique: true,
        fr: "Identifiant du parc",
        en: "Identifier of the car park"
      ),
      SchemaField("nom", required: true, fr: "Nom du parc", en: "Name of the car park"),
      SchemaField(
        "insee",
        required: true,
        pattern: #"^([013-9]\d|2[AB1-9])\d{3}$"#,
        fr: "Code INSEE de la commune",
        en: "INSEE code of the commune"
      ),
      SchemaField("adresse", fr: "Adresse", en: "Address"),
      SchemaField("url", format: "url", fr: "Site web", en: "Web site"),
      SchemaField(
        "type_usagers",
        required: true,
        values: ["tous", "abonnés"],
        fr: "Qui peut s’y garer",
        en: "Who may park there"
      ),
      SchemaField(
        "gratuit",
        .boolean,
        required: true,
        booleans: .vraiFaux,
        fr: "Si l’usage est gratuit",
        en: "Whether it is free of charge"
      ),
      SchemaField(
        "nb_places",
        .integer,
        required: true,
        fr: "Nombre de places pour le public",
        en: "Number of places for the public"
      ),
      SchemaField("nb_pr", .integer, fr: "Places de parc relais", en: "Park-and-ride places"),
      SchemaField(
        "nb_pmr",
        .integer,
        fr: "Places pour personnes à mobilité réduite",
        en: "Places for people of reduced mobility"
      ),
      SchemaField(
        "nb_voitures_electriques",
        .integer,
        fr: "Places avec recharge",
        en: "Places with charging"
      ),
      SchemaField("nb_velo", .integer, fr: "Places pour vélos", en: "Places for bicycles"),
      SchemaField(
        "nb_2r_el",
        .integer,
        fr: "Places pour deux-roues électriques",
        en: "Places for electric two-wheelers"
      ),
      SchemaField("nb_autopartage", .integer, fr: "Places d’autopartage", en: "Car club places"),
      SchemaField("nb_2_rm", .integer, fr: "Places pour deux-roues motorisés", en: "Places for motor cycles"),
      SchemaField("nb_covoit", .integer, fr: "Places de covoiturage", en: "Car-sharing places"),
      SchemaField(
        "hauteur_max",
        required: true,
        pattern: #"^(\d+|N/A)$"#,
        fr: "Hauteur maximale, en centimètres",
        en: "Greatest height, in centimetres"
      ),
      SchemaField(
        "num_siret",
        required: true,
        format: "siret",
        pattern: #"^\d{14}$"#,
        fr: "SIRET de l’exploitant",
        en: "SIRET number of the operator"
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
      SchemaField(
        "tarif_pmr",
        values: ["gratuit", "normal_payant", "tarif_special"],
        fr: "Tarif pour personnes à mobilité réduite",
        en: "Price for people of reduced mobility"
      ),
      SchemaField(
        "tarif_1h",
        .number,
        min: 0,
        fr: "Tarif d’une heure, en euros",
        en: "Price of one hour, in euros"
      ),
      SchemaField(
        "tarif_2h",
        .number,
        min: 0,
        fr: "Tarif de deux heures, en euros",
        en: "Price of two hours, in euros"
      ),
      SchemaField(
        "tarif_3h",
        .number,
        min: 0,
        fr: "Tarif de trois heures, en euros",
        en: "Price of three hours, in euros"
      ),
      SchemaField(
        "tarif_4h",
        .number,
        min: 0,
        fr: "Tarif de quatre heures, en euros",
        en: "Price of four hours, in euros"
      ),
      SchemaField(
        "tarif_24h",
        .number,
        min: 0,
        fr: "Tarif d’un jour, en euros",
        en: "Price of one day, in euros"
      ),
      SchemaField(
        "abo_resident",
        .number,
        min: 0,
        fr: "Abonnement mensuel des résidents, en euros",
        en: "Monthly subscription of residents, in euros"
      ),
      SchemaField(
        "abo_non_resident",
        .number,
        min: 0,
        fr: "Abonnement mensuel des autres, en euros",
        en: "Monthly subscription of others, in euros"
      ),
      SchemaField(
        "type_ouvrage",
        values: ["enclos_en_surface", "ouvrage"],
        fr: "Type d’ouvrage",
        en: "Type of structure"
      ),
      SchemaField("info", fr: "Autres informations", en: "Other information"),
    ]
  )
}
