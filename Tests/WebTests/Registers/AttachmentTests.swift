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
    #expect(try await cast.platform.collectGarbage() == 0)
    #expect(FileManager.default.fileExists(atPath: try cast.platform.location(of: first).path))
    let second = try #require(try await attach(Self.file(cast, "autre"), "b.txt", first.digest))
    #expect(second.name == "b.txt" && second.bytes == 5)
    // What is replaced is a file of no record: it goes, the new one stays.
    #expect(try await cast.platform.collectGarbage() == 1)
    #expect(throws: (any Error).self) { try cast.platform.location(of: first) }
    #expect(FileManager.default.fileExists(atPath: try cast.platform.location(of: second).path))
    #expect(try await attach(nil, "", second.digest) == nil)
    let gone = try await cast.get("/atelier/registres/contrats/\(id)/fichiers/textFile", as: "prod")
    #expect(gone.status == .notFound)
    #expect(RegisterKind.contract.fileDigests(in: cast.platform.state.snapshot).isEmpty)
  }

  @Test("The check of everything reads attached files: one altered or lost is told")
  func verified() async throws {
    let cast = try await WorkshopCast()
    let id = try await Self.contract(cast)
    let edited = try await cast.platform.attach(
      Self.file(cast, "le texte"),
      named: "a.txt",
      to: .contract,
      id,
      field: "textFile",
      seen: "",
      as: .person("prod")
    )
    let file = try #require(AttachedFile(edited.sheet.values["textFile"]))
    let whole = try await cast.platform.verify()
    #expect(whole.problems.isEmpty && whole.files == 1 && whole.bytes == file.bytes)
    let url = try cast.platform.location(of: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
    try Data("la texte".utf8).write(to: url)
    #expect(try await cast.platform.verify().problems.map(\.code) == ["blob.altered"])
    try FileManager.default.removeItem(at: url)
    let lost = try await cast.platform.verify().problems
    #expect(lost.map(\.code) == ["blob.missing"] && lost.first?.object == file.digest)
  }

  @Test("A file that is empty, too large or not theirs to attach is refused before any of it is kept")
  func refused() async throws {
    let cast = try await WorkshopCast()
    let id = try await Self.contract(cast)
    let large = try Self.file(cast, "")
    let handle = try FileHandle(forWritingTo: large)
    try handle.truncate(atOffset: UInt64(Platform.largestAttachment) + 1)
    try handle.close()
    let cases = [
      (try Self.file(cast, ""), "textFile", "prod", "register.attachment.empty"),
      (large, "textFile", "prod", "register.attachment.size"),
      (try Self.file(cast, "x"), "textFile", "lit", "access.forbidden"),
      (try Self.file(cast, "x"), "textFile", "voisin", "access.forbidden"),
    ]
    for (file, field, person, code) in cases {
      let failure = await #expect(throws: Failure.self) {
        try await cast.platform.attach(
          file,
          named: "a",
          to: .contract,
          id,
          field: field,
          seen: "",
          as: .person(person)
        )
      }
      #expect(failure?.code == code, "\(person)")
    }
    #expect(try await cast.platform.collectGarbage() == 0, "nothing was kept")
    // A field that holds no file takes none; at the limit one is taken.
    await #expect(throws: Failure.self) {
      try await cast.platform.attach(
        Self.file(cast, "x"),
        to: .contract,
        id,
        field: "number",
        seen: "",
        as: .person("prod")
      )
    }
    let handleAgain = try FileHandle(forWritingTo: large)
    try handleAgain.truncate(atOffset: UInt64(Platform.largestAttachment))
    try handleAgain.close()
    let edited = try await cast.platform.attach(
      large,
      named: "a",
      to: .contract,
      id,
      field: "textFile",
      seen: "",
      as: .person("prod")
    )
    #expect(AttachedFile(edited.sheet.values["textFile"])?.bytes == Platform.largestAttachment)
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
