import Foundation
import GRDB
import Register

/// How entries and heads lie in rows.
extension JournalSQLite {
  static let columns =
    #"position, time, actor, act, "group", kind, id, digest, previous, leaf, salt, reason, body"#

  /// An entry.
  ///
  /// A damaged file may hold anything anywhere: each value is decoded by the throwing way.
  static func entry(_ row: Row) throws -> Entry {
    guard let moment = Moment(try row.decode(String.self, atIndex: 1)),
      let digest = hash(try row.decode(Data.self, atIndex: 7)),
      let previous = hash(try row.decode(Data.self, atIndex: 8)),
      let leaf = hash(try row.decode(Data.self, atIndex: 9))
    else { throw StorageFailure.corrupt }
    return Entry(
      position: try row.decode(atIndex: 0),
      time: moment,
      actor: Register.Actor(id: try row.decode(atIndex: 2)),
      act: try row.decode(atIndex: 3),
      group: try row.decode(atIndex: 4),
      key: RecordKey(kind: try row.decode(atIndex: 5), id: try row.decode(atIndex: 6)),
      reason: try row.decode(String?.self, atIndex: 11),
      body: try row.decode(Data?.self, atIndex: 12).map { Array($0) },
      salt: try row.decode(Data?.self, atIndex: 10).map { Array($0) },
      digest: digest,
      previous: previous,
      leaf: leaf
    )
  }

  static func hash(_ data: Data) -> Hash? { Hash(bytes: data) }

  static func head(_ db: Database) throws -> Head {
    let statement = try db.cachedStatement(sql: "SELECT size, peaks, last, time FROM head")
    guard let row = try Row.fetchOne(statement) else { return .empty }
    let peaks = try row.decode(Data.self, atIndex: 1)
    let hashes = stride(from: peaks.startIndex, to: peaks.endIndex, by: Hash.byteCount).compactMap {
      Hash(bytes: peaks[$0..<Swift.min($0 + Hash.byteCount, peaks.endIndex)])
    }
    guard let frontier = MerkleFrontier(size: try row.decode(atIndex: 0), peaks: hashes),
      let last = hash(try row.decode(atIndex: 2)), let moment = Moment(try row.decode(atIndex: 3))
    else { throw StorageFailure.corrupt }
    return Head(frontier: frontier, last: last, time: moment)
  }

  static func append(
    _ changes: ChangeSet,
    after known: Head,
    salt: () -> [UInt8],
    in db: Database
  ) throws -> [Entry] {
    let current = try head(db)
    guard current.size == known.size, current.last == known.last else { throw JournalFailure.headMoved }
    let sealed = changes.sealed(after: current, salt: salt)
    let insert = try db.cachedStatement(
      sql: "INSERT INTO entry(\(columns)) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    for entry in sealed.entries {
      try insert.execute(arguments: [
        entry.position, entry.time.text, entry.actor.id, entry.act, entry.group, entry.key.kind, entry.key.id,
        Data(entry.digest.bytes), Data(entry.previous.bytes), Data(entry.leaf.bytes),
        entry.salt.map { Data($0) }, entry.reason, entry.body.map { String(decoding: $0, as: UTF8.self) },
      ])
    }
    for stored in sealed.storedHashes {
      try db.execute(
        sql: "INSERT INTO subtree(level, place, hash) VALUES(?, ?, ?)",
        arguments: [stored.level, stored.index, Data(stored.hash.bytes)]
      )
    }
    try write(sealed.head, in: db)
    for position in changes.erasing { try erase(position, in: db) }
    return sealed.entries
  }

  private static func write(_ head: Head, in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO head(only, size, peaks, last, time) VALUES(1, ?, ?, ?, ?)"
    )
    try statement.execute(arguments: [
      head.size, Data(head.frontier.peaks.flatMap(\.bytes)), Data(head.last.bytes), head.time.text,
    ])
  }

  /// Forgets the content of an entry.
  ///
  /// The state that stands now is never forgotten: it would be missed.
  private static func erase(_ position: Int, in db: Database) throws {
    let row = try Row.fetchOne(
      db,
      sql: "SELECT kind, id, body IS NULL FROM entry WHERE position = ?",
      arguments: [position]
    )
    guard let row else { throw JournalFailure.noEntry(position) }
    let key = RecordKey(kind: try row.decode(atIndex: 0), id: try row.decode(atIndex: 1))
    let isRemoval = try row.decode(Bool.self, atIndex: 2)
    let last = try Int.fetchOne(
      db,
      sql: "SELECT max(position) FROM entry WHERE kind = ? AND id = ?",
      arguments: [key.kind, key.id]
    )
    if last == position && !isRemoval { throw JournalFailure.currentBody(key) }
    try db.execute(
      sql: "UPDATE entry SET salt = NULL, reason = NULL, body = NULL WHERE position = ?",
      arguments: [position]
    )
  }
}
