import Messages
import Register

/// What came after the contract: its modifications and its subcontracting.
extension ContractForm {
  static let sequel = RegisterSection(
    "suites",
    fr: "Modifications et sous-traitance",
    en: "Modifications and subcontracting",
    summary: Bilingual(
      fr:
        "Ne corrigez pas le montant, la durée ou le titulaire d’origine\u{A0}: ajoutez une modification. Elle est "
        + "publiée à côté des données d’origine, dans les deux mois de sa notification.",
      en:
        "Do not correct the first amount, duration or holder: add a modification. It is published beside the first "
        + "data, within two months of its notification."
    ),
    fields: [modifications, subcontracts]
  )

  private static let modifications = RecordField(
    "modifications",
    .list(
      .group([
        RecordField(
          "subject",
          .text,
          fr: "Objet de la modification",
          en: "What it is about",
          help: Bilingual(fr: "Reste dans le registre.", en: "Stays in the register.")
        ),
        RecordField(
          "notifiedOn",
          .date,
          fr: "Notifiée le (signée le, pour une concession)",
          en: "Notified on (signed on, for a concession)",
          required: true
        ),
        RecordField("months", .integer, fr: "Nouvelle durée en mois", en: "New duration in months"),
        RecordField(
          "amount",
          .number,
          fr: "Nouveau montant hors taxes ou nouvelle valeur globale (€)",
          en: "New amount without tax or new global value (€)",
          help: Bilingual(
            fr: "Le total, et non la différence.",
            en: "The total, not the difference."
          )
        ),
        RecordField(
          "holders",
          .list(.group(holder)),
          fr: "Nouveaux titulaires, s’ils changent",
          en: "New holders, where they change"
        ),
        number,
        published,
      ])
    ),
    fr: "Modifications",
    en: "Modifications",
    source: "CCP, art. R2196-1 et R3131-1\u{A0}; arrêtés du 22 décembre 2022",
    when: .isOneOf("type", ["procurement", "concession", "delegation"])
  )

  private static let subcontracts = RecordField(
    "subcontracts",
    .list(
      .group(
        holder + [
          RecordField("notifiedOn", .date, fr: "Notifié le", en: "Notified on", required: true),
          RecordField("months", .integer, fr: "Durée en mois", en: "Duration in months", required: true),
          RecordField(
            "amount",
            .number,
            fr: "Montant hors taxes (€)",
            en: "Amount without tax (€)",
            required: true
          ),
          RecordField(
            "priceVariation",
            .choice(["Ferme", "Actualisable", "Révisable"].map { .init($0, fr: $0, en: $0) }),
            fr: "Variation du prix",
            en: "How the price varies",
            required: true
          ),
          RecordField(
            "changes",
            .list(
              .group([
                RecordField("notifiedOn", .date, fr: "Notifiée le", en: "Notified on", required: true),
                RecordField("months", .integer, fr: "Nouvelle durée en mois", en: "New duration in months"),
                RecordField(
                  "amount",
                  .number,
                  fr: "Nouveau montant hors taxes (€)",
                  en: "New amount without tax (€)"
                ),
                published,
              ])
            ),
            fr: "Modifications de l’acte",
            en: "Modifications of the act"
          ),
          number,
          published,
        ]
      )
    ),
    fr: "Actes spéciaux de sous-traitance",
    en: "Special acts of subcontracting",
    source: "CCP, art. R2196-1\u{A0}; arrêté du 22 décembre 2022",
    when: .isOneOf("type", ["procurement"])
  )

  private static let holder = [
    RecordField("name", .text, fr: "Nom", en: "Name"),
    RecordField(
      "identifierKind",
      .choice(
        ["SIRET", "TVA", "TAHITI", "RIDET", "FRWF", "IREP", "HORS-UE"].map { .init($0, fr: $0, en: $0) }
      ),
      fr: "Type d’identifiant",
      en: "Kind of number",
      required: true
    ),
    RecordField("identifier", .text, fr: "Identifiant", en: "Number", required: true),
  ]

  private static let number = RecordField(
    "number",
    .integer,
    fr: "Numéro dans le fichier publié",
    en: "Number in the published file",
    help: Bilingual(
      fr: "Laissez vide\u{A0}: il est donné à la publication.",
      en: "Leave it empty: it is given at publication."
    )
  )

  private static let published = RecordField(
    "publishedOn",
    .date,
    fr: "Publiée le",
    en: "Published on",
    help: Bilingual(
      fr: "Laissez vide\u{A0}: la publication note ce jour.",
      en: "Leave it empty: publishing notes the day."
    )
  )
}
