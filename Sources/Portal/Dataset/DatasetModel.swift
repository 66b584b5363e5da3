public import Catalogue
public import Register
public import Tabular
public import Web

/// All that the page of a dataset tells.
public struct DatasetModel: Sendable {
  /// The dataset.
  public var dataset: Dataset
  /// The organisation that answers for it.
  public var organization: Organization?
  /// The version shown, if any is published.
  public var version: DatasetVersion?
  /// Every version, the latest first.
  public var versions: [DatasetVersion]
  /// What the inspection found of each column; empty where there is no table.
  public var columns: [ColumnReport]
  /// What there is to know or mend in the file.
  public var findings: [Finding]
  /// How many findings there are in all.
  public var findingCount: Int
  /// A page of the table.
  public var table: TableModel?
  /// A chart of the table.
  public var chart: ChartModel?
  /// Where its rows are.
  public var map: MapModel?
  /// What the rules of publication say of it.
  public var rules: [Assessment] = []
  /// What visitors say of it; `nil` on a page of the past.
  var voices: VoiceSection?

  /// Gathers the content of a dataset's page.
  public init(
    dataset: Dataset,
    organization: Organization?,
    version: DatasetVersion? = nil,
    versions: [DatasetVersion] = [],
    columns: [ColumnReport] = [],
    findings: [Finding] = [],
    findingCount: Int = 0,
    table: TableModel? = nil,
    chart: ChartModel? = nil,
    map: MapModel? = nil
  ) {
    self.dataset = dataset
    self.organization = organization
    self.version = version
    self.versions = versions
    self.columns = columns
    self.findings = findings
    self.findingCount = findingCount
    self.table = table
    self.chart = chart
    self.map = map
  }

  /// The types of the columns by name.
  var types: [String: ColumnType] {
    Dictionary(columns.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
  }
}

/// A page of rows with what was asked to get it.
public struct TableModel: Sendable {
  /// What was asked.
  public var state: TableState
  /// The names of the columns shown, in order.
  public var columns: [String]
  /// The cells shown, row by row.
  public var rows: [[CellValue]]
  /// The record number of each row in the original file.
  public var rowNumbers: [Int]
  /// How many rows pass the filters.
  public var total: Int
  /// The cursor of the next page, if there is one.
  public var next: String?
  /// Why rows could not be read, in place of rows.
  public var failure: String?

  /// Gathers a page of rows.
  public init(
    state: TableState,
    columns: [String],
    rows: [[CellValue]],
    rowNumbers: [Int],
    total: Int,
    next: String? = nil,
    failure: String? = nil
  ) {
    self.state = state
    self.columns = columns
    self.rows = rows
    self.rowNumbers = rowNumbers
    self.total = total
    self.next = next
    self.failure = failure
  }
}

/// A chart with the choices that led to it.
public struct ChartModel: Sendable {
  /// The choices.
  public var choice: ChartChoice
  /// The columns one may count or sum by.
  public var dimensions: [String]
  /// The columns one may sum.
  public var measures: [String]
  /// The chart.
  public var chart: Chart

  /// Gathers a chart and its choices.
  public init(choice: ChartChoice, dimensions: [String], measures: [String], chart: Chart) {
    self.choice = choice
    self.dimensions = dimensions
    self.measures = measures
    self.chart = chart
  }
}

/// Where the rows of a table are.
public struct MapModel: Sendable {
  /// Some of the places, for the drawing without scripts: dots, lines and outlines.
  public var places: [[SurveyPlan.Point]]
  /// How many rows have a position.
  public var located: Int
  /// How many of them the map shows.
  public var shown: Int

  /// The most shapes a map shows.
  public static let mostShown = 5_000

  /// Gathers positions.
  public init(places: [[SurveyPlan.Point]], located: Int, shown: Int) {
    self.places = places
    self.located = located
    self.shown = shown
  }
}
