extension TableSchema {
  static let equipements = TableSchema(
    "scdl/equipements",
    version: "0.1.5",
    fr: "Équipements publics",
    en: "Public facilities",
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
      SchemaField(
        "EQUIP_UID",
        required: true,
        pattern: "^[0-9A-B]{5}-[0-9]{8}-[0-9]{3}",
        maxLength: 18,
        fr: "Identifiant unique de l’équipement",
        en: "Unique identifier of the facility"
      ),
      SchemaField(
        "EQUIP_THEME",
        required: true,
        values: [
          "Equipement administratif", "Equipement de justice", "Equipement sanitaire",
          "Equipement social et d'animation", "Equipement sportif et de loisirs", "Equipement d'enseignement",
          "Equipement cultuel", "Equipement culturel", "Equipement de mobilité", "Autre équipement",
        ],
        fr: "Famille de l’équipement",
        en: "Family of the facility"
      ),
      SchemaField(
        "EQUIP_CODE",
        required: true,
        maxLength: 12,
        fr: "Code du type dans la base permanente des équipements",
        en: "Code of the type in the permanent database of facilities"
      ),
      SchemaField("EQUIP_TYPE", required: true, fr: "Type d’équipement", en: "Type of facility"),
      SchemaField("EQUIP_NOM", required: true, fr: "Nom de l’équipement", en: "Name of the facility"),
      SchemaField("ADR_NUMERO", required: true, fr: "Numéro dans la voie", en: "Number in the street"),
      SchemaField(
        "ADR_NOMVOIE",
        required: true,
        pattern: #"^[a-zA-Z0-9\-\'\s\d\u00C0-\u00FF]+$"#,
        minLength: 3,
        fr: "Nom de la voie",
        en: "Name of the street"
      ),
      SchemaField("ADR_CODEPOSTAL", required: true, maxLength: 5, fr: "Code postal", en: "Postal code"),
      SchemaField(
        "ADR_COMMUNE",
        required: true,
        pattern: #"^[A-Za-z\s\-\u00C0-\u00FF]+$"#,
        fr: "Nom de la commune",
        en: "Name of the commune"
      ),
      SchemaField(
        "ADR_CLE_INTEROP",
        pattern: "^[A-Za-z0-9_]+$",
        minLength: 16,
        fr: "Clé de l’adresse dans la base adresse locale",
        en: "Key of the address in the local address base"
      ),
      SchemaField(
        "ERP_ID",
        fr: "Identifiant d’établissement recevant du public",
        en: "Identifier as a building open to the public"
      ),
      SchemaField(
        "ERP_TYPE",
        maxLength: 10,
        fr: "Type d’établissement recevant du public",
        en: "Type of building open to the public"
      ),
      SchemaField(
        "ERP_CATEGORIE",
        .integer,
        min: 1,
        max: 5,
        fr: "Catégorie d’établissement recevant du public",
        en: "Category of building open to the public"
      ),
      SchemaField(
        "EQUIP_LAT",
        .number,
        required: true,
        fr: "Latitude en degrés décimaux (WGS 84)",
        en: "Latitude in decimal degrees (WGS 84)"
      ),
      SchemaField(
        "EQUIP_LONG",
        .number,
        required: true,
        fr: "Longitude en degrés décimaux (WGS 84)",
        en: "Longitude in decimal degrees (WGS 84)",
        aliases: ["EQUIP_LON"]
      ),
      SchemaField("EQUIP_OUVERTURE", fr: "Horaires d’ouverture", en: "Opening hours"),
      SchemaField("EQUIP_TEL", maxLength: 13, fr: "Téléphone", en: "Telephone"),
      SchemaField("EQUIP_EMAIL", format: "email", fr: "Adresse électronique", en: "E-mail address"),
      SchemaField("EQUIP_WEB", format: "url", fr: "Site web", en: "Web site"),
    ]
  )
}
