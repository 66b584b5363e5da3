extension TableSchema {
  static let arretesCirculation = TableSchema(
    "CEREMA/schema-arrete-circulation-marchandises",
    version: "0.8.0",
    fr: "Arrêtés de circulation des marchandises",
    en: "Traffic orders on goods vehicles",
    fields: [
      SchemaField(
        "ID",
        required: true,
        unique: true,
        fr: "Identifiant de la mesure",
        en: "Identifier of the measure"
      ),
      SchemaField("COLL_NOM", required: true, fr: "Collectivité qui publie", en: "Authority that publishes"),
      SchemaField(
        "COLL_INSEE",
        required: true,
        pattern: #"^([013-9]\d|2[AB1-9])\d{3}$"#,
        minLength: 5,
        maxLength: 5,
        fr: "Code INSEE de la collectivité",
        en: "INSEE code of the authority"
      ),
      SchemaField("ARR_DATE", .date, required: true, fr: "Jour de l’arrêté", en: "Day of the order"),
      SchemaField("ARR_REF", required: true, fr: "Référence de l’arrêté", en: "Reference of the order"),
      SchemaField("ARR_OBJET", required: true, fr: "Objet de l’arrêté", en: "Subject of the order"),
      SchemaField("ARR_CONSIDERANT", fr: "Motifs de l’arrêté", en: "Grounds of the order"),
      SchemaField("ARR_URL", format: "url", fr: "Adresse du texte", en: "Address of the text"),
      SchemaField("REGL_ARTICLE", fr: "Article", en: "Article"),
      SchemaField("REGL_SOUS_ARTICLE", fr: "Partie de l’article", en: "Part of the article"),
      SchemaField("REGL_CONTEXTE", fr: "Contexte de la mesure", en: "Context of the measure"),
      SchemaField(
        "REGL_MODALITE",
        required: true,
        values: ["Autorise", "Interdit"],
        fr: "Si la mesure interdit ou autorise",
        en: "Whether the measure forbids or allows"
      ),
      SchemaField("VEH_TYPES", fr: "Types de véhicules", en: "Types of vehicles"),
      SchemaField(
        "VEH_TONNAGE_MODALITE",
        values: ["jusqu'à", "à partir de"],
        fr: "Comment le tonnage se calcule",
        en: "How the tonnage is reckoned"
      ),
      SchemaField(
        "VEH_TONNAGE",
        .number,
        min: 0,
        max: 45,
        fr: "Tonnage à partir duquel la mesure vaut",
        en: "Tonnage from which the measure holds"
      ),
      SchemaField("VEH_USAGES", fr: "Usages concernés", en: "Uses concerned"),
      SchemaField("SAUF_VEH_USAGES", fr: "Usages exceptés", en: "Uses excepted"),
      SchemaField("VEH_LONG", .number, min: 0, max: 30, fr: "Longueur, en mètres", en: "Length, in metres"),
      SchemaField("VEH_LARG", .number, min: 0, max: 6, fr: "Largeur, en mètres", en: "Width, in metres"),
      SchemaField("VEH_HAUT", .number, min: 0, max: 6, fr: "Hauteur, en mètres", en: "Height, in metres"),
      SchemaField(
        "VEH_MOTORS",
        items: ["Électrique", "Gaz Naturel pour Véhicules", "Hydrogène"],
        fr: "Motorisations",
        en: "Engines"
      ),
      SchemaField(
        "VEH_CQAS",
        items: ["100% électrique et Véhicules à hydrogène", "1", "2", "3", "4", "5", "Véhicule non classé"],
        fr: "Vignettes Crit’Air",
        en: "Crit’Air stickers"
      ),
      SchemaField(
        "PERIODE_JH",
        fr: "Jours et heures, en notation d’OpenStreetMap",
        en: "Days and hours, in OpenStreetMap notation"
      ),
      SchemaField(
        "PERIODE_DEBUT",
        fr: "Début de la période de l’année",
        en: "Start of the period of the year"
      ),
      SchemaField("PERIODE_FIN", fr: "Fin de la période de l’année", en: "End of the period of the year"),
      SchemaField("EMPRISE_ZONE", fr: "Zone concernée", en: "Zone concerned"),
      SchemaField(
        "EMPRISE_DESIGNATION",
        required: true,
        pattern: #"^[a-zA-Z0-9\-\–\'\’\«\»\°\"\s\d\u00C0-\u00FF\(\)\,\.]+$"#,
        fr: "Nom de la voie ou de la zone",
        en: "Name of the street or zone"
      ),
      SchemaField("EMPRISE_DEBUT", fr: "Où commence le tronçon", en: "Where the stretch starts"),
      SchemaField("EMPRISE_FIN", fr: "Où finit le tronçon", en: "Where the stretch ends"),
      SchemaField("EMPRISE_SENS", fr: "Sens de circulation", en: "Direction of traffic"),
      SchemaField("INTERV_DUREE", .time, fr: "Durée maximale de l’arrêt", en: "Longest stop"),
      SchemaField(
        "INTERV_HMAX",
        .time,
        fr: "Heure à laquelle il faut être parti",
        en: "Hour by which to be gone"
      ),
      SchemaField("GEOM_WKT", fr: "Géométrie en WKT", en: "Geometry as WKT"),
      SchemaField("GEOM_DEBUT", .geopoint, fr: "Point de début", en: "Start point"),
      SchemaField("GEOM_FIN", .geopoint, fr: "Point de fin", en: "End point"),
      SchemaField("GEOM_SOURCE", fr: "D’où vient la géométrie", en: "Where the geometry comes from"),
    ]
  )
}
