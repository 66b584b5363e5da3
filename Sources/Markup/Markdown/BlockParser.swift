/// Cuts Markdown into blocks, line by line.
struct BlockParser {
  private var lines: [Substring]
  private var next = 0
  /// What is added to the level of a heading, so that the highest gets the level asked for.
  private let headingShift: Int
  /// The level of the last heading: the next may be one below, never two.
  private var lastHeading: Int
  private let depth: Int

  init(_ text: String, topHeading: Int) {
    let unified = text.replacing("\r\n", with: "\n").replacing("\t", with: "    ")
    let lines = unified.split(separator: "\n", omittingEmptySubsequences: false)
    let highest = lines.compactMap(\.headingLevel).min() ?? 1
    self.init(lines: lines, headingShift: topHeading - highest, lastHeading: topHeading - 1, depth: 0)
  }

  private init(lines: [Substring], headingShift: Int, lastHeading: Int, depth: Int) {
    self.lines = lines
    self.headingShift = headingShift
    self.lastHeading = lastHeading
    self.depth = depth
  }

  mutating func parse() -> HTML {
    var blocks: [HTML] = []
    while next < lines.count {
      if lines[next].isBlank {
        next += 1
      } else {
        blocks.append(parseBlock())
      }
    }
    return .fragment(blocks)
  }

  private mutating func parseBlock() -> HTML {
    let line = lines[next]
    if let heading = parseHeading(line) { return heading }
    if line.trimmedStart.hasPrefix("```") { return parseFence() }
    if line.isRule {
      next += 1
      return hr()
    }
    // Past a few levels, marks are plain text: a hostile text cannot make the stack deep.
    if depth < 6 {
      if line.trimmedStart.hasPrefix(">") { return parseQuote() }
      if ListMarker(line) != nil { return parseList() }
    }
    if next + 1 < lines.count, line.contains("|"), let columns = TableRow.columns(ofRule: lines[next + 1]) {
      return parseTable(columns: columns)
    }
    return parseParagraph()
  }

  private mutating func parseHeading(_ line: Substring) -> HTML? {
    guard let written = line.headingLevel else { return nil }
    next += 1
    let title = InlineParser.html(String(line.trimmedStart.dropFirst(written).trimmed(of: "# ")))
    guard !title.visibleText.isEmpty else { return .empty }
    let level = min(max(written + headingShift, 2), lastHeading + 1, 6)
    lastHeading = level
    switch level {
    case ...2: return h2 { title }
    case 3: return h3 { title }
    case 4: return h4 { title }
    case 5: return h5 { title }
    default: return tag("h6") { title }
    }
  }

  private mutating func parseFence() -> HTML {
    next += 1
    var code: [Substring] = []
    while next < lines.count, !lines[next].trimmedStart.hasPrefix("```") {
      code.append(lines[next])
      next += 1
    }
    next += 1
    return pre { Markup.code { code.joined(separator: "\n") } }
  }

  private mutating func parseQuote() -> HTML {
    var inner: [Substring] = []
    while next < lines.count, !lines[next].isBlank {
      let text = lines[next].trimmedStart
      inner.append(text.hasPrefix(">") ? text.dropFirst().droppingOneBlank : text)
      next += 1
    }
    return blockquote { nested(inner) }
  }

  private mutating func parseList() -> HTML {
    guard let first = ListMarker(lines[next]) else { return parseParagraph() }
    var items: [HTML] = []
    while next < lines.count, let marker = ListMarker(lines[next]), marker.ordered == first.ordered {
      var inner = [marker.content]
      next += 1
      while next < lines.count, belongs(lines[next], to: marker, after: inner) {
        inner.append(lines[next].droppingIndent(marker.indent))
        next += 1
      }
      items.append(li { unwrapped(nested(inner)) })
      skipBlanksBeforeMarker()
    }
    return first.ordered
      ? tag("ol", Attribute("start", first.start == 1 ? nil : first.start)) { HTML.fragment(items) }
      : ul { HTML.fragment(items) }
  }

  private func belongs(_ line: Substring, to marker: ListMarker, after inner: [Substring]) -> Bool {
    if line.isBlank {
      return next + 1 < lines.count && lines[next + 1].indentWidth >= marker.indent
        && !lines[next + 1].isBlank
    }
    if line.indentWidth >= marker.indent { return true }
    return ListMarker(line) == nil && inner.last?.isBlank == false && !line.startsBlock
  }

  private mutating func skipBlanksBeforeMarker() {
    var ahead = next
    while ahead < lines.count, lines[ahead].isBlank { ahead += 1 }
    if ahead < lines.count, ListMarker(lines[ahead]) != nil { next = ahead }
  }

  private mutating func parseTable(columns: Int) -> HTML {
    let header = TableRow.cells(lines[next], count: columns)
    next += 2
    var rows: [[Substring]] = []
    while next < lines.count, !lines[next].isBlank, lines[next].contains("|") {
      rows.append(TableRow.cells(lines[next], count: columns))
      next += 1
    }
    let name = header.map(String.init).joined(separator: ", ")
    return table(.ariaLabel(name)) {
      thead { tr { for cell in header { th(.scope("col")) { InlineParser.html(String(cell)) } } } }
      tbody {
        for row in rows { tr { for cell in row { td { InlineParser.html(String(cell)) } } } }
      }
    }
  }

  private mutating func parseParagraph() -> HTML {
    var text: [Substring] = [lines[next].trimmedStart]
    next += 1
    while next < lines.count, !lines[next].isBlank, !lines[next].startsBlock {
      text.append(lines[next].trimmedStart)
      next += 1
    }
    return p { InlineParser.html(text.joined(separator: "\n")) }
  }

  private func nested(_ inner: [Substring]) -> HTML {
    var parser = BlockParser(
      lines: inner,
      headingShift: headingShift,
      lastHeading: lastHeading,
      depth: depth + 1
    )
    return parser.parse()
  }

  /// An item that is one paragraph needs no paragraph element.
  private func unwrapped(_ html: HTML) -> HTML {
    guard case .fragment(let blocks) = html, let first = blocks.first,
      case .element("p", _, let text, _) = first
    else { return html }
    return .fragment([text] + blocks.dropFirst())
  }
}

/// The mark that opens an item of a list: `-`, `*`, `+` or `1.`.
struct ListMarker {
  let ordered: Bool
  let start: Int
  let indent: Int
  let content: Substring

  init?(_ line: Substring) {
    let text = line.trimmedStart
    let margin = line.count - text.count
    guard margin < 4 else { return nil }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let mark: Int
    if digits.isEmpty {
      guard let bullet = text.first, "-*+".contains(bullet) else { return nil }
      mark = 1
    } else {
      guard digits.count < 9, [".", ")"].contains(text.dropFirst(digits.count).first) else { return nil }
      mark = digits.count + 1
    }
    let rest = text.dropFirst(mark)
    guard rest.first == " ", !rest.isBlank else { return nil }
    ordered = !digits.isEmpty
    start = Int(digits) ?? 1
    indent = margin + mark + 1
    content = rest.dropFirst()
  }
}

/// Rows of a table in the widespread pipe notation.
enum TableRow {
  /// The number of columns if the line is the rule under a header (`|---|:-:|`).
  static func columns(ofRule line: Substring) -> Int? {
    guard line.contains("-"), line.contains("|"), line.allSatisfy({ "|-: ".contains($0) }) else { return nil }
    return split(line).count
  }

  /// The cells of a row, cut or filled to the number of columns.
  static func cells(_ line: Substring, count: Int) -> [Substring] {
    let found = split(line).prefix(count)
    return found + Array(repeating: "", count: count - found.count)
  }

  private static func split(_ line: Substring) -> [Substring] {
    line.trimmed(of: " ").trimmed(of: "|", once: true).split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.trimmed(of: " ") }
  }
}
