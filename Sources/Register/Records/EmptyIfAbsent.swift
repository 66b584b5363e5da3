/// A list that reads as empty where the record does not have it: drafts, and records of earlier releases.
@propertyWrapper
public struct EmptyIfAbsent<Element: Codable & Sendable & Equatable>: Codable, Sendable, Equatable {
  /// The values.
  public var wrappedValue: [Element]

  /// Holds values.
  public init(wrappedValue: [Element] = []) { self.wrappedValue = wrappedValue }

  /// Reads an array.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    wrappedValue = container.decodeNil() ? [] : try container.decode([Element].self)
  }

  /// Writes an array.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(wrappedValue)
  }
}

extension KeyedDecodingContainer {
  /// Reads a list, empty where the key is absent.
  public func decode<Element>(
    _ type: EmptyIfAbsent<Element>.Type,
    forKey key: Key
  ) throws -> EmptyIfAbsent<Element> {
    try decodeIfPresent(type, forKey: key) ?? EmptyIfAbsent()
  }
}

extension KeyedEncodingContainer {
  /// Writes a list, and leaves out an empty one: what says nothing has one spelling.
  public mutating func encode<Element>(_ list: EmptyIfAbsent<Element>, forKey key: Key) throws {
    if !list.wrappedValue.isEmpty { try encode(list.wrappedValue, forKey: key) }
  }
}
