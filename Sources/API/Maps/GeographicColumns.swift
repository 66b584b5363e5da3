import Lake
import Messages
import Tabular

/// The columns of a table that say where its rows are.
enum GeographicColumns: Equatable, Sendable {
  /// A column of shapes as GeoJSON.
  case geometry(String)
  /// A column of points.
  case point(String, isLongitudeFirst: Bool)
  /// A column of latitudes and one of longitudes.
  case pair(latitude: String, longitude: String, areNumbers: Bool)

  /// Finds them: shapes first, then points, then pairs; `nil` when a table has none.
  ///
  /// `pointNotation` tells how the inspection found a column's points written: `lat,lon` or `lon,lat`.
  init?(_ columns: [TableColumn], pointNotation: (String) throws -> String?) rethrows {
    if let shape = columns.first(where: { $0.type == .geometry }) {
      self = .geometry(shape.name)
    } else if let point = columns.first(where: { $0.type == .geopoint }) {
      self = .point(point.name, isLongitudeFirst: try pointNotation(point.name) == "lon,lat")
    } else if let latitude = columns.first(where: { $0.isCoordinate("lat") }),
      let longitude = columns.first(where: { $0.isCoordinate("lon") })
    {
      self = .pair(
        latitude: latitude.name,
        longitude: longitude.name,
        areNumbers: latitude.type == .number && longitude.type == .number
      )
    } else {
      return nil
    }
  }

  /// Their names.
  var names: [String] {
    switch self {
    case .geometry(let name), .point(let name, _): [name]
    case .pair(let latitude, let longitude, _): [latitude, longitude]
    }
  }

  /// Conditions that keep the rows of a rectangle, as far as the engine can tell.
  func filters(within box: GeographicBox?) -> [Filter] {
    let filled = names.map { Filter(column: $0, op: .isnotnull) }
    guard let box, case .pair(let latitude, let longitude, areNumbers: true) = self else { return filled }
    return filled + [
      Filter(column: longitude, op: .greater, value: GeographicColumns.decimal(box.west)),
      Filter(column: longitude, op: .less, value: GeographicColumns.decimal(box.east)),
      Filter(column: latitude, op: .greater, value: GeographicColumns.decimal(box.south)),
      Filter(column: latitude, op: .less, value: GeographicColumns.decimal(box.north)),
    ]
  }

  /// Where a row is, by the values of these columns in their order.
  func place(_ values: [CellValue]) -> Place? {
    switch (self, values.first, values.dropFirst().first) {
    case (.geometry, .text(let text)?, _): Place(geoJSON: text)
    case (.point(_, let isLongitudeFirst), .text(let text)?, _):
      Place(point: text, isLongitudeFirst: isLongitudeFirst)
    case (.pair, let latitude?, let longitude?):
      latitude.degrees.flatMap { latitude in
        longitude.degrees.flatMap { Place(longitude: $0, latitude: latitude) }
      }
    default: nil
    }
  }

  /// A number without an exponent, to a ten-millionth of a degree.
  private static func decimal(_ value: Double) -> String {
    let units = Int((min(max(value, -1_000), 1_000) * 10_000_000).rounded())
    let fraction = String(abs(units) % 10_000_000)
    return (units < 0 ? "-" : "") + "\(abs(units) / 10_000_000)."
      + String(repeating: "0", count: 7 - fraction.count) + fraction
  }
}

extension CellValue {
  fileprivate var degrees: Double? {
    switch self {
    case .number(let value): value
    case .integer(let value): Double(value)
    default: nil
    }
  }
}

extension TableColumn {
  /// Whether it holds latitudes (`lat`) or longitudes (`lon`): by its format, else by its name.
  fileprivate func isCoordinate(_ axis: String) -> Bool {
    guard type == .number || type == .integer else { return false }
    if format?.rawValue.contains(axis == "lat" ? "latitude" : "longitude") == true { return true }
    let name = name.lowercased()
    let names =
      axis == "lat"
      ? ["lat", "latitude", "y_lat", "ylat"] : ["lon", "long", "lng", "longitude", "x_long", "xlong"]
    let suffixes = axis == "lat" ? ["_latitude", "_lat"] : ["_longitude", "_lon", "_long"]
    return names.contains(name) || suffixes.contains { name.hasSuffix($0) }
  }
}
