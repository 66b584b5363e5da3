extension FormatRule {
  /// The formats of companies and associations.
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
}
