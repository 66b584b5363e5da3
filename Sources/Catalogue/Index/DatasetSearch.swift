public import CivilTime
internal import Messages
internal import Search

extension DatasetIndex {
  /// The most hits one search gives.
  public static let limitMax = 1_000

  /// The datasets that answer a query, with the facets as they are on the day `now`.
  public func search(_ query: DatasetQuery, now: CivilDate) -> DatasetResults {
    let matches = text.search(query.text)
    let count = FacetCount(facets: facets, query: query, today: now)
    var passing: [Match] = []
    if matches.isEverything {
      facts.forEach { slot, fact in
        if fact.isAlive, count.take(fact) { passing.append(Match(slot, fact, score: nil, query.sort)) }
      }
    } else {
      for (slot, score) in zip(matches.slots, matches.scores) {
        let fact = facts[Int(slot)]
        if count.take(fact) { passing.append(Match(Int(slot), fact, score: score, query.sort)) }
      }
    }
    return DatasetResults(
      hits: page(of: passing, query),
      total: passing.count,
      facets: count.result(),
      corrections: matches.corrections.map { .init(typed: $0.typed, understood: $0.understood) },
      relaxed: matches.isRelaxed
    )
  }

  /// A dataset that passed, and its place in the order asked for: the smallest key first.
  struct Match {
    let slot: Int
    let key: UInt64

    init(_ slot: Int, _ fact: DatasetFacts, score: Float?, _ sort: DatasetSort) {
      self.slot = slot
      key =
        switch sort {
        case .relevance: Match.descending(score.map(Double.init) ?? fact.updated)
        case .updated: Match.descending(fact.updated)
        case .created: Match.descending(fact.created)
        case .rows: Match.descending(Double(fact.rows))
        case .quality: Match.descending(Double(fact.quality))
        case .title: fact.title
        }
    }

    /// A whole number that is smaller for a larger number.
    private static func descending(_ number: Double) -> UInt64 {
      let bits = number.bitPattern
      return bits >> 63 == 0 ? ~(bits | 1 << 63) : bits
    }
  }

  /// The page asked for: only the first ones in order are sorted, not all that match.
  private func page(of matches: [Match], _ query: DatasetQuery) -> [DatasetCard] {
    let offset = max(0, query.offset)
    let limit = max(0, min(query.limit, DatasetIndex.limitMax))
    guard limit > 0, offset < matches.count else { return [] }
    var first = Selection<Match>(count: min(offset + limit, matches.count)) { left, right in
      left.key == right.key ? precedes(left.slot, right.slot, query.sort) : left.key < right.key
    }
    for match in matches { first.offer(match) }
    return first.sorted()[offset...].compactMap { cards[$0.slot]?.card }
  }

  /// The order of two datasets of one key: by whole title, the last updated, then by id, which never ties.
  private func precedes(_ left: Int, _ right: Int, _ sort: DatasetSort) -> Bool {
    guard let leftCard = cards[left], let rightCard = cards[right] else { return cards[left] != nil }
    if sort == .title, leftCard.foldedTitle != rightCard.foldedTitle {
      return leftCard.foldedTitle < rightCard.foldedTitle
    }
    let (leftTime, rightTime) = (facts[left].updated, facts[right].updated)
    return leftTime == rightTime ? leftCard.card.id < rightCard.card.id : leftTime > rightTime
  }
}
