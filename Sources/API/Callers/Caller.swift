import Governance
import HTTPTypes
import Hummingbird
import Messages
import Register

/// Who makes a request: anyone, or a machine with a token.
struct Caller: Sendable {
  /// Who acts.
  let actor: Register.Actor
  /// The token, where there is one.
  let token: AccessToken?

  static let visitor = Caller(actor: .visitor, token: nil)

  /// Recognises the caller of a request (RFC 6750 § 2.1).
  ///
  /// - Throws: `Failure` when a key is shown and opens nothing: it is never taken for a visitor's request.
  init(_ request: Request, in snapshot: Snapshot, at now: Moment) throws {
    let given = request.headers[values: .authorization]
    guard !given.isEmpty else {
      self = .visitor
      return
    }
    let words = given.count == 1 ? given[0].split(separator: " ") : []
    guard words.count == 2, words[0].lowercased() == "bearer", let key = AccessKey(words[1]) else {
      throw CallerFailure.malformed
    }
    guard let token = snapshot.record(AccessToken.self, key.token), key.opens(token) else {
      throw CallerFailure.unknown
    }
    guard token.revokedAt == nil else { throw CallerFailure.revoked }
    guard token.isOpen(at: now) else { throw CallerFailure.expired }
    self.init(actor: .token(token.id), token: token)
  }

  private init(actor: Register.Actor, token: AccessToken?) {
    self.actor = actor
    self.token = token
  }
}

/// Why a key opens nothing.
enum CallerFailure {
  static let missing = failure(
    "token.missing",
    fr: "Cette opération demande un jeton.",
    en: "This operation takes a token."
  )

  static let malformed = failure(
    "token.malformed",
    fr: "L’en-tête Authorization ne contient pas de jeton lisible.",
    en: "The Authorization header holds no token that can be read."
  )

  static let unknown = failure(
    "token.unknown",
    fr: "Ce jeton n’ouvre rien ici.",
    en: "This token opens nothing here."
  )

  static let revoked = failure(
    "token.revoked",
    fr: "Ce jeton a été révoqué.",
    en: "This token was revoked."
  )

  static let expired = failure(
    "token.expired",
    fr: "Ce jeton est arrivé à sa date de fin.",
    en: "This token has reached its end."
  )

  private static func failure(_ code: String, fr: String, en: String) -> Failure {
    Failure(
      code,
      .unauthenticated,
      fr: fr,
      en: en,
      remedy: Bilingual(
        fr:
          "Écrivez « Authorization: Bearer arp_… » avec un jeton en cours de validité ; l’administrateur de la "
          + "plateforme en crée.",
        en:
          "Write “Authorization: Bearer arp_…” with a token that is still valid; the platform’s administrator "
          + "makes them."
      )
    )
  }
}
