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
import Workshop

@testable import Web

@Suite(
  "What visitors say and ask",
  .serialized,
  .enabled(if: ServedTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct VisitorTests {
  private func town() async throws -> DecidingTown {
    let town = try await DecidingTown()
    try await town.enter("Rose", .steward)
    try await town.enter("Luc", .reader)
    try await town.territory.publish("arbres", "espèce,hauteur\nTilleul,12\n", at: "2026-10-01")
    try await town.territory.publish(
      "agents",
      "poste,grade\nJardinier,C\n",
      at: "2026-10-01",
      access: .restricted
    )
    try await town.territory.publish("secret", "x\n1\n", at: "2026-10-01", access: .internal)
    return town
  }

  @Test("A comment shows once it was reviewed, as text, and is answered in public")
  func comment() async throws {
    let town = try await town()
    let sent = try await town.send(
      ["name": "Ana <i>B</i>", "email": "ana@exemple.fr", "text": "Bravo <img src=x onerror=alert(1)>"],
      to: "/donnees/arbres/commenter"
    )
    #expect(sent.status == .ok)
    #expect(!(try await town.read("/donnees/arbres")).contains("Bravo"))
    let comment = try #require(town.platform.state.snapshot.records(Comment.self).first)
    #expect(comment.state == .pending)
    let refused = try await town.send(
      ["comment": comment.id, "choix": "montrer"],
      to: "/atelier/a-decider/moderation",
      from: "/atelier/a-decider",
      as: "Luc"
    )
    #expect(refused.status == .forbidden)
    let queue = try await town.read("/atelier/a-decider", as: "Rose")
    #expect(queue.contains("Bravo &lt;img") && !queue.contains("<img src=x"))
    #expect(!(try await town.read("/atelier/a-decider", as: "Luc")).contains("Bravo"))
    _ = try await town.send(
      ["comment": comment.id, "choix": "montrer"],
      to: "/atelier/a-decider/moderation",
      from: "/atelier/a-decider",
      as: "Rose"
    )
    let page = try await town.read("/donnees/arbres")
    #expect(
      page.contains("Bravo &lt;img") && !page.contains("<img src=x") && !page.contains("ana@exemple.fr")
    )
    let reader = try await town.send(
      ["text": "Je réponds", "reponse": comment.id],
      to: "/atelier/commentaires/arbres",
      as: "Luc"
    )
    #expect(reader.status == .forbidden)
    _ = try await town.send(
      ["text": "Merci à vous", "reponse": comment.id],
      to: "/atelier/commentaires/arbres",
      as: "Rose"
    )
    #expect(try await town.read("/donnees/arbres").contains("Merci à vous"))
  }

  @Test("An answer to a public message is for moderators, whatever audience it claims")
  func audience() async throws {
    let town = try await town()
    _ = try await town.send(["name": "Ana", "text": "Bonjour"], to: "/donnees/arbres/commenter")
    let first = try #require(town.platform.state.snapshot.records(Comment.self).first)
    let forged = Comment(
      id: "c-forged",
      subject: first.subject,
      author: "",
      name: "",
      text: "Au nom du service",
      at: town.platform.now,
      replyTo: first.id,
      audience: .workshop,
      state: .shown
    )
    await #expect(throws: Failure.self) {
      try await town.platform.perform(WriteComment(forged), as: DecidingTown.actor("Luc"))
    }
  }

  @Test("A program that fills every field, or sends without the page, is refused")
  func programs() async throws {
    let town = try await town()
    let trapped = try await town.send(
      ["name": "Ana", "text": "Bonjour", FormToken.trap: "https://spam.example"],
      to: "/donnees/arbres/commenter"
    )
    #expect(trapped.status == .forbidden)
    let bare = try await town.ask("/donnees/arbres/commenter", .post, "name=Ana&text=Bonjour")
    #expect(bare.status == .forbidden)
    let other = try await town.send(
      ["name": "Ana", "text": "Bonjour"],
      to: "/donnees/arbres/commenter",
      from: "/donnees/arbres/reutilisation"
    )
    #expect(other.status == .forbidden)
    #expect(town.platform.state.snapshot.records(Comment.self).isEmpty)
  }

  /// A page without the name that was asked for and the number of its request, whose first zeros are not
  /// written.
  private static func withoutRequest(_ page: String) -> String {
    page.replacing("rien-de-tel", with: "secret").replacing(/<code>[0-9a-f]+<\/code>/, with: "")
  }

  @Test(
    "Of an internal dataset nothing is said, asked or told: it is unknown",
    arguments: ["commenter", "reutilisation", "abonnement", "demander-acces"]
  )
  func unknown(form: String) async throws {
    let town = try await town()
    let hidden = try await town.ask("/donnees/secret/\(form)")
    let absent = try await town.ask("/donnees/rien-de-tel/\(form)")
    #expect(hidden.status == .notFound && absent.status == .notFound)
    let bodies = [hidden, absent].map { Self.withoutRequest(String(buffer: $0.body)) }
    #expect(bodies[0] == bodies[1])
  }

  @Test(
    "A re-use leads to http addresses only, and says that its link is a visitor’s",
    arguments: [
      "javascript:alert(1)", "data:text/html,x", "https://a b", "//x.example", "https://x\"onclick=y",
    ]
  )
  func hostileAddress(url: String) async throws {
    let town = try await town()
    let sent = try await town.send(
      ["title": "Carte", "url": url, "author": "Ana"],
      to: "/donnees/arbres/reutilisation"
    )
    #expect(sent.status == .unprocessableContent)
    #expect(town.platform.state.snapshot.records(Reuse.self).isEmpty)
  }

  @Test("A re-use is shown with its link once it was reviewed")
  func reuse() async throws {
    let town = try await town()
    _ = try await town.send(
      ["title": "Carte des arbres", "url": "https://carte.example/?a=1&b=2", "author": "Ana"],
      to: "/donnees/arbres/reutilisation"
    )
    let reuse = try #require(town.platform.state.snapshot.records(Reuse.self).first)
    #expect(!(try await town.read("/donnees/arbres")).contains("Carte des arbres"))
    _ = try await town.send(
      ["reuse": reuse.id, "choix": "montrer"],
      to: "/atelier/a-decider/moderation",
      from: "/atelier/a-decider",
      as: "Rose"
    )
    let page = try await town.read("/donnees/arbres")
    #expect(page.contains("href=\"https://carte.example/?a=1&amp;b=2\" rel=\"nofollow noopener ugc\""))
  }

  @Test("Access is asked, granted by link, used, noted, and ended")
  func access() async throws {
    let town = try await town()
    let asked = try await town.send(
      [
        "name": "Ana\r\nBcc: tous@exemple.fr", "email": "ana@exemple.fr", "purpose": "Étude",
        "until": "2026-12-31",
      ],
      to: "/donnees/agents/demander-acces"
    )
    #expect(asked.status == .unprocessableContent)
    let again = try await town.send(
      ["name": "Ana", "email": "ana@exemple.fr", "purpose": "Étude", "until": "2026-12-31"],
      to: "/donnees/agents/demander-acces"
    )
    let request = try #require(town.platform.state.snapshot.records(AccessRequest.self).first)
    #expect(again.status == .ok && String(buffer: again.body).contains(request.id))
    let page = "/atelier/a-decider/acces/\(request.id)"
    #expect(try await town.ask(page, as: "Luc").status == .notFound)
    let granted = try await town.send(
      ["choix": "accorder", "until": "2026-12-10", "answer": "Pour l’étude."],
      to: page,
      as: "Rose"
    )
    let text = String(buffer: granted.body)
    let link = try #require(text.firstMatch(of: /\/acces\/(arp_[A-Za-z0-9_\-]+)/))
    #expect(!(try await town.read(page, as: "Rose")).contains(String(link.1)))
    let letter = try #require(try await town.accounts.mail().first { $0.text.contains("/acces/") })
    #expect(letter.recipient == "ana@exemple.fr" && letter.text.contains(String(link.1)))
    let address = "/acces/\(link.1)"
    #expect(try await town.ask(address).status == .ok)
    #expect(town.platform.state.snapshot.records(AccessUse.self).isEmpty)
    #expect(try await town.read(address + "/tableau").contains("Jardinier"))
    let file = try await town.ask(address + "/fichier/csv")
    #expect(String(buffer: file.body).contains("Jardinier,C"))
    #expect(file.headers[.cacheControl]?.contains("no-store") == true)
    #expect(town.platform.state.snapshot.records(AccessUse.self).map(\.road).count == 2)
    let list = try await town.read("/atelier/a-decider/acces", as: "Rose")
    #expect(list.contains("Ana") && list.contains(">2<"))
    #expect(!(try await town.read("/atelier/a-decider/acces", as: "Luc")).contains("Ana"))
    for wrong in [String(address.dropLast()) + "x", "/acces/x", "/acces/arp_t_"] {
      #expect(try await town.ask(wrong).status == .notFound, "\(wrong)")
    }
    _ = try await town.send(
      ["reason": "Étude finie"],
      to: page + "/fin",
      from: "/atelier/a-decider/acces",
      as: "Rose"
    )
    for path in ["", "/tableau", "/fichier/csv"] {
      #expect(try await town.ask(address + path).status == .notFound, "\(path)")
    }
  }

  @Test("Who asked on an English page is written to in English, from the receipt to the end of access")
  func englishLetters() async throws {
    let town = try await town()
    func ask(_ email: String) async throws -> AccessRequest {
      let form = ["name": "Ana", "email": email, "purpose": "Study", "until": "2026-12-31"] as KeyValuePairs
      #expect(try await town.send(form, to: "/en/donnees/agents/demander-acces").status == .ok)
      let requests = town.platform.state.snapshot.records(AccessRequest.self)
      return try #require(requests.first { $0.email == email })
    }
    let (kept, refused) = (try await ask("ana@example.org"), try await ask("bea@example.org"))
    let page = "/atelier/a-decider/acces/"
    #expect(try await town.read(page + kept.id, as: "Rose").contains("anglais"))
    let granted = try await town.send(
      ["choix": "accorder", "until": "2026-12-10", "answer": "For the study."],
      to: page + kept.id,
      as: "Rose"
    )
    let link = try #require(String(buffer: granted.body).firstMatch(of: /\/en\/acces\/arp_[A-Za-z0-9_\-]+/))
    _ = try await town.send(["choix": "refuser", "answer": "Private."], to: page + refused.id, as: "Rose")
    let list = "/atelier/a-decider/acces"
    _ = try await town.send(["reason": "Done."], to: page + kept.id + "/fin", from: list, as: "Rose")

    let letters = try await town.accounts.mail()
    #expect(letters.count == 5)
    let french = /Bonjour|Votre|Demande|accès|jusqu|Réponse|Pour contester|dans les/
    for letter in letters {
      let own = letter.text.replacing("Jeu agents", with: "")
      #expect(own.firstMatch(of: french) == nil && letter.subject.firstMatch(of: french) == nil, "\(own)")
      #expect(letter.text.hasPrefix("Hello Ana,\n"))
    }
    func letter(_ subject: String, _ request: AccessRequest) throws -> String {
      try #require(letters.first { $0.subject.hasPrefix(subject) && $0.recipient == request.email }).text
    }
    #expect(try letter("Request for access \(kept.id) received", kept).contains("within a month"))
    #expect(try letter("Access granted", kept).contains(link.output))
    #expect(try letter("Access granted", kept).contains(Language.english.date("2026-12-10")))
    #expect(try letter("Request for access \(refused.id): refused", refused).contains("CADA"))
    #expect(try letter("End of access", kept).contains("Done."))
    #expect(try await town.ask(String(link.output)).status == .notFound, "the access is ended")
  }

  @Test("A refusal says its reasons and how to contest it")
  func refusal() async throws {
    let town = try await town()
    _ = try await town.send(
      ["name": "Ana", "email": "ana@exemple.fr", "purpose": "Étude", "until": "2026-12-31"],
      to: "/donnees/agents/demander-acces"
    )
    let request = try #require(town.platform.state.snapshot.records(AccessRequest.self).first)
    let page = "/atelier/a-decider/acces/\(request.id)"
    let mute = try await town.send(["choix": "refuser", "answer": ""], to: page, as: "Rose")
    #expect(mute.status == .unprocessableContent)
    _ = try await town.send(["choix": "refuser", "answer": "Secret de la vie privée."], to: page, as: "Rose")
    let letter = try #require(try await town.accounts.mail().first { $0.subject.contains("refus") })
    #expect(letter.text.contains("Secret de la vie privée") && letter.text.contains("CADA"))
  }

  @Test("A subscription counts once confirmed, is written to once per version, and ends by one click")
  func subscription() async throws {
    let town = try await town()
    let mail = SubscriptionMail(
      platform: town.platform,
      accounts: town.accounts,
      origin: "https://donnees.example.fr"
    )
    _ = try await mail.run(now: town.platform.now)
    for email in ["pas une adresse", "a@b.fr\r\nBcc: c@d.fr"] {
      let wrong = try await town.send(["email": email], to: "/donnees/arbres/abonnement")
      #expect(wrong.status == .unprocessableContent, "\(email)")
    }
    _ = try await town.send(["email": "lea@exemple.fr"], to: "/donnees/arbres/abonnement")
    try await town.territory.publish("arbres", "espèce,hauteur\nChêne,9\n", at: "2026-11-02")
    #expect(try await mail.run(now: town.platform.now) == 0)
    let asked = try #require(try await town.accounts.mail().first { $0.recipient == "lea@exemple.fr" })
    let link = try #require(asked.text.firstMatch(of: /\/abonnement\/[0-9a-f]+/)).output
    #expect(try await town.ask(String(link)).status == .ok)
    #expect(try await town.accounts.subscribers(of: "arbres").isEmpty)
    #expect(try await town.send([:], to: String(link)).status == .ok)
    try await town.territory.publish("arbres", "espèce,hauteur\nOrme,9\n", at: "2026-11-03")
    #expect(try await mail.run(now: town.platform.now) == 1)
    #expect(try await mail.run(now: town.platform.now) == 0)
    let told = try #require(try await town.accounts.mail().first { $0.subject.contains("Nouvelle version") })
    let stop = try #require(told.unsubscribe)
    let path = try #require(stop.firstMatch(of: /\/desabonnement\/.+/)).output
    #expect(try await town.ask(String(path)).status == .ok)
    #expect(try await town.accounts.subscribers(of: "arbres").count == 1)
    #expect(try await town.ask(String(path) + "0", .post, "List-Unsubscribe=One-Click").status == .notFound)
    #expect(try await town.ask(String(path), .post, "List-Unsubscribe=One-Click").status == .ok)
    #expect(try await town.accounts.subscribers(of: "arbres").isEmpty)
  }

  @Test("People are told once, each of what concerns them")
  func notices() async throws {
    let town = try await town()
    try await town.enter("Paul", .producer)
    let teller = NoticeTeller(platform: town.platform, accounts: town.accounts)
    _ = try await teller.run(now: town.platform.now)
    try await town.submit("d-1", by: "Paul")
    #expect(try await teller.run(now: town.platform.now) == 1)
    #expect(try await teller.run(now: town.platform.now) == 0)
    try await town.accounts.setProgress("notices", 0)
    _ = try await teller.run(now: town.platform.now)
    let rose = try await town.accounts.notices(of: "p-rose")
    #expect(rose.count { $0.text.fr.contains("attend votre décision") } == 1)
    #expect(try await town.accounts.notices(of: "p-luc").isEmpty)
    let back = DecideDeposit("d-1", isApproval: false, comment: "À revoir")
    try await town.platform.perform(back, as: DecidingTown.actor("Rose"))
    _ = try await teller.run(now: town.platform.now)
    #expect(try await town.accounts.notices(of: "p-paul").contains { $0.text.fr.contains("renvoyé") })
    let page = try await town.read("/atelier/avis", as: "Paul")
    #expect(page.contains("renvoyé") && page.contains("href=\"/atelier/depots/d-1\""))
    _ = try await town.send([:], to: "/atelier/avis", as: "Paul")
    #expect(try await town.accounts.unreadNotices(of: "p-paul") == 0)
    let digests = NoticeDigests(
      platform: town.platform,
      accounts: town.accounts,
      origin: "https://donnees.example.fr"
    )
    #expect(try await digests.run(now: town.platform.now) == 1)
    #expect(try await digests.run(now: town.platform.now) == 0)
    let digest = try #require(try await town.accounts.mail().first { $0.recipient == "p-rose@exemple.fr" })
    #expect(digest.text.contains("https://donnees.example.fr/atelier/a-decider/depots/d-1"))
  }

  @Test("Feeds tell of open data only, in sound XML")
  func feeds() async throws {
    let town = try await town()
    try await town.platform.perform(
      DescribeDataset("arbres", DatasetChanges(title: "Arbres & <b>bancs</b> ]]>\u{1}")),
      as: .command
    )
    for uri in ["/donnees.atom", "/en/donnees.atom", "/organisations/finances/donnees.atom"] {
      let feed = try await town.read(uri)
      #expect(feed.contains("Arbres &amp; &lt;b&gt;bancs") && !feed.contains("\u{1}"), "\(uri)")
      #expect(!feed.contains("agents") && !feed.contains("secret"), "\(uri)")
    }
    #expect(try await town.read("/donnees/arbres/versions.atom").contains("/donnees/arbres/versions/1"))
    for slug in ["agents", "secret", "rien"] {
      #expect(try await town.ask("/donnees/\(slug)/versions.atom").status == .notFound, "\(slug)")
    }
    #expect(try await town.read("/donnees/arbres").contains("application/atom+xml"))
    #expect(!(try await town.read("/donnees/agents")).contains("application/atom+xml"))
  }
}
