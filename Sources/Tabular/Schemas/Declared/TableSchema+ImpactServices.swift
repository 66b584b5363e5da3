extension TableSchema {
  static let impactServices = TableSchema(
    "etalab/schema-impact-service-public-numerique",
    version: "0.5.0",
    fr: "Impact d’un service public numérique",
    en: "Impact of a digital public service",
    fields: [
      SchemaField(
        "administration_rattachement",
        required: true,
        fr: "Administration responsable",
        en: "Administration in charge"
      ),
      SchemaField(
        "nom_service_public_numerique",
        required: true,
        fr: "Nom du service",
        en: "Name of the service"
      ),
      SchemaField("indicateur", required: true, fr: "Ce qui est mesuré", en: "What is measured"),
      SchemaField("valeur", .number, required: true, fr: "Valeur mesurée", en: "Value measured"),
      SchemaField("unite_mesure", required: true, fr: "Unité", en: "Unit"),
      SchemaField(
        "est_cible",
        .boolean,
        required: true,
        fr: "Si c’est un objectif",
        en: "Whether it is a target"
      ),
      SchemaField(
        "type_indicateur",
        required: true,
        values: ["usage", "impact"],
        fr: "Usage ou effet",
        en: "Use or effect"
      ),
      SchemaField(
        "frequence_monitoring",
        required: true,
        values: [
          "quotidienne", "hebdomadaire", "mensuelle", "annuelle", "trimestrielle", "semestrielle", "autre",
        ],
        fr: "Rythme de la mesure",
        en: "Rhythm of measurement"
      ),
      SchemaField("date", .date, required: true, fr: "Jour de la mesure", en: "Day of the measurement"),
      SchemaField(
        "est_periode",
        .boolean,
        required: true,
        fr: "Si la mesure porte sur une période",
        en: "Whether it measures a period"
      ),
      SchemaField("date_debut", .date, fr: "Début de la période", en: "Start of the period"),
      SchemaField(
        "est_automatise",
        .boolean,
        required: true,
        fr: "Si la mesure est automatique",
        en: "Whether it is measured automatically"
      ),
      SchemaField(
        "source_collecte",
        required: true,
        fr: "D’où vient la mesure",
        en: "Where the measurement comes from"
      ),
      SchemaField(
        "denom_insee",
        values: ["REG", "DEP", "COM", "ARR", "COMER", "COM_COMER", "COG", "CTCD", "CAN"],
        fr: "Échelon territorial",
        en: "Level of territory"
      ),
      SchemaField("code_insee", fr: "Code INSEE du territoire", en: "INSEE code of the territory"),
      SchemaField(
        "dataviz_wish",
        values: ["linechart", "barchart", "map", "scatterplot", "piechart"],
        fr: "Représentation souhaitée",
        en: "Chart wished for"
      ),
      SchemaField("commentaires", fr: "Remarques libres", en: "Free remarks"),
    ]
  )
}
