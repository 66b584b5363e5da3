extension TableSchema {
  static let subventions = TableSchema(
    "scdl/subventions",
    version: "2.1.1",
    fr: "Subventions",
    en: "Grants",
    fields: [
      SchemaField(
        "nomAttribuant",
        required: true,
        fr: "Nom de l’autorité qui attribue la subvention",
        en: "Name of the authority that awards the grant",
        aliases: ["nom attribuant", "collectivite", "organisme attributaire"]
      ),
      SchemaField(
        "idAttribuant",
        required: true,
        format: "siret",
        pattern: #"^\d{14}$"#,
        fr: "SIRET de l’autorité qui attribue",
        en: "SIRET number of the awarding authority",
        aliases: ["siret attribuant"]
      ),
      SchemaField(
        "dateConvention",
        .date,
        required: true,
        fr: "Jour de la signature de la convention",
        en: "Day the agreement was signed",
        aliases: ["date de la convention", "date convention"]
      ),
      SchemaField(
        "referenceDecision",
        fr: "Référence de la décision d’attribution",
        en: "Reference of the decision to award",
        aliases: ["reference de la decision"]
      ),
      SchemaField(
        "nomBeneficiaire",
        required: true,
        fr: "Nom de l’organisme qui reçoit",
        en: "Name of the body that receives",
        aliases: ["nom du beneficiaire", "beneficiaire", "nom beneficiaire"]
      ),
      SchemaField(
        "idBeneficiaire",
        format: "siret",
        fr: "SIRET de l’organisme qui reçoit",
        en: "SIRET number of the body that receives",
        aliases: ["siret beneficiaire", "numero siret"]
      ),
      SchemaField(
        "rnaBeneficiaire",
        pattern: #"^W\d{9}$"#,
        fr: "Numéro au répertoire national des associations",
        en: "Number in the national register of associations",
        aliases: ["rna"]
      ),
      SchemaField(
        "objet",
        required: true,
        maxLength: 256,
        fr: "À quoi sert la subvention",
        en: "What the grant is for",
        aliases: ["objet de la subvention"]
      ),
      SchemaField(
        "montant",
        .number,
        required: true,
        fr: "Montant total attribué, en euros",
        en: "Total amount awarded, in euros",
        aliases: ["montant de la subvention", "montant total"]
      ),
      SchemaField(
        "nature",
        required: true,
        values: [
          "aide en numéraire", "aide en nature", "aide en numéraire;aide en nature",
          "aide en nature;aide en numéraire",
        ],
        fr: "Argent, prestation en nature, ou les deux",
        en: "Money, contribution in kind, or both",
        aliases: ["nature de la subvention"]
      ),
      SchemaField(
        "conditionsVersement",
        required: true,
        maxLength: 256,
        fr: "Comment la somme est versée",
        en: "How the sum is paid",
        aliases: ["conditions de versement"]
      ),
      SchemaField(
        "datesPeriodeVersement",
        required: true,
        pattern: #"^[0-9]{4}\-[0-9]{2}\-[0-9]{2}(\/[0-9]{4}\-[0-9]{2}\-[0-9]{2})?$"#,
        fr: "Jour ou période du versement",
        en: "Day or period of the payment",
        aliases: ["dates de versement", "date de versement", "date periode de versement"]
      ),
      SchemaField(
        "idRAE",
        maxLength: 5,
        fr: "Numéro au registre des aides de minimis ou d’État",
        en: "Number in the register of State aid"
      ),
      SchemaField(
        "notificationUE",
        .boolean,
        required: true,
        booleans: .ouiNon,
        fr: "Si l’aide a été notifiée à la Commission européenne",
        en: "Whether the aid was notified to the European Commission"
      ),
      SchemaField(
        "pourcentageSubvention",
        .number,
        required: true,
        min: 0.01,
        max: 1,
        fr: "Part de la subvention publiée ici, de 0 à 1",
        en: "Share of the grant published here, from 0 to 1"
      ),
      SchemaField(
        "dispositifAide",
        fr: "Dispositif dont relève l’aide",
        en: "Scheme that the aid belongs to"
      ),
    ],
    rules: [
      .oneOf(["idBeneficiaire", "rnaBeneficiaire"])
    ]
  )
}
