import Accounts
import Governance
import Messages
import Web

/// The letters about invitations, in French: the guest's language is not known yet.
struct PeopleLetters: Sendable {
  private let site: Site

  init(_ context: PageContext) { site = context.site }

  func sendInvitation(
    _ link: String,
    to invitation: Invitation,
    from sender: String,
    by accounts: AccountStore
  ) async throws {
    let text = """
      Bonjour \(invitation.name),

      \(sender) vous invite à rejoindre l’atelier des données de \(site.name). Ce lien vaut sept jours, une seule fois :

      \(link)

      Si vous ne savez pas de quoi il s’agit, ignorez ce message.
      """
    try await accounts.enqueue(
      to: invitation.email,
      subject: "Invitation — \(site.name)",
      text: text,
      dedupeKey: "invitation:" + invitation.id
    )
  }
}
