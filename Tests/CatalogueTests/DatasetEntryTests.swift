import Catalogue
import Register
import Testing

@Suite("Datasets as lists know them") struct DatasetEntryTests {
  private func applying(_ drafts: [Draft], to snapshot: Snapshot) throws -> Snapshot {
    let now = Moment(milliseconds: 1_795_521_600_000)
    let changes = ChangeSet(drafts, act: "test", actor: .command, time: now)
    return try snapshot.applying(
      changes.sealed(after: snapshot.head, salt: { Array(repeating: 7, count: 16) }).entries
    )
  }

  @Test("They come by title without accents and capitals, and follow renaming, moving and removal")
  func order() throws {
    var state = try applying(
      [
        .put(Fixture.dataset("1", "Élections")), .put(Fixture.dataset("2", "école")),
        .put(Fixture.dataset("3", "Zonage")), .put(Fixture.dataset("4", "ecole")),
      ],
      to: Snapshot(kinds: RecordKinds([.dataset]))
    )
    #expect(state.datasetEntries.map(\.id) == ["2", "4", "1", "3"])
    #expect(state.datasetEntries.allSatisfy { $0.isPublic && $0.organization == "epci" })
    state = try applying(
      [
        .put(Fixture.dataset("2", "Zoo", organization: "agglo", access: .internal)),
        .remove(Dataset.self, "3"),
      ],
      to: state
    )
    #expect(state.datasetEntries.map(\.title) == ["ecole", "Élections", "Zoo"])
    #expect(state.datasetEntries.last?.organization == "agglo")
    #expect(state.datasetEntries.last?.isPublic == false)
  }

  @Test("Their freshness is that of the dataset")
  func freshness() throws {
    let datasets = [
      Fixture.dataset("1", "Vélos", frequency: .monthly, updated: "2026-01-01"),
      Fixture.dataset("2", "Arbres", updated: "2026-02-01"),
      Fixture.dataset("3", "Parcs", frequency: .unknown),
    ]
    let state = try applying(
      datasets.map { try .put($0) },
      to: Snapshot(kinds: RecordKinds([.dataset]))
    )
    for dataset in datasets {
      let entry = try #require(state.datasetEntries.first { $0.id == dataset.id })
      let expected = Freshness(
        frequency: dataset.frequency,
        updatedAt: dataset.updatedAt,
        today: Fixture.today
      )
      #expect(entry.freshness(on: Fixture.today) == expected)
    }
  }

  @Test("Whatever changes, each organisation has its latest and its most late ones first", arguments: 1...12)
  func groups(seed: Int) throws {
    var random = SeededNumbers(UInt64(seed))
    var state = Snapshot(kinds: RecordKinds([.dataset]))
    var kept: [String: Dataset] = [:]
    for _ in 0..<60 {
      let id = "d\(random.next(14))"
      if random.next(5) == 0 {
        guard kept.removeValue(forKey: id) != nil else { continue }
        state = try applying([.remove(Dataset.self, id)], to: state)
      } else {
        let dataset = Fixture.dataset(
          id,
          "Jeu \(id)",
          organization: "o\(random.next(3))",
          frequency: [.monthly, .annual, .daily, .unknown, .irregular][random.next(5)],
          updated: "2026-0\(1 + random.next(3))-1\(random.next(9))"
        )
        kept[id] = dataset
        state = try applying([.put(dataset)], to: state)
      }
      guard random.next(3) == 0 else { continue }
      for organization in ["o0", "o1", "o2"] {
        let own = kept.values.filter { $0.organization == organization }
        let group = state.datasetGroups[organization]
        let latest = own.sorted { ($1.updatedAt, $0.id) < ($0.updatedAt, $1.id) }.map(\.id)
        #expect(group?.latest.map(\.id) ?? [] == latest)
        let late = own.map {
          ($0.id, Freshness(frequency: $0.frequency, updatedAt: $0.updatedAt, today: Fixture.today))
        }.filter { $0.1.state == .late }.sorted { ($1.1.daysLate, $0.0) < ($0.1.daysLate, $1.0) }
        #expect(group?.late(on: Fixture.today, most: 3).map(\.id) ?? [] == late.prefix(3).map(\.0))
      }
    }
  }
}

/// Numbers that look random and are the same at each run.
private struct SeededNumbers {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
