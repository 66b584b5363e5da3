import GRDB
public import Register

/// A session: someone signed in on a browser.
public struct Session: Sendable, Hashable {
  /// Its id, which is no secret.
  public let id: String
  /// The person's id.
  public let person: String
  /// The secret of its forms.
  public let csrf: String
  /// When it began.
  public let madeAt: Moment
  /// When it was last used, to the minute.
  public let seenAt: Moment
  /// What the browser says of itself.
  public let browser: String
  /// The identity token of a single sign-on, for signing out there.
  public let sso: String?
}

/// How long a session lasts.
public enum SessionLimits {
  /// Without use: 8 hours, in milliseconds.
  public static let idle: Int64 = 8 * 3_600_000
  /// In all: 30 days.
  public static let whole: Int64 = 30 * 24 * 3_600_000
  /// Uses closer than this are noted once.
  static let grain: Int64 = 60_000
}

extension AccountStore {
  /// Begins a session and gives its secret, for the browser alone.
  ///
  /// - Parameter old: The session the browser held until now: it ends, so that no session known before signing
  ///   in is one after.
  public func beginSession(
    person: String,
    browser: String,
    replacing old: String? = nil,
    sso: String? = nil
  ) async throws -> (secret: String, session: Session) {
    let secret = Secret.make()
    let now = now
    let session = Session(
      id: Secret.id("s"),
      person: person,
      csrf: Secret.make(),
      madeAt: Moment(milliseconds: now),
      seenAt: Moment(milliseconds: now),
      browser: browser,
      sso: sso
    )
    try await write { db in
      if let old { try db.execute(sql: "DELETE FROM session WHERE id = ?", arguments: [old]) }
      try db.execute(
        sql: "DELETE FROM session WHERE made_at < ? OR seen_at < ?",
        arguments: [now - SessionLimits.whole, now - SessionLimits.idle]
      )
      try db.execute(
        sql: "INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [session.id, Secret.hash(secret), person, session.csrf, now, now, browser, sso]
      )
    }
    return (secret, session)
  }

  /// The session a secret opens, and notes its use.
  public func session(secret: String) async throws -> Session? {
    let hash = Secret.hash(secret)
    let now = now
    let found = try await read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM session WHERE secret_hash = ?", arguments: [hash])
        .map(Self.session)
    }
    guard let found, Self.lives(found, at: now) else { return nil }
    if now - found.seenAt.milliseconds >= SessionLimits.grain {
      try await write { db in
        try db.execute(
          sql: "UPDATE session SET seen_at = max(seen_at, ?) WHERE id = ?",
          arguments: [now, found.id]
        )
      }
    }
    return found
  }

  /// A person's sessions, the last used first.
  public func sessions(of person: String) async throws -> [Session] {
    let now = now
    return try await read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT * FROM session WHERE person = ? ORDER BY seen_at DESC, id",
        arguments: [person]
      )
      .map(Self.session).filter { Self.lives($0, at: now) }
    }
  }

  /// Ends a session of a person.
  public func endSession(_ id: String, of person: String) async throws {
    try await write { db in
      try db.execute(sql: "DELETE FROM session WHERE id = ? AND person = ?", arguments: [id, person])
    }
  }

  /// Ends a person's sessions, but one.
  public func endSessions(of person: String, except kept: String? = nil) async throws {
    try await write { db in
      try db.execute(
        sql: "DELETE FROM session WHERE person = ? AND id <> ?",
        arguments: [person, kept ?? ""]
      )
    }
  }

  private static func lives(_ session: Session, at now: Int64) -> Bool {
    now - session.madeAt.milliseconds < SessionLimits.whole
      && now - session.seenAt.milliseconds < SessionLimits.idle
  }

  private static func session(_ row: Row) -> Session {
    Session(
      id: row["id"],
      person: row["person"],
      csrf: row["csrf"],
      madeAt: Moment(milliseconds: row["made_at"]),
      seenAt: Moment(milliseconds: row["seen_at"]),
      browser: row["browser"],
      sso: row["sso"]
    )
  }
}
