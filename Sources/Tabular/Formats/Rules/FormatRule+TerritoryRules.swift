extension FormatRule {
  /// The formats of territories.
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
      "commune",
      .nameLike,
      headers: [
        "commune", "nom commune", "ville", "libelle commune", "com lieu", "nom com", "communes",
        "municipality",
      ],
      withHeader: 0.85,
      precedence: -3,
      strict: false,
      fr: "le nom d’une commune",
      en: "the name of a commune"
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
}
