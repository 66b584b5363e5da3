import Messages
public import Register

extension RecordKind {
  /// Comments.
  public static let comment = RecordKind(
    Comment.self,
    label: Bilingual(fr: "Commentaire", en: "Comment"),
    plural: Bilingual(fr: "Commentaires", en: "Comments"),
    fields: [
      RecordField("name", .text, fr: "Nom", en: "Name", required: true, visibility: .members),
      RecordField("email", .email, fr: "Courriel", en: "E-mail", visibility: .restricted),
      RecordField("text", .text, fr: "Texte", en: "Text", required: true, visibility: .members),
      RecordField("state", .choice(states), fr: "État", en: "State", visibility: .members),
    ]
  )

  /// Re-uses.
  public static let reuse = RecordKind(
    Reuse.self,
    label: Bilingual(fr: "Réutilisation", en: "Re-use"),
    plural: Bilingual(fr: "Réutilisations", en: "Re-uses"),
    fields: [
      RecordField("title", .text, fr: "Titre", en: "Title", required: true, visibility: .members),
      RecordField("url", .url, fr: "Adresse", en: "Address", required: true, visibility: .members),
      RecordField("description", .text, fr: "Description", en: "Description", visibility: .members),
      RecordField("author", .text, fr: "Auteur", en: "Author", visibility: .members),
      RecordField("state", .choice(states), fr: "État", en: "State", visibility: .members),
    ]
  )

  private static let states: [RecordField.Choice] = [
    .init("pending", fr: "À modérer", en: "To moderate"),
    .init("shown", fr: "Visible", en: "Shown"),
    .init("refused", fr: "Refusé", en: "Refused"),
  ]
}
