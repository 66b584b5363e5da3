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
  "What is decided in the workshop",
  .serialized,
  .enabled(if: ServedTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct DecisionTests {
  private func town() async throws -> DecidingTown {
    let town = try await DecidingTown()
    try await town.enter("Paul", .producer)
    try await town.enter("Rose", .steward)
    try await town.enter("Yves", .publisher)
    try await town.enter("Dora", .dpo)
    try await town.enter("Luc", .reader)
    return town
  }

  @Test("A deposit goes from the queue to the public, each step by who may take it")
  func life() async throws {
    let town = try await town()
    try await town.submit("d-1", by: "Paul")
    for name in ["Rose", "Yves"] {
      let queue = try await town.read("/atelier/a-decider", as: name)
      #expect(queue.contains("/atelier/a-decider/depots/d-1"), "\(name)")
      #expect(queue.contains("Arbres &lt;b&gt;plantés"), "\(name)")
    }
    for name in ["Paul", "Dora", "Luc"] {
      #expect(!(try await town.read("/atelier/a-decider", as: name)).contains("depots/d-1"), "\(name)")
    }
    let page = "/atelier/a-decider/depots/d-1"
    let mute = try await town.send(["qualite": "review", "choix": "renvoyer"], to: page, as: "Rose")
    #expect(mute.status == .unprocessableContent && town.deposit("d-1")?.state == .submitted)
    let approved = try await town.send(["qualite": "review", "choix": "approuver"], to: page, as: "Rose")
    #expect(approved.status == .seeOther && town.deposit("d-1")?.state == .approved)
    #expect(!(try await town.read("/atelier/a-decider", as: "Rose")).contains("depots/d-1"))
    let published = try await town.send(
      ["quand": "maintenant"],
      to: page + "/publication",
      from: page,
      as: "Yves"
    )
    #expect(published.status == .seeOther && town.deposit("d-1")?.state == .published)
    #expect(!(try await town.read("/atelier/a-decider", as: "Yves")).contains("depots/d-1"))
  }

  @Test(
    "Nobody decides what is not theirs",
    arguments: [
      ("Paul", "", ["qualite": "review", "choix": "approuver"]),
      ("Luc", "", ["qualite": "review", "choix": "approuver"]),
      ("Rose", "", ["qualite": "protect", "choix": "approuver"]),
      ("Dora", "", ["qualite": "review", "choix": "approuver"]),
      ("Rose", "/publication", ["quand": "maintenant"]), ("Dora", "/publication", ["quand": "maintenant"]),
      ("Rose", "/publication", ["quand": "plus-tard", "plannedFor": "2026-12-24"]),
    ] as [(String, String, [String: String])]
  )
  func forbidden(name: String, path: String, fields: [String: String]) async throws {
    let town = try await town()
    try await town.submit("d-1", by: "Paul")
    let page = "/atelier/a-decider/depots/d-1"
    var body: [(String, String)] = []
    for (key, value) in fields { body.append((key, value)) }
    let first = body[0]
    let second = body.count > 1 ? body[1] : ("x", "")
    let answer = try await town.send(
      [first.0: first.1, second.0: second.1],
      to: page + path,
      from: page,
      as: name
    )
    #expect(answer.status == .forbidden)
    #expect(town.deposit("d-1")?.state == .submitted && town.deposit("d-1")?.decisions == [])
  }

  @Test("Elsewhere a deposit is unknown, as one that does not exist")
  func elsewhere() async throws {
    let town = try await town()
    try await town.enter("Zoe", .publisher, on: "eaux")
    try await town.submit("d-1", by: "Paul")
    let hidden = try await town.ask("/atelier/a-decider/depots/d-1", as: "Zoe")
    let absent = try await town.ask("/atelier/a-decider/depots/d-9", as: "Zoe")
    #expect(hidden.status == .notFound && absent.status == .notFound)
    #expect(!(try await town.read("/atelier/a-decider", as: "Zoe")).contains("d-1"))
  }

  @Test("The two-person rule says who must approve, and lets a second person publish")
  func twoPersons() async throws {
    let town = try await town()
    let ground = PersonalDataGround(.legalText, reference: "CGCT, art. L2121-1", columns: ["élu"])
    try await town.submit(
      "d-1",
      "élu,mandat\nJeanne Petit,maire\nMarc Lenoir,adjoint\n",
      by: "Paul",
      ground: ground
    )
    let page = "/atelier/a-decider/depots/d-1"
    let blocked = try await town.read(page, as: "Yves")
    #expect(blocked.contains("Deux personnes doivent approuver") && blocked.contains("Dora"))
    #expect(!blocked.contains("Publier maintenant"))
    #expect(try await town.read("/atelier/a-decider", as: "Dora").contains("depots/d-1"))
    let agreed = try await town.send(["qualite": "protect", "choix": "approuver"], to: page, as: "Dora")
    #expect(agreed.status == .seeOther)
    #expect(try await town.read(page, as: "Yves").contains("Publier maintenant"))
    _ = try await town.send(["quand": "maintenant"], to: page + "/publication", from: page, as: "Yves")
    #expect(town.deposit("d-1")?.state == .published)
  }

  @Test("A waiver needs its reason and its deadline, and only who may grants it")
  func waiver() async throws {
    let town = try await town()
    try await town.territory.publish("arbres", "espèce\nTilleul\n", at: "2026-10-01")
    try await town.platform.perform(DescribeDataset("arbres", DatasetChanges(description: "")), as: .command)
    let page = "/atelier/regles/arbres"
    let rule = "publication.description"
    let short = try await town.send(
      ["rule": rule, "reason": "Court", "until": "2026-12-31"],
      to: page,
      as: "Yves"
    )
    #expect(short.status == .unprocessableContent)
    let why = "Le service attend la réponse du préfet."
    let steward = try await town.send(
      ["rule": rule, "reason": why, "until": "2026-12-31"],
      to: page,
      as: "Rose"
    )
    #expect(steward.status == .forbidden)
    let granted = try await town.send(
      ["rule": rule, "reason": why, "until": "2026-12-10"],
      to: page,
      as: "Yves"
    )
    #expect(granted.status == .seeOther)
    #expect(try await town.read("/donnees/arbres").contains(why))
    #expect(try await town.read("/atelier/a-decider", as: "Yves").contains("arbres"))
    _ = try await town.send(["choix": "terminer", "rule": rule], to: page, as: "Yves")
    #expect(!(try await town.read("/donnees/arbres")).contains(">dérogé<"))
  }

  @Test("Colleagues comment on a deposit, and what they write stays text")
  func comments() async throws {
    let town = try await town()
    try await town.submit("d-1", by: "Paul")
    let page = "/atelier/a-decider/depots/d-1"
    let sent = try await town.send(
      ["text": "<script>alert(1)</script> @Yves regarde, @ROSÉ aussi"],
      to: page + "/commentaires",
      from: page,
      as: "Luc"
    )
    #expect(sent.status == .seeOther)
    let shown = try await town.read(page, as: "Paul")
    #expect(shown.contains("&lt;script&gt;alert(1)") && !shown.contains("<script>alert"))
    let comment = try #require(town.platform.state.snapshot.records(Comment.self).first)
    #expect(comment.mentions == ["p-yves", "p-rose"] && comment.audience == .workshop)
  }

  @Test("The state of the rules keeps what changed, and shows each person what they read")
  func gate() async throws {
    let town = try await town()
    try await town.territory.publish("arbres", "espèce\nTilleul\n", at: "2026-10-01")
    try await town.territory.publish("bancs", "lieu\nPlace\n", at: "2026-10-01")
    _ = try await GateReview(platform: town.platform).run(now: town.platform.now)
    try await town.platform.perform(DescribeDataset("arbres", DatasetChanges(description: "")), as: .command)
    let changed = try await GateReview(platform: town.platform).run(now: town.platform.now)
    #expect(changed.map(\.id) == ["arbres"])
    #expect(try await GateReview(platform: town.platform).run(now: town.platform.now).isEmpty)
    let page = try await town.read("/atelier/regles", as: "Luc")
    #expect(page.contains("n’est plus conforme"))
    let first = try #require(page.range(of: "/atelier/regles/arbres"))
    let second = try #require(page.range(of: "/atelier/regles/bancs"))
    #expect(first.lowerBound < second.lowerBound)
    try await town.enter("Zoe", .reader, on: "eaux")
    #expect(!(try await town.read("/atelier/regles", as: "Zoe")).contains("arbres"))
    #expect(try await town.ask("/atelier/regles/arbres", as: "Zoe").status == .notFound)
  }

  @Test("A record’s history shows each field by right, and the record as it was")
  func history() async throws {
    let town = try await town()
    try await town.enter("Ada", .administrator, on: nil)
    try await town.territory.publish("arbres", "espèce\nTilleul\n", at: "2026-10-01")
    try await town.platform.perform(
      DescribeDataset("arbres", DatasetChanges(title: "Arbres <i>neufs</i>")),
      as: .command
    )
    let page = try await town.read("/atelier/historique/dataset/arbres", as: "Luc")
    #expect(page.contains("Jeu arbres") && page.contains("Arbres &lt;i&gt;neufs"))
    #expect(!page.contains("Qui a lu ces données"))
    #expect(page.contains(">Publié<") && !page.contains(">published<"))
    #expect(try await town.read("/atelier/historique/dataset/arbres", as: "Rose").contains("Qui a lu"))
    let then = try await town.read("/atelier/historique/dataset/arbres?le=2026-10-02", as: "Luc")
    #expect(then.contains("Tel que c’était"))
    #expect(try await town.ask("/atelier/historique/person/p-paul", as: "Luc").status == .notFound)
    #expect(try await town.ask("/atelier/historique/person/p-personne", as: "Ada").status == .notFound)
    let invitation = try await town.read("/atelier/historique/invitation/i-p-paul", as: "Ada")
    #expect(invitation.contains("p-paul@exemple.fr") && !invitation.contains("hash-p-paul"))
    try await town.submit("d-1", by: "Paul")
    #expect(try await town.read("/atelier/historique/deposit/d-1", as: "Luc").contains("réservé"))
  }
}
