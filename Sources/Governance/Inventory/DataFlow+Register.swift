import Messages
import Register

extension RegisterKind {
  /// The flows of data between applications, datasets and partners.
  public static let dataFlow = RegisterKind(
    DataFlow.self,
    slug: "flux",
    family: .inventory,
    label: Bilingual(fr: "Flux de données", en: "Data flow"),
    plural: Bilingual(fr: "Flux de données", en: "Data flows"),
    summary: Bilingual(
      fr: "Ce qui passe d’un logiciel à l’autre, vers un partenaire, ou d’un partenaire à vous.",
      en: "What goes from one application to another, to a partner, or from a partner to you."
    ),
    titleLabel: Bilingual(fr: "Ce qui circule", en: "What it carries"),
    sections: [route, content, rules],
    listed: ["channel", "frequency", "agreement"],
    rights: RegisterRights(read: .read, write: .produce, decide: .review),
    rules: InventoryRules.flows
  )

  private static let route = RegisterSection(
    "trajet",
    fr: "D’où à où",
    en: "From where to where",
    fields: [
      RecordField("source", .group(place), fr: "Départ", en: "From", required: true),
      RecordField("destination", .group(place), fr: "Arrivée", en: "To", required: true),
    ]
  )

  private static let place: [RecordField] = [
    RecordField(
      "nature",
      .choice([
        .init("application", fr: "Un logiciel", en: "An application"),
        .init("dataset", fr: "Un jeu de données", en: "A dataset"),
        .init("partner", fr: "Un partenaire", en: "A partner"),
      ]),
      fr: "Quoi",
      en: "What",
      required: true
    ),
    RecordField(
      "application",
      .reference(kind: Application.kind),
      fr: "Logiciel",
      en: "Application",
      required: true,
      when: .isOneOf("nature", ["application"])
    ),
    RecordField(
      "dataset",
      .reference(kind: "dataset"),
      fr: "Jeu de données",
      en: "Dataset",
      required: true,
      when: .isOneOf("nature", ["dataset"])
    ),
    RecordField(
      "partner",
      .text,
      fr: "Partenaire",
      en: "Partner",
      required: true,
      when: .isOneOf("nature", ["partner"])
    ),
  ]

  private static let content = RegisterSection(
    "contenu",
    fr: "Ce qui passe, et comment",
    en: "What goes, and how",
    fields: [
      RecordField("content", .markdown, fr: "Données transmises", en: "Data sent", required: true),
      RecordField(
        "channel",
        .choice([
          .init("interface", fr: "Interface de programmation", en: "Programming interface"),
          .init("file", fr: "Fichier déposé", en: "File dropped"),
          .init("database", fr: "Lecture d’une base", en: "Reading of a database"),
          .init("mail", fr: "Courriel", en: "E-mail"),
          .init("manual", fr: "Ressaisie", en: "Typed again"),
        ]),
        fr: "Moyen",
        en: "Means",
        required: true
      ),
      RecordField(
        "frequency",
        .text,
        fr: "Rythme",
        en: "Rhythm",
        help: Bilingual(
          fr: "Chaque nuit, chaque mois, à la demande…",
          en: "Every night, every month, on request…"
        ),
        required: true
      ),
    ]
  )

  private static let rules = RegisterSection(
    "cadre",
    fr: "Ce qui l’encadre",
    en: "What rules it",
    fields: [
      RecordField(
        "hasPersonalData",
        .boolean,
        fr: "Porte-t-il des données personnelles ?",
        en: "Does it carry personal data?",
        source: "RGPD, art. 4",
        required: true
      ),
      RecordField(
        "activity",
        .reference(kind: "processing-activity"),
        fr: "Traitement dont il relève",
        en: "Processing activity it belongs to",
        source: "RGPD, art. 30",
        required: true,
        when: .isTrue("hasPersonalData")
      ),
      RecordField(
        "agreement",
        .choice([
          .init("contract", fr: "Un contrat", en: "A contract"),
          .init("convention", fr: "Une convention", en: "An agreement"),
          .init("law", fr: "Un texte de loi", en: "A law"),
          .init("none", fr: "Rien d’écrit", en: "Nothing written"),
        ]),
        fr: "Ce qui le prévoit",
        en: "What provides for it",
        required: true,
        why: Bilingual(
          fr: "Un échange sans règle écrite n’a ni limite, ni contrôle, ni fin.",
          en: "An exchange without a written rule has no limit, no check and no end."
        )
      ),
      RecordField(
        "contract",
        .reference(kind: "contract"),
        fr: "Contrat ou convention",
        en: "Contract or agreement",
        when: .isOneOf("agreement", ["contract", "convention"])
      ),
      RecordField(
        "agreementReference",
        .text,
        fr: "Référence",
        en: "Reference",
        help: Bilingual(
          fr: "L’article de loi, ou la date et l’objet de la convention.",
          en: "The article of law, or the date and subject of the agreement."
        ),
        required: true,
        when: .isOneOf("agreement", ["convention", "law"])
      ),
    ]
  )
}
