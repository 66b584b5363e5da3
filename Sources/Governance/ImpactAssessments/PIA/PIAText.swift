/// The rich text of PIA, which is HTML, as Markdown and back.
enum PIAText {
  /// The text in the safe subset of Markdown.
  static func markdown(_ html: String) -> String {
    var text = ""
    var rest = Substring(html)
    while let open = rest.firstIndex(of: "<") {
      text += decoded(rest[..<open])
      guard let close = rest[open...].firstIndex(of: ">") else {
        text += decoded(rest[open...])
        rest = ""
        break
      }
      text += mark(rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
    }
    text += decoded(rest)
    return tidied(text)
  }

  /// Paragraphs of HTML from a text typed here.
  static func html(_ markdown: String) -> String {
    markdown.split(separator: "\n", omittingEmptySubsequences: true)
      .map { "<p>" + escaped($0) + "</p>" }
      .joined()
  }

  private static func mark(_ tag: Substring) -> String {
    let name =
      tag.lowercased().prefix { $0 != " " && $0 != "/" || $0 == "/" }.split(separator: " ").first ?? ""
    switch name {
    case "br", "br/", "/p", "/div", "/ul", "/ol", "/li", "ul", "ol": return "\n"
    case "li": return "- "
    case "strong", "/strong", "b", "/b": return "**"
    case "em", "/em", "i", "/i": return "*"
    default: return ""
    }
  }

  private static func decoded(_ text: Substring) -> String {
    var result = String(text)
    for (name, value) in [
      ("&nbsp;", "\u{A0}"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&rsquo;", "’"),
      ("&amp;", "&"),
    ] where result.contains("&") { result = result.split(name).joined(separator: value) }
    return result
  }

  private static func escaped(_ text: Substring) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
  }

  /// Lines without blanks at their ends, and at most one empty line in a row.
  private static func tidied(_ text: String) -> String {
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = line
      while line.first?.isWhitespace == true { line.removeFirst() }
      while line.last?.isWhitespace == true { line.removeLast() }
      if line.isEmpty, lines.last?.isEmpty ?? true { continue }
      lines.append(line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// The parts between each occurrence of a text.
  fileprivate func split(_ separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: separator) {
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return parts + [String(rest)]
  }
}
