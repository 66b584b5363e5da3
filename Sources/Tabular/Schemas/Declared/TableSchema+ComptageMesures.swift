extension TableSchema {
  static let comptageMesures = TableSchema(
    "etalab/schema-comptage-mobilites-measure",
    version: "0.2.5",
    fr: "Comptage des mobilités, mesures",
    en: "Counts of mobility, measures",
    fields: [
      SchemaField(
        "channel_id",
        required: true,
        fr: "Identifiant du canal de comptage",
        en: "Identifier of the counting channel"
      ),
      SchemaField("counter_id", fr: "Identifiant du compteur", en: "Identifier of the counter"),
      SchemaField(
        "start_datetime",
        .datetime,
        required: true,
        fr: "Début de l’intervalle",
        en: "Start of the interval"
      ),
      SchemaField("end_datetime", .datetime, fr: "Fin de l’intervalle", en: "End of the interval"),
      SchemaField("count", .number, fr: "Nombre compté", en: "Number counted"),
    ]
  )
}
