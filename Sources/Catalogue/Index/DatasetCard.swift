public import CivilTime

/// All that one line of a list of datasets needs, gathered once when the dataset changes.
public struct DatasetCard: Sendable, Equatable, Identifiable {
  /// The dataset's slug.
  public var id: String
  /// The title.
  public var title: String
  /// The first sentences of the description, without Markdown, cut at a word before 280 characters.
  public var summary: String
  /// The whole description, without Markdown: what search reads.
  public var description: String
  /// The slug of the organisation that answers for it.
  public var organization: String
  /// The name of that organisation.
  public var organizationName: String
  /// The slug of the theme.
  public var theme: String
  /// The keywords.
  public var keywords: [String]
  /// The licence's id.
  public var licence: String
  /// How often it is updated.
  public var frequency: Frequency
  /// The territories covered.
  public var territories: [String]
  /// The span of time the data tells of.
  public var period: Period?
  /// Who may read the data.
  public var access: AccessLevel
  /// The container of the original file, in lower case; `nil` while no version is published.
  public var format: String?
  /// Every format the data can be downloaded in: the original's, then the exports.
  public var formats: [String]
  /// The number of rows, where there is a table.
  public var rows: Int?
  /// The names of the columns.
  public var columnNames: [String]
  /// The number of the published version, from 1; 0 while there is none.
  public var versionNumber: Int
  /// The size of the original file, in bytes.
  public var bytes: Int?
  /// Whether the table has coordinates or shapes to draw on a map.
  public var isGeographic: Bool
  /// When it was first described, ISO 8601 UTC.
  public var createdAt: String
  /// When its data last changed, ISO 8601 UTC.
  public var updatedAt: String
  /// Our quality score, from 0 to 100, without the points of freshness that depend on the day.
  public var quality: Int

  /// Gathers the line of a dataset.
  ///
  /// - Parameters:
  ///   - version: the published version, if any.
  ///   - organization: the organisation that answers for it; its slug stands for its name when it is unknown.
  public init(dataset: Dataset, version: DatasetVersion?, organization: Organization?) {
    let plain = PlainText.removingMarkdown(from: dataset.description)
    id = dataset.id
    title = dataset.title
    summary = PlainText.opening(of: plain, limit: 280)
    description = plain
    self.organization = dataset.organization
    organizationName = organization?.name ?? dataset.organization
    theme = dataset.theme
    keywords = dataset.keywords
    licence = dataset.licence
    frequency = dataset.frequency
    territories = dataset.territories
    period = dataset.period
    access = dataset.access
    format = version?.original.container
    formats = DatasetCard.formats(of: version, access: dataset.access)
    rows = version?.table == nil ? nil : version?.rows
    columnNames = version?.columns.map(\.name) ?? []
    versionNumber = version?.number ?? 0
    bytes = version?.original.bytes
    isGeographic = version?.isGeographic ?? false
    createdAt = dataset.createdAt
    updatedAt = dataset.updatedAt
    quality = QualityScore(dataset: dataset, version: version, today: nil).percent
  }

  /// The original's container, then the exports, which exist for every table that may be downloaded.
  private static func formats(of version: DatasetVersion?, access: AccessLevel) -> [String] {
    guard let version else { return [] }
    var formats = [version.original.container]
    guard version.table != nil, access == .open else { return formats }
    for export in ["csv", "json", "jsonl", "parquet"] where !formats.contains(export) {
      formats.append(export)
    }
    return formats
  }

  /// Whether it is up to date on a day.
  public func freshness(on today: CivilDate) -> Freshness {
    Freshness(frequency: frequency, updatedAt: updatedAt, today: today)
  }
}
