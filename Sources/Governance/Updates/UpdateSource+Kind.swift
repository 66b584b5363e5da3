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
      RecordField("isPaused", .text, fr: "En pause", en: "Paused", visibility: .restricted),
    ]
  )
}
