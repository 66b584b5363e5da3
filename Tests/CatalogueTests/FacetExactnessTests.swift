import CivilTime
import Testing

@testable import Catalogue

@Suite("Facets against a plain count")
struct FacetExactnessTests {
  static let words = ["arbres", "budget", "vélos", "lavoirs", "écoles"]
  static let places = ["Brindelle", "Chaumussac", "Fontmarelle"]

  static func cards(_ count: Int, _ dice: inout Dice) -> [DatasetCard] {
    (0..<count).map { index in
      Fixture.card(
        Fixture.dataset(
          "jeu-\(index)",
          "\(dice.pick(words)) \(index)",
          theme: dice.pick(["eau", "finances", "culture"]),
          organization: dice.pick(["a", "b", "c", "d"]),
          licence: dice.pick(["lov2", "odc-odbl"]),
          frequency: dice.pick(Frequency.allCases),
          access: dice.pick([.open, .open, .restricted]),
          territories: places.filter { _ in dice.next() % 2 == 0 },
          updated: CivilDate(daysSinceEpoch: 20_514 - Int(dice.next() % 900)).iso
        ),
        rows: Int(dice.next() % 1_000),
        container: dice.pick(["csv", "geojson", "xlsx"])
      )
    }
  }

  static func values(_ card: DatasetCard, _ key: FacetKey) -> Set<String> {
    switch key {
    case .theme: [card.theme]
    case .organization: [card.organization]
    case .format: Set(card.formats)
    case .licence: [card.licence]
    case .freshness: [card.freshness(on: Fixture.today).state.rawValue]
    case .access: [card.access.rawValue]
    case .territory: Set(card.territories)
    }
  }

  static func passes(_ card: DatasetCard, _ query: DatasetQuery, but ignored: FacetKey? = nil) -> Bool {
    FacetKey.allCases.allSatisfy { key in
      key == ignored || query[key].isEmpty || !query[key].isDisjoint(with: values(card, key))
    }
  }

  static func query(_ dice: inout Dice) -> DatasetQuery {
    var query = DatasetQuery(text: dice.pick(["", "", "arbres ", "lavoirs "]), limit: 1_000)
    for key in FacetKey.allCases where dice.next() % 3 == 0 {
      let choices: [String] =
        switch key {
        case .theme: ["eau", "culture"]
        case .organization: ["a", "c", "zzz"]
        case .format: ["csv", "xlsx", "parquet"]
        case .licence: ["lov2"]
        case .freshness: ["late", "on-time"]
        case .access: ["open", "restricted"]
        case .territory: places
        }
      query[key] = Set(choices.filter { _ in dice.next() % 2 == 0 })
    }
    return query
  }

  @Test("A hundred drawn queries count what a plain walk counts, after updates too")
  func exact() {
    var dice = Dice(seed: 11)
    var cards = FacetExactnessTests.cards(200, &dice)
    var index = DatasetIndex(cards)
    for round in 0..<100 {
      if round % 10 == 9 {
        let removed = cards.remove(at: Int(dice.next() % UInt64(cards.count))).id
        var changed = cards[Int(dice.next() % UInt64(cards.count))]
        changed.theme = "culture"
        cards.removeAll { $0.id == changed.id }
        cards.append(changed)
        index = index.applying(changed: [changed], removed: [removed])
      }
      check(index, cards, FacetExactnessTests.query(&dice))
    }
  }

  private func check(_ index: DatasetIndex, _ cards: [DatasetCard], _ query: DatasetQuery) {
    let word = query.text.trimmingPrefix(" ").split(separator: " ").first.map(String.init)
    let matching = cards.filter { card in word.map { card.title.contains($0) } ?? true }
    let results = index.search(query, now: Fixture.today)
    let expected = Set(matching.filter { FacetExactnessTests.passes($0, query) }.map(\.id))
    #expect(Set(results.hits.map(\.id)) == expected && results.total == expected.count)
    for key in FacetKey.allCases {
      var counts: [String: Int] = [:]
      for card in matching where FacetExactnessTests.passes(card, query, but: key) {
        for value in FacetExactnessTests.values(card, key) { counts[value, default: 0] += 1 }
      }
      for value in query[key] where counts[value] == nil { counts[value] = 0 }
      let found = Dictionary(uniqueKeysWithValues: results[key].values.map { ($0.value, $0.count) })
      #expect(found == counts, "\(key) \(query)")
    }
  }
}
