import Acts
import Catalogue
import Foundation
import Governance
import HTTPTypes
import Register
import Testing

@testable import Web
@testable import Workshop

@Suite("What lists propose to choose from") struct ProposalTests {
  @Test(
    "The first ones of two lists are taken, and one more tells that there are others",
    arguments: [(0, 0), (1, 0), (0, 1), (3, 1), (4, 0), (0, 4), (2, 3), (5, 5)]
  )
  func cut(first: Int, others: Int) {
    let own = (0..<first).map { (value: "a\($0)", label: "A \($0)") }
    let rest = (0..<others).map { (value: "b\($0)", label: "B \($0)") }
    let proposals = Proposals(own, then: rest, most: 4)
    #expect(proposals.options.map(\.value) == (own + rest).prefix(4).map(\.value))
    #expect(proposals.isCut == (first + others > 4))
  }

  @Test("What was chosen in a list is read back, whatever its title holds")
  func marks() {
    for label in ["Arbres", "Arbres ⋅ parcs", "", "A ⋅ "] {
      #expect(Proposals.id(in: Proposals.text((value: "arbres-1", label: label))) == "arbres-1")
    }
    #expect(Proposals.id(in: "Un titre") == "Un titre")
  }

  /// More datasets of the town than a list proposes, and two of the village: one that the public sees, one not.
  private static func cast() async throws -> WorkshopCast {
    let cast = try await WorkshopCast()
    for number in 1...(Proposals.most + 1) {
      try await describe("ville-\(number)", "Jeu de la ville \(number)", "ville", cast)
    }
    try await describe("bourg-secret", "Zones du bourg", "bourg", cast)
    return cast
  }

  private static func describe(
    _ slug: String,
    _ title: String,
    _ organization: String,
    _ cast: WorkshopCast
  ) async throws {
    try await cast.platform.perform(
      DescribeDataset(slug, DatasetChanges(title: title, organization: organization)),
      as: .command
    )
  }

  private static func asked(_ query: String, _ cast: WorkshopCast, as person: String) async throws -> [String]
  {
    let answer = try await cast.get("/atelier/propositions?" + query, as: person)
    #expect(answer.status == .ok)
    let values = try JSONValue(parsing: Array(answer.text.utf8))
    return values.items.compactMap { $0["id"]?.text }
  }

  @Test("As one types, the datasets that hold each word are proposed, to those who may read or change them")
  func typed() async throws {
    let cast = try await Self.cast()
    let reader = try await Self.asked("sorte=dataset&q=VILLE+201", cast, as: "lit")
    #expect(reader == ["ville-201"])
    #expect(try await Self.asked("sorte=dataset&q=zones", cast, as: "lit").isEmpty)
    #expect(try await Self.asked("sorte=dataset&q=zones", cast, as: "voisin") == ["bourg-secret"])
    #expect(try await Self.asked("sorte=dataset&q=ville&droit=publier", cast, as: "voisin").isEmpty)
    #expect(try await Self.asked("sorte=dataset&q=ville&droit=produire", cast, as: "lit").isEmpty)
    let producer = try await Self.asked("sorte=dataset&q=ville&droit=produire", cast, as: "prod")
    #expect(producer.count == Proposals.most)
    #expect(try await Self.asked("sorte=mot-de-passe&q=a", cast, as: "prod").isEmpty)
    #expect(try await cast.get("/atelier/propositions?sorte=dataset&q=a", as: "nobody").status != .ok)
  }

  @Test(
    "A form proposes datasets once for all its fields, and shows one that it does not propose by its title"
  )
  func form() async throws {
    let cast = try await Self.cast()
    let opened = try await cast.post(
      "/atelier/registres/traitements/nouvelle",
      ["organization": "ville", "depart": "vide", "title": "Paie"],
      as: "prod"
    )
    let path = try #require(opened.location)
    // The last one by title: no list holds it.
    let last = "ville-99"
    let field = try #require(
      RegisterKind.processingActivity.fields.first { field in
        guard case .list(.reference(let kind)) = field.type else { return false }
        return kind == Dataset.kind
      }
    )
    let saved = try await cast.send(
      path,
      [
        ("vu", "{}"), (EditedField.presence("f." + field.key), "oui"),
        ("f.\(field.key)+", Proposals.text((last, "Jeu de la ville 99"))),
      ],
      as: "prod"
    )
    #expect(saved.status == .seeOther, "\(saved.text.suffix(800))")
    let page = try await cast.get(path, as: "prod").text
    #expect(page.components(separatedBy: "<datalist id=\"liste-dataset\"").count == 2)
    #expect(!page.contains("value=\"Jeu de la ville 99 ⋅ ville-99\""))
    #expect(page.contains("value=\"\(last)\"") && page.contains("Jeu de la ville 99"))
    #expect(page.utf8.count < 200_000)
  }

  @Test("A dataset to update is named by its title or its id, among those one may change")
  func update() async throws {
    let cast = try await Self.cast()
    let page = try await cast.get("/atelier/deposer").text
    #expect(page.contains("list=\"jeu-liste\"") && page.contains("La liste propose les 200 premiers"))
    let desk = cast.room.desk
    for typed in ["ville-7", "Jeu de la ville 7", " Jeu de la ville 7 ", "Jeu de la ville 7 ⋅ ville-7"] {
      #expect(desk.dataset(named: typed, .produce, "prod") == "ville-7", "\(typed)")
    }
    #expect(desk.dataset(named: "", .produce, "prod").isEmpty)
    #expect(desk.dataset(named: "Zones du bourg", .produce, "prod") != "bourg-secret")
  }
}
