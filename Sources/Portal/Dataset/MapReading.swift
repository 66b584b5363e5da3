import Acts
import Catalogue
import Lake
import Messages
import Tabular
import Web

extension PortalReader {
  /// How many rows the drawn plan looks at.
  private static let planRows = 600

  /// Where the rows are, for the plan drawn on the server; `nil` where no column tells.
  func map(of model: DatasetModel) async throws -> MapModel? {
    guard let table = try openTable(model) else { return nil }
    return try await maps.value(table.digest) { try await Self.map(of: table) }
  }

  private static func map(of table: Table) async throws -> MapModel? {
    guard let position = PositionColumns(table.manifest.columns) else { return nil }
    var selection = RowSelection(columns: position.names)
    selection.filters = position.names.map { Filter(column: $0, op: .isnotnull) }
    let page = try await table.rows(selection, limit: planRows)
    let places = page.rows.values.flatMap { position.lines($0) }
    guard !places.isEmpty else { return nil }
    return MapModel(places: places, located: page.total, shown: min(page.total, MapModel.mostShown))
  }
}

/// The columns that say where a row is.
enum PositionColumns: Equatable {
  case pair(latitude: String, longitude: String)
  case text(String, isLongitudeFirst: Bool)

  /// Finds them: shapes, then points, then two numbers.
  init?(_ columns: [TableColumn]) {
    if let shape = columns.first(where: { $0.type == .geometry }) {
      self = .text(shape.name, isLongitudeFirst: true)
    } else if let point = columns.first(where: { $0.type == .geopoint }) {
      self = .text(point.name, isLongitudeFirst: point.format?.rawValue.hasPrefix("lon") == true)
    } else if let latitude = columns.first(where: { $0.isAxis("lat") }),
      let longitude = columns.first(where: { $0.isAxis("lon") })
    {
      self = .pair(latitude: latitude.name, longitude: longitude.name)
    } else {
      return nil
    }
  }

  /// Their names.
  var names: [String] {
    switch self {
    case .pair(let latitude, let longitude): [latitude, longitude]
    case .text(let name, _): [name]
    }
  }

  /// The place of a row: a dot, or the lines and outlines of its shape.
  func lines(_ values: [CellValue]) -> [[SurveyPlan.Point]] {
    switch (self, values.first, values.dropFirst().first) {
    case (.pair, let latitude?, let longitude?):
      guard let latitude = Self.degrees(latitude), let longitude = Self.degrees(longitude) else { return [] }
      return [[SurveyPlan.Point(latitude: latitude, longitude: longitude)]]
    case (.text(_, let isLongitudeFirst), .text(let text)?, _):
      if text.contains("{") { return GeometryLines.read(text) }
      let numbers = GeometryLines.numbers(text)
      guard numbers.count == 2 else { return [] }
      let isTurned = isLongitudeFirst || text.uppercased().hasPrefix("POINT")
      return [
        [
          isTurned
            ? SurveyPlan.Point(latitude: numbers[1], longitude: numbers[0])
            : SurveyPlan.Point(latitude: numbers[0], longitude: numbers[1])
        ]
      ]
    default: return []
    }
  }

  private static func degrees(_ value: CellValue) -> Double? {
    switch value {
    case .number(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }
}

extension TableColumn {
  /// Whether it holds latitudes (`lat`) or longitudes (`lon`), by its format or its name.
  fileprivate func isAxis(_ axis: String) -> Bool {
    guard type == .number || type == .integer else { return false }
    if format?.rawValue.contains(axis == "lat" ? "latitude" : "longitude") == true { return true }
    let name = name.lowercased()
    let names =
      axis == "lat"
      ? ["lat", "latitude", "y_lat", "ylat"] : ["lon", "long", "lng", "longitude", "x_long", "xlong"]
    let endings = axis == "lat" ? ["_latitude", "_lat"] : ["_longitude", "_lon", "_long"]
    return names.contains(name) || endings.contains { name.hasSuffix($0) }
  }
}
