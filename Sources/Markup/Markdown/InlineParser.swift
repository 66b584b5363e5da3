/// Reads emphasis, code and links in a run of text.
struct InlineParser {
  private let characters: [Character]
  private let partners: [Int: Int]
  private var next: Int
  private let end: Int
  private let depth: Int
  private let inLink: Bool
  /// Marks known to have no closing one further on, so that a hostile text is read in linear time.
  private var unclosed: Set<String> = []

  static func html(_ text: String) -> HTML {
    let characters = Array(text)
    let partners = partners(characters)
    var parser = InlineParser(
      characters: characters,
      partners: partners,
      range: 0..<characters.count,
      depth: 0,
      inLink: false
    )
    return parser.parse()
  }

  private init(
    characters: [Character],
    partners: [Int: Int],
    range: Range<Int>,
    depth: Int,
    inLink: Bool
  ) {
    self.characters = characters
    self.partners = partners
    next = range.lowerBound
    end = range.upperBound
    self.depth = depth
    self.inLink = inLink
  }

  private mutating func parse() -> HTML {
    var pieces: [HTML] = []
    var text = ""
    while next < end {
      if let piece = parseMark(after: text.last) {
        if !text.isEmpty { pieces.append(.text(text)) }
        text = ""
        pieces.append(piece)
      } else {
        text.append(characters[next])
        next += 1
      }
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    return pieces.count == 1 ? pieces[0] : .fragment(pieces)
  }

  private mutating func parseMark(after before: Character?) -> HTML? {
    switch characters[next] {
    case "\\": return parseEscape()
    case "`": return parseCode()
    case "*": return parseEmphasis(mark: "*", after: nil)
    case "_": return parseEmphasis(mark: "_", after: before)
    case "!" where next + 1 < end && characters[next + 1] == "[":
      next += 1
      if let link = parseLink() { return link }
      next -= 1
      return nil
    case "[": return parseLink()
    case "<": return parseAutolink()
    case "h" where before.map({ !$0.isLetter && !$0.isNumber }) ?? true: return parseBareAddress()
    default: return nil
    }
  }

  private mutating func parseEscape() -> HTML? {
    guard next + 1 < end, "\\`*_{}[]()#+-.!|<>~".contains(characters[next + 1]) else { return nil }
    defer { next += 2 }
    return .text(String(characters[next + 1]))
  }

  private mutating func parseCode() -> HTML? {
    let width = run(of: "`", at: next)
    let fence = String(repeating: "`", count: width)
    guard !unclosed.contains(fence) else { return skipRun(width) }
    var close = next + width
    while close < end {
      let found = run(of: "`", at: close)
      if found == width {
        let text = String(characters[(next + width)..<close])
        next = close + width
        return code { text }
      }
      close += max(found, 1)
    }
    unclosed.insert(fence)
    return skipRun(width)
  }

  private mutating func skipRun(_ width: Int) -> HTML {
    defer { next += width }
    return .text(String(repeating: "`", count: width))
  }

  private mutating func parseEmphasis(mark: Character, after before: Character?) -> HTML? {
    // An underscore inside a word (`code_postal`) is a letter of it.
    if let before, before.isLetter || before.isNumber { return nil }
    let width = min(run(of: mark, at: next), 2)
    guard depth < 8, next + width < end, characters[next + width] != " " else { return nil }
    let opening = String(repeating: mark, count: width)
    guard !unclosed.contains(opening) else { return nil }
    guard let close = closing(mark: mark, width: width, from: next + width) else {
      unclosed.insert(opening)
      return nil
    }
    let inner = nested((next + width)..<close, inLink: inLink)
    next = close + width
    return width == 2 ? strong { inner } : em { inner }
  }

  private func closing(mark: Character, width: Int, from start: Int) -> Int? {
    var index = start
    while index < end {
      if characters[index] == "\\" {
        index += 2
        continue
      }
      let found = run(of: mark, at: index)
      let follows = index + found < end ? characters[index + found] : " "
      let insideWord = mark == "_" && (follows.isLetter || follows.isNumber)
      if found >= width, found != 0, characters[index - 1] != " ", index > start, !insideWord,
        width == 2 || found != 2
      {
        return index
      }
      index += max(found, 1)
    }
    return nil
  }

  private mutating func parseLink() -> HTML? {
    guard !inLink, depth < 8, let labelEnd = partners[next], labelEnd + 1 < end,
      characters[labelEnd + 1] == "(", let targetEnd = partners[labelEnd + 1], targetEnd < end
    else { return nil }
    let target = characters[(labelEnd + 2)..<targetEnd].split(separator: " ", maxSplits: 1).first.map {
      String($0)
    }
    let label = nested((next + 1)..<labelEnd, inLink: true)
    next = targetEnd + 1
    guard let target, let address = Markdown.safeAddress(target), !label.visibleText.isEmpty else {
      return label
    }
    return link(address, label)
  }

  private mutating func parseAutolink() -> HTML? {
    guard !inLink, let close = characters[next..<end].firstIndex(of: ">"),
      let address = Markdown.safeAddress(String(characters[(next + 1)..<close]))
    else { return nil }
    next = close + 1
    return link(address, .text(address))
  }

  private mutating func parseBareAddress() -> HTML? {
    guard !inLink, next + 8 < end, characters[next..<(next + 4)] == ["h", "t", "t", "p"] else { return nil }
    var close = next
    while close < end, !characters[close].isWhitespace, !"<>\"«»[]`".contains(characters[close]) {
      close += 1
    }
    while close > next, ".,;:!?')*_".contains(characters[close - 1]) { close -= 1 }
    guard let address = Markdown.safeAddress(String(characters[next..<close])) else { return nil }
    next = close
    return link(address, .text(address))
  }

  private func link(_ address: String, _ label: HTML) -> HTML {
    a(.href(address), .rel("noopener")) { label }
  }

  /// Where each bracket closes, found in one pass so that a hostile text is read in linear time.
  private static func partners(_ characters: [Character]) -> [Int: Int] {
    var partners: [Int: Int] = [:]
    var open: [Character: [Int]] = ["[": [], "(": []]
    var index = 0
    while index < characters.count {
      switch characters[index] {
      case "\\": index += 1
      case "[": open["[", default: []].append(index)
      case "(": open["(", default: []].append(index)
      case "]": if let start = open["["]?.popLast() { partners[start] = index }
      case ")": if let start = open["("]?.popLast() { partners[start] = index }
      default: break
      }
      index += 1
    }
    return partners
  }

  private func run(of mark: Character, at start: Int) -> Int {
    var index = start
    while index < end, characters[index] == mark { index += 1 }
    return index - start
  }

  private func nested(_ range: Range<Int>, inLink: Bool) -> HTML {
    var parser = InlineParser(
      characters: characters,
      partners: partners,
      range: range,
      depth: depth + 1,
      inLink: inLink
    )
    return parser.parse()
  }
}
