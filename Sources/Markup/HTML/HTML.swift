/// A piece of HTML as a value.
///
/// Text is escaped when rendered; only `raw` is trusted.
public indirect enum HTML: Sendable, Equatable {
  /// Text, escaped when rendered.
  case text(String)
  /// Bytes written as they are: only for what this program made itself.
  case raw(String)
  /// An element; a void one has neither content nor end tag.
  case element(StaticName, [Attribute], HTML, void: Bool)
  /// Several pieces in a row.
  case fragment([HTML])

  /// Nothing.
  public static let empty = HTML.fragment([])

  /// Whether nothing at all would be written.
  public var isEmpty: Bool {
    switch self {
    case .text(let text), .raw(let text): text.isEmpty
    case .element: false
    case .fragment(let items): items.allSatisfy(\.isEmpty)
    }
  }
}

extension HTML: ExpressibleByStringLiteral {
  /// Takes a literal for text.
  public init(stringLiteral value: String) { self = .text(value) }
}

/// The name of an element or attribute: a literal, so that no input can ever become one.
public struct StaticName: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  let literal: StaticString

  /// Takes the name from a literal.
  public init(stringLiteral value: StaticString) { literal = value }

  /// The name as a string.
  public var description: String { literal.description }

  /// Compares the names' bytes.
  public static func == (left: StaticName, right: StaticName) -> Bool {
    left.literal.utf8Start == right.literal.utf8Start
      && left.literal.utf8CodeUnitCount == right.literal.utf8CodeUnitCount
      || left.description == right.description
  }

  /// Hashes the name's text.
  public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

/// An attribute of an element: absent when its value is `nil`.
public struct Attribute: Sendable, Equatable {
  let name: StaticName
  let value: String?

  /// Makes an attribute; `nil` leaves it out.
  public init(_ name: StaticName, _ value: String?) {
    self.name = name
    self.value = value
  }

  /// Makes a boolean attribute, present or not.
  public init(_ name: StaticName, _ present: Bool) { self.init(name, present ? "" : nil) }

  /// Makes an attribute with a whole number.
  public init(_ name: StaticName, _ value: Int?) { self.init(name, value.map { String($0) }) }
}

/// Gathers the pieces written in a content closure.
@resultBuilder
public enum HTMLBuilder {
  /// Takes a piece.
  public static func buildExpression(_ piece: HTML) -> HTML { piece }
  /// Takes a string for text.
  public static func buildExpression(_ text: String) -> HTML { .text(text) }
  /// Takes a piece that may be absent.
  public static func buildExpression(_ piece: HTML?) -> HTML { piece ?? .empty }
  /// Takes pieces in a row.
  public static func buildExpression(_ pieces: [HTML]) -> HTML { .fragment(pieces) }
  /// Joins a block.
  public static func buildBlock(_ pieces: HTML...) -> HTML {
    pieces.count == 1 ? pieces[0] : .fragment(pieces)
  }
  /// An `if` without `else`.
  public static func buildOptional(_ piece: HTML?) -> HTML { piece ?? .empty }
  /// The first branch.
  public static func buildEither(first piece: HTML) -> HTML { piece }
  /// The other branch.
  public static func buildEither(second piece: HTML) -> HTML { piece }
  /// A loop.
  public static func buildArray(_ pieces: [HTML]) -> HTML { .fragment(pieces) }
}

/// Joins pieces without an element around them.
public func fragment(@HTMLBuilder content: () -> HTML) -> HTML { content() }

/// Any element, by its name.
public func tag(
  _ name: StaticName,
  _ attributes: Attribute...,
  @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element(name, attributes, content(), void: false)
}

/// Any element, with its attributes already in a list.
public func tag(
  _ name: StaticName,
  attributes: [Attribute],
  @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element(name, attributes, content(), void: false)
}

/// Any void element, by its name.
public func voidTag(_ name: StaticName, _ attributes: Attribute...) -> HTML {
  .element(name, attributes, .empty, void: true)
}
