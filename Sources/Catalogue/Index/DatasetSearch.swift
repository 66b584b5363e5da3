internal import Messages
internal import Search

extension DatasetIndex {
  /// The most hits one search gives.
  public static let limitMax = 1_000

  /// The datasets that answer a query, with the facets as they are on the day `now`.
  public func search(_ query: DatasetQuery, now: CalendarDay) -> DatasetResults {
    let matches = text.search(query.text)
    var count = FacetCount(index: self, query: query, today: now)
    var passing: [Match] = []
    if matches.isEverything {
      facts.forEach { slot, fact in
        if fact.isAlive, count.take(fact) { passing.append(Match(slot: slot, score: 0)) }
      }
    } else {
      for (slot, score) in zip(matches.slots, matches.scores) where count.take(facts[Int(slot)]) {
        passing.append(Match(slot: Int(slot), score: score))
      }
    }
    return DatasetResults(
      hits: page(of: passing, query),
      total: passing.count,
      facets: count.facets(),
      corrections: matches.corrections.map { .init(typed: $0.typed, understood: $0.understood) },
      relaxed: matches.isRelaxed
    )
  }

  /// A dataset that passed, and how well its words match.
  struct Match {
    var slot: Int
    var score: Float
  }

  /// The page asked for: only the first ones in order are sorted, not all that match.
  private func page(of matches: [Match], _ query: DatasetQuery) -> [DatasetCard] {
    let offset = max(0, query.offset)
    let limit = max(0, min(query.limit, DatasetIndex.limitMax))
    guard limit > 0, offset < matches.count else { return [] }
    let order = order(of: query)
    var first = Selection(count: min(offset + limit, matches.count), precedes: order)
    for match in matches { first.offer(match) }
    return first.sorted()[offset...].compactMap { cards[$0.slot]?.card }
  }

  /// The order of two datasets: by what was asked, then the last updated, then by id, which never ties.
  private func order(of query: DatasetQuery) -> (Match, Match) -> Bool {
    func tie(_ left: Match, _ right: Match) -> Bool {
      let (leftTime, rightTime) = (facts[left.slot].updated, facts[right.slot].updated)
      if leftTime != rightTime { return leftTime > rightTime }
      return (cards[left.slot]?.card.id ?? "") < (cards[right.slot]?.card.id ?? "")
    }
    func descending<Key: Comparable>(_ key: @escaping (Match) -> Key) -> (Match, Match) -> Bool {
      { left, right in
        let (leftKey, rightKey) = (key(left), key(right))
        return leftKey == rightKey ? tie(left, right) : leftKey > rightKey
      }
    }
    switch query.sort {
    case .relevance: return descending { $0.score }
    case .updated: return tie
    case .created: return descending { facts[$0.slot].created }
    case .rows: return descending { facts[$0.slot].rows }
    case .quality: return descending { facts[$0.slot].quality }
    case .title:
      return { left, right in
        let (leftKey, rightKey) = (facts[left.slot].title, facts[right.slot].title)
        if leftKey != rightKey { return leftKey < rightKey }
        let (leftTitle, rightTitle) = (
          cards[left.slot]?.foldedTitle ?? "", cards[right.slot]?.foldedTitle ?? ""
        )
        return leftTitle == rightTitle ? tie(left, right) : leftTitle < rightTitle
      }
    }
  }
}

/// The first few of many in an order, kept in a heap whose root is the last of them.
struct Selection<Element> {
  private let count: Int
  private let precedes: (Element, Element) -> Bool
  private var heap: [Element] = []

  init(count: Int, precedes: @escaping (Element, Element) -> Bool) {
    self.count = count
    self.precedes = precedes
    heap.reserveCapacity(count)
  }

  mutating func offer(_ element: Element) {
    if heap.count < count {
      heap.append(element)
      siftUp(heap.count - 1)
    } else if precedes(element, heap[0]) {
      heap[0] = element
      siftDown(0)
    }
  }

  func sorted() -> [Element] { heap.sorted(by: precedes) }

  private mutating func siftUp(_ start: Int) {
    var child = start
    while child > 0, precedes(heap[(child - 1) / 2], heap[child]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func siftDown(_ start: Int) {
    var parent = start
    while true {
      var last = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && precedes(heap[last], heap[child]) {
        last = child
      }
      if last == parent { return }
      heap.swapAt(parent, last)
      parent = last
    }
  }
}
