import Acts
import Foundation
import Governance
import HTTPTypes
import Messages
import Register
import Testing

@testable import Web
@testable import Workshop

@Suite("Studies of CNIL’s PIA in the workshop") struct StudyPageTests {
  private static let form = "/atelier/donnees-personnelles/aipd/importer"

  /// CNIL's own example; a text `nil` where the shared data is not there.
  private static func captoo() -> String? {
    let file = URL(filePath: "../shared/data/governance/pia-example-captoo.json")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      print("skipped: \(file.path) is not there")
      return nil
    }
    return text
  }

  private static let small = #"""
    {"pia":{"name":"Étude <b>une</b>","rejected_reason":"Incomplet","structure_name":"Santé"},
    "answers":[{"reference_to":111,"data":{"text":"Tout","gauge":0,"list":[]}},
    {"reference_to":911,"data":{"text":"<img src=x>","gauge":0,"list":[]}}],
    "measures":[],"evaluations":[],"comments":[{"description":"Oui"}]}
    """#

  private func upload(
    _ cast: WorkshopCast,
    _ text: String,
    organization: String = "ville",
    as person: String = "prod"
  ) async throws -> WorkshopCast.Answer {
    try await cast.upload(
      Self.form,
      ["organization": organization],
      files: [("fichier", "etude.json", text)],
      as: person
    )
  }

  private func studies(_ cast: WorkshopCast) -> [ImpactAssessment] {
    cast.platform.state.snapshot.records(ImpactAssessment.self)
  }

  @Test("CNIL’s example comes in by the page and goes out by the page with nothing lost, in both shapes")
  func wholeWay() async throws {
    guard let text = Self.captoo() else { return }
    let whole = try JSONValue(parsing: Array(text.utf8))
    let cast = try await WorkshopCast()
    let report = try await upload(cast, text)
    #expect(report.status == .ok && report.text.contains("Captoo"))
    #expect(report.text.contains("18 sur 18") && report.text.contains("3 sur 3"))
    #expect(report.text.contains("Commentaires"))
    #expect(studies(cast).isEmpty, "nothing is written before the report was read")

    let taken = try await cast.post(Self.form, ["organization": "ville", "contenu": text])
    let study = try #require(studies(cast).first)
    #expect(taken.location == "/atelier/registres/aipd/\(study.id)")
    #expect(study.keeping.status == .draft && study.organization == "ville")
    let page = try await cast.get("/atelier/registres/aipd/\(study.id)")
    #expect(page.text.contains("/pia/application") && page.text.contains("/pia/serveur"))

    let path = "/atelier/donnees-personnelles/aipd/\(study.id)/pia"
    let out = try await cast.get(path + "/application")
    #expect(out.status == .ok)
    #expect(try JSONValue(parsing: Array(out.text.utf8)) == whole)
    let server = try await cast.get(path + "/serveur")
    #expect(try await upload(cast, server.text).text.contains("serveur PIA"))
    _ = try await cast.post(Self.form, ["organization": "ville", "contenu": server.text])
    let second = try #require(studies(cast).first { $0.id != study.id })
    let back = try await cast.get("/atelier/donnees-personnelles/aipd/\(second.id)/pia/application")
    #expect(try JSONValue(parsing: Array(back.text.utf8)) == whole)
  }

  @Test("The report says what is taken and what has no field, and holds nothing of the file as markup")
  func report() async throws {
    let cast = try await WorkshopCast()
    try await cast.platform.perform(
      OpenSheet(.processingActivity, id: "t-1", organization: "ville", title: "Cantine"),
      as: .command
    )
    let report = try await upload(cast, Self.small).text
    #expect(report.contains("1 sur 18") && report.contains("0 sur 3"))
    #expect(report.contains("questions hors du modèle") && report.contains("structure_name"))
    #expect(report.contains("Étude &lt;b&gt;une") && !report.contains("<img"))
    #expect(report.contains("Cantine"))
    let taken = try await cast.post(
      Self.form,
      ["organization": "ville", "contenu": Self.small, "activity": "t-1"]
    )
    #expect(taken.status == .seeOther)
    let study = try #require(studies(cast).first)
    #expect(study.activity == "t-1" && study.overview == "Tout" && study.rejectionReason == "Incomplet")
  }

  static let wrong: [(String, String)] = [
    ("", "pas du JSON"), ("{", "pas du JSON"), ("[1]", "pas une étude"), (#"{"pia":{}}"#, "pas une étude"),
    (#"{"pia":{},"answers":[]}"#, "Nom de l’étude"),
    (#"{"pia":{"name":"\#(String(repeating: "n", count: 301))"},"answers":[]}"#, "300"),
    (#"{"pia":{"name":"A","author_name":"\#(String(repeating: "n", count: 1_001))"},"answers":[]}"#, "1000"),
  ]

  @Test("What is no study, or would not fit, is refused with its reason", arguments: wrong)
  func refused(text: String, reason: String) async throws {
    let cast = try await WorkshopCast()
    let answer = try await cast.post(Self.form, ["organization": "ville", "contenu": text])
    #expect(answer.status == .unprocessableContent, "\(text.prefix(40))")
    #expect(answer.text.contains(reason), "\(text.prefix(40))")
    #expect(studies(cast).isEmpty)
  }

  @Test("Too large a file, none, and another body’s register are refused")
  func limits() async throws {
    let cast = try await WorkshopCast()
    let large = #"{"pia":{"name":"A"},"answers":[],"x":""# + String(repeating: "x", count: 1 << 20) + #""}"#
    #expect(try await upload(cast, large).status == .contentTooLarge)
    let none = try await cast.upload(Self.form, ["organization": "ville"], files: [])
    #expect(none.status == .unprocessableContent && none.text.contains("Choisissez un fichier"))
    #expect(try await upload(cast, Self.small, organization: "bourg").status == .forbidden)
    let forged = try await cast.post(Self.form, ["organization": "bourg", "contenu": Self.small])
    #expect(forged.status == .forbidden)
    #expect(try await upload(cast, Self.small, as: "lit").status == .forbidden)
    #expect(try await cast.get(Self.form, as: "lit").status == .forbidden)
    #expect(studies(cast).isEmpty)
  }

  @Test("A study goes out to whoever reads it, and to nobody else")
  func readers() async throws {
    let cast = try await WorkshopCast()
    try await cast.platform.perform(
      OpenSheet(.impactAssessment, id: "e-1", organization: "ville", title: "Vidéoprotection"),
      as: .command
    )
    let path = "/atelier/donnees-personnelles/aipd/e-1/pia/application"
    let file = try await cast.get(path, as: "lit")
    #expect(file.status == .ok && file.text.contains("\"dbVersion\""))
    #expect(try await cast.get(path, as: "voisin").status == .notFound)
    #expect(try await cast.get("/atelier/donnees-personnelles/aipd/e-1/pia/autre").status == .notFound)
    #expect(try await cast.get("/atelier/donnees-personnelles/aipd/e-2/pia/serveur").status == .notFound)
  }
}
