import Testing

@testable import Search

@Suite("French analysis")
struct AnalyzerTests {
  static let words: [(String, [String])] = [
    ("l'eau d’Arpent", ["eau", "arpent"]),
    ("qu’il s'agisse aujourd’hui", ["il", "agisse", "aujourdhui"]),
    ("eau-potable, presqu'île", ["eau", "potable", "ile"]),
    ("PM10 en 2024", ["pm10", "en", "2024"]),
    ("1 001 nuits", ["1", "001", "nuits"]),
  ]

  @Test("Words are cut as French writes them", arguments: words)
  func cuts(text: String, words: [String]) {
    #expect(FrenchAnalyzer().tokens(of: text).map(\.word) == words)
  }

  static let families: [[String]] = [
    ["arbre", "arbres", "Arbres"],
    ["cheval", "chevaux"],
    ["travail", "travaux"],
    ["bibliothèque", "bibliothèques", "BIBLIOTHEQUE"],
    ["délibération", "délibérations", "deliberation"],
    ["subvention", "subventions"],
    ["école", "écoles", "ecole"],
    ["municipal", "municipaux", "municipale", "municipales"],
    ["défibrillateur", "défibrillateurs"],
    ["local", "locaux", "locales"],
  ]

  @Test("Singular, plural and unaccented forms share a stem", arguments: families)
  func stems(family: [String]) {
    let terms = Set(family.flatMap { FrenchAnalyzer().tokens(of: $0).map(\.term) })
    #expect(terms.count == 1, "\(family) → \(terms)")
  }

  static let strangers = [("arbre", "arbitre"), ("eau", "eaubonne"), ("port", "portail"), ("2023", "2024")]

  @Test("Words of different families have different stems", arguments: strangers)
  func separates(left: String, right: String) {
    let analyzer = FrenchAnalyzer()
    #expect(analyzer.tokens(of: left).map(\.term) != analyzer.tokens(of: right).map(\.term))
  }

  @Test("Articles and single letters are stop words, digits are not")
  func stops() {
    let tokens = FrenchAnalyzer().tokens(of: "les arbres de la rue à 3 m")
    #expect(tokens.filter { !$0.isStopWord }.map(\.word) == ["arbres", "rue", "3"])
  }

  @Test("An endless word is cut short")
  func bounds() {
    let tokens = FrenchAnalyzer().tokens(of: String(repeating: "a", count: 100_000))
    #expect(tokens.map(\.word.count) == [WordScanner.lengthMax])
  }

  @Test("Identifiers are cut at their capitals")
  func identifiers() {
    var scanner = WordScanner()
    var words: [String] = []
    scanner.scan("dateConvention id_bénéficiaire nomUAI", identifiers: true) {
      words.append(String(decoding: $0, as: UTF8.self))
    }
    #expect(words == ["date", "convention", "id", "beneficiaire", "nom", "uai"])
  }

  @Test("Many threads analyse at once and find the same words")
  func concurrency() async {
    let expected = FrenchAnalyzer().tokens(of: "Les écoles communales et les bibliothèques municipales")
    await withTaskGroup(of: [FrenchAnalyzer.Token].self) { group in
      for _ in 0..<64 {
        group.addTask {
          FrenchAnalyzer().tokens(of: "Les écoles communales et les bibliothèques municipales")
        }
      }
      for await tokens in group { #expect(tokens == expected) }
    }
  }
}
