import HTTPTypes
public import Messages

/// A failure on its way out: RFC 9457 for machines, a page for people.
public struct Problem: Sendable {
  /// The HTTP status.
  public let status: Int
  /// What happened, with its stable code.
  public let failure: Failure
  /// The request's id, to find it in the log.
  public let request: String

  /// Describes a problem.
  public init(status: Int, failure: Failure, request: String) {
    self.status = status
    self.failure = failure
    self.request = request
  }

  /// The status of a failure.
  ///
  /// - Parameter isRead: Whether the request only reads: then what is wrong is in its address (400), not in
  ///   what it
  ///   sends (422).
  public static func status(_ failure: Failure, isRead: Bool) -> Int {
    switch failure.kind {
    case .invalid: isRead ? 400 : 422
    case .unauthenticated: 401
    case .forbidden: 403
    case .missing: 404
    case .conflict: 409
    case .tooLarge: 413
    case .tooMany: 429
    case .exhausted, .unavailable: failure.code == Self.unexpectedCode ? 500 : 503
    }
  }

  /// The code of what nobody foresaw.
  public static let unexpectedCode = "internal.unexpected"

  /// What is said of an error nobody foresaw: nothing of its text, which may hold secrets.
  public static let unexpected = Failure(
    unexpectedCode,
    .unavailable,
    fr: "Une erreur inattendue est survenue de notre côté.",
    en: "Something unexpected went wrong on our side.",
    remedy: Bilingual(
      fr: "Réessayez dans un instant ; si cela dure, écrivez-nous avec le numéro de la requête.",
      en: "Try again in a moment; if it lasts, write to us with the number of the request."
    )
  )

  /// What is said of an address that leads nowhere.
  public static let unknownAddress = Failure(
    "http.route.unknown",
    .missing,
    fr: "Cette page n’existe pas.",
    en: "This page does not exist.",
    remedy: Bilingual(
      fr: "Vérifiez l’adresse, ou cherchez dans les données.",
      en: "Check the address, or search the data."
    )
  )
}

/// The members of a problem document (RFC 9457 § 3.1) and our extensions.
struct ProblemDocument: Encodable {
  let type: String
  let title: String
  let status: Int
  let detail: String
  let code: String
  let instance: String
  let pointer: String?
  let remedy: String?
  let location: Failure.Location?

  init(_ problem: Problem, language: Language) {
    type = Route.problem(problem.failure.code).path(language)
    title = Self.title(problem.status, language)
    status = problem.status
    detail = problem.failure.message[language]
    code = problem.failure.code
    instance = "urn:request:" + problem.request
    pointer = problem.failure.pointer
    remedy = problem.failure.remedy?[language]
    location = problem.failure.location
  }

  static func title(_ status: Int, _ language: Language) -> String {
    let title =
      switch status {
      case 400, 422: Bilingual(fr: "Demande non valable", en: "Invalid request")
      case 401: Bilingual(fr: "Connexion nécessaire", en: "Sign-in needed")
      case 403: Bilingual(fr: "Accès refusé", en: "Access refused")
      case 404: Bilingual(fr: "Introuvable", en: "Not found")
      case 405: Bilingual(fr: "Méthode non prévue", en: "Method not supported")
      case 409: Bilingual(fr: "Conflit", en: "Conflict")
      case 413, 414, 431: Bilingual(fr: "Demande trop grande", en: "Request too large")
      case 416: Bilingual(fr: "Intervalle hors du fichier", en: "Range outside the file")
      case 429: Bilingual(fr: "Trop de demandes", en: "Too many requests")
      case 500: Bilingual(fr: "Erreur inattendue", en: "Unexpected error")
      default: Bilingual(fr: "Service indisponible", en: "Service unavailable")
      }
    return title[language]
  }
}
