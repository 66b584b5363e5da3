import Acts
import Catalogue
import Governance
import HTTPTypes
import Messages
import Register
import Testing

@testable import Web
@testable import Workshop

@Suite("A territory that begins") struct NewTerritoryTests {
  private static let first = "Ajoutez d’abord votre commune"

  private static func found(_ cast: WorkshopCast) async throws {
    let commune = Organization(id: "ville", name: "Ville d’Arpent", nature: .commune)
    try await cast.platform.perform(DescribeOrganization(commune), as: .command)
  }

  @Test(
    "With no organisation, pages that write say to add one, and lead an administrator there",
    arguments: [
      "/atelier/registres", "/atelier/registres/traitements/nouvelle", "/atelier/registres/delegues/nouvelle",
      "/atelier/registres/traitements/commencer", "/atelier/registres/traitements/importer",
      "/atelier/deposer",
    ]
  )
  func noOrganization(path: String) async throws {
    let cast = try await WorkshopCast.newTerritory()
    let page = try await cast.get(path, as: "admin")
    #expect(page.status == .ok, "\(path)")
    #expect(page.text.contains(Self.first), "\(path)")
    #expect(page.text.contains("href=\"/atelier/organisations/nouvelle\""), "\(path)")
    try await cast.enter("agent", .producer, nil)
    let other = try await cast.get(path, as: "agent")
    #expect(other.status == .ok && other.text.contains(Self.first), "\(path)")
    #expect(
      other.text.contains("Prénom admin") && !other.text.contains("/organisations/nouvelle\""),
      "\(path)"
    )
  }

  @Test(
    "Who lacks the role is told which, and who gives it; an administrator is led to people",
    arguments: [
      "/atelier/registres/traitements/nouvelle", "/atelier/registres/traitements/commencer",
      "/atelier/deposer",
    ]
  )
  func noRole(path: String) async throws {
    let cast = try await WorkshopCast.newTerritory()
    try await Self.found(cast)
    let page = try await cast.get(path, as: "admin")
    #expect(page.status == .ok && page.text.contains("Producteur ou Référent data ou Publicateur"), "\(path)")
    #expect(page.text.contains("href=\"/atelier/personnes\">Donner ce rôle"), "\(path)")
    try await cast.enter("lit", .reader, "ville")
    let reader = try await cast.get(path, as: "lit")
    #expect(reader.status == .ok && reader.text.contains("Prénom admin"), "\(path)")
    #expect(!reader.text.contains("Donner ce rôle"), "\(path)")
  }

  @Test("The first page says where to begin, line by line, until all is done")
  func steps() async throws {
    let cast = try await WorkshopCast.newTerritory()
    let desk = cast.room.desk
    func steps(_ person: String) -> [Bool] {
      FirstSteps(desk: desk, signedIn: WorkshopCast.Sessions.of(person)).steps.map(\.isDone)
    }
    #expect(steps("admin") == [false, false, false])
    let home = try await cast.get("/atelier", as: "admin").text
    #expect(home.contains("Par où commencer") && home.contains("href=\"/atelier/organisations/nouvelle\""))
    #expect(!home.contains("Déposer un premier fichier"), "an administrator does not deposit")
    try await Self.found(cast)
    #expect(steps("admin") == [true, false, false])
    try await cast.enter("prod", .producer, "ville")
    #expect(steps("admin") == [true, false, false], "nobody decides of personal data yet")
    try await cast.enter("dpo", .dpo, "ville")
    #expect(steps("admin") == [true, true, false])
    #expect(steps("prod") == [false, false])
    #expect(steps("dpo").isEmpty)
    let opened = try await cast.post(
      "/atelier/registres/traitements/nouvelle",
      ["organization": "ville", "depart": "vide", "title": "Paie"]
    )
    #expect(opened.status == .seeOther)
    #expect(steps("prod") == [true, false])
    _ = try await cast.drop("arbres.csv", WorkshopCast.trees)
    #expect(steps("prod").isEmpty, "gone once all is done")
    #expect(!(try await cast.get("/atelier").text.contains("Par où commencer")))
  }

  @Test("The first page leads a data protection officer to what presses; nobody else")
  func protection() async throws {
    let cast = try await WorkshopCast()
    let calm = try await cast.get("/atelier", as: "dpo").text
    #expect(calm.contains("href=\"/atelier/protection\"") && calm.contains("rien ne presse"))
    #expect(!(try await cast.get("/atelier").text.contains("/atelier/protection")))
    let breach = try await cast.post(
      "/atelier/registres/violations/nouvelle",
      ["organization": "ville", "depart": "vide", "title": "Clé perdue"],
      as: "dpo"
    )
    #expect(breach.status == .seeOther)
    #expect(try await cast.get("/atelier", as: "dpo").text.contains("1\u{A0}chose presse"))
  }

  @Test("An organisation’s nature is chosen, never presumed")
  func nature() async throws {
    let cast = try await WorkshopCast.newTerritory()
    let form = try await cast.get("/atelier/organisations/nouvelle", as: "admin").text
    #expect(form.contains("<option value=\"\">Choisir…</option>"))
    let refused = try await cast.post("/atelier/organisations/nouvelle", ["name": "Brindelle"], as: "admin")
    #expect(refused.status == .unprocessableContent && refused.text.contains("Choisissez sa nature"))
    let saved = try await cast.post(
      "/atelier/organisations/nouvelle",
      ["name": "Brindelle", "nature": "commune"],
      as: "admin"
    )
    #expect(saved.status == .seeOther)
    #expect(cast.platform.state.organization("brindelle")?.nature == .commune)
  }

  @Test("Each role says which registers it decides of")
  func roles() async throws {
    let cast = try await WorkshopCast.newTerritory()
    let page = try await cast.get("/atelier/personnes", as: "admin").text
    #expect(page.contains("Ce que chaque rôle décide"))
    for register in Registers.all {
      let name = register.plural.fr.lowercasedFirst
      #expect(page.contains(name), "\(register.slug)")
      #expect(
        register.rights.decide.roles.allSatisfy { role in
          role.decidedRegisters.contains { $0.slug == register.slug }
        }
      )
    }
  }
}
