/// Finds the formats and signs of a text.
enum TextMatcher {
  /// How much of a long text is searched for signs.
  private static let searchedBytes = 2000

  /// What one pass over the bytes counts.
  struct Features {
    var digits = 0
    var letters = 0
    var blanks = 0
    /// Letters beyond ASCII, by their first byte.
    var accented = 0
    /// Dashes, apostrophes and dots, which names have.
    var links = 0
    var hasAt = false
    var hasColon = false
    var isMojibake = false

    init(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
      var at = start
      while at < end {
        let byte = bytes[at]
        if CellScanner.isLetter(byte) {
          letters &+= 1
        } else if CellScanner.isDigit(byte) {
          digits &+= 1
        } else if byte >= 0x80 {
          if byte >= 0xC2 { readWide(bytes, at, end) }
        } else if byte <= 0x20 {
          blanks &+= 1
        } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ".") {
          links &+= 1
        } else if byte == UInt8(ascii: "@") {
          hasAt = true
        } else if byte == UInt8(ascii: ":") {
          hasColon = true
        }
        at &+= 1
      }
    }

    private mutating func readWide(_ bytes: UnsafePointer<UInt8>, _ at: Int, _ end: Int) {
      let next = at &+ 1 < end ? bytes[at &+ 1] : 0
      switch bytes[at] {
      case 0xC2: if next == 0xA0 { blanks &+= 1 }
      case 0xC3:
        accented &+= 1
        // « Ã » or « Â » and a character of U+0080…U+00BF: two bytes of UTF-8 read as Windows-1252.
        if next == 0x83 || next == 0x82, at &+ 2 < end, bytes[at &+ 2] == 0xC2 || bytes[at &+ 2] == 0xE2 {
          isMojibake = true
        }
      case 0xE2:
        if next == 0x80, at &+ 2 < end {
          if bytes[at &+ 2] == 0x99 { links &+= 1 } else { blanks &+= 1 }
        }
      case 0xEF: if next == 0xBF, at &+ 2 < end, bytes[at &+ 2] == 0xBD { isMojibake = true }
      default: accented &+= 1
      }
    }
  }

  static func match(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> FormatSet {
    let features = Features(bytes, start, min(end, start &+ searchedBytes))
    var formats: FormatSet = features.isMojibake ? .mojibake : []
    let count = end &- start
    if count <= 60, features.digits > 0 || bytes[start] == UInt8(ascii: "#") {
      matchIdentifiers(bytes, start, end, features, &formats)
    }
    if features.hasAt, features.blanks == 0, WebFormats.isEmail(bytes, start, end) {
      formats.insert(.email)
      if WebFormats.isServiceAddress(bytes, start, end) { formats.insert(.serviceEmail) }
      return formats
    }
    if WebFormats.isURL(bytes, start, end) {
      formats.insert(.url)
      return formats
    }
    if features.hasColon { matchColons(bytes, start, end, features, &formats) }
    if count == 24, features.digits > 0, features.letters &+ features.digits == 24 {
      var isHexadecimal = true
      for at in start..<end where !WebFormats.isHexadecimal(bytes[at]) { isHexadecimal = false }
      if isHexadecimal { formats.insert(.objectIdentifier) }
    }
    if features.letters &+ features.accented >= 1 {
      WordMatcher.match(bytes, start, min(end, start &+ searchedBytes), features, &formats)
    }
    return formats
  }

  private static func matchColons(
    _ bytes: UnsafePointer<UInt8>,
    _ start: Int,
    _ end: Int,
    _ features: Features,
    _ formats: inout FormatSet
  ) {
    if WebFormats.isIPv6(bytes, start, end) { formats.insert(.ipAddress) }
    if features.digits > 0, features.letters > 0, OpeningHours.isValid(bytes, start, end) {
      formats.insert(.openingHours)
    }
  }

  private static func matchIdentifiers(
    _ bytes: UnsafePointer<UInt8>,
    _ start: Int,
    _ end: Int,
    _ features: Features,
    _ formats: inout FormatSet
  ) {
    if bytes[start] == UInt8(ascii: "#") {
      if WebFormats.isColor(bytes, start, end) { formats.insert(.color) }
      return
    }
    if WebFormats.isUUID(bytes, start, end) { formats.insert(.uuid) }
    if features.letters == 0 {
      if WebFormats.isIPv4(bytes, start, end) { formats.insert(.ipAddress) }
      matchYears(bytes, start, end, &formats)
    }
    guard features.accented == 0, !features.hasAt, !features.hasColon else {
      return
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: CompactValue.capacity) { buffer in
      guard let storage = buffer.baseAddress, let value = CompactValue(bytes, start, end, into: storage)
      else {
        return
      }
      if value.letters == 0 {
        IdentifierMatcher.matchDigits(value, &formats)
      } else if features.blanks <= 8 {
        IdentifierMatcher.matchMixed(value, &formats)
      }
    }
    if end &- start == 4, bytes[start &+ 2] == UInt8(ascii: "/"), OpeningHours.isValid(bytes, start, end) {
      formats.insert(.openingHours)
    }
  }

  /// `2023-05`, `05/2023` and `2023/2024`.
  private static func matchYears(
    _ bytes: UnsafePointer<UInt8>,
    _ start: Int,
    _ end: Int,
    _ formats: inout FormatSet
  ) {
    guard end &- start >= 6, end &- start <= 9 else { return }
    var cursor = ByteCursor(bytes: bytes, end: end, at: start)
    var first: UInt64 = 0
    let firstDigits = cursor.digits(into: &first)
    guard cursor.skip(UInt8(ascii: "-")) || cursor.skip(UInt8(ascii: "/")) else { return }
    var second: UInt64 = 0
    let secondDigits = cursor.digits(into: &second)
    guard cursor.isAtEnd else { return }
    switch (firstDigits, secondDigits) {
    case (4, 2) where second >= 1 && second <= 12: formats.insert(.yearMonth)
    case (2, 4) where first >= 1 && first <= 12: formats.insert(.yearMonth)
    case (4, 4) where first < second && second &- first < 100: formats.insert(.yearInterval)
    default: break
    }
  }
}
