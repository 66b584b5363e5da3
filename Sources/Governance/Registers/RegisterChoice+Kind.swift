import Messages
public import Register

extension RecordKind {
  /// What the public registers show.
  public static let registerChoice = RecordKind(
    RegisterChoice.self,
    label: Bilingual(fr: "Choix d’un registre public", en: "Choice of a public register"),
    plural: Bilingual(fr: "Choix des registres publics", en: "Choices of public registers"),
    fields: [
      RecordField("register", .text, fr: "Registre", en: "Register", required: true),
      RecordField(
        "organization",
        .reference(kind: "organization"),
        fr: "Organisation",
        en: "Organisation",
        required: true
      ),
      RecordField("fields", .list(.text), fr: "Champs montrés", en: "Fields shown"),
    ]
  )
}
