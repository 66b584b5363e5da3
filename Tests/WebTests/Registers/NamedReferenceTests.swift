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

@Suite("Records named by their title") struct NamedReferenceTests {
  /// Contracts `Contrat 1`… of the town, by one import.
  private static func contracts(_ count: Int, _ cast: WorkshopCast) async throws {
    try await cast.platform.perform(
      ImportSheets(
        .contract,
        organization: "ville",
        sheets: (1...count).map {
          ImportedSheet(line: $0, values: .object(["title": .string("Contrat \($0)")]))
        },
        ids: (1...count).map { "c-\($0)" }
      ),
      as: .command
    )
  }

  private static func open(
    _ cast: WorkshopCast,
    _ register: RegisterKind,
    copying source: String = "",
    title: String = "Paie"
  ) async throws -> String {
    let answer = try await cast.post(
      "/atelier/registres/\(register.slug)/nouvelle",
      ["organization": "ville", "depart": "vide", "title": title, "copie": source]
    )
    return try #require(answer.location, "\(answer.text.suffix(2_000))")
  }

  private static func values(_ register: RegisterKind, _ path: String, _ cast: WorkshopCast) -> JSONValue? {
    register.sheet(String(path.split(separator: "/")[3]), in: cast.platform.state.snapshot)?.values
  }

  @Test("A list that does not propose all records says so, and takes an exact title or an id")
  func cut() async throws {
    let cast = try await WorkshopCast()
    try await Self.contracts(Proposals.most, cast)
    let path = try await Self.open(cast, .application)
    let hint = "La liste propose les 200 premiers"
    #expect(try await cast.get(path).text.contains(hint) == false)
    try await Self.others(cast)
    #expect(try await cast.get(path).text.contains(hint))
    #expect(try await cast.get("/en" + path).text.contains("proposes the first 200"))
    for (typed, id) in [("Contrat 199", "c-199"), ("Zone", "z-1"), ("z-1", "z-1"), (" Zone ", "z-1")] {
      _ = try await cast.post(path, ["vu": "{}", "f.contract": typed])
      #expect(Self.values(.application, path, cast)?["contract"] == .string(id), "\(typed)")
      _ = try await cast.post(path, ["vu": "{\"f.contract\":\"\(id)\"}", "f.contract": ""])
    }
    for typed in ["Homonyme", "Personne ne porte ce nom", "contrat 199"] {
      let answer = try await cast.post(path, ["vu": "{}", "f.contract": typed])
      #expect(answer.status == .unprocessableContent, "\(typed)")
      #expect(answer.text.contains("plusieurs fiches") == (typed == "Homonyme"))
      #expect(Self.values(.application, path, cast)?["contract"] == nil)
    }
  }

  @Test("A record to copy is typed where there are many: by title or id; what names none is refused")
  func copying() async throws {
    let cast = try await WorkshopCast()
    try await Self.contracts(Proposals.most, cast)
    try await Self.others(cast)
    let page = try await cast.get("/atelier/registres/contrats/nouvelle").text
    #expect(page.contains("La liste propose les 200 premiers") && page.contains("copie-liste"))
    for typed in ["Zone", "z-1", "Zone (Ville) ⋅ z-1"] {
      let path = try await Self.open(cast, .contract, copying: typed, title: "")
      #expect(Self.values(.contract, path, cast)?["title"] == .string("Zone"), "\(typed)")
      try await cast.platform.perform(
        RemoveSheet(.contract, String(path.split(separator: "/")[3])),
        as: .command
      )
    }
    for typed in ["Homonyme", "Rien"] {
      let form: KeyValuePairs = ["organization": "ville", "depart": "vide", "title": "", "copie": typed]
      let answer = try await cast.post("/atelier/registres/contrats/nouvelle", form)
      #expect(answer.location == nil && answer.status == .unprocessableContent, "\(typed)")
    }
  }

  @Test("A title is only found by those who may read the record")
  func closed() async throws {
    let cast = try await WorkshopCast()
    let register = RegisterKind.subjectRequest
    try await cast.platform.perform(
      OpenSheet(register, id: "r-1", organization: "ville", title: "Demande de Mme Petit"),
      as: .command
    )
    func found(_ person: String) throws -> String? {
      try SheetOptions(desk: cast.room.desk, person: person, organization: "ville")
        .id(register.name, named: "Demande de Mme Petit")
    }
    #expect(try found("dpo") == "r-1")
    #expect(try found("prod") == nil)
  }

  /// One contract after the first two hundred, and two of one name.
  private static func others(_ cast: WorkshopCast) async throws {
    for (id, title) in [("z-1", "Zone"), ("h-1", "Homonyme"), ("h-2", "Homonyme")] {
      try await cast.platform.perform(
        OpenSheet(.contract, id: id, organization: "ville", title: title),
        as: .command
      )
    }
  }
}
