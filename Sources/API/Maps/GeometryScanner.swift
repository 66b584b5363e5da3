/// Checks that bytes are one well-formed GeoJSON geometry, and measures it, without building it.
struct GeometryScanner {
  private let all: [UInt8]
  private var rest: ArraySlice<UInt8>
  private var box = GeographicBox.nowhere

  private init(_ bytes: [UInt8]) {
    all = bytes
    rest = bytes[...]
  }

  /// The rectangle around a geometry; `nil` when the bytes are none, or an empty one.
  static func box(of bytes: [UInt8]) -> GeographicBox? {
    var scanner = GeometryScanner(bytes)
    guard scanner.geometry(depth: 0) else { return nil }
    scanner.skipBlanks()
    return scanner.rest.isEmpty && scanner.box.west <= scanner.box.east ? scanner.box : nil
  }

  private static let depths = [
    "Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3,
  ]

  private mutating func geometry(depth: Int) -> Bool {
    guard depth < 8, take("{") else { return false }
    var type = ""
    var arrays: Int?
    var hasMembers = false
    repeat {
      guard let key = string(), take(":") else { return false }
      switch key {
      case "type":
        guard let name = string() else { return false }
        type = name
      case "coordinates":
        guard arrays == nil, let found = coordinates(depth: 0) else { return false }
        arrays = found
      case "geometries":
        guard !hasMembers, members(depth: depth) else { return false }
        hasMembers = true
      default:
        guard value(depth: 0) else { return false }
      }
    } while take(",")
    guard take("}") else { return false }
    if type == "GeometryCollection" { return hasMembers && arrays == nil }
    return arrays != nil && arrays == GeometryScanner.depths[type] && !hasMembers
  }

  private mutating func members(depth: Int) -> Bool {
    guard take("[") else { return false }
    repeat { guard geometry(depth: depth + 1) else { return false } } while take(",")
    return take("]")
  }

  /// How many arrays stand around positions: 0 for a position alone.
  private mutating func coordinates(depth: Int) -> Int? {
    guard depth < 5, take("[") else { return nil }
    skipBlanks()
    guard rest.first == UInt8(ascii: "[") else { return position() ? 0 : nil }
    var arrays: Int?
    repeat {
      guard let found = coordinates(depth: depth + 1), arrays == nil || arrays == found else { return nil }
      arrays = found
    } while take(",")
    return take("]") ? arrays.map { $0 + 1 } : nil
  }

  private mutating func position() -> Bool {
    guard let longitude = number(), take(","), let latitude = number() else { return false }
    while take(",") { guard number() != nil else { return false } }
    box.include(longitude, latitude)
    return take("]")
  }

  /// Any JSON value, checked and passed over.
  private mutating func value(depth: Int) -> Bool {
    guard depth < 16 else { return false }
    skipBlanks()
    switch rest.first {
    case UInt8(ascii: "\""): return string() != nil
    case UInt8(ascii: "["):
      return list("[", "]") { $0.value(depth: depth + 1) }
    case UInt8(ascii: "{"):
      return list("{", "}") { $0.string() != nil && $0.take(":") && $0.value(depth: depth + 1) }
    case UInt8(ascii: "t"): return word("true")
    case UInt8(ascii: "f"): return word("false")
    case UInt8(ascii: "n"): return word("null")
    default: return number() != nil
    }
  }

  private mutating func list(
    _ open: Unicode.Scalar,
    _ close: Unicode.Scalar,
    element: (inout GeometryScanner) -> Bool
  ) -> Bool {
    guard take(open) else { return false }
    if take(close) { return true }
    repeat { guard element(&self) else { return false } } while take(",")
    return take(close)
  }

  private mutating func word(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }

  /// A number as JSON writes them (RFC 8259 § 6).
  private mutating func number() -> Double? {
    skipBlanks()
    let start = rest
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let whole = digits()
    guard whole > 0, whole == 1 || start.drop(while: { $0 == UInt8(ascii: "-") }).first != UInt8(ascii: "0")
    else {
      return nil
    }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return nil }
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard digits() > 0 else { return nil }
    }
    return Double(String(decoding: all[start.startIndex..<rest.startIndex], as: UTF8.self)).flatMap {
      $0.isFinite ? $0 : nil
    }
  }

  private mutating func digits() -> Int {
    let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    rest = rest.dropFirst(count)
    return count
  }

  /// A string without its quotes, escapes left as they are; `nil` where one is not closed or not well formed.
  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    let start = rest.startIndex
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: all[start..<(rest.startIndex - 1)], as: UTF8.self)
      case UInt8(ascii: "\\"): guard escape() else { return nil }
      case 0..<0x20: return nil
      default: break
      }
    }
    return nil
  }

  private mutating func escape() -> Bool {
    guard let mark = rest.popFirst() else { return false }
    guard mark == UInt8(ascii: "u") else { return "\"\\/bfnrt".utf8.contains(mark) }
    let code = rest.prefix(4)
    rest = rest.dropFirst(4)
    return code.count == 4 && code.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  private mutating func skipBlanks() {
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }
}
