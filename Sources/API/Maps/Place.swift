/// A rectangle of longitudes and latitudes, in degrees.
struct GeographicBox: Equatable, Sendable {
  var west: Double
  var south: Double
  var east: Double
  var north: Double

  /// Whether both share a point.
  func intersects(_ other: GeographicBox) -> Bool {
    west <= other.east && other.west <= east && south <= other.north && other.south <= north
  }

  /// Whether it lies on the Earth.
  var isOnEarth: Bool { west >= -180 && east <= 180 && south >= -90 && north <= 90 }

  /// Grows to hold a position.
  mutating func include(_ longitude: Double, _ latitude: Double) {
    west = min(west, longitude)
    east = max(east, longitude)
    south = min(south, latitude)
    north = max(north, latitude)
  }

  /// A rectangle that holds nothing yet.
  static let nowhere = GeographicBox(west: .infinity, south: .infinity, east: -.infinity, north: -.infinity)
}

/// Where a row is: a geometry as GeoJSON (RFC 7946 § 3.1) and the rectangle around it.
struct Place: Equatable, Sendable {
  let geometry: [UInt8]
  let box: GeographicBox

  /// A point.
  init?(longitude: Double, latitude: Double) {
    box = GeographicBox(west: longitude, south: latitude, east: longitude, north: latitude)
    guard box.isOnEarth else { return nil }
    var json = JSONBytes(capacity: 64)
    json.raw("{\"type\":\"Point\",\"coordinates\":[")
    json.number(longitude)
    json.raw(",")
    json.number(latitude)
    json.raw("]}")
    geometry = json.bytes
  }

  /// A geometry written as GeoJSON; `nil` for anything else, so that it can be set into an answer as it is.
  init?(geoJSON text: String) {
    let bytes = Array(text.utf8)
    guard let box = GeometryScanner.box(of: bytes), box.isOnEarth else { return nil }
    geometry = bytes
    self.box = box
  }

  /// A point written in a cell: `48.85, 2.35`, `[2.35, 48.85]`, `POINT (2.35 48.85)` or GeoJSON.
  init?(point text: String, isLongitudeFirst: Bool) {
    let trimmed = text.drop { $0 == " " }
    if trimmed.hasPrefix("{") {
      self.init(geoJSON: text)
      return
    }
    let isText = trimmed.lowercased().hasPrefix("point")
    let numbers = trimmed.split { ",; ()[]\t".contains($0) }.dropFirst(isText ? 1 : 0).map { Double($0) }
    guard numbers.count == 2, let first = numbers[0], let second = numbers[1] else { return nil }
    if isText || isLongitudeFirst {
      self.init(longitude: first, latitude: second)
    } else {
      self.init(longitude: second, latitude: first)
    }
  }
}
