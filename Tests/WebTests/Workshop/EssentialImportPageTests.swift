import Acts
import Foundation
import Governance
import HTTPTypes
import Register
import Testing

@testable import Web
@testable import Workshop

@Suite("The page that takes a DECP file in") struct EssentialImportPageTests {
  private static let path = "/atelier/donnees-essentielles/importer"

  private static func concession(_ id: String, nature: String = "Concession de service") -> String {
    """
    {"id":"\(id)","autoriteConcedante":{"id":"21750001600019"},"nature":"\(nature)","objet":"Halles \(id)",
    "procedure":"Procédure négociée ouverte","dureeMois":24,"dateSignature":"2026-01-05",
    "datePublicationDonnees":"2026-02-01","dateDebutExecution":"2026-02-01","valeurGlobale":90000,
    "montantSubventionPublique":0,
    "concessionnaires":[{"concessionnaire":{"typeIdentifiant":"SIRET","id":"55204599900869"}}],
    "considerationsSociales":{"considerationSociale":["Clause sociale"]},
    "considerationsEnvironnementales":{"considerationEnvironnementale":["Clause environnementale"]}}
    """
  }

  private static func file(_ concessions: String...) -> String {
    "{\"marches\":{\"contrat-concession\":[\(concessions.joined(separator: ","))]}}"
  }

  private static func contracts(_ cast: WorkshopCast) -> [Contract] {
    cast.platform.state.snapshot.records(Contract.self).sorted { ($0.number ?? "") < ($1.number ?? "") }
  }

  @Test("The report comes first and nothing is written; then the new contracts are, as drafts")
  func drafts() async throws {
    let cast = try await WorkshopCast()
    let page = try await cast.get(Self.path)
    #expect(page.status == .ok && page.text.contains("Fichier DECP (JSON)"))
    #expect(try await cast.get("/atelier/donnees-essentielles").text.contains(Self.path))
    #expect(try await cast.get("/atelier/registres/contrats").text.contains(Self.path))
    let text = Self.file(Self.concession("C-1"), Self.concession("C-2", nature: "Prêt"))
    let report = try await cast.upload(
      Self.path,
      ["organisation": "ville"],
      files: [("fichier", "decp.json", text)]
    )
    #expect(report.status == .ok && Self.contracts(cast).isEmpty)
    #expect(report.text.contains("Halles C-1") && report.text.contains("n’est pas parmi"))
    #expect(!report.text.contains("name=\"publies\""), "who may not publish is not asked")
    let done = try await cast.post(Self.path, ["organisation": "ville", "contenu": text])
    #expect(done.status == .seeOther)
    #expect(Self.contracts(cast).map(\.number) == ["C-1"] && Self.contracts(cast)[0].keeping.status == .draft)
    let again = try await cast.upload(
      Self.path,
      ["organisation": "ville"],
      files: [("fichier", "decp.json", text)]
    )
    #expect(again.text.contains("déjà là") && !again.text.contains("name=\"contenu\""))
    let nothing = try await cast.post(Self.path, ["organisation": "ville", "contenu": text])
    #expect(nothing.status == .conflict || nothing.status == .unprocessableContent)
  }

  @Test("Whoever may publish takes them in as published; nobody else, whatever the form says")
  func published() async throws {
    let cast = try await WorkshopCast()
    let text = Self.file(Self.concession("C-1"))
    let report = try await cast.upload(
      Self.path,
      ["organisation": "ville"],
      files: [("fichier", "decp.json", text)],
      as: "publi"
    )
    #expect(report.text.contains("name=\"publies\""))
    let form: KeyValuePairs<String, String> = ["organisation": "ville", "contenu": text, "publies": "oui"]
    for person in ["prod", "lit", "voisin"] {
      #expect(try await cast.post(Self.path, form, as: person).status == .forbidden, "\(person)")
    }
    #expect(Self.contracts(cast).isEmpty)
    #expect(try await cast.post(Self.path, form, as: "publi").status == .seeOther)
    let kept = try #require(Self.contracts(cast).first)
    #expect(kept.keeping.status == .current && kept.keeping.isPublic && kept.type == .concession)
  }

  @Test(
    "A file that is none is refused at its field",
    arguments: ["", "marches", "{\"marches\":[]}", "{\"marches\":{\"marche\":[]}}"]
  )
  func unreadable(text: String) async throws {
    let cast = try await WorkshopCast()
    let answer = try await cast.upload(
      Self.path,
      ["organisation": "ville"],
      files: text.isEmpty ? [] : [("fichier", "decp.json", text)]
    )
    #expect(answer.status == .unprocessableContent, "\(text)")
  }
}
