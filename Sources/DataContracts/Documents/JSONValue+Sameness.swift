public import Register

extension JSONValue {
  /// Whether two documents say the same: objects whatever the order of their members, numbers by what they are
  /// worth (`25.0` is `25`).
  public func isSame(as other: JSONValue) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)):
      guard let mine = JSONNumber(left), let theirs = JSONNumber(right) else { return left == right }
      return mine == theirs
    case (.array(let left), .array(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
    case (.object(let left), .object(let right)):
      return left.count == right.count
        && left.allSatisfy { key, value in right[key].map(value.isSame) ?? false }
    default: return self == other
    }
  }

  /// A spelling that is the same for documents that say the same.
  var samenessKey: String {
    switch self {
    case .number(let text): JSONNumber(text)?.canonical ?? text
    case .array(let values): "[" + values.map(\.samenessKey).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }
        .map { JSONValue.string($0.key).json + ":" + $0.value.samenessKey }.joined(separator: ",") + "}"
    default: json
    }
  }
}
