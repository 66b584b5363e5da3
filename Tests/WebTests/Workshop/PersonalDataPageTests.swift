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

@Suite("Personal data in the workshop") struct PersonalDataPageTests {
  private static func open(
    _ cast: WorkshopCast,
    _ register: RegisterKind,
    _ id: String,
    template: String? = nil,
    _ values: [String: JSONValue] = [:]
  ) async throws {
    try await cast.platform.perform(
      OpenSheet(register, id: id, organization: "ville", title: "Fiche \(id)", template: template),
      as: .command
    )
    let edits = values.sorted { $0.key < $1.key }.map {
      FieldEdit(path: [$0.key], seen: nil, wanted: $0.value)
    }
    try await cast.platform.perform(EditSheet(register, id, edits), as: .command)
  }

  @Test("An agent reports a breach; only the officer sees it, with its clock and its texts")
  func breach() async throws {
    let cast = try await WorkshopCast()
    let form = try await cast.get("/atelier/donnees-personnelles/signaler")
    #expect(form.status == .ok && form.text.contains("name=\"facts\""))
    let empty = try await cast.post("/atelier/donnees-personnelles/signaler", ["organization": "ville"])
    #expect(empty.status == .unprocessableContent)
    let sent = try await cast.post(
      "/atelier/donnees-personnelles/signaler",
      [
        "organization": "ville", "title": "Clé perdue", "facts": "Une clé USB dans le train.",
        "exercise": "oui",
      ]
    )
    #expect(sent.location == "/atelier/registres")
    let breach = try #require(cast.platform.state.snapshot.records(Breach.self).first)
    #expect(breach.isExercise == true)
    let path = "/atelier/registres/violations/\(breach.id)"
    let texts = ["cnil", "personnes"].map { "/atelier/donnees-personnelles/textes/\($0)/\(breach.id)" }
    let page = try await cast.get(path, as: "dpo")
    #expect(page.status == .ok && page.text.contains("sur 72") && page.text.contains("exercice"))
    for text in texts {
      #expect(try await cast.get(text, as: "dpo").status == .ok)
      #expect(try await cast.get(text).status == .notFound, "\(text)")
    }
    #expect(try await cast.get(path).status == .notFound)
    #expect(try await cast.get("/en" + texts[0], as: "dpo").text.contains("EXERCISE"))
  }

  @Test("An activity says whether an assessment is due, and makes its notice")
  func activity() async throws {
    let cast = try await WorkshopCast()
    try await Self.open(cast, .processingActivity, "t-1", template: "videoprotection")
    let page = try await cast.get("/atelier/registres/traitements/t-1")
    #expect(page.text.contains("AIPD à mener") && page.text.contains("35(3)c"))
    let notice = try await cast.get("/atelier/donnees-personnelles/textes/mention/t-1")
    #expect(notice.status == .ok && notice.text.contains("Vos droits"))
    #expect(notice.text.contains("Désignez un délégué"))
    try await Self.open(cast, .dpoDesignation, "g-1", values("email", "dpd@exemple.fr"))
    let draft = try await cast.get("/atelier/donnees-personnelles/textes/mention/t-1")
    #expect(draft.text.contains("Désignez un délégué"), "a draft designates nobody")
    #expect(try await cast.get("/atelier/donnees-personnelles/textes/rien/t-1").status == .notFound)
    #expect(try await cast.get("/atelier/donnees-personnelles/textes/mention/t-9").status == .notFound)
  }

  private func values(_ key: String, _ text: String) -> [String: JSONValue] { [key: .string(text)] }

  @Test("A study draws its risks; a request says until when and on which ground")
  func panels() async throws {
    let cast = try await WorkshopCast()
    try await Self.open(
      cast,
      .impactAssessment,
      "a-1",
      [
        "illegitimateAccess": .object([
          "gravity": .string("important"), "likelihood": .string("maximal"),
          "residualLikelihood": .string("negligible"),
        ])
      ]
    )
    let study = try await cast.get("/atelier/registres/aipd/a-1")
    #expect(study.text.contains("risk-map") && study.text.contains("après le plan"))
    try await Self.open(cast, .processingActivity, "t-1", template: "etat-civil")
    try await Self.open(
      cast,
      .subjectRequest,
      "q-1",
      [
        "right": .string("erasure"), "activities": .array([.string("t-1")]),
        "receivedAt": .string(cast.platform.now.text),
      ]
    )
    let request = try await cast.get("/atelier/registres/demandes-de-droits/q-1", as: "dpo")
    #expect(request.text.contains("À répondre avant") && request.text.contains("17(3)b"))
    for text in ["accuse", "prolongation", "reponse"] {
      let path = "/atelier/donnees-personnelles/textes/\(text)/q-1"
      #expect(try await cast.get(path, as: "dpo").status == .ok)
      #expect(try await cast.get(path).status == .notFound)
    }
  }

  @Test("Finding a person is for the officer, is shown once, and leaves a trace")
  func search() async throws {
    let cast = try await WorkshopCast()
    let path = "/atelier/donnees-personnelles/chercher"
    #expect(try await cast.get(path).status == .forbidden)
    #expect(try await cast.get(path, as: "dpo").status == .ok)
    func fields(_ reason: String) -> KeyValuePairs<String, String> {
      ["organization": "ville", "identifier": "durand@exemple.fr", "reason": reason]
    }
    #expect(try await cast.post(path, fields("Demande d’accès")).status == .forbidden)
    #expect(try await cast.post(path, fields(""), as: "dpo").status == .unprocessableContent)
    let found = try await cast.post(path, fields("Demande d’accès"), as: "dpo")
    #expect(found.status == .ok && found.text.contains("Rien n"))
    let traces = cast.platform.state.snapshot.records(PersonSearch.self)
    #expect(traces.map(\.reason) == ["Demande d’accès"])
    let trace = try #require(traces.first)
    let erasing = try await cast.post(
      "/atelier/donnees-personnelles/effacer",
      ["search": trace.id, "dataset": "arbres", "reason": "Motif"],
      as: "prod"
    )
    #expect(erasing.status == .forbidden)
  }
}
