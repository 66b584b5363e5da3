import Acts
import Foundation
import Governance
import HTTPTypes
import HummingbirdTesting
import Messages
import NIOCore
import Register
import Testing

@Suite("The inventory’s pages") struct InventoryPageTests {
  private func town() async throws -> DecidingTown {
    let town = try await DecidingTown()
    try await town.enter("Lise", .reader)
    try await town.enter("Denis", .reader, on: "eaux")
    try await open(town, .application, "l-1", "Paie <RH>", [])
    try await open(
      town,
      .dataFlow,
      "f-1",
      "Bulletins",
      [
        ("source", .object(["nature": .string("application"), "application": .string("l-1")])),
        ("destination", .object(["nature": .string("partner"), "partner": .string("Centre de gestion")])),
        ("agreement", .string("none")),
      ]
    )
    try await open(
      town,
      .inventoryCampaign,
      "c-1",
      "Petite enfance",
      [("domains", .array([.string("14")])), ("notConcerned", .array([.string("Établissements d’accueil")]))]
    )
    return town
  }

  private func open(
    _ town: DecidingTown,
    _ register: RegisterKind,
    _ id: String,
    _ title: String,
    _ edits: [(String, JSONValue)]
  ) async throws {
    try await town.platform.perform(
      OpenSheet(register, id: id, organization: "finances", title: title),
      as: .command
    )
    try await town.platform.perform(
      EditSheet(register, id, edits.map { FieldEdit(path: [$0.0], seen: nil, wanted: $0.1) }),
      as: .command
    )
  }

  private func text(_ town: DecidingTown, _ path: String, _ name: String = "Lise") async throws -> String {
    String(buffer: try await town.ask(path, as: name).body)
  }

  @Test("The map, the matrix and the surprises show what one may read, escaped")
  func map() async throws {
    let town = try await town()
    let page = try await text(town, "/atelier/inventaire")
    #expect(page.contains("Paie &lt;RH&gt;") && !page.contains("Paie <RH>"))
    #expect(page.contains("flow unruled") && page.contains("Centre de gestion"))
    #expect(page.contains("Rien d’écrit ne l’encadre"))
    #expect(page.contains("famille sur 4"))
    let other = try await text(town, "/atelier/inventaire", "Denis")
    #expect(!other.contains("Centre de gestion") && !other.contains("Petite enfance"))
  }

  @Test("Searching keeps what is around")
  func search() async throws {
    let town = try await town()
    #expect(try await text(town, "/atelier/inventaire?q=gestion").contains("Bulletins"))
    #expect(try await text(town, "/atelier/inventaire?q=introuvable").contains("Rien ne porte ce nom"))
  }

  @Test("A campaign says what is left, to whoever may read it")
  func campaign() async throws {
    let town = try await town()
    let page = try await text(town, "/atelier/inventaire/campagnes/c-1")
    #expect(page.contains("sans objet") && page.contains("à recenser"))
    let refused = try await town.ask("/atelier/inventaire/campagnes/c-1", as: "Denis")
    #expect(refused.status == .notFound)
    #expect(try await town.ask("/atelier/inventaire/campagnes/rien", as: "Lise").status == .notFound)
  }
}
