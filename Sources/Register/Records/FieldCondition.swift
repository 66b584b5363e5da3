/// When a field is asked for: what another field of the same record, or of the same group, says.
public enum FieldCondition: Sendable, Equatable {
  /// The other field is true.
  case isTrue(String)
  /// The other field holds one of these values.
  case isOneOf(String, [String])
  /// The other field lists this value.
  case contains(String, String)
  /// The other field says something.
  case isPresent(String)

  /// Whether it holds in an object that has both fields.
  public func holds(in object: JSONValue) -> Bool {
    switch self {
    case .isTrue(let key): object[key] == .boolean(true)
    case .isOneOf(let key, let values):
      if case .string(let text)? = object[key] { values.contains(text) } else { false }
    case .contains(let key, let value): object[key]?.items.contains(.string(value)) ?? false
    case .isPresent(let key): object[key].map { !$0.isBlank } ?? false
    }
  }

  /// The other field's key.
  public var key: String {
    switch self {
    case .isTrue(let key), .isOneOf(let key, _), .contains(let key, _), .isPresent(let key): key
    }
  }
}
