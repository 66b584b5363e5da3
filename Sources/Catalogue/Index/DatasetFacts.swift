internal import CivilTime
internal import PlainText
internal import Search

/// What counting and sorting read of a dataset, without a reference to follow.
struct DatasetFacts: Sendable {
  /// Whether the slot holds a dataset.
  var isAlive = false
  /// The set of values in each facet, by the order of `FacetKey`; that of freshness, which depends on the
  /// day, stays at zero.
  var sets = SIMD8<UInt32>()
  var frequency = Frequency.unknown
  /// The day the next update is due, as a number; `Int32.min` when none is.
  var due = Int32.min
  /// Seconds since 1970.
  var updated = 0.0
  var created = 0.0
  var rows = -1
  var quality = 0
  /// The beginning of the folded title, as a number to compare.
  var title: UInt64 = 0

  static let laneCount = FacetKey.allCases.count
  static let freshnessLane = FacetKey.allCases.firstIndex(of: .freshness) ?? 0

  /// The first eight bytes of a folded title as a number, in the order of the alphabet.
  static func key(ofTitle folded: String) -> UInt64 {
    var key: UInt64 = 0
    var count = 0
    for byte in folded.utf8.prefix(8) {
      key = key << 8 | UInt64(byte)
      count += 1
    }
    return count == 0 ? 0 : key << UInt64(8 * (8 - count))
  }

  /// The place of its freshness on a day in `Freshness.State.allCases`.
  @inline(__always)
  func freshnessIndex(on today: CivilDate) -> Int {
    let due = due == Int32.min ? nil : CivilDate(daysSinceEpoch: Int(due))
    switch Freshness.state(frequency: frequency, due: due, today: today) {
    case .onTime: return 0
    case .dueSoon: return 1
    case .late: return 2
    case .notPeriodic: return 3
    case .unknown: return 4
    }
  }
}

/// A card, and the title it is sorted by.
final class IndexedCard: Sendable {
  let card: DatasetCard
  let foldedTitle: String

  init(_ card: DatasetCard) {
    self.card = card
    foldedTitle = Folding.fold(card.title)
  }
}
