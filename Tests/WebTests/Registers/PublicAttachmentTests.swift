import Acts
import Catalogue
import Foundation
import Governance
import HTTPTypes
import HummingbirdTesting
import Messages
import NIOCore
import Register
import Testing

@testable import Portal
@testable import Web
@testable import Workshop

@Suite("Attached files on the portal") struct PublicAttachmentTests {
  /// A contract in force and shown, with its text attached.
  private static func served() async throws -> ServedTerritory {
    let territory = try await ServedTerritory()
    try await territory.add(Organization(id: "ville", name: "Ville d’Arpent", nature: .commune))
    for (register, id, field) in subjects {
      try await territory.platform.perform(
        OpenSheet(register, id: id, organization: "ville", title: "Fiche"),
        as: .command
      )
      let url = territory.folder.appending(path: "a.html")
      try Data("<script>secret</script>".utf8).write(to: url)
      try await territory.platform.attach(
        url,
        named: "a.html",
        to: register,
        id,
        field: field,
        seen: "",
        as: .command
      )
      try await territory.platform.perform(ShowSheet(register, id, isPublic: true), as: .command)
    }
    return territory
  }

  private static let subjects: [(RegisterKind, String, String)] = [(.contract, "k-1", "textFile")]

  @Test("A file has a public address only where its record says yes to it")
  func closed() async throws {
    for register in Registers.all {
      for field in register.fileFields where register.publicFields.contains(field.key) {
        guard case .isTrue(let key)? = register.publicWhen[field.key] else {
          Issue.record("\(register.slug) \(field.key) is open without a yes")
          continue
        }
        #expect(register.fields.contains { $0.key == key && $0.type == .boolean })
      }
    }
    let territory = try await Self.served()
    for prefix in ["", "/en"] {
      for path in [
        "contrats/k-1/fichiers/textFile", "contrats/k-1/fichiers/title", "violations/v-1/fichiers/evidence",
        "aipd/s-1/fichiers/signedFile", "contrats/k-9/fichiers/textFile",
      ] {
        let answer = try await territory.ask("\(prefix)/registres/\(path)")
        #expect(answer.status == .notFound && !String(buffer: answer.body).contains("secret"), "\(path)")
      }
    }
  }

  private static let text = "/registres/contrats/k-1/fichiers/textFile"

  /// Whether any page or file open to the public tells of the attached file.
  private static func leaks(_ territory: ServedTerritory) async throws -> Bool {
    let sheet = RegisterKind.contract.sheet("k-1", in: territory.platform.state.snapshot)
    let digest = try #require(AttachedFile(sheet?.values["textFile"])).digest
    let registers = ["contrats", "contrats/k-1", "contrats/fiches.csv", "contrats/fiches.json"].map {
      "/registres/" + $0
    }
    for path in registers + ["/registres/contrats?q=a.html", "/api/v1/registers/contrats/k-1"] {
      let body = String(buffer: try await territory.ask(path).body)
      if body.contains(digest) || body.contains("fichiers/textFile") { return true }
    }
    return false
  }

  private static func say(_ yes: Bool?, _ territory: ServedTerritory) async throws {
    let sheet = RegisterKind.contract.sheet("k-1", in: territory.platform.state.snapshot)
    let edit = FieldEdit(
      path: ["publishesText"],
      seen: sheet?.values["publishesText"],
      wanted: yes.map { .boolean($0) }
    )
    try await territory.platform.perform(EditSheet(.contract, "k-1", [edit]), as: .command)
  }

  /// Changes the status by the same register, which asks for nothing before a record is in force.
  private static func keep(_ status: Keeping.Status, _ territory: ServedTerritory) async throws {
    let lenient = RegisterKind(
      Contract.self,
      slug: "contrats",
      family: .contracts,
      label: Bilingual(fr: "Contrat", en: "Contract"),
      plural: Bilingual(fr: "Contrats", en: "Contracts"),
      summary: Bilingual(fr: "", en: ""),
      sections: []
    )
    let act = ChangeSheetStatus(lenient, "k-1", status, reason: "Fin")
    try await territory.platform.perform(act, as: .command)
  }

  @Test("The text of a contract is public once it is in force, shown and said to be, and no longer than that")
  func contractText() async throws {
    let territory = try await Self.served()
    let platform = territory.platform
    func status() async throws -> HTTPResponse.Status { try await territory.ask(Self.text).status }
    try await Self.keep(.current, territory)
    #expect(try await status() == .notFound, "shown and in force is not enough")
    #expect(try await !Self.leaks(territory))
    try await Self.say(false, territory)
    #expect(try await status() == .notFound)
    try await Self.say(true, territory)
    let given = try await territory.ask(Self.text)
    #expect(given.status == .ok && String(buffer: given.body) == "<script>secret</script>")
    let page = String(buffer: try await territory.ask("/registres/contrats/k-1").body)
    #expect(page.contains("fichiers/textFile"))
    try await Self.keep(.ended, territory)
    #expect(try await status() == .notFound, "ended")
    #expect(try await !Self.leaks(territory))
    try await Self.keep(.current, territory)
    try await platform.perform(ShowSheet(.contract, "k-1", isPublic: false), as: .command)
    #expect(try await status() == .notFound, "not shown")
    try await platform.perform(ShowSheet(.contract, "k-1", isPublic: true), as: .command)
    #expect(try await status() == .ok)
    // Those who keep the register may still choose not to show the field.
    let others = RegisterKind.contract.publicFields.filter { $0 != "textFile" }
    func choose(_ fields: [String]) async throws {
      try await platform.perform(
        ChooseRegisterFields(.contract, organization: "ville", fields: fields),
        as: .command
      )
    }
    try await choose(others)
    #expect(try await status() == .notFound)
    #expect(try await !Self.leaks(territory))
    try await choose(others + ["textFile"])
    #expect(try await status() == .ok)
  }

  @Test("Another text is not public because the one before was")
  func otherText() async throws {
    let territory = try await Self.served()
    let platform = territory.platform
    try await Self.keep(.current, territory)
    try await Self.say(true, territory)
    #expect(try await territory.ask(Self.text).status == .ok)
    let url = territory.folder.appending(path: "b.html")
    try Data("autre secret".utf8).write(to: url)
    let known = try #require(platform.state.snapshot.record(Contract.self, "k-1")?.textFile?.digest)
    try await platform.attach(
      url,
      named: "b.html",
      to: .contract,
      "k-1",
      field: "textFile",
      seen: known,
      as: .command
    )
    #expect(try await territory.ask(Self.text).status == .notFound)
    #expect(try await !Self.leaks(territory))
    try await Self.say(true, territory)
    #expect(String(buffer: try await territory.ask(Self.text).body) == "autre secret")
  }

  @Test(
    "A register that opened the field would give the file, of a shown record only, and a restricted one never"
  )
  func open() async throws {
    let territory = try await Self.served()
    let reader = PortalReader(platform: territory.platform)
    func kind(_ visibility: RecordField.Visibility, _ open: [String]) -> RegisterKind {
      let field = RecordField("textFile", .blob, fr: "Texte", en: "Text", visibility: visibility)
      return RegisterKind(
        Contract.self,
        slug: "contrats",
        family: .contracts,
        label: Bilingual(fr: "Contrat", en: "Contract"),
        plural: Bilingual(fr: "Contrats", en: "Contracts"),
        summary: Bilingual(fr: "", en: ""),
        sections: [RegisterSection("s", fr: "S", en: "S", fields: [field])],
        publicFields: open
      )
    }
    let platform = territory.platform
    let sheet = try #require(RegisterKind.contract.sheet("k-1", in: platform.state.snapshot))
    #expect(sheet.keeping.status == .draft)
    #expect(throws: Failure.self) {
      try reader.publicSheetFile(kind(.everyone, ["textFile"]), "k-1", "textFile")
    }
    try await platform.perform(ChangeSheetStatus(kind(.everyone, []), "k-1", .current), as: .command)
    let file = try reader.publicSheetFile(kind(.everyone, ["textFile"]), "k-1", "textFile")
    #expect(file.mediaType == "application/octet-stream" && file.name == "a.html")
    #expect(try String(contentsOf: file.file, encoding: .utf8) == "<script>secret</script>")
    for (visibility, open) in [(RecordField.Visibility.restricted, ["textFile"]), (.everyone, ["title"])] {
      #expect(throws: Failure.self) {
        try reader.publicSheetFile(kind(visibility, open), "k-1", "textFile")
      }
    }
  }
}
