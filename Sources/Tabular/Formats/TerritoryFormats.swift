/// The codes of communes, départements, regions and places (INSEE, La Poste, cadastre, national education).
enum TerritoryFormats {
  /// Whether a number is a département code of two or three digits: 01…95, 971…978, 984, 986…989.
  @inline(__always)
  static func isDepartment(_ code: UInt64, digits: Int) -> Bool {
    if digits == 2 { return code >= 1 && code <= 95 && code != 20 }
    return digits == 3 && ((code >= 971 && code <= 978) || code == 984 || (code >= 986 && code <= 989))
  }

  /// The 18 regions since 2016, and those before.
  static func isRegion(_ code: UInt64) -> Bool {
    switch code {
    case 1, 2, 3, 4, 6, 11, 24, 27, 28, 32, 44, 52, 53, 75, 76, 84, 93, 94: true
    case 21, 22, 23, 25, 26, 31, 41, 42, 43, 54, 72, 73, 74, 82, 83, 91: true
    default: false
    }
  }

  /// Whether five digits are the code of a commune: a département and a number in it.
  ///
  /// Corsica was 20 until 1976; 99 is followed by a foreign country.
  @inline(__always)
  static func isCommune(_ code: UInt64) -> Bool {
    let department = code / 1000
    if department == 97 || department == 98 {
      return isDepartment(code / 100, digits: 3) && code % 100 >= 1
    }
    if department == 20 { return code % 1000 >= 1 && code % 1000 <= 366 }
    if department == 99 { return code % 1000 >= 100 && code % 1000 <= 599 }
    return isDepartment(department, digits: 2) && code % 1000 >= 1 && code % 1000 <= 990
  }

  /// Whether five digits are a postal code: 01000…95999, 97xxx, 98xxx, Corsica in 20xxx.
  @inline(__always)
  static func isPostal(_ code: UInt64) -> Bool {
    let department = code / 1000
    return department >= 1 && (department <= 95 || department == 97 || department == 98)
  }

  /// A commune, département or part of one in Corsica, whose code has a letter: `2A004`.
  static func isCorsican(_ value: CompactValue) -> Bool {
    value.count >= 2 && value[0] == UInt8(ascii: "2")
      && (value[1] == UInt8(ascii: "A") || value[1] == UInt8(ascii: "B"))
      && value.areDigits(2..<value.count)
  }

  /// Adds the formats of a Corsican code by its length.
  static func corsican(_ value: CompactValue, _ formats: inout FormatSet) {
    guard isCorsican(value) else { return }
    switch value.count {
    case 2: formats.insert(.departmentCode)
    case 4: formats.insert(.canton)
    case 5: formats.formUnion([.communeCode, .canton])
    case 9: formats.formUnion([.iris, .finess])
    default: break
    }
  }

  /// A school (UAI, formerly RNE): seven digits and a key letter out of 23.
  static func isUAI(_ value: CompactValue) -> Bool {
    guard value.count == 8, value.areDigits(0..<7) else { return false }
    return uaiKeys[Int(value.number(0..<7) % 23)] == value[7]
  }

  private static let uaiKeys = [UInt8]("ABCDEFGHJKLMNPRSTUVWXYZ".utf8)

  /// A street in FANTOIR: `4410901234B` and its shorter forms (commune, four characters, perhaps a key).
  static func isFantoir(_ value: CompactValue) -> Bool {
    switch value.count {
    case 4, 5:
      CellScanner.isLetterOrDigit(value[0]) && value.areDigits(1..<4)
        && (value.count == 4 || CellScanner.isLetter(value[4]))
    case 9: isCommuneText(value) && value.areDigits(6..<9)
    case 10: isCommuneText(value) && value.areDigits(6..<9) && CellScanner.isLetter(value[9])
    case 11: isCommuneText(value) && value.areDigits(7..<10) && CellScanner.isLetter(value[10])
    default: false
    }
  }

  private static func isCommuneText(_ value: CompactValue) -> Bool {
    value.areDigits(2..<5) && (value.areDigits(0..<2) || isCorsicanPrefix(value))
  }

  private static func isCorsicanPrefix(_ value: CompactValue) -> Bool {
    value[0] == UInt8(ascii: "2") && (value[1] == UInt8(ascii: "A") || value[1] == UInt8(ascii: "B"))
  }

  /// A parcel of the cadastre: a commune, a prefix of three digits, a section, a number of four digits.
  static func isParcel(_ value: CompactValue) -> Bool {
    value.count == 14 && isCommuneText(value) && value.areDigits(5..<8) && value.areDigits(10..<14)
      && CellScanner.isLetter(value[9])
  }

  /// A building in the national register (RNB): twelve characters without the ambiguous ones.
  static func isBuilding(_ value: CompactValue) -> Bool {
    guard value.count == 12, value.letters >= 2, value.digits >= 2 else { return false }
    for index in 0..<12 {
      switch value[index] {
      case UInt8(ascii: "0"), UInt8(ascii: "I"), UInt8(ascii: "O"), UInt8(ascii: "U"), UInt8(ascii: "L"):
        return false
      default: continue
      }
    }
    return true
  }

  /// A social category of INSEE (PCS): `3`, `37`, `372f`.
  static func isSocialCategory(_ value: CompactValue) -> Bool {
    guard value.count >= 1, value.count <= 4, value[0] >= UInt8(ascii: "1"), value[0] <= UInt8(ascii: "8")
    else {
      return false
    }
    return value.areDigits(0..<min(3, value.count))
      && (value.count < 4 || CellScanner.isLetter(value[3]))
  }
}
