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

@Suite("Where a data protection officer goes today") struct ProtectionPageTests {
  private func town() async throws -> DecidingTown {
    let town = try await DecidingTown()
    try await town.enter("Dora", .dpo)
    try await town.enter("Paul", .producer)
    try await town.enter("Denis", .dpo, on: "eaux")
    return town
  }

  private func open(
    _ town: DecidingTown,
    _ register: RegisterKind,
    _ id: String,
    _ title: String,
    template: String? = nil,
    _ edits: [(String, JSONValue)] = []
  ) async throws {
    try await town.platform.perform(
      OpenSheet(register, id: id, organization: "finances", title: title, template: template),
      as: .command
    )
    try await town.platform.perform(
      EditSheet(register, id, edits.map { FieldEdit(path: [$0.0], seen: nil, wanted: $0.1) }),
      as: .command
    )
  }

  private func text(_ town: DecidingTown, _ path: String, _ name: String) async throws -> String {
    String(buffer: try await town.ask(path, as: name).body)
  }

  @Test("A breach that runs comes first, then a request whose month ends, then studies that are due")
  func order() async throws {
    let town = try await town()
    let hours: (Int64) -> JSONValue = {
      .string(town.platform.now.advanced(byMilliseconds: -$0 * 3_600_000).text)
    }
    try await open(
      town,
      .breach,
      "b-1",
      "Clé perdue",
      [("detectedAt", hours(50)), ("awareAt", hours(49))]
    )
    try await open(
      town,
      .subjectRequest,
      "r-1",
      "Accès demandé",
      [("receivedAt", hours(24 * 22))]
    )
    try await open(
      town,
      .processingActivity,
      "a-1",
      "Aides sociales",
      template: "aide-sociale",
      [("dpiaReviewedOn", .string("2026-11-01")), ("dpiaMandatory", .array([.string("13")]))]
    )
    try await town.platform.perform(ChangeSheetStatus(.processingActivity, "a-1", .current), as: .command)

    let page = try await text(town, "/atelier/protection", "Dora")
    let places = try ["Clé perdue", "Accès demandé", "Aides sociales"].map {
      try #require(page.range(of: $0)?.lowerBound, "\($0)")
    }
    #expect(places == places.sorted())
    #expect(page.contains("48 heures ont passé"))
    #expect(page.contains("n’est pas commencée"))
    let english = try await text(town, "/en/atelier/protection", "Dora")
    #expect(english.contains("48 hours have passed"))
  }

  @Test("It is for whoever protects, and shows only what they watch over")
  func rights() async throws {
    let town = try await town()
    try await open(town, .breach, "b-1", "Clé perdue")
    #expect(try await town.ask("/atelier/protection", as: "Paul").status == .forbidden)
    #expect(try await !text(town, "/atelier/protection", "Denis").contains("Clé perdue"))
    #expect(try await text(town, "/atelier/protection", "Dora").contains("Clé perdue"))
  }

  @Test("Columns that look personal and that no activity covers are listed, until one does")
  func uncovered() async throws {
    let town = try await town()
    let file = town.territory.folder.appending(path: "agents.csv")
    let rows = (1...30).map { "\($0);agent\($0)@courriel.example" }
    try Data("numero;courriel\n\(rows.joined(separator: "\n"))\n".utf8).write(to: file)
    let request = PublicationRequest(
      file: file,
      dataset: "agents",
      organization: "finances",
      title: "Agents joignables",
      licence: "lov2",
      access: .internal
    )
    _ = try await town.platform.publish(request, as: .command)
    let before = try await text(town, "/atelier/protection", "Dora")
    #expect(before.contains("Agents joignables") && before.contains("courriel"))
    #expect(try await !text(town, "/atelier/protection", "Denis").contains("Agents joignables"))
    try await open(
      town,
      .processingActivity,
      "a-2",
      "Annuaire",
      [("datasets", .array([.string("agents")]))]
    )
    #expect(try await !text(town, "/atelier/protection", "Dora").contains("Agents joignables"))
  }

  @Test("What is over presses no one")
  func over() async throws {
    let town = try await town()
    try await open(
      town,
      .breach,
      "b-1",
      "Clé perdue",
      [("closedAt", .string(town.platform.now.text))]
    )
    try await open(
      town,
      .subjectRequest,
      "r-1",
      "Accès demandé",
      [("answeredAt", .string(town.platform.now.text))]
    )
    let page = try await text(town, "/atelier/protection", "Dora")
    #expect(!page.contains("Clé perdue") && !page.contains("Accès demandé"))
    #expect(page.contains("Rien ne presse"))
  }
}
