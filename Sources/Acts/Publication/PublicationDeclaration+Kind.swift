import Messages
public import Register

extension RecordKind {
  /// What producers declare before they publish.
  public static let publicationDeclaration = RecordKind(
    PublicationDeclaration.self,
    label: Bilingual(fr: "Déclaration de publication", en: "Publication declaration"),
    plural: Bilingual(fr: "Déclarations de publication", en: "Publication declarations"),
    fields: [
      RecordField(
        "holdsSecret",
        .boolean,
        fr: "Contient un secret protégé",
        en: "Holds a protected secret",
        source: "CRPA, art. L311-5 et L311-6",
        visibility: .members
      ),
      RecordField(
        "holdsThirdPartyRights",
        .boolean,
        fr: "Des tiers ont des droits",
        en: "Third parties have rights",
        source: "CRPA, art. L321-2",
        visibility: .members
      ),
      RecordField(
        "personalData",
        .group([
          RecordField(
            "kind",
            .choice([
              .init("not-personal", fr: "Ne concerne personne", en: "About nobody"),
              .init("legal-text", fr: "Un texte le permet", en: "A text allows it"),
              .init("consent", fr: "Les personnes ont consenti", en: "The people agreed"),
              .init("anonymised", fr: "Anonymisées", en: "Anonymised"),
            ]),
            fr: "Fondement",
            en: "Ground",
            required: true
          ),
          RecordField("reference", .text, fr: "Référence", en: "Reference", required: true),
          RecordField("columns", .list(.text), fr: "Colonnes", en: "Columns", required: true),
        ]),
        fr: "Données personnelles",
        en: "Personal data",
        source: "CRPA, art. L312-1-2 et D312-1-3"
      ),
    ]
  )
}
