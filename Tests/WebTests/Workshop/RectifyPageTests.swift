import Acts
import Catalogue
import Foundation
import Governance
import HTTPTypes
import Messages
import Register
import Testing

@testable import Web
@testable import Workshop

@Suite(
  "Rectifying and erasing in the workshop",
  .enabled(if: ServedTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct RectifyPageTests {
  private static let path = "/atelier/donnees-personnelles/rectifier"

  /// A town whose dataset is covered by an activity, and the id of a search that found someone in it.
  private func ready() async throws -> (cast: WorkshopCast, search: String, page: String) {
    let cast = try await WorkshopCast()
    let file = cast.folder.appending(path: "familles.csv")
    try Data("nom,courriel\nDurant,elise@exemple.fr\nMartin,paul@exemple.fr\n".utf8).write(to: file)
    try await cast.platform.publish(
      PublicationRequest(
        file: file,
        dataset: "familles",
        organization: "ville",
        title: "Familles",
        licence: "lov2",
        access: .restricted
      ),
      as: .command
    )
    try await cast.platform.perform(
      OpenSheet(.processingActivity, id: "t-1", organization: "ville", title: "Cantine"),
      as: .command
    )
    let covered = FieldEdit(path: ["datasets"], seen: nil, wanted: .array([.string("familles")]))
    try await cast.platform.perform(EditSheet(.processingActivity, "t-1", [covered]), as: .command)
    let found = try await cast.post(
      "/atelier/donnees-personnelles/chercher",
      ["organization": "ville", "identifier": "elise@exemple.fr", "reason": "Demande"],
      as: "dpo"
    )
    let search = try #require(cast.platform.state.snapshot.records(PersonSearch.self).first)
    return (cast, search.id, found.text)
  }

  private func row(_ cast: WorkshopCast, _ search: String) throws -> String {
    let found = cast.platform.state.snapshot.record(PersonSearch.self, search)
    return String(try #require(found?.findings.first?.numbers.first))
  }

  @Test("The officer sees a row as its file has it, and corrects it; the journal keeps columns and no value")
  func rectifies() async throws {
    let (cast, search, page) = try await ready()
    #expect(page.contains("action=\"\(Self.path)\"") && page.contains("1\u{A0}ligne"))
    let row = try row(cast, search)
    let form = try await cast.post(
      Self.path,
      ["search": search, "dataset": "familles", "row": row],
      as: "dpo"
    )
    #expect(form.status == .ok && form.text.contains("«\u{A0}Durant\u{A0}»"))
    func fields(_ wanted: String, _ reason: String) -> KeyValuePairs<String, String> {
      [
        "search": search, "dataset": "familles", "row": row, "colonne-0": "nom", "vu-0": "Durant",
        "valeur-0": wanted, "colonne-1": "courriel", "vu-1": "elise@exemple.fr",
        "valeur-1": "elise@exemple.fr", "reason": reason,
      ]
    }
    for (wanted, reason, says) in [("Durand", " ", "Le motif"), ("Durant", "Motif", "Aucune valeur")] {
      let refused = try await cast.post(Self.path, fields(wanted, reason), as: "dpo")
      #expect(refused.status == .unprocessableContent && refused.text.contains(says), "\(says)")
      #expect(refused.text.contains("value=\"\(wanted)\""), "what was typed stays")
    }
    for person in ["prod", "publi", "lit", "voisin"] {
      #expect(try await cast.post(Self.path, fields("Durand", "Motif"), as: person).status == .forbidden)
    }
    let done = try await cast.post(Self.path, fields("Durand", "Faute de frappe"), as: "dpo")
    #expect(done.status == .seeOther)
    let trace = cast.platform.state.snapshot.record(PersonSearch.self, search)
    #expect(trace?.corrections.map(\.columns) == [["nom"]])
    let again = try await cast.post(Self.path, fields("Durand", "Encore"), as: "dpo")
    #expect(again.status == .conflict || again.status == .unprocessableContent)
  }

  @Test("Where a rule makes the data public archive, rectifying asks for the visa too")
  func rectifyingVisa() async throws {
    let (cast, search, _) = try await ready()
    try await cast.platform.perform(PutArchiveRule(), as: .command)
    let row = try row(cast, search)
    let form = try await cast.post(
      Self.path,
      ["search": search, "dataset": "familles", "row": row],
      as: "dpo"
    )
    #expect(form.text.contains("Numéro du visa") && form.text.contains("type=\"date\""))
    func fields(_ number: String) -> [(String, String)] {
      [
        ("search", search), ("dataset", "familles"), ("row", row), ("colonne-0", "nom"), ("vu-0", "Durant"),
        ("valeur-0", "Durand"), ("reason", "Faute"), ("number", number),
        ("date", number.isEmpty ? "" : "2026-01-05"), ("authority", number.isEmpty ? "" : "Archives"),
      ]
    }
    let bare = try await cast.send(Self.path, fields(""), as: "dpo")
    #expect(bare.status == .unprocessableContent && bare.text.contains("visa"))
    #expect(bare.text.contains("value=\"Durand\""), "what was typed stays")
    #expect(try await cast.send(Self.path, fields("12"), as: "dpo").status == .seeOther)
    let trace = cast.platform.state.snapshot.record(PersonSearch.self, search)
    #expect(trace?.corrections.first?.visa?.number == "12")
  }

  @Test("Where a rule makes the data public archive, erasing asks for the visa")
  func visa() async throws {
    let (cast, search, before) = try await ready()
    #expect(!before.contains("Numéro du visa"))
    try await cast.platform.perform(PutArchiveRule(), as: .command)
    let found = try await cast.post(
      "/atelier/donnees-personnelles/chercher",
      ["organization": "ville", "identifier": "elise@exemple.fr", "reason": "Demande"],
      as: "dpo"
    )
    #expect(found.text.contains("Numéro du visa") && found.text.contains("type=\"date\""))
    let path = "/atelier/donnees-personnelles/effacer"
    let bare = try await cast.post(
      path,
      ["search": search, "dataset": "familles", "reason": "Accordé"],
      as: "dpo"
    )
    #expect(bare.status == .unprocessableContent && bare.text.contains("visa"))
    let done = try await cast.post(
      path,
      [
        "search": search, "dataset": "familles", "reason": "Accordé", "number": "12", "date": "2026-01-05",
        "authority": "Archives départementales",
      ],
      as: "dpo"
    )
    #expect(done.status == .seeOther)
    let trace = cast.platform.state.snapshot.record(PersonSearch.self, search)
    #expect(trace?.erasures.first?.visa?.number == "12")
  }
}

/// A rule of retention in force that makes the dataset public archive.
private struct PutArchiveRule: Act {
  static var name: String { "put-archive-rule" }

  func permissions(in snapshot: Snapshot) -> [Permission] { [] }

  func decide(in context: ActContext) throws -> Decision<Void> {
    var rule = RetentionRule(
      id: "r-1",
      organization: "ville",
      title: "Familles",
      keeping: Keeping(status: .current, createdAt: context.now)
    )
    (rule.dataset, rule.appliesTo, rule.isPublicArchive) = ("familles", .rows, true)
    return Decision([try .put(rule)], outcome: ())
  }
}
