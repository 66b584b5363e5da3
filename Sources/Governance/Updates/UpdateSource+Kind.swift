import Messages
public import Register

extension RecordKind {
  /// Sources that datasets are updated from.
  public static let updateSource = RecordKind(
    UpdateSource.self,
    label: Bilingual(fr: "Source de mise à jour", en: "Update source"),
    plural: Bilingual(fr: "Sources de mise à jour", en: "Update sources"),
    fields: [
      RecordField(
        "organization",
        .reference(kind: "organization"),
        fr: "Organisation",
        en: "Organisation",
        required: true,
        visibility: .restricted
      ),
      RecordField("place", .text, fr: "Adresse ou table", en: "Address or table", visibility: .restricted),
      RecordField("rhythm", .text, fr: "Rythme", en: "Rhythm", visibility: .restricted),
      RecordField("isPaused", .boolean, fr: "En pause", en: "Paused", visibility: .restricted),
      RecordField(
        "askedAt",
        .moment,
        fr: "Lecture demandée",
        en: "Reading asked for",
        visibility: .restricted
      ),
      RecordField("outcome", .text, fr: "Résultat", en: "Outcome", visibility: .restricted),
      RecordField("createdBy", .text, fr: "Réglée par", en: "Set by", visibility: .restricted),
      RecordField("createdAt", .moment, fr: "Réglée le", en: "Set on", visibility: .restricted),
    ]
  )
}
