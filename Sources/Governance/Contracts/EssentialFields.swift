import Messages
import Register

/// The fields of the essential data, the words those of the published formats.
enum EssentialFields {
  static let procurement: [RecordField] = [
    word(
      "nature",
      "Nature",
      "Nature",
      ["Marché", "Marché de partenariat", "Marché de défense ou de sécurité"]
    ),
    RecordField("cpv", .text, fr: "Code CPV (huit chiffres)", en: "CPV code (eight digits)", required: true),
    words(
      "techniques",
      "Techniques d’achat",
      "Techniques of purchase",
      [
        "Accord-cadre", "Concours", "Système de qualification", "Système d'acquisition dynamique",
        "Catalogue électronique", "Enchère électronique", "Sans objet",
      ]
    ),
    words(
      "execution",
      "Modalités d’exécution",
      "Ways to carry it out",
      ["Tranches", "Bons de commande", "Marchés subséquents", "Sans objet"]
    ),
    RecordField(
      "frameworkAgreement",
      .text,
      fr: "Numéro de l’accord-cadre",
      en: "Number of the framework agreement"
    ),
    RecordField("isInnovative", .boolean, fr: "Marché innovant\u{A0}?", en: "Innovative?", required: true),
    word(
      "ccag",
      "CCAG de référence",
      "General clauses",
      [
        "Travaux", "Maitrise d'œuvre", "Fournitures courantes et services", "Marchés industriels",
        "Prestations intellectuelles", "Techniques de l'information et de la communication", "Pas de CCAG",
      ]
    ),
    RecordField("offers", .integer, fr: "Offres reçues", en: "Offers received", required: true),
    RecordField("hasAdvance", .boolean, fr: "Avance accordée\u{A0}?", en: "Advance granted?", required: true),
    RecordField(
      "advanceRate",
      .number,
      fr: "Taux de l’avance (de 0 à 1)",
      en: "Rate of the advance (0 to 1)",
      when: .isTrue("hasAdvance")
    ),
    word(
      "grouping",
      "Groupement d’opérateurs",
      "Grouping of operators",
      ["Conjoint", "Solidaire", "Pas de groupement"]
    ),
    RecordField(
      "hasSubcontracting",
      .boolean,
      fr: "Sous-traitance déclarée\u{A0}?",
      en: "Subcontracting declared?",
      required: true
    ),
    word(
      "procedure",
      "Procédure",
      "Procedure",
      [
        "Procédure adaptée", "Appel d'offres ouvert", "Appel d'offres restreint",
        "Procédure avec négociation",
        "Marché passé sans publicité ni mise en concurrence préalable", "Dialogue compétitif",
      ]
    ),
    RecordField("placeCode", .text, fr: "Code du lieu d’exécution", en: "Code of the place", required: true),
    word(
      "placeKind",
      "Type de ce code",
      "Kind of that code",
      [
        "Code postal", "Code commune", "Code arrondissement", "Code canton", "Code département",
        "Code région",
        "Code pays",
      ]
    ),
    words(
      "priceTypes",
      "Types de prix",
      "Types of price",
      ["Définitif ferme", "Définitif actualisable", "Définitif révisable", "Provisoire"]
    ),
    word("priceForm", "Forme du prix", "Form of the price", ["Unitaire", "Forfaitaire", "Mixte"]),
    RecordField(
      "fromUnion",
      .number,
      fr: "Part de produits de l’Union européenne (de 0 à 1)",
      en: "Share of products from the European Union (0 to 1)"
    ),
    RecordField(
      "fromFrance",
      .number,
      fr: "Part de produits français (de 0 à 1)",
      en: "Share of French products (0 to 1)"
    ),
    words(
      "social",
      "Considérations sociales",
      "Social considerations",
      ["Clause sociale", "Critère social", "Marché réservé", "Pas de considération sociale"]
    ),
    environmental,
  ]

  static let concession: [RecordField] = [
    word(
      "nature",
      "Nature",
      "Nature",
      [
        "Concession de travaux", "Concession de service", "Concession de service public",
        "Délégation de service public",
      ]
    ),
    word(
      "procedure",
      "Procédure",
      "Procedure",
      [
        "Procédure négociée ouverte", "Procédure non négociée ouverte", "Procédure négociée restreinte",
        "Procédure non négociée restreinte",
      ]
    ),
    RecordField(
      "subsidy",
      .number,
      fr: "Subvention publique (€, 0 si aucune)",
      en: "Public subsidy (€, 0 for none)",
      required: true
    ),
    words(
      "social",
      "Considérations sociales",
      "Social considerations",
      ["Clause sociale", "Critère social", "Concession réservée", "Pas de considération sociale"]
    ),
    environmental,
    RecordField(
      "prices",
      .list(
        .group([
          RecordField(
            "publishedOn",
            .date,
            fr: "Chiffres de l’année publiés le",
            en: "The year’s figures published on",
            required: true
          ),
          RecordField(
            "investment",
            .number,
            fr: "Dépenses d’investissement de l’année (€)",
            en: "Investment of the year (€)",
            required: true
          ),
          RecordField("name", .text, fr: "Intitulé du tarif", en: "Name of the price", required: true),
          RecordField("amount", .number, fr: "Tarif (€)", en: "Price (€)", required: true),
        ])
      ),
      fr: "Exécution annuelle et principaux tarifs",
      en: "Yearly figures and main prices"
    ),
  ]

  static let grant: [RecordField] = [
    RecordField(
      "decision",
      .text,
      fr: "Référence de la décision",
      en: "Reference of the decision",
      required: true
    ),
    word(
      "nature",
      "Nature de l’aide",
      "Kind of help",
      ["aide en numéraire", "aide en nature", "aide en numéraire;aide en nature"]
    ),
    RecordField(
      "payment",
      .text,
      fr: "Conditions de versement",
      en: "Conditions of payment",
      help: Bilingual(
        fr: "« unique », « échelonné », ou quelques mots (256 caractères au plus).",
        en: "“unique”, “échelonné”, or a few words (256 characters at most)."
      ),
      required: true
    ),
    RecordField(
      "paidOn",
      .date,
      fr: "Versée le, ou à partir du",
      en: "Paid on, or from",
      required: true
    ),
    RecordField(
      "paidUntil",
      .date,
      fr: "Jusqu’au, si le versement s’échelonne",
      en: "Until, where paid in parts"
    ),
    RecordField("aidRegister", .text, fr: "Numéro au répertoire des aides", en: "Number in the aid register"),
    RecordField(
      "isNotifiedToUnion",
      .boolean,
      fr: "Notifiée à la Commission européenne\u{A0}?",
      en: "Notified to the European Commission?",
      required: true
    ),
    RecordField(
      "shares",
      .list(.number),
      fr: "Part de chaque bénéficiaire en %, si plusieurs",
      en: "Share of each beneficiary in %, if several",
      help: Bilingual(
        fr: "Une part par ligne, dans l’ordre des bénéficiaires.",
        en: "One share a line, in the order of beneficiaries."
      )
    ),
    RecordField("scheme", .text, fr: "Identifiant du dispositif d’aide", en: "Id of the aid scheme"),
  ]

  private static let environmental = words(
    "environmental",
    "Considérations environnementales",
    "Environmental considerations",
    ["Clause environnementale", "Critère environnemental", "Pas de considération environnementale"]
  )

  private static func choices(_ values: [String]) -> RecordField.FieldType {
    .choice(values.map { .init($0, fr: $0, en: $0) })
  }

  private static func word(_ key: String, _ fr: String, _ en: String, _ values: [String]) -> RecordField {
    RecordField(key, choices(values), fr: fr, en: en, required: true)
  }

  private static func words(_ key: String, _ fr: String, _ en: String, _ values: [String]) -> RecordField {
    RecordField(key, .list(choices(values)), fr: fr, en: en, required: true)
  }
}
