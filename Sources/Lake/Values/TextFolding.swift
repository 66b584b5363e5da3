import Foundation

/// Texts without case, accents and ligatures, as French readers look for them: `Cœur d’Été` is `coeur d'ete`.
///
/// The folded text is never longer than the text, so that it can be written in as much room.
enum TextFolding {
  /// What a two-byte character becomes: one or two bytes, or nothing.
  private struct Entry { var count: UInt8, first: UInt8, second: UInt8 }

  /// Every character of two bytes in UTF-8 (U+0080…U+07FF), by its code.
  private static let table: [Entry] = (0..<0x800).map { code in
    guard code >= 0x80, let scalar = Unicode.Scalar(UInt32(code)) else {
      return Entry(count: 0, first: 0, second: 0)
    }
    if scalar.properties.generalCategory == .nonspacingMark { return Entry(count: 0, first: 0, second: 0) }
    let bytes = Array(fold(scalar).utf8)
    guard (1...2).contains(bytes.count) else {
      return Entry(count: 2, first: 0xC0 | UInt8(code >> 6), second: 0x80 | UInt8(code & 63))
    }
    return Entry(count: UInt8(bytes.count), first: bytes[0], second: bytes.count > 1 ? bytes[1] : 0)
  }

  private static func fold(_ scalar: Unicode.Scalar) -> String {
    if scalar == "\u{A0}" { return " " }
    let folded = String(scalar).folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    switch folded {
    case "œ": return "oe"
    case "æ": return "ae"
    case "ß": return "ss"
    case "ø": return "o"
    case "ł": return "l"
    case "đ": return "d"
    default: return folded
    }
  }

  /// Folds `source` into `target`, which has room for as many bytes; gives how many were written.
  static func fold(_ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutablePointer<UInt8>) -> Int {
    table.withUnsafeBufferPointer { table in
      var written = 0
      var at = 0
      while at < source.count {
        let byte = source[at]
        if byte < 0x80 {
          target[written] = byte &- 65 < 26 ? byte | 0x20 : byte
          written &+= 1
          at &+= 1
        } else if byte < 0xE0, at &+ 1 < source.count {
          let entry = table[Int(byte & 31) << 6 | Int(source[at &+ 1] & 63)]
          if entry.count > 0 { target[written] = entry.first }
          if entry.count > 1 { target[written &+ 1] = entry.second }
          written &+= Int(entry.count)
          at &+= 2
        } else {
          written &+= copyLong(source, &at, target + written)
        }
      }
      return written
    }
  }

  /// Characters of three bytes and more stay, but for the typographic apostrophe and the narrow no-break
  /// space.
  private static func copyLong(
    _ source: UnsafeBufferPointer<UInt8>,
    _ at: inout Int,
    _ target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let length = min(source[at] >= 0xF0 ? 4 : 3, source.count - at)
    defer { at += length }
    if length == 3, source[at] == 0xE2, source[at + 1] == 0x80 {
      if source[at + 2] == 0x99 { target[0] = UInt8(ascii: "'") }
      if source[at + 2] == 0xAF { target[0] = UInt8(ascii: " ") }
      if source[at + 2] == 0x99 || source[at + 2] == 0xAF { return 1 }
    }
    for offset in 0..<length { target[offset] = source[at + offset] }
    return length
  }

  /// The folded text.
  static func folded(_ text: String) -> String {
    var text = text
    return text.withUTF8 { source in
      String(unsafeUninitializedCapacity: source.count) { target in
        target.baseAddress.map { fold(source, into: $0) } ?? 0
      }
    }
  }
}
