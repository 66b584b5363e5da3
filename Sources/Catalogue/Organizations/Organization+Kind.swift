import Messages
public import Register

extension RecordKind {
  /// Organisations.
  public static let organization = RecordKind(
    Organization.self,
    label: Bilingual(fr: "Organisation", en: "Organisation"),
    plural: Bilingual(fr: "Organisations", en: "Organisations"),
    fields: [
      RecordField("name", .text, fr: "Nom", en: "Name", required: true),
      RecordField(
        "nature",
        .choice(Organization.Nature.allCases.map { .init($0.rawValue, fr: $0.label.fr, en: $0.label.en) }),
        fr: "Nature",
        en: "Nature",
        required: true
      ),
      RecordField(
        "parent",
        .reference(kind: Organization.kind),
        fr: "Dépend de",
        en: "Belongs to",
        help: Bilingual(
          fr: "Les droits donnés sur une organisation valent pour celles qui en dépendent.",
          en: "Rights granted on an organisation hold for those that belong to it."
        )
      ),
      RecordField("description", .markdown, fr: "Présentation", en: "Description"),
      RecordField(
        "siren",
        .formatted("siren"),
        fr: "SIREN",
        en: "SIREN",
        source: "Code de commerce, art. R123-221"
      ),
      RecordField("codeInsee", .formatted("code_insee"), fr: "Code INSEE", en: "INSEE code"),
      RecordField("homepage", .url, fr: "Site", en: "Site"),
      RecordField("email", .email, fr: "Contact pour les données", en: "Data contact"),
    ]
  )
}
