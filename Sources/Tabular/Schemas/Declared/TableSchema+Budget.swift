extension TableSchema {
  static let budget = TableSchema(
    "scdl/budget",
    version: "0.8.3",
    fr: "Budget",
    en: "Budget",
    fields: [
      SchemaField(
        "BGT_NATDEC",
        required: true,
        values: [
          "budget primitif", "budget supplémentaire", "décision modificative", "compte administratif",
        ],
        fr: "Étape du budget",
        en: "Step of the budget"
      ),
      SchemaField("BGT_ANNEE", .year, required: true, fr: "Exercice", en: "Financial year"),
      SchemaField(
        "BGT_SIRET",
        required: true,
        format: "siret",
        pattern: #"^\d{14}$"#,
        fr: "SIRET de la collectivité ou de son établissement",
        en: "SIRET number of the authority or body"
      ),
      SchemaField("BGT_NOM", required: true, fr: "Nom du budget", en: "Name of the budget"),
      SchemaField(
        "BGT_CONTNAT",
        required: true,
        minLength: 1,
        maxLength: 9,
        fr: "Compte par nature",
        en: "Account by nature"
      ),
      SchemaField(
        "BGT_CONTNAT_LABEL",
        required: true,
        fr: "Libellé du compte par nature",
        en: "Label of the account by nature"
      ),
      SchemaField(
        "BGT_NATURE",
        required: true,
        minLength: 1,
        maxLength: 9,
        fr: "Chapitre de nature",
        en: "Chapter by nature"
      ),
      SchemaField(
        "BGT_NATURE_LABEL",
        required: true,
        fr: "Libellé du chapitre de nature",
        en: "Label of the chapter by nature"
      ),
      SchemaField("BGT_FONCTION", minLength: 1, maxLength: 9, fr: "Fonction", en: "Function"),
      SchemaField("BGT_FONCTION_LABEL", fr: "Libellé de la fonction", en: "Label of the function"),
      SchemaField("BGT_OPERATION", fr: "Numéro d’opération", en: "Number of the operation"),
      SchemaField(
        "BGT_SECTION",
        required: true,
        values: ["investissement", "fonctionnement"],
        fr: "Fonctionnement ou investissement",
        en: "Operating or investment section"
      ),
      SchemaField(
        "BGT_OPBUDG",
        required: true,
        values: ["réel", "ordre"],
        fr: "Opération réelle ou d’ordre",
        en: "Real or accounting operation"
      ),
      SchemaField(
        "BGT_CODRD",
        required: true,
        values: ["recette", "dépense"],
        fr: "Recette ou dépense",
        en: "Income or expense"
      ),
      SchemaField("BGT_MTREAL", .number, fr: "Montant réalisé", en: "Amount carried out"),
      SchemaField("BGT_MTBUDGPREC", .number, fr: "Budget précédent", en: "Previous budget"),
      SchemaField(
        "BGT_MTRARPREC",
        .number,
        fr: "Restes à réaliser de l’exercice précédent",
        en: "Amounts still due from the year before"
      ),
      SchemaField("BGT_MTPROPNOUV", .number, fr: "Propositions nouvelles", en: "New proposals"),
      SchemaField("BGT_MTPREV", .number, fr: "Montant prévu, voté", en: "Amount planned and voted"),
      SchemaField("BGT_CREDOUV", .number, fr: "Crédits ouverts", en: "Credits opened"),
      SchemaField(
        "BGT_MTRAR3112",
        .number,
        fr: "Restes à réaliser au 31 décembre",
        en: "Amounts still due on 31 December"
      ),
      SchemaField(
        "BGT_ARTSPE",
        values: ["non spécialisé", "spécialisé"],
        fr: "Si l’article est spécialisé",
        en: "Whether the article is specialised"
      ),
    ]
  )
}
