import Messages
public import Register

extension RecordKind {
  /// People who sign in.
  public static let person = RecordKind(
    Person.self,
    label: Bilingual(fr: "Personne", en: "Person"),
    plural: Bilingual(fr: "Personnes", en: "People"),
    fields: [
      RecordField("name", .text, fr: "Nom", en: "Name", required: true, visibility: .members),
      RecordField(
        "email",
        .email,
        fr: "Adresse électronique",
        en: "E-mail address",
        required: true,
        visibility: .restricted
      ),
      RecordField(
        "status",
        .choice([
          .init("active", fr: "Active", en: "Active"),
          .init("suspended", fr: "Suspendue", en: "Suspended"),
        ]),
        fr: "État",
        en: "Status",
        visibility: .restricted
      ),
      RecordField(
        "language",
        .choice([.init("fr", fr: "Français", en: "French"), .init("en", fr: "Anglais", en: "English")]),
        fr: "Langue",
        en: "Language",
        visibility: .restricted
      ),
      RecordField(
        "notices",
        .choice([
          .init("daily", fr: "Chaque jour", en: "Every day"),
          .init("weekly", fr: "Chaque semaine", en: "Every week"),
          .init("never", fr: "Jamais", en: "Never"),
        ]),
        fr: "Résumé par courriel",
        en: "E-mail digest",
        visibility: .restricted
      ),
    ]
  )

  /// Invitations.
  public static let invitation = RecordKind(
    Invitation.self,
    label: Bilingual(fr: "Invitation", en: "Invitation"),
    plural: Bilingual(fr: "Invitations", en: "Invitations"),
    fields: [
      RecordField("name", .text, fr: "Nom", en: "Name", required: true, visibility: .restricted),
      RecordField(
        "email",
        .email,
        fr: "Adresse électronique",
        en: "E-mail address",
        required: true,
        visibility: .restricted
      ),
      RecordField("expiresAt", .moment, fr: "Expire le", en: "Expires on", visibility: .restricted),
    ]
  )

  /// Roles that people hold.
  public static let roleGrant = RecordKind(
    RoleGrant.self,
    label: Bilingual(fr: "Rôle accordé", en: "Granted role"),
    plural: Bilingual(fr: "Rôles accordés", en: "Granted roles"),
    fields: [
      RecordField(
        "person",
        .reference(kind: Person.kind),
        fr: "Personne",
        en: "Person",
        required: true,
        visibility: .members
      ),
      RecordField(
        "role",
        .choice(Role.allCases.map { .init($0.rawValue, fr: $0.label.fr, en: $0.label.en) }),
        fr: "Rôle",
        en: "Role",
        required: true,
        visibility: .members
      ),
      RecordField(
        "organization",
        .reference(kind: "organization"),
        fr: "Organisation",
        en: "Organisation",
        visibility: .members
      ),
      RecordField("until", .moment, fr: "Jusqu’au", en: "Until", visibility: .members),
    ]
  )

  /// Keys for machines.
  public static let accessToken = RecordKind(
    AccessToken.self,
    label: Bilingual(fr: "Jeton", en: "Token"),
    plural: Bilingual(fr: "Jetons", en: "Tokens"),
    fields: [
      RecordField("label", .text, fr: "Usage", en: "Purpose", required: true, visibility: .restricted),
      RecordField(
        "organization",
        .reference(kind: "organization"),
        fr: "Organisation",
        en: "Organisation",
        required: true,
        visibility: .restricted
      ),
      RecordField("expiresAt", .moment, fr: "Expire le", en: "Expires on", visibility: .restricted),
    ]
  )
}
