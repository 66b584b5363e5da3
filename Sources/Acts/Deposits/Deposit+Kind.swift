import Messages
public import Register

extension RecordKind {
  /// Deposits.
  public static let deposit = RecordKind(
    Deposit.self,
    label: Bilingual(fr: "Dépôt", en: "Deposit"),
    plural: Bilingual(fr: "Dépôts", en: "Deposits"),
    fields: [
      RecordField(
        "organization",
        .reference(kind: "organization"),
        fr: "Organisation",
        en: "Organisation",
        required: true,
        visibility: .restricted
      ),
      RecordField(
        "dataset",
        .reference(kind: "dataset"),
        fr: "Jeu de données",
        en: "Dataset",
        visibility: .restricted
      ),
      RecordField("state", .text, fr: "État", en: "State", visibility: .restricted),
      RecordField(
        "plannedFor",
        .moment,
        fr: "Publication prévue",
        en: "Planned for",
        visibility: .restricted
      ),
    ]
  )
}
