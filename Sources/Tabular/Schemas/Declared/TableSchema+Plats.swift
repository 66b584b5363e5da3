extension TableSchema {
  static let plats = TableSchema(
    "scdl/plats-menus-collectifs",
    version: "0.7.2",
    fr: "Composition des plats de la restauration collective",
    en: "What dishes of collective catering are made of",
    fields: [
      SchemaField(
        "platCollNom",
        required: true,
        fr: "Collectivité responsable du service",
        en: "Authority in charge of the service"
      ),
      SchemaField(
        "platCollSiret",
        required: true,
        pattern: #"^\d{14}$"#,
        fr: "SIRET de la collectivité",
        en: "SIRET number of the authority"
      ),
      SchemaField(
        "platEtablissementNom",
        required: true,
        fr: "Établissement qui prépare les plats",
        en: "Establishment that makes the dishes"
      ),
      SchemaField(
        "platEtablissementSiret",
        pattern: #"^\d{14}$"#,
        fr: "SIRET de l’établissement",
        en: "SIRET number of the establishment"
      ),
      SchemaField("platCode", required: true, fr: "Code du plat", en: "Code of the dish"),
      SchemaField("platNom", required: true, maxLength: 160, fr: "Nom du plat", en: "Name of the dish"),
      SchemaField("platProduitNom", required: true, fr: "Nom du produit", en: "Name of the product"),
      SchemaField("platProduitFournisseurNom", fr: "Fournisseur du produit", en: "Supplier of the product"),
      SchemaField(
        "platProduitFournisseurSiret",
        format: "siret",
        pattern: #"^\d{14}$"#,
        fr: "SIRET du fournisseur",
        en: "SIRET number of the supplier"
      ),
      SchemaField(
        "platProduitFournisseurInsee",
        pattern: #"^([013-9]\d|2[AB1-9])\d{3}$"#,
        fr: "Code INSEE de la commune du fournisseur",
        en: "INSEE code of the supplier’s commune"
      ),
      SchemaField(
        "platProduitSiqo",
        .json,
        fr: "Signes officiels de qualité et d’origine",
        en: "Official signs of quality and origin"
      ),
      SchemaField("platProduitLabel", fr: "Autres labels", en: "Other labels"),
      SchemaField("platProduitDescription", fr: "Description du produit", en: "Description of the product"),
      SchemaField(
        "platProduitOGM",
        .boolean,
        booleans: .ouiNon,
        fr: "Si le produit contient des OGM",
        en: "Whether the product holds GMOs"
      ),
      SchemaField(
        "platProduitIonisation",
        .boolean,
        booleans: .ouiNon,
        fr: "Si le produit est ionisé",
        en: "Whether the product was irradiated"
      ),
      SchemaField("platProduitAdditif", fr: "Additifs", en: "Additives"),
      SchemaField(
        "platProduitAllergene",
        .json,
        fr: "Allergènes à déclaration obligatoire",
        en: "Allergens that must be declared"
      ),
      SchemaField("platProduitNutriment", fr: "Apports nutritionnels", en: "Nutrients"),
      SchemaField(
        "platPublicationDate",
        .datetime,
        required: true,
        fr: "Moment de la publication",
        en: "Time of publication"
      ),
      SchemaField(
        "platModificationDate",
        .datetime,
        required: true,
        fr: "Moment de la dernière modification",
        en: "Time of the last change"
      ),
      SchemaField("platModificationInfo", fr: "Ce qui a été modifié", en: "What was changed"),
    ]
  )
}
