extension TableSchema {
  static let catalogue = TableSchema(
    "scdl/catalogue",
    version: "0.1.3",
    fr: "Catalogue de données (SCDL)",
    en: "Data catalogue (SCDL)",
    fields: [
      SchemaField("COLL_NOM", required: true, fr: "Collectivité qui publie", en: "Authority that publishes"),
      SchemaField(
        "COLL_SIRET",
        required: true,
        format: "siret",
        pattern: #"^\d{14}$"#,
        fr: "SIRET de la collectivité",
        en: "SIRET number of the authority"
      ),
      SchemaField("ID", required: true, fr: "Identifiant du jeu de données", en: "Identifier of the dataset"),
      SchemaField("TITRE", required: true, fr: "Titre du jeu de données", en: "Title of the dataset"),
      SchemaField(
        "DESCRIPTION",
        required: true,
        fr: "Ce que contient le jeu de données",
        en: "What the dataset holds"
      ),
      SchemaField("THEME", required: true, fr: "Thème", en: "Theme"),
      SchemaField(
        "PRODUCTEUR_NOM",
        required: true,
        fr: "Organisme qui produit les données",
        en: "Body that produces the data"
      ),
      SchemaField(
        "PRODUCTEUR_SIRET",
        required: true,
        format: "siret",
        pattern: #"^\d{14}$"#,
        fr: "SIRET du producteur",
        en: "SIRET number of the producer"
      ),
      SchemaField(
        "COUV_SPAT_MAILLE",
        required: true,
        values: [
          "Infracommunale", "Communale", "Intercommunale", "Cantonale", "Départementale", "Régionale",
          "Autre",
        ],
        fr: "Échelon territorial couvert",
        en: "Level of territory covered"
      ),
      SchemaField(
        "COUV_SPAT_NOM",
        required: true,
        fr: "Nom du territoire couvert",
        en: "Name of the territory covered"
      ),
      SchemaField(
        "COUV_TEMP_DEBUT",
        .date,
        required: true,
        fr: "Premier jour couvert",
        en: "First day covered"
      ),
      SchemaField("COUV_TEMP_FIN", .date, required: true, fr: "Dernier jour couvert", en: "Last day covered"),
      SchemaField(
        "DATE_PUBL",
        .date,
        required: true,
        fr: "Jour de la première publication",
        en: "Day of the first publication"
      ),
      SchemaField(
        "FREQ_MAJ",
        required: true,
        values: [
          "Inconnue", "Ponctuelle", "Irrégulière", "Continuelle", "Toutes les heures",
          "Quotidienne ou plusieurs fois par jour", "Hebdomadaire ou plusieurs fois par semaine",
          "Mensuelle ou plusieurs fois par mois", "Bimestrielle", "Trimestrielle", "Semestrielle", "Annuelle",
          "Biennale", "Triennale", "Quinquennale",
        ],
        fr: "Rythme de mise à jour",
        en: "Rhythm of updates"
      ),
      SchemaField(
        "DATE_MAJ",
        .date,
        required: true,
        fr: "Jour de la dernière mise à jour",
        en: "Day of the last update"
      ),
      SchemaField("MOTS_CLES", required: true, fr: "Mots-clés", en: "Keywords"),
      SchemaField(
        "LICENCE",
        required: true,
        values: [
          "Licence Ouverte-LO", "Open Database License-ODBL", "Creative Commons-CC", "Spécifique ou autre",
        ],
        fr: "Licence",
        en: "Licence"
      ),
      SchemaField(
        "NOMBRE_RESSOURCES",
        .integer,
        required: true,
        min: 1,
        fr: "Nombre de fichiers",
        en: "Number of files"
      ),
      SchemaField(
        "FORMAT_RESSOURCES",
        required: true,
        fr: "Formats des fichiers",
        en: "Formats of the files"
      ),
      SchemaField(
        "URL",
        required: true,
        format: "url",
        fr: "Adresse de la page du jeu",
        en: "Address of the dataset’s page"
      ),
    ]
  )
}
