import Accounts
import Governance
import Messages
import Register
import Web

/// The letters about accounts.
///
/// Their links have the configured public address, never that of a request.
struct AccountLetters: Sendable {
  private let site: Site
  private let origin: String

  init(_ context: PageContext) {
    site = context.site
    origin = context.origin
  }

  func sendPasswordLink(
    _ secret: String,
    to person: Person,
    by accounts: AccountStore,
    now: Moment
  ) async throws {
    let language: Language = person.language == "en" ? .english : .french
    let link = origin + Route.oneTimeLink(secret).path(language)
    let text =
      language == .french
      ? """
      Bonjour \(person.name),

      Vous avez demandé à choisir un nouveau mot de passe sur \(site.name). Ce lien vaut 24 heures, une seule fois :

      \(link)

      Si vous n’avez rien demandé, ignorez ce message : votre mot de passe reste le même.
      """
      : """
      Hello \(person.name),

      You asked to choose a new password on \(site.name). This link works once, for 24 hours:

      \(link)

      If you asked for nothing, ignore this message: your password stays the same.
      """
    try await accounts.enqueue(
      to: person.email,
      subject: language == .french
        ? "Choisir un mot de passe — \(site.name)" : "Choose a password — \(site.name)",
      text: text,
      dedupeKey: "password:" + Secret.hash(secret)
    )
  }
}
