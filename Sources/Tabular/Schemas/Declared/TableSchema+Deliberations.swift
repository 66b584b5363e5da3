extension TableSchema {
  static let deliberations = TableSchema(
    "scdl/deliberations",
    version: "2.1.5",
    fr: "Délibérations",
    en: "Deliberations",
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
        "DELIB_ID",
        required: true,
        fr: "Identifiant de la délibération",
        en: "Identifier of the deliberation"
      ),
      SchemaField("DELIB_DATE", .date, required: true, fr: "Jour du vote", en: "Day of the vote"),
      SchemaField(
        "DELIB_MATIERE_CODE",
        required: true,
        pattern: #"^\d\.\d{1,2}$"#,
        fr: "Code de la matière dans la nomenclature des actes",
        en: "Code of the subject in the nomenclature of acts"
      ),
      SchemaField(
        "DELIB_MATIERE_NOM",
        required: true,
        pattern: "(?i)(Commande publique|Urbanisme|Domaine et patrimoine|Fonction publique|Ins"
          + "titutions et vie politique|Libertés publiques et pouvoirs de police|Finances"
          + " locales|Domaines de compétences par thèmes|Autres domaines de compétences)(" + "/[^ ].*)?",
        fr: "Nom de la matière dans la nomenclature des actes",
        en: "Name of the subject in the nomenclature of acts"
      ),
      SchemaField("DELIB_OBJET", required: true, fr: "Ce dont on délibère", en: "What is deliberated"),
      SchemaField(
        "BUDGET_ANNEE",
        pattern: #"^[0-9]{4}(\/[0-9]{4})?$"#,
        fr: "Année ou années du budget",
        en: "Year or years of the budget"
      ),
      SchemaField("BUDGET_NOM", fr: "Nom du budget", en: "Name of the budget"),
      SchemaField(
        "PREF_ID",
        fr: "Identifiant donné par la préfecture",
        en: "Identifier given by the prefecture"
      ),
      SchemaField(
        "PREF_DATE",
        .date,
        fr: "Jour de réception en préfecture",
        en: "Day it was received by the prefecture"
      ),
      SchemaField(
        "VOTE_EFFECTIF",
        .integer,
        fr: "Nombre de membres de l’assemblée",
        en: "Number of members of the assembly"
      ),
      SchemaField("VOTE_REEL", .integer, fr: "Nombre de votants", en: "Number of voters"),
      SchemaField("VOTE_POUR", .integer, fr: "Voix pour", en: "Votes in favour"),
      SchemaField("VOTE_CONTRE", .integer, fr: "Voix contre", en: "Votes against"),
      SchemaField("VOTE_ABSTENTION", .integer, fr: "Abstentions", en: "Abstentions"),
      SchemaField("DELIB_URL", format: "url", fr: "Adresse du texte", en: "Address of the text"),
    ],
    rules: [
      .together(["BUDGET_ANNEE", "BUDGET_NOM"]),
      .together(["VOTE_EFFECTIF", "VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION"]),
      .atLeast("PREF_DATE", "DELIB_DATE"),
      .atLeast("VOTE_EFFECTIF", "VOTE_REEL"),
      .atLeast("VOTE_REEL", "VOTE_POUR"),
      .atLeast("VOTE_REEL", "VOTE_CONTRE"),
      .atLeast("VOTE_REEL", "VOTE_ABSTENTION"),
      .sum("VOTE_REEL", of: ["VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION"]),
    ]
  )
}
