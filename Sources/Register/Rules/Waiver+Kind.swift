import Messages

extension RecordKind {
  /// Waivers of rules.
  public static let waiver = RecordKind(
    Waiver.self,
    label: Bilingual(fr: "Dérogation", en: "Waiver"),
    plural: Bilingual(fr: "Dérogations", en: "Waivers"),
    fields: [
      RecordField("rule", .text, fr: "Règle", en: "Rule", required: true),
      RecordField(
        "subject",
        .group([
          RecordField("kind", .text, fr: "Genre", en: "Kind", required: true),
          RecordField("id", .text, fr: "Identifiant", en: "Identifier", required: true),
        ]),
        fr: "Objet",
        en: "Subject",
        required: true
      ),
      RecordField("reason", .text, fr: "Motif", en: "Reason", required: true),
      RecordField("until", .moment, fr: "Jusqu’au", en: "Until", required: true),
      RecordField(
        "decidedBy",
        .text,
        fr: "Décidée par",
        en: "Decided by",
        required: true,
        visibility: .members
      ),
    ]
  )
}
