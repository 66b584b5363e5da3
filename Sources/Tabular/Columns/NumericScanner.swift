/// Classes the cells that start like a number: numbers, amounts, dates, times, coordinates.
enum NumericScanner {
  private static let dot = UInt8(ascii: ".")
  private static let comma = UInt8(ascii: ",")

  /// A number being read.
  struct Reading {
    var details: UInt32 = 0
    var mantissa: UInt64 = 0
    var wholeDigits = 0
    var fractionDigits = 0
    var isNegative = false
    var isSigned = false
  }

  /// Classes the cell under the cursor; false when it is text.
  static func scan(_ cursor: inout ByteCursor, _ scan: inout CellScan) -> Bool {
    var number = Reading()
    let first = cursor.byte
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      number.isSigned = true
      number.isNegative = first == UInt8(ascii: "-")
      if !number.isNegative { number.details |= CellClass.plus }
      cursor.at &+= 1
    }
    let digitsStart = cursor.at
    number.wholeDigits = cursor.digits(into: &number.mantissa)
    if number.wholeDigits > 1, cursor.bytes[digitsStart] == UInt8(ascii: "0") {
      number.details |= CellClass.leadingZero
    }
    if cursor.isAtEnd { return number.wholeDigits > 0 && endInteger(number, &scan) }
    switch cursor.byte {
    case dot, comma: return scanSeparator(&cursor, &number, &scan)
    case UInt8(ascii: "-"), UInt8(ascii: "/"):
      return !number.isSigned && DateScanner.scan(&cursor, number.mantissa, number.wholeDigits, &scan)
    case UInt8(ascii: ":"), UInt8(ascii: "h"), UInt8(ascii: "H"):
      return !number.isSigned && TimeScanner.scan(&cursor, number.mantissa, number.wholeDigits, &scan)
    case UInt8(ascii: " "), 0xC2, 0xE2:
      return number.wholeDigits > 0 && scanAfterBlank(&cursor, &number, &scan)
    case UInt8(ascii: "e") where number.wholeDigits == 1 && number.mantissa == 1:
      // « 1er mars »
      var dated = cursor
      return DateScanner.scanMonthWord(&dated, 1, 1, &scan) || scanSuffix(&cursor, number, &scan)
    default: return number.wholeDigits > 0 && scanSuffix(&cursor, number, &scan)
    }
  }

  /// `€ 12,50`.
  static func scanEuroPrefix(
    _ bytes: UnsafePointer<UInt8>,
    _ start: Int,
    _ end: Int,
    _ scan: inout CellScan
  ) -> Bool {
    guard end &- start > 3, bytes[start &+ 1] == 0x82, bytes[start &+ 2] == 0xAC else { return false }
    var cursor = ByteCursor(bytes: bytes, end: end, at: start &+ 3)
    _ = cursor.skipBlanks()
    var inner = CellScan(cellClass: .text, start: start, end: end)
    guard CellScanner.isDigit(cursor.byte), Self.scan(&cursor, &inner), inner.cellClass.family == .number,
      inner.cellClass.unit == .none
    else { return false }
    let plain = inner.cellClass.rawValue & ~CellClass.digits(0x1F)
    scan.cellClass = CellClass(rawValue: plain | CellClass.unit(.euro))
    scan.number = inner.number
    return true
  }

  private static func endInteger(_ number: Reading, _ scan: inout CellScan) -> Bool {
    var details = number.details
    if number.wholeDigits > 18 {
      details |= CellClass.tooLong
    } else {
      details |= CellClass.digits(number.wholeDigits)
    }
    if number.isNegative, number.mantissa > 0 { details |= CellClass.negative }
    scan.cellClass = CellClass(.number, details)
    scan.number = number.isNegative ? -Double(number.mantissa) : Double(number.mantissa)
    return true
  }

  // MARK: After a point or a comma

  private static func scanSeparator(
    _ cursor: inout ByteCursor,
    _ number: inout Reading,
    _ scan: inout CellScan
  ) -> Bool {
    let separator = cursor.byte
    cursor.at &+= 1
    let fractionStart = cursor.at
    let whole = number.mantissa
    number.fractionDigits = cursor.digits(into: &number.mantissa)
    if number.fractionDigits == 0 { return false }
    number.details |= CellClass.separator(separator == dot ? .point : .comma)
    if cursor.isAtEnd {
      if number.fractionDigits == 3, number.wholeDigits > 0, number.wholeDigits <= 3, whole > 0 {
        number.details |= CellClass.perhapsGrouped
      }
      return end(cursor, number, 0, &scan)
    }
    let next = cursor.byte
    if next == dot || next == comma, number.fractionDigits == 3, number.wholeDigits <= 3,
      number.wholeDigits > 0
    {
      var grouped = cursor
      if scanGroups(&grouped, separator, number, &scan) { return true }
    }
    if separator == dot, next == dot, !number.isSigned {
      cursor.at = fractionStart &- 1
      return DateScanner.scan(&cursor, whole, number.wholeDigits, &scan)
    }
    if separator == dot, StructureScanner.scanPoint(&cursor, number, &scan) { return true }
    if number.wholeDigits == 0 { return false }
    return scanSuffix(&cursor, number, &scan)
  }

  /// `1.234.567,89` and `1,234,567.89`, from the second separator.
  private static func scanGroups(
    _ cursor: inout ByteCursor,
    _ separator: UInt8,
    _ start: Reading,
    _ scan: inout CellScan
  ) -> Bool {
    var number = start
    number.details &= ~CellClass.separator(.comma) & ~CellClass.separator(.point)
    number.details |= CellClass.grouping(separator == dot ? .point : .comma)
    number.fractionDigits = 0
    while cursor.skip(separator) {
      if cursor.digits(into: &number.mantissa) != 3 { return false }
      number.wholeDigits &+= 3
    }
    number.wholeDigits &+= 3
    return endGrouped(&cursor, number, separator == dot ? comma : dot, &scan)
  }

  // MARK: After a blank

  private static func scanAfterBlank(
    _ cursor: inout ByteCursor,
    _ number: inout Reading,
    _ scan: inout CellScan
  ) -> Bool {
    let blankStart = cursor.at
    guard cursor.skipBlanks() else { return scanSuffix(&cursor, number, &scan) }
    if !CellScanner.isDigit(cursor.byte) {
      if CellScanner.isLetter(cursor.byte) || cursor.byte >= 0x80, !number.isSigned {
        var dated = cursor
        if DateScanner.scanMonthWord(&dated, number.mantissa, number.wholeDigits, &scan) { return true }
      }
      return scanSuffix(&cursor, number, &scan)
    }
    guard number.wholeDigits <= 3, number.details & CellClass.leadingZero == 0 else { return false }
    cursor.at = blankStart
    while cursor.skipBlanks() {
      if !CellScanner.isDigit(cursor.byte) {
        cursor.at = blankStart
        break
      }
      if cursor.digits(into: &number.mantissa) != 3 { return false }
      number.wholeDigits &+= 3
      if cursor.isAtEnd || cursor.byte == dot || cursor.byte == comma { break }
    }
    number.details |= CellClass.grouping(.blank)
    return endGrouped(&cursor, number, 0, &scan)
  }

  /// Ends a number whose thousands were read; the decimal separator is `wanted`, or either when 0.
  private static func endGrouped(
    _ cursor: inout ByteCursor,
    _ grouped: Reading,
    _ wanted: UInt8,
    _ scan: inout CellScan
  ) -> Bool {
    var number = grouped
    let separator = cursor.byte
    if separator == dot || separator == comma {
      if wanted != 0, separator != wanted { return false }
      cursor.at &+= 1
      number.fractionDigits = cursor.digits(into: &number.mantissa)
      if number.fractionDigits == 0 { return false }
      number.details |= CellClass.separator(separator == dot ? .point : .comma)
    }
    return scanSuffix(&cursor, number, &scan)
  }

  // MARK: Ends

  /// An exponent, a percent sign, a currency, or nothing.
  private static func scanSuffix(
    _ cursor: inout ByteCursor,
    _ read: Reading,
    _ scan: inout CellScan
  ) -> Bool {
    var number = read
    var exponent = 0
    if cursor.byte | 0x20 == UInt8(ascii: "e"), number.details & CellClass.grouping(.comma) == 0 {
      var ahead = cursor
      if let power = scanExponent(&ahead) {
        exponent = power
        number.details |= CellClass.exponent
        cursor = ahead
      }
    }
    _ = cursor.skipBlanks()
    if cursor.skip(UInt8(ascii: "%")) {
      number.details |= CellClass.unit(.percent)
    } else if !cursor.isAtEnd {
      guard SpecialWords.skipEuro(&cursor) else { return false }
      number.details |= CellClass.unit(.euro)
    }
    guard cursor.isAtEnd else { return false }
    return end(cursor, number, exponent, &scan)
  }

  private static func scanExponent(_ cursor: inout ByteCursor) -> Int? {
    cursor.at &+= 1
    let isNegative = cursor.byte == UInt8(ascii: "-")
    if isNegative || cursor.byte == UInt8(ascii: "+") { cursor.at &+= 1 }
    var power: UInt64 = 0
    let count = cursor.digits(into: &power)
    guard count > 0, count <= 3 else { return nil }
    return isNegative ? -Int(power) : Int(power)
  }

  private static func end(
    _ cursor: ByteCursor,
    _ number: Reading,
    _ exponent: Int,
    _ scan: inout CellScan
  ) -> Bool {
    var details = number.details
    let digits = number.wholeDigits &+ number.fractionDigits
    var value: Double
    if exponent == 0, digits <= 15 || (digits <= 19 && number.mantissa < 1 << 53), number.fractionDigits <= 22
    {
      value = Double(number.mantissa)
      if number.fractionDigits > 0 {
        let scale = DecimalScale.powers[number.fractionDigits]
        value /= scale
        if value == value.rounded(.towardZero) { details |= CellClass.zeroFraction }
      }
    } else {
      value = DecimalScale.slowValue(number, exponent, cursor.bytes, scan.start..<scan.end)
      if number.fractionDigits > 0, exponent == 0, value == value.rounded(.towardZero), abs(value) < 1e15 {
        details |= CellClass.zeroFraction
      }
    }
    if number.isNegative {
      value = -value
      if value < 0 { details |= CellClass.negative }
    }
    scan.cellClass = CellClass(.number, details)
    scan.number = value
    return value.isFinite
  }
}
