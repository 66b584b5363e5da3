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

  fileprivate init(_ dataset: Dataset) {
    id = dataset.id
    title = dataset.title
    order = Folding.fold(dataset.title)
    organization = dataset.organization
    status = dataset.status
    isPublic = dataset.isPublic
    frequency = dataset.frequency
    updatedAt = dataset.updatedAt
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

extension Snapshot {
  /// Every dataset, by title.
  public var datasetEntries: [DatasetEntry] { index(DatasetEntries.self)?.entries ?? [] }
}
