/// A GeoJSON feature collection being written (RFC 7946), one feature a line.
struct GeoJSONText {
  /// A value of a property.
  enum Value {
    case text(String)
    case integer(Int)
    case number(Double, places: Int)
    case boolean(Bool)
    case null

    var json: String {
      switch self {
      case .text(let text): JSONText.quoted(text)
      case .integer(let value): String(value)
      case .number(let value, let places): Decimals.text(value, places: places)
      case .boolean(let value): value ? "true" : "false"
      case .null: "null"
      }
    }
  }

  /// A shape, by longitudes and latitudes.
  enum Shape {
    case point(Place)
    case line([Place])
    case polygon([Place])

    var json: String {
      switch self {
      case .point(let place): "{\"type\":\"Point\",\"coordinates\":\(Self.pair(place))}"
      case .line(let places): "{\"type\":\"LineString\",\"coordinates\":\(Self.list(places))}"
      case .polygon(let ring): "{\"type\":\"Polygon\",\"coordinates\":[\(Self.list(ring))]}"
      }
    }

    private static func pair(_ place: Place) -> String {
      "[\(Decimals.text(place.longitude, places: 6)),\(Decimals.text(place.latitude, places: 6))]"
    }

    private static func list(_ places: [Place]) -> String {
      "[" + places.map(pair).joined(separator: ",") + "]"
    }
  }

  private var features: [String] = []

  mutating func feature(_ shape: Shape, _ properties: [(String, Value)]) {
    let body = properties.map { "\(JSONText.quoted($0.0)):\($0.1.json)" }.joined(separator: ",")
    features.append("{\"type\":\"Feature\",\"geometry\":\(shape.json),\"properties\":{\(body)}}")
  }

  func bytes() -> [UInt8] {
    let head = "{\"type\":\"FeatureCollection\",\"features\":[\n"
    return Array((head + features.joined(separator: ",\n") + "\n]}\n").utf8)
  }
}

/// Strings of JSON (RFC 8259).
enum JSONText {
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
