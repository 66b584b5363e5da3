import Messages
public import Register

extension RecordKind {
  /// The versions of executable rules.
  public static let algorithmRule = RecordKind(
    AlgorithmRule.self,
    label: Bilingual(fr: "Version d’une règle", en: "Version of a rule"),
    plural: Bilingual(fr: "Versions de règles", en: "Versions of rules"),
    fields: [
      RecordField(
        "algorithm",
        .reference(kind: Algorithm.kind),
        fr: "Algorithme",
        en: "Algorithm",
        required: true
      ),
      RecordField("number", .integer, fr: "Numéro", en: "Number", required: true),
      RecordField("text", .markdown, fr: "Texte de la règle", en: "Text of the rule", required: true),
      RecordField("note", .text, fr: "Ce qu’elle change", en: "What it changes"),
      RecordField(
        "state",
        .choice([
          .init("draft", fr: "Brouillon", en: "Draft"),
          .init("in-force", fr: "En vigueur", en: "In force"),
          .init("ended", fr: "Remplacée", en: "Replaced"),
        ]),
        fr: "État",
        en: "State"
      ),
      RecordField("inForceAt", .moment, fr: "En vigueur depuis", en: "In force since"),
      RecordField("endedAt", .moment, fr: "Remplacée le", en: "Replaced on"),
    ]
  )

  /// The decisions that rules computed.
  public static let algorithmDecision = RecordKind(
    AlgorithmDecision.self,
    label: Bilingual(fr: "Décision calculée", en: "Computed decision"),
    plural: Bilingual(fr: "Décisions calculées", en: "Computed decisions"),
    fields: [
      RecordField(
        "algorithm",
        .reference(kind: Algorithm.kind),
        fr: "Algorithme",
        en: "Algorithm",
        visibility: .restricted
      ),
      RecordField(
        "rule",
        .reference(kind: AlgorithmRule.kind),
        fr: "Version de la règle",
        en: "Version of the rule",
        visibility: .restricted
      ),
      RecordField(
        "reference",
        .text,
        fr: "Référence du dossier",
        en: "File reference",
        visibility: .restricted
      ),
      RecordField("computedAt", .moment, fr: "Calculée le", en: "Computed on", visibility: .restricted),
      RecordField("answeredAt", .moment, fr: "Expliquée le", en: "Explained on", visibility: .restricted),
    ]
  )
}
