import Catalogue
import Governance
public import Register
import Tabular

/// What an activity of the register says it covers in the catalogue.
struct ActivityCover: Sendable {
  /// The organisation that keeps it.
  let organization: String
  /// The record.
  let activity: RecordKey
  /// What it is called.
  let title: String
  /// The datasets it names, itself or by a column.
  let datasets: [String]
  /// The columns it names.
  let columns: [ActivityColumn]

  init(
    _ organization: String,
    _ key: RecordKey,
    _ title: String,
    _ datasets: [String],
    _ columns: [ActivityColumn]
  ) {
    self.organization = organization
    activity = key
    self.title = title
    self.datasets = Set(datasets + columns.compactMap(\.dataset)).sorted()
    self.columns = columns
  }
}

/// What the register of processing says of the columns of a dataset.
public struct ProcessingCoverage: Sendable, Equatable {
  /// The activities that cover it, by title.
  public let activities: [String]
  /// Whether one of them names the dataset and none of its columns: it then covers them all.
  public let coversWhole: Bool
  /// The columns named.
  public let columns: Set<String>

  /// Whether an activity covers a column.
  public func covers(_ column: String) -> Bool { coversWhole || columns.contains(column) }
}

/// A column that looks personal and that no activity covers.
public struct UncoveredColumn: Sendable, Equatable {
  /// The dataset's slug.
  public let dataset: String
  /// The column.
  public let column: String
}

extension ActivityCover {
  init(_ activity: ProcessingActivity) {
    self.init(
      activity.organization,
      RecordKey(ProcessingActivity.self, activity.id),
      activity.title,
      activity.datasets,
      activity.columns
    )
  }

  init(_ activity: ProcessorActivity) {
    self.init(
      activity.organization,
      RecordKey(ProcessorActivity.self, activity.id),
      activity.title,
      activity.datasets,
      activity.columns
    )
  }
}

extension Snapshot {
  /// What the activities that have not ended cover, those done for others included.
  var activityCovers: [ActivityCover] {
    records(ProcessingActivity.self).filter { $0.keeping.status != .ended }.map { ActivityCover($0) }
      + records(ProcessorActivity.self).filter { $0.keeping.status != .ended }.map { ActivityCover($0) }
  }

  /// What the activities that have not ended cover of a dataset.
  func activityCovers(of dataset: String) -> [ActivityCover] {
    records(by: ActivitiesByDataset.self, dataset).filter { $0.keeping.status != .ended }
      .map { ActivityCover($0) }
      + records(by: ProcessorActivitiesByDataset.self, dataset).filter { $0.keeping.status != .ended }
      .map { ActivityCover($0) }
  }

  /// What the register of processing says of a dataset.
  public func processingCoverage(of dataset: String) -> ProcessingCoverage {
    Self.coverage(of: dataset, by: activityCovers(of: dataset))
  }

  private static func coverage(of dataset: String, by covers: [ActivityCover]) -> ProcessingCoverage {
    let named = covers.map { cover in cover.columns.filter { $0.dataset == dataset }.compactMap(\.column) }
    return ProcessingCoverage(
      activities: covers.map(\.title).sorted(),
      coversWhole: named.contains(where: \.isEmpty),
      columns: Set(named.joined())
    )
  }

  /// The columns of a dataset that look personal, but for those that somebody said are not.
  func personalColumns(of dataset: Dataset) -> [String] {
    guard let version = dataset.currentVersion.flatMap({ record(DatasetVersion.self, $0) }) else { return [] }
    let ground = record(PublicationDeclaration.self, dataset.id)?.personalData
    let cleared = ground?.kind == .notPersonal ? Set(ground?.columns ?? []) : []
    return version.columns
      .filter {
        ($0.personal?.confidence ?? 0) >= PersonalSigns.doubtfulConfidence && !cleared.contains($0.name)
      }
      .map(\.name)
  }

  /// The columns that look personal and that no activity covers, in an organisation and those below it.
  public func uncoveredColumns(of organization: String) -> [UncoveredColumn] {
    var covers: [String: [ActivityCover]] = [:]
    for cover in activityCovers {
      for dataset in cover.datasets { covers[dataset, default: []].append(cover) }
    }
    // Organisations are few beside datasets: only theirs are read.
    let groups = datasetGroups
    return records(Organization.self)
      .filter { isOrganization($0.id, within: organization) }
      .flatMap { groups[$0.id]?.latest.map(\.id) ?? [] }
      .sorted()
      .compactMap { record(Dataset.self, $0) }
      .flatMap { dataset in
        let coverage = Self.coverage(of: dataset.id, by: covers[dataset.id] ?? [])
        return personalColumns(of: dataset)
          .filter { !coverage.covers($0) }
          .map { UncoveredColumn(dataset: dataset.id, column: $0) }
      }
  }
}
