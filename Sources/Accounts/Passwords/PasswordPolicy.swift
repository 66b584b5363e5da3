import Foundation
import Messages

/// Which passwords are accepted: long ones that nobody tries first.
///
/// No rule of composition (ANSSI, NIST SP 800-63B § 5.1.1.2).
public enum PasswordPolicy {
  /// The fewest characters.
  public static let shortest = 12
  /// The most bytes.
  public static let longest = 1_024

  /// Refuses a password.
  ///
  /// - Parameters:
  ///   - email: The person's address, which is no password.
  ///   - name: The person's name, which is none either.
  public static func check(_ password: String, email: String, name: String) throws {
    guard password.count >= shortest else { throw tooShort }
    guard password.utf8.count <= longest else { throw tooLong }
    let plain = simplified(password)
    let known = [email, String(email.prefix { $0 != "@" }), name].map(simplified).filter { $0.count >= 3 }
    let isAbout = known.contains { plain == $0 || plain.replacing($0, with: "").count < 6 }
    let isRepeated = Set(plain).count < 5
    guard !isAbout, !isRepeated, !isCommon(plain) else { throw tooCommon }
  }

  private static func simplified(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .filter { $0.isLetter || $0.isNumber || "@.$!".contains($0) }
  }

  private static func isCommon(_ plain: String) -> Bool {
    let letters = plain.replacing("@", with: "a").replacing("0", with: "o").replacing("1", with: "i")
      .replacing("$", with: "s").replacing("3", with: "e")
    for text in [plain, letters] {
      // A common word with only a few characters around it is that word.
      for word in common where text.contains(word) && text.replacing(word, with: "").count < 5 { return true }
      if sequences.contains(where: { $0.contains(text) }) { return true }
    }
    return false
  }

  private static let sequences = [
    "012345678901234567890123456789", "987654321098765432109876543210", "abcdefghijklmnopqrstuvwxyz",
    "azertyuiopqsdfghjklmwxcvbn", "qwertyuiopasdfghjklzxcvbnm",
  ]

  /// What is tried first, of at least eight characters.
  private static let common = [
    "password", "passw0rd", "motdepasse", "azertyuiop", "qwertyuiop", "azerty123", "qwerty123", "123456789",
    "1234567890", "12345678", "87654321", "iloveyou", "jetaime", "bonjour", "soleil", "doudou", "chouchou",
    "loulou", "marseille", "princesse", "sunshine", "princess", "football", "baseball", "superman", "batman",
    "welcome", "bienvenue", "administrateur", "administrator", "admin123", "letmein", "changeme",
    "changezmoi", "dragon", "monkey", "trustno1", "whatever", "starwars", "pokemon", "naruto", "camille",
    "nicolas", "alexandre", "qazwsxedc", "1q2w3e4r5t", "1qaz2wsx", "zaq12wsx", "aaaaaa", "abcd1234",
    "azertyqsdfgh", "mairie", "commune", "arpent", "territoire", "republique", "secret",
  ]

  private static func refused(_ code: String, fr: String, en: String, _ remedy: Bilingual) -> Failure {
    Failure("password." + code, .invalid, fr: fr, en: en, remedy: remedy, pointer: "mot-de-passe")
  }

  private static let advice = Bilingual(
    fr: "Quatre mots sans rapport font un bon mot de passe.",
    en: "Four unrelated words make a good password."
  )
  private static let tooShort = refused(
    "short",
    fr: "Le mot de passe doit compter au moins \(shortest) caractères.",
    en: "The password must have at least \(shortest) characters.",
    advice
  )
  private static let tooLong = refused(
    "long",
    fr: "Le mot de passe est trop long.",
    en: "The password is too long.",
    Bilingual(fr: "Raccourcissez-le.", en: "Make it shorter.")
  )
  private static let tooCommon = refused(
    "common",
    fr: "Ce mot de passe est parmi ceux qu’on essaie en premier.",
    en: "This password is among those tried first.",
    advice
  )
}
