extension TableSchema {
  static let irveDynamique = TableSchema(
    "etalab/schema-irve-dynamique",
    version: "2.3.0",
    fr: "Bornes de recharge (IRVE), état",
    en: "Charging points for vehicles, state",
    fields: [
      SchemaField(
        "id_pdc_itinerance",
        required: true,
        pattern: "^[A-Z]{2}[A-Z0-9]{4,33}$",
        fr: "Identifiant national du point de charge",
        en: "National identifier of the charging point"
      ),
      SchemaField(
        "etat_pdc",
        required: true,
        values: ["en_service", "hors_service", "inconnu"],
        fr: "Si le point de charge est en service",
        en: "Whether the charging point is in service"
      ),
      SchemaField(
        "occupation_pdc",
        required: true,
        values: ["libre", "occupe", "reserve", "inconnu"],
        fr: "Si le point de charge est occupé",
        en: "Whether the charging point is taken"
      ),
      SchemaField("horodatage", .datetime, required: true, fr: "Moment de l’état", en: "Time of the state"),
      SchemaField(
        "etat_prise_type_2",
        values: ["fonctionnel", "hors_service", "inconnu"],
        fr: "État de la prise de type 2",
        en: "State of the type 2 socket"
      ),
      SchemaField(
        "etat_prise_type_combo_ccs",
        values: ["fonctionnel", "hors_service", "inconnu"],
        fr: "État de la prise Combo CCS",
        en: "State of the Combo CCS socket"
      ),
      SchemaField(
        "etat_prise_type_chademo",
        values: ["fonctionnel", "hors_service", "inconnu"],
        fr: "État de la prise CHAdeMO",
        en: "State of the CHAdeMO socket"
      ),
      SchemaField(
        "etat_prise_type_ef",
        values: ["fonctionnel", "hors_service", "inconnu"],
        fr: "État de la prise E/F",
        en: "State of the E/F socket"
      ),
    ]
  )
}
