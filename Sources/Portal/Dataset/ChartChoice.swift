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

  /// What is worth showing first: amounts over time or by group, levels over time, then plain counts.
  private static func suggestion(_ columns: [ColumnReport]) -> ChartChoice? {
    let axes = dimensions(columns)
    let candidates = columns.filter { axes.contains($0.name) }
    let time = candidates.first { isTime($0) && $0.missing * 4 < $0.valid }
    let group = candidates.first { $0.type == .text && (3...30).contains($0.distinct) }
    let amount = measure(columns, named: amountWords)
    if let amount, let time, time.distinct >= 12 {
      return ChartChoice(dimension: time.name, measure: amount, calculation: .sum)
    }
    if let amount, let group { return ChartChoice(dimension: group.name, measure: amount, calculation: .sum) }
    if let level = measure(columns, named: levelWords), let time {
      return ChartChoice(dimension: time.name, measure: level, calculation: .mean)
    }
    return (group ?? time ?? candidates.first).map { ChartChoice(dimension: $0.name) }
  }

  private static func isTime(_ column: ColumnReport) -> Bool {
    switch column.type {
    case .date, .datetime, .year: true
    default: false
    }
  }

  private static func measure(_ columns: [ColumnReport], named words: [String]) -> String? {
    measures(columns).first { name in words.contains { name.lowercased().contains($0) } }
  }

  /// What adds up: money, counts, quantities.
  private static let amountWords = [
    "montant", "total", "prix", "cout", "budget", "nombre", "nb_", "count", "effectif", "quantite", "tonnage",
    "volume", "entrees", "prets", "passages", "consommation",
  ]

  /// What does not add up: measures of a state.
  private static let levelWords = [
    "valeur", "value", "taux", "temperature", "concentration", "niveau", "indice",
  ]
}
