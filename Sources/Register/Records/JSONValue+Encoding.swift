import Foundation

extension JSONValue {
  /// A value as JSON, without writing its text: what reading its canonical JSON gives.
  public init(encoding value: some Encodable) throws {
    let node = JSONNode()
    try node.write(value, at: [])
    self = node.value
  }
}

/// A place of the JSON being made.
private final class JSONNode {
  private enum Content {
    case nothing
    case value(JSONValue)
    case object([String: JSONNode])
    case array([JSONNode])
  }

  private var content = Content.nothing

  var value: JSONValue {
    switch content {
    // A type that writes nothing is an empty object, as in `JSONEncoder`.
    case .nothing: .object([:])
    case .value(let value): value
    case .object(let members): .object(members.mapValues(\.value))
    case .array(let items): .array(items.map(\.value))
    }
  }

  var count: Int { if case .array(let items) = content { items.count } else { 0 } }

  func set(_ value: JSONValue) { content = .value(value) }

  func beginObject() { if case .object = content {} else { content = .object([:]) } }

  func beginArray() { if case .array = content {} else { content = .array([]) } }

  func member(_ key: String) -> JSONNode {
    guard case .object(var members) = content else { return JSONNode() }
    content = .nothing
    let node = JSONNode()
    members[key] = node
    content = .object(members)
    return node
  }

  func item() -> JSONNode {
    guard case .array(var items) = content else { return JSONNode() }
    content = .nothing
    let node = JSONNode()
    items.append(node)
    content = .array(items)
    return node
  }

  func write<T: Encodable>(_ value: T, at path: [any CodingKey]) throws {
    switch value {
    case let text as String: set(.string(text))
    case let flag as Bool: set(.boolean(flag))
    case let number as Int: set(.number(String(number)))
    case let number as Double: set(try Self.number(number, path))
    case is Date, is Data, is URL, is Decimal:
      // Foundation has its own spelling of these.
      set(try JSONValue(parsing: CanonicalJSON.encode([value])).items.first ?? .null)
    default: try value.encode(to: JSONTreeEncoder(node: self, codingPath: path))
    }
  }

  static func number(_ value: Double, _ path: [any CodingKey]) throws -> JSONValue {
    guard value.isFinite else {
      throw EncodingError.invalidValue(
        value,
        EncodingError.Context(codingPath: path, debugDescription: "JSON has no such number")
      )
    }
    return .number(Int64(exactly: value).map { String($0) } ?? String(value))
  }
}

private struct JSONTreeEncoder: Encoder {
  let node: JSONNode
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.beginObject()
    return KeyedEncodingContainer(JSONMembers<Key>(node: node, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.beginArray()
    return JSONItems(node: node, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    JSONSingle(node: node, codingPath: codingPath)
  }
}

private struct JSONMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: JSONNode
  let codingPath: [any CodingKey]

  func encodeNil(forKey key: Key) { node.member(key.stringValue).set(.null) }

  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    try node.member(key.stringValue).write(value, at: codingPath + [key])
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type,
    forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { encoder(key.stringValue).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(key.stringValue).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder("super") }

  func superEncoder(forKey key: Key) -> any Encoder { encoder(key.stringValue) }

  private func encoder(_ key: String) -> JSONTreeEncoder {
    JSONTreeEncoder(node: node.member(key), codingPath: codingPath)
  }
}

private struct JSONItems: UnkeyedEncodingContainer {
  let node: JSONNode
  let codingPath: [any CodingKey]
  var count: Int { node.count }

  func encodeNil() { node.item().set(.null) }

  func encode<T: Encodable>(_ value: T) throws { try node.item().write(value, at: codingPath) }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    encoder.container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.unkeyedContainer() }

  func superEncoder() -> any Encoder { encoder }

  private var encoder: JSONTreeEncoder { JSONTreeEncoder(node: node.item(), codingPath: codingPath) }
}

private struct JSONSingle: SingleValueEncodingContainer {
  let node: JSONNode
  let codingPath: [any CodingKey]

  func encodeNil() { node.set(.null) }

  func encode(_ value: Bool) { node.set(.boolean(value)) }
  func encode(_ value: String) { node.set(.string(value)) }
  func encode(_ value: Double) throws { node.set(try JSONNode.number(value, codingPath)) }
  func encode(_ value: Float) throws { node.set(try JSONNode.number(Double(value), codingPath)) }
  func encode(_ value: Int) { node.set(.number(String(value))) }
  func encode(_ value: Int8) { node.set(.number(String(value))) }
  func encode(_ value: Int16) { node.set(.number(String(value))) }
  func encode(_ value: Int32) { node.set(.number(String(value))) }
  func encode(_ value: Int64) { node.set(.number(String(value))) }
  func encode(_ value: UInt) { node.set(.number(String(value))) }
  func encode(_ value: UInt8) { node.set(.number(String(value))) }
  func encode(_ value: UInt16) { node.set(.number(String(value))) }
  func encode(_ value: UInt32) { node.set(.number(String(value))) }
  func encode(_ value: UInt64) { node.set(.number(String(value))) }

  func encode<T: Encodable>(_ value: T) throws { try node.write(value, at: codingPath) }
}
