import Messages

/// A small JSON document as a value, its members in the order given: descriptions, not rows.
indirect enum JSONValue: Sendable, Equatable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A name and its value.
  struct Member: Sendable, Equatable {
    let name: String
    let value: JSONValue
  }

  /// The document as bytes.
  var encoded: [UInt8] {
    var json = JSONBytes(capacity: 1024)
    write(to: &json)
    return json.bytes
  }

  /// Adds the document to others.
  func write(to json: inout JSONBytes) {
    switch self {
    case .null: json.raw("null")
    case .boolean(let value): json.boolean(value)
    case .integer(let value): json.integer(value)
    case .number(let value): json.number(value)
    case .string(let value): json.string(value)
    case .array(let values):
      json.raw("[")
      for (index, value) in values.enumerated() {
        if index > 0 { json.raw(",") }
        value.write(to: &json)
      }
      json.raw("]")
    case .object(let members):
      json.raw("{")
      for (index, member) in members.enumerated() {
        if index > 0 { json.raw(",") }
        json.string(member.name)
        json.raw(":")
        member.value.write(to: &json)
      }
      json.raw("}")
    }
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { Member(name: $0.0, value: $0.1) })
  }

  init(arrayLiteral values: JSONValue...) { self = .array(values) }

  init(stringLiteral value: String) { self = .string(value) }

  init(integerLiteral value: Int) { self = .integer(value) }

  init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension JSONValue {
  /// A string, or `null`.
  init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }

  /// A whole number, or `null`.
  init(_ number: Int?) { self = number.map(JSONValue.integer) ?? .null }

  /// A number, or `null`.
  init(_ number: Double?) { self = number.map(JSONValue.number) ?? .null }

  /// Strings in their order.
  init(_ texts: [String]) { self = .array(texts.map(JSONValue.string)) }

  /// Both languages: what reads the interface shows the one its own readers understand.
  init(_ text: Bilingual) { self = ["fr": .string(text.fr), "en": .string(text.en)] }

  /// Both languages, or `null`.
  init(_ text: Bilingual?) { self = text.map { JSONValue($0) } ?? .null }

  /// An object whose members are known only now.
  static func members(_ pairs: [(String, JSONValue)]) -> JSONValue {
    .object(pairs.map { Member(name: $0.0, value: $0.1) })
  }

  /// The value of a member.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The object with members added after its own.
  func adding(_ more: [(String, JSONValue)]) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members + more.map { Member(name: $0.0, value: $0.1) })
  }
}
