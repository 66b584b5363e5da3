extension ColumnAccumulator {
  /// Adds what was learnt of other rows, before, after or between these.
  mutating func merge(_ other: ColumnAccumulator, room: inout Int) {
    let kindMap = mergeKinds(other)
    longest = max(longest, other.longest)
    mergeExamples(other)
    if other.isEstimated, !isEstimated { startEstimating() }
    if let theirs = other.sketch { sketch?.merge(theirs) }
    mergeValues(other, kindMap, &room)
    if histograms.isEmpty {
      histograms = other.histograms
    } else {
      for (family, histogram) in other.histograms.enumerated() { histograms[family].merge(histogram) }
    }
    // Last: adding their values may have begun the estimate.
    sample.merge(other.sample, kindMap: kindMap)
  }

  private mutating func mergeKinds(_ other: ColumnAccumulator) -> [UInt16] {
    var map: [UInt16] = []
    for (index, theirs) in other.kinds.kinds.enumerated() {
      let ours = kinds.find(theirs.cellClass, theirs.formats)
      if ours == counts.count { counts.append(0) }
      counts[Int(ours)] += other.counts[index]
      kinds[Int(ours)].merge(theirs)
      map.append(ours)
    }
    return map
  }

  private mutating func mergeExamples(_ other: ColumnAccumulator) {
    var merged: [Example] = []
    for example in (examples + other.examples).sorted(by: { $0.row < $1.row }) {
      if !merged.contains(where: { $0.hash == example.hash }) { merged.append(example) }
    }
    examples = Array(merged.prefix(Self.keptExamples))
  }

  private mutating func mergeValues(_ other: ColumnAccumulator, _ kindMap: [UInt16], _ room: inout Int) {
    var repeated = isEstimated ? [] : repeats + other.repeats
    for entry in other.values.slots where entry.hash != 0 {
      var slot = values.slot(of: entry.hash)
      let kind = kindMap[Int(entry.kind)]
      let isValue = kinds[Int(kind)].cellClass.family != .missing
      if values.slots[slot].hash == entry.hash {
        if isValue {
          let row = Int(max(values.slots[slot].firstRow, entry.firstRow))
          let text = values.text(of: values.slots[slot]) ?? other.values.text(of: entry) ?? ""
          repeated.append(Occurrence(row: row, cell: text))
        }
        addCount(of: entry, at: slot, from: other)
        continue
      }
      if values.isFull {
        makeRoom(&room)
        slot = values.slot(of: entry.hash)
      }
      var ours = entry
      ours.kind = kind
      ours.text = values.adoptText(of: entry, from: other.values, limit: limits.textBytes)
      ours.wantsText = ours.text == 0
      values.put(ours, at: slot)
      if isEstimated, isValue { estimate(entry.hash, kind) }
    }
    repeats =
      isEstimated
      ? [] : Array(repeated.sorted { $0.row < $1.row }.prefix(ValueKind.keptOccurrences))
  }

  private mutating func addCount(of entry: ValueTable.Entry, at slot: Int, from other: ColumnAccumulator) {
    values.slots[slot].count &+= entry.count
    values.slots[slot].firstRow = min(values.slots[slot].firstRow, entry.firstRow)
    guard values.slots[slot].text == 0 else { return }
    let text = values.adoptText(of: entry, from: other.values, limit: limits.textBytes)
    values.slots[slot].text = text
    values.slots[slot].wantsText = text == 0
  }
}
