import Foundation
import GRDB
public import Register

extension JournalSQLite {
  /// The entries from a position on, at most `limit` of them.
  public func entries(from position: Int, limit: Int) async throws -> [Entry] {
    try await read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT \(Self.columns) FROM entry WHERE position >= ? ORDER BY position LIMIT ?"
      )
      return try Self.entries(statement, [position, limit])
    }
  }

  /// The entries that changed a record, in order.
  public func entries(of key: RecordKey) async throws -> [Entry] {
    try await read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT \(Self.columns) FROM entry WHERE kind = ? AND id = ? ORDER BY position"
      )
      return try Self.entries(statement, [key.kind, key.id])
    }
  }

  private static func entries(_ statement: Statement, _ arguments: StatementArguments) throws -> [Entry] {
    var entries: [Entry] = []
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try rows.next() { entries.append(try entry(row)) }
    return entries
  }

  /// The last state of each record among the first `size` entries, by key.
  public func states(at size: Int, after key: RecordKey?, limit: Int) async throws -> [RecordState] {
    try await read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT known.kind, known.id, known.first, known.last, known.changes, entry.body
          FROM (
            SELECT kind, id, min(position) AS first, max(position) AS last, count(*) AS changes
            FROM entry INDEXED BY entry_by_record
            WHERE (kind, id) > (?, ?) AND position < ?
            GROUP BY kind, id ORDER BY kind, id LIMIT ?
          ) AS known JOIN entry ON entry.position = known.last
          ORDER BY known.kind, known.id
          """
      )
      let rows = try Row.fetchCursor(statement, arguments: [key?.kind ?? "", key?.id ?? "", size, limit])
      var states: [RecordState] = []
      while let row = try rows.next() {
        states.append(try Self.state(row))
      }
      return states
    }
  }

  private static func state(_ row: Row) throws -> RecordState {
    RecordState(
      key: RecordKey(kind: try row.decode(atIndex: 0), id: try row.decode(atIndex: 1)),
      revision: Revision(
        first: try row.decode(atIndex: 2),
        last: try row.decode(atIndex: 3),
        count: try row.decode(atIndex: 4)
      ),
      body: try row.decode(Data?.self, atIndex: 5).map { Array($0) }
    )
  }

  /// How many entries had been made at a moment: times never go back, so a search by halves finds it.
  public func size(at moment: Moment) async throws -> Int {
    try await read { db in
      let statement = try db.cachedStatement(sql: "SELECT time FROM entry WHERE position = ?")
      var low = 0
      var high = try Self.head(db).size
      while low < high {
        let middle = (low + high) / 2
        let text = try String.fetchOne(statement, arguments: [middle])
        guard let text, let time = Moment(text) else { throw StorageFailure.corrupt }
        if time <= moment { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// The hashes of complete subtrees at a level that is kept.
  public func hashes(level: Int, _ indices: Range<Int>) async throws -> [Hash] {
    try await read { db in
      let sql =
        level == 0
        ? "SELECT leaf FROM entry WHERE position >= ? AND position < ? ORDER BY position"
        : "SELECT hash FROM subtree WHERE place >= ? AND place < ? AND level = ? ORDER BY place"
      var arguments: StatementArguments = [indices.lowerBound, indices.upperBound]
      if level > 0 { arguments += [level] }
      let rows = try Data.fetchCursor(try db.cachedStatement(sql: sql), arguments: arguments)
      var hashes: [Hash] = []
      while let data = try rows.next() {
        guard let hash = Self.hash(data) else { throw StorageFailure.corrupt }
        hashes.append(hash)
      }
      return hashes
    }
  }

  /// What SQLite finds wrong in its own pages and indexes.
  public func checkStorage() async throws -> [VerificationProblem] {
    try await read { db in
      let lines = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
      return lines.filter { $0 != "ok" }.map { line in
        VerificationProblem(
          "storage.integrity",
          object: Self.fileName,
          fr: "Le fichier du journal est endommagé\u{A0}: \(line)",
          en: "The journal’s file is damaged: \(line)"
        )
      }
    }
  }
}
