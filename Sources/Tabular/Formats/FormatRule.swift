/// When a column has a format: which values show it, which names announce it, how many must.
struct FormatRule: Sendable {
  let format: ColumnFormat
  /// A value has the format when it shows one of these.
  let formats: FormatSet
  /// The type of a column that has the format.
  let type: ColumnType
  /// Column names that announce it, as words that must all be there.
  let headers: [String]
  /// The share of cells that must have it, where the name announces it; `nil` when the name never decides.
  let shareWithHeader: Double?
  /// The share of cells that must have it, where the name says nothing; `nil` when the name must announce it.
  let shareAlone: Double?
  /// How many distinct values must have it, where the name says nothing.
  let distinctAlone: Int
  /// How many digits a value has, for codes that a spreadsheet robs of their first zero.
  let digits: Int?
  /// Which of two formats of equal shares is meant.
  let precedence: Int
  /// What a faulty value is not, in French then in English, after « ce n’est pas ».
  let expected: (fr: String, en: String)
  /// Whether a faulty value is an error, as against something to look at.
  let isStrict: Bool

  init(
    _ name: String,
    _ formats: FormatSet,
    _ type: ColumnType = .text,
    headers: [String] = [],
    withHeader: Double? = 0.5,
    alone: Double? = nil,
    distinct: Int = 1,
    digits: Int? = nil,
    precedence: Int = 0,
    strict: Bool = true,
    fr: String,
    en: String
  ) {
    format = ColumnFormat(rawValue: name)
    self.formats = formats
    self.type = type
    self.headers = headers
    shareWithHeader = headers.isEmpty ? nil : withHeader
    shareAlone = alone
    distinctAlone = distinct
    self.digits = digits
    self.precedence = precedence
    isStrict = strict
    expected = (fr, en)
  }

  /// Whether values of a kind have the format, their zeros kept.
  func accepts(_ cellClass: CellClass, _ shown: FormatSet) -> Bool {
    !shown.isDisjoint(with: formats) && !isShortened(cellClass)
  }

  /// Whether values of a kind would have the format if their first zero were given back.
  func lostZero(_ cellClass: CellClass, _ shown: FormatSet) -> Bool {
    !shown.isDisjoint(with: formats) && isShortened(cellClass)
  }

  private func isShortened(_ cellClass: CellClass) -> Bool {
    guard let digits, cellClass.isPlainInteger, !cellClass.has(CellClass.leadingZero) else { return false }
    return cellClass.digits == digits - 1
  }

  /// The rule of a format.
  static func rule(of format: ColumnFormat?) -> FormatRule? { format.flatMap { byFormat[$0] } }

  private static let byFormat = Dictionary(all.map { ($0.format, $0) }) { first, _ in first }

  /// All formats, those of companies first.
  static let all: [FormatRule] = companies + territories + places + persons + web + calendar
}

extension FormatRule {
  static let companies: [FormatRule] = [
    FormatRule(
      "siret",
      .siret,
      headers: ["siret"],
      alone: 0.8,
      digits: 14,
      precedence: 9,
      fr: "un SIRET (14 chiffres dont la clé est juste)",
      en: "a SIRET (14 digits with a right key)"
    ),
    FormatRule(
      "epci",
      .epci,
      headers: ["epci", "interco", "siren epci", "code epci", "groupement siren"],
      withHeader: 0.6,
      digits: 9,
      precedence: 8,
      fr: "le SIREN d’un EPCI (9 chiffres, en 20 ou 24)",
      en: "the SIREN of an intercommunal body"
    ),
    FormatRule(
      "siren",
      .siren,
      headers: ["siren"],
      alone: 0.9,
      distinct: 3,
      digits: 9,
      precedence: 7,
      fr: "un SIREN (9 chiffres dont la clé est juste)",
      en: "a SIREN (9 digits with a right key)"
    ),
    FormatRule(
      "rna",
      .rna,
      headers: ["rna", "waldec"],
      alone: 0.8,
      distinct: 2,
      precedence: 6,
      fr: "un numéro RNA (W et 9 chiffres)",
      en: "an RNA number (W and 9 digits)"
    ),
    FormatRule(
      "tva_intracommunautaire",
      .vatNumber,
      headers: ["tva intracommunautaire", "vat number", "tva intra"],
      alone: 0.8,
      fr: "un numéro de TVA français (FR, clé, SIREN)",
      en: "a French VAT number"
    ),
    FormatRule(
      "naf",
      .naf,
      headers: ["naf", "ape", "activite principale"],
      alone: 0.9,
      distinct: 3,
      fr: "un code NAF (comme 84.11Z)",
      en: "a NAF activity code (such as 84.11Z)"
    ),
    FormatRule(
      "iban",
      .iban,
      headers: ["iban", "rib"],
      alone: 0.8,
      fr: "un IBAN dont la clé est juste",
      en: "an IBAN with a right key"
    ),
    FormatRule(
      "finess",
      .finess,
      headers: ["finess"],
      digits: 9,
      precedence: 8,
      fr: "un numéro FINESS (9 caractères dont la clé est juste)",
      en: "a FINESS number"
    ),
  ]

  static let territories: [FormatRule] = [
    FormatRule(
      "code_insee",
      .communeCode,
      headers: [
        "insee", "code commune", "codecommune", "depcom", "codgeo", "cog", "citycode", "code com", "com",
        "codinsee",
        "commune code", "code insee", "c insee", "comparent",
      ],
      withHeader: 0.6,
      digits: 5,
      precedence: 5,
      fr: "le code INSEE d’une commune (5 caractères)",
      en: "the INSEE code of a commune (5 characters)"
    ),
    FormatRule(
      "code_postal",
      .postalCode,
      headers: ["postal", "codepostal", "cp", "postcode", "zip", "code postale", "cpostal", "zipcode"],
      withHeader: 0.6,
      digits: 5,
      precedence: 6,
      fr: "un code postal (5 chiffres)",
      en: "a postal code (5 digits)"
    ),
    FormatRule(
      "departement",
      .departmentCode,
      headers: [
        "departement", "dep", "dept", "dpt", "code departement", "num dep", "codedep", "departments",
      ],
      withHeader: 0.8,
      digits: 2,
      precedence: 4,
      fr: "un code de département (01 à 95, 2A, 2B, 971 à 989)",
      en: "a département code"
    ),
    FormatRule(
      "region",
      .regionCode,
      headers: ["region", "reg", "code region", "codereg"],
      withHeader: 0.8,
      digits: 2,
      precedence: 4,
      fr: "un code de région",
      en: "a region code"
    ),
    FormatRule(
      "canton",
      .canton,
      headers: ["canton", "can", "code canton"],
      withHeader: 0.8,
      fr: "un code de canton",
      en: "a canton code"
    ),
    FormatRule(
      "iris",
      .iris,
      headers: ["iris", "code iris"],
      withHeader: 0.7,
      digits: 9,
      precedence: 8,
      fr: "un code IRIS (9 caractères)",
      en: "an IRIS code (9 characters)"
    ),
    FormatRule(
      "nom_departement",
      .departmentName,
      headers: ["departement", "dep", "dept", "nom departement"],
      withHeader: 0.6,
      alone: 0.9,
      distinct: 3,
      precedence: 1,
      strict: false,
      fr: "le nom d’un département",
      en: "the name of a département"
    ),
    FormatRule(
      "nom_region",
      .regionName,
      headers: ["region", "reg", "nom region"],
      withHeader: 0.6,
      alone: 0.9,
      distinct: 2,
      strict: false,
      fr: "le nom d’une région",
      en: "the name of a region"
    ),
    FormatRule(
      "pays",
      .countryName,
      headers: ["pays", "country", "nationalite"],
      alone: 0.8,
      distinct: 2,
      strict: false,
      fr: "le nom d’un pays",
      en: "the name of a country"
    ),
    FormatRule(
      "iso_country_code_alpha2",
      .countryAlpha2,
      headers: ["pays", "country", "iso", "code pays"],
      withHeader: 0.8,
      precedence: 1,
      fr: "un code de pays à deux lettres (ISO 3166)",
      en: "a two-letter country code"
    ),
    FormatRule(
      "iso_country_code_alpha3",
      .countryAlpha3,
      headers: ["pays", "country", "iso", "code pays"],
      withHeader: 0.8,
      alone: 0.95,
      distinct: 5,
      precedence: 1,
      fr: "un code de pays à trois lettres (ISO 3166)",
      en: "a three-letter country code"
    ),
    FormatRule(
      "iso_country_code_numeric",
      .countryNumeric,
      headers: ["pays", "country", "iso", "code pays"],
      withHeader: 0.9,
      digits: 3,
      fr: "un code numérique de pays (ISO 3166)",
      en: "a numeric country code"
    ),
  ]

  static let places: [FormatRule] = [
    FormatRule(
      "fantoir",
      .fantoir,
      headers: ["fantoir", "rivoli", "code voie", "majic"],
      withHeader: 0.7,
      precedence: 2,
      fr: "un code FANTOIR",
      en: "a FANTOIR code"
    ),
    FormatRule(
      "parcelle_cadastrale",
      .parcel,
      headers: ["parcelle", "parcelles", "cadastre", "cad parcelles"],
      alone: 0.9,
      distinct: 3,
      fr: "un identifiant de parcelle (14 caractères)",
      en: "a land parcel identifier"
    ),
    FormatRule(
      "id_rnb",
      .buildingIdentifier,
      headers: ["rnb", "id rnb"],
      withHeader: 0.6,
      fr: "un identifiant RNB de bâtiment (12 caractères)",
      en: "an RNB building identifier"
    ),
    FormatRule(
      "uai",
      .uai,
      headers: ["uai", "rne", "numero uai"],
      alone: 0.8,
      distinct: 2,
      precedence: 3,
      fr: "un code UAI d’établissement scolaire (7 chiffres et une lettre)",
      en: "a UAI school code"
    ),
    FormatRule(
      "adresse",
      .postalAddress,
      headers: ["adresse", "adr", "address", "voie"],
      withHeader: 0.5,
      alone: 0.75,
      distinct: 3,
      precedence: -1,
      strict: false,
      fr: "une adresse",
      en: "an address"
    ),
    FormatRule(
      "wgs84_latitude",
      .latitude,
      .number,
      headers: ["lat", "latitude"],
      withHeader: 0.8,
      fr: "une latitude (de -90 à 90)",
      en: "a latitude (from -90 to 90)"
    ),
    FormatRule(
      "wgs84_longitude",
      .longitude,
      .number,
      headers: ["lon", "lng", "long", "longitude"],
      withHeader: 0.8,
      fr: "une longitude (de -180 à 180)",
      en: "a longitude (from -180 to 180)"
    ),
    FormatRule(
      "lambert93_x",
      .lambertX,
      .number,
      headers: ["x", "xl", "lambert x", "coord x", "xlambert", "xl93", "easting", "longitude", "lon"],
      withHeader: 0.9,
      precedence: 1,
      fr: "une abscisse Lambert 93",
      en: "a Lambert 93 easting"
    ),
    FormatRule(
      "lambert93_y",
      .lambertY,
      .number,
      headers: ["y", "yl", "lambert y", "coord y", "ylambert", "yl93", "northing", "latitude", "lat"],
      withHeader: 0.9,
      precedence: 1,
      fr: "une ordonnée Lambert 93",
      en: "a Lambert 93 northing"
    ),
  ]

  static let persons: [FormatRule] = [
    FormatRule(
      "nir",
      .nir,
      headers: ["nir", "securite sociale", "num ss", "nss", "secu", "insee nir", "numero ss"],
      alone: 0.8,
      distinct: 3,
      precedence: 9,
      fr: "un numéro de sécurité sociale dont la clé est juste",
      en: "a social security number with a right key"
    ),
    FormatRule(
      "tel_fr",
      .frenchPhone,
      headers: ["tel", "telephone", "phone", "fax", "mobile", "portable", "telephones", "tel mobile"],
      alone: 0.7,
      digits: 10,
      precedence: 2,
      fr: "un numéro de téléphone français",
      en: "a French telephone number"
    ),
    FormatRule(
      "tel_international",
      [.internationalPhone, .frenchPhone],
      headers: ["tel", "telephone", "phone", "fax", "mobile", "portable"],
      alone: 0.7,
      distinct: 2,
      precedence: 0,
      fr: "un numéro de téléphone international",
      en: "an international telephone number"
    ),
    FormatRule(
      "email",
      .email,
      headers: ["email", "mail", "courriel", "mel", "e mail", "courriels"],
      alone: 0.6,
      precedence: 3,
      fr: "une adresse électronique (nom@domaine.fr)",
      en: "an e-mail address (name@domain.fr)"
    ),
    FormatRule(
      "plaque_immatriculation",
      .plate,
      headers: ["immatriculation", "immat", "plaque"],
      alone: 0.9,
      distinct: 3,
      fr: "une plaque d’immatriculation",
      en: "a number plate"
    ),
    FormatRule(
      "sexe",
      .sex,
      headers: ["sexe", "genre", "gender", "sex"],
      withHeader: 0.8,
      precedence: 5,
      fr: "un sexe (F, M, H…)",
      en: "a sex (F, M…)"
    ),
    FormatRule(
      "civilite",
      .civility,
      headers: ["civilite", "titre", "civ"],
      withHeader: 0.7,
      alone: 0.9,
      precedence: 2,
      fr: "une civilité (M., Mme)",
      en: "a title (M., Mme)"
    ),
    FormatRule(
      "csp",
      .socialCategory,
      headers: ["csp", "pcs", "categorie socioprofessionnelle"],
      withHeader: 0.9,
      fr: "un code PCS de l’INSEE",
      en: "an INSEE social category"
    ),
  ]

  static let web: [FormatRule] = [
    FormatRule(
      "url",
      .url,
      headers: ["url", "site web", "lien", "web", "website", "uri", "internet"],
      alone: 0.8,
      precedence: 2,
      fr: "une adresse web (https://…)",
      en: "a web address (https://…)"
    ),
    FormatRule("uuid", .uuid, headers: ["uuid", "guid"], alone: 0.8, fr: "un UUID", en: "a UUID"),
    FormatRule(
      "mongo_object_id",
      .objectIdentifier,
      alone: 0.8,
      distinct: 2,
      fr: "un identifiant de 24 chiffres hexadécimaux",
      en: "an identifier of 24 hexadecimal digits"
    ),
    FormatRule(
      "couleur_hexadecimale",
      .color,
      headers: ["couleur", "color"],
      alone: 0.9,
      distinct: 2,
      fr: "une couleur (#RRVVBB)",
      en: "a colour (#RRGGBB)"
    ),
    FormatRule(
      "adresse_ip",
      .ipAddress,
      headers: ["ip", "adresse ip"],
      alone: 0.9,
      distinct: 2,
      precedence: 3,
      fr: "une adresse IP",
      en: "an IP address"
    ),
    FormatRule(
      "langue",
      .language,
      headers: ["langue", "langues", "lang", "language"],
      withHeader: 0.8,
      precedence: 2,
      fr: "un code de langue (ISO 639)",
      en: "a language code (ISO 639)"
    ),
  ]

  static let calendar: [FormatRule] = [
    FormatRule(
      "jour_de_la_semaine",
      .weekday,
      headers: ["jour", "jours"],
      withHeader: 0.7,
      alone: 0.8,
      distinct: 3,
      fr: "un jour de la semaine",
      en: "a day of the week"
    ),
    FormatRule(
      "mois_de_lannee",
      .month,
      headers: ["mois", "month"],
      withHeader: 0.7,
      alone: 0.8,
      distinct: 3,
      fr: "un mois",
      en: "a month"
    ),
    FormatRule(
      "annee_mois",
      .yearMonth,
      headers: ["mois", "periode", "month"],
      alone: 0.9,
      distinct: 2,
      fr: "un mois (2023-05)",
      en: "a month (2023-05)"
    ),
    FormatRule(
      "intervalle_annees",
      [.yearInterval, .year],
      headers: ["budget annee", "annee", "periode", "saison"],
      withHeader: 0.7,
      precedence: -2,
      fr: "une année ou deux (2023/2024)",
      en: "a year or two (2023/2024)"
    ),
    FormatRule(
      "horaires_ouverture",
      .openingHours,
      headers: ["horaires", "horaire", "opening hours", "ouverture", "horaires ouverture"],
      withHeader: 0.5,
      alone: 0.8,
      precedence: 3,
      strict: false,
      fr: "des horaires au format OpenStreetMap (Mo-Fr 08:30-12:00)",
      en: "opening hours in OpenStreetMap format (Mo-Fr 08:30-12:00)"
    ),
  ]
}
