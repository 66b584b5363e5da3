import Messages

/// Why another site could not be read.
enum OutgoingFailure {
  static let address = make(
    "address",
    fr: "Cette adresse n’est pas une adresse http ou https.",
    en: "This is no http or https address.",
    remedy: ("Copiez l’adresse complète depuis un navigateur.", "Copy the whole address from a browser.")
  )
  static let credentials = make(
    "credentials",
    fr: "Cette adresse contient un nom d’utilisateur.",
    en: "This address holds a user’s name.",
    remedy: ("Retirez ce qui précède le signe @.", "Remove what stands before the @ sign.")
  )
  static func port(_ port: Int) -> Failure {
    make(
      "port",
      fr: "Le port \(port) n’est pas permis.",
      en: "Port \(port) is not allowed.",
      remedy: ("Les ports permis sont 80, 443, 8080 et 8443.", "Ports 80, 443, 8080 and 8443 are allowed.")
    )
  }
  static let privateHost = make(
    "private",
    fr: "Cette adresse mène à un réseau privé : elle n’est pas suivie.",
    en: "This address leads to a private network: it is not followed.",
    remedy: (
      "Un administrateur peut permettre un hôte dans le fichier arpent.json.",
      "An administrator can allow a host in the file arpent.json."
    )
  )
  static let downgrade = make(
    "downgrade",
    fr: "Le site renvoie d’une adresse https vers une adresse http.",
    en: "The site redirects from an https address to an http one."
  )
  static let redirects = make(
    "redirects",
    fr: "Le site renvoie d’adresse en adresse sans fin.",
    en: "The site redirects from address to address without end."
  )
  static let tooLarge = make(
    "too-large",
    .tooLarge,
    fr: "Ce qui est à cette adresse dépasse la taille permise.",
    en: "What is at this address is larger than allowed."
  )
  static let tooSlow = make(
    "slow",
    .unavailable,
    fr: "Le site est trop lent à répondre.",
    en: "The site is too slow to answer."
  )
  static let certificate = make(
    "certificate",
    .unavailable,
    fr: "Le certificat du site n’est pas valable.",
    en: "The site’s certificate is not valid."
  )
  static let unreachable = make(
    "unreachable",
    .unavailable,
    fr: "Le site ne répond pas.",
    en: "The site does not answer.",
    remedy: ("Vérifiez l’adresse, ou réessayez plus tard.", "Check the address, or try again later.")
  )
  static let unwritable = make(
    "unwritable",
    .unavailable,
    fr: "Le fichier n’a pas pu être écrit sur le disque.",
    en: "The file could not be written to the disk."
  )

  private static func make(
    _ code: String,
    _ kind: Failure.Kind = .invalid,
    fr: String,
    en: String,
    remedy: (fr: String, en: String)? = nil
  ) -> Failure {
    Failure(
      "fetch." + code,
      kind,
      fr: fr.replacing(" :", with: "\u{A0}:"),
      en: en,
      remedy: remedy.map { Bilingual(fr: $0.fr, en: $0.en) }
    )
  }
}
