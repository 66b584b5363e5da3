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
}
