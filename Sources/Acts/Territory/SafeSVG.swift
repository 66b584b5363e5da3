/// Refuses any SVG that could run, fetch or hide something: all that is not known to be a mere drawing.
enum SafeSVG {
  static let namespace = "http://www.w3.org/2000/svg"
  private static let depthMax = 64
  private static let elementsMax = 20_000

  /// Checks a whole document: it must be well-formed, and every element and attribute harmless.
  static func check(_ bytes: [UInt8]) throws {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw LogoFailure.unsafe("UTF-8") }
    var scanner = XMLScanner(text)
    var open: [String] = []
    var count = 0
    while let token = try scanner.next() {
      switch token {
      case .start(let name, let attributes, let isEmpty):
        if open.isEmpty {
          guard count == 0, name == "svg", attributes.contains(where: { $0 == ("xmlns", namespace) }) else {
            throw LogoFailure.unsafe("<\(name)>")
          }
        }
        count += 1
        guard count <= elementsMax, open.count < depthMax else { throw LogoFailure.unsafe("<\(name)>…") }
        guard elements.contains(name) else { throw LogoFailure.unsafe("<\(name)>") }
        for (attribute, value) in attributes { try check(attribute, value) }
        if !isEmpty { open.append(name) }
      case .end(let name):
        guard open.popLast() == name else { throw LogoFailure.unsafe("</\(name)>") }
      case .text(let text):
        if open.last == "style" { try checkStyle(text) }
        if open.isEmpty, !text.allSatisfy(\.isWhitespace) { throw LogoFailure.unsafe("…") }
      }
    }
    guard count > 0, open.isEmpty else { throw LogoFailure.unsafe("…") }
  }

  private static func check(_ name: String, _ value: String) throws {
    switch name {
    case "xmlns": guard value == namespace else { throw LogoFailure.unsafe("xmlns") }
    case "xmlns:xlink":
      guard value == "http://www.w3.org/1999/xlink" else { throw LogoFailure.unsafe(name) }
    case "href", "xlink:href": guard value.hasPrefix("#") else { throw LogoFailure.unsafe("\(name)=…") }
    case "xml:space", "xml:lang", "version", "id", "class", "lang": return
    default:
      let isKnown = !name.contains(":") && !name.lowercased().hasPrefix("on") && !refused.contains(name)
      guard isKnown else { throw LogoFailure.unsafe("\(name)=…") }
      try checkStyle(value)
    }
  }

  /// A style may point inside the document only; with no escape that would hide where it points.
  private static func checkStyle(_ text: String) throws {
    let plain = text.lowercased().filter { !$0.isWhitespace }
    for word in [
      "\\", "@", "javascript:", "expression(", "image(", "image-set(", "cross-fade(", "src(", "/*",
    ]
    where plain.contains(word) {
      throw LogoFailure.unsafe(word)
    }
    for part in plain.split(separator: "url(", omittingEmptySubsequences: false).dropFirst() {
      guard ["#", "'#", "\"#"].contains(where: { part.hasPrefix($0) }) else {
        throw LogoFailure.unsafe("url(…)")
      }
    }
  }

  private static let refused: Set<String> = ["src", "action", "formaction", "to", "from", "values", "base"]

  /// Drawings only: no script, no foreign content, no image, no link, no animation, and no
  /// repetition that would make a small file endless to draw.
  private static let elements: Set<String> = [
    "svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line",
    "polyline", "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask",
    "style",
  ]
}

/// The part of XML 1.0 that a drawing needs, strictly: no document type, no entity of one's own, no
/// processing instruction, no CDATA.
struct XMLScanner {
  enum Token {
    case start(name: String, attributes: [(name: String, value: String)], isEmpty: Bool)
    case end(name: String)
    case text(String)
  }

  private let scalars: [Unicode.Scalar]
  private var index = 0

  init(_ text: String) {
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    self.scalars = scalars
    if starts("<?xml "), let end = position(of: "?>") { index = end + 2 }
  }

  /// The next token; `nil` at the end.
  mutating func next() throws -> Token? {
    while starts("<!--") {
      index += 4
      guard let end = position(of: "--"), end + 2 < scalars.count, scalars[end + 2] == ">" else {
        throw LogoFailure.unsafe("<!--")
      }
      index = end + 3
    }
    guard index < scalars.count else { return nil }
    guard scalars[index] == "<" else { return .text(try text(until: "<")) }
    index += 1
    if starts("/") {
      index += 1
      let name = try name()
      skipBlanks()
      try expect(">")
      return .end(name: name)
    }
    return try startTag()
  }

  private mutating func startTag() throws -> Token {
    let name = try name()
    var attributes: [(name: String, value: String)] = []
    while true {
      let isSeparated = skipBlanks()
      if starts("/>") {
        index += 2
        return .start(name: name, attributes: attributes, isEmpty: true)
      }
      if starts(">") {
        index += 1
        return .start(name: name, attributes: attributes, isEmpty: false)
      }
      guard isSeparated else { throw LogoFailure.unsafe("<\(name)…") }
      let attribute = try self.name()
      skipBlanks()
      try expect("=")
      skipBlanks()
      guard index < scalars.count, scalars[index] == "\"" || scalars[index] == "'" else {
        throw LogoFailure.unsafe(attribute)
      }
      let quote = scalars[index]
      index += 1
      let value = try text(until: quote)
      try expect(quote)
      guard !attributes.contains(where: { $0.name == attribute }) else { throw LogoFailure.unsafe(attribute) }
      attributes.append((attribute, value))
    }
  }

  /// The text up to a mark, its references decoded.
  private mutating func text(until mark: Unicode.Scalar) throws -> String {
    var text = String.UnicodeScalarView()
    while index < scalars.count, scalars[index] != mark {
      let scalar = scalars[index]
      index += 1
      switch scalar {
      case "<": throw LogoFailure.unsafe("<")
      case "&": text.append(try reference())
      case "\t", "\n", "\r": text.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{FFFE}"..."\u{FFFF}":
        throw LogoFailure.unsafe("U+\(scalar.value)")
      default: text.append(scalar)
      }
    }
    return String(text)
  }

  private mutating func reference() throws -> Unicode.Scalar {
    guard let end = scalars[index...].prefix(12).firstIndex(of: ";") else { throw LogoFailure.unsafe("&") }
    let name = String(String.UnicodeScalarView(scalars[index..<end]))
    index = end + 1
    if let known = Self.predefined[name] { return known }
    let isHexadecimal = name.hasPrefix("#x")
    guard name.hasPrefix("#"),
      let value = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10),
      value >= 32 || [9, 10, 13].contains(value), let scalar = Unicode.Scalar(value)
    else { throw LogoFailure.unsafe("&\(name);") }
    return scalar
  }

  private mutating func name() throws -> String {
    let start = index
    while index < scalars.count, Self.isName(scalars[index], isFirst: index == start) { index += 1 }
    guard index > start else { throw LogoFailure.unsafe("<…") }
    return String(String.UnicodeScalarView(scalars[start..<index]))
  }

  @discardableResult
  private mutating func skipBlanks() -> Bool {
    let start = index
    while index < scalars.count, [" ", "\t", "\n", "\r"].contains(scalars[index]) { index += 1 }
    return index > start
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws {
    guard index < scalars.count, scalars[index] == scalar else { throw LogoFailure.unsafe("…") }
    index += 1
  }

  private func starts(_ text: String) -> Bool { scalars[index...].starts(with: text.unicodeScalars) }

  private func position(of text: String) -> Int? {
    let wanted = Array(text.unicodeScalars)
    guard scalars.count >= wanted.count else { return nil }
    return (index...(scalars.count - wanted.count)).first { scalars[$0...].starts(with: wanted) }
  }

  private static func isName(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "_": true
    case "0"..."9", "-", ".", ":": !isFirst
    default: false
    }
  }

  private static let predefined: [String: Unicode.Scalar] = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'",
  ]
}
