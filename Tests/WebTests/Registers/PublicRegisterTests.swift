import Acts
import Catalogue
import Foundation
import Governance
import HTTPTypes
import HummingbirdTesting
import Messages
import Register
import Testing
import Web

@Suite("Public registers on the portal") struct PublicRegisterTests {
  /// A territory with one activity shown, one in force and not shown, one draft, all from models.
  private static func served() async throws -> ServedTerritory {
    let territory = try await ServedTerritory()
    try await territory.add(Organization(id: "ville", name: "Ville d’Arpent", nature: .commune))
    let register = RegisterKind.processingActivity
    let platform = territory.platform
    for (index, model) in register.templates.prefix(3).enumerated() {
      let id = "f-\(index)"
      try await platform.perform(
        OpenSheet(register, id: id, organization: "ville", title: "Activité \(index)", template: model.id),
        as: .command
      )
      try await platform.perform(
        EditSheet(
          register,
          id,
          [
            FieldEdit(path: ["dpiaReviewedOn"], seen: nil, wanted: .string("2026-11-01"))
          ]
        ),
        as: .command
      )
    }
    for id in ["f-0", "f-1"] { try await force(id, platform) }
    for id in ["f-0", "f-2"] {
      try await platform.perform(ShowSheet(register, id, isPublic: true), as: .command)
    }
    return territory
  }

  /// Gives the answers that the model leaves to be given, then puts the record in force.
  private static func force(_ id: String, _ platform: Platform) async throws {
    let register = RegisterKind.processingActivity
    let sheet = try #require(register.sheet(id, in: platform.state.snapshot))
    let missing = register.completeness(of: sheet).missing.map { $0.path.joined(separator: ".") }
    #expect(missing == [], "what a model leaves to be said")
    try await platform.perform(ChangeSheetStatus(register, id, .current), as: .command)
  }

  @Test("What is shown is read by anyone, in both languages; what is not has no address")
  func pages() async throws {
    let territory = try await Self.served()
    for prefix in ["", "/en"] {
      #expect(try await territory.read(prefix + "/registres").contains("/registres/traitements"))
      let list = try await territory.read(prefix + "/registres/traitements")
      #expect(list.contains("Activité 0") && !list.contains("Activité 1") && !list.contains("Activité 2"))
      #expect(try await territory.ask(prefix + "/registres/traitements/f-0").status == .ok)
      for id in ["f-1", "f-2", "f-9"] {
        #expect(try await territory.ask(prefix + "/registres/traitements/\(id)").status == .notFound)
      }
    }
    #expect(
      try await territory.ask("/registres/logiciels").status == .notFound,
      "a register that is not public"
    )
    #expect(try await territory.ask("/registres/inconnu").status == .notFound)
  }

  @Test("The files say what the pages say, and nothing more")
  func files() async throws {
    let territory = try await Self.served()
    let csv = try await territory.read("/registres/traitements/fiches.csv")
    let json = try await territory.read("/registres/traitements/fiches.json")
    for text in [csv, json] {
      #expect(text.contains("Activité 0") && !text.contains("Activité 1") && !text.contains("Activité 2"))
      for closed in ["keeping", "dpiaReviewedOn", "2026-11-01", "template"] {
        #expect(!text.contains(closed), "\(closed)")
      }
    }
    #expect(
      try await territory.ask("/registres/traitements/fiches.csv").headers[.contentType]
        == "text/csv; charset=utf-8"
    )
  }

  @Test("What the officer does not choose is in no page and no file")
  func choice() async throws {
    let territory = try await Self.served()
    let register = RegisterKind.processingActivity
    let sheet = try #require(register.sheet("f-0", in: territory.platform.state.snapshot))
    let service = try #require(sheet.values["service"]?.text)
    #expect(try await territory.read("/registres/traitements/f-0").contains(service))
    try await territory.platform.perform(
      ChooseRegisterFields(register, organization: "ville", fields: ["purposes"]),
      as: .command
    )
    for path in ["", "/f-0", "/fiches.csv", "/fiches.json"] {
      #expect(!(try await territory.read("/registres/traitements" + path).contains(service)), "\(path)")
    }
  }

  @Test("The site’s map tells of what is shown, and of nothing else")
  func map() async throws {
    let territory = try await Self.served()
    let map = try await territory.read("/sitemaps/1.xml")
    #expect(map.contains("/registres/traitements/f-0<") && map.contains("/en/registres/traitements<"))
    #expect(!map.contains("f-1<") && !map.contains("f-2<"))
  }
}
