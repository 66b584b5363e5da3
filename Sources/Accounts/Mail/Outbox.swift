import GRDB
public import Register

/// A message that waits, was sent, or could not be.
public struct OutgoingMail: Sendable, Hashable {
  /// Where it stands.
  public enum State: String, Sendable {
    case waiting, sent, failed
  }

  /// Its number.
  public let id: Int64
  /// To whom.
  public let recipient: String
  /// The subject.
  public let subject: String
  /// The content as plain text; empty once it is sent: it may hold a link.
  public let text: String
  /// The content as HTML.
  public let html: String?
  /// Where one unsubscribes by one click (RFC 8058), for messages that people asked for.
  public let unsubscribe: String?
  /// When it was written.
  public let madeAt: Moment
  /// When it is tried next.
  public let dueAt: Moment
  /// How many times it was tried.
  public let attempts: Int
  /// Where it stands.
  public let state: State
  /// Why the last try failed.
  public let reason: String?
}

extension AccountStore {
  /// The tries before a message is given up: about two days with waits that double from a minute to six hours.
  public static var mailAttempts: Int { 16 }

  /// Puts a message in the outbox.
  ///
  /// - Parameters:
  ///   - unsubscribe: The address that ends the subscription by one click.
  ///   - dedupeKey: What it is about: of two messages with the same key the second is never written.
  /// - Returns: Whether it is new.
  @discardableResult
  public func enqueue(
    to recipient: String,
    subject: String,
    text: String,
    html: String? = nil,
    unsubscribe: String? = nil,
    dedupeKey: String
  ) async throws -> Bool {
    let now = now
    return try await write { db in
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO
          mail(dedupe_key, recipient, subject, text, html, unsubscribe, made_at, due_at, state)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting')
          """,
        arguments: [dedupeKey, recipient, subject, text, html, unsubscribe, now, now]
      )
      return db.changesCount == 1
    }
  }

  /// The messages to try now, the oldest first.
  public func dueMail(limit: Int = 20) async throws -> [OutgoingMail] {
    let now = now
    return try await read { db in
      // After a clock that went back, what is due far away is due now.
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM mail WHERE state = 'waiting' AND (due_at <= ? OR due_at > ?) ORDER BY id LIMIT ?
          """,
        arguments: [now, now + Self.longestMailWait, limit]
      )
      .map(Self.mail)
    }
  }

  /// Notes that a message was sent, and forgets its content.
  public func mailWasSent(_ id: Int64) async throws {
    try await write { db in
      try db.execute(
        sql: """
          UPDATE mail SET state = 'sent', text = '', html = NULL, reason = NULL, attempts = attempts + 1
          WHERE id = ?
          """,
        arguments: [id]
      )
    }
  }

  /// Notes that a try failed; the next one waits twice as long, until the message is given up.
  ///
  /// - Parameter isFinal: Whether trying again is of no use: the address does not exist.
  public func mailFailed(_ id: Int64, reason: String, isFinal: Bool = false) async throws {
    let now = now
    try await write { db in
      let attempts =
        1 + (try Int.fetchOne(db, sql: "SELECT attempts FROM mail WHERE id = ?", arguments: [id]) ?? 0)
      let wait = min(Self.longestMailWait, 60_000 << min(Int64(attempts - 1), 12))
      try db.execute(
        sql: "UPDATE mail SET state = ?, reason = ?, attempts = ?, due_at = ? WHERE id = ?",
        arguments: [
          isFinal || attempts >= Self.mailAttempts ? "failed" : "waiting", String(reason.prefix(500)),
          attempts, now + wait, id,
        ]
      )
    }
  }

  /// Tries a message again now.
  public func retryMail(_ id: Int64) async throws {
    let now = now
    try await write { db in
      try db.execute(
        sql: "UPDATE mail SET state = 'waiting', attempts = 0, due_at = ? WHERE id = ? AND state <> 'sent'",
        arguments: [now, id]
      )
    }
  }

  /// The last messages, for administrators to see.
  public func mail(limit: Int = 200) async throws -> [OutgoingMail] {
    try await read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM mail ORDER BY id DESC LIMIT ?", arguments: [limit])
        .map(Self.mail)
    }
  }

  private static var longestMailWait: Int64 { 6 * 3_600_000 }

  private static func mail(_ row: Row) -> OutgoingMail {
    OutgoingMail(
      id: row["id"],
      recipient: row["recipient"],
      subject: row["subject"],
      text: row["text"],
      html: row["html"],
      unsubscribe: row["unsubscribe"],
      madeAt: Moment(milliseconds: row["made_at"]),
      dueAt: Moment(milliseconds: row["due_at"]),
      attempts: row["attempts"],
      state: OutgoingMail.State(rawValue: row["state"]) ?? .failed,
      reason: row["reason"]
    )
  }
}
