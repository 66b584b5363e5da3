/// Classes coordinates, geometries and JSON.
enum StructureScanner {
  // MARK: Coordinates

  /// Classes two coordinates whose first was read, the cursor after it.
  static func scanPoint(
    _ cursor: inout ByteCursor,
    _ first: NumericScanner.Reading,
    _ scan: inout CellScan
  ) -> Bool {
    var ahead = cursor
    guard let second = secondCoordinate(&ahead), ahead.isAtEnd else { return false }
    guard first.fractionDigits <= 22 else { return false }
    var value = Double(first.mantissa) / DecimalScale.powers[first.fractionDigits]
    if first.isNegative { value = -value }
    return end(value, second, 0, &scan)
  }

  private static func secondCoordinate(_ cursor: inout ByteCursor) -> Double? {
    let hadBlank = cursor.skipBlanks()
    let hasSeparator = cursor.skip(UInt8(ascii: ",")) || cursor.skip(UInt8(ascii: ";"))
    guard hasSeparator || hadBlank else { return nil }
    _ = cursor.skipBlanks()
    return coordinate(&cursor)
  }

  /// A signed decimal with a point.
  private static func coordinate(_ cursor: inout ByteCursor) -> Double? {
    let isNegative = cursor.skip(UInt8(ascii: "-"))
    var mantissa: UInt64 = 0
    let whole = cursor.digits(into: &mantissa)
    guard whole >= 1, whole <= 7 else { return nil }
    guard cursor.skip(UInt8(ascii: ".")) else { return nil }
    let fraction = cursor.digits(into: &mantissa)
    guard fraction >= 1, fraction <= 22 else { return nil }
    let value = Double(mantissa) / DecimalScale.powers[fraction]
    return isNegative ? -value : value
  }

  private static func end(
    _ first: Double,
    _ second: Double,
    _ brackets: UInt32,
    _ scan: inout CellScan
  ) -> Bool {
    var details = brackets
    if Coordinates.areInRange(latitude: first, longitude: second) { details |= CellClass.latitudeFirst }
    if Coordinates.areInRange(latitude: second, longitude: first) { details |= CellClass.longitudeFirst }
    if details & (CellClass.latitudeFirst | CellClass.longitudeFirst) == 0 { return false }
    if Coordinates.areInFrance(latitude: first, longitude: second) {
      details |= CellClass.latitudeFirstInFrance
    }
    if Coordinates.areInFrance(latitude: second, longitude: first) {
      details |= CellClass.longitudeFirstInFrance
    }
    scan.cellClass = CellClass(.point, details)
    return true
  }

  /// Classes what starts with a bracket: coordinates, GeoJSON, JSON.
  static func scanBracketed(
    _ bytes: UnsafePointer<UInt8>,
    _ start: Int,
    _ end: Int,
    _ scan: inout CellScan
  ) -> Bool {
    let open = bytes[start]
    if open != UInt8(ascii: "{"), end &- start < 64 {
      var cursor = ByteCursor(bytes: bytes, end: end &- 1, at: start &+ 1)
      _ = cursor.skipBlanks()
      if let first = coordinate(&cursor), let second = secondCoordinate(&cursor) {
        _ = cursor.skipBlanks()
        let close = open == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ")")
        if cursor.isAtEnd, bytes[end &- 1] == close, Self.end(first, second, CellClass.bracketed, &scan) {
          return true
        }
      }
    }
    guard open != UInt8(ascii: "("), JSONCheck.isValid(bytes, start, end) else { return false }
    let isGeometry = open == UInt8(ascii: "{") && JSONCheck.looksLikeGeometry(bytes, start, end)
    scan.cellClass = isGeometry ? CellClass(.geometry, CellClass.geoJSON) : CellClass(.json)
    return true
  }

  // MARK: Well-known text

  private static let keywords = [
    "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION",
  ]

  /// Classes OGC well-known text, perhaps after `SRID=…;`.
  static func scanWellKnownText(
    _ bytes: UnsafePointer<UInt8>,
    _ start: Int,
    _ end: Int,
    _ scan: inout CellScan
  ) -> Bool {
    guard bytes[end &- 1] == UInt8(ascii: ")") || bytes[end &- 1] | 0x20 == UInt8(ascii: "y") else {
      return false
    }
    var at = start
    if bytes[at] | 0x20 == UInt8(ascii: "s") {
      while at < end, bytes[at] != UInt8(ascii: ";") { at &+= 1 }
      at &+= 1
    }
    let wordStart = at
    while at < end, CellScanner.isLetter(bytes[at]) { at &+= 1 }
    let word = UnsafeBufferPointer(start: bytes + wordStart, count: max(0, at - wordStart))
    guard word.count <= 18, word.count >= 5 else { return false }
    guard keywords.contains(String(decoding: word, as: UTF8.self).uppercased()) else { return false }
    var depth = 0
    var hasParenthesis = false
    while at < end {
      let byte = bytes[at]
      if byte == UInt8(ascii: "(") {
        depth &+= 1
        hasParenthesis = true
      } else if byte == UInt8(ascii: ")") {
        depth &-= 1
        if depth < 0 { return false }
      }
      at &+= 1
    }
    guard depth == 0, hasParenthesis || isEmptyGeometry(bytes, end) else { return false }
    scan.cellClass = CellClass(.geometry)
    return true
  }

  private static func isEmptyGeometry(_ bytes: UnsafePointer<UInt8>, _ end: Int) -> Bool {
    UnsafeBufferPointer(start: bytes + end - 5, count: 5).elementsEqual("EMPTY".utf8)
  }
}

/// Where coordinates lie.
enum Coordinates {
  static func areInRange(latitude: Double, longitude: Double) -> Bool {
    abs(latitude) <= 90 && abs(longitude) <= 180
  }

  /// In the box of metropolitan France or of an overseas territory.
  static func areInFrance(latitude: Double, longitude: Double) -> Bool {
    boxes.contains { $0.latitudes.contains(latitude) && $0.longitudes.contains(longitude) }
  }

  private static let boxes: [(latitudes: ClosedRange<Double>, longitudes: ClosedRange<Double>)] = [
    (41.2...51.3, -5.6...9.8), (14.3...18.2, -63.3...(-60.7)), (2.0...6.0, -54.8...(-51.4)),
    (-21.5...(-20.7), 55.1...56.0), (-13.2...(-12.5), 44.9...45.4), (46.6...47.2, -56.6...(-56.0)),
    (-23.0...(-19.0), 163.0...169.0), (-28.0...(-7.0), -155.0...(-134.0)),
    (-14.6...(-13.0), -178.5...(-175.9)),
  ]
}
