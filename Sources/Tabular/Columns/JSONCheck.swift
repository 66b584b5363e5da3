/// Tells whether bytes are a JSON object or array (RFC 8259), without building it.
enum JSONCheck {
  private static let depthLimit = 200

  static func isValid(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let last = bytes[end &- 1]
    guard last == UInt8(ascii: "}") || last == UInt8(ascii: "]") else { return false }
    var cursor = ByteCursor(bytes: bytes, end: end, at: start)
    guard value(&cursor, depth: 0) else { return false }
    skipBlanks(&cursor)
    return cursor.isAtEnd
  }

  /// Whether a valid object has the two keys of a GeoJSON geometry or feature (RFC 7946).
  static func looksLikeGeometry(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let text = UnsafeBufferPointer(start: bytes + start, count: end - start)
    return contains(text, "\"type\"")
      && (contains(text, "\"coordinates\"") || contains(text, "\"geometries\""))
  }

  private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard text.count >= count else { return false }
    var at = 0
    while at &+ count <= text.count {
      if text[at] == UInt8(ascii: "\"") {
        var length = 1
        while length < count, text[at &+ length] == word.utf8Start[length] { length &+= 1 }
        if length == count { return true }
      }
      at &+= 1
    }
    return false
  }

  private static func skipBlanks(_ cursor: inout ByteCursor) {
    while cursor.byte == 0x20 || (cursor.byte <= 0x0D && cursor.byte >= 0x09) { cursor.at &+= 1 }
  }

  private static func value(_ cursor: inout ByteCursor, depth: Int) -> Bool {
    skipBlanks(&cursor)
    switch cursor.byte {
    case UInt8(ascii: "{"): return depth < depthLimit && container(&cursor, depth, close: UInt8(ascii: "}"))
    case UInt8(ascii: "["): return depth < depthLimit && container(&cursor, depth, close: UInt8(ascii: "]"))
    case UInt8(ascii: "\""): return string(&cursor)
    case UInt8(ascii: "t"): return word(&cursor, "true")
    case UInt8(ascii: "f"): return word(&cursor, "false")
    case UInt8(ascii: "n"): return word(&cursor, "null")
    default: return number(&cursor)
    }
  }

  private static func container(_ cursor: inout ByteCursor, _ depth: Int, close: UInt8) -> Bool {
    cursor.at &+= 1
    skipBlanks(&cursor)
    if cursor.skip(close) { return true }
    while true {
      if close == UInt8(ascii: "}") {
        skipBlanks(&cursor)
        guard cursor.byte == UInt8(ascii: "\""), string(&cursor) else { return false }
        skipBlanks(&cursor)
        guard cursor.skip(UInt8(ascii: ":")) else { return false }
      }
      guard value(&cursor, depth: depth &+ 1) else { return false }
      skipBlanks(&cursor)
      if cursor.skip(close) { return true }
      guard cursor.skip(UInt8(ascii: ",")) else { return false }
    }
  }

  private static func string(_ cursor: inout ByteCursor) -> Bool {
    cursor.at &+= 1
    while !cursor.isAtEnd {
      let byte = cursor.byte
      cursor.at &+= 1
      if byte == UInt8(ascii: "\"") { return true }
      if byte == UInt8(ascii: "\\") { cursor.at = min(cursor.at &+ 1, cursor.end) }
    }
    return false
  }

  private static func word(_ cursor: inout ByteCursor, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard cursor.at &+ count <= cursor.end else { return false }
    for offset in 0..<count where cursor.bytes[cursor.at &+ offset] != word.utf8Start[offset] { return false }
    cursor.at &+= count
    return true
  }

  private static func number(_ cursor: inout ByteCursor) -> Bool {
    var ignored: UInt64 = 0
    _ = cursor.skip(UInt8(ascii: "-"))
    guard cursor.digits(into: &ignored) > 0 else { return false }
    if cursor.skip(UInt8(ascii: ".")), cursor.digits(into: &ignored) == 0 { return false }
    if cursor.byte | 0x20 == UInt8(ascii: "e") {
      cursor.at &+= 1
      if !cursor.skip(UInt8(ascii: "+")) { _ = cursor.skip(UInt8(ascii: "-")) }
      return cursor.digits(into: &ignored) > 0
    }
    return true
  }
}
