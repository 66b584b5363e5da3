extension TableSchema {
  static let catalogueDonnees = TableSchema(
    "etalab/schema-catalogue-donnees",
    version: "0.3.0",
    fr: "Catalogue de données",
    en: "Data catalogue",
    fields: [
      SchemaField("titre", required: true, fr: "Titre du jeu de données", en: "Title of the dataset"),
      SchemaField(
        "description",
        required: true,
        fr: "Ce que c’est, en quelques phrases",
        en: "What it is, in a few sentences"
      ),
      SchemaField("mots_cles", required: true, fr: "Mots-clés", en: "Keywords"),
      SchemaField("nom_orga", required: true, fr: "Organisation", en: "Organisation"),
      SchemaField(
        "siret_orga",
        format: "siret",
        fr: "SIRET de l’organisation",
        en: "SIRET number of the organisation"
      ),
      SchemaField(
        "id_alt_orga",
        fr: "Autre identifiant de l’organisation",
        en: "Other identifier of the organisation"
      ),
      SchemaField("service", required: true, fr: "Service qui produit", en: "Service that produces"),
      SchemaField("si", fr: "Système d’information d’origine", en: "Information system of origin"),
      SchemaField(
        "contact_service",
        format: "email",
        fr: "Adresse électronique du service",
        en: "E-mail address of the service"
      ),
      SchemaField(
        "contact_personne",
        required: true,
        format: "email",
        fr: "Adresses électroniques des personnes",
        en: "E-mail addresses of people"
      ),
      SchemaField("date_pub", .date, fr: "Jour de la publication", en: "Day of publication"),
      SchemaField("date_maj", .date, fr: "Jour de la dernière mise à jour", en: "Day of the last update"),
      SchemaField("freq_maj", fr: "Rythme de mise à jour", en: "Rhythm of updates"),
      SchemaField("couv_geo", required: true, fr: "Territoire couvert", en: "Territory covered"),
      SchemaField("url", format: "url", fr: "Adresse du jeu", en: "Address of the dataset"),
      SchemaField("format", required: true, fr: "Formats", en: "Formats"),
      SchemaField("licence", fr: "Licence", en: "Licence"),
    ]
  )
}
