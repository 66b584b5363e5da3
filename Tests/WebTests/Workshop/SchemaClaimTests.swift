import HTTPTypes
import Testing

@testable import Web
@testable import Workshop

@Suite("The schema that a dataset says it follows") struct SchemaClaimTests {
  private static let names = """
    COMMUNE_NOM,COLL_INSEE,ENFANT_SEXE,ENFANT_PRENOM,NOMBRE_OCCURRENCES,ANNEE
    Arpent,37001,F,Jeanne,7,2025
    Arpent,37001,M,Louis,6,2025
    Arpent,37001,M,Paul,5,2025

    """

  @Test("A file that looks like a schema is told so, and every known schema is proposed")
  func proposed() async throws {
    let cast = try await WorkshopCast()
    let id = try await cast.drop("prenoms.csv", Self.names)
    let diagnosis = try await cast.get("/atelier/depots/\(id)").text
    #expect(diagnosis.contains("ressemble au schéma scdl/prenoms"), "\(diagnosis)")
    #expect(diagnosis.contains("/atelier/depots/\(id)/decrire#champ-schema"))
    let form = try await cast.get("/atelier/depots/\(id)/decrire").text
    #expect(form.contains("ressemble au schéma scdl/prenoms"))
    #expect(form.contains("<datalist id=\"schemas\">") && form.contains("value=\"etalab/schema-bal\""))
  }

  @Test("A schema that is claimed is checked at once: respected, or what to mend")
  func checked() async throws {
    let cast = try await WorkshopCast()
    let id = try await cast.drop("prenoms.csv", Self.names)
    func claim(_ schema: String) async throws -> String {
      let saved = try await cast.post("/atelier/depots/\(id)/decrire", ["vu": "{}", "schema": schema])
      #expect(saved.status == .seeOther, "\(saved.text)")
      return try await cast.get("/atelier/depots/\(id)").text
    }
    let respected = try await claim("scdl/prenoms")
    #expect(respected.contains("Schéma annoncé\u{A0}: scdl/prenoms"), "\(respected)")
    #expect(respected.contains(">respecté<") && respected.contains("0\u{A0}cellule en défaut"))
    #expect(!respected.contains("Annoncer ce schéma"))
  }

  @Test("A claim that the file does not keep names the columns it lacks")
  func broken() async throws {
    let cast = try await WorkshopCast()
    let id = try await cast.drop("prenoms.csv", Self.names.replacing("ENFANT_SEXE,", with: "SEXE_X,"))
    _ = try await cast.post("/atelier/depots/\(id)/decrire", ["vu": "{}", "schema": "scdl/prenoms"])
    let page = try await cast.get("/atelier/depots/\(id)").text
    #expect(page.contains(">non respecté<") && page.contains("ENFANT_SEXE"), "\(page)")
  }

  @Test("A file like no schema is told of none")
  func none() async throws {
    let cast = try await WorkshopCast()
    let id = try await cast.drop("notes.csv", "jour,note\n2025-01-01,12\n2025-01-02,13\n")
    let page = try await cast.get("/atelier/depots/\(id)").text
    #expect(!page.contains("ressemble au schéma") && !page.contains("Schéma annoncé"))
  }
}
