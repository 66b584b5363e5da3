/// The formats of the web: addresses, identifiers, colours.
enum WebFormats {
  /// An e-mail address, as HTML takes it, with a dot in its domain.
  static func isEmail(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end, isLocal(bytes[at]) { at &+= 1 }
    guard at > start, at < end, bytes[at] == UInt8(ascii: "@"), bytes[at &- 1] != UInt8(ascii: "."),
      bytes[start] != UInt8(ascii: ".")
    else { return false }
    return isDomain(bytes, at &+ 1, end)
  }

  @inline(__always)
  private static func isLocal(_ byte: UInt8) -> Bool {
    // Letters beyond ASCII are allowed since RFC 6531.
    if CellScanner.isLetterOrDigit(byte) || byte >= 0x80 { return true }
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "'"),
      UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "="), UInt8(ascii: "~"), UInt8(ascii: "!"),
      UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "^"):
      return true
    default: return false
    }
  }

  /// Labels of letters, digits and dashes, at least two, the last of letters.
  static func isDomain(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var labelStart = start
    var labels = 0
    for at in start...max(start, end) {
      let isEnd = at == end
      if isEnd || bytes[at] == UInt8(ascii: ".") {
        guard at > labelStart, bytes[labelStart] != UInt8(ascii: "-"), bytes[at &- 1] != UInt8(ascii: "-")
        else {
          return false
        }
        labels += 1
        if isEnd { break }
        labelStart = at &+ 1
      } else if !CellScanner.isLetterOrDigit(bytes[at]), bytes[at] != UInt8(ascii: "-"), bytes[at] < 0x80 {
        return false
      }
    }
    return labels >= 2 && end &- labelStart >= 2 && !CellScanner.isDigit(bytes[labelStart])
  }

  /// An address of the web: a scheme or `www.`, a host, no blank.
  static func isURL(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var host = start
    let first = bytes[start] | 0x20
    if first == UInt8(ascii: "h"), hasPrefix(bytes, start, end, "http") {
      host = start &+ (bytes[start &+ 4] | 0x20 == UInt8(ascii: "s") ? 5 : 4)
      guard hasPrefix(bytes, host, end, "://") else { return false }
      host &+= 3
    } else if first == UInt8(ascii: "w"), hasPrefix(bytes, start, end, "www.") {
      host = start
    } else if hasPrefix(bytes, start, end, "ftp://") {
      host = start &+ 6
    } else {
      return false
    }
    guard end &- host >= 4 else { return false }
    var hostEnd = host
    while hostEnd < end, bytes[hostEnd] != UInt8(ascii: "/"), bytes[hostEnd] != UInt8(ascii: "?"),
      bytes[hostEnd] != UInt8(ascii: ":"), bytes[hostEnd] != UInt8(ascii: "#")
    { hostEnd &+= 1 }
    for at in hostEnd..<end where bytes[at] <= 0x20 || bytes[at] == UInt8(ascii: "<") { return false }
    return isDomain(bytes, host, hostEnd) || isIPv4(bytes, host, hostEnd)
  }

  /// Whether the bytes start with a word in lower case, whatever their own case.
  static func hasPrefix(
    _ bytes: UnsafePointer<UInt8>,
    _ start: Int,
    _ end: Int,
    _ word: StaticString
  ) -> Bool {
    let count = word.utf8CodeUnitCount
    guard end &- start > count else { return false }
    for offset in 0..<count {
      let byte = bytes[start &+ offset]
      let folded = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
      if folded != word.utf8Start[offset] { return false }
    }
    return true
  }

  /// 8-4-4-4-12 hexadecimal digits (RFC 9562).
  static func isUUID(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end &- start == 36 else { return false }
    for offset in 0..<36 {
      let byte = bytes[start &+ offset]
      if offset == 8 || offset == 13 || offset == 18 || offset == 23 {
        if byte != UInt8(ascii: "-") { return false }
      } else if !isHexadecimal(byte) {
        return false
      }
    }
    return true
  }

  @inline(__always)
  static func isHexadecimal(_ byte: UInt8) -> Bool {
    CellScanner.isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }

  /// `#RGB`, `#RRGGBB` or `#RRGGBBAA`.
  static func isColor(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let count = end &- start
    guard bytes[start] == UInt8(ascii: "#"), count == 4 || count == 7 || count == 9 else { return false }
    for at in start &+ 1..<end where !isHexadecimal(bytes[at]) { return false }
    return true
  }

  static func isIPv4(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end &- start >= 7, end &- start <= 15 else { return false }
    var cursor = ByteCursor(bytes: bytes, end: end, at: start)
    for part in 0..<4 {
      var value: UInt64 = 0
      let digits = cursor.digits(into: &value)
      guard digits >= 1, digits <= 3, value <= 255 else { return false }
      if part < 3, !cursor.skip(UInt8(ascii: ".")) { return false }
    }
    return cursor.isAtEnd
  }

  /// Groups of hexadecimal digits between colons, one run of them perhaps left out (RFC 4291).
  static func isIPv6(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end &- start >= 3, end &- start <= 39 else { return false }
    var groups = 0
    var run = 0
    var hasGap = false
    for at in start..<end {
      if bytes[at] == UInt8(ascii: ":") {
        if run > 0 { groups += 1 }
        if run == 0, at > start, bytes[at &- 1] == UInt8(ascii: ":") {
          if hasGap { return false }
          hasGap = true
        }
        run = 0
      } else if isHexadecimal(bytes[at]), run < 4 {
        run += 1
      } else {
        return false
      }
    }
    if run > 0 { groups += 1 }
    return groups == 8 || (hasGap && groups >= 1 && groups < 8)
  }

  /// The local parts of addresses that many services have.
  private static let services: Set<String> = [
    "accueil", "administration", "admin", "bureau", "centre", "commune", "communication", "communaute",
    "contact",
    "courrier", "culture", "direction", "dpd", "dpo", "ecole", "etat-civil", "info", "infos", "information",
    "mairie",
    "marches", "mediatheque", "bibliotheque", "musee", "office", "opendata", "piscine", "presse",
    "secretariat",
    "service", "sports", "support", "tourisme", "urbanisme", "webmaster", "ville", "ce", "ccas", "agence",
    "data",
    "sig", "geomatique", "noreply", "no-reply", "rgpd", "enquiries", "hello", "bonjour", "association",
    "asso",
  ]

  /// Whether the local part of an address names a service.
  static func isServiceAddress(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end, bytes[at] != UInt8(ascii: "@") { at += 1 }
    let local = String(decoding: UnsafeBufferPointer(start: bytes + start, count: at - start), as: UTF8.self)
      .lowercased()
    if services.contains(local) { return true }
    let words = local.split(whereSeparator: { ".-_+0123456789".contains($0) })
    return words.contains { services.contains(String($0)) }
  }
}
