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

@Suite("Pages of attached files") struct AttachmentPageTests {
  private static let address = "/atelier/registres/contrats/k-1/fichiers/textFile"
  private static let evidence = "/atelier/registres/violations/v-1/fichiers/evidence"

  private static func contract(_ cast: WorkshopCast) async throws {
    try await cast.platform.perform(
      OpenSheet(.contract, id: "k-1", organization: "ville", title: "Marché"),
      as: .person("prod")
    )
  }

  private static func send(
    _ content: String,
    named name: String = "a.txt",
    seen: String = "",
    to address: String = address,
    as person: String = "prod",
    _ cast: WorkshopCast
  ) async throws -> WorkshopCast.Answer {
    try await cast.upload(
      address,
      ["vu-fichier": seen, "faire": "joindre"],
      files: [("fichier", name, content)],
      as: person
    )
  }

  private static func held(_ cast: WorkshopCast) -> AttachedFile? {
    AttachedFile(RegisterKind.contract.sheet("k-1", in: cast.platform.state.snapshot)?.values["textFile"])
  }

  @Test(
    "Whatever a file says it is, it is saved and never shown",
    arguments: [
      ("page.html", "<script>alert(1)</script>"),
      ("dessin.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
      ("marché signé.pdf", "%PDF-1.7"),
    ]
  )
  func headers(name: String, content: String) async throws {
    let cast = try await WorkshopCast()
    try await Self.contract(cast)
    #expect(try await Self.send(content, named: name, cast).status == .seeOther)
    let answer = try await cast.get(Self.address)
    #expect(answer.status == .ok && answer.text == content)
    #expect(answer.headers[.contentDisposition] == ContentDisposition.attachment(name))
    #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment; ") == true)
    #expect(answer.headers[.contentType] == "application/octet-stream")
    #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    #expect(answer.headers[.cacheControl] == "private, no-store")
  }

  @Test("A form puts a file in the place of the one seen, and takes it away; a stale form changes nothing")
  func replaced() async throws {
    let cast = try await WorkshopCast()
    try await Self.contract(cast)
    _ = try await Self.send("un", cast)
    let first = try #require(Self.held(cast))
    #expect(try await Self.send("deux", named: "b.txt", seen: first.digest, cast).status == .seeOther)
    let second = try #require(Self.held(cast))
    #expect(second.name == "b.txt" && second.digest != first.digest)
    #expect(try await cast.get(Self.address).text == "deux")

    let stale = try await Self.send("trois", seen: first.digest, cast)
    #expect(stale.status == .conflict && stale.text.contains("Un autre fichier a été joint"))
    #expect(stale.text.contains("value=\"\(second.digest)\""), "the form shows what is there now")
    #expect(Self.held(cast) == second)

    let removal = try await cast.upload(
      Self.address,
      ["vu-fichier": second.digest, "faire": "retirer"],
      files: []
    )
    #expect(removal.status == .seeOther && Self.held(cast) == nil)
    #expect(try await cast.get(Self.address).status == .notFound)
  }

  @Test("A refused file shows the form again, with what is wrong at its field")
  func refused() async throws {
    let cast = try await WorkshopCast()
    try await Self.contract(cast)
    let empty = try await Self.send("", cast)
    let none = try await cast.upload(Self.address, ["vu-fichier": "", "faire": "joindre"], files: [])
    for (answer, message) in [(empty, "Ce fichier est vide."), (none, "Choisissez un fichier.")] {
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains("href=\"#champ-\(SheetFields.name(["textFile"]))\""))
      #expect(answer.text.contains("id=\"champ-\(SheetFields.name(["textFile"]))-erreur\""))
      #expect(answer.text.components(separatedBy: message).count > 2, "in the summary and at the field")
    }
    #expect(Self.held(cast) == nil)
  }

  @Test("The form stands where one may attach; a reader has the link alone")
  func shown() async throws {
    let cast = try await WorkshopCast()
    try await Self.contract(cast)
    _ = try await Self.send("le texte", cast)
    let writer = try await cast.get("/atelier/registres/contrats/k-1").text
    #expect(writer.contains("href=\"#fichiers\"") && writer.contains("value=\"retirer\""))
    let reader = try await cast.get("/atelier/registres/contrats/k-1", as: "lit").text
    #expect(reader.contains("href=\"\(Self.address)\"") && reader.contains("a.txt"))
    #expect(!reader.contains("multipart/form-data") && !reader.contains("href=\"#fichiers\""))
    // The signed validation is asked for once there is one.
    try await cast.platform.perform(
      OpenSheet(.impactAssessment, id: "s-1", organization: "ville", title: "Étude"),
      as: .person("prod")
    )
    let study = try await cast.get("/atelier/registres/aipd/s-1").text
    #expect(study.contains("id=\"fichiers\"") && study.contains("Rien n’est à joindre"))
    #expect(!study.contains("fichiers/signedFile"))
  }

  @Test("A file larger than the limit is refused, and nothing of it is kept")
  func large() async throws {
    let cast = try await WorkshopCast()
    try await Self.contract(cast)
    let somewhat = try await Self.send(String(repeating: "a", count: Platform.largestAttachment + 1), cast)
    #expect(
      somewhat.status == .unprocessableContent && somewhat.text.contains("Ce fichier dépasse 20\u{A0}Mo.")
    )
    let far = try await Self.send(String(repeating: "a", count: 2 * Platform.largestAttachment + 1), cast)
    #expect(far.status == .contentTooLarge)
    let incoming = cast.platform.configuration.dataFolder.appending(path: "incoming")
    let left = try? FileManager.default.contentsOfDirectory(atPath: incoming.path)
    #expect(left?.filter { $0.hasPrefix("form-") } ?? [] == [])
    #expect(Self.held(cast) == nil)
  }

  @Test("Whoever may not read a record gets none of its files, and puts none there")
  func strangers() async throws {
    let cast = try await WorkshopCast()
    try await Self.contract(cast)
    _ = try await Self.send("le texte", cast)
    let before = try #require(Self.held(cast))
    #expect(try await cast.get(Self.address, as: "lit").text == "le texte")
    let neighbour = try await cast.get(Self.address, as: "voisin")
    #expect(neighbour.status == .notFound && !neighbour.text.contains("le texte"))
    let anonymous = try await cast.get(Self.address, as: "nobody")
    #expect(anonymous.status == .seeOther && !anonymous.text.contains("le texte"))
    for (person, status) in [("voisin", 404), ("lit", 403), ("nobody", 401)] {
      let answer = try await Self.send("autre", seen: before.digest, as: person, cast)
      #expect(answer.status.code == status, "\(person)")
    }
    #expect(Self.held(cast) == before)
    for field in ["title", "number", "absent", "textFile.digest"] {
      #expect(try await cast.get("/atelier/registres/contrats/k-1/fichiers/\(field)").status == .notFound)
    }
  }

  @Test("Evidence of a breach is for those who protect data, never for the public")
  func evidence() async throws {
    let cast = try await WorkshopCast()
    try await cast.platform.perform(
      OpenSheet(.breach, id: "v-1", organization: "ville", title: "Vol"),
      as: .person("dpo")
    )
    #expect(try await Self.send("pièce secrète", to: Self.evidence, as: "dpo", cast).status == .seeOther)
    #expect(try await cast.get(Self.evidence, as: "dpo").text == "pièce secrète")
    for person in ["prod", "publi", "relit", "lit", "voisin"] {
      let answer = try await cast.get(Self.evidence, as: person)
      #expect(answer.status == .notFound && !answer.text.contains("pièce secrète"), "\(person)")
    }
    #expect(try await cast.get(Self.evidence, as: "nobody").status == .seeOther)
    #expect(RegisterKind.breach.publicSheet("v-1", in: cast.platform.state.snapshot) == nil)
  }
}

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

  @Test("A validation saved as one types brings the control of its signed file at once")
  func signedFile() async throws {
    let cast = try await WorkshopCast()
    let opened = try await cast.post(
      "/atelier/registres/aipd/nouvelle",
      ["organization": "ville", "depart": "vide", "title": "Caméras"],
      as: "prod"
    )
    let path = try #require(opened.location)
    let page = try await cast.get(path, as: "prod")
    #expect(page.text.contains("id=\"fichiers-champs\"") && !page.text.contains("/fichiers/signedFile"))
    let choice = try #require(
      RegisterKind.impactAssessment.fields.first { $0.key == "validation" }.flatMap { field -> String? in
        if case .choice(let choices) = field.type { choices.first?.value } else { nil }
      }
    )
    let saved = try await cast.post(
      path,
      ["vu": "{}", "f.validation": choice, "auto": "oui"],
      as: "prod",
      isScript: true
    )
    #expect(saved.status == .ok)
    let parts = try JSONValue(parsing: Array(saved.text.utf8))["parts"]
    let files = try #require(parts?["fichiers-champs"]?.text)
    #expect(files.contains("/fichiers/signedFile") && files.contains("data-shape=\"signedFile\""))
    let unsaid = try await cast.post(
      path,
      ["vu": "{\"f.validation\":\"\(choice)\"}", "f.validation": "", "auto": "oui"],
      as: "prod",
      isScript: true
    )
    #expect(!unsaid.text.contains("/fichiers/signedFile"))
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
