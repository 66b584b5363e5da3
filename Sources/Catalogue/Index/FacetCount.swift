internal import CivilTime
internal import Messages

/// Counts facets in one walk over the datasets that match the words.
///
/// A dataset that passes every choice counts in every facet. One that fails the choice of a single facet
/// counts in that facet alone: that is what makes each facet's counts independent of its own choice.
///
/// The sets of values of all facets are numbered in a row, facet after facet, so that a dataset's seven
/// places are one addition.
struct FacetCount: ~Copyable {
  private let query: DatasetQuery
  private let today: CivilDate
  private let facets: DatasetIndex.Facets
  /// Where the sets of each facet begin, by the order of `FacetKey`.
  private let bases: SIMD8<UInt32>
  private let placeCount: Int
  /// How many datasets have each set.
  private let counts: UnsafeMutablePointer<Int>
  /// Whether each set passes the choice of its facet.
  private let passes: UnsafeMutablePointer<Bool>

  init(facets: DatasetIndex.Facets, query: DatasetQuery, today: CivilDate) {
    self.query = query
    self.today = today
    self.facets = facets
    var bases = SIMD8<UInt32>()
    var passing: [Bool] = []
    for (lane, key) in FacetKey.allCases.enumerated() {
      bases[lane] = UInt32(passing.count)
      passing += FacetCount.passing(key, facets, query)
    }
    self.bases = bases
    placeCount = passing.count
    counts = .allocate(capacity: placeCount)
    counts.initialize(repeating: 0, count: placeCount)
    passes = .allocate(capacity: placeCount)
    for (place, passing) in passing.enumerated() { (passes + place).initialize(to: passing) }
  }

  deinit {
    counts.deallocate()
    passes.deallocate()
  }

  private static func passing(_ key: FacetKey, _ facets: DatasetIndex.Facets, _ query: DatasetQuery) -> [Bool]
  {
    let chosen = query[key]
    guard let catalogue = facets[key] else {
      return Freshness.State.allCases.map { chosen.isEmpty || chosen.contains($0.rawValue) }
    }
    return catalogue.passingSets(chosen)
  }

  /// Counts a dataset that matches the words; returns whether it passes every choice.
  @inline(__always)
  func take(_ fact: DatasetFacts) -> Bool {
    var places = bases &+ fact.sets
    places[DatasetFacts.freshnessLane] &+= UInt32(fact.freshnessIndex(on: today))
    var failures = 0
    var failing = 0
    for lane in 0..<DatasetFacts.laneCount where !passes[Int(places[lane])] {
      failures += 1
      failing = lane
    }
    if failures == 0 {
      for lane in 0..<DatasetFacts.laneCount { counts[Int(places[lane])] += 1 }
      return true
    }
    if failures == 1 { counts[Int(places[failing])] += 1 }
    return false
  }

  /// The facets counted, in the order of `FacetKey`.
  func result() -> [Facet] {
    FacetKey.allCases.enumerated().map { lane, key in
      let start = Int(bases[lane])
      guard let catalogue = facets[key] else { return freshness(from: start) }
      let counts = UnsafeBufferPointer(start: counts + start, count: catalogue.sets.count)
      return catalogue.facet(key, counts: counts, chosen: query[key], limit: query.facetLimit)
    }
  }

  /// Freshness keeps the order of its states, whatever their counts.
  private func freshness(from start: Int) -> Facet {
    let values = Freshness.State.allCases.enumerated().compactMap { offset, state -> FacetValue? in
      let selected = query.freshness.contains(state.rawValue)
      let count = counts[start + offset]
      guard count > 0 || selected else { return nil }
      return FacetValue(value: state.rawValue, label: state.label, count: count, selected: selected)
    }
    return Facet(key: .freshness, values: values, total: values.count)
  }
}
