extension TableSchema {
  static let arbres = TableSchema(
    "NaturalSolutions/schema-arbre",
    version: "0.2.0",
    fr: "Arbres urbains",
    en: "Urban trees",
    fields: [
      SchemaField(
        "id",
        .integer,
        required: true,
        min: 1,
        unique: true,
        fr: "Identifiant de l’arbre",
        en: "Identifier of the tree",
        aliases: ["idbase"]
      ),
      SchemaField(
        "longitude",
        .number,
        required: true,
        min: -180,
        max: 180,
        fr: "Longitude en degrés décimaux (WGS 84)",
        en: "Longitude in decimal degrees (WGS 84)",
        aliases: ["lon", "long", "lng"]
      ),
      SchemaField(
        "latitude",
        .number,
        required: true,
        min: -180,
        max: 180,
        fr: "Latitude en degrés décimaux (WGS 84)",
        en: "Latitude in decimal degrees (WGS 84)",
        aliases: ["lat"]
      ),
      SchemaField("famille_arbre", fr: "Famille botanique", en: "Botanical family", aliases: ["famille"]),
      SchemaField("genre_arbre", fr: "Genre botanique", en: "Botanical genus", aliases: ["genre"]),
      SchemaField("espece_arbre", fr: "Espèce botanique", en: "Botanical species", aliases: ["espece"]),
      SchemaField(
        "cultivar_variete_arbre",
        fr: "Cultivar ou variété",
        en: "Cultivar or variety",
        aliases: ["variete oucultivar", "variete"]
      ),
      SchemaField(
        "nom_vernaculaire",
        fr: "Nom courant",
        en: "Common name",
        aliases: ["libelle francais", "nom commun"]
      ),
      SchemaField(
        "code_insee",
        pattern: #"^([013-9]\d|2[AB1-9])\d{3}$"#,
        fr: "Code INSEE de la commune",
        en: "INSEE code of the commune"
      ),
      SchemaField(
        "code_postal",
        pattern: #"^([013-9]\d|2[AB1-9])\d{3}$"#,
        fr: "Code postal",
        en: "Postal code"
      ),
      SchemaField("adresse", fr: "Adresse", en: "Address"),
      SchemaField(
        "matricule_arbre",
        fr: "Numéro porté par l’arbre",
        en: "Number that the tree bears",
        aliases: ["matricule"]
      ),
      SchemaField(
        "date_plantation",
        .date,
        fr: "Jour de la plantation",
        en: "Day it was planted",
        aliases: ["dateplantation"]
      ),
      SchemaField(
        "hauteur",
        .number,
        min: 0,
        max: 15000,
        fr: "Hauteur, en mètres",
        en: "Height, in metres",
        aliases: ["hauteur (m)"]
      ),
      SchemaField(
        "diametre",
        .number,
        min: 0,
        max: 3000,
        fr: "Diamètre du tronc, en centimètres",
        en: "Diameter of the trunk, in centimetres"
      ),
      SchemaField("type_sol", fr: "Type de sol", en: "Type of soil"),
      SchemaField("type_enracinement", fr: "Type d’enracinement", en: "Type of rooting"),
      SchemaField("port_arbre", fr: "Port de l’arbre", en: "Habit of the tree"),
      SchemaField(
        "arbre_remarquable",
        .boolean,
        booleans: .all,
        fr: "Si l’arbre est remarquable",
        en: "Whether the tree is remarkable",
        aliases: ["remarquable"]
      ),
      SchemaField(
        "arbre_protege",
        .boolean,
        booleans: .all,
        fr: "Si l’arbre est protégé",
        en: "Whether the tree is protected"
      ),
      SchemaField("contraintes_sol", fr: "Contraintes au sol", en: "Constraints in the ground"),
      SchemaField("contrainte_aeriennes", fr: "Contraintes aériennes", en: "Constraints overhead"),
      SchemaField(
        "eclairage",
        .boolean,
        booleans: .all,
        fr: "Si l’arbre est éclairé",
        en: "Whether the tree is lit"
      ),
      SchemaField("arrosage", fr: "Arrosage", en: "Watering"),
      SchemaField("allergie", .integer, fr: "Potentiel allergisant", en: "Allergenic potential"),
      SchemaField("remarque", fr: "Remarques libres", en: "Free remarks"),
    ]
  )
}
