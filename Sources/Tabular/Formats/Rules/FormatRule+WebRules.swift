extension FormatRule {
  /// The formats of the web.
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
}
