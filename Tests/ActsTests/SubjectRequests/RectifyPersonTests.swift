import Catalogue
import Foundation
import Governance
import Lake
import Messages
import Register
import Tabular
import Testing

@testable import Acts

@Suite("Rectifying a person’s data, and the visa of the archives") struct RectifyPersonTests {
  private static let people =
    "nom;prenom;courriel;naissance;enfants\n"
    + "Durant;Élise;elise.durand@exemple.fr;12/03/1981;2\n"
    + "Martin;Paul;paul.martin@exemple.fr;01/11/1975;3\n"
    + "Petit;Léa;lea.petit@exemple.fr;02/02/2002;1\n"

  private static func ready(recipe: Recipe? = nil) async throws -> Cast {
    let cast = try await Cast()
    try await cast.enter(Role.allCases, on: ["ville"])
    try await cast.enter([.dpo], on: ["bourg"])
    var request = PublicationRequest(
      file: try cast.folder.file("familles.csv", people),
      dataset: "familles",
      organization: "ville",
      title: "Familles",
      licence: "lov2",
      access: .restricted
    )
    if let recipe { request.recipe = recipe }
    try await cast.platform.publish(request, as: .command)
    try await FindPersonTests.cover(cast, "t-1", "ville", #"{"datasets":["familles"]}"#)
    return cast
  }

  @discardableResult
  private static func search(
    _ cast: Cast,
    _ identifier: String = "elise.durand@exemple.fr",
    id: String = "s-1"
  ) async throws -> PersonAnswer {
    try await cast.platform.findPerson(
      PersonQuestion(id: id, organization: "ville", identifier: identifier, reason: "Demande"),
      as: Cast.actor(.dpo)
    )
  }

  private static func code(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch let failure as Failure { return failure.code } catch { return "\(error)" }
  }

  private static func rectify(
    _ cast: Cast,
    _ corrections: [CellCorrection],
    row: Int? = nil,
    search: String = "s-1",
    visa: ArchiveVisa? = nil,
    reason: String = "Nom mal saisi",
    as actor: Register.Actor = Cast.actor(.dpo)
  ) async throws -> PersonSearch {
    let found = cast.platform.state.snapshot.record(PersonSearch.self, search)?.findings.first?.numbers.first
    return try await cast.platform.rectifyPerson(
      foundBy: search,
      in: "familles",
      row: row ?? found ?? -1,
      corrections,
      visa: visa,
      reason: reason,
      as: actor
    )
  }

  private static let name = CellCorrection(column: "nom", seen: "Durant", wanted: "Durand, née \"Roy\"")

  @Test("A cell is corrected in a new version; what it held is nowhere any more")
  func corrects() async throws {
    let cast = try await Self.ready()
    let row = try #require(try await Self.search(cast).search.findings.first?.numbers.first)
    let cells = try await cast.platform.personRow(
      row,
      foundBy: "s-1",
      in: "familles",
      as: Cast.actor(.dpo)
    )
    #expect(cells.map(\.column) == ["nom", "prenom", "courriel", "naissance", "enfants"])
    #expect(cells.map(\.text) == ["Durant", "Élise", "elise.durand@exemple.fr", "12/03/1981", "2"])
    let version = try #require(cast.platform.state.snapshot.record(DatasetVersion.self, "familles@1"))
    let birth = CellCorrection(column: "naissance", seen: "12/03/1981", wanted: "13/03/1981")
    let done = try await Self.rectify(cast, [Self.name, birth])
    let trace = try #require(done.corrections.first)
    #expect(trace.columns == ["nom", "naissance"] && trace.versions == ["familles@1"])
    #expect(trace.newVersion == "familles@2" && trace.by == Cast.actor(.dpo).id)
    let kept = String(decoding: try CanonicalJSON.encode(done), as: UTF8.self)
    #expect(!kept.contains("Durant") && !kept.contains("Roy"))

    let snapshot = cast.platform.state.snapshot
    #expect(snapshot.record(DatasetVersion.self, "familles@1") == nil)
    let next = try #require(snapshot.record(DatasetVersion.self, "familles@2"))
    #expect(next.rows == 3)
    #expect(throws: Failure.self) { try cast.platform.lake.blobURL(version.original.digest) }
    let table = try cast.platform.lake.table(#require(next.table))
    let page = try table.page(at: 0, limit: 10, columns: ["nom", "naissance"])
    #expect(page.values.map { CellText.text($0[0]) } == ["Durand, née \"Roy\"", "Martin", "Petit"])
    #expect(page.values.map { CellText.text($0[1]) } == ["1981-03-13", "1975-11-01", "2002-02-02"])
    let file = try String(contentsOf: cast.platform.lake.blobURL(next.original.digest), encoding: .utf8)
    #expect(!file.contains("Durant;") && !file.contains("Durant,"))
    let again = try await Self.search(cast, "Durant", id: "s-2")
    #expect(again.search.findings.isEmpty)
    #expect(await Self.code { _ = try await Self.rectify(cast, [Self.name]) } == "person-search.changed")
  }

  static let refusals: [([CellCorrection], String)] = [
    ([], "person-correction.none"),
    ([CellCorrection(column: "nom", seen: "Durant", wanted: "Durant")], "person-correction.none"),
    ([CellCorrection(column: "nom", seen: "Dupont", wanted: "Durand")], "person-search.changed"),
    ([CellCorrection(column: "autre", seen: "", wanted: "x")], "person-correction.protected"),
    ([CellCorrection(column: "enfants", seen: "2", wanted: "deux")], "person-correction.value"),
    (
      [CellCorrection(column: "nom", seen: "Durant", wanted: String(repeating: "a", count: 5_001))],
      "person-correction.long"
    ),
  ]

  @Test("What cannot be is refused, and nothing changes", arguments: refusals)
  func refused(corrections: [CellCorrection], expected: String) async throws {
    let cast = try await Self.ready()
    try await Self.search(cast)
    let head = cast.platform.state.head
    #expect(await Self.code { _ = try await Self.rectify(cast, corrections) } == expected)
    #expect(cast.platform.state.head == head)
    #expect(cast.platform.state.snapshot.record(DatasetVersion.self, "familles@1") != nil)
  }

  @Test("Only who may erase and protect corrects, with a reason, a row that was found")
  func rights() async throws {
    let cast = try await Self.ready()
    try await Self.search(cast)
    func attempt(_ actor: Register.Actor, reason: String = "Motif", row: Int? = nil) async -> String? {
      await Self.code { _ = try await Self.rectify(cast, [Self.name], row: row, reason: reason, as: actor) }
    }
    func look(_ actor: Register.Actor, _ row: Int) async -> String? {
      await Self.code {
        _ = try await cast.platform.personRow(row, foundBy: "s-1", in: "familles", as: actor)
      }
    }
    for role in Role.allCases where role != .dpo {
      #expect(await attempt(Cast.actor(role)) == "access.forbidden", "\(role)")
      #expect(await look(Cast.actor(role), 2) == "access.forbidden", "\(role)")
    }
    #expect(await attempt(Cast.actor(.dpo, "bourg")) == "access.forbidden")
    #expect(await look(Cast.actor(.dpo, "bourg"), 2) == "access.forbidden")
    for actor in [Register.Actor.visitor, .person("nobody")] {
      #expect(await attempt(actor) == "access.unauthenticated")
    }
    #expect(await attempt(Cast.actor(.dpo), reason: " ") == "field.required")
    #expect(await attempt(Cast.actor(.dpo), row: 9_999) == "person-search.nothing")
    #expect(await look(Cast.actor(.dpo), 9_999) == "person-search.nothing")
    #expect(cast.platform.state.snapshot.record(DatasetVersion.self, "familles@1") != nil)
  }

  @Test(
    "A column that the recipe renames is corrected in the file; one it protects is neither shown nor changed"
  )
  func recipe() async throws {
    let recipe = Recipe(steps: [
      RecipeStep(id: "a", action: .renameColumn("nom", to: "nom_famille")),
      RecipeStep(id: "b", action: .generalise(column: "naissance", .year)),
    ])
    let cast = try await Self.ready(recipe: recipe)
    let row = try #require(try await Self.search(cast).search.findings.first?.numbers.first)
    let cells = try await cast.platform.personRow(row, foundBy: "s-1", in: "familles", as: Cast.actor(.dpo))
    #expect(cells.map(\.column) == ["nom_famille", "prenom", "courriel", "enfants"])
    let birth = CellCorrection(column: "naissance", seen: "12/03/1981", wanted: "13/03/1982")
    #expect(await Self.code { _ = try await Self.rectify(cast, [birth]) } == "person-correction.protected")
    _ = try await Self.rectify(
      cast,
      [CellCorrection(column: "nom_famille", seen: "Durant", wanted: "Durand")]
    )
    let next = try #require(cast.platform.state.snapshot.record(DatasetVersion.self, "familles@2"))
    let page = try cast.platform.lake.table(#require(next.table)).page(at: 0, limit: 1)
    #expect(page.values.first.map { CellText.text($0[0]) } == "Durand")
    #expect(!(page.values.first.map { $0.map(CellText.text).joined() }?.contains("03") ?? true))
  }

  @Test("Public archive is erased with the visa only, and the visa stays in the trace")
  func visa() async throws {
    let cast = try await Self.ready()
    for (id, status, archive) in [("r-1", Keeping.Status.current, true), ("r-2", .draft, true)] {
      try await cast.platform.perform(
        PutVisaRule(id: id, status: status, isPublicArchive: archive),
        as: .command
      )
    }
    try await Self.search(cast)
    func erase(_ visa: ArchiveVisa?) async -> String? {
      await Self.code {
        _ = try await cast.platform.erasePerson(
          foundBy: "s-1",
          in: "familles",
          visa: visa,
          reason: "Accordé",
          as: Cast.actor(.dpo)
        )
      }
    }
    let future = cast.platform.now.advanced(byMilliseconds: 3 * 86_400_000).day
    #expect(await erase(nil) == "person-search.visa")
    #expect(await erase(ArchiveVisa(number: "", date: "", authority: "")) == "person-search.visa")
    #expect(await erase(ArchiveVisa(number: "12", date: "2026-01-05", authority: "")) == "field.required")
    for date in ["", "5 janvier", "2026-02-30", future] {
      let refusal = await erase(ArchiveVisa(number: "12", date: date, authority: "Archives"))
      #expect(refusal == "elimination.visa-date", "\(date)")
    }
    #expect(cast.platform.state.snapshot.record(DatasetVersion.self, "familles@1") != nil)
    let good = ArchiveVisa(number: "2026-42", date: "2026-01-05", authority: "Archives départementales")
    #expect(await erase(good) == nil)
    let snapshot = cast.platform.state.snapshot
    #expect(snapshot.record(PersonSearch.self, "s-1")?.erasures.first?.visa == good)
    let erasure = snapshot.record(Erasure.self, Erasure.id(of: RecordKey(DatasetVersion.self, "familles@1")))
    #expect(erasure?.ground.contains("2026-42") == true)
  }

  @Test("Public archive is rectified with the visa only: the versions before go with what they said")
  func rectifyingVisa() async throws {
    let cast = try await Self.ready()
    try await cast.platform.perform(
      PutVisaRule(id: "r-1", status: .current, isPublicArchive: true),
      as: .command
    )
    try await Self.search(cast)
    let good = ArchiveVisa(number: "2026-43", date: "2026-01-05", authority: "Archives départementales")
    var late = good
    late.date = cast.platform.now.advanced(byMilliseconds: 3 * 86_400_000).day
    for (visa, refusal) in [
      (nil, "person-search.visa"), (ArchiveVisa(number: "", date: "", authority: ""), "person-search.visa"),
      (late, "elimination.visa-date"),
    ] as [(ArchiveVisa?, String)] {
      #expect(await Self.code { _ = try await Self.rectify(cast, [Self.name], visa: visa) } == refusal)
    }
    #expect(cast.platform.state.snapshot.record(DatasetVersion.self, "familles@1") != nil)
    let done = try await Self.rectify(cast, [Self.name], visa: good)
    #expect(done.corrections.first?.visa == good)
    let snapshot = cast.platform.state.snapshot
    let erasure = snapshot.record(Erasure.self, Erasure.id(of: RecordKey(DatasetVersion.self, "familles@1")))
    #expect(erasure?.ground.contains("2026-43") == true)
  }

  @Test("Without such a rule in force nothing is asked of the archives")
  func noVisa() async throws {
    let cast = try await Self.ready()
    try await cast.platform.perform(
      PutVisaRule(id: "r-1", status: .current, isPublicArchive: false),
      as: .command
    )
    try await cast.platform.perform(
      PutVisaRule(id: "r-2", status: .ended, isPublicArchive: true),
      as: .command
    )
    try await Self.search(cast)
    let done = try await cast.platform.erasePerson(
      foundBy: "s-1",
      in: "familles",
      reason: "Accordé",
      as: Cast.actor(.dpo)
    )
    #expect(done.erasures.first?.visa == nil && done.erasures.count == 1)
  }
}

/// Puts a rule of retention on the dataset.
private struct PutVisaRule: Act {
  static var name: String { "put-visa-rule" }

  let id: String
  let status: Keeping.Status
  let isPublicArchive: Bool

  func permissions(in snapshot: Snapshot) -> [Permission] { [] }

  func decide(in context: ActContext) throws -> Decision<Void> {
    var rule = RetentionRule(
      id: id,
      organization: "ville",
      title: "Familles",
      keeping: Keeping(status: status, createdAt: context.now)
    )
    rule.dataset = "familles"
    rule.appliesTo = .rows
    rule.isPublicArchive = isPublicArchive
    return Decision([try .put(rule)], outcome: ())
  }
}
