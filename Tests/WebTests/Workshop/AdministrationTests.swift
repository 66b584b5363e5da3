import Accounts
import Acts
import Catalogue
import Foundation
import Governance
import HTTPTypes
import HummingbirdTesting
import Messages
import NIOCore
import Register
import Testing

@testable import Web

@Suite(
  "Administration in the workshop",
  .serialized,
  .enabled(if: ServedTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct AdministrationTests {
  private func town() async throws -> DecidingTown {
    let town = try await DecidingTown()
    try await town.enter("Ada", .administrator, on: nil)
    try await town.enter("Zoe", .administrator)
    try await town.enter("Paul", .producer)
    return town
  }

  /// Sends a form with the token of the session: every page has the same one, under another mask.
  private func post(
    _ town: DecidingTown,
    _ fields: [String: String],
    to uri: String,
    as name: String
  ) async throws -> TestResponse {
    let text = try await town.read("/atelier/compte", as: name)
    let mark = "name=\"\(FormToken.field)\" value=\""
    let token = text.ranges(of: mark).last.map { text[$0.upperBound...].prefix { $0 != "\"" } } ?? ""
    var query = Query([FormToken.field: String(token)])
    for (field, value) in fields { query = query.adding(field, value) }
    return try await town.ask(uri, as: name, .post, query.encoded)
  }

  @Test("Only administrators see people, tokens and settings; auditors see who read what")
  func pages() async throws {
    let town = try await town()
    try await town.enter("Ines", .auditor)
    let pages = ["/atelier/personnes", "/atelier/organisations", "/atelier/jetons", "/atelier/reglages"]
    for page in pages {
      #expect(try await town.ask(page, as: "Ada").status == .ok, "\(page)")
      #expect(try await town.ask(page, as: "Paul").status == .forbidden, "\(page)")
      #expect(try await town.ask(page).status == .seeOther, "\(page)")
    }
    #expect(try await town.ask("/atelier/reglages", as: "Zoe").status == .forbidden)
    #expect(try await town.ask("/atelier/acces", as: "Ines").status == .ok)
    #expect(try await town.ask("/atelier/acces", as: "Paul").status == .forbidden)
  }

  @Test("An invitation is made, shown once and opens a session with its role")
  func invitation() async throws {
    let town = try await town()
    let form = [
      "name": "Nina <Roy>", "email": "nina@exemple.fr", "role": "producer", "organization": "finances",
    ]
    let made = try await post(town, form, to: "/atelier/personnes/inviter", as: "Zoe")
    let text = String(buffer: made.body)
    #expect(made.status == .ok && text.contains("/atelier/invitation/"))
    #expect(!text.contains("Nina <Roy>"))
    let mail = try await town.accounts.mail()
    #expect(mail.count == 1 && mail.first?.recipient == "nina@exemple.fr")
    let again = try await town.read("/atelier/personnes", as: "Zoe")
    #expect(again.contains("Nina &lt;Roy&gt;") && !again.contains("/atelier/invitation/"))
    let elsewhere = form.merging(["organization": "*", "email": "x@exemple.fr"]) { _, new in new }
    #expect(try await post(town, elsewhere, to: "/atelier/personnes/inviter", as: "Zoe").status == .forbidden)
    let wrong = form.merging(["email": "pas une adresse"]) { _, new in new }
    #expect(
      try await post(town, wrong, to: "/atelier/personnes/inviter", as: "Zoe").status == .unprocessableContent
    )
  }

  @Test("Roles are granted and withdrawn within what one administers")
  func roles() async throws {
    let town = try await town()
    let page = "/atelier/personne/p-paul/roles"
    let role = ["role": "publisher", "organization": "finances"]
    #expect(try await post(town, role, to: page, as: "Paul").status == .forbidden)
    #expect(try await post(town, role, to: page, as: "Zoe").status == .seeOther)
    let grants = town.platform.state.snapshot.grants(of: "p-paul", at: town.platform.now)
    #expect(Set(grants.map(\.role)) == [.producer, .publisher])
    let others = try await post(town, ["retirer": "p-ada.administrator.*"], to: page, as: "Zoe")
    #expect(others.status == .notFound)
    let withdrawn = try await post(town, ["retirer": "p-paul.publisher.finances"], to: page, as: "Zoe")
    #expect(withdrawn.status == .seeOther)
    let whole = ["role": "administrator", "organization": "*"]
    #expect(try await post(town, whole, to: page, as: "Zoe").status == .forbidden)
  }

  @Test("Whoever is suspended is out at once; an administrator of a part suspends nobody")
  func suspension() async throws {
    let town = try await town()
    let page = "/atelier/personne/p-paul/modifier"
    #expect(try await post(town, ["status": "suspended"], to: page, as: "Zoe").status == .forbidden)
    #expect(try await town.ask("/atelier", as: "Paul").status == .ok)
    #expect(try await post(town, ["status": "suspended"], to: page, as: "Ada").status == .seeOther)
    #expect(try await town.ask("/atelier", as: "Paul").status == .seeOther)
    #expect(try await post(town, [:], to: "/atelier/personne/p-paul/lien", as: "Zoe").status == .notFound)
  }

  @Test("A token is shown once, kept as a hash, and revoked")
  func tokens() async throws {
    let town = try await town()
    let form = ["label": "Export du SIG", "organization": "finances", "actions": "read", "days": "30"]
    let made = try await post(town, form, to: "/atelier/jetons", as: "Zoe")
    let text = String(buffer: made.body)
    let key = try #require(text.firstMatch(of: /arp_t-[0-9a-f]+_[0-9a-f]{64}/).map { String($0.output) })
    let token = try #require(town.platform.state.snapshot.records(AccessToken.self).first)
    #expect(AccessKey(key)?.opens(token) == true && !token.secretHash.contains(key))
    let list = try await town.read("/atelier/jetons", as: "Zoe")
    #expect(list.contains("Export du SIG") && !list.contains("arp_"))
    let revoked = try await post(town, ["token": token.id], to: "/atelier/jetons/revoquer", as: "Zoe")
    #expect(revoked.status == .seeOther)
    #expect(town.platform.state.snapshot.record(AccessToken.self, token.id)?.revokedAt != nil)
    let bad = form.merging(["label": ""]) { _, new in new }
    #expect(try await post(town, bad, to: "/atelier/jetons", as: "Zoe").status == .unprocessableContent)
  }

  @Test("Organisations are added below one's own, and nowhere else")
  func organizations() async throws {
    let town = try await town()
    let below = ["name": "Comptabilité", "nature": "direction", "parent": "finances"]
    #expect(try await post(town, below, to: "/atelier/organisations/nouvelle", as: "Zoe").status == .seeOther)
    #expect(town.platform.state.organization("comptabilite")?.parent == "finances")
    let root = ["name": "Autre", "nature": "commune"]
    #expect(try await post(town, root, to: "/atelier/organisations/nouvelle", as: "Zoe").status == .forbidden)
    #expect(try await post(town, root, to: "/atelier/organisations/nouvelle", as: "Ada").status == .seeOther)
    let bad = ["name": "Comptabilité", "nature": "direction", "parent": "finances", "siren": "123"]
    let page = "/atelier/organisation/comptabilite"
    #expect(try await post(town, bad, to: page, as: "Zoe").status == .unprocessableContent)
    #expect(try await post(town, [:], to: page + "/retirer", as: "Zoe").status == .seeOther)
    #expect(town.platform.state.organization("comptabilite") == nil)
  }

  @Test("Settings are saved, and a colour that is none is told beside its field")
  func settings() async throws {
    let town = try await town()
    let form = ["name": "Val d’Essai", "tagline": "", "accent": "#224466", "accessibility": "partial"]
    #expect(try await post(town, form, to: "/atelier/reglages", as: "Ada").status == .seeOther)
    #expect(town.platform.state.settings.name == "Val d’Essai")
    let bad = form.merging(["accent": "bleu"]) { _, new in new }
    let answer = try await post(town, bad, to: "/atelier/reglages", as: "Ada")
    #expect(
      answer.status == .unprocessableContent && String(buffer: answer.body).contains("champ-accent-erreur")
    )
    #expect(town.platform.state.settings.accent == "#224466")
  }
}
