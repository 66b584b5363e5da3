public import Crypto
import Foundation
import Messages

/// What a visitor's form sends back to prove that the site made it, when, and for what: no session is needed.
///
/// A form sent at once was filled by no person; one sent days later may have been stored. The token is signed,
/// so neither time can be made up.
public struct FormToken: Sendable {
  /// The name of the field that holds it; also that of the workshop's own forms.
  public static let field = "jeton-formulaire"
  /// The name of a field that people do not see and programs fill.
  public static let trap = "adresse-du-site"

  private let key: SymmetricKey

  /// The seconds a form must be older than.
  public static let youngest = 2.0
  /// The seconds a form must be younger than: pages of the portal are kept a day at most.
  public static let oldest = 172_800.0

  /// Signs with a key.
  public init(key: SymmetricKey = SymmetricKey(size: .bits256)) { self.key = key }

  /// A token for a form.
  ///
  /// - Parameters:
  ///   - purpose: What the form does, and on what: the token is good for nothing else.
  ///   - now: Seconds since 1970-01-01 UTC.
  public func make(_ purpose: String, now: Double) -> String {
    let moment = String(Int(now), radix: 36)
    return moment + "." + signature(purpose, moment)
  }

  /// Refuses a token that is not the site's, for something else, too young or too old.
  public func check(
    _ token: String?,
    _ purpose: String,
    now: Double,
    youngest: Double = FormToken.youngest
  ) throws {
    let parts = (token ?? "").split(separator: ".")
    guard parts.count == 2, let made = Int(parts[0], radix: 36),
      ConstantTime.equals(String(parts[1]), signature(purpose, String(parts[0])))
    else { throw Self.unsigned }
    let age = now - Double(made)
    guard age >= youngest else { throw Self.hasty }
    guard age <= Self.oldest else { throw Self.unsigned }
  }

  private func signature(_ purpose: String, _ moment: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Data((moment + "\u{1F}" + purpose).utf8), using: key)
    return Hexadecimal.encode(code)
  }

  private static let unsigned = Failure(
    "form.expired",
    .forbidden,
    fr: "Ce formulaire a expiré.",
    en: "This form has expired.",
    remedy: Bilingual(
      fr: "Rouvrez la page, puis envoyez de nouveau.",
      en: "Open the page again, then send it once more."
    )
  )

  private static let hasty = Failure(
    "form.hasty",
    .tooMany,
    fr: "Ce formulaire a été envoyé trop vite.",
    en: "This form was sent too quickly.",
    remedy: Bilingual(fr: "Attendez quelques secondes.", en: "Wait a few seconds.")
  )

  static let trapped = Failure(
    "form.trap",
    .forbidden,
    fr: "Un champ qui doit rester vide a été rempli : l’envoi ressemble à celui d’un programme.",
    en: "A field that must stay empty was filled: this looks like a program.",
    remedy: Bilingual(
      fr: "Laissez vide le champ « ne pas remplir », puis envoyez de nouveau.",
      en: "Leave the field “do not fill” empty, then send again."
    )
  )
}
