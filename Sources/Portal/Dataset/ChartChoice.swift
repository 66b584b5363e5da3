public import Tabular
public import Web

/// What a chart shows: rows counted, or a column summed, by the values of another.
public struct ChartChoice: Sendable, Hashable {
  /// What is computed for each value of the axis.
  public enum Calculation: String, Sendable, Hashable, CaseIterable {
    case count = "nombre"
    case sum = "somme"
    case mean = "moyenne"
    case least = "minimum"
    case most = "maximum"

    /// The name of the aggregate in the programming interface.
    public var interfaceName: String {
      switch self {
      case .count: "count"
      case .sum: "sum"
      case .mean: "avg"
      case .least: "min"
      case .most: "max"
      }
    }
  }

  /// The column along the axis.
  public var dimension: String
  /// The column computed; `nil` when rows are counted.
  public var measure: String?
  /// What is computed.
  public var calculation: Calculation

  /// Makes a choice.
  public init(dimension: String, measure: String? = nil, calculation: Calculation = .count) {
    self.dimension = dimension
    self.measure = calculation == .count ? nil : measure
    self.calculation = measure == nil ? .count : calculation
  }

  /// Reads the choice from an address, or takes what the columns suggest; `nil` where nothing is worth a
  /// chart.
  public init?(_ query: Query, columns: [ColumnReport]) {
    let dimensions = Self.dimensions(columns)
    guard let suggested = Self.suggestion(columns) else { return nil }
    guard let wanted = query["axe"], dimensions.contains(wanted) else {
      self = suggested
      return
    }
    let measure = query["mesure"].flatMap { Self.measures(columns).contains($0) ? $0 : nil }
    let calculation =
      query["calcul"].flatMap { Calculation(rawValue: $0) } ?? (measure == nil ? .count : .sum)
    self.init(dimension: wanted, measure: measure, calculation: calculation)
  }

  /// The columns whose values are worth an axis: times, and texts with few values.
  public static func dimensions(_ columns: [ColumnReport]) -> [String] {
    columns.filter { column in
      switch column.type {
      case .date, .datetime, .year: column.distinct > 1
      case .boolean: true
      case .text, .integer:
        (2...200).contains(column.distinct) && column.valid >= 2 * column.distinct && column.personal == nil
      case .number, .time, .duration, .geopoint, .geometry, .json: false
      }
    }.map(\.name)
  }

  /// The columns whose sums mean something: numbers that are neither codes nor coordinates.
  public static func measures(_ columns: [ColumnReport]) -> [String] {
    columns.filter { column in
      guard column.type == .number || column.type == .integer, column.distinct > 2 else { return false }
      let name = column.name.lowercased()
      let isPlace = ["lat", "lon", "lng", "longitude", "latitude", "x", "y", "coord"].contains {
        name == $0 || name.hasPrefix($0 + "_") || name.hasSuffix("_" + $0)
      }
      let isCode = ["id", "code", "num", "numero", "siret", "siren", "insee", "fid"].contains {
        name == $0 || name.hasPrefix($0 + "_") || name.hasSuffix("_" + $0)
      }
      return column.format == nil && !isPlace && !isCode
    }.map(\.name)
  }

  /// Time first, then the category with the clearest groups; the amounts summed where there are some.
  private static func suggestion(_ columns: [ColumnReport]) -> ChartChoice? {
    let axes = dimensions(columns)
    let candidates = columns.filter { axes.contains($0.name) }
    let times = candidates.filter {
      [.date, .datetime, .year].contains($0.type) && $0.missing * 4 < $0.valid
    }
    let groups = candidates.filter { $0.type == .text && (3...30).contains($0.distinct) }
    guard let axis = groups.first ?? times.first ?? candidates.first else { return nil }
    let amount = columns.first { column in
      measures(columns).contains(column.name)
        && ["montant", "total", "prix", "cout", "budget"].contains { column.name.lowercased().contains($0) }
    }
    return ChartChoice(
      dimension: axis.name,
      measure: amount?.name,
      calculation: amount == nil ? .count : .sum
    )
  }
}
