import Acts
import Catalogue
import Foundation
import Governance
import HTTPTypes
import Messages
import Register
import Tabular
import Testing

@testable import Web
@testable import Workshop

@Suite("From a dropped file to a published dataset") struct DepositJourneyTests {
  @Test("A file is dropped, mended, described and published; another role asks for review first")
  func journey() async throws {
    let cast = try await WorkshopCast()
    let id = try await cast.drop("arbres_ville-2025.csv", WorkshopCast.trees)
    #expect(try cast.deposit(id).description.title == "Arbres ville 2025")
    let diagnosis = try await cast.get("/atelier/depots/\(id)")
    #expect(diagnosis.status == .ok)
    for word in [
      "À vérifier", "Aperçu", "Recette", "courriel", "adresses électroniques", "Tilleul", "hauteur",
    ] {
      #expect(diagnosis.text.contains(word), "\(word)")
    }
    #expect(diagnosis.text.contains("Appliquer"), "\(diagnosis.text)")
    let all = try await cast.post("/atelier/depots/\(id)/recette", ["faire": "tout"])
    #expect(all.status == .seeOther && all.location == "/atelier/depots/\(id)")
    let dropping = RecipeActionField.text(.dropPersonalColumn("courriel"))
    _ = try await cast.post("/atelier/depots/\(id)/recette", ["faire": "ajouter", "etape": dropping])
    let steps = try cast.deposit(id).recipe.steps
    #expect(!steps.isEmpty)
    let mended = try await cast.get("/atelier/depots/\(id)")
    #expect(mended.text.contains("<ins>Tilleul</ins>") || mended.text.contains("<del>"))
    let gate = try await cast.get("/atelier/depots/\(id)/publier")
    #expect(gate.text.contains("Demander la relecture") && !gate.text.contains("Publier maintenant"))
    let saved = try await cast.post(
      "/atelier/depots/\(id)/decrire",
      [
        "vu": "{}", "description": "Les arbres plantés.", "secret": "non", "tiers": "non",
        "mots-cles": "arbres, rues",
      ]
    )
    #expect(saved.status == .seeOther, "\(saved.text)")
    #expect(try cast.deposit(id).description.keywords == ["arbres", "rues"])
    #expect(try await cast.post("/atelier/depots/\(id)/publier", ["faire": "demander"]).status == .seeOther)
    #expect(try cast.deposit(id).state == .submitted)
    #expect(try await cast.get("/atelier", as: "relit").text.contains("À relire"))
    let word = try await cast.post(
      "/atelier/depots/\(id)/publier",
      ["faire": "decider", "qualite": "review", "avis": "oui"],
      as: "relit"
    )
    #expect(word.status == .seeOther, "\(word.text)")
    let before = try await cast.get("/atelier/depots/\(id)/publier", as: "publi")
    #expect(before.text.contains("Publier maintenant"), "\(before.text)")
    let done = try await cast.post("/atelier/depots/\(id)/publier", ["faire": "publier"], as: "publi")
    #expect(done.status == .seeOther, "\(done.text)")
    let over = try cast.deposit(id)
    #expect(over.state == .published)
    let thanks = try await cast.get("/atelier/depots/\(id)/publier", as: "publi")
    #expect(thanks.text.contains("C’est publié") && thanks.text.contains("/donnees/\(over.dataset ?? "?")"))
    #expect(try await cast.get("/atelier/donnees").text.contains("Arbres ville 2025"))
  }

  @Test("Sending back asks for a comment, shown to who deposited; taking back and giving up end it")
  func sendingBack() async throws {
    let cast = try await WorkshopCast()
    let id = try await cast.drop("arbres.csv", WorkshopCast.trees)
    let gate = "/atelier/depots/\(id)/publier"
    _ = try await cast.post(gate, ["faire": "demander"])
    let mute = try await cast.post(gate, ["faire": "decider", "avis": "non"], as: "relit")
    #expect(mute.status == .unprocessableContent)
    _ = try await cast.post(
      gate,
      ["faire": "decider", "avis": "non", "commentaire": "Le titre."],
      as: "relit"
    )
    #expect(try cast.deposit(id).state == .returned)
    #expect(try await cast.get("/atelier").text.contains("Renvoyé\u{A0}: Le titre."))
    let past = try await cast.post(gate, ["faire": "demander", "date": "2001-01-01"])
    #expect(past.status == .unprocessableContent && past.text.contains("champ-date"))
    let unreadable = try await cast.post(gate, ["faire": "demander", "date": "demain"])
    #expect(unreadable.status == .unprocessableContent)
    _ = try await cast.post(gate, ["faire": "demander", "date": "2099-01-01"])
    #expect(try cast.deposit(id).plannedFor?.text.hasPrefix("2099-01-01T05:00") == true)
    _ = try await cast.post(gate, ["faire": "reprendre"])
    #expect(try cast.deposit(id).state == .draft)
    _ = try await cast.post(gate, ["faire": "abandonner", "raison": "Doublon"])
    #expect(try cast.deposit(id).state == .abandoned)
    #expect(!(try await cast.get("/atelier").text.contains("/atelier/depots/\(id)\"")))
  }

  @Test("A deposit of another organisation is not there, to read or to change")
  func strangers() async throws {
    let cast = try await WorkshopCast()
    let id = try await cast.drop("arbres.csv", WorkshopCast.trees)
    for path in ["", "/decrire", "/publier"] {
      #expect(try await cast.get("/atelier/depots/\(id)\(path)", as: "voisin").status == .notFound)
      #expect(try await cast.get("/atelier/depots/d-none\(path)").status == .notFound)
    }
    for path in ["", "/recette", "/decrire", "/publier"] {
      let answer = try await cast.post(
        "/atelier/depots/\(id)\(path)",
        ["faire": "abandonner", "titre": "Volé", "vu": "{}"],
        as: "voisin"
      )
      #expect(answer.status == .notFound, "\(path)")
    }
    #expect(try cast.deposit(id).state == .draft && cast.deposit(id).description.title == "Arbres")
    let elsewhere = try await cast.upload(
      "/atelier/deposer",
      ["organisation": "ville"],
      files: [(DropPage.file, "x.csv", "a;b\n1;2\n")],
      as: "voisin"
    )
    #expect(elsewhere.status == .forbidden)
  }

  @Test("A reader sees a deposit and can change nothing", arguments: ["lit", "dpo"])
  func readers(person: String) async throws {
    let cast = try await WorkshopCast()
    let id = try await cast.drop("arbres.csv", WorkshopCast.trees)
    let page = try await cast.get("/atelier/depots/\(id)", as: person)
    #expect(page.status == .ok && !page.text.contains("/recette"))
    for (path, fields) in [
      ("recette", ["faire": "titres", "titres": "0"] as KeyValuePairs),
      ("decrire", ["vu": "{}", "titre": "Volé"]),
      ("publier", ["faire": "demander"]), ("publier", ["faire": "publier"]),
      ("publier", ["faire": "abandonner"]),
      ("publier", ["faire": "prevoir", "date": "2099-01-01"]),
    ] {
      let answer = try await cast.post("/atelier/depots/\(id)/\(path)", fields, as: person)
      #expect(answer.status == .forbidden, "\(path) \(fields): \(answer.status)")
    }
    #expect(try cast.deposit(id).state == .draft)
  }

  @Test(
    "Several files open several deposits; none, an empty one, or two for one dataset are refused in words"
  )
  func dropping() async throws {
    let cast = try await WorkshopCast()
    let two = try await cast.upload(
      "/atelier/deposer",
      ["organisation": "ville"],
      files: [(DropPage.file, "a.csv", "a;b\n1;2\n"), (DropPage.file, "b.csv", "a;b\n1;2\n")]
    )
    #expect(two.location == "/atelier")
    #expect(cast.platform.state.snapshot.records(Deposit.self).count == 2)
    let none = try await cast.upload("/atelier/deposer", ["organisation": "ville"], files: [])
    #expect(none.status == .unprocessableContent && none.text.contains("#champ-fichier"))
    let empty = try await cast.upload(
      "/atelier/deposer",
      ["organisation": "ville"],
      files: [(DropPage.file, "vide.csv", "")]
    )
    #expect(empty.status == .unprocessableContent && empty.text.contains("vide.csv"))
    #expect(try await cast.get("/atelier/deposer?jeu=nulle-part").status == .notFound)
    #expect(try await cast.get("/atelier/deposer", as: "lit").text.contains("Il vous manque un rôle"))
  }

  @Test("What cannot be read says why, and can be read again")
  func unreadable() async throws {
    let cast = try await WorkshopCast()
    let id = try await cast.drop("photo.png", "\u{89}PNG\r\n\u{1A}\n\u{0}\u{0}")
    let page = try await cast.get("/atelier/depots/\(id)")
    #expect(page.status == .ok && page.text.contains("Relancer la lecture"))
    #expect(try await cast.post("/atelier/depots/\(id)", ["faire": "relancer"]).status == .seeOther)
    #expect(try await cast.get("/atelier/depots/\(id)/publier").text.contains("Relancer la lecture"))
  }
}
