import Catalogue
public import Governance
import Messages
public import Register

/// What the acts on people check alike.
enum PersonChecks {
  /// Addresses differ by more than their case.
  static func normalized(_ email: String) -> String { email.trimmingBlanks.lowercased() }

  static func name(_ name: String) throws {
    try Required.text(name, "name", fr: "Le nom", en: "The name")
    try Required.length(name, max: 200, "name", fr: "Le nom", en: "The name")
    try singleLine(name, "name")
  }

  static func email(_ email: String) throws {
    try Required.text(email, "email", fr: "L’adresse électronique", en: "The e-mail address")
    try Required.length(email, max: 254, "email", fr: "L’adresse électronique", en: "The e-mail address")
    guard email.wholeMatch(of: /[^\s@<>",;:\\()\[\]]+@[a-z0-9](?:[a-z0-9.\-]*[a-z0-9])?/) != nil else {
      throw Failure(
        "person.email",
        .invalid,
        fr: "L’adresse électronique n’est pas valide.",
        en: "The e-mail address is not valid.",
        remedy: Bilingual(
          fr: "Écrivez une adresse comme prenom.nom@exemple.fr.",
          en: "Write an address such as first.last@example.org."
        ),
        pointer: "email"
      )
    }
  }

  /// Line ends have no place in what goes into e-mail headers.
  static func singleLine(_ text: String, _ pointer: String) throws {
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return }
    throw Failure(
      "field.control-character",
      .invalid,
      fr: "Ce texte contient un caractère invisible qui n’y a pas sa place.",
      en: "This text holds an invisible character that has no place in it.",
      remedy: Bilingual(fr: "Saisissez-le de nouveau, sur une ligne.", en: "Type it again, on one line."),
      pointer: pointer
    )
  }

  static func roles(_ roles: [RoleOnOrganization], in snapshot: Snapshot) throws {
    guard roles.count <= 100 else { throw PersonFailure.tooManyRoles }
    for role in roles {
      if let slug = role.organization, snapshot.record(Organization.self, slug) == nil {
        throw OrganizationFailure.unknown(slug)
      }
    }
  }

  static func expiry(_ moment: Moment, at now: Moment) throws {
    let longest = now.advanced(byMilliseconds: 31 * 86_400_000)
    guard now < moment, moment <= longest else {
      throw Failure(
        "person.invitation.expiry",
        .invalid,
        fr: "Une invitation vaut de quelques minutes à un mois.",
        en: "An invitation holds for some minutes to a month.",
        remedy: Bilingual(fr: "Choisissez une date plus proche.", en: "Choose a nearer date."),
        pointer: "expiresAt"
      )
    }
  }
}

/// Refusals about people that several acts share.
enum PersonFailure {
  static let idTaken = Failure(
    "person.id",
    .conflict,
    fr: "Cet identifiant est déjà pris.",
    en: "This id is taken.",
    remedy: Bilingual(fr: "Recommencez.", en: "Try again.")
  )

  static let unknown = Failure(
    "person.unknown",
    .missing,
    fr: "Cette personne n’existe pas.",
    en: "There is no such person."
  )

  static let unknownInvitation = Failure(
    "person.invitation.unknown",
    .missing,
    fr: "Cette invitation n’existe pas, a déjà servi ou a expiré.",
    en: "This invitation does not exist, was used already or has expired.",
    remedy: Bilingual(
      fr: "Demandez-en une nouvelle à la personne qui vous a invité.",
      en: "Ask whoever invited you for a new one."
    )
  )

  static let tooManyRoles = Failure(
    "person.roles",
    .invalid,
    fr: "Une invitation donne au plus cent rôles.",
    en: "An invitation gives a hundred roles at most.",
    pointer: "roles"
  )

  static func known(_ email: String) -> Failure {
    Failure(
      "person.known",
      .conflict,
      fr: "Une personne a déjà l’adresse \(email).",
      en: "Somebody already has the address \(email).",
      remedy: Bilingual(
        fr: "Accordez-lui un rôle de plus, ou envoyez-lui un nouveau lien de connexion.",
        en: "Grant them one more role, or send them a new sign-in link."
      ),
      pointer: "email"
    )
  }

  static let lastAdministrator = Failure(
    "person.administrator.last",
    .conflict,
    fr: "C’est le dernier administrateur du territoire\u{A0}: plus personne ne pourrait gérer la plateforme.",
    en: "This is the territory’s last administrator: nobody could manage the platform any more.",
    remedy: Bilingual(
      fr: "Nommez d’abord un autre administrateur.",
      en: "Name another administrator first."
    )
  )
}

extension Snapshot {
  /// The person who has an address, active or not.
  public func person(email: String) -> Person? {
    let address = PersonChecks.normalized(email)
    return records(Person.self).first { $0.email == address }
  }

  /// The open invitation whose secret has a hash.
  public func openInvitation(secretHash: String, at now: Moment) -> Invitation? {
    records(Invitation.self).first { $0.secretHash == secretHash && $0.isOpen(at: now) }
  }

  /// Whether an active person administers the whole territory, besides one left out of account.
  public func hasAdministrator(at now: Moment, without grant: (RoleGrant) -> Bool = { _ in false }) -> Bool {
    records(RoleGrant.self).contains {
      $0.role == .administrator && $0.organization == nil && $0.holds(at: now) && !grant($0)
        && record(Person.self, $0.person)?.status == .active
    }
  }
}

extension String {
  /// Without the blanks around.
  var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
