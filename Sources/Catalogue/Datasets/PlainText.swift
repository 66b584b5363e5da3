/// Text without its Markdown, for lists, search and citations.
public enum PlainText {
  /// The words of a text in the safe subset of Markdown: no emphasis, heading, list or quote marks, no links.
  public static func removingMarkdown(from text: String) -> String {
    var stripper = MarkdownStripper()
    var text = text
    text.withUTF8 { stripper.read($0) }
    return String(decoding: stripper.plain, as: UTF8.self)
  }

  /// The number of characters of a text, by Unicode scalars.
  static func length(of text: String) -> Int { text.utf8.count { $0 & 0xC0 != 0x80 } }

  /// The beginning of a plain text: whole sentences where they fit, else cut at a word with an ellipsis.
  public static func opening(of text: String, limit: Int) -> String {
    guard text.utf8.count > limit, length(of: text) > limit else { return text }
    let head = text.unicodeScalars.prefix(limit)
    if let end = head.lastIndex(where: { $0 == "." || $0 == "!" || $0 == "?" }),
      head.distance(from: head.startIndex, to: end) > limit / 2,
      text.unicodeScalars[text.unicodeScalars.index(after: end)...].first.map({ $0 == " " }) ?? true
    {
      return String(head[...end])
    }
    var cut = head[..<(head.lastIndex(of: " ") ?? head.endIndex)]
    while let last = cut.last, " ,;:".unicodeScalars.contains(last) { cut.removeLast() }
    return String(cut) + "…"
  }
}

/// Reads Markdown byte by byte: all its marks are ASCII.
private struct MarkdownStripper {
  private(set) var plain: [UInt8] = []
  private var isLineStart = true
  private var isBlankPending = false

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    plain.reserveCapacity(bytes.count)
    read(bytes, 0..<bytes.count)
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        isBlankPending = true
        isLineStart = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"): isBlankPending = true
      case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"):
        if !isLineStart { append(byte) }
      case UInt8(ascii: "*"), UInt8(ascii: "`"): break
      case UInt8(ascii: "\\") where position + 1 < range.upperBound && isPunctuation(bytes[position + 1]):
        position += 1
        append(bytes[position])
      case UInt8(ascii: "["):
        if let (label, end) = link(bytes, position, range.upperBound) {
          read(bytes, label)
          position = end
        } else {
          append(byte)
        }
      default: append(byte)
      }
      position += 1
    }
  }

  private mutating func append(_ byte: UInt8) {
    if isBlankPending, !plain.isEmpty { plain.append(UInt8(ascii: " ")) }
    isBlankPending = false
    isLineStart = false
    plain.append(byte)
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// Where the label of the link `[label](address)` that begins at `start` is, and where the link ends.
  private func link(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ limit: Int
  ) -> (label: Range<Int>, end: Int)? {
    guard let close = (start + 1..<limit).first(where: { bytes[$0] == UInt8(ascii: "]") }), close + 1 < limit,
      bytes[close + 1] == UInt8(ascii: "("),
      let end = (close + 2..<limit).first(where: { bytes[$0] == UInt8(ascii: ")") })
    else { return nil }
    return (start + 1..<close, end)
  }
}
