import Foundation
import Glibc

/// Looking into a geometry written as GeoJSON (RFC 7946 § 3.1) without building it.
enum GeometryText {
  /// The first two coordinates.
  static func firstPosition(_ text: ArraySlice<UInt8>) -> (x: Double, y: Double)? {
    var numbers: [Double] = []
    var digits: [UInt8] = []
    var isInside = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "["): isInside = true
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        if isInside { digits.append(byte) }
      default:
        if isInside, !digits.isEmpty {
          guard let number = Double(String(decoding: digits, as: UTF8.self)) else { return nil }
          numbers.append(number)
          digits.removeAll()
          if numbers.count == 2 { return (numbers[0], numbers[1]) }
        }
      }
    }
    return nil
  }

  /// Whether the text is a geometry: a known type and coordinates of the depth it asks for.
  static func isGeometry(_ text: ArraySlice<UInt8>) -> Bool {
    var reader = GeometryReader(rest: text)
    return reader.readGeometry(depth: 0) && reader.isAtEnd
  }
}

/// A reader of the well-formed, blankless JSON that a geometry is once it was read.
private struct GeometryReader {
  var rest: ArraySlice<UInt8>

  var isAtEnd: Bool { rest.isEmpty }

  mutating func readGeometry(depth: Int) -> Bool {
    guard depth < 16, take(UInt8(ascii: "{")) else { return false }
    var type: [UInt8] = []
    var dimension: Int?
    var hasMembers = false
    repeat {
      guard let key = string(), take(UInt8(ascii: ":")) else { return false }
      switch String(decoding: key, as: UTF8.self) {
      case "type":
        guard let text = string() else { return false }
        type = text
      case "coordinates":
        guard let found = coordinates(depth: 0) else { return false }
        dimension = found
      case "geometries":
        guard members(depth: depth) else { return false }
        hasMembers = true
      default: skip()
      }
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { return false }
    return fits(type, dimension: dimension, hasMembers: hasMembers)
  }

  /// Empty coordinates have no depth of their own and fit any type (RFC 7946 § 3.1).
  private func fits(_ type: [UInt8], dimension: Int?, hasMembers: Bool) -> Bool {
    let name = String(decoding: type, as: UTF8.self)
    if name == "GeometryCollection" { return hasMembers }
    let depths = [
      "Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3,
    ]
    guard let wanted = depths[name], let dimension else { return false }
    return dimension == wanted || dimension < 0
  }

  private mutating func members(depth: Int) -> Bool {
    guard take(UInt8(ascii: "[")) else { return false }
    if take(UInt8(ascii: "]")) { return true }
    repeat { guard readGeometry(depth: depth + 1) else { return false } } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]"))
  }

  /// The depth of arrays around positions: 0 for a position alone; -1 when there is no position at all.
  private mutating func coordinates(depth: Int) -> Int? {
    guard depth < 6, take(UInt8(ascii: "[")) else { return nil }
    if take(UInt8(ascii: "]")) { return -1 }
    if rest.first != UInt8(ascii: "[") {
      var count = 0
      repeat {
        guard number() else { return nil }
        count += 1
      } while take(UInt8(ascii: ","))
      return count >= 2 && take(UInt8(ascii: "]")) ? 0 : nil
    }
    var inner = -1
    repeat {
      guard let found = coordinates(depth: depth + 1), inner < 0 || found < 0 || found == inner else {
        return nil
      }
      inner = max(inner, found)
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { return nil }
    return inner < 0 ? -1 : inner + 1
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest = rest.dropFirst()
    return true
  }

  private mutating func number() -> Bool {
    let count = rest.prefix { (0x2B...0x39).contains($0) && $0 != 0x2C && $0 != 0x2F || $0 | 0x20 == 0x65 }
      .count
    rest = rest.dropFirst(count)
    return count > 0
  }

  private mutating func string() -> [UInt8]? {
    guard take(0x22), let end = rest.firstIndex(of: 0x22) else { return nil }
    defer { rest = rest[(end + 1)...] }
    return Array(rest[..<end])
  }

  /// Skips a value of a member that is not of the geometry itself.
  private mutating func skip() {
    var depth = 0
    var isQuoted = false
    var isEscaped = false
    while let byte = rest.first {
      if isQuoted {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isQuoted = false
        }
      } else if byte == 0x22 {
        isQuoted = true
      } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
        if depth == 0 { return }
        depth -= 1
      } else if byte == UInt8(ascii: ","), depth == 0 {
        return
      }
      rest = rest.dropFirst()
    }
  }
}
