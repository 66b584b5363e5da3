/// The identifiers of companies, associations and their activities.
enum CompanyFormats {
  /// Whether the digits of a number pass the key of Luhn (ISO/IEC 7812-1).
  @inline(__always)
  static func passesLuhn(_ number: UInt64) -> Bool {
    var rest = number
    var sum: UInt64 = 0
    while rest > 0 {
      let pair = rest % 100
      rest /= 100
      let doubled = pair / 10 &* 2
      sum &+= pair % 10 &+ (doubled > 9 ? doubled &- 9 : doubled)
    }
    return sum % 10 == 0
  }

  /// Whether a number is a SIREN: nine digits with a Luhn key.
  ///
  /// Code de commerce, art. R123-221.
  @inline(__always)
  static func isSiren(_ number: UInt64) -> Bool { number > 0 && number < 1_000_000_000 && passesLuhn(number) }

  /// Whether a number is a SIRET: a SIREN and five digits, with a key over the whole.
  ///
  /// The establishments of La Poste (356 000 000) follow another rule: the sum of their digits is a
  /// multiple of 5.
  @inline(__always)
  static func isSiret(_ number: UInt64) -> Bool {
    guard number > 0, number < 100_000_000_000_000, isSiren(number / 100_000) else { return false }
    if passesLuhn(number) { return true }
    guard number / 100_000 == 356_000_000 else { return false }
    var rest = number
    var sum: UInt64 = 0
    while rest > 0 {
      sum &+= rest % 10
      rest /= 10
    }
    return sum % 5 == 0
  }

  /// Whether a SIREN can be that of an intercommunal body (EPCI): these start with 20 or 24.
  @inline(__always)
  static func isEPCI(_ siren: UInt64) -> Bool {
    let prefix = siren / 10_000_000
    return (prefix == 20 || prefix == 24) && isSiren(siren)
  }

  /// Whether a number is a FINESS: nine digits with a Luhn key, the first two a département.
  static func isFiness(_ number: UInt64) -> Bool {
    let department = number / 10_000_000
    return department >= 1 && department <= 98 && passesLuhn(number)
  }

  /// `W` and nine digits, the first three those of the prefecture (`W2A…` in Corsica).
  static func isRNA(_ value: CompactValue) -> Bool {
    value.count == 10 && value[0] == UInt8(ascii: "W") && CellScanner.isDigit(value[1])
      && (CellScanner.isDigit(value[2]) || value[2] == UInt8(ascii: "A") || value[2] == UInt8(ascii: "B"))
      && value.areDigits(3..<10)
  }

  /// A sub-class of the French nomenclature of activities, as `84.11Z`.
  ///
  /// NAF, second revision.
  static func isNAF(_ value: CompactValue) -> Bool {
    guard value.count == 5, value.areDigits(0..<4), value[4] >= UInt8(ascii: "A") else { return false }
    return nafDivisions.contains(Int(value.number(0..<2)))
  }

  private static let nafDivisions: Set<Int> = Set(
    Array(1...3) + Array(5...9) + Array(10...33) + [35, 36, 37, 38, 39, 41, 42, 43, 45, 46, 47]
      + [49, 50, 51, 52, 53, 55, 56] + Array(58...66) + Array(68...75) + Array(77...82) + Array(84...88)
      + Array(90...99)
  )

  /// A French VAT number: `FR`, a key of two digits, a SIREN.
  static func isVATNumber(_ value: CompactValue) -> Bool {
    guard value.count == 13, value[0] == UInt8(ascii: "F"), value[1] == UInt8(ascii: "R"),
      value.areDigits(4..<13)
    else { return false }
    let siren = value.number(4..<13)
    guard isSiren(siren) else { return false }
    // Keys with letters exist and have no public rule.
    guard value.areDigits(2..<4) else { return value.letters <= 4 }
    return (12 &+ 3 &* (siren % 97)) % 97 == value.number(2..<4)
  }

  /// An IBAN (ISO 13616): a country, a key modulo 97, an account.
  static func isIBAN(_ value: CompactValue) -> Bool {
    guard value.count >= 15, value.count <= 34, CellScanner.isLetter(value[0]),
      CellScanner.isLetter(value[1]),
      value.areDigits(2..<4)
    else { return false }
    if value[0] == UInt8(ascii: "F"), value[1] == UInt8(ascii: "R"), value.count != 27 { return false }
    var remainder = 0
    for offset in 0..<value.count {
      let byte = value[(offset &+ 4) % value.count]
      if CellScanner.isDigit(byte) {
        remainder = (remainder &* 10 &+ Int(byte &- UInt8(ascii: "0"))) % 97
      } else {
        remainder = (remainder &* 100 &+ Int(byte &- UInt8(ascii: "A")) &+ 10) % 97
      }
    }
    return remainder == 1
  }
}
