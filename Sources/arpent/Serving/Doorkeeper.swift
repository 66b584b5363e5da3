import Accounts
import Acts
import Foundation
import Governance
import Messages
import Register
import Web

/// Makes the links by which people come in when no colleague can let them in: whoever has the machine's files in
/// hand may.
struct Doorkeeper {
  let platform: Platform
  let accounts: AccountStore

  /// How long the first administrator's link works, in milliseconds.
  private static let invitationLife: Int64 = 24 * 3_600_000

  /// The secret of an invitation to administer; `nil` where someone can already.
  ///
  /// - Parameter isDemo: Whether the platform shows the demo territory, whose first visitor sees everything.
  func firstAdministratorSecret(isDemo: Bool = false) async throws -> String? {
    guard !platform.state.snapshot.hasAdministrator(at: platform.now) else { return nil }
    let secret = Secret.make()
    _ = try await platform.perform(
      InviteFirstAdministrator(
        id: Secret.id("i"),
        secretHash: Secret.hash(secret),
        expiresAt: platform.now.advanced(byMilliseconds: Self.invitationLife),
        isOfficer: isDemo
      ),
      as: .command
    )
    return secret
  }

  /// The secret of a link to sign in as someone.
  func signInSecret(email: String) async throws -> String {
    guard let person = platform.state.snapshot.person(email: email) else {
      throw Failure(
        "person.unknown",
        .missing,
        fr: "Personne n’a cette adresse électronique.",
        en: "Nobody has this e-mail address.",
        remedy: Bilingual(
          fr: "Vérifiez l’adresse ; les personnes sont dans l’atelier, sous « Personnes ».",
          en: "Check the address; people are listed in the workshop, under “People”."
        )
      )
    }
    guard person.status == .active else {
      throw Failure(
        "person.suspended",
        .conflict,
        fr: "Cette personne est suspendue.",
        en: "This person is suspended.",
        remedy: Bilingual(
          fr: "Un administrateur peut la rétablir dans l’atelier.",
          en: "An administrator can let them in again in the workshop."
        )
      )
    }
    return try await accounts.makeLink(.signIn, person: person.id)
  }

  /// Tells of a link on the terminal, never in the log.
  static func announce(_ origin: String, _ route: Route) {
    let link = origin + route.path(Console.language)
    Console.note(
      Bilingual(
        fr: "Pour entrer dans l’atelier, ouvrez ce lien (une seule fois, 24 heures) :\n  \(link)",
        en: "To enter the workshop, open this link (once, within 24 hours):\n  \(link)"
      )[Console.language]
    )
  }
}
