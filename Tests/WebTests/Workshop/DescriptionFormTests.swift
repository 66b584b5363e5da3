import Acts
import Catalogue
import Foundation
import HTTPTypes
import Messages
import Register
import Testing

@testable import Web
@testable import Workshop

@Suite("Describing") struct DescriptionFormTests {
  @Test("Two who change the same field: the second is shown both values, and chooses")
  func conflict() async throws {
    let cast = try await WorkshopCast()
    let id = try await cast.drop("arbres.csv", WorkshopCast.trees)
    let path = "/atelier/depots/\(id)/decrire"
    let seen = #"{"titre":"Arbres"}"#
    _ = try await cast.post(path, ["vu": seen, "titre": "Arbres de la ville"], as: "publi")
    let second = try await cast.post(path, ["vu": seen, "titre": "Arbres urbains", "frequence": "annual"])
    #expect(second.status == .conflict)
    #expect(second.text.contains("Arbres de la ville") && second.text.contains("Arbres urbains"))
    #expect(second.text.contains("name=\"choix-titre\""))
    #expect(try cast.deposit(id).description.title == "Arbres de la ville")
    #expect(try cast.deposit(id).description.frequency == .annual, "what meets no conflict is kept")
    let now = #"{"titre":"Arbres de la ville","frequence":"annual"}"#
    _ = try await cast.post(path, ["vu": now, "titre": "Arbres urbains", "choix-titre": "leur"])
    #expect(try cast.deposit(id).description.title == "Arbres de la ville")
    _ = try await cast.post(path, ["vu": now, "titre": "Arbres urbains", "choix-titre": "mien"])
    #expect(try cast.deposit(id).description.title == "Arbres urbains")
  }

  @Test("A script that saves learns what is kept now; a wrong value is told on its field")
  func script() async throws {
    let cast = try await WorkshopCast()
    let id = try await cast.drop("zzz.csv", WorkshopCast.trees)
    let path = "/atelier/depots/\(id)/decrire"
    let saved = try await cast.post(
      path,
      [
        "vu": #"{"titre":"Zzz"}"#, "titre": "Zzz", "contact-nom": "Parcs",
        "contact-courriel": "p@exemple.fr", "auto": "oui",
      ],
      isScript: true
    )
    #expect(saved.status == .ok && saved.text.contains("Enregistré"))
    #expect(try cast.deposit(id).description.contact == Contact(name: "Parcs", email: "p@exemple.fr"))
    let wrong = try await cast.post(path, ["vu": "{}", "theme": "xyz"], isScript: true)
    #expect(wrong.status == .unprocessableContent && wrong.text.contains("\"field\":\"theme\""))
    let page = try await cast.get(path)
    #expect(page.text.contains("value=\"Parcs\""))
  }

  @Test("A contact and a period once said are unsaid: in a deposit, and in what a deposit updates")
  func unsaid() async throws {
    let cast = try await WorkshopCast()
    let said = [
      ("contact-nom", "Parcs"), ("contact-courriel", "p@exemple.fr"), ("periode-debut", "2024-01-01"),
      ("periode-fin", "2024-12-31"), ("description", "Les bancs."), ("mots-cles", "banc, parc"),
    ]
    func send(_ path: String, _ fields: [(String, String)], as person: String) async throws {
      let page = try await cast.get(path, as: person).text
      let seen = try #require(page.firstMatch(of: /name="vu" value="([^"]*)"/)).1
        .replacing("&quot;", with: "\"").replacing("&#34;", with: "\"")
      let answer = try await cast.send(path, [("vu", String(seen))] + fields, as: person)
      #expect(answer.status == .seeOther, "\(path)")
    }
    func clear(_ path: String, as person: String = "prod") async throws {
      let page = try await cast.get(path, as: person).text
      #expect(page.contains("value=\"Parcs\"") && page.contains("value=\"2024-12-31\""), "\(path)")
      try await send(path, said.map { ($0.0, "") }, as: person)
      let after = try await cast.get(path, as: person).text
      #expect(!after.contains("value=\"Parcs\"") && !after.contains("value=\"2024-"), "\(path)")
    }

    let first = try await cast.drop("bancs.csv", "nom;places\nA;2\nB;3\n")
    try await send("/atelier/depots/\(first)/decrire", said, as: "prod")
    #expect(try cast.deposit(first).description.period == Period(start: "2024-01-01", end: "2024-12-31"))
    try await clear("/atelier/depots/\(first)/decrire")
    #expect(try cast.deposit(first).description.contact == nil)

    let url = cast.folder.appending(path: "bancs.csv")
    try Data("nom;places\nA;2\nB;3\n".utf8).write(to: url)
    let request = PublicationRequest(
      file: url,
      dataset: "bancs",
      organization: "ville",
      title: "Bancs",
      licence: "lov2"
    )
    try await cast.platform.publish(request, as: .command)
    let page = "/atelier/donnees/bancs/decrire"
    for isDeposit in [true, false] {
      try await send(page, said, as: "publi")
      let dataset = try #require(cast.platform.state.dataset("bancs"))
      #expect(dataset.contact?.name == "Parcs" && dataset.period != nil && dataset.keywords.count == 2)
      if isDeposit {
        let id = try await cast.drop("bancs.csv", "nom;places\nA;2\nB;4\n", dataset: "bancs")
        try await clear("/atelier/depots/\(id)/decrire")
        let changes = try cast.deposit(id).description
        try await cast.platform.perform(DescribeDataset("bancs", changes), as: .command)
      } else {
        try await clear(page, as: "publi")
      }
      let cleared = try #require(cast.platform.state.dataset("bancs"))
      #expect(cleared.contact == nil && cleared.period == nil, "\(isDeposit)")
      #expect(cleared.keywords.isEmpty && cleared.description.isEmpty, "\(isDeposit)")
    }
  }

  @Test("Families follow the domain that is saved")
  func families() async throws {
    let cast = try await WorkshopCast()
    let id = try await cast.drop("zzz.csv", WorkshopCast.trees)
    let path = "/atelier/depots/\(id)/decrire"
    let domain = try #require(Domain.all.first { !$0.families.isEmpty })
    #expect(!(try await cast.get(path).text.contains(">\(domain.families[0].name)</option>")))
    _ = try await cast.post(path, ["vu": "{}", "domaine": "\(domain.id)"])
    let page = try await cast.get(path).text
    #expect(page.contains("value=\"\(domain.families[0].name)\"") || page.contains(domain.families[0].name))
  }

  @Test("A published dataset is described, bounded and withdrawn by who may publish, and by nobody else")
  func dataset() async throws {
    let cast = try await WorkshopCast()
    try await cast.platform.publish(
      PublicationRequest(
        file: { () throws -> URL in
          let url = cast.folder.appending(path: "bancs.csv")
          try Data("nom;places\nA;2\nB;3\n".utf8).write(to: url)
          return url
        }(),
        dataset: "bancs",
        organization: "ville",
        title: "Bancs",
        licence: "lov2"
      ),
      as: .command
    )
    let path = "/atelier/donnees/bancs"
    #expect(try await cast.get(path, as: "voisin").status == .notFound)
    #expect(try await cast.post(path, ["faire": "retirer", "raison": "x"], as: "voisin").status == .notFound)
    #expect(try await cast.post(path, ["faire": "retirer", "raison": "x"], as: "prod").status == .forbidden)
    let mute = try await cast.post(path, ["faire": "retirer", "raison": " "], as: "publi")
    #expect(mute.status == .unprocessableContent && mute.text.contains("#champ-raison"))
    let bounds: KeyValuePairs = [
      "faire": "borner", "pertes": "25", "ajouts": "200", "invalides": "1,5", "colonnes": "oui",
    ]
    #expect(try await cast.post(path, bounds, as: "publi").status == .seeOther)
    let dataset = try #require(cast.platform.state.dataset("bancs"))
    #expect(
      dataset.bounds
        == UpdateBounds(
          maxRowLossShare: 0.25,
          maxRowGrowthShare: 2,
          maxInvalidShare: 0.015,
          allowsColumnChanges: true
        )
    )
    let wrong = try await cast.post(path, ["faire": "borner", "pertes": "900"], as: "publi")
    #expect(wrong.status == .unprocessableContent)
    let described = try await cast.post(
      path + "/decrire",
      ["vu": #"{"titre":"Bancs"}"#, "titre": "Bancs publics", "secret": "non"],
      as: "publi"
    )
    #expect(described.status == .seeOther, "\(described.text)")
    #expect(cast.platform.state.dataset("bancs")?.title == "Bancs publics")
    let late = try await cast.post(
      path + "/decrire",
      ["vu": #"{"titre":"Bancs"}"#, "titre": "Bancs verts"],
      as: "publi"
    )
    #expect(late.status == .conflict)
    #expect(
      try await cast.post(path, ["faire": "retirer", "raison": "Périmé"], as: "publi").status == .seeOther
    )
    #expect(cast.platform.state.dataset("bancs")?.status == .withdrawn)
    let page = try await cast.get(path)
    #expect(page.text.contains("Retiré") && page.text.contains("Périmé"))
  }

  @Test("An update shows what changes against the published version, and its bounds")
  func update() async throws {
    let cast = try await WorkshopCast()
    let url = cast.folder.appending(path: "bancs.csv")
    try Data("nom;places\nA;2\nB;3\nC;4\n".utf8).write(to: url)
    try await cast.platform.publish(
      PublicationRequest(file: url, dataset: "bancs", organization: "ville", title: "Bancs", licence: "lov2"),
      as: .command
    )
    let id = try await cast.drop("bancs.csv", "nom;places\nA;2\n", dataset: "bancs")
    let gate = try await cast.get("/atelier/depots/\(id)/publier")
    #expect(gate.text.contains("Ce qui change"))
    #expect(gate.text.contains("Hors des bornes convenues"), "\(gate.text)")
    #expect(try await cast.get("/atelier/donnees/bancs").text.contains("Dépôts en cours"))
  }

  @Test(
    "A title is read from a file’s name",
    arguments: [
      ("arbres_alignement-2025 v2 final.csv", "Arbres alignement 2025"), ("BUDGET_2024.xlsx", "Budget 2024"),
      ("export_20250131.csv", "Export"), ("données.csv.gz", "Données"), ("x.csv", "X"),
      ("../../etc/passwd", "Passwd"), (".csv", ".csv"),
    ]
  )
  func titles(name: String, title: String) { #expect(Prefilling.title(name) == title) }
}
