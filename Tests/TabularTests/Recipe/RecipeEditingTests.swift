import Foundation
import Messages
import Testing

@testable import Tabular

/// One of each action.
let everyAction: [RecipeAction] = [
  .readSheet(name: "Feuil2"), .readHeader(row: 4), .readHeader(row: 0), .readEncoding(name: "windows-1252"),
  .readDelimiter(";"), .renameColumn("a", to: "b"), .dropColumn("a"), .dropPersonalColumn("a"),
  .setType(column: "a", type: .text, format: ColumnFormat(rawValue: "siret")),
  .setType(column: "a", type: .number, format: nil), .trim(column: nil), .trim(column: "a"),
  .collapseBlanks(column: "a"), .changeCase(column: "a", to: .title),
  .replaceValue(column: "a", from: "x", to: "y"), .emptyValues(column: "a", values: ["NC", "n/a", "-"]),
  .emptyInvalid(column: "a", type: .date, format: nil, notation: "dd/mm/yyyy"), .decodeText(column: "a"),
  .writeNumbers(column: "a", decimal: .comma, thousands: " ", keepsUnit: true),
  .datesToISO(column: "a", order: .monthFirst), .writeBooleans(column: "a", yes: "oui", no: "non"),
  .restoreZeros(column: "a", digits: 5), .dropBlankRows, .dropTotalRows, .dropDuplicateRows,
  .dropRows(column: "a", value: "x"), .pseudonymise(column: "a"), .generalise(column: "a", .month),
  .generalise(column: "a", .year), .generalise(column: "a", .classes(width: 10)),
  .generalise(column: "a", .departement), .generalise(column: "a", .prefix(3)),
]

@Suite("A recipe") struct RecipeEditingTests {
  @Test("Each action is written in JSON and read back", arguments: everyAction)
  func json(_ action: RecipeAction) throws {
    let recipe = Recipe([action])
    let data = try JSONEncoder().encode(recipe)
    #expect(try JSONDecoder().decode(Recipe.self, from: data) == recipe)
  }

  @Test("Each action has a French and an English sentence of its own", arguments: everyAction)
  func sentences(_ action: RecipeAction) {
    let sentence = RecipeStep(id: "s1", action: action).sentence
    #expect(sentence.fr.hasSuffix("."))
    #expect(sentence.en.hasSuffix("."))
    #expect(sentence.fr != action.name)
    // What opens or closes French quotes has its no-break blank.
    #expect(!sentence.fr.contains("« ") && !sentence.fr.contains(" »"))
    #expect(everyAction.count { $0.sentence == sentence } == 1)
  }

  @Test("The JSON is stable")
  func stable() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    func json(_ action: RecipeAction) throws -> String {
      String(decoding: try encoder.encode(RecipeStep(id: "s1", action: action)), as: UTF8.self)
    }
    #expect(try json(.dropColumn("Courriel")) == #"{"action":"drop-column","column":"Courriel","id":"s1"}"#)
    #expect(
      try json(.generalise(column: "n", .classes(width: 10)))
        == #"{"action":"generalise","column":"n","id":"s1","into":"classes","width":10}"#
    )
    #expect(
      try json(.replaceValue(column: "n", from: "12,5", to: "12.5"))
        == #"{"action":"replace-value","column":"n","from":"12,5","id":"s1","to":"12.5"}"#
    )
    #expect(try json(.dropTotalRows) == #"{"action":"drop-total-rows","id":"s1"}"#)
  }

  @Test(
    "What is no step is refused",
    arguments: [
      #"{"id":"s1","action":"explode"}"#, #"{"id":"s1","action":"drop-column"}"#,
      #"{"id":"s1","action":"generalise","column":"a","into":"classes"}"#, #"{"action":"trim"}"#,
      #"{"id":"s1","action":"set-type","column":"a","type":"colour"}"#,
    ]
  )
  func refused(_ json: String) {
    #expect(throws: (any Error).self) { try JSONDecoder().decode(RecipeStep.self, from: Data(json.utf8)) }
  }

  @Test("Sentences read as French")
  func french() {
    let sentences: [(RecipeAction, String)] = [
      (.dropColumn("Courriel"), "Supprimer la colonne «\u{A0}Courriel\u{A0}»."),
      (
        .replaceValue(column: "hauteur", from: "12,5", to: "12.5"),
        "Remplacer «\u{A0}12,5\u{A0}» par «\u{A0}12.5\u{A0}» dans la colonne «\u{A0}hauteur\u{A0}»."
      ),
      (.readDelimiter(";"), "Couper les lignes à chaque point-virgule."),
      (
        .generalise(column: "Né le", .year),
        "Ne garder que l’année des valeurs de la colonne «\u{A0}Né le\u{A0}»."
      ),
      (
        .emptyValues(column: "c", values: ["NC", "n/a", "-"]),
        "Vider les cellules de la colonne «\u{A0}c\u{A0}» qui contiennent «\u{A0}NC\u{A0}», «\u{A0}n/a\u{A0}» "
          + "ou «\u{A0}-\u{A0}»."
      ),
    ]
    for (action, sentence) in sentences { #expect(action.sentence.fr == sentence) }
  }

  @Test("Steps are added, moved and removed; ids stay")
  func edits() {
    let recipe = Recipe([.trim(column: nil), .dropColumn("a"), .dropBlankRows])
    #expect(recipe.steps.map(\.id) == ["s1", "s2", "s3"])
    #expect(recipe.moving("s3", to: 0).steps.map(\.id) == ["s3", "s1", "s2"])
    #expect(recipe.moving("s1", to: 99).steps.map(\.id) == ["s2", "s3", "s1"])
    #expect(recipe.moving("s9", to: 0) == recipe)
    #expect(recipe.removing("s2").steps.map(\.id) == ["s1", "s3"])
    #expect(recipe.removing("s9") == recipe)
    #expect(recipe.removing("s1").adding(.dropTotalRows).steps.map(\.id) == ["s2", "s3", "s4"])
    #expect(recipe.adding(.dropTotalRows).removing("s4") == recipe)
  }

  @Test("One reading step of a kind is kept, and prevails")
  func reading() {
    let recipe = Recipe([.readHeader(row: 3), .trim(column: nil), .readSheet(name: "A"), .readHeader(row: 5)])
    #expect(recipe.steps.count == 3)
    let options = recipe.readingOptions(ReadingOptions(headerRow: 1, encoding: "utf-8"))
    #expect(options == ReadingOptions(headerRow: 5, sheet: "A", encoding: "utf-8"))
  }

  @Test("What hides something of the file is protective; what mends it is not")
  func protective() {
    let hiding: Set = ["drop-column", "drop-personal-column", "drop-rows", "pseudonymise", "generalise"]
    for action in everyAction { #expect(Recipe([action]).isProtective == hiding.contains(action.name)) }
    #expect(Recipe([.pseudonymise(column: "a")]).needsKey)
    #expect(!Recipe([.dropColumn("a")]).needsKey)
  }
}
