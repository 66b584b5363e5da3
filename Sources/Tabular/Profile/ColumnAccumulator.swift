/// What is learnt of one column, cell after cell, and merged with what was learnt of other rows.
///
/// While the distinct values are few enough everything is counted by value and is exact; past that, the
/// values that come often stay in the table, the others are folded into moments, a histogram, a sketch and
/// an even sample. Either way the result does not depend on how the rows were split.
struct ColumnAccumulator: Sendable {
  /// A distinct value in order of appearance.
  struct Example: Sendable, Equatable {
    var row: Int
    var hash: UInt64
    var text: String
  }

  static let keptExamples = 5

  let limits: ProfileLimits
  var values = ValueTable()
  var kinds = KindTable()
  /// How many cells each kind has.
  var counts = [0]
  var examples: [Example] = []
  /// The first cells, by row, that repeat a value; while distinct values are counted exactly.
  var repeats: [Occurrence] = []
  /// The longest value, in characters.
  var longest = 0
  /// Set once the distinct values are estimated.
  var sketch: HyperLogLog?
  var sample: DistinctSample
  /// The numbers of values that left the table, by family; none as long as none left.
  var histograms: [GrowingHistogram] = []
  /// What was last read of the slots ahead; kept so that the reading is not left out.
  private var touched: UInt64 = 0

  init(limits: ProfileLimits) {
    self.limits = limits
    sample = DistinctSample(capacity: limits.sampledValues)
  }

  var isEstimated: Bool { sketch != nil }

  /// Adds a column of cells.
  ///
  /// - Parameters:
  ///   - rows: the rows.
  ///   - column: which of their cells.
  ///   - range: which of the rows.
  ///   - room: how many slots may still be taken by any column.
  ///   - hashes: room for one hash by row of the range.
  mutating func consume(
    _ rows: UnsafeRows,
    column: Int,
    range: Range<Int>,
    room: inout Int,
    hashes: UnsafeMutablePointer<UInt64>
  ) {
    hashCells(rows, column, range, hashes)
    var row = range.lowerBound
    while true {
      row = consumeKnown(hashes - range.lowerBound, row, range.upperBound)
      guard row < range.upperBound else { return }
      let hash = hashes[row &- range.lowerBound]
      if hash != 0, let base = rows.bytes.baseAddress {
        let span = rows.spans[rows.cells(ofRow: row).lowerBound &+ column]
        add(base + Int(span.start), span.count, hash, row: rows.rowNumbers[row], room: &room)
      } else {
        addEmpty(row: rows.rowNumbers[row])
      }
      row &+= 1
    }
  }

  /// Hashes the cells of a column, 0 for an empty or absent one, and touches the slot of each.
  ///
  /// A large table lies far from the processor: reading all slots first, one read never waiting for another,
  /// takes a fraction of the time of reading each as it is needed.
  @inline(__always)
  private mutating func hashCells(
    _ rows: UnsafeRows,
    _ column: Int,
    _ range: Range<Int>,
    _ hashes: UnsafeMutablePointer<UInt64>
  ) {
    guard let bytes = rows.bytes.baseAddress else { return }
    touched = values.slots.withUnsafeBufferPointer { slots in
      let mask = slots.count &- 1
      var touched: UInt64 = 0
      for row in range {
        let start = row == 0 ? 0 : Int(rows.rowEnds[row &- 1])
        let index = start &+ column
        let span = index < Int(rows.rowEnds[row]) ? rows.spans[index] : CellSpan(start: 0, end: 0)
        let hash = span.count == 0 ? 0 : ValueHash.hash(bytes + Int(span.start), span.count)
        hashes[row &- range.lowerBound] = hash
        touched ^= slots[Int(truncatingIfNeeded: hash) & mask].hash
      }
      return touched
    }
    if let sketch { touched ^= sketch.touch(UnsafeBufferPointer(start: hashes, count: range.count)) }
  }

  /// Counts cells whose value is known, as long as there is nothing more to do than count; returns the first
  /// row where there is.
  @inline(__always)
  private mutating func consumeKnown(
    _ hashes: UnsafeMutablePointer<UInt64>,
    _ from: Int,
    _ to: Int
  ) -> Int {
    let isRecording = repeats.count < ValueKind.keptOccurrences && sketch == nil
    let mask = values.slots.count &- 1
    return values.slots.withUnsafeMutableBufferPointer { slots in
      counts.withUnsafeMutableBufferPointer { counts in
        var row = from
        while row < to {
          let hash = hashes[row]
          if hash == 0 {
            if counts[0] < ValueKind.keptOccurrences { return row }
            counts[0] &+= 1
            row &+= 1
            continue
          }
          var at = Int(truncatingIfNeeded: hash) & mask
          while slots[at].hash != hash {
            if slots[at].hash == 0 { return row }
            at = (at &+ 1) & mask
          }
          let kind = Int(slots[at].kind)
          if counts[kind] < ValueKind.keptOccurrences || isRecording || slots[at].wantsText { return row }
          slots[at].count &+= 1
          counts[kind] &+= 1
          row &+= 1
        }
        return row
      }
    }
  }

  private mutating func addEmpty(row: Int) {
    if counts[0] < ValueKind.keptOccurrences { kinds[0].occurrences.append(Occurrence(row: row, cell: "")) }
    counts[0] += 1
  }

  /// Adds a cell that is new, or whose occurrence is to be kept.
  private mutating func add(
    _ bytes: UnsafePointer<UInt8>,
    _ count: Int,
    _ hash: UInt64,
    row: Int,
    room: inout Int
  ) {
    var slot = values.slot(of: hash)
    if values.slots[slot].hash == hash {
      addAgain(bytes, count, slot: slot, row: row)
      return
    }
    if values.isFull {
      makeRoom(&room)
      slot = values.slot(of: hash)
    }
    let scan = CellScanner.scan(bytes, count)
    let kind = kinds.find(scan.cellClass, FormatMatcher.match(bytes, scan))
    if kind == counts.count { counts.append(0) }
    var entry = ValueTable.Entry()
    entry.hash = hash
    entry.number = scan.number
    entry.count = 1
    entry.firstRow = UInt32(clamping: row)
    entry.kind = kind
    entry.text = values.keepText(bytes, count, limit: limits.eagerTextBytes)
    entry.wantsText = entry.text == 0
    values.put(entry, at: slot)
    countCell(bytes, count, kind: Int(kind), row: row)
    if scan.cellClass.family == .missing { return }
    kinds[Int(kind)].bounds.add(bytes + scan.start, scan.end &- scan.start)
    noteLength(bytes, count)
    if examples.count < Self.keptExamples, !examples.contains(where: { $0.hash == hash }) {
      examples.append(Example(row: row, hash: hash, text: CutText.text(bytes, count)))
    }
    if sketch != nil { estimate(hash, kind) }
  }

  private mutating func addAgain(_ bytes: UnsafePointer<UInt8>, _ count: Int, slot: Int, row: Int) {
    values.slots[slot].count &+= 1
    if values.slots[slot].wantsText {
      values.keepTextAgain(slot: slot, bytes, count, limit: limits.textBytes)
    }
    let kind = Int(values.slots[slot].kind)
    if sketch == nil, repeats.count < ValueKind.keptOccurrences, kinds[kind].cellClass.family != .missing {
      repeats.append(Occurrence(row: row, cell: CutText.text(bytes, count)))
    }
    countCell(bytes, count, kind: kind, row: row)
  }

  @inline(__always)
  private mutating func countCell(_ bytes: UnsafePointer<UInt8>, _ count: Int, kind: Int, row: Int) {
    if counts[kind] < ValueKind.keptOccurrences {
      kinds[kind].occurrences.append(Occurrence(row: row, cell: CutText.text(bytes, count)))
    }
    counts[kind] &+= 1
  }

  @inline(__always)
  private mutating func noteLength(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    if count <= longest { return }
    var characters = 0
    for at in 0..<count where bytes[at] & 0xC0 != 0x80 { characters &+= 1 }
    if characters > longest { longest = characters }
  }

  // MARK: Room for more values

  /// Makes room for one more value: more slots, or fewer values.
  mutating func makeRoom(_ room: inout Int) {
    if sketch != nil {
      prune()
    } else if values.count >= limits.exactDistinct || room < values.slots.count {
      let before = values.slots.count
      startEstimating()
      room += before - values.slots.count
    } else {
      room -= values.slots.count
      values.grow()
    }
  }

  /// Stops counting each distinct value.
  mutating func startEstimating() {
    guard sketch == nil else { return }
    sketch = HyperLogLog(precision: limits.sketchPrecision)
    for entry in values.slots where entry.hash != 0 && kinds[Int(entry.kind)].cellClass.family != .missing {
      estimate(entry.hash, entry.kind)
    }
    repeats = []
    prune()
  }

  @inline(__always)
  mutating func estimate(_ hash: UInt64, _ kind: UInt16) {
    sketch?.add(hash)
    sample.add(hash, kind: kind)
  }

  private mutating func prune() {
    var evicted: [ValueTable.Entry] = []
    values.prune(to: min(limits.slotsWhenEstimated, max(values.slots.count, ValueTable.leastSlots))) {
      evicted.append($0)
    }
    for entry in evicted { fold(entry) }
  }

  /// The numbers of a family that left the table.
  func histogram(of family: Int) -> GrowingHistogram? { family < histograms.count ? histograms[family] : nil }

  /// Folds a value that leaves the table.
  mutating func fold(_ entry: ValueTable.Entry) {
    let kind = Int(entry.kind)
    let cellClass = kinds[kind].cellClass
    guard cellClass.hasNumber else { return }
    kinds[kind].fold(entry.number, weight: Int(entry.count))
    let family = Int(cellClass.family.rawValue)
    if histograms.isEmpty {
      histograms = [GrowingHistogram](repeating: GrowingHistogram(), count: CellClass.Family.allCases.count)
    }
    histograms[family].add(entry.number, count: Int(entry.count))
  }
}
