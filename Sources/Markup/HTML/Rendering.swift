extension HTML {
  /// The piece as UTF-8 bytes.
  ///
  /// - Parameter capacity: A guess of the size, to spare reallocations.
  public func rendered(capacity: Int = 16_384) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(capacity)
    write(to: &out)
    return out
  }

  /// The piece as a whole document, doctype first.
  public func renderedDocument() -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(32_768)
    out.append(contentsOf: "<!doctype html>".utf8)
    write(to: &out)
    return out
  }

  /// The piece as a string, for tests and small fragments.
  public var source: String { String(decoding: rendered(), as: UTF8.self) }

  private func write(to out: inout [UInt8]) {
    switch self {
    case .text(let text): Self.escape(text, to: &out)
    case .raw(let text): out.append(contentsOf: text.utf8)
    case .fragment(let items): for item in items { item.write(to: &out) }
    case .element(let name, let attributes, let content, let void):
      out.append(UInt8(ascii: "<"))
      out.append(name)
      for attribute in attributes { attribute.write(to: &out) }
      out.append(UInt8(ascii: ">"))
      if void { return }
      content.write(to: &out)
      out.append(UInt8(ascii: "<"))
      out.append(UInt8(ascii: "/"))
      out.append(name)
      out.append(UInt8(ascii: ">"))
    }
  }

  /// Writes text with the five significant characters escaped, and without the control characters HTML
  /// forbids.
  static func escape(_ text: String, to out: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for index in 0..<bytes.count {
        let replacement: StaticString
        switch bytes[index] {
        case UInt8(ascii: "&"): replacement = "&amp;"
        case UInt8(ascii: "<"): replacement = "&lt;"
        case UInt8(ascii: ">"): replacement = "&gt;"
        case UInt8(ascii: "\""): replacement = "&quot;"
        case UInt8(ascii: "'"): replacement = "&#39;"
        case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: replacement = "\u{FFFD}"
        default: continue
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        out.append(StaticName(stringLiteral: replacement))
        start = index + 1
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<bytes.count]))
    }
  }
}

extension Attribute {
  fileprivate func write(to out: inout [UInt8]) {
    guard let value else { return }
    out.append(UInt8(ascii: " "))
    out.append(name)
    if value.isEmpty, Self.mayBeBare(name) { return }
    out.append(UInt8(ascii: "="))
    out.append(UInt8(ascii: "\""))
    HTML.escape(value, to: &out)
    out.append(UInt8(ascii: "\""))
  }

  /// An empty `alt` or `value` says something; an empty boolean attribute is only its name.
  private static func mayBeBare(_ name: StaticName) -> Bool {
    name != "alt" && name != "value" && name != "href"
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ name: StaticName) {
    name.literal.withUTF8Buffer { append(contentsOf: $0) }
  }
}
