/// What is wrong with a page, found without a browser: the part of RGAA 4 and WCAG 2.2 that a tree can show.
///
/// It also refuses what the content security policy would block: inline scripts, styles and handlers.
public struct Checker {
  /// What was found, in document order.
  public private(set) var problems: [String] = []
  private var ids: Set<String> = []
  private var references: [(attribute: String, id: String)] = []
  private var labelled: Set<String> = []
  private var fields: [(id: String?, named: Bool, inLabel: Bool, what: String)] = []
  private var headingLevel = 0
  private var counts: [String: Int] = [:]

  /// Checks a whole document.
  public static func problems(inDocument html: HTML) -> [String] {
    var checker = Checker()
    checker.visit(html, ancestors: [])
    checker.checkDocument(html)
    checker.checkReferences()
    return checker.problems
  }

  /// Checks a part of a page; `headingLevel` is that of the heading above it.
  public static func problems(inFragment html: HTML, headingLevel: Int = 1) -> [String] {
    var checker = Checker()
    checker.headingLevel = headingLevel
    checker.visit(html, ancestors: [])
    checker.checkReferences()
    return checker.problems
  }

  private mutating func visit(_ html: HTML, ancestors: [String]) {
    switch html {
    case .text, .raw: return
    case .fragment(let items): for item in items { visit(item, ancestors: ancestors) }
    case .element(let name, let attributes, let content, _):
      let element = Element(name: name, attributes: attributes, content: content)
      counts[element.name, default: 0] += 1
      checkId(element)
      checkPolicy(element)
      checkHeading(element)
      checkName(element, ancestors: ancestors)
      checkField(element, ancestors: ancestors)
      checkTable(element)
      visit(content, ancestors: ancestors + [element.name])
    }
  }

  private mutating func checkId(_ element: Element) {
    if let id = element["id"] {
      if id.isEmpty || id.contains(" ") { problems.append("id “\(id)” is not valid") }
      if !ids.insert(id).inserted { problems.append("id “\(id)” is used twice") }
    }
    for attribute in ["aria-labelledby", "aria-describedby", "aria-controls", "for", "list", "headers"] {
      for id in (element[attribute] ?? "").split(separator: " ") {
        references.append((attribute, String(id)))
      }
    }
    if element.name == "a", let href = element["href"], href.hasPrefix("#"), href.count > 1 {
      references.append(("href", String(href.dropFirst())))
    }
    if element.name == "label", let id = element["for"] { labelled.insert(id) }
  }

  private mutating func checkPolicy(_ element: Element) {
    if element["style"] != nil { problems.append("<\(element.name)> has an inline style") }
    if let handler = element.attributes.keys.first(where: { $0.hasPrefix("on") }) {
      problems.append("<\(element.name)> has an inline handler \(handler)")
    }
    if element.name == "style" { problems.append("there is an inline style sheet") }
    if element.name == "script", element["src"] == nil, element["type"]?.contains("json") != true {
      problems.append("there is an inline script")
    }
    if let address = element["href"] ?? element["src"], address.lowercased().hasPrefix("javascript:") {
      problems.append("<\(element.name)> leads to a script")
    }
  }

  private mutating func checkHeading(_ element: Element) {
    guard element.name.count == 2, element.name.first == "h", let level = element.name.last?.wholeNumberValue
    else { return }
    if level > headingLevel + 1 {
      problems.append("heading “\(element.text)” skips from h\(headingLevel) to h\(level)")
    }
    if element.text.isEmpty { problems.append("<\(element.name)> is empty") }
    headingLevel = level
  }

  private mutating func checkName(_ element: Element, ancestors: [String]) {
    switch element.name {
    case "a", "button", "summary":
      if ancestors.contains("a") || ancestors.contains("button") {
        problems.append("<\(element.name)> lies in another control")
      }
      if !isNamed(element) { problems.append("<\(element.name)> has no text: \(element["href"] ?? "")") }
    case "img" where element["alt"] == nil: problems.append("<img> has no alt: \(element["src"] ?? "")")
    case "svg" where element["aria-hidden"] != "true" && (element["role"] != "img" || !isNamed(element)):
      problems.append("<svg> is neither named as an image nor hidden")
    case "nav" where !isNamed(element, byText: false): problems.append("<nav> has no name")
    case "iframe": problems.append("there is an <iframe>")
    default: return
    }
  }

  private func isNamed(_ element: Element, byText: Bool = true) -> Bool {
    element["aria-label"]?.isEmpty == false || element["aria-labelledby"] != nil
      || byText && !element.text.isEmpty
  }

  private mutating func checkField(_ element: Element, ancestors: [String]) {
    guard ["input", "select", "textarea"].contains(element.name) else { return }
    if ["hidden", "submit"].contains(element["type"]) { return }
    let named = isNamed(element, byText: false)
    fields.append((element["id"], named, ancestors.contains("label"), element["name"] ?? element.name))
  }

  private mutating func checkTable(_ element: Element) {
    switch element.name {
    case "table":
      let title = element.first("caption")?.text ?? element["aria-label"] ?? element["aria-labelledby"] ?? ""
      if title.isEmpty { problems.append("a table has neither caption nor name") }
      if element.all("th").isEmpty { problems.append("table “\(title)” has no header cell") }
    case "th" where element["scope"] == nil: problems.append("header cell “\(element.text)” has no scope")
    case "ul", "ol":
      if element.all("li").isEmpty { problems.append("a list has no item") }
    default: return
    }
  }

  private mutating func checkDocument(_ html: HTML) {
    if html.first("html")?["lang"]?.isEmpty != false { problems.append("the document says no language") }
    if html.first("title")?.text.isEmpty != false { problems.append("the document has no title") }
    for name in ["main", "h1"] where counts[name] != 1 {
      problems.append("the document has \(counts[name] ?? 0) <\(name)>")
    }
  }

  private mutating func checkReferences() {
    for reference in references where !ids.contains(reference.id) {
      problems.append("\(reference.attribute) names “\(reference.id)”, which is nowhere")
    }
    for field in fields where !field.named && !field.inLabel {
      if let id = field.id, labelled.contains(id) { continue }
      problems.append("field “\(field.what)” has no label")
    }
  }
}
