public import Messages
public import Web

/// An entry of the journal, as pages show it.
public struct JournalLine: Sendable {
  /// Its place, from 0.
  public var position: Int
  /// When, ISO 8601 UTC.
  public var time: String
  /// What was done, in words.
  public var act: Bilingual
  /// What kind of record changed, in words.
  public var kind: Bilingual
  /// The record that changed, by its title; `nil` where the public may not know of it.
  public var subject: String?
  /// The record's page, where the public may see it.
  public var route: Route?
  /// Why, in the actor's words.
  public var reason: String?
  /// Whether its content was erased on lawful grounds.
  public var isErased: Bool
  /// The leaf hash, lower-case hexadecimal.
  public var leaf: String

  /// Gathers a line.
  public init(
    position: Int,
    time: String,
    act: Bilingual,
    kind: Bilingual,
    subject: String?,
    route: Route? = nil,
    reason: String? = nil,
    isErased: Bool = false,
    leaf: String
  ) {
    self.position = position
    self.time = time
    self.act = act
    self.kind = kind
    self.subject = subject
    self.route = route
    self.reason = reason
    self.isErased = isErased
    self.leaf = leaf
  }
}

/// The journal's head: what anyone may note today to check tomorrow that nothing was rewritten.
public struct JournalHead: Sendable {
  /// The number of entries.
  public var size: Int
  /// The root of the Merkle tree, lower-case hexadecimal.
  public var root: String
  /// When the last entry was made, ISO 8601 UTC.
  public var time: String

  /// Describes a head.
  public init(size: Int, root: String, time: String) {
    self.size = size
    self.root = root
    self.time = time
  }
}

/// A page of the journal.
public struct JournalModel: Sendable {
  /// The head.
  public var head: JournalHead
  /// The entries, the latest first.
  public var lines: [JournalLine]
  /// How many entries come after the first shown.
  public var offset: Int

  /// How many entries a page shows.
  public static let pageSize = 50

  /// Gathers a page.
  public init(head: JournalHead, lines: [JournalLine], offset: Int) {
    self.head = head
    self.lines = lines
    self.offset = offset
  }
}

/// An entry with the proof that the journal holds it.
public struct JournalEntryModel: Sendable {
  /// The head the proof leads to.
  public var head: JournalHead
  /// The entry.
  public var line: JournalLine
  /// The header that the leaf hashes, canonical JSON; `nil` where the public may not know of the record.
  public var header: String?
  /// The hashes that lead from the leaf to the root (RFC 9162 § 2.1.3), lower-case hexadecimal.
  public var proof: [String]

  /// Gathers an entry and its proof.
  public init(head: JournalHead, line: JournalLine, header: String?, proof: [String]) {
    self.head = head
    self.line = line
    self.header = header
    self.proof = proof
  }
}
