import Testing

@testable import Tabular

struct StatisticsTests {
  @Test("Numbers have their bounds, mean, deviation and histogram")
  func numbersAreMeasured() {
    let column = Fixture.column("montant", (1...100).map { "\($0)" })
    #expect(column.min == "1")
    #expect(column.max == "100")
    #expect(column.mean == 50.5)
    #expect(abs((column.deviation ?? 0) - 28.8660700477) < 1e-9)
    #expect(column.histogram == Array(repeating: 5, count: 20))
    #expect(column.frequent.isEmpty)
    #expect(column.distinct == 100)
  }

  @Test("Bounds are written in the notation of the type")
  func boundsAreWritten() {
    #expect(Fixture.column("date", ["31/12/2023", "01/02/2022"]).min == "2022-02-01")
    #expect(Fixture.column("date", ["12/31/2023", "02/03/2022"]).min == "2022-02-03")
    #expect(
      Fixture.column("x", ["2023-05-12T10:00:00Z", "2023-05-12T08:00:00Z"]).min == "2023-05-12T08:00:00"
    )
    #expect(Fixture.column("x", ["1,5", "2,25"]).max == "2.25")
    #expect(Fixture.column("h", ["8h30", "12h"]).max == "12:00:00")
    #expect(Fixture.column("nom", ["Zoé", "Anaïs"]).min == "Anaïs")
  }

  @Test("Faulty cells are left out of the bounds")
  func faultsAreLeftOut() {
    let column = Fixture.column("longitude", ["2.35", "185", "-1.5", "7.1", "3.2", "4.4"])
    #expect(column.max == "7.1")
    #expect(Fixture.column("code_insee", ["75056", "@@@", "44109", "35238"]).min == "35238")
  }

  @Test("Frequent values come first, ties by their text")
  func frequentValuesAreCounted() {
    let column = Fixture.column("x", ["b", "a", "c", "a", "b", "", "d"])
    #expect(column.frequent.map(\.value) == ["a", "b", "c", "d"])
    #expect(column.frequent.map(\.count) == [2, 2, 1, 1])
    #expect(column.missing == 1)
    #expect(column.examples == ["b", "a", "c", "d"])
    #expect(column.longest == 1)
  }

  @Test("The longest value is counted in characters")
  func longestIsInCharacters() {
    #expect(Fixture.column("x", ["été", "ab"]).longest == 3)
  }

  @Test("Distinct values are exact to 100,000, then estimated within 2 %", arguments: [100_000, 130_000])
  func distinctValuesAreCounted(_ count: Int) {
    var profile = TableProfile(columnNames: ["x"])
    for start in stride(from: 0, to: count, by: 10_000) {
      let cells = (start..<min(start + 10_000, count)).map { ["v\($0)"] }
      profile.consume(Fixture.batch(cells, first: start + 2))
    }
    let column = profile.finish().columns[0]
    #expect(column.valid == count)
    if count <= 100_000 {
      #expect(column.distinct == count)
    } else {
      #expect(abs(Double(column.distinct - count)) <= 0.02 * Double(count))
    }
  }

  @Test("Past the exact limit, the values that come often are still counted, with the mean and the histogram")
  func manyValuesAreSummed() {
    var generator = SeededGenerator(seed: 5)
    var limits = ProfileLimits(columns: 1)
    limits.exactDistinct = 2000
    limits.slotsWhenEstimated = 1024
    var profile = TableProfile(columnNames: ["montant"], limits: limits)
    var sum = 0.0
    for start in stride(from: 0, to: 20_000, by: 10_000) {
      let cells = (0..<10_000).map { row -> [String] in
        let value = row % 4 == 0 ? 1000 : Int.random(in: 1...10_000_000, using: &generator)
        sum += Double(value)
        return ["\(value)"]
      }
      profile.consume(Fixture.batch(cells, first: start + 2))
    }
    let column = profile.finish().columns[0]
    #expect(column.frequent.first == FrequentValue(value: "1000", count: 5000))
    #expect(abs((column.mean ?? 0) - sum / 20_000) < 0.01)
    #expect(column.histogram.count == 20)
    #expect(column.histogram.reduce(0, +) == 20_000)
    #expect(column.histogram[0] > 5000 && column.histogram[0] < 6200)
  }

  @Test(
    "The estimate of distinct values is within 2 % from a thousand up",
    arguments: [1000, 20_000, 150_000]
  )
  func sketchIsPrecise(_ count: Int) {
    var sketch = HyperLogLog(precision: 14)
    var generator = SeededGenerator(seed: UInt64(count))
    for _ in 0..<count { sketch.add(generator.next()) }
    #expect(abs(Double(sketch.estimate - count)) <= 0.02 * Double(count))
  }

  @Test("A histogram does not depend on the order of its numbers, nor on their splits")
  func histogramIsInvariant() {
    var generator = SeededGenerator(seed: 9)
    let numbers = (0..<3000).map { _ in Double.random(in: -1e6...1e6, using: &generator) } + [0, 1e-9, 1e12]
    var whole = GrowingHistogram()
    for number in numbers { whole.add(number, count: 1) }
    var reversed = GrowingHistogram()
    for number in numbers.reversed() { reversed.add(number, count: 1) }
    var left = GrowingHistogram()
    var right = GrowingHistogram()
    for (index, number) in numbers.enumerated() {
      if index % 3 == 0 { left.add(number, count: 1) } else { right.add(number, count: 1) }
    }
    left.merge(right)
    let bins = whole.equalBins(20, from: -1e6, to: 1e12)
    #expect(reversed.equalBins(20, from: -1e6, to: 1e12) == bins)
    #expect(left.equalBins(20, from: -1e6, to: 1e12) == bins)
    #expect(bins.reduce(0, +) == numbers.count)
  }

  @Test("A table with no row has empty columns")
  func emptyTable() {
    let table = Fixture.profile(["a", "b"], [])
    #expect(table.rows == 0)
    #expect(table.columns.map(\.valid) == [0, 0])
    #expect(table.log.isEmpty)
  }

  @Test("Cells that a short row has not are missing, those a long row has too many are left alone")
  func raggedRows() {
    let table = Fixture.profile(["a", "b"], [["1", "2"], ["3"], ["4", "5", "6"], []])
    #expect(table.rows == 4)
    #expect(table.columns[0].missing == 1)
    #expect(table.columns[1].valid == 2)
    #expect(table.columns[1].missing == 2)
  }
}
