import Acts
import Catalogue
import Foundation
import Governance
import Messages
import Register
import Testing

/// A town whose software is written down: everyone of every role, one draft and one record in force.
private struct Town {
  let cast: Cast

  var snapshot: Snapshot { cast.platform.state.snapshot }

  static let full: [FieldEdit] = [
    FieldEdit(path: ["purpose"], seen: nil, wanted: .string("Paie des agents")),
    FieldEdit(path: ["vendor"], seen: nil, wanted: .string("Éditeur")),
    FieldEdit(path: ["hosting"], seen: nil, wanted: .string("premises")),
    FieldEdit(path: ["exportFormats"], seen: nil, wanted: .array([.string("CSV")])),
    FieldEdit(path: ["exportTestedOn"], seen: nil, wanted: .string("2026-01-15")),
    FieldEdit(path: ["exportResult"], seen: nil, wanted: .string("complete")),
  ]

  init() async throws {
    cast = try await Cast()
    try await cast.enter()
    try await perform(OpenSheet(.application, id: "f-1", organization: "ville", title: "Paie"), .producer)
  }

  @discardableResult
  func perform<A: Act>(_ act: A, _ role: Role) async throws -> A.Outcome {
    try await cast.platform.perform(act, as: Cast.actor(role))
  }

  func edit(_ path: [String], _ wanted: JSONValue?, seen: JSONValue? = nil) async -> String? {
    let act = EditSheet(.application, "f-1", [FieldEdit(path: path, seen: seen, wanted: wanted)])
    return await cast.refusal(act, Cast.actor(.producer))
  }

  func sheet(_ id: String = "f-1") -> RegisterSheet? { RegisterKind.application.sheet(id, in: snapshot) }
}

@Suite("Records of registers") struct SheetActTests {
  @Test("A record goes from draft to force once complete, and ends with a reason")
  func life() async throws {
    let town = try await Town()
    let start = ChangeSheetStatus(.application, "f-1", .current)
    #expect(await town.cast.refusal(start, Cast.actor(.steward)) == "register.incomplete")
    try await town.perform(EditSheet(.application, "f-1", Town.full), .producer)
    #expect(await town.cast.refusal(start, Cast.actor(.producer)) == "access.forbidden")
    try await town.perform(start, .steward)
    #expect(town.sheet()?.keeping.status == .current)
    #expect(await town.edit(["vendor"], .string("Autre"), seen: .string("Éditeur")) == "access.forbidden")
    #expect(
      await town.cast.refusal(RemoveSheet(.application, "f-1"), Cast.actor(.producer)) == "register.not-draft"
    )
    let silent = ChangeSheetStatus(.application, "f-1", .ended)
    #expect(await town.cast.refusal(silent, Cast.actor(.steward)) == "field.required")
    try await town.perform(
      ChangeSheetStatus(.application, "f-1", .ended, reason: "Logiciel remplacé"),
      .steward
    )
    let edit = EditSheet(.application, "f-1", [FieldEdit(path: ["vendor"], seen: nil, wanted: .string("X"))])
    #expect(await town.cast.refusal(edit, Cast.actor(.steward)) == "register.ended")
    let last = try await town.cast.platform.history(of: RecordKey(Application.self, "f-1")).last
    #expect(last?.entry.reason == "Logiciel remplacé")
  }

  @Test("What is missing is named, and the first of it is pointed at")
  func missing() async throws {
    let town = try await Town()
    do {
      try await town.perform(ChangeSheetStatus(.application, "f-1", .current), .steward)
      Issue.record("an incomplete record was put in force")
    } catch let failure as Failure {
      #expect(failure.message.fr.contains("Usage") && failure.message.fr.contains("Hébergement"))
      #expect(failure.pointer == "purpose")
    }
  }

  @Test(
    "A value that its field cannot hold is refused, with the field pointed at",
    arguments: [
      (["vendorSiren"], JSONValue.string("123456789"), "register.value.format"),
      (["vendorSiren"], .string("130025265"), nil),
      (["exportTestedOn"], .string("2026-02-30"), "register.value.date"),
      (["exportTestedOn"], .string("2026-02-28"), nil),
      (["hosting"], .string("moon"), "register.value.choice"),
      (["certifications"], .array([.string("hds"), .string("x")]), "register.value.choice"),
      (["hasForeignLaw"], .string("peut-être"), "register.value.boolean"),
      (["hasForeignLaw"], .boolean(false), nil),
      (["datasets"], .array([.string("absent")]), "register.value.reference"),
      (["vendor"], .string(String(repeating: "x", count: 1_001)), "register.value.length"),
      (["otherData"], .array((0...500).map { .string("\($0)") }), "register.value.items"),
      (["otherData"], .string("une"), "register.value.shape"),
      (["purpose"], .number("3"), "register.value.text"),
      (["title"], .string("  "), "field.required"), (["unknown"], .string("x"), "register.field"),
      (["keeping", "status"], .string("current"), "register.field"),
      (["keeping", "isPublic"], .boolean(true), "register.field"),
      (["organization"], .string("bourg"), "register.field"), (["id"], .string("f-2"), "register.field"),
      (["keeping", "reviewOn"], .string("demain"), "register.value.date"),
      (["keeping", "reviewOn"], .string("2027-01-01"), nil),
      (["keeping", "responsible"], .string("nobody"), "register.value.reference"),
      (["keeping", "responsible"], .string("producer-ville"), nil),
    ] as [([String], JSONValue, String?)]
  )
  func values(path: [String], value: JSONValue, refusal: String?) async throws {
    let town = try await Town()
    #expect(await town.edit(path, value, seen: path == ["title"] ? .string("Paie") : nil) == refusal)
  }

  @Test("Two who change the same field: the second is told both values, and what meets no conflict is kept")
  func conflict() async throws {
    let town = try await Town()
    try await town.perform(
      EditSheet(.application, "f-1", [FieldEdit(path: ["vendor"], seen: nil, wanted: .string("Un"))]),
      .producer
    )
    let edited = try await town.perform(
      EditSheet(
        .application,
        "f-1",
        [
          FieldEdit(path: ["vendor"], seen: nil, wanted: .string("Deux")),
          FieldEdit(path: ["host"], seen: nil, wanted: .string("Hôte")),
        ]
      ),
      .publisher
    )
    #expect(
      edited.conflicts == [FieldConflict(path: ["vendor"], current: .string("Un"), wanted: .string("Deux"))]
    )
    #expect(
      town.sheet()?.values["vendor"] == .string("Un") && town.sheet()?.values["host"] == .string("Hôte")
    )
  }

  @Test("A reference that has gone since may stay; a new one must be there")
  func references() async throws {
    let town = try await Town()
    try await town.cast.publish()
    #expect(await town.edit(["datasets"], .array([.string("arbres")])) == nil)
    let known = SheetChecks.field(at: ["datasets"], among: RegisterKind.application.fields)
    let field = try #require(known)
    let empty = Snapshot(kinds: Kinds.all)
    try SheetChecks.check(
      .array([.string("arbres")]),
      field,
      at: ["datasets"],
      known: .array([.string("arbres")]),
      in: empty
    )
    #expect(throws: Failure.self) {
      try SheetChecks.check(.array([.string("arbres")]), field, at: ["datasets"], in: empty)
    }
  }

  @Test("A copy takes the content, and leaves behind what belongs to the other organisation")
  func copy() async throws {
    let town = try await Town()
    try await town.cast.enter([.producer], on: ["bourg"])
    try await town.cast.publish()
    try await town.perform(EditSheet(.application, "f-1", Town.full), .producer)
    #expect(await town.edit(["datasets"], .array([.string("arbres")])) == nil)
    let stranger = OpenSheet(.application, id: "f-2", organization: "bourg", title: "Paie", copying: "f-1")
    #expect(await town.cast.refusal(stranger, Cast.actor(.producer, "bourg")) == "access.forbidden")
    try await town.cast.platform.perform(stranger, as: .command)
    let copy = try #require(town.sheet("f-2"))
    #expect(copy.values["vendor"] == .string("Éditeur") && copy.values["datasets"] == nil)
    #expect(copy.keeping.status == .draft && copy.organization == "bourg")
    try await town.perform(
      OpenSheet(.application, id: "f-3", organization: "ville", title: "Paie bis", copying: "f-1"),
      .producer
    )
    #expect(town.sheet("f-3")?.values["datasets"] == .array([.string("arbres")]))
  }

  @Test("A register without public fields shows nothing, and has nothing to choose")
  func closed() async throws {
    let town = try await Town()
    let show = ShowSheet(.application, "f-1", isPublic: true)
    #expect(await town.cast.refusal(show, Cast.actor(.steward)) == "register.closed")
    let choose = ChooseRegisterFields(.application, organization: "ville", fields: [])
    #expect(await town.cast.refusal(choose, Cast.actor(.steward)) == "register.closed")
    #expect(RegisterKind.application.publicSheets(in: town.snapshot).isEmpty)
  }

  @Test("Every record is asked to be complete, and to be read again when planned")
  func rules() async throws {
    let town = try await Town()
    func verdicts() -> [String: Verdict] {
      guard let sheet = town.sheet() else { return [:] }
      let all = RegisterRules.assess(.application, sheet, in: town.snapshot, at: town.cast.platform.now)
      return Dictionary(all.map { ($0.rule, $0.verdict) }) { first, _ in first }
    }
    #expect(verdicts()["register.complete"] == .unknown && verdicts()["register.review"] == .notApplicable)
    try await town.perform(EditSheet(.application, "f-1", Town.full), .producer)
    try await town.perform(ChangeSheetStatus(.application, "f-1", .current), .steward)
    #expect(verdicts()["register.complete"] == .compliant && verdicts()["register.review"] == .unknown)
    #expect(verdicts()["application.export"] == .compliant, "the kind's own rules are there too")
    for (day, verdict) in [("2020-01-01", Verdict.nonCompliant), ("2999-01-01", .compliant)] {
      let seen = town.sheet()?.values.at(["keeping", "reviewOn"])
      let edit = FieldEdit(path: ["keeping", "reviewOn"], seen: seen, wanted: .string(day))
      try await town.perform(EditSheet(.application, "f-1", [edit]), .steward)
      #expect(verdicts()["register.review"] == verdict)
    }
  }

  @Test("The owner of a record is who keeps it, and its comments take the right to read the register")
  func owner() async throws {
    let town = try await Town()
    #expect(town.snapshot.owner(of: RecordKey(Application.self, "f-1")) == "ville")
    for register in Registers.all {
      #expect(town.snapshot.readRight(of: RecordKey(kind: register.name, id: "x")) == register.rights.read)
    }
  }
}
