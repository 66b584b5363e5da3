import GRDB
public import Register

extension AccountStore {
  /// Notes that a token was used, at most once a minute.
  public func touch(token: String) async throws {
    let now = now
    let isFresh = try await read { db in
      try Bool.fetchOne(
        db,
        sql: "SELECT EXISTS(SELECT 1 FROM token_use WHERE token = ? AND used_at > ?)",
        arguments: [token, now - SessionLimits.grain]
      ) ?? false
    }
    guard !isFresh else { return }
    try await write { db in
      try db.execute(
        sql: """
          INSERT INTO token_use VALUES (?, ?)
          ON CONFLICT(token) DO UPDATE SET used_at = max(used_at, excluded.used_at)
          """,
        arguments: [token, now]
      )
    }
  }

  /// When each token was last used, to the minute; tokens never used are absent.
  public func tokenUses() async throws -> [String: Moment] {
    try await read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT token, used_at FROM token_use")
      let pairs = rows.map { ($0["token"] as String, Moment(milliseconds: $0["used_at"])) }
      return Dictionary(pairs) { $1 }
    }
  }
}
