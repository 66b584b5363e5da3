import Acts
import Foundation
import Governance
import HTTPTypes
import Messages
import Register
import Testing

@testable import Workshop

@Suite("Files attached to records") struct AttachmentTests {
  private static func contract(_ cast: WorkshopCast) async throws -> String {
    let sheet = try await cast.platform.perform(
      OpenSheet(.contract, id: "k-1", organization: "ville", title: "Marché"),
      as: .person("prod")
    )
    return sheet.id
  }

  private static func file(_ cast: WorkshopCast, _ text: String) throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(text.utf8).write(to: url)
    return url
  }

  @Test("A file is attached, replaced and taken away; what came meanwhile is not lost")
  func life() async throws {
    let cast = try await WorkshopCast()
    let id = try await Self.contract(cast)
    let script = try Self.file(cast, "<script>alert(1)</script>")
    func attach(_ file: URL?, _ name: String, _ seen: String, _ person: String = "prod") async throws
      -> AttachedFile?
    {
      let edited = try await cast.platform.attach(
        file,
        named: name,
        to: .contract,
        id,
        field: "textFile",
        seen: seen,
        as: .person(person)
      )
      return AttachedFile(edited.sheet.values["textFile"])
    }
    let first = try #require(try await attach(script, "../../<b>page</b>.html", ""))
    #expect(!first.name.contains("/") && !first.name.contains("<"))
    // Saved, never shown: a script in it does not run under the site's name.
    let answer = try await cast.get("/atelier/registres/contrats/\(id)/fichiers/textFile", as: "prod")
    #expect(answer.status == .ok && answer.text.contains("<script>"))
    let page = try await cast.get("/atelier/registres/contrats/\(id)", as: "prod")
    #expect(page.text.contains("multipart/form-data") && !page.text.contains("<b>page"))
    await #expect(throws: Failure.self) { try await attach(script, "a.txt", "") }
    #expect(try await cast.platform.collectGarbage() >= 0)
    #expect(FileManager.default.fileExists(atPath: try cast.platform.location(of: first).path))
    #expect(try await attach(nil, "", first.digest) == nil)
    let gone = try await cast.get("/atelier/registres/contrats/\(id)/fichiers/textFile", as: "prod")
    #expect(gone.status == .notFound)
    #expect(RegisterKind.contract.fileDigests(in: cast.platform.state.snapshot).isEmpty)
  }

  @Test("A digest alone gives no file: neither an edit nor an import sets one")
  func forged() async throws {
    let cast = try await WorkshopCast()
    let id = try await Self.contract(cast)
    let forged = AttachedFile(digest: String(repeating: "a", count: 64), name: "x", bytes: 1).value
    await #expect(throws: Failure.self) {
      try await cast.platform.perform(
        EditSheet(.contract, id, [FieldEdit(path: ["textFile"], seen: nil, wanted: forged)]),
        as: .person("prod")
      )
    }
    await #expect(throws: Failure.self) {
      try await cast.platform.perform(
        EditSheet(
          .contract,
          id,
          [FieldEdit(path: ["textFile", "digest"], seen: nil, wanted: .string("a"))]
        ),
        as: .person("prod")
      )
    }
    try await cast.platform.perform(
      ImportSheets(
        .contract,
        organization: "ville",
        sheets: [ImportedSheet(line: 1, values: .object(["title": .string("Autre"), "textFile": forged]))],
        ids: ["k-2"]
      ),
      as: .person("prod")
    )
    #expect(RegisterKind.contract.sheet("k-2", in: cast.platform.state.snapshot)?.values["textFile"] == nil)
  }
}
