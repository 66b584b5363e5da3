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

@Suite("Registers that begin") struct RegisterBeginningTests {
  private static let activities = "/atelier/registres/traitements"

  private static func complete(_ cast: WorkshopCast, _ title: String = "Paie") async throws -> String {
    let register = RegisterKind.application
    let opened = try await cast.post(
      "/atelier/registres/logiciels/nouvelle",
      ["organization": "ville", "depart": "vide", "title": title]
    )
    let path = try #require(opened.location)
    _ = try await cast.post(
      path,
      [
        "vu": "{}", "f.purpose": "Paie", "f.vendor": "Éditeur", "f.hosting": "premises",
        "f.exportFormats": "CSV", "f.exportTestedOn": "2026-01-15", "f.exportResult": "complete",
      ]
    )
    let id = String(path.split(separator: "/").last ?? "")
    let sheet = try #require(register.sheet(id, in: cast.platform.state.snapshot))
    let missing = register.completeness(of: sheet).missing.map(\.field.key)
    #expect(missing.isEmpty, "\(missing)")
    return path
  }

  @Test("The registers’ page leads to the models, first of all those of processing")
  func registers() async throws {
    let cast = try await WorkshopCast()
    let page = try await cast.get("/atelier/registres").text
    #expect(page.contains("<a class=\"button\" href=\"\(Self.activities)/commencer\">"))
    for register in Registers.all where !register.templates.isEmpty {
      let isOpen = cast.room.desk.holds(Permission(register.rights.write, on: "ville"), "prod")
      #expect(page.contains("/registres/\(register.slug)/commencer") == isOpen, "\(register.slug)")
    }
    let reader = try await cast.get("/atelier/registres", as: "lit").text
    #expect(!reader.contains("/commencer") && !reader.contains("/nouvelle"))
  }

  @Test("A model that an organisation opened is marked, led to, and not opened twice")
  func doubles() async throws {
    let cast = try await WorkshopCast()
    let models = RegisterKind.processingActivity.templates.map(\.id)
    let start = Self.activities + "/commencer"
    func send(_ ticked: [String], _ organization: String = "ville") async throws -> WorkshopCast.Answer {
      let person = organization == "ville" ? "prod" : "voisin"
      return try await cast.send(
        start,
        [("organization", organization)] + ticked.map { ("modeles", $0) },
        as: person
      )
    }
    func count() -> Int { RegisterKind.processingActivity.lines(in: cast.platform.state.snapshot).count }
    #expect(try await cast.get(start).text.contains("déjà ouverte") == false)
    #expect(try await send([models[0]]).status == .seeOther)
    let line = try #require(RegisterKind.processingActivity.lines(in: cast.platform.state.snapshot).first)
    let page = try await cast.get(start).text
    #expect(page.contains("(déjà ouverte)") && page.contains("href=\"\(Self.activities)/\(line.id)\""))
    let again = try await send([models[0], models[1]])
    #expect(
      again.status == .unprocessableContent && again.text.contains("Déjà ouvert par cette organisation")
    )
    #expect(count() == 1, "all or none")
    #expect(again.text.contains("value=\"\(models[1])\" checked"))
    #expect(!again.text.contains("value=\"\(models[0])\" checked"))
    #expect(try await send([models[1]]).status == .seeOther)
    #expect(try await send([models[0]], "bourg").status == .seeOther, "another body opens its own")
    #expect(count() == 3)
  }

  @Test("With neither a model nor a name, the form says to choose one or give the other")
  func nameless() async throws {
    let cast = try await WorkshopCast()
    let path = Self.activities + "/nouvelle"
    let none = try await cast.post(path, ["organization": "ville"])
    #expect(none.status == .unprocessableContent)
    #expect(
      none.text.contains("Choisissez un modèle, ou donnez un nom.") && !none.text.contains("obligatoire.")
    )
    let empty = try await cast.post(path, ["organization": "ville", "depart": "vide"])
    #expect(empty.status == .unprocessableContent && empty.text.contains("Donnez un nom"))
    #expect(try await cast.post(path, ["organization": "ville", "title": "Paie"]).status == .seeOther)
  }

  @Test("A complete record says which role decides, and who has it")
  func deciders() async throws {
    let cast = try await WorkshopCast()
    let path = try await Self.complete(cast)
    let writer = try await cast.get(path).text
    #expect(writer.contains("Référent data ou Publicateur"))
    #expect(writer.contains("Prénom publi et Prénom relit"))
    #expect(!writer.contains("Prénom voisin") && !writer.contains("Donner ce rôle"))
    try await cast.enter("admin", .administrator, nil)
    #expect(try await cast.get(path, as: "admin").text.contains("href=\"/atelier/personnes\">Donner ce rôle"))
    #expect(!(try await cast.get(path, as: "relit").text.contains("Le rôle qui décide")))
  }

  @Test("A body where nobody may decide says so, and who can give the role")
  func nobody() async throws {
    let cast = try await WorkshopCast(
      places: ["ville": "Ville d’Arpent"],
      people: [("prod", .producer, "ville")]
    )
    try await cast.enter("admin", .administrator, nil)
    let opened = try await cast.post(
      Self.activities + "/nouvelle",
      ["organization": "ville", "depart": "vide", "title": "Paie"]
    )
    let page = try await cast.get(try #require(opened.location)).text
    #expect(page.contains("Délégué à la protection des données"))
    #expect(page.contains("Personne ne l’a encore pour Ville d’Arpent"))
    #expect(page.contains("Qui peut le donner\u{A0}: Prénom admin."))
  }

  @Test("A long page leads to its actions, and tells what comes once the record is in force")
  func next() async throws {
    let cast = try await WorkshopCast()
    let path = try await Self.complete(cast)
    let other = try await Self.complete(cast, "Cimetière")
    let page = try await cast.get(path, as: "relit").text
    #expect(page.components(separatedBy: "href=\"#decider\"").count == 3, "in the parts and in the meter")
    let decided = try await cast.post(path + "/etat", ["faire": "en-vigueur"], as: "relit")
    #expect(decided.status == .seeOther && decided.location == path)
    let after = try await cast.get(path, as: "relit").text
    #expect(after.contains("La fiche est en vigueur.") && after.contains("Et maintenant"))
    #expect(after.contains("href=\"\(other)\"") && after.contains("logiciels?organisation=ville"))
    #expect(!(try await cast.get(path, as: "relit").text.contains("Et maintenant")), "said once")
  }

  @Test("The addresses of a record’s forms lead back to it, for whoever may read it")
  func addresses() async throws {
    let cast = try await WorkshopCast()
    let path = try await Self.complete(cast)
    for form in ["/etat", "/commentaires"] {
      for prefix in ["", "/en"] {
        let answer = try await cast.get(prefix + path + form)
        #expect(answer.status == .seeOther && answer.location == prefix + path, "\(form)")
      }
      #expect(try await cast.get(path + form, as: "voisin").status == .notFound)
    }
  }

  @Test("A list filtered by a body without records shows it, and keeps it to begin")
  func filter() async throws {
    let cast = try await WorkshopCast()
    _ = try await cast.post(
      Self.activities + "/nouvelle",
      ["organization": "ville", "depart": "vide", "title": "Paie"]
    )
    let page = try await cast.get(Self.activities + "?organisation=bourg").text
    #expect(page.contains("<option value=\"bourg\" selected>Bourg-Neuf</option>"))
    #expect(page.contains("\(Self.activities)/commencer?organisation=bourg"))
    let none = try await cast.get(Self.activities + "?organisation=inconnue").text
    #expect(!none.contains("<option value=\"inconnue\""))
  }
}
