import GRDB

extension AccountStore {
  /// Forgets the sessions and links that are over, and the attempts of long ago.
  ///
  /// Gives how many were.
  @discardableResult
  public func sweep() async throws -> Int {
    let now = now
    return try await write { db in
      try db.execute(
        sql: "DELETE FROM session WHERE seen_at < ? OR made_at < ?",
        arguments: [now - SessionLimits.idle, now - SessionLimits.whole]
      )
      var swept = db.changesCount
      try db.execute(sql: "DELETE FROM link WHERE expires_at <= ?", arguments: [now])
      swept += db.changesCount
      let longAgo = now - 30 * 86_400_000
      try db.execute(
        sql: "DELETE FROM attempt WHERE until < ? AND last_at < ?",
        arguments: [now, longAgo]
      )
      return swept + db.changesCount
    }
  }
}
