/// What differs between two states of a record, at one place in it.
public struct Difference: Sendable, Equatable {
  /// Where: keys from the outside in (`contact`, `email`); the place in an array is its index.
  public let path: [String]
  /// The value before; `nil` where there was none.
  public let before: JSONValue?
  /// The value after; `nil` where there is none any more.
  public let after: JSONValue?

  /// Notes a difference.
  public init(path: [String], before: JSONValue?, after: JSONValue?) {
    self.path = path
    self.before = before
    self.after = after
  }

  /// The differences between two values, in the order of their paths: objects are compared member by member,
  /// arrays of objects item by item, everything else whole.
  public static func between(_ before: JSONValue, _ after: JSONValue) -> [Difference] {
    compare(before, after, [])
  }

  private static func compare(_ before: JSONValue?, _ after: JSONValue?, _ path: [String]) -> [Difference] {
    switch (before, after) {
    case let (before, after) where before == after: return []
    case (.object(let old)?, .object(let new)?):
      let keys = Set(old.keys).union(new.keys).sorted()
      return keys.flatMap { compare(old[$0], new[$0], path + [$0]) }
    case (.array(let old)?, .array(let new)?) where holdsObjects(old) && holdsObjects(new):
      return (0..<max(old.count, new.count)).flatMap { index in
        compare(
          index < old.count ? old[index] : nil,
          index < new.count ? new[index] : nil,
          path + [String(index)]
        )
      }
    default: return [Difference(path: path, before: before, after: after)]
    }
  }

  private static func holdsObjects(_ values: [JSONValue]) -> Bool {
    values.allSatisfy { if case .object = $0 { true } else { false } }
  }
}
