import Testing

@testable import Search

@Suite("Full-text index")
struct SearchIndexTests {
  static let fields = [
    SearchField(name: "title", weight: 6, usualLength: 5),
    SearchField(name: "text", weight: 1, usualLength: 30),
    SearchField(name: "columns", weight: 0.8, usualLength: 20, isIdentifiers: true),
  ]

  static let library: [(String, String, String)] = [
    ("Arbres d’alignement", "Inventaire des arbres plantés le long des rues.", "essence hauteur"),
    ("Plan de plantation", "Où la ville plante des arbres et des haies.", "lieu date"),
    ("Menus des cantines", "Les menus servis dans les écoles, semaine après semaine.", "dateMenu plat"),
    ("Bibliothèques", "Prêts et retours du réseau de lecture publique.", "codeBarre titre"),
    ("Qualité de l’eau potable", "Analyses de l’eau distribuée.", "nitrates"),
    ("Travaux sur la voirie", "Chantiers en cours et à venir.", "debut fin"),
    ("Subventions aux associations", "Aides versées aux associations.", "nomBeneficiaire montant"),
    ("Comptages de vélos", "Passages à chaque heure devant les compteurs.", "compteur passages"),
    ("Délibérations du conseil communautaire", "Textes votés en séance.", "DELIB_ID DELIB_OBJET"),
    ("Défibrillateurs", "Appareils accessibles au public.", "lat long"),
  ]

  static let index = SearchIndex(fields: fields).applying(
    changed: library.enumerated().map { slot, texts in
      SearchDocument(slot: UInt32(slot), texts: [texts.0, texts.1, texts.2])
    }
  )

  static func found(_ text: String, in index: SearchIndex = index) -> [Int] {
    let matches = index.search(text)
    return zip(matches.slots, matches.scores).sorted { ($0.1, $1.0) > ($1.1, $0.0) }.map { Int($0.0) }
  }

  static let first: [(String, Int)] = [
    ("arbres", 0), ("arbre", 0), ("ARBRE ", 0), ("plantation", 1), ("menu cantine", 2), ("bibliotheque", 3),
    ("eau", 4), ("qualité eau", 4), ("l'eau potable", 4), ("travail", 5), ("travaux", 5), ("association", 6),
    ("vélo", 7), ("velos", 7), ("délibération", 8), ("nom beneficiaire", 6), ("code barre", 3),
    ("nomBeneficiaire", 6), ("nombenef", 6),
    ("defibrilateur", 9), ("bibliothéques", 3), ("biblotheque", 3), ("subvnetions", 6), ("comptagse", 7),
  ]

  @Test("The obvious answer comes first", arguments: first)
  func obviousFirst(query: String, slot: Int) {
    #expect(SearchIndexTests.found(query).first == slot)
  }

  @Test(
    "Each letter typed keeps the word on its way among the answers",
    arguments: ["bibliothèques", "subventions", "délibérations", "défibrillateurs", "comptages"]
  )
  func asOneTypes(word: String) {
    guard let target = SearchIndexTests.found(word).first else {
      Issue.record("\(word) finds nothing")
      return
    }
    for length in 2...word.count {
      let typed = String(word.prefix(length))
      #expect(SearchIndexTests.found(typed).contains(target), "\(typed)")
    }
  }

  @Test("A mistake in a word not yet finished is forgiven")
  func mistypedBeginning() {
    #expect(SearchIndexTests.found("bibloth").first == 3)
    #expect(SearchIndexTests.index.search("bibloth").corrections.map(\.understood) == ["bibliotheques"])
  }

  @Test("A word that exists is never corrected into another")
  func exactIsKept() {
    #expect(SearchIndexTests.index.search("menus").corrections.isEmpty)
    #expect(SearchIndexTests.index.search("biblotheque ").corrections.map(\.typed) == ["biblotheque"])
  }

  @Test("A space ends the last word: it is no longer a beginning")
  func spaceCloses() {
    #expect(SearchIndexTests.found("plant").count == 2)
    #expect(SearchIndexTests.found("biblio ").isEmpty)
    #expect(SearchIndexTests.found("biblio") == [3])
  }

  @Test("All words must be there; when that finds nothing, those with most of them are given, and it is said")
  func allWords() {
    #expect(SearchIndexTests.found("arbres ").count == 2)
    #expect(SearchIndexTests.found("arbres rues ") == [0])
    let relaxed = SearchIndexTests.index.search("arbres xylophone menus cantine ")
    #expect(relaxed.isRelaxed)
    #expect(relaxed.slots == [2])
  }

  @Test("Nothing typed, or signs alone, match everything", arguments: ["", "  ", "«»", "?!"])
  func everything(text: String) {
    #expect(SearchIndexTests.index.search(text).isEverything)
  }

  @Test("Unknown words find nothing", arguments: ["xylophone", "zzzz 9999"])
  func nothing(text: String) {
    let matches = SearchIndexTests.index.search(text)
    #expect(matches.slots.isEmpty && !matches.isEverything && !matches.isRelaxed)
  }

  @Test("An update replaces what the document said and leaves the older index as it was")
  func updates() {
    let before = SearchIndexTests.index
    let after = before.applying(
      changed: [SearchDocument(slot: 0, texts: ["Bancs publics", "Où s’asseoir.", ""])],
      removed: [2]
    )
    #expect(SearchIndexTests.found("arbres", in: after) == [1])
    #expect(SearchIndexTests.found("bancs", in: after) == [0])
    #expect(SearchIndexTests.found("cantine", in: after).isEmpty)
    #expect(after.count == 9)
    #expect(SearchIndexTests.found("arbres", in: before).first == 0)
    #expect(before.count == 10)
  }

  @Test("Thousands of characters and words are read without harm")
  func longQueries() {
    let long = String(repeating: "arbres et menus d’été ", count: 2_000)
    #expect(SearchIndexTests.index.search(long).slots.count <= 10)
    #expect(SearchIndexTests.index.search(String(repeating: "z", count: 1_000_000)).slots.isEmpty)
  }
}
