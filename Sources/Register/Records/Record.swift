/// A value the register keeps: it has a kind, an id, and every state it went through.
public protocol Record: Codable, Sendable, Equatable {
  /// The stable name of the kind in the journal and in addresses: `dataset`, `organization`…
  static var kind: String { get }
  /// The id, unique in its kind and stable: a slug or an opaque name.
  var id: String { get }
}

/// Which record: a kind and an id.
public struct RecordKey: Hashable, Codable, Sendable, Comparable {
  /// The kind's stable name.
  public let kind: String
  /// The id in that kind.
  public let id: String

  /// Names a record.
  public init(kind: String, id: String) {
    self.kind = kind
    self.id = id
  }

  /// Names the record of a typed kind.
  public init<R: Record>(_ type: R.Type, _ id: String) { self.init(kind: R.kind, id: id) }

  /// Orders keys by kind, then by id.
  public static func < (left: RecordKey, right: RecordKey) -> Bool {
    (left.kind, left.id) < (right.kind, right.id)
  }
}

/// Who acts: a person, a token or the platform itself.
public struct Actor: Hashable, Codable, Sendable {
  /// The stable id written in the journal: `system`, `command`, `person:…`.
  public let id: String

  /// Names an actor.
  public init(id: String) { self.id = id }

  /// The platform acting by itself.
  public static let system = Actor(id: "system")
  /// A person at the command line of the machine, who has all rights on its files.
  public static let command = Actor(id: "command")
}
