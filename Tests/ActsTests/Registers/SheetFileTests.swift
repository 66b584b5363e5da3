import Catalogue
import Foundation
import Governance
import Messages
import Register
import Testing

@testable import Acts

@Suite("Files of records") struct SheetFileTests {
  private static let fields: [RecordField] = [
    RecordField("title", .text, fr: "Nom", en: "Name", required: true),
    RecordField("text", .markdown, fr: "Texte", en: "Text"),
    RecordField("flag", .boolean, fr: "Drapeau", en: "Flag"),
    RecordField("count", .integer, fr: "Compte", en: "Count"),
    RecordField("share", .number, fr: "Part", en: "Share"), RecordField("on", .date, fr: "Le", en: "On"),
    RecordField(
      "choice",
      .choice([.init("a", fr: "Premier choix", en: "First"), .init("b", fr: "Second choix", en: "Second")]),
      fr: "Choix",
      en: "Choice"
    ),
    RecordField("lines", .list(.text), fr: "Lignes", en: "Lines"),
    RecordField("numbers", .list(.integer), fr: "Nombres", en: "Numbers"),
    RecordField(
      "group",
      .group([
        RecordField("name", .text, fr: "Nom du groupe", en: "Group’s name"),
        RecordField(
          "inner",
          .group([RecordField("deep", .text, fr: "Profond", en: "Deep")]),
          fr: "D",
          en: "D"
        ),
      ]),
      fr: "Groupe",
      en: "Group"
    ),
    RecordField(
      "rows",
      .list(
        .group([RecordField("x", .text, fr: "X", en: "X"), RecordField("y", .boolean, fr: "Y", en: "Y")])
      ),
      fr: "Rangs",
      en: "Rows"
    ),
  ]

  /// A text with everything that breaks tables.
  private static func text(_ random: inout SplitMix) -> String {
    let parts = ["a", "é", ",", ";", "\"", "\n", "|", "[", "]", "=", " ", "œ", "\t", "'", "{\"k\":1}", "0"]
    let text = (0..<Int.random(in: 1...8, using: &random))
      .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? "x" : trimmed
  }

  private static func value(_ type: RecordField.FieldType, _ random: inout SplitMix) -> JSONValue? {
    if Bool.random(using: &random), type != .text { return nil }
    switch type {
    case .boolean: return .boolean(Bool.random(using: &random))
    case .integer: return .number(String(Int.random(in: -5...5_000, using: &random)))
    case .number: return .number(String(Double(Int.random(in: 1...999, using: &random)) / 8 + 0.125))
    case .date: return .string("2026-0\(Int.random(in: 1...9, using: &random))-15")
    case .choice(let choices): return choices.randomElement(using: &random).map { .string($0.value) }
    case .list(let element):
      let items = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in value(element, &random) }
        .filter { !$0.isBlank }
      return items.isEmpty ? nil : .array(items)
    case .group(let fields):
      var members: [String: JSONValue] = [:]
      for field in fields { members[field.key] = value(field.type, &random) }
      return members.isEmpty ? nil : .object(members)
    default: return .string(text(&random))
    }
  }

  /// The value with `null` and groups of nothing taken out: what says nothing has one spelling.
  private static func said(_ value: JSONValue) -> JSONValue? {
    guard case .object(let members) = value else { return value == .null ? nil : value }
    let kept = members.compactMapValues(said)
    return kept.isEmpty ? nil : .object(kept)
  }

  @Test("Records go to CSV and back with nothing lost", arguments: 0..<40)
  func roundTrip(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let table = SheetTable(Self.fields)
    let records = (0..<5).map { index in
      var members: [String: JSONValue] = [:]
      for field in Self.fields { members[field.key] = Self.value(field.type, &random) }
      return (id: "f-\(index)", organization: "ville", values: JSONValue.object(members))
    }
    let text = SheetCSV.write(table.rows(records))
    let read = try table.records(try SheetCSV.read(Array(text.utf8)))
    #expect(read.map(\.id) == records.map(\.id))
    for (before, after) in zip(records, read) {
      #expect(Self.said(after.values) == Self.said(before.values))
    }
  }

  @Test("A table made by hand is read: semicolons, labels of the form, days, commas, Windows-1252")
  func byHand() throws {
    let text =
      "Nom;Drapeau;Part;Le;Choix;Lignes;Nom du groupe\r\nÉcole;OUI;1,5;31/12/2026;second CHOIX;un | deux;G\r\n"
    let bytes = try #require(text.data(using: .windowsCP1252)).map(\.self)
    let records = try SheetTable(Self.fields).records(try SheetCSV.read(bytes))
    let values = try #require(records.first).values
    #expect(values["title"] == .string("École") && values["flag"] == .boolean(true))
    #expect(values["share"] == .number("1.5") && values["on"] == .string("2026-12-31"))
    #expect(values["choice"] == .string("b") && values["lines"] == .array([.string("un"), .string("deux")]))
    #expect(values.at(["group", "name"]) == .string("G"))
  }

  @Test(
    "A file that is no table of records is refused in words",
    arguments: [
      ("title\n\"Paie", "register.file.quote"), ("title\n", "register.file.empty"),
      ("", "register.file.empty"),
      ("vendor\nX\n", "register.file.title"), ("title,colour\nPaie,red\n", "register.file.column"),
      ("{\"records\":[3]}", "register.file.json"), ("{\"records\"", "register.file.json"),
      ("{\"records\":[]}", "register.file.empty"),
    ]
  )
  func refused(text: String, code: String) {
    do {
      _ = try SheetFile.read(Array(text.utf8), of: .application)
      Issue.record("\(text) was read")
    } catch let failure as Failure { #expect(failure.code == code) } catch { Issue.record("\(error)") }
  }

  private static func sheets(_ text: String) throws -> [ImportedSheet] {
    try SheetFile.read(Array(text.utf8), of: .application)
  }

  private static func act(_ text: String) throws -> ImportSheets {
    let sheets = try sheets(text)
    return ImportSheets(
      .application,
      organization: "ville",
      sheets: sheets,
      ids: sheets.indices.map { "f-\($0)" }
    )
  }

  @Test("All records of a file are kept, or none: each one at fault is told with its line")
  func allOrNothing() async throws {
    let cast = try await Cast()
    try await cast.enter()
    let bad = try Self.act("title,hosting\nPaie,premises\nCantine,moon\n,cloud\n")
    let report = bad.report(in: cast.platform.state.snapshot, at: cast.platform.now)
    #expect(report.refused.map(\.number) == [3, 4])
    #expect(await cast.refusal(bad, Cast.actor(.producer)) == "register.import")
    #expect(RegisterKind.application.lines(in: cast.platform.state.snapshot).isEmpty)
    let good = try Self.act("title,hosting\nPaie,premises\nCantine,cloud\n")
    #expect(await cast.refusal(good, Cast.actor(.reader)) == "access.forbidden")
    #expect(await cast.refusal(good, Cast.actor(.producer, "bourg")) == "access.unauthenticated")
    try await cast.platform.perform(good, as: Cast.actor(.producer))
    #expect(
      RegisterKind.application.lines(in: cast.platform.state.snapshot).map(\.title) == ["Cantine", "Paie"]
    )
  }

  @Test("A record that is there is changed as far as the file tells; in force, by those who decide")
  func changing() async throws {
    let cast = try await Cast()
    try await cast.enter()
    try await cast.platform.perform(
      try Self.act("title,hosting,vendor\nPaie,premises,Éditeur\n"),
      as: Cast.actor(.producer)
    )
    let change = try Self.act("id,title,hosting\nf-0,Paie,\n")
    let report = change.report(in: cast.platform.state.snapshot, at: cast.platform.now)
    #expect(report.lines.map(\.outcome) == [.changed(1)])
    try await cast.platform.perform(change, as: Cast.actor(.producer))
    let values = RegisterKind.application.sheet("f-0", in: cast.platform.state.snapshot)?.values
    #expect(values?["hosting"] == nil && values?["vendor"] == .string("Éditeur"))
    let again = change.report(in: cast.platform.state.snapshot, at: cast.platform.now)
    #expect(again.lines.map(\.outcome) == [.unchanged])
    try await cast.platform.perform(
      EditSheet(
        .application,
        "f-0",
        [
          FieldEdit(path: ["purpose"], seen: nil, wanted: .string("Paie")),
          FieldEdit(path: ["hosting"], seen: nil, wanted: .string("premises")),
          FieldEdit(path: ["exportFormats"], seen: nil, wanted: .array([.string("CSV")])),
          FieldEdit(path: ["exportTestedOn"], seen: nil, wanted: .string("2026-01-15")),
          FieldEdit(path: ["exportResult"], seen: nil, wanted: .string("complete")),
        ]
      ),
      as: Cast.actor(.producer)
    )
    try await cast.platform.perform(
      ChangeSheetStatus(.application, "f-0", .current),
      as: Cast.actor(.steward)
    )
    let late = try Self.act("id,title,vendor\nf-0,Paie,Autre\n")
    #expect(await cast.refusal(late, Cast.actor(.producer)) == "access.forbidden")
    #expect(await cast.refusal(late, Cast.actor(.steward)) == nil)
    let twice = try Self.act("id,title\nf-0,Paie\nf-0,Paie\n")
    #expect(await cast.refusal(twice, Cast.actor(.steward)) == "register.import")
  }

  @Test("A record goes to JSON and into another organisation with nothing lost of its content")
  func exact() async throws {
    let cast = try await Cast()
    try await cast.platform.perform(
      try Self.act("title,hosting,exportFormats,keeping.reviewOn\nPaie,premises,CSV | XML,2027-01-31\n"),
      as: .command
    )
    let register = RegisterKind.application
    let sheet = try #require(register.sheet("f-0", in: cast.platform.state.snapshot))
    let sheets = try Self.sheets(SheetFile.json(register, [sheet.values]))
    try await cast.platform.perform(
      ImportSheets(register, organization: "bourg", sheets: sheets, ids: ["f-9"]),
      as: .command
    )
    let copy = try #require(register.sheet("f-9", in: cast.platform.state.snapshot))
    for key in register.fields.map(\.key) { #expect(copy.values[key] == sheet.values[key], "\(key)") }
    #expect(copy.organization == "bourg" && copy.keeping.reviewOn == "2027-01-31")
    #expect(copy.keeping.status == .draft)
  }
}
