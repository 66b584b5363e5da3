import Messages

/// Why a database could not be read.
///
/// What the server says is not repeated: it may hold values of rows.
enum DatabaseFailure {
  static let unreachable = Failure(
    "database.unreachable",
    .unavailable,
    fr: "La base de données ne répond pas.",
    en: "The database does not answer.",
    remedy: Bilingual(
      fr: "Vérifiez la connexion dans arpent.json, ou réessayez plus tard.",
      en: "Check the connection in arpent.json, or try again later."
    )
  )

  static let refused = Failure(
    "database.refused",
    .forbidden,
    fr: "La base de données refuse l’utilisateur de cette connexion.",
    en: "The database refuses this connection’s user.",
    remedy: Bilingual(
      fr: "Vérifiez l’utilisateur et son mot de passe dans arpent.json.",
      en: "Check the user and the password in arpent.json."
    )
  )

  static let missing = Failure(
    "database.missing",
    .missing,
    fr: "Cette table ou cette vue n’existe pas, ou l’une de ses colonnes.",
    en: "This table or view does not exist, or one of its columns."
  )

  static let denied = Failure(
    "database.denied",
    .forbidden,
    fr: "L’utilisateur de cette connexion n’a pas le droit de lire cela.",
    en: "This connection’s user is not allowed to read this.",
    remedy: Bilingual(
      fr: "Demandez à l’administrateur de la base le droit SELECT.",
      en: "Ask the database’s administrator for the SELECT right."
    )
  )

  static let readOnly = Failure(
    "database.read-only",
    .forbidden,
    fr: "Cette requête voudrait modifier la base : elle n’est pas exécutée.",
    en: "This query would change the database: it is not run."
  )

  static let slow = Failure(
    "database.slow",
    .unavailable,
    fr: "La lecture de la base dépasse le temps permis.",
    en: "Reading the database takes longer than allowed.",
    remedy: Bilingual(fr: "Lisez une vue plus petite.", en: "Read a smaller view.")
  )

  static let tooLarge = Failure(
    "database.too-large",
    .tooLarge,
    fr: "Ce qui est lu de la base dépasse la taille permise.",
    en: "What is read of the database is larger than allowed."
  )

  static let unwritable = Failure(
    "database.unwritable",
    .unavailable,
    fr: "Le fichier n’a pas pu être écrit sur le disque.",
    en: "The file could not be written to the disk."
  )

  static func other(_ state: String) -> Failure {
    Failure(
      "database.failed",
      .unavailable,
      fr: "La base de données a refusé cette lecture (SQLSTATE \(state)).",
      en: "The database refused this reading (SQLSTATE \(state))."
    )
  }

  /// By the class of its SQLSTATE (PostgreSQL, appendix A).
  static func of(_ state: String) -> Failure {
    switch state {
    case "42P01", "42703", "3D000", "3F000": missing
    case "42501": denied
    case "25006": readOnly
    case "57014", "55P03": slow
    case _ where state.hasPrefix("28"): refused
    case _ where state.hasPrefix("08") || state.hasPrefix("57P"): unreachable
    default: other(state)
    }
  }
}
