import Testing

@testable import Tabular

struct MergeTests {
  /// Rows whose columns are of every kind, with faults here and there.
  static func rows(_ count: Int, seed: UInt64) -> [[String]] {
    var generator = SeededGenerator(seed: seed)
    func pick(_ values: [String]) -> String { values.randomElement(using: &generator) ?? "" }
    return (0..<count).map { row in
      let day = Int.random(in: 1...28, using: &generator)
      let month = Int.random(in: 1...12, using: &generator)
      return [
        "\(row % 97 == 0 ? 5 : row)",
        pick(["oui", "non", "oui", ""]),
        "\(day)/\(month)/20\(10 + row % 14)",
        row % 41 == 0 ? "12,5" : "\(Int.random(in: 0...9999, using: &generator)).\(row % 10)",
        pick(["Nantes", "Rennes", "Brest ", "Vannes", "NA", "12 bis"]),
        pick(["24350013900189", "21440109300015", "21860194600014"]),
        "\(Int.random(in: 0...1_000_000_000, using: &generator))",
      ]
    }
  }

  static let names = ["id", "ouvert", "date", "mesure", "commune", "siret", "jeton"]

  struct Outcome: Equatable {
    var columns: [ColumnReport]
    var rows: Int
    var findings: [Finding]
  }

  static func outcome(_ profile: TableProfile) -> Outcome {
    let (columns, rows, log) = profile.finish()
    return Outcome(columns: columns, rows: rows, findings: log.findings)
  }

  /// The profile of rows dealt out to so many workers by batches, merged in a given order.
  static func dealt(
    _ rows: [[String]],
    batch: Int,
    workers: Int,
    order: [Int],
    limits: ProfileLimits? = nil
  ) -> TableProfile {
    let limits = limits ?? ProfileLimits(columns: names.count)
    var profiles = (0..<workers).map { _ in TableProfile(columnNames: names, limits: limits) }
    for (turn, start) in stride(from: 0, to: rows.count, by: batch).enumerated() {
      let part = Array(rows[start..<min(start + batch, rows.count)])
      profiles[turn % workers].consume(Fixture.batch(part, first: start + 2))
    }
    var merged = profiles[order[0]]
    for next in order.dropFirst() { merged.merge(profiles[next]) }
    return merged
  }

  @Test("However the rows are split and merged, the report is the same", arguments: [UInt64(1), 2, 3])
  func splitsDoNotMatter(_ seed: UInt64) {
    let rows = Self.rows(1200, seed: seed)
    let whole = Self.outcome(Self.dealt(rows, batch: 1200, workers: 1, order: [0]))
    #expect(whole.rows == 1200)
    #expect(Self.outcome(Self.dealt(rows, batch: 300, workers: 2, order: [0, 1])) == whole)
    #expect(Self.outcome(Self.dealt(rows, batch: 300, workers: 2, order: [1, 0])) == whole)
    #expect(Self.outcome(Self.dealt(rows, batch: 1, workers: 3, order: [2, 0, 1])) == whole)
    #expect(Self.outcome(Self.dealt(rows, batch: 64, workers: 7, order: [3, 1, 0, 6, 2, 5, 4])) == whole)
  }

  @Test("Merging is associative")
  func mergingIsAssociative() {
    let rows = Self.rows(900, seed: 4)
    let parts = (0..<3).map { part in
      var profile = TableProfile(columnNames: Self.names)
      profile.consume(Fixture.batch(Array(rows[part * 300..<(part + 1) * 300]), first: part * 300 + 2))
      return profile
    }
    var left = parts[0]
    left.merge(parts[1])
    left.merge(parts[2])
    var right = parts[1]
    right.merge(parts[2])
    var other = parts[0]
    other.merge(right)
    #expect(Self.outcome(left) == Self.outcome(other))
  }

  @Test("Past the exact limit, splits change neither the estimate, nor the types, nor what is counted")
  func splitsDoNotMatterPastTheLimit() {
    var limits = ProfileLimits(columns: Self.names.count)
    limits.exactDistinct = 300
    limits.slotsWhenEstimated = 256
    let rows = Self.rows(2000, seed: 8)
    let whole = Self.outcome(Self.dealt(rows, batch: 2000, workers: 1, order: [0], limits: limits))
    let split = Self.outcome(Self.dealt(rows, batch: 100, workers: 2, order: [0, 1], limits: limits))
    for (one, two) in zip(whole.columns, split.columns) {
      #expect(one.type == two.type)
      #expect(one.format == two.format)
      #expect(one.valid == two.valid)
      #expect(one.invalid == two.invalid)
      #expect(one.distinct == two.distinct)
      #expect(one.min == two.min)
      #expect(one.max == two.max)
      #expect(one.mean == two.mean)
      #expect(one.examples == two.examples)
      #expect(one.personal == two.personal)
    }
    #expect(whole.findings == split.findings)
  }

  @Test("A copy of a profile goes its own way")
  func copiesAreApart() {
    var profile = TableProfile(columnNames: ["x"])
    profile.consume(Fixture.batch([["1"]]))
    let before = profile
    profile.consume(Fixture.batch([["2"]], first: 3))
    #expect(before.finish().rows == 1)
    #expect(profile.finish().rows == 2)
  }

  @Test("Memory stays bounded: many columns of different values share what there is")
  func memoryIsShared() {
    let names = (0..<300).map { "c\($0)" }
    var limits = ProfileLimits(columns: names.count)
    limits.slots = 64 * 300
    var profile = TableProfile(columnNames: names, limits: limits)
    for start in stride(from: 0, to: 200, by: 50) {
      let rows = (start..<start + 50).map { row in names.indices.map { "\(row)-\($0)" } }
      profile.consume(Fixture.batch(rows, first: start + 2))
    }
    let columns = profile.finish().columns
    #expect(columns.allSatisfy { abs($0.distinct - 200) <= 20 })
  }
}
