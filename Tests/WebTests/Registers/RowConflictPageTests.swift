import Acts
import Foundation
import Governance
import HTTPTypes
import Register
import Testing

@testable import Web
@testable import Workshop

@Suite("Two who change the rows of one list") struct RowConflictPageTests {
  private static let list = "f.categories"

  private static func open(_ cast: WorkshopCast) async throws -> String {
    let answer = try await cast.post(
      "/atelier/registres/traitements/nouvelle",
      ["organization": "ville", "depart": "vide", "title": "Cantine"],
      as: "prod"
    )
    return try #require(answer.location, "\(answer.text.suffix(2_000))")
  }

  private static func rows(_ cast: WorkshopCast, _ path: String) throws -> [String] {
    let register = try #require(Registers.named("traitements"))
    let id = try #require(path.split(separator: "/").last.map(String.init))
    let values = try #require(register.sheet(id, in: cast.platform.state.snapshot)).values
    return values["categories"]?.items.map { ($0["name"]?.text ?? "") + ($0["activeLength"]?.text ?? "") }
      ?? []
  }

  /// What the page of the record sends back to tell what its reader saw.
  private static func seen(_ page: String) throws -> String {
    let match = try #require(page.firstMatch(of: /name="vu"[^>]*value="([^"]*)"/))
    return String(match.1).replacing("&quot;", with: "\"").replacing("&amp;", with: "&").replacing(
      "&#39;",
      with: "'"
    )
  }

  private static func form(_ seen: String, _ rows: [(String, String)], _ more: [(String, String)] = [])
    -> [(String, String)]
  {
    [("vu", seen), ("present-\(list)", "oui")]
      + rows.enumerated().flatMap { index, row in
        [("\(list).\(index).name", row.0), ("\(list).\(index).activeLength", row.1)]
      } + more
  }

  private static func post(
    _ cast: WorkshopCast,
    _ path: String,
    _ fields: [(String, String)],
    isScript: Bool = false
  ) async throws -> WorkshopCast.Answer {
    try await cast.send(path, fields, as: "prod", isScript: isScript)
  }

  @Test("Rows that only one of them changed are all kept")
  func merged() async throws {
    let cast = try await WorkshopCast()
    let path = try await Self.open(cast)
    _ = try await Self.post(cast, path, Self.form("{}", [("Nom", "1"), ("Adresse", "2")]))
    let seen = try Self.seen(try await cast.get(path, as: "prod").text)
    _ = try await Self.post(cast, path, Self.form(seen, [("Nom", "1"), ("Adresse", "9"), ("Repas", "1")]))
    let second = try await Self.post(
      cast,
      path,
      Self.form(seen, [("Nom", "5"), ("Adresse", "2"), ("Régime", "1")])
    )
    #expect(second.status == .seeOther, "\(second.text.suffix(600))")
    #expect(try Self.rows(cast, path) == ["Nom5", "Adresse9", "Repas1", "Régime1"])
  }

  @Test(
    "A row that both changed is shown with both values, alone, and the choice is kept",
    arguments: [true, false]
  )
  func disputed(keepsMine: Bool) async throws {
    let cast = try await WorkshopCast()
    let path = try await Self.open(cast)
    _ = try await Self.post(cast, path, Self.form("{}", [("Nom", "1"), ("Adresse", "2")]))
    let seen = try Self.seen(try await cast.get(path, as: "prod").text)
    _ = try await Self.post(cast, path, Self.form(seen, [("Nom", "3"), ("Adresse", "2"), ("Repas", "1")]))
    let second = try await Self.post(cast, path, Self.form(seen, [("Nom", "4"), ("Adresse", "8")]))
    #expect(second.status == .conflict)
    #expect(second.text.contains("name=\"choix-\(Self.list).0\""))
    #expect(
      !second.text.contains("name=\"choix-\(Self.list).1\"")
        && !second.text.contains("\"choix-\(Self.list)\"")
    )
    #expect(try Self.rows(cast, path) == ["Nom3", "Adresse8", "Repas1"], "what meets no conflict is kept")
    // What the page shows, sent back with the choice.
    let choice = [
      ("choix-\(Self.list).0", keepsMine ? "mien" : "leur"),
      ("\(Self.list).0.enregistre", #"{"name":"Nom","activeLength":3}"#),
    ]
    let shown = [("Nom", "4"), ("Adresse", "8"), ("Repas", "1")]
    _ = try await Self.post(cast, path, Self.form(try Self.seen(second.text), shown, choice))
    #expect(try Self.rows(cast, path) == [keepsMine ? "Nom4" : "Nom3", "Adresse8", "Repas1"])
  }

  @Test("A row that one took away while the other changed it can be kept or taken away")
  func removed() async throws {
    let cast = try await WorkshopCast()
    let path = try await Self.open(cast)
    _ = try await Self.post(cast, path, Self.form("{}", [("Nom", "1"), ("Adresse", "2")]))
    let seen = try Self.seen(try await cast.get(path, as: "prod").text)
    _ = try await Self.post(cast, path, Self.form(seen, [("Nom", "3"), ("Adresse", "2")]))
    let second = try await Self.post(cast, path, Self.form(seen, [("Adresse", "2")]))
    #expect(second.status == .conflict && second.text.contains("Retirer la ligne, comme vous l’avez fait"))
    #expect(try Self.rows(cast, path) == ["Nom3", "Adresse2"], "nothing is lost before the choice")
    let sent = Self.form(
      try Self.seen(second.text),
      [("Nom", "3"), ("Adresse", "2")],
      [("choix-\(Self.list).0", "mien"), ("\(Self.list).0.retire", "oui")]
    )
    _ = try await Self.post(cast, path, sent)
    #expect(try Self.rows(cast, path) == ["Adresse2"])
  }

  @Test("A form that stays open and saves as one types undoes nothing of what others save meanwhile")
  func autosave() async throws {
    let cast = try await WorkshopCast()
    let path = try await Self.open(cast)
    _ = try await Self.post(cast, path, Self.form("{}", [("Nom", "1")], [("f.automatedLogic", "Repas")]))
    var seen = try Self.seen(try await cast.get(path, as: "prod").text)
    _ = try await Self.post(
      cast,
      path,
      Self.form(seen, [("Nom", "1"), ("Repas", "1")], [("f.automatedLogic", "Midi")])
    )
    for mine in [[("Nom", "1"), ("Régime", "2")], [("Nom", "1"), ("Régime", "4")]] {
      let sent = Self.form(seen, mine, [("f.automatedLogic", "Repas"), ("auto", "oui")])
      let saved = try await Self.post(cast, path, sent, isScript: true)
      #expect(saved.status == .ok)
      seen = try #require(JSONValue(parsing: Array(saved.text.utf8))["seen"]?.text)
    }
    #expect(try Self.rows(cast, path) == ["Nom1", "Repas1", "Régime4"])
    let register = try #require(Registers.named("traitements"))
    let id = try #require(path.split(separator: "/").last.map(String.init))
    #expect(register.sheet(id, in: cast.platform.state.snapshot)?.values["automatedLogic"] == .string("Midi"))
  }

  @Test("A refused answer brings back what the sender wrote, and what others saved beside it")
  func refused() async throws {
    let cast = try await WorkshopCast()
    let path = try await Self.open(cast)
    _ = try await Self.post(cast, path, Self.form("{}", [("Nom", "1")], [("f.automatedLogic", "Repas")]))
    let seen = try Self.seen(try await cast.get(path, as: "prod").text)
    _ = try await Self.post(
      cast,
      path,
      Self.form(seen, [("Nom", "1"), ("Repas", "1")], [("f.automatedLogic", "Midi")])
    )
    let sent = Self.form(
      seen,
      [("Nom", "1"), ("Régime", "2")],
      [("f.automatedLogic", "Repas"), ("f.subjectsCount", "beaucoup")]
    )
    let page = try await Self.post(cast, path, sent)
    #expect(page.status == .unprocessableContent)
    for text in ["beaucoup", "Midi", "value=\"Repas\"", "value=\"Régime\""] {
      #expect(page.text.contains(text), "\(text)")
    }
    #expect(try Self.rows(cast, path) == ["Nom1", "Repas1", "Régime2"])
  }
}
