import Acts
import Foundation
import HTTPTypes
import Messages
import Register
import Tabular
import Testing

@testable import Web
@testable import Workshop

@Suite("The recipe’s forms") struct RecipeFormTests {
  @Test("Steps are added, moved and removed by forms; what is no step changes nothing")
  func steps() async throws {
    let cast = try await WorkshopCast()
    let id = try await cast.drop("arbres.csv", WorkshopCast.trees)
    let path = "/atelier/depots/\(id)/recette"
    func ids() throws -> [String] { try cast.deposit(id).recipe.steps.map(\.id) }
    for action in [RecipeAction.dropColumn("hauteur"), .pseudonymise(column: "courriel"), .trim(column: nil)]
    {
      _ = try await cast.post(path, ["faire": "ajouter", "etape": RecipeActionField.text(action)])
    }
    #expect(try ids() == ["s1", "s2", "s3"])
    _ = try await cast.post(path, ["faire": "monter", "id": "s3"])
    #expect(try ids() == ["s1", "s3", "s2"])
    _ = try await cast.post(path, ["faire": "descendre", "id": "s1"])
    #expect(try ids() == ["s3", "s1", "s2"])
    _ = try await cast.post(path, ["faire": "retirer", "id": "s1"])
    #expect(try ids() == ["s3", "s2"])
    for fields in [
      ["faire": "ajouter", "etape": "{}"] as KeyValuePairs, ["faire": "ajouter", "etape": "x"],
      ["faire": "ajouter", "etape": #"{"action":"drop-column","column":"","id":"s"}"#],
      ["faire": "type", "colonne": "essence", "type": "xyz"],
      ["faire": "renommer", "colonne": "", "nom": "x"],
      ["faire": "titres", "titres": "douze"], ["faire": "monter", "id": "s99"], ["faire": "xyz"],
    ] {
      _ = try await cast.post(path, fields)
      #expect(try ids() == ["s3", "s2"], "\(fields)")
    }
    _ = try await cast.post(path, ["faire": "renommer", "colonne": "essence", "nom": "espèce"])
    _ = try await cast.post(path, ["faire": "type", "colonne": "hauteur", "type": "text"])
    let page = try await cast.get("/atelier/depots/\(id)")
    #expect(page.text.contains("<del>essence</del> <ins>espèce</ins>"))
    #expect(page.text.contains("Retirer<span"))
  }

  @Test("The preview goes to the row asked for, and a column opens to be changed")
  func preview() async throws {
    let cast = try await WorkshopCast()
    let rows = (1...200).map { "\($0);\($0 == 150 ? "douze" : "\($0 * 2)")" }.joined(separator: "\n")
    let id = try await cast.drop("mesures.csv", "numero;valeur\n" + rows + "\n")
    let first = try await cast.get("/atelier/depots/\(id)")
    #expect(first.text.contains("ligne=151#l151"), "the remark links to its cell")
    let around = try await cast.get("/atelier/depots/\(id)?ligne=151")
    #expect(around.text.contains("id=\"l151\"") && around.text.contains("douze"))
    #expect(!around.text.contains("id=\"l20\""))
    for row in ["0", "-4", "99999999", "x"] {
      #expect(try await cast.get("/atelier/depots/\(id)?ligne=\(row)").status == .ok)
    }
    let column = try await cast.get("/atelier/depots/\(id)?colonne=2")
    #expect(column.text.contains("Modifier la colonne «\u{A0}valeur\u{A0}»"))
    #expect(
      !(try await cast.get("/atelier/depots/\(id)?colonne=2", as: "lit").text.contains("id=\"corriger\""))
    )
  }

  @Test("The same bytes through the same steps are read once")
  func readOnce() async throws {
    let cast = try await WorkshopCast()
    let one = try await cast.drop("a.csv", WorkshopCast.trees)
    let two = try await cast.drop("a.csv", WorkshopCast.trees)
    for id in [one, two, one] { _ = try await cast.get("/atelier/depots/\(id)") }
    #expect(cast.room.inspections.count == 1)
  }
}

@Suite("Long works") struct WorkBoardTests {
  private func isDone<Value>(_ standing: WorkBoard<String, Value>.Standing?) -> Bool {
    if case .done? = standing { true } else { false }
  }

  @Test("A work is begun once, told of, kept, and of many the least asked for is forgotten")
  func keeping() async throws {
    let board = WorkBoard<String, Int>(capacity: 3)
    for number in 0..<3 {
      #expect(isDone(await board.look("\(number)", patience: .seconds(5)) { _ in number }))
    }
    _ = board.standing("0")
    #expect(isDone(await board.look("3", patience: .seconds(5)) { _ in 3 }))
    #expect(board.count == 3)
    #expect(isDone(board.standing("0")) && board.standing("1") == nil)
    if case .done(let value)? = await Optional(board.look("0", patience: .seconds(5)) { _ in 99 }) {
      #expect(value == 0, "it is not begun again")
    }
  }

  @Test("A work that takes long says how far it is, is cancelled, and can be begun again")
  func cancelling() async throws {
    let board = WorkBoard<String, Int>(capacity: 3)
    let standing = await board.look("a", patience: .milliseconds(80)) { progress in
      progress(12)
      try await Task.sleep(for: .seconds(60))
      return 1
    }
    guard case .running(let rows) = standing else {
      Issue.record("it should run: \(standing)")
      return
    }
    #expect(rows == 12)
    board.forget("a")
    #expect(board.standing("a") != nil, "what runs is not forgotten")
    board.cancel("a")
    let after = await board.look("a", patience: .seconds(5)) { _ in 2 }
    guard case .failed(let failure) = after else {
      Issue.record("it should be stopped: \(after)")
      return
    }
    #expect(failure.code == "deposit.cancelled")
    board.forget("a")
    #expect(isDone(await board.look("a", patience: .seconds(5)) { _ in 3 }))
  }
}
