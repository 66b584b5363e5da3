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
}
