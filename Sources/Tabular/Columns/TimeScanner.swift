/// Classes times of day, and the time and zone that follow a date (ISO 8601, RFC 3339 and French `12h30`).
enum TimeScanner {
  /// Classes a time whose hour was read, the cursor on `:` or `h`; a time past 24 hours is a duration.
  static func scan(
    _ cursor: inout ByteCursor,
    _ hours: UInt64,
    _ hourDigits: Int,
    _ scan: inout CellScan
  ) -> Bool {
    guard hourDigits >= 1, hourDigits <= 3 else { return false }
    var details: UInt32 = 0
    guard let rest = minutesAndSeconds(&cursor, &details), cursor.isAtEnd else { return false }
    let microseconds = Double(hours) * 3600e6 + rest
    if hours <= 23, hourDigits <= 2 {
      scan.cellClass = CellClass(.time, details)
      scan.number = microseconds
      return true
    }
    guard details & CellClass.letterH == 0 else { return false }
    scan.cellClass = CellClass(.duration, details)
    scan.number = microseconds / 1e6
    return true
  }

  /// The microseconds since midnight of a time under the cursor.
  static func clock(_ cursor: inout ByteCursor, _ details: inout UInt32) -> Double? {
    var hours: UInt64 = 0
    let digits = cursor.digits(into: &hours)
    guard digits == 1 || digits == 2, hours <= 24, let rest = minutesAndSeconds(&cursor, &details) else {
      return nil
    }
    if hours == 24, rest > 0 { return nil }
    return Double(hours) * 3600e6 + rest
  }

  /// The microseconds after the hour, the cursor on `:` or `h`.
  private static func minutesAndSeconds(_ cursor: inout ByteCursor, _ details: inout UInt32) -> Double? {
    if cursor.byte | 0x20 == UInt8(ascii: "h") {
      cursor.at &+= 1
      details |= CellClass.letterH
      if cursor.isAtEnd { return 0 }
      guard let minutes = twoDigits(&cursor), minutes < 60 else { return nil }
      return Double(minutes) * 60e6
    }
    guard cursor.skip(UInt8(ascii: ":")), let minutes = twoDigits(&cursor), minutes < 60 else { return nil }
    guard cursor.skip(UInt8(ascii: ":")) else { return Double(minutes) * 60e6 }
    guard let seconds = twoDigits(&cursor), seconds <= 60 else { return nil }
    details |= CellClass.seconds
    var value = Double(minutes) * 60e6 + Double(seconds) * 1e6
    if cursor.byte == UInt8(ascii: ".") || cursor.byte == UInt8(ascii: ",") {
      cursor.at &+= 1
      var fraction: UInt64 = 0
      let digits = cursor.digits(into: &fraction)
      guard digits >= 1, digits <= 9 else { return nil }
      details |= CellClass.fraction
      value += (Double(fraction) / DecimalScale.powers[digits] * 1e6).rounded(.towardZero)
    }
    return value
  }

  @inline(__always)
  private static func twoDigits(_ cursor: inout ByteCursor) -> Int? {
    guard cursor.at &+ 1 < cursor.end else { return nil }
    let tens = cursor.bytes[cursor.at] &- UInt8(ascii: "0")
    let units = cursor.bytes[cursor.at &+ 1] &- UInt8(ascii: "0")
    guard tens < 10, units < 10 else { return nil }
    cursor.at &+= 2
    return Int(tens) &* 10 &+ Int(units)
  }

  /// The offset of a zone under the cursor, in microseconds; 0 when none is written, `nil` when it is no
  /// zone.
  static func zone(_ cursor: inout ByteCursor, _ details: inout UInt32) -> Double? {
    if cursor.isAtEnd { return 0 }
    let hasBlank = cursor.skipBlanks()
    let sign = cursor.byte
    if sign | 0x20 == UInt8(ascii: "z") || (hasBlank && isUniversal(cursor)) {
      cursor.at = cursor.end
      details |= CellClass.zoned
      return 0
    }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    cursor.at &+= 1
    guard let hours = twoDigits(&cursor), hours <= 14 else { return nil }
    _ = cursor.skip(UInt8(ascii: ":"))
    let minutes = cursor.isAtEnd ? 0 : twoDigits(&cursor)
    guard let minutes, minutes < 60 else { return nil }
    details |= CellClass.zoned
    let offset = Double(hours * 60 + minutes) * 60e6
    return sign == UInt8(ascii: "-") ? -offset : offset
  }

  private static func isUniversal(_ cursor: ByteCursor) -> Bool {
    let rest = UnsafeBufferPointer(start: cursor.bytes + cursor.at, count: cursor.end - cursor.at)
    return rest.elementsEqual("UTC".utf8) || rest.elementsEqual("GMT".utf8)
  }
}

/// Classes ISO 8601 durations: `P3D`, `PT1H30M`, `P1Y2M10DT2H30M`.
enum DurationScanner {
  private static let dateUnits: [(letter: UInt8, seconds: Double)] = [
    (UInt8(ascii: "Y"), 31_556_952), (UInt8(ascii: "M"), 2_629_746), (UInt8(ascii: "W"), 604_800),
    (UInt8(ascii: "D"), 86_400),
  ]
  private static let timeUnits: [(letter: UInt8, seconds: Double)] = [
    (UInt8(ascii: "H"), 3600), (UInt8(ascii: "M"), 60), (UInt8(ascii: "S"), 1),
  ]

  static func scan(
    _ bytes: UnsafePointer<UInt8>,
    _ start: Int,
    _ end: Int,
    _ scan: inout CellScan
  ) -> Bool {
    guard end &- start >= 3, end &- start <= 40 else { return false }
    var cursor = ByteCursor(bytes: bytes, end: end, at: start &+ 1)
    var seconds = 0.0
    var inTime = false
    var unit = 0
    while !cursor.isAtEnd {
      if cursor.byte == UInt8(ascii: "T"), !inTime {
        inTime = true
        unit = 0
        cursor.at &+= 1
      }
      var value: UInt64 = 0
      let digits = cursor.digits(into: &value)
      guard digits >= 1, digits <= 9 else { return false }
      var amount = Double(value)
      if cursor.skip(UInt8(ascii: ".")) || cursor.skip(UInt8(ascii: ",")) {
        var fraction: UInt64 = 0
        let count = cursor.digits(into: &fraction)
        guard count >= 1, count <= 9 else { return false }
        amount += Double(fraction) / DecimalScale.powers[count]
      }
      let units = inTime ? timeUnits : dateUnits
      guard let found = units[unit...].firstIndex(where: { $0.letter == cursor.byte }) else { return false }
      seconds += amount * units[found].seconds
      unit = found + 1
      cursor.at &+= 1
    }
    scan.cellClass = CellClass(.duration)
    scan.number = seconds
    return true
  }
}
