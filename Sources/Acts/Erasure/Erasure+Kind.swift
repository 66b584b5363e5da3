import Messages
public import Register

extension RecordKind {
  /// Traces of erasures.
  public static let erasure = RecordKind(
    Erasure.self,
    label: Bilingual(fr: "Effacement", en: "Erasure"),
    plural: Bilingual(fr: "Effacements", en: "Erasures"),
    fields: [
      RecordField("positions", .list(.integer), fr: "Entrées effacées", en: "Erased entries", required: true),
      RecordField(
        "ground",
        .text,
        fr: "Fondement",
        en: "Ground",
        source: "RGPD, art. 17\u{A0}; C. patr., art. L212-2",
        required: true
      ),
      RecordField(
        "decidedBy",
        .text,
        fr: "Décidé par",
        en: "Decided by",
        required: true,
        visibility: .members
      ),
      RecordField("at", .moment, fr: "Le", en: "On", required: true),
    ]
  )
}
