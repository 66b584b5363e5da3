internal import CivilTime
internal import HashTreeCollections
internal import Messages
internal import Search

/// The catalogue as a value to search: an update gives another index and leaves this one as it is.
///
/// An update costs little whatever the size of the catalogue: arrays are in chunks, maps are persistent, and
/// the full-text index keeps its large segment.
public struct DatasetIndex: Sendable {
  private(set) var slotOfID = TreeDictionary<String, UInt32>()
  private(set) var cards = ChunkedArray<IndexedCard?>()
  private(set) var facts = ChunkedArray<DatasetFacts>()
  private var freeSlots: [UInt32] = []
  private(set) var facets = Facets()
  private(set) var text = SearchIndex(fields: DatasetIndex.fields)

  /// What search reads of a dataset, the title first.
  private static let fields = [
    SearchField(name: "title", weight: 6, dilution: 0.4, usualLength: 5),
    SearchField(name: "keywords", weight: 4, dilution: 0.3, usualLength: 6),
    SearchField(name: "organization", weight: 1.5, dilution: 0.2, usualLength: 5),
    SearchField(name: "theme", weight: 1.5, dilution: 0.2, usualLength: 5),
    SearchField(name: "territories", weight: 1.5, dilution: 0.4, usualLength: 3),
    SearchField(name: "description", weight: 1, dilution: 0.6, usualLength: 40),
    SearchField(name: "columns", weight: 0.8, dilution: 0.5, usualLength: 24, isIdentifiers: true),
  ]

  /// An index of nothing.
  public init() {}

  /// An index of some datasets, built at once.
  public init(_ cards: [DatasetCard]) { self = DatasetIndex().applying(changed: cards, removed: []) }

  /// The number of datasets.
  public var count: Int { slotOfID.count }

  /// The memory the full-text index takes, in bytes.
  public var textByteCount: Int { text.byteCount }

  /// The card of a dataset.
  public func card(_ id: String) -> DatasetCard? { slotOfID[id].flatMap { cards[Int($0)]?.card } }

  /// The index once some datasets changed or appeared, and others went.
  ///
  /// - Parameters:
  ///   - changed: the cards as they are now; the last one counts where an id comes twice.
  ///   - removed: the ids of datasets to forget; those unknown are ignored.
  public func applying(changed: [DatasetCard], removed: [String] = []) -> DatasetIndex {
    var next = self
    var freed: [UInt32] = []
    for id in removed {
      guard let slot = next.slotOfID.removeValue(forKey: id) else { continue }
      next.cards[Int(slot)] = nil
      next.facts[Int(slot)] = DatasetFacts()
      freed.append(slot)
    }
    var documents: [UInt32: SearchDocument] = [:]
    for card in changed {
      let slot = next.slot(of: card.id)
      next.put(card, in: slot)
      documents[slot] = SearchDocument(slot: slot, texts: DatasetIndex.texts(of: card))
    }
    next.freeSlots += freed
    next.text = text.applying(changed: documents.values.sorted { $0.slot < $1.slot }, removed: freed)
    return next
  }

  private mutating func slot(of id: String) -> UInt32 {
    if let slot = slotOfID[id] { return slot }
    let slot: UInt32
    if let free = freeSlots.popLast() {
      slot = free
    } else {
      slot = UInt32(cards.count)
      cards.append(nil)
      facts.append(DatasetFacts())
    }
    slotOfID[id] = slot
    return slot
  }

  private mutating func put(_ card: DatasetCard, in slot: UInt32) {
    let indexed = IndexedCard(card)
    cards[Int(slot)] = indexed
    var fact = DatasetFacts()
    fact.isAlive = true
    fact.sets = facets.sets(of: card)
    fact.frequency = card.frequency
    let due = Freshness.due(frequency: card.frequency, updated: CivilDate(card.updatedAt))
    fact.due = due.map { Int32($0.daysSinceEpoch) } ?? Int32.min
    fact.updated = Instant.seconds(iso: card.updatedAt) ?? 0
    fact.created = Instant.seconds(iso: card.createdAt) ?? 0
    fact.rows = card.rows ?? -1
    fact.quality = card.quality
    fact.title = DatasetFacts.key(ofTitle: indexed.foldedTitle)
    facts[Int(slot)] = fact
  }

  private static func texts(of card: DatasetCard) -> [String] {
    let theme = Theme.with(id: card.theme).map { $0.label.fr + " " + $0.label.en } ?? card.theme
    return [
      card.title, card.keywords.joined(separator: " "), card.organizationName, theme,
      card.territories.joined(separator: " "), card.description, card.columnNames.joined(separator: " "),
    ]
  }
}
