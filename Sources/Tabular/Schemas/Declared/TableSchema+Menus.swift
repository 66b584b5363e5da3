extension TableSchema {
  static let menus = TableSchema(
    "scdl/menus-collectifs",
    version: "1.2.3",
    fr: "Menus de la restauration collective",
    en: "Menus of collective catering",
    fields: [
      SchemaField(
        "menuCollNom",
        required: true,
        fr: "Collectivité responsable du service",
        en: "Authority in charge of the service"
      ),
      SchemaField(
        "menuCollSiret",
        required: true,
        format: "siret",
        pattern: #"^\d{14}$"#,
        fr: "SIRET de la collectivité",
        en: "SIRET number of the authority"
      ),
      SchemaField(
        "menuEtablissementNom",
        required: true,
        fr: "Établissement qui prépare les repas",
        en: "Establishment that makes the meals"
      ),
      SchemaField(
        "menuEtablissementSiret",
        format: "siret",
        pattern: #"^\d{14}$"#,
        fr: "SIRET de l’établissement",
        en: "SIRET number of the establishment"
      ),
      SchemaField(
        "menuRestaurantNom",
        required: true,
        fr: "Restaurant où l’on mange",
        en: "Restaurant where people eat"
      ),
      SchemaField(
        "menuRestaurantInsee",
        pattern: #"^([013-9]\d|2[AB1-9])\d{3}$"#,
        fr: "Code INSEE de la commune du restaurant",
        en: "INSEE code of the restaurant’s commune"
      ),
      SchemaField("menuRestaurantId", fr: "Identifiant du restaurant", en: "Identifier of the restaurant"),
      SchemaField(
        "menuRestaurantIdType",
        required: true,
        values: ["SIRET", "EN", "autre", "sans"],
        fr: "Répertoire d’où vient l’identifiant",
        en: "Register that the identifier comes from"
      ),
      SchemaField(
        "menuRestaurantType",
        required: true,
        values: [
          "crèche", "maternelle", "élémentaire", "collège", "lycée", "université", "centre de formation",
          "administration", "résidence sénior", "EHPAD", "repas à domicile", "centre de loisirs",
          "restaurant d'entreprise", "autre",
        ],
        fr: "Type de restaurant",
        en: "Type of restaurant"
      ),
      SchemaField("menuRestaurantConvive", required: true, fr: "Qui mange", en: "Who eats"),
      SchemaField("menuDate", .date, required: true, fr: "Jour du repas", en: "Day of the meal"),
      SchemaField(
        "menuRepasType",
        required: true,
        values: ["petit-déjeuner", "déjeuner", "goûter", "dîner", "collation", "pique-nique", "autre"],
        fr: "Repas de la journée",
        en: "Meal of the day"
      ),
      SchemaField(
        "menuPlatType",
        required: true,
        values: ["entrée", "plat principal", "garniture", "dessert", "produit laitier", "pain", "autre"],
        fr: "Place du plat dans le repas",
        en: "Place of the dish in the meal"
      ),
      SchemaField("menuPlatNom", required: true, maxLength: 160, fr: "Nom du plat", en: "Name of the dish"),
      SchemaField("menuPlatCode", maxLength: 16, fr: "Code du plat", en: "Code of the dish"),
      SchemaField(
        "menuPlatSiqo",
        .json,
        fr: "Signes officiels de qualité et d’origine",
        en: "Official signs of quality and origin"
      ),
      SchemaField("menuPlatLabel", fr: "Autres labels", en: "Other labels"),
      SchemaField("menuPlatPrecision", fr: "Précisions sur le plat", en: "Details on the dish"),
      SchemaField(
        "menuPlatRegime",
        .json,
        fr: "Régimes auxquels le plat convient",
        en: "Diets that the dish suits"
      ),
      SchemaField(
        "menuPlatAllergene",
        .json,
        fr: "Allergènes à déclaration obligatoire",
        en: "Allergens that must be declared"
      ),
      SchemaField("menuPlatTexture", .json, fr: "Textures adaptées", en: "Adapted textures"),
      SchemaField(
        "menuPlatNutriscore",
        values: ["A", "B", "C", "D", "E"],
        fr: "Nutri-Score",
        en: "Nutri-Score"
      ),
      SchemaField("menuPlatPrix", .number, fr: "Prix en euros", en: "Price in euros"),
      SchemaField(
        "menuPublicationDate",
        .datetime,
        required: true,
        fr: "Moment de la publication",
        en: "Time of publication"
      ),
      SchemaField(
        "menuModificationDate",
        .datetime,
        fr: "Moment de la dernière modification",
        en: "Time of the last change"
      ),
      SchemaField("menuModificationInfo", fr: "Ce qui a été modifié", en: "What was changed"),
    ]
  )
}
