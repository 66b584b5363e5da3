/// The identifiers of persons: social security number, telephone, number plate.
enum PersonFormats {
  /// Whether a value is a NIR (decree 82-103 of 22 January 1982): 13 characters, perhaps with their key.
  ///
  /// One number in 97 passes the key by chance, so the month and the département are tested too, and a
  /// column is judged by the share of its values.
  static func isNIR(_ value: CompactValue) -> Bool {
    guard value.count == 15 || value.count == 13, !value.hasPlus else { return false }
    let isCorsican =
      value.letters == 1 && value[5] == UInt8(ascii: "2")
      && (value[6] == UInt8(ascii: "A") || value[6] == UInt8(ascii: "B"))
    guard value.letters == 0 || isCorsican else { return false }
    let sex = value.digit(0)
    guard sex == 1 || sex == 2 || sex == 3 || sex == 4 || sex == 7 || sex == 8 else { return false }
    guard isMonth(Int(value.number(3..<5))) else { return false }
    if !isCorsican {
      let department = Int(value.number(5..<7))
      guard department >= 1, department != 96 else { return false }
    }
    guard value.count == 15 else { return sex <= 2 }
    var number: UInt64 = 0
    for index in 0..<13 {
      // 2A counts as 19 and 2B as 18 (circular of 1976).
      if isCorsican, index == 5 || index == 6 {
        number = number &* 10 &+ (index == 5 ? 1 : value[6] == UInt8(ascii: "A") ? 9 : 8)
      } else {
        number = number &* 10 &+ UInt64(value[index] &- UInt8(ascii: "0"))
      }
    }
    return 97 &- number % 97 == value.number(13..<15)
  }

  private static func isMonth(_ month: Int) -> Bool {
    (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || (month >= 50 && month <= 99)
  }

  /// A French number: `0` and nine digits, or `+33`, `0033`, perhaps with `(0)`; short numbers are left
  /// out.
  static func isFrenchPhone(_ value: CompactValue) -> Bool {
    guard value.letters == 0 else { return false }
    if value.hasPlus {
      guard value.count >= 11, value[0] == UInt8(ascii: "3"), value[1] == UInt8(ascii: "3") else {
        return isOverseasPhone(value, 0)
      }
      if value.count == 12 { return value[2] == UInt8(ascii: "0") && value[3] != UInt8(ascii: "0") }
      return value.count == 11 && value[2] != UInt8(ascii: "0")
    }
    if value.count == 10 { return value[0] == UInt8(ascii: "0") && value[1] != UInt8(ascii: "0") }
    guard value.count >= 13, value[0] == UInt8(ascii: "0"), value[1] == UInt8(ascii: "0") else {
      return false
    }
    return value.count == 13 && value[2] == UInt8(ascii: "3") && value[3] == UInt8(ascii: "3")
      && value[4] != UInt8(ascii: "0")
  }

  /// `+262`, `+508`, `+590`, `+594`, `+596` and nine digits; `+687`, `+689` and six or eight.
  private static func isOverseasPhone(_ value: CompactValue, _ start: Int) -> Bool {
    guard value.count >= 9 else { return false }
    switch value.number(start..<start + 3) {
    case 262, 590, 594, 596: return value.count == 12
    case 508, 687, 689: return value.count == 9 || value.count == 11
    default: return false
    }
  }

  /// An international number (E.164): `+` and 8 to 15 digits.
  static func isInternationalPhone(_ value: CompactValue) -> Bool {
    value.hasPlus && value.letters == 0 && value.count >= 8 && value.count <= 15
      && value[0] != UInt8(ascii: "0")
  }

  /// A number plate: `AA-123-AA` since 2009, `1234 AB 75` before.
  static func isPlate(_ value: CompactValue) -> Bool {
    if value.count == 7, value.letters == 4, value.areDigits(2..<5) {
      for index in [0, 1, 5, 6] {
        switch value[index] {
        case UInt8(ascii: "I"), UInt8(ascii: "O"), UInt8(ascii: "U"): return false
        default: continue
        }
      }
      return CellScanner.isLetter(value[0]) && CellScanner.isLetter(value[6])
    }
    return isOldPlate(value)
  }

  /// Two to four digits, two or three letters, a département.
  private static func isOldPlate(_ value: CompactValue) -> Bool {
    guard value.count >= 6, value.count <= 9 else { return false }
    var first = 0
    while first < value.count, CellScanner.isDigit(value[first]) { first += 1 }
    var end = first
    while end < value.count, CellScanner.isLetter(value[end]) { end += 1 }
    guard first >= 2, first <= 4, end - first == 2 || end - first == 3, end < value.count else {
      return false
    }
    if value.areDigits(end..<value.count) {
      return TerritoryFormats.isDepartment(value.number(end..<value.count), digits: value.count - end)
    }
    return value.count - end == 2 && value[end] == UInt8(ascii: "2")
      && (value[end + 1] == UInt8(ascii: "A") || value[end + 1] == UInt8(ascii: "B"))
  }
}
