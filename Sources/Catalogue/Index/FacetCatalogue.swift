internal import Messages

/// The values of a facet, numbered, and the sets of values that datasets have, numbered too.
///
/// Many datasets have the same set of values: counting goes by sets, then from sets to values.
struct FacetCatalogue: Sendable {
  private var numberOfValue: [String: UInt32] = [:]
  private(set) var values: [String] = []
  private var labels: [Bilingual] = []
  private var numberOfSet: [[UInt32]: UInt32] = [:]
  private(set) var sets: [[UInt32]] = []

  /// The number of a set of values, in any order, each with its label as it is now.
  mutating func set(of items: [(value: String, label: Bilingual)]) -> UInt32 {
    let numbers = Set(items.map { number(of: $0.value, label: $0.label) }).sorted()
    if let known = numberOfSet[numbers] { return known }
    sets.append(numbers)
    numberOfSet[numbers] = UInt32(sets.count - 1)
    return UInt32(sets.count - 1)
  }

  private mutating func number(of value: String, label: Bilingual) -> UInt32 {
    if let known = numberOfValue[value] {
      if labels[Int(known)] != label { labels[Int(known)] = label }
      return known
    }
    values.append(value)
    labels.append(label)
    numberOfValue[value] = UInt32(values.count - 1)
    return UInt32(values.count - 1)
  }

  /// Which sets hold one of the chosen values at least; all of them when nothing is chosen.
  func passingSets(_ chosen: Set<String>) -> [Bool] {
    guard !chosen.isEmpty else { return [Bool](repeating: true, count: sets.count) }
    let numbers = Set(chosen.compactMap { numberOfValue[$0] })
    return sets.map { set in set.contains(where: numbers.contains) }
  }

  /// The facet, from how many datasets have each set: the most frequent values first, the chosen ones always.
  func facet(_ key: FacetKey, counts: UnsafeBufferPointer<Int>, chosen: Set<String>, limit: Int) -> Facet {
    var valueCounts = [Int](repeating: 0, count: values.count)
    for (set, count) in zip(sets, counts) where count > 0 {
      for value in set { valueCounts[Int(value)] += count }
    }
    let listed = values.indices.filter { valueCounts[$0] > 0 }
    let total = listed.count
    var first = Selection<Int>(count: min(limit, total)) { left, right in
      valueCounts[left] == valueCounts[right]
        ? values[left] < values[right] : valueCounts[left] > valueCounts[right]
    }
    for index in listed { first.offer(index) }
    var result = first.sorted().map { index in
      FacetValue(
        value: values[index],
        label: labels[index],
        count: valueCounts[index],
        selected: chosen.contains(values[index])
      )
    }
    let shown = Set(result.map(\.value))
    for value in chosen.subtracting(shown).sorted() {
      let known = numberOfValue[value].map(Int.init)
      result.append(
        FacetValue(
          value: value,
          label: known.map { labels[$0] } ?? Bilingual(fr: value, en: value),
          count: known.map { valueCounts[$0] } ?? 0,
          selected: true
        )
      )
    }
    return Facet(key: key, values: result, total: total)
  }
}
