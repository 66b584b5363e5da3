/// A kind of cells once all rows were read.
struct KindFacts: Sendable {
  let cellClass: CellClass
  let formats: FormatSet
  let cells: Int
  /// How many distinct values; estimated past the exact limit.
  let distinct: Int
  let moments: Moments
  let exchanged: Moments
  let bounds: TextBounds
  let occurrences: [Occurrence]
}

/// What is known of a column once all rows were read, before anything is decided of it.
struct ColumnFacts: Sendable {
  let name: String
  let header: HeaderWords
  let position: Int
  let rows: Int
  let kinds: [KindFacts]
  /// The cells that are not missing.
  let filled: Int
  let missing: Int
  let distinct: Int
  let accumulator: ColumnAccumulator

  init(_ accumulator: ColumnAccumulator, name: String, position: Int, rows: Int) {
    self.accumulator = accumulator
    self.name = name
    header = HeaderWords(name)
    self.position = position
    self.rows = rows
    let distincts = Self.distinctByKind(accumulator)
    let moments = Self.momentsByKind(accumulator)
    kinds = accumulator.kinds.kinds.enumerated().map { index, kind in
      KindFacts(
        cellClass: kind.cellClass,
        formats: kind.formats,
        cells: accumulator.counts[index],
        distinct: distincts[index],
        moments: moments[index].plain,
        exchanged: moments[index].exchanged,
        bounds: kind.bounds,
        occurrences: kind.occurrences
      )
    }
    missing = kinds.reduce(0) { $0 + ($1.cellClass.family == .missing ? $1.cells : 0) }
    filled = kinds.reduce(0) { $0 + $1.cells } - missing
    if let sketch = accumulator.sketch {
      distinct = min(sketch.estimate, filled)
    } else {
      distinct = kinds.reduce(0) { $0 + ($1.cellClass.family == .missing ? 0 : $1.distinct) }
    }
  }

  private static func distinctByKind(_ accumulator: ColumnAccumulator) -> [Int] {
    var counts = [Int](repeating: 0, count: accumulator.kinds.count)
    guard let sketch = accumulator.sketch else {
      for entry in accumulator.values.slots where entry.hash != 0 { counts[Int(entry.kind)] += 1 }
      return counts
    }
    for kind in accumulator.sample.kinds.values { counts[Int(kind)] += 1 }
    let scale = Double(sketch.estimate) / Double(max(1, accumulator.sample.kinds.count))
    for index in counts.indices where accumulator.counts[index] > 0 {
      counts[index] = min(max(1, Int(Double(counts[index]) * scale)), accumulator.counts[index])
    }
    return counts
  }

  private static func momentsByKind(_ accumulator: ColumnAccumulator) -> [(
    plain: Moments, exchanged: Moments
  )] {
    var moments = accumulator.kinds.kinds.map { (plain: $0.moments, exchanged: $0.exchanged) }
    let hasNumber = accumulator.kinds.kinds.map(\.cellClass.hasNumber)
    let isAmbiguous = accumulator.kinds.kinds.map(\.cellClass.isAmbiguousDay)
    for entry in accumulator.values.slots where entry.hash != 0 && hasNumber[Int(entry.kind)] {
      let kind = Int(entry.kind)
      moments[kind].plain.add(entry.number, weight: Int(entry.count))
      if isAmbiguous[kind] {
        let number = accumulator.kinds[kind].cellClass.exchangingDay(entry.number)
        moments[kind].exchanged.add(number, weight: Int(entry.count))
      }
    }
    return moments
  }

  /// How many cells are of kinds that satisfy a condition.
  func cells(where isWanted: (KindFacts) -> Bool) -> Int {
    kinds.reduce(0) { $0 + (isWanted($1) ? $1.cells : 0) }
  }

  /// How many distinct values are of kinds that satisfy a condition.
  func distinct(where isWanted: (KindFacts) -> Bool) -> Int {
    kinds.reduce(0) { $0 + (isWanted($1) ? $1.distinct : 0) }
  }

  /// How many cells are of a family.
  func cells(of family: CellClass.Family) -> Int { cells { $0.cellClass.family == family } }
}
