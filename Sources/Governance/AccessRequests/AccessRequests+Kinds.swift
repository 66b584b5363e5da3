import Messages
public import Register

extension RecordKind {
  /// Requests for access.
  public static let accessRequest = RecordKind(
    AccessRequest.self,
    label: Bilingual(fr: "Demande d’accès", en: "Access request"),
    plural: Bilingual(fr: "Demandes d’accès", en: "Access requests"),
    fields: [
      RecordField(
        "dataset",
        .reference(kind: "dataset"),
        fr: "Jeu de données",
        en: "Dataset",
        required: true,
        visibility: .restricted
      ),
      RecordField("name", .text, fr: "Nom", en: "Name", required: true, visibility: .restricted),
      RecordField("email", .email, fr: "Courriel", en: "E-mail", required: true, visibility: .restricted),
      RecordField("body", .text, fr: "Organisme", en: "Body", visibility: .restricted),
      RecordField("purpose", .text, fr: "Finalité", en: "Purpose", required: true, visibility: .restricted),
      RecordField(
        "legalBasis",
        .text,
        fr: "Fondement juridique",
        en: "Legal basis",
        source: "CRPA, art. L311-1 à L311-6 et L114-8",
        visibility: .restricted
      ),
      RecordField("until", .date, fr: "Jusqu’au", en: "Until", required: true, visibility: .restricted),
      RecordField("answer", .text, fr: "Réponse", en: "Answer", visibility: .restricted),
    ]
  )

  /// Readings of data that is not open.
  public static let accessUse = RecordKind(
    AccessUse.self,
    label: Bilingual(fr: "Consultation", en: "Reading"),
    plural: Bilingual(fr: "Consultations", en: "Readings"),
    fields: [
      RecordField(
        "dataset",
        .reference(kind: "dataset"),
        fr: "Jeu de données",
        en: "Dataset",
        visibility: .restricted
      ),
      RecordField("reader", .text, fr: "Lecteur", en: "Reader", visibility: .restricted),
      RecordField("at", .moment, fr: "Date", en: "Date", visibility: .restricted),
    ]
  )
}
