import Acts
import Foundation
import Governance
import Messages
import Register
import Testing

@Suite("Sheets of the Dutch register") struct DutchAlgorithmSheetTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "../shared/data/governance")

  private static func real(_ prefix: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".json") }.sorted()
  }

  private func sheets(_ json: String) throws -> [DutchAlgorithmSheets.Sheet] {
    try DutchAlgorithmSheets(Array(json.utf8)).sheets
  }

  @Test("Texts lose their HTML, groups become lists, what has no place is told")
  func mapping() throws {
    let json = """
      [{"id": "x-1", "name": "eDiensten", "goal": "<p>Eén &amp; twee</p><p>drie</p>", "provider": "Centric",
        "type": "Op regels gebaseerd", "description_short": "Kort", "status": "In gebruik", "tags": null,
        "lawful_basis_grouping": [{"title": "Wet BRP", "link": "https://wetten.nl/1"}],
        "source_data_grouping": [{"title": "BRP", "link": "https://rvig.nl"}], "website": "javascript:alert(1)"}]
      """
    let sheet = try #require(try sheets(json).first)
    #expect(sheet.id == "x-1" && sheet.title == "eDiensten")
    #expect(sheet.values["background"] == .string("Eén & twee\ndrie"))
    #expect(sheet.values["purpose"] == .string("Kort"))
    #expect(sheet.values["technique"] == .string("rules"))
    #expect(sheet.values["legalBases"] == .array([.string("Wet BRP : https://wetten.nl/1")]))
    #expect(sheet.values["data"]?.items.first?["name"] == .string("BRP"))
    #expect(sheet.values["businessResources"] == nil, "an address that is not one of the web is left out")
    #expect(sheet.unmapped == [.init(field: "status", value: "In gebruik")])
  }

  @Test(
    "What is no sheet is refused",
    arguments: ["", "{", "[]", "3", "[{}]", "[{\"name\": \"\"}]", "[[[[[]]]]]", "{\"naam\": \"x\"}"]
  )
  func refused(json: String) { #expect(throws: Failure.self) { try sheets(json) } }

  @Test("A file of thousands of sheets, or of megabytes, is refused")
  func limits() {
    let many = "[" + Array(repeating: "{\"name\":\"x\"}", count: 600).joined(separator: ",") + "]"
    #expect(throws: Failure.self) { try sheets(many) }
    #expect(throws: Failure.self) { try sheets(String(repeating: " ", count: 4_000_001)) }
  }

  @Test("A sheet is adopted as a draft that keeps its source")
  func adoption() async throws {
    let cast = try await Cast()
    try await cast.enter()
    let sheet = try #require(
      try sheets("{\"id\": \"x-1\", \"name\": \"eDiensten\", \"provider\": \"Centric\"}").first
    )
    let adopt = AdoptAlgorithmSheet(id: "f-1", organization: "ville", sheet: sheet)
    #expect(await cast.refusal(adopt, Cast.actor(.reader)) == "access.forbidden")
    let record = try await cast.platform.perform(adopt, as: Cast.actor(.producer))
    #expect(record.keeping.status == .draft)
    let algorithm = cast.platform.state.snapshot.record(Algorithm.self, "f-1")
    #expect(algorithm?.vendor == "Centric" && algorithm?.sourceID == "x-1")
    #expect(algorithm?.sourceRegister == "Algoritmeregister (Pays-Bas)")
  }

  @Test(
    "The vendors’ ready sheets are read and adopted",
    .enabled(if: !real("algoregister-nl-template").isEmpty, "real files are absent"),
    arguments: real("algoregister-nl-template")
  )
  func vendors(name: String) async throws {
    let cast = try await Cast()
    let data = try Data(contentsOf: Self.folder.appending(path: name))
    let sheets = try DutchAlgorithmSheets(Array(data)).sheets
    #expect(!sheets.isEmpty)
    for (index, sheet) in sheets.enumerated() {
      #expect(!sheet.values.json.contains("<p>") && !sheet.values.json.contains("<div>"))
      #expect(sheet.values["background"] != nil)
      try await cast.platform.perform(
        AdoptAlgorithmSheet(id: "f-\(index)", organization: "ville", sheet: sheet),
        as: .command
      )
    }
  }

  @Test(
    "The examples of schema 1.0 are read, every field mapped or told",
    .enabled(if: !real("algoregister-nl-algorithm").isEmpty, "real files are absent"),
    arguments: real("algoregister-nl-algorithm")
  )
  func schema(name: String) throws {
    let data = try Data(contentsOf: Self.folder.appending(path: name))
    let sheet = try #require(try DutchAlgorithmSheets(Array(data)).sheets.first)
    #expect(sheet.title.hasPrefix("test_name"))
    #expect(sheet.values["operations"] == .string("test_methods_and_models"))
    let told = Set(sheet.unmapped.map(\.field))
    #expect(told.isSuperset(of: ["status", "proportionality", "risks", "begin_date", "dpia"]))
  }
}
