internal import Search

/// What counting and sorting read of a dataset, without a reference to follow.
struct DatasetFacts: Sendable {
  /// Whether the slot holds a dataset.
  var isAlive = false
  /// The set of values in each facet but freshness, which depends on the day.
  var sets = SetNumbers()
  var frequency = Frequency.unknown
  /// The day the next update is due, as a number; `Int32.min` when none is.
  var due = Int32.min
  /// Seconds since 1970.
  var updated = 0.0
  var created = 0.0
  var rows = -1
  var quality = 0
  /// The first sixteen bytes of the folded title, to compare.
  var title = TitleKey()

  struct SetNumbers: Sendable {
    var theme: UInt32 = 0
    var organization: UInt32 = 0
    var format: UInt32 = 0
    var licence: UInt32 = 0
    var access: UInt32 = 0
    var territory: UInt32 = 0
  }

  /// The beginning of a title, folded, for its place in the alphabet.
  struct TitleKey: Sendable, Comparable {
    var first: UInt64 = 0
    var second: UInt64 = 0

    init() {}

    init(_ foldedTitle: String) {
      var bytes = Array(foldedTitle.utf8.prefix(16))
      bytes += [UInt8](repeating: 0, count: 16 - bytes.count)
      first = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
      second = bytes[8...].reduce(0) { $0 << 8 | UInt64($1) }
    }

    static func < (left: TitleKey, right: TitleKey) -> Bool {
      (left.first, left.second) < (right.first, right.second)
    }
  }

  /// The place of its freshness on a day in `Freshness.State.allCases`.
  @inline(__always)
  func freshnessIndex(on today: CalendarDay) -> Int {
    let due = due == Int32.min ? nil : CalendarDay(number: Int(due))
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
