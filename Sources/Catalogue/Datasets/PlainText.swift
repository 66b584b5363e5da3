/// Text without its Markdown, for lists, search and citations.
public enum PlainText {
  /// The words of a text in the safe subset of Markdown: no emphasis, heading, list or quote marks, no links.
  public static func removingMarkdown(from text: String) -> String {
    var lines: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.drop { " \t#>*-+".contains($0) }
      lines.append(removingInlineMarks(from: words))
    }
    return lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  /// The beginning of a plain text: whole sentences where they fit, else cut at a word with an ellipsis.
  public static func opening(of text: String, limit: Int) -> String {
    guard text.count > limit else { return text }
    let head = text.prefix(limit)
    if let end = head.lastIndex(where: { $0 == "." || $0 == "!" || $0 == "?" }),
      head.distance(from: head.startIndex, to: end) > limit / 2, isSentenceEnd(end, in: text)
    {
      return String(head[...end])
    }
    let cut = head.lastIndex(of: " ") ?? head.endIndex
    return head[..<cut].trimmingSuffix(while: { " ,;:".contains($0) }) + "…"
  }

  private static func isSentenceEnd(_ end: String.Index, in text: String) -> Bool {
    let next = text.index(after: end)
    return next == text.endIndex || text[next] == " "
  }

  private static func removingInlineMarks(from line: Substring) -> String {
    var result = ""
    var rest = line
    while let character = rest.first {
      if character == "[", let label = linkLabel(rest) {
        result += removingInlineMarks(from: label.text)
        rest = label.rest
        continue
      }
      rest.removeFirst()
      if character == "\\", let escaped = rest.first, escaped.isPunctuation || escaped.isSymbol {
        result.append(escaped)
        rest.removeFirst()
      } else if !"*`".contains(character) {
        result.append(character)
      }
    }
    return result
  }

  /// The label of the link `[label](address)` a text begins with, and what follows it.
  private static func linkLabel(_ text: Substring) -> (text: Substring, rest: Substring)? {
    guard let close = text.firstIndex(of: "]") else { return nil }
    let open = text.index(after: close)
    guard open < text.endIndex, text[open] == "(", let end = text[open...].firstIndex(of: ")") else {
      return nil
    }
    return (text[text.index(after: text.startIndex)..<close], text[text.index(after: end)...])
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
    var copy = self
    while let last = copy.last, predicate(last) { copy.removeLast() }
    return String(copy)
  }
}
