/// Folding of text to what people type without thinking: lower case, no accents, `œ` as `oe`.
///
/// Latin letters come out as ASCII; letters of other scripts stay as they are.
public enum Folding {
  /// What a scalar is once folded.
  public enum Kind: UInt8, Sendable {
    /// A letter or a digit: its folded bytes were appended.
    case word
    /// A typewriter or typographic apostrophe.
    case apostrophe
    /// A combining mark, or a soft hyphen: nothing is left of it.
    case ignored
    /// Anything else.
    case separator
  }

  /// The folded text, each run of other signs than letters and digits made one blank.
  public static func fold(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var pending = false
    forEachScalar(of: text) { scalar in
      let start = bytes.count
      switch append(scalar, to: &bytes) {
      case .word:
        if pending && start > 0 { bytes.insert(UInt8(ascii: " "), at: start) }
        pending = false
      case .ignored: break
      case .apostrophe, .separator: pending = true
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The folded text with its other signs as they stand, and the typographic apostrophe as the typewriter's.
  public static func keepingSigns(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch append(scalar.value, to: &bytes) {
      case .word, .ignored: break
      case .apostrophe: bytes.append(UInt8(ascii: "'"))
      case .separator where scalar == "\u{A0}" || scalar == "\u{202F}": bytes.append(UInt8(ascii: " "))
      case .separator: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The ASCII letters and digits a scalar folds to; `nil` when nothing is left of it, empty for a separator.
  public static func ascii(_ scalar: Unicode.Scalar) -> String? {
    var bytes: [UInt8] = []
    switch append(scalar.value, to: &bytes) {
    case .word: return bytes.allSatisfy { $0 < 0x80 } ? String(decoding: bytes, as: UTF8.self) : ""
    case .ignored: return nil
    case .apostrophe, .separator: return ""
    }
  }

  static func forEachScalar(of text: String, _ body: (UInt32) -> Void) {
    for scalar in text.unicodeScalars { body(scalar.value) }
  }

  /// Appends the folded bytes of a scalar, and says what it is.
  @inlinable
  public static func append(_ scalar: UInt32, to bytes: inout [UInt8]) -> Kind {
    if scalar < 0x180 {
      let entry = table[Int(scalar)]
      if entry > 0xFF {
        bytes.append(UInt8(truncatingIfNeeded: entry >> 8))
        bytes.append(UInt8(truncatingIfNeeded: entry))
        return .word
      }
      if entry > 2 {
        bytes.append(UInt8(truncatingIfNeeded: entry))
        return .word
      }
      return entry == 0 ? .separator : entry == 1 ? .ignored : .apostrophe
    }
    return appendRare(scalar, to: &bytes)
  }

  @usableFromInline
  static func appendRare(_ scalar: UInt32, to bytes: inout [UInt8]) -> Kind {
    switch scalar {
    case 0x2019, 0x2018, 0x2BC, 0xFF07: return .apostrophe
    case 0x300...0x36F, 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF: return .ignored
    case 0xFB00...0xFB04:
      bytes.append(contentsOf: ["ff", "fi", "fl", "ffi", "ffl"][Int(scalar - 0xFB00)].utf8)
      return .word
    case 0x2080...0x2089:
      bytes.append(UInt8(truncatingIfNeeded: scalar - 0x2080) + UInt8(ascii: "0"))
      return .word
    default: break
    }
    guard let letter = Unicode.Scalar(scalar) else { return .separator }
    if letter.properties.canonicalCombiningClass != .notReordered { return .ignored }
    guard letter.properties.isAlphabetic || letter.properties.numericType == .decimal else {
      return .separator
    }
    bytes.append(contentsOf: letter.properties.lowercaseMapping.utf8)
    return .word
  }

  /// Of each scalar below U+0180: 0 separator, 1 ignored, 2 apostrophe, else one or two ASCII bytes.
  @usableFromInline
  static let table: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0x180)
    for digit in UInt8(ascii: "0")...UInt8(ascii: "9") { table[Int(digit)] = UInt16(digit) }
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      table[Int(letter)] = UInt16(letter)
      table[Int(letter) - 32] = UInt16(letter)
    }
    table[0x27] = 2
    table[0xAD] = 1
    // The letters from U+00C0, by what they fold to; a blank is a separator, a digit a pair of letters.
    let latin =
      "aaaaaa1ceeeeiiiidnooooo ouuuuy23" + "aaaaaa1ceeeeiiiidnooooo ouuuuy2y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii44jjkkkllllllllllnnnnnnnnnoooooo55"
      + "rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    for (offset, byte) in latin.utf8.enumerated() {
      table[0xC0 + offset] =
        switch byte {
        case UInt8(ascii: " "): 0
        case UInt8(ascii: "1"): pair("a", "e")
        case UInt8(ascii: "2"): pair("t", "h")
        case UInt8(ascii: "3"): pair("s", "s")
        case UInt8(ascii: "4"): pair("i", "j")
        case UInt8(ascii: "5"): pair("o", "e")
        default: UInt16(byte)
        }
    }
    let signs: [(Int, Character)] = [
      (0xAA, "a"), (0xBA, "o"), (0xB2, "2"), (0xB3, "3"), (0xB9, "1"), (0xB5, "u"),
    ]
    for (scalar, letter) in signs { table[scalar] = UInt16(letter.asciiValue ?? 0) }
    return table
  }()

  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt16 {
    UInt16(first.value) << 8 | UInt16(second.value)
  }
}
