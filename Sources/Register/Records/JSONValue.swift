import Foundation

/// Any JSON value, for what looks at records without knowing their type: history pages, exports.
public enum JSONValue: Sendable, Equatable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A number, as it is written.
  case number(String)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object.
  case object([String: JSONValue])

  /// Reads JSON text.
  public init(parsing bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }

  /// The value as one reads it in a cell: strings bare, the rest as JSON.
  public var text: String {
    switch self {
    case .null: return ""
    case .boolean(let value): return value ? "true" : "false"
    case .number(let value): return value
    case .string(let value): return value
    case .array, .object: return json
    }
  }

  /// The canonical JSON text.
  public var json: String {
    switch self {
    case .null: return "null"
    case .boolean(let value): return value ? "true" : "false"
    case .number(let value): return value
    case .string(let value):
      var text = ""
      CanonicalJSON.append(value, to: &text)
      return text
    case .array(let values): return "[" + values.map(\.json).joined(separator: ",") + "]"
    case .object(let members):
      let pairs = members.sorted { $0.key < $1.key }.map { key, value in
        JSONValue.string(key).json + ":" + value.json
      }
      return "{" + pairs.joined(separator: ",") + "}"
    }
  }
}

extension JSONValue {
  /// The member of an object; `nil` where there is none, it is `null`, or this is no object.
  public subscript(_ member: String) -> JSONValue? {
    guard case .object(let members) = self, let value = members[member], value != .null else { return nil }
    return value
  }

  /// The value at a path of members.
  public func at(_ path: [String]) -> JSONValue? {
    var value: JSONValue? = self
    for member in path { value = value?[member] }
    return value
  }

  /// The values of an array; none for anything else.
  public var items: [JSONValue] { if case .array(let values) = self { values } else { [] } }

  /// Whether it says nothing: `null`, blanks, an array or object of such values.
  public var isBlank: Bool {
    switch self {
    case .null: true
    case .boolean, .number: false
    case .string(let text): text.allSatisfy(\.isWhitespace)
    case .array(let values): values.allSatisfy(\.isBlank)
    case .object(let members): members.values.allSatisfy(\.isBlank)
    }
  }
}

extension JSONValue: Decodable {
  /// Reads any JSON value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .number(String(value))
    } else if let value = try? container.decode(Double.self) {
      self = .number(String(value))
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let values = try? container.decode([JSONValue].self) {
      self = .array(values)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }
}
