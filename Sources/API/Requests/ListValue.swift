/// An element of a list in a parameter: `a,-b,"c, d"`.
///
/// A name that holds a comma, or begins with the minus that reverses an order, is put in double quotes; a
/// double quote within is doubled.
struct ListElement: Sendable, Hashable {
  /// The text, without quotes and the minus before it.
  var text: String
  /// Whether a minus stood before it.
  var isReversed: Bool

  /// What a parameter without a value asks for, where that means something: `count`.
  static let everything = ListElement(text: "*", isReversed: false)

  /// The elements of a list; `nil` when a quote is not closed or something follows it.
  ///
  /// A leading minus means the reverse where `allowsReversal`, else itself.
  static func list(_ value: String, allowsReversal: Bool = false) -> [ListElement]? {
    var elements: [ListElement] = []
    var rest = Array(value)[...]
    while true {
      guard let element = next(&rest, allowsReversal) else { return nil }
      if !element.text.isEmpty { elements.append(element) }
      guard let separator = rest.popFirst() else { return elements }
      guard separator == "," else { return nil }
    }
  }

  private static func next(_ rest: inout ArraySlice<Character>, _ allowsReversal: Bool) -> ListElement? {
    var isReversed = false
    if allowsReversal, rest.first == "-" {
      isReversed = true
      rest.removeFirst()
    }
    guard rest.first == "\"" else {
      let text = rest.prefix { $0 != "," }
      rest = rest.dropFirst(text.count)
      return ListElement(text: String(text), isReversed: isReversed)
    }
    rest.removeFirst()
    var text = ""
    while let character = rest.popFirst() {
      guard character == "\"" else {
        text.append(character)
        continue
      }
      guard rest.first == "\"" else { return ListElement(text: text, isReversed: isReversed) }
      rest.removeFirst()
      text.append("\"")
    }
    return nil
  }
}
