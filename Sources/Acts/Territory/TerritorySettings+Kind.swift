import Messages
public import Register

extension RecordKind {
  /// The territory's settings: one record.
  public static let territorySettings = RecordKind(
    TerritorySettings.self,
    label: Bilingual(fr: "Réglages du territoire", en: "Territory settings"),
    plural: Bilingual(fr: "Réglages du territoire", en: "Territory settings"),
    fields: [
      RecordField("name", .text, fr: "Nom du territoire", en: "Name of the territory", required: true),
      RecordField("tagline", .text, fr: "Devise", en: "Tagline"),
      RecordField("accent", .formatted("color"), fr: "Couleur d’accent", en: "Accent colour", required: true),
      RecordField(
        "logo",
        .group([
          RecordField("digest", .blob, fr: "Fichier", en: "File", required: true),
          RecordField("mediaType", .text, fr: "Format", en: "Format", required: true),
          RecordField("width", .integer, fr: "Largeur", en: "Width"),
          RecordField("height", .integer, fr: "Hauteur", en: "Height"),
          RecordField("alternative", .text, fr: "Texte de remplacement", en: "Alternative text"),
        ]),
        fr: "Logo",
        en: "Logo"
      ),
      RecordField(
        "organization",
        .reference(kind: "organization"),
        fr: "Organisation éditrice",
        en: "Publisher"
      ),
      RecordField("contact", .email, fr: "Contact", en: "Contact"),
      RecordField(
        "legalNotice",
        .markdown,
        fr: "Mentions légales",
        en: "Legal notice",
        source: "LCEN, art. 1-1"
      ),
      RecordField(
        "accessibilityStatement",
        .markdown,
        fr: "Déclaration d’accessibilité",
        en: "Accessibility statement",
        source: "Loi n° 2005-102, art. 47"
      ),
      RecordField(
        "accessibility",
        .text,
        fr: "Conformité au RGAA",
        en: "Conformity to RGAA",
        source: "Décret n° 2019-768, art. 4"
      ),
      RecordField(
        "privacyNotice",
        .markdown,
        fr: "Données personnelles",
        en: "Privacy notice",
        source: "RGPD, art. 13"
      ),
    ]
  )
}
