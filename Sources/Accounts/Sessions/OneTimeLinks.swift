import GRDB
import Register

/// What a link that works once is for.
public enum LinkPurpose: String, Sendable {
  /// Signing in.
  case signIn = "sign-in"
  /// Choosing a new password.
  case password
}

extension AccountStore {
  /// How long a link works: 24 hours, in milliseconds.
  public static var linkLife: Int64 { 24 * 3_600_000 }

  /// Makes a link and gives its secret.
  ///
  /// At most three wait for a person: the oldest give way.
  public func makeLink(_ purpose: LinkPurpose, person: String) async throws -> String {
    let secret = Secret.make()
    let now = now
    try await write { db in
      try db.execute(sql: "DELETE FROM link WHERE expires_at <= ?", arguments: [now])
      try db.execute(
        sql: """
          DELETE FROM link WHERE person = ? AND secret_hash NOT IN
          (SELECT secret_hash FROM link WHERE person = ? ORDER BY expires_at DESC LIMIT 2)
          """,
        arguments: [person, person]
      )
      try db.execute(
        sql: "INSERT INTO link VALUES (?, ?, ?, ?)",
        arguments: [Secret.hash(secret), purpose.rawValue, person, now + Self.linkLife]
      )
    }
    return secret
  }

  /// What a link is for, without using it: opening a page must not, since mail filters open links too.
  public func link(secret: String) async throws -> (purpose: LinkPurpose, person: String)? {
    let (hash, now) = (Secret.hash(secret), now)
    return try await read { try Self.open(hash, at: now, in: $0) }
  }

  /// Uses a link: it works for one caller, once.
  public func useLink(secret: String) async throws -> (purpose: LinkPurpose, person: String)? {
    let (hash, now) = (Secret.hash(secret), now)
    return try await write { db in
      let link = try Self.open(hash, at: now, in: db)
      try db.execute(sql: "DELETE FROM link WHERE secret_hash = ?", arguments: [hash])
      return link
    }
  }

  private static func open(_ hash: String, at now: Int64, in db: Database) throws -> (LinkPurpose, String)? {
    guard
      let row = try Row.fetchOne(
        db,
        sql: "SELECT * FROM link WHERE secret_hash = ? AND expires_at > ?",
        arguments: [hash, now]
      ), let purpose = LinkPurpose(rawValue: row["purpose"])
    else { return nil }
    // A link made when the clock was ahead lives no longer than others.
    guard (row["expires_at"] as Int64) - now <= linkLife + 60_000 else { return nil }
    return (purpose, row["person"])
  }
}
