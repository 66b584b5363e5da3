extension FormatRule {
  /// The formats of persons.
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
      digits: 10,
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
}
