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
  "Retention in the workshop",
  .serialized,
  .enabled(if: ServedTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct RetentionTests {
  /// A town with requests of many years and a rule in force.
  private func town() async throws -> DecidingTown {
    let town = try await DecidingTown()
    try await town.enter("Paul", .producer)
    try await town.enter("Dora", .dpo)
    try await town.enter("Luc", .reader)
    try await town.enter("Bea", .dpo, on: "eaux")
    let file = town.territory.folder.appending(path: "demandes.csv")
    let text = "numero,demandeur,recu_le\n1,Quetzalcoatline,2010-03-12\n2,Marguerite,2026-02-01\n3,Anselme,\n"
    try Data(text.utf8).write(to: file)
    try await town.platform.publish(
      PublicationRequest(
        file: file,
        dataset: "demandes",
        organization: "finances",
        title: "Demandes <b>reçues</b>",
        licence: "lov2",
        access: .restricted
      ),
      as: .command
    )
    let register = RegisterKind.retentionRule
    let values = #"""
      {"appliesTo":"rows","dataset":"demandes","dateColumn":"recu_le","activeCount":5,"activeUnit":"years",
      "ground":"Tableau de gestion","fate":"destroy","isPublicArchive":true}
      """#
    try await town.platform.perform(
      OpenRule(register: register, values: try JSONValue(parsing: Array(values.utf8))),
      as: .command
    )
    return town
  }

  private func elimination(_ town: DecidingTown) -> Elimination? {
    town.platform.state.snapshot.records(Elimination.self).first
  }

  @Test("What is past its date is listed, proposed, decided, given its visa, eliminated and proved")
  func life() async throws {
    let town = try await town()
    let list = "/atelier/conservation"
    let page = try await town.read(list, as: "Paul")
    #expect(page.contains("1\u{A0}ligne") || page.contains("1 ligne"))
    #expect(page.contains("sans date lisible"))
    #expect(page.contains("Demandes &lt;b&gt;reçues"))
    let proposed = try await town.send(["rule": "r-1"], to: list, as: "Paul")
    #expect(proposed.status == .seeOther)
    let id = try #require(elimination(town)?.id)
    let own = "\(list)/\(id)"
    #expect(try await town.read(list, as: "Dora").contains(own))

    for name in ["Paul", "Luc"] {
      let refused = try await town.send(["step": "approve"], to: own, from: list, as: name)
      #expect(refused.status == .forbidden, "\(name)")
    }
    #expect(try await town.send(["step": "approve"], to: own, as: "Dora").status == .seeOther)
    // Neither without the visa nor without the box.
    let withoutVisa = try await town.send(["step": "execute", "confirm": "oui"], to: own, as: "Dora")
    #expect(withoutVisa.status == .unprocessableContent)
    #expect(String(buffer: withoutVisa.body).contains("visa"))
    let visa: KeyValuePairs = [
      "step": "visa", "number": "2026-42", "date": "2026-01-05", "authority": "Archives départementales",
    ]
    #expect(try await town.send(visa, to: own, as: "Dora").status == .seeOther)
    #expect(try await town.send(["step": "execute"], to: own, as: "Dora").status == .unprocessableContent)
    #expect(elimination(town)?.state == .approved)
    let package = try await town.ask(own + "/paquet", as: "Dora")
    #expect(package.status == .ok && package.headers[.contentType] == "application/zip")
    #expect(Array(package.body.readableBytesView.prefix(2)) == Array("PK".utf8))
    #expect(try await town.ask(own + "/paquet", as: "Paul").status == .forbidden)

    let done = try await town.send(["step": "execute", "confirm": "oui"], to: own, as: "Dora")
    #expect(done.status == .seeOther)
    let proof = try await town.read(own, as: "Paul")
    #expect(proof.contains("demandes@1") && proof.contains("2026-42"))
    #expect(!proof.contains("Quetzalcoatline"))
    #expect(try await town.read(list, as: "Paul").contains("Exécutées"))
  }

  @Test("Nobody sees or moves what another organisation eliminates")
  func neighbours() async throws {
    let town = try await town()
    _ = try await town.send(["rule": "r-1"], to: "/atelier/conservation", as: "Paul")
    let id = try #require(elimination(town)?.id)
    #expect(!(try await town.read("/atelier/conservation", as: "Bea")).contains("Demandes"))
    for path in ["", "/paquet"] {
      #expect(try await town.ask("/atelier/conservation/\(id)\(path)", as: "Bea").status == .notFound)
      #expect(try await town.ask("/atelier/conservation/\(id)\(path)").status == .seeOther)
    }
    let answer = try await town.send(
      ["step": "approve"],
      to: "/atelier/conservation/\(id)",
      from: "/atelier/conservation",
      as: "Bea"
    )
    #expect(answer.status == .notFound && elimination(town)?.state == .proposed)
    let proposed = try await town.send(["rule": "r-1"], to: "/atelier/conservation", as: "Bea")
    #expect(proposed.status == .forbidden)
  }

  @Test("Who answers for a rule is told once of what became due")
  func notices() async throws {
    let town = try await town()
    let teller = NoticeTeller(platform: town.platform, accounts: town.accounts)
    _ = try await teller.run(now: town.platform.now)
    let review = RetentionReview(platform: town.platform)
    for _ in 0..<2 {
      _ = try await review.run(now: town.platform.now)
      _ = try await teller.run(now: town.platform.now)
    }
    let dora = try await town.accounts.notices(of: DecidingTown.id("Dora"))
    #expect(dora.count { $0.path == "/atelier/conservation" } == 1)
    #expect(try await town.accounts.notices(of: DecidingTown.id("Bea")).isEmpty)
  }
}

/// Opens a rule and puts it in force.
private struct OpenRule: Act {
  static var name: String { "open-rule" }

  let register: RegisterKind
  let values: JSONValue

  func permissions(in snapshot: Snapshot) -> [Permission] { [] }

  func decide(in context: ActContext) throws -> Decision<Void> {
    let opened = try register.opened(
      id: "r-1",
      organization: "finances",
      title: "Demandes des habitants",
      values: values,
      in: context.snapshot,
      at: context.now
    )
    guard let draft = opened.draft, let body = draft.body else { return Decision([], outcome: ()) }
    var rule = try CanonicalJSON.decode(RetentionRule.self, from: body)
    rule.keeping.status = .current
    return Decision([try .put(rule)], outcome: ())
  }
}
