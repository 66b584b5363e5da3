/// A change that an act decided and the journal has not taken yet.
public struct Draft: Sendable, Equatable {
  /// The record that changes.
  public let key: RecordKey
  /// The new state as canonical JSON; `nil` where the record is removed.
  public let body: [UInt8]?

  /// Drafts a change.
  public init(key: RecordKey, body: [UInt8]?) {
    self.key = key
    self.body = body
  }

  /// The new state of a record.
  public static func put<R: Record>(_ record: R) throws -> Draft {
    Draft(key: RecordKey(R.self, record.id), body: try CanonicalJSON.encode(record))
  }

  /// The removal of a record.
  public static func remove<R: Record>(_ type: R.Type, _ id: String) -> Draft {
    Draft(key: RecordKey(type, id), body: nil)
  }
}

/// All that one act changes, taken whole or not at all.
public struct ChangeSet: Sendable {
  /// The changes in order.
  public var drafts: [Draft]
  /// The positions whose bodies are erased with it.
  public var erasing: [Int]
  /// The stable name of the act.
  public var act: String
  /// Who acts.
  public var actor: Actor
  /// Why, in the actor's words.
  public var reason: String?
  /// When.
  ///
  /// An entry is never dated before the one in front of it, whatever the clock says.
  public var time: Moment

  /// Gathers the changes of an act.
  public init(
    _ drafts: [Draft],
    erasing: [Int] = [],
    act: String,
    actor: Actor,
    reason: String? = nil,
    time: Moment
  ) {
    self.drafts = drafts
    self.erasing = erasing
    self.act = act
    self.actor = actor
    self.reason = reason
    self.time = time
  }
}

/// A change the journal holds: a leaf of its Merkle tree and a link of its chain.
///
/// The leaf hashes `header`, which commits to the state and its reason by a salted digest only, so both can
/// be erased (GDPR art. 17) while the chain still verifies.
public struct Entry: Sendable, Equatable {
  /// The place in the journal, from 0.
  public let position: Int
  /// When.
  public let time: Moment
  /// Who acted.
  public let actor: Actor
  /// The stable name of the act.
  public let act: String
  /// The position of the first entry of the same act.
  public let group: Int
  /// The record that changed.
  public let key: RecordKey
  /// Why, in the actor's words; `nil` once erased.
  public let reason: String?
  /// The state as canonical JSON; `nil` where the record is removed, and once erased.
  public let body: [UInt8]?
  /// The random bytes that keep an erased content from being guessed; `nil` once erased.
  public let salt: [UInt8]?
  /// The digest of the salt and the content.
  public let digest: Hash
  /// The leaf hash of the entry before; zero for the first.
  public let previous: Hash
  /// The leaf hash.
  public let leaf: Hash

  /// Whether the content was erased.
  public var isErased: Bool { salt == nil }

  /// Takes up an entry that was kept.
  public init(
    position: Int,
    time: Moment,
    actor: Actor,
    act: String,
    group: Int,
    key: RecordKey,
    reason: String?,
    body: [UInt8]?,
    salt: [UInt8]?,
    digest: Hash,
    previous: Hash,
    leaf: Hash
  ) {
    self.position = position
    self.time = time
    self.actor = actor
    self.act = act
    self.group = group
    self.key = key
    self.reason = reason
    self.body = body
    self.salt = salt
    self.digest = digest
    self.previous = previous
    self.leaf = leaf
  }

  /// What the leaf hashes: canonical JSON, so that anyone can recompute it with any tool.
  public var header: [UInt8] {
    Self.header(
      position: position,
      time: time,
      actor: actor,
      act: act,
      group: group,
      key: key,
      digest: digest,
      previous: previous
    )
  }

  static func header(
    position: Int,
    time: Moment,
    actor: Actor,
    act: String,
    group: Int,
    key: RecordKey,
    digest: Hash,
    previous: Hash
  ) -> [UInt8] {
    var json = "{\"act\":"
    CanonicalJSON.append(act, to: &json)
    json += ",\"actor\":"
    CanonicalJSON.append(actor.id, to: &json)
    json += ",\"digest\":\"\(digest.hex)\",\"group\":\(group),\"id\":"
    CanonicalJSON.append(key.id, to: &json)
    json += ",\"kind\":"
    CanonicalJSON.append(key.kind, to: &json)
    json += ",\"position\":\(position),\"previous\":\"\(previous.hex)\",\"time\":\"\(time.text)\",\"v\":1}"
    return Array(json.utf8)
  }

  /// What the salted digest commits to: the canonical JSON of the state and its reason.
  static func content(body: [UInt8]?, reason: String?) -> [UInt8] {
    var bytes = Array("{\"body\":".utf8)
    bytes.append(contentsOf: body ?? Array("null".utf8))
    var rest = ",\"reason\":"
    if let reason { CanonicalJSON.append(reason, to: &rest) } else { rest += "null" }
    bytes.append(contentsOf: rest.utf8)
    bytes.append(0x7D)
    return bytes
  }

  /// The digest an entry's header commits to.
  static func digest(salt: [UInt8], body: [UInt8]?, reason: String?) -> Hash {
    Hash(ofRuns: salt, content(body: body, reason: reason))
  }
}
