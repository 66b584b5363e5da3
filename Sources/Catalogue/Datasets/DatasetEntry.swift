public import CivilTime
import PlainText
public import Register

/// A dataset as lists of many know it: made once, and shared by all states until the dataset changes.
public final class DatasetEntry: Sendable {
  /// Its slug.
  public let id: String
  /// Its title.
  public let title: String
  /// Its title in the order of a French dictionary: without accents and capitals.
  public let order: String
  /// The slug of its organisation.
  public let organization: String
  /// Where it is in its life.
  public let status: Dataset.Status
  /// Whether the public sees it.
  public let isPublic: Bool
  /// How often it is updated.
  public let frequency: Frequency
  /// When its data or description last changed, ISO 8601 UTC.
  public let updatedAt: String
  /// The day its next update is due, where a rhythm is promised.
  let due: CivilDate?

  fileprivate init(_ dataset: Dataset) {
    id = dataset.id
    title = dataset.title
    order = Folding.fold(dataset.title)
    organization = dataset.organization
    status = dataset.status
    isPublic = dataset.isPublic
    frequency = dataset.frequency
    updatedAt = dataset.updatedAt
    due = Freshness.due(frequency: dataset.frequency, updated: CivilDate(dataset.updatedAt))
  }

  /// Whether it is updated as promised, on a day.
  public func freshness(on day: CivilDate) -> Freshness {
    Freshness(frequency: frequency, updatedAt: updatedAt, today: day)
  }
}

/// Every dataset, by title, then by slug.
struct DatasetEntries: RecordIndex {
  private(set) var entries: [DatasetEntry]

  init(_ records: [RecordBox<Dataset>]) {
    entries = records.map { DatasetEntry($0.value) }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
  }

  mutating func change(from old: RecordBox<Dataset>?, to new: RecordBox<Dataset>?) {
    if let old {
      let key = (Folding.fold(old.value.title), old.id)
      entries.remove(at: entries.place { ($0.order, $0.id) < key })
    }
    if let new {
      let entry = DatasetEntry(new.value)
      entries.insert(entry, at: entries.place { ($0.order, $0.id) < (entry.order, entry.id) })
    }
  }
}

/// The datasets of an organisation, in the orders in which a few of them are shown.
public struct DatasetGroup: Sendable {
  /// All of them, the one updated last first.
  public private(set) var latest: [DatasetEntry] = []
  /// Those published with a rhythm, the one whose update is due first before the others.
  private var awaited: [DatasetEntry] = []

  /// The ones most late on a day.
  ///
  /// - Parameter count: how many are wanted at most.
  public func late(on day: CivilDate, most count: Int) -> [DatasetEntry] {
    Array(awaited.prefix(count).prefix { $0.freshness(on: day).state == .late })
  }

  /// Whether one was updated after another.
  public static func isLater(_ one: DatasetEntry, _ other: DatasetEntry) -> Bool {
    (other.updatedAt, one.id) < (one.updatedAt, other.id)
  }

  /// Whether the update of one is due before that of another.
  public static func isDueBefore(_ one: DatasetEntry, _ other: DatasetEntry) -> Bool {
    guard let due = one.due, let otherDue = other.due else { return one.due != nil }
    return (due, one.id) < (otherDue, other.id)
  }

  fileprivate mutating func add(_ entry: DatasetEntry) {
    latest.insert(entry, at: latest.place { Self.isLater($0, entry) })
    guard entry.isAwaited else { return }
    awaited.insert(entry, at: awaited.place { Self.isDueBefore($0, entry) })
  }

  fileprivate mutating func remove(_ entry: DatasetEntry) {
    latest.remove(at: latest.place { Self.isLater($0, entry) })
    guard entry.isAwaited else { return }
    awaited.remove(at: awaited.place { Self.isDueBefore($0, entry) })
  }
}

extension DatasetEntry {
  fileprivate var isAwaited: Bool { status == .published && due != nil }
}

/// The datasets of each organisation.
struct DatasetGroups: RecordIndex {
  private(set) var groups: [String: DatasetGroup] = [:]

  init(_ records: [RecordBox<Dataset>]) {
    for record in records { change(from: nil, to: record) }
  }

  mutating func change(from old: RecordBox<Dataset>?, to new: RecordBox<Dataset>?) {
    if let old { groups[old.value.organization]?.remove(DatasetEntry(old.value)) }
    if let new { groups[new.value.organization, default: DatasetGroup()].add(DatasetEntry(new.value)) }
  }
}

extension Snapshot {
  /// The datasets of each organisation that has or had some, by its slug.
  public var datasetGroups: [String: DatasetGroup] { index(DatasetGroups.self)?.groups ?? [:] }

  /// Every dataset, by title.
  public var datasetEntries: [DatasetEntry] { index(DatasetEntries.self)?.entries ?? [] }
}
