extension Substring {
  var isBlank: Bool { allSatisfy { $0 == " " } }

  var trimmedStart: Substring { drop { $0 == " " } }

  var indentWidth: Int { prefix { $0 == " " }.count }

  var droppingOneBlank: Substring { first == " " ? dropFirst() : self }

  /// A line of three or more `-`, `*` or `_`.
  var isRule: Bool {
    let marks = filter { $0 != " " }
    guard marks.count >= 3, let mark = marks.first, "-*_".contains(mark) else { return false }
    return marks.allSatisfy { $0 == mark }
  }

  /// Whether the line cannot continue a paragraph.
  var startsBlock: Bool {
    let text = trimmedStart
    return text.hasPrefix("```") || text.hasPrefix(">") || isRule || ListMarker(self) != nil
      || headingLevel != nil
  }

  /// The number of `#` before a title, if the line is one.
  var headingLevel: Int? {
    let text = trimmedStart
    guard text.first == "#" else { return nil }
    let level = text.prefix { $0 == "#" }.count
    return level <= 6 && text.dropFirst(level).first == " " ? level : nil
  }

  func droppingIndent(_ width: Int) -> Substring { dropFirst(Swift.min(width, indentWidth)) }

  /// Without these characters at both ends; at most one at each end when `once`.
  func trimmed(of characters: String, once: Bool = false) -> Substring {
    var rest = self
    while let first = rest.first, characters.contains(first) {
      rest = rest.dropFirst()
      if once { break }
    }
    while let last = rest.last, characters.contains(last) {
      rest = rest.dropLast()
      if once { break }
    }
    return rest
  }
}
