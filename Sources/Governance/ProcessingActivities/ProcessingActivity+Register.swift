import Messages
import Register

extension RegisterKind {
  /// The register of processing activities, as controller.
  public static let processingActivity = RegisterKind(
    ProcessingActivity.self,
    slug: "traitements",
    family: .personalData,
    label: Bilingual(fr: "Activité de traitement", en: "Processing activity"),
    plural: Bilingual(fr: "Activités de traitement", en: "Processing activities"),
    summary: Bilingual(
      fr: "Ce que l’organisation fait de données personnelles, pourquoi, à quel titre et combien de temps. "
        + "La loi demande ce registre à toute autorité publique ; qui le souhaite peut le lire.",
      en: "What the organisation does with personal data, what for, on which ground and for how long. "
        + "The law asks every public authority for this register; anyone may read it."
    ),
    titleLabel: Bilingual(fr: "Nom du traitement", en: "Name of the processing"),
    sections: ActivitySections.all,
    listed: ["service", "legalBasis", "dpiaDecision"],
    publicFields: [
      "purposes", "service", "jointControllers", "legalBasis", "legalBasisReason", "dataSubjects",
      "categories", "specialCategories", "sensitiveException", "sensitiveText", "origin", "originSource",
      "isMandatory", "refusalConsequence", "recipients", "hasTransfers", "transfers", "noticeAddress",
      "rightsContact", "decidesAutomatically", "automatedLogic",
    ],
    rights: RegisterRights(read: .read, write: .produce, decide: .protect),
    templates: ActivityTemplates.all,
    rules: ActivityRules.all
  )
}

/// The form of an activity, in parts.
enum ActivitySections {
  static let all = [purpose, people, recipients, supports, information, assessment, officer]

  static let purpose = RegisterSection(
    "finalites",
    fr: "Pourquoi, et à quel titre",
    en: "What for, and on which ground",
    fields: [
      RecordField(
        "purposes",
        .list(.text),
        fr: "Finalités",
        en: "Purposes",
        help: Bilingual(
          fr: "Une par ligne, précise : « Inscrire les enfants à l’école et les affecter ». "
            + "« Gestion » seul ne dit rien.",
          en:
            "One a line, precise: “Enrol children at school and assign them”. “Management” alone says nothing."
        ),
        source: "RGPD, art. 30(1)b et 5(1)b",
        required: true,
        why: Bilingual(
          fr: "La finalité décide de tout le reste : quelles données, combien de temps, pour qui.",
          en: "The purpose decides on all the rest: which data, for how long, for whom."
        )
      ),
      RecordField(
        "service",
        .text,
        fr: "Service qui s’en charge",
        en: "Service that runs it",
        source: "RGPD, art. 30(1)a",
        required: true,
        why: Bilingual(
          fr: "Il faut savoir à qui demander quand une personne exerce un droit.",
          en: "One must know whom to ask when someone exercises a right."
        )
      ),
      RecordField(
        "jointControllers",
        .list(.text),
        fr: "Responsables conjoints",
        en: "Joint controllers",
        help: Bilingual(
          fr: "Nom et coordonnées de ceux qui décident avec vous des finalités et des moyens.",
          en: "Name and contact of those who decide on purposes and means with you."
        ),
        source: "RGPD, art. 26 et 30(1)a"
      ),
      RecordField(
        "legalBasis",
        .choice(of: LegalBasis.self),
        fr: "Base légale",
        en: "Legal basis",
        help: Bilingual(
          fr: "Pour une autorité publique, c’est presque toujours l’obligation légale ou la mission "
            + "d’intérêt public. L’intérêt légitime ne vaut pas pour l’exécution de ses missions "
            + "(art. 6(1), al. 2).",
          en: "For a public authority it is nearly always the legal obligation or the task in the public "
            + "interest. Legitimate interests do not hold for the performance of its tasks (art. 6(1))."
        ),
        source: "RGPD, art. 6(1)",
        required: true,
        why: Bilingual(
          fr: "Sans base légale, le traitement est illicite ; d’elle dépendent les droits des personnes.",
          en: "Without a legal basis the processing is unlawful; people’s rights depend on it."
        )
      ),
      RecordField(
        "legalBasisReason",
        .markdown,
        fr: "Ce qui la justifie",
        en: "What justifies it",
        help: Bilingual(
          fr: "Le texte et son article, ou la mission et la délibération qui l’organise.",
          en: "The text and its article, or the task and the decision that sets it up."
        ),
        source: "RGPD, art. 5(2) et 6(3)",
        required: true,
        why: Bilingual(
          fr: "La base se prouve : c’est à l’organisation de la montrer.",
          en: "The basis is proved: it is for the organisation to show it."
        )
      ),
      RecordField(
        "consentProof",
        .markdown,
        fr: "Comment le consentement est recueilli, prouvé et retiré",
        en: "How consent is collected, proved and withdrawn",
        source: "RGPD, art. 7",
        required: true,
        when: .isOneOf("legalBasis", ["consent"])
      ),
    ]
  )

  static let recipients = RegisterSection(
    "destinataires",
    fr: "Qui les reçoit",
    en: "Who receives it",
    fields: [
      RecordField(
        "recipients",
        .list(.text),
        fr: "Destinataires",
        en: "Recipients",
        help: Bilingual(
          fr: "Services internes habilités, administrations, sous-traitants : une catégorie par ligne.",
          en: "Services inside, administrations, processors: one category a line."
        ),
        source: "RGPD, art. 30(1)d",
        required: true
      ),
      RecordField(
        "processors",
        .list(.reference(kind: "processor")),
        fr: "Sous-traitants",
        en: "Processors",
        source: "RGPD, art. 28",
        visibility: .members
      ),
      RecordField(
        "contracts",
        .list(.reference(kind: "contract")),
        fr: "Contrats",
        en: "Contracts",
        visibility: .members
      ),
      RecordField(
        "hasTransfers",
        .boolean,
        fr: "Des données sortent-elles de l’Union européenne ?",
        en: "Does data leave the European Union?",
        help: Bilingual(
          fr: "L’accès à distance depuis un pays tiers, pour le dépannage par exemple, est un transfert.",
          en: "Access from a third country, for support for instance, is a transfer."
        ),
        source: "RGPD, art. 30(1)e",
        required: true
      ),
      RecordField(
        "transfers",
        .list(
          .group([
            RecordField("recipient", .text, fr: "Destinataire", en: "Recipient", required: true),
            RecordField(
              "country",
              .text,
              fr: "Pays ou organisation internationale",
              en: "Country or international organisation",
              required: true
            ),
            RecordField(
              "guarantee",
              .choice(of: TransferGuarantee.self),
              fr: "Garantie",
              en: "Guarantee",
              source: "RGPD, art. 45 à 49",
              required: true
            ),
            RecordField("document", .text, fr: "Document qui le montre", en: "Document that shows it"),
          ])
        ),
        fr: "Transferts",
        en: "Transfers",
        source: "RGPD, art. 30(1)e",
        required: true,
        when: .isTrue("hasTransfers")
      ),
    ]
  )

  static let supports = RegisterSection(
    "supports",
    fr: "Où sont les données, et ce qui les protège",
    en: "Where the data is, and what protects it",
    fields: [
      RecordField(
        "applications",
        .list(.reference(kind: "application")),
        fr: "Logiciels",
        en: "Applications",
        visibility: .members
      ),
      RecordField(
        "datasets",
        .list(.reference(kind: "dataset")),
        fr: "Jeux de données du catalogue",
        en: "Datasets of the catalogue",
        visibility: .members
      ),
      RecordField(
        "columns",
        .list(
          .group([
            RecordField(
              "dataset",
              .reference(kind: "dataset"),
              fr: "Jeu de données",
              en: "Dataset",
              required: true
            ),
            RecordField("column", .text, fr: "Colonne", en: "Column", required: true),
            RecordField(
              "category",
              .text,
              fr: "Catégorie de données",
              en: "Category of data",
              help: Bilingual(
                fr: "Le nom de l’une des catégories déclarées plus haut.",
                en: "The name of one of the categories stated above."
              )
            ),
          ])
        ),
        fr: "Colonnes qui les contiennent",
        en: "Columns that hold it",
        help: Bilingual(
          fr:
            "C’est par elles que le registre se vérifie sur les données, et que l’on retrouve une personne.",
          en: "Through them the register is checked against the data, and a person can be found."
        ),
        visibility: .members
      ),
      RecordField(
        "technicalMeasures",
        .list(.text),
        fr: "Mesures techniques de sécurité",
        en: "Technical measures of security",
        help: Bilingual(
          fr: "Une par ligne : comptes nominatifs, chiffrement, sauvegardes, traces…",
          en: "One a line: personal accounts, encryption, backups, logs…"
        ),
        source: "RGPD, art. 30(1)g et 32(1)",
        required: true,
        visibility: .members
      ),
      RecordField(
        "organizationalMeasures",
        .list(.text),
        fr: "Mesures d’organisation",
        en: "Measures of organisation",
        help: Bilingual(
          fr: "Une par ligne : habilitations revues, agents formés, charte, armoires fermées…",
          en: "One a line: access reviewed, staff trained, charter, locked cabinets…"
        ),
        source: "RGPD, art. 30(1)g et 32(1)",
        required: true,
        visibility: .members
      ),
    ]
  )
}
