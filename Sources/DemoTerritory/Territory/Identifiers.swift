/// Numbers of national registers that are right by their key and given to nobody: all SIREN begin with 9999.
enum Identifiers {
  /// The SIREN of the demo's n-th body, from 0 to 9999.
  static func siren(number: Int) -> String {
    let digits = "9999" + Decimals.padded(number, 4)
    return digits + String(key(of: digits))
  }

  /// The SIRET of an establishment, from 1 to 9999.
  static func siret(siren: String, establishment: Int) -> String {
    let digits = siren + Decimals.padded(establishment, 4)
    return digits + String(key(of: digits))
  }

  /// The digit that makes a number right by Luhn's rule, when put at its end.
  static func key(of digits: String) -> Int {
    var sum = 0
    for (offset, byte) in digits.utf8.reversed().enumerated() {
      let digit = Int(byte) - 48
      let weighted = offset % 2 == 0 ? digit * 2 : digit
      sum += weighted > 9 ? weighted - 9 : weighted
    }
    return (10 - sum % 10) % 10
  }

  /// A number of the national directory of associations, in a series that is not in use.
  static func rna(number: Int) -> String { "W379" + Decimals.padded(900_000 + number, 6) }

  /// The identifier of a school, right by its key letter, in a series that no school has.
  static func uai(number: Int) -> String {
    let digits = 379_9000 + number
    let letters = Array("abcdefghjklmnprstuvwxyz".uppercased())
    return Decimals.padded(digits, 7) + String(letters[digits % 23])
  }

  /// A random UUID (RFC 9562, version 4).
  static func uuid(_ random: inout SplitMix64) -> String {
    let high = random.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = random.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    func hex(_ value: UInt64, _ width: Int) -> String {
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: width - digits.count) + digits
    }
    return [
      hex(high >> 32, 8), hex(high >> 16 & 0xFFFF, 4), hex(high & 0xFFFF, 4), hex(low >> 48, 4),
      hex(low & 0xFFFF_FFFF_FFFF, 12),
    ]
    .joined(separator: "-")
  }
}
