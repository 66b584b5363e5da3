extension TableSchema {
  static let stationnementCyclable = TableSchema(
    "etalab/schema-stationnement-cyclable",
    version: "1.1.1",
    fr: "Stationnement cyclable",
    en: "Bicycle parking",
    fields: [
      SchemaField("id_local", required: true, unique: true, fr: "Identifiant local", en: "Local identifier"),
      SchemaField("id_osm", fr: "Identifiant dans OpenStreetMap", en: "Identifier in OpenStreetMap"),
      SchemaField(
        "code_com",
        pattern: #"^([013-9]\d|2[AB1-9])\d{3}$"#,
        fr: "Code INSEE de la commune",
        en: "INSEE code of the commune"
      ),
      SchemaField(
        "coordonneesxy",
        .geopoint,
        required: true,
        fr: "Longitude et latitude entre crochets",
        en: "Longitude and latitude in brackets"
      ),
      SchemaField("capacite", .integer, required: true, fr: "Nombre de vélos", en: "Number of bicycles"),
      SchemaField("capacite_cargo", .integer, fr: "Nombre de vélos cargos", en: "Number of cargo bicycles"),
      SchemaField(
        "type_accroche",
        required: true,
        values: ["ROUE", "CADRE", "CADRE ET ROUE", "SANS ACCROCHE"],
        fr: "Comment le vélo s’attache",
        en: "How the bicycle is locked"
      ),
      SchemaField(
        "mobilier",
        values: [
          "ARCEAU", "RATELIER", "RACK DOUBLE ETAGE", "CROCHET", "SUPPORT GUIDON", "POTELET",
          "ARCEAU VELO GRANDE TAILLE", "AUCUN EQUIPEMENT", "AUTRE",
        ],
        fr: "Type de mobilier",
        en: "Type of stand"
      ),
      SchemaField(
        "acces",
        values: ["LIBRE ACCES", "ABONNEMENT OU INSCRIPTION PREALABLE", "PRIVE"],
        fr: "Conditions d’accès",
        en: "Conditions of access"
      ),
      SchemaField(
        "gratuit",
        .boolean,
        booleans: .vraiFaux,
        fr: "Si l’usage est gratuit",
        en: "Whether it is free of charge"
      ),
      SchemaField(
        "protection",
        values: ["STATIONNEMENT NON FERME", "CONSIGNE COLLECTIVE FERMEE", "BOX INDIVIDUEL FERME", "AUTRE"],
        fr: "Protection contre le vol",
        en: "Protection against theft"
      ),
      SchemaField(
        "couverture",
        .boolean,
        booleans: .vraiFaux,
        fr: "Si l’endroit est couvert",
        en: "Whether the place is covered"
      ),
      SchemaField(
        "surveillance",
        .boolean,
        booleans: .vraiFaux,
        fr: "Si l’endroit est surveillé",
        en: "Whether the place is watched"
      ),
      SchemaField(
        "lumiere",
        .boolean,
        booleans: .vraiFaux,
        fr: "Si l’endroit est éclairé",
        en: "Whether the place is lit"
      ),
      SchemaField("url_info", format: "url", fr: "Page d’information", en: "Page of information"),
      SchemaField("d_service", .integer, fr: "Année de mise en service", en: "Year it was put into service"),
      SchemaField("source", fr: "D’où viennent les données", en: "Where the data comes from"),
      SchemaField("proprietaire", fr: "Propriétaire", en: "Owner"),
      SchemaField("gestionnaire", fr: "Gestionnaire", en: "Manager"),
      SchemaField("date_maj", .date, fr: "Jour de la dernière mise à jour", en: "Day of the last update"),
      SchemaField("commentaires", fr: "Remarques libres", en: "Free remarks"),
    ]
  )
}
