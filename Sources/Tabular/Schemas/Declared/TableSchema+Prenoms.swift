extension TableSchema {
  static let prenoms = TableSchema(
    "scdl/prenoms",
    version: "1.1.6",
    fr: "Prénoms des nouveau-nés",
    en: "First names of new-born children",
    fields: [
      SchemaField(
        "COMMUNE_NOM",
        pattern: "^(Le |La |Les |Los |Aux |L'|)([A-ZÉÇŒÈÎ])(((-| | - |')[A-ZÉÇŒÈÎ])|('|-| |)[a"
          + #"-zàâéèêëïîÿôûüœç])*( \([A-Z][a-z]*\)|)$"#,
        fr: "Commune de l’état civil",
        en: "Commune of the registry",
        aliases: ["COLL_NOM"]
      ),
      SchemaField(
        "COLL_INSEE",
        required: true,
        pattern: #"^([013-9]\d|2[AB1-9])\d{3}$"#,
        fr: "Code INSEE de la commune",
        en: "INSEE code of the commune"
      ),
      SchemaField(
        "ENFANT_SEXE",
        required: true,
        values: ["M", "F", "I"],
        fr: "Sexe inscrit à l’état civil",
        en: "Sex entered in the registry"
      ),
      SchemaField(
        "ENFANT_PRENOM",
        required: true,
        pattern: "^'?[A-ZÉÀÈÙÄËÏÖÜŸÂÊÎÔÛŶÇŒÆ][a-zéàèùäëïüöÿâêîôûŷçæœ]*(|'|(('[A-ZÉÀÈÙÄËÏÖÜŸÂÊÎ"
          + "ÔÛŶÇŒÆa-zéàèùäëïüöÿâêîôûŷçæœ][a-zéàèùäëïüöÿâêîôûŷçæœ]*'?){1,2}|(-[A-ZÉÀÈÙÄËÏ"
          + "ÖÜŸÂÊÎÔÛŶÇŒÆ][a-zéàèùäëïüöÿâêîôûŷçæœ]*'?){1,2}){1,5})$",
        fr: "Premier prénom",
        en: "First given name"
      ),
      SchemaField(
        "NOMBRE_OCCURRENCES",
        .integer,
        required: true,
        min: 1,
        max: 999999,
        fr: "Nombre d’enfants ainsi prénommés",
        en: "Number of children so named"
      ),
      SchemaField("ANNEE", .year, required: true, fr: "Année de naissance", en: "Year of birth"),
    ]
  )
}
