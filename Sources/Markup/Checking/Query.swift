/// An element met while walking a piece of HTML: what tests ask about.
public struct Element: Sendable {
  /// The element's name.
  public let name: String
  /// The attributes that are present.
  public let attributes: [String: String]
  /// What it holds.
  public let content: HTML

  /// The value of an attribute; `nil` where it is absent.
  public subscript(_ attribute: String) -> String? { attributes[attribute] }

  /// The text in it, white space collapsed.
  public var text: String { content.visibleText }

  /// Whether it carries a class.
  public func hasClass(_ name: String) -> Bool {
    attributes["class"]?.split(separator: " ").contains { $0 == name } == true
  }

  /// The elements in it with this name, in document order.
  public func all(_ name: String) -> [Element] { content.all(name) }

  /// The first element in it with this name.
  public func first(_ name: String) -> Element? { content.first(name) }
}

extension HTML {
  /// Visits every element in document order, parents first.
  public func walk(_ visit: (Element) -> Void) {
    switch self {
    case .text, .raw: return
    case .fragment(let items): for item in items { item.walk(visit) }
    case .element(let name, let attributes, let content, _):
      visit(Element(name: name, attributes: attributes, content: content))
      content.walk(visit)
    }
  }

  /// Every element that satisfies the condition, in document order.
  public func all(where condition: (Element) -> Bool) -> [Element] {
    var found: [Element] = []
    walk { if condition($0) { found.append($0) } }
    return found
  }

  /// Every element with this name, in document order.
  public func all(_ name: String) -> [Element] { all { $0.name == name } }

  /// The first element with this name.
  public func first(_ name: String) -> Element? { all(name).first }

  /// The element with this id.
  public func element(id: String) -> Element? { all { $0["id"] == id }.first }

  /// Every element with this class.
  public func all(class name: String) -> [Element] { all { $0.hasClass(name) } }

  /// The text a reader sees, white space collapsed.
  public var visibleText: String {
    var words = ""
    gatherText(into: &words)
    return words.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
  }

  private func gatherText(into words: inout String) {
    switch self {
    case .text(let text): words += text
    case .raw: return
    case .fragment(let items): for item in items { item.gatherText(into: &words) }
    case .element(let name, let attributes, let content, _):
      if name == "img" { words += attributes.first { $0.name == "alt" }?.value ?? "" }
      let isBlock = !Self.phrasing.contains(name.description)
      if isBlock { words += " " }
      content.gatherText(into: &words)
      if isBlock { words += " " }
    }
  }

  private static let phrasing: Set<String> = [
    "a", "abbr", "b", "code", "em", "i", "kbd", "mark", "samp", "small", "span", "strong", "sub", "sup",
    "time",
  ]
}

extension Element {
  init(name: StaticName, attributes: [Attribute], content: HTML) {
    self.name = name.description
    self.content = content
    var present: [String: String] = [:]
    for attribute in attributes {
      if let value = attribute.value { present[attribute.name.description] = value }
    }
    self.attributes = present
  }
}
