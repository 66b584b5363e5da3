extension TableSchema {
  static let profilsAcheteur = TableSchema(
    "etalab/schema-decp-dpa",
    version: "1.0.0",
    fr: "Profils d’acheteur",
    en: "Buyer profiles",
    fields: [
      SchemaField(
        "siretAcheteur",
        required: true,
        format: "siret",
        pattern: #"^\d{14}$"#,
        unique: true,
        fr: "SIRET de l’acheteur",
        en: "SIRET number of the buyer"
      ),
      SchemaField(
        "urlProfilAcheteur",
        required: true,
        format: "url",
        fr: "Adresse du profil d’acheteur",
        en: "Address of the buyer’s profile"
      ),
      SchemaField(
        "urlDCAT",
        format: "url",
        fr: "Adresse du catalogue DCAT",
        en: "Address of the DCAT catalogue"
      ),
      SchemaField("coordonnees", required: true, fr: "Coordonnées du contact", en: "Details of the contact"),
    ]
  )
}
