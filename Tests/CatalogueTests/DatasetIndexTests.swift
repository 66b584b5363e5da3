import CivilTime
import Messages
import Testing

@testable import Catalogue

@Suite("Catalogue search")
struct DatasetIndexTests {
  static let index = DatasetIndex([
    Fixture.card(
      Fixture.dataset(
        "arbres",
        "Arbres d’alignement",
        theme: "environnement",
        organization: "env",
        territories: ["Brindelle"],
        keywords: ["nature en ville"],
        updated: "2026-02-01"
      ),
      rows: 3_000,
      container: "geojson"
    ),
    Fixture.card(
      Fixture.dataset(
        "subventions",
        "Subventions versées aux associations",
        keywords: ["aides"],
        updated: "2025-11-03"
      ),
      rows: 400,
      columns: ["nomBeneficiaire", "montant"]
    ),
    Fixture.card(
      Fixture.dataset(
        "velos",
        "Comptages de vélos",
        theme: "mobilites",
        organization: "mob",
        frequency: .monthly,
        territories: ["Brindelle", "Fontmarelle"],
        updated: "2025-12-01"
      ),
      rows: 80_000
    ),
    Fixture.card(
      Fixture.dataset(
        "eau",
        "Consommations d’eau par rue",
        theme: "eau",
        organization: "delegue",
        licence: "odc-odbl",
        access: .restricted,
        description: "Relevés des compteurs, agrégés à la rue.",
        updated: "2026-01-15"
      ),
      rows: 900
    ),
  ])

  static func ids(_ query: DatasetQuery) -> [String] {
    index.search(query, now: Fixture.today).hits.map(\.id)
  }

  static let found: [(String, [String])] = [
    ("arbre", ["arbres"]), ("velo", ["velos"]), ("l'eau", ["eau"]), ("beneficiaire", ["subventions"]),
    ("nature", ["arbres"]), ("mobilité", ["velos"]), ("compteur", ["eau"]), ("brindelle velo", ["velos"]),
    ("Nom de env", ["arbres"]), ("subvension", ["subventions"]),
  ]

  @Test("Titles, keywords, organisations, themes, territories and columns are searched", arguments: found)
  func finds(text: String, ids: [String]) {
    #expect(DatasetIndexTests.ids(DatasetQuery(text: text)) == ids)
  }

  static let sorted: [(DatasetSort, [String])] = [
    (.relevance, ["arbres", "eau", "velos", "subventions"]),
    (.updated, ["arbres", "eau", "velos", "subventions"]),
    (.title, ["arbres", "velos", "eau", "subventions"]), (.rows, ["velos", "arbres", "eau", "subventions"]),
  ]

  @Test("Everything is listed in the order asked for", arguments: sorted)
  func sorts(sort: DatasetSort, ids: [String]) {
    #expect(DatasetIndexTests.ids(DatasetQuery(sort: sort)) == ids)
  }

  @Test("Pages follow one another without gap nor repeat")
  func pages() {
    let all = (0..<4).flatMap { DatasetIndexTests.ids(DatasetQuery(sort: .title, offset: $0, limit: 1)) }
    #expect(all == DatasetIndexTests.ids(DatasetQuery(sort: .title)))
    #expect(DatasetIndexTests.ids(DatasetQuery(offset: 4)).isEmpty)
    #expect(DatasetIndexTests.ids(DatasetQuery(offset: -5, limit: 2)).count == 2)
    #expect(DatasetIndexTests.ids(DatasetQuery(limit: -1)).isEmpty)
  }

  @Test("A facet's counts ignore its own choice, and follow the others'")
  func facets() {
    var query = DatasetQuery(themes: ["mobilites"])
    var results = DatasetIndexTests.index.search(query, now: Fixture.today)
    #expect(results.total == 1)
    #expect(results[.theme].values.count == 4)
    #expect(results[.theme].values.first { $0.value == "mobilites" }?.selected == true)
    #expect(results[.organization].values.map(\.value) == ["mob"])
    query.territories = ["Brindelle"]
    results = DatasetIndexTests.index.search(query, now: Fixture.today)
    #expect(Set(results[.theme].values.map(\.value)) == ["environnement", "mobilites"])
    query.territories = ["Nulle-Part"]
    results = DatasetIndexTests.index.search(query, now: Fixture.today)
    #expect(results.total == 0)
    #expect(results[.territory].values.contains { $0.value == "Nulle-Part" && $0.selected && $0.count == 0 })
  }

  @Test("Freshness is counted on the day asked about")
  func freshness() {
    let query = DatasetQuery(freshness: ["late"])
    #expect(DatasetIndexTests.ids(query) == ["velos"])
    let later = DatasetIndexTests.index.search(query, now: Fixture.today.adding(days: 400))
    #expect(later.total == 4)
    let states = DatasetIndexTests.index.search(DatasetQuery(), now: Fixture.today)[.freshness].values
    #expect(states.map(\.value) == ["on-time", "late"])
    #expect(states.map(\.count) == [3, 1])
  }

  @Test("Exports count as formats of open tables only")
  func formats() {
    let formats = DatasetIndexTests.index.search(DatasetQuery(), now: Fixture.today)[.format].values
    let counts = Dictionary(uniqueKeysWithValues: formats.map { ($0.value, $0.count) })
    #expect(counts == ["csv": 4, "json": 3, "jsonl": 3, "parquet": 3, "geojson": 1])
    #expect(formats.first { $0.value == "geojson" }?.label.fr == "GeoJSON")
  }

  @Test("A facet gives its first values up to the limit, and always those chosen")
  func facetLimit() {
    let query = DatasetQuery(organizations: ["mob"], facetLimit: 1)
    let facet = DatasetIndexTests.index.search(query, now: Fixture.today)[.organization]
    #expect(facet.total == 4)
    #expect(facet.values.map(\.value) == ["delegue", "mob"])
  }

  @Test("An update shows at once, and the older index stays as it was")
  func updates() {
    let before = DatasetIndexTests.index
    var card = Fixture.card(Fixture.dataset("arbres", "Bancs publics", theme: "administration"))
    var after = before.applying(changed: [card], removed: ["eau", "unknown"])
    #expect(after.search(DatasetQuery(text: "bancs"), now: Fixture.today).hits.map(\.id) == ["arbres"])
    #expect(after.search(DatasetQuery(text: "alignement "), now: Fixture.today).total == 0)
    #expect(after.count == 3 && after.card("eau") == nil)
    #expect(after.search(DatasetQuery(), now: Fixture.today)[.theme].values.allSatisfy { $0.value != "eau" })
    #expect(before.count == 4 && before.card("eau") != nil)
    card.id = "bancs"
    after = after.applying(changed: [card])
    #expect(after.count == 4)
    #expect(before.search(DatasetQuery(text: "arbres"), now: Fixture.today).total == 1)
  }

  @Test("Corrections and relaxed searches are said")
  func honesty() {
    let corrected = DatasetIndexTests.index.search(DatasetQuery(text: "subvantions"), now: Fixture.today)
    #expect(corrected.corrections == [.init(typed: "subvantions", understood: "subventions")])
    let relaxed = DatasetIndexTests.index.search(DatasetQuery(text: "arbres xyzzy "), now: Fixture.today)
    #expect(relaxed.relaxed && relaxed.hits.map(\.id) == ["arbres"])
  }
}
