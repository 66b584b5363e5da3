import GRDB
public import Register

/// How far something that works through the journal, or by the day, has come: it survives a restart.
extension AccountStore {
  /// The number kept under a name; `nil` before the first one.
  public func progress(_ name: String) async throws -> Int64? {
    try await read { db in
      try Int64.fetchOne(db, sql: "SELECT value FROM progress WHERE name = ?", arguments: [name])
    }
  }

  /// Keeps a number under a name.
  public func setProgress(_ name: String, _ value: Int64) async throws {
    try await write { db in
      try db.execute(sql: "INSERT OR REPLACE INTO progress VALUES (?, ?)", arguments: [name, value])
    }
  }

  /// A person's notices that they have not read and no digest told, the oldest first.
  ///
  /// - Parameter moment: those written after it only.
  public func unreadNotices(of person: String, after moment: Moment, limit: Int = 200) async throws
    -> [PersonNotice]
  {
    try await notices(of: person, limit: limit).reversed()
      .filter { !$0.isRead && moment < $0.madeAt }
  }
}
