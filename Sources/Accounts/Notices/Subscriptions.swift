import Crypto
import Foundation
import GRDB

/// Someone of the public who is told of changes by e-mail.
public struct Subscriber: Sendable, Hashable {
  /// The subscription's id.
  public let id: String
  /// The address.
  public let email: String
  /// What it is about: a dataset's slug.
  public let subject: String
  /// The language, `fr` or `en`.
  public let language: String
}

extension AccountStore {
  /// Asks for a subscription.
  ///
  /// It counts only when confirmed by the link sent to the address.
  ///
  /// - Returns: The secret of the link; `nil` where the address is subscribed already, or was asked within the
  ///   hour: nobody can fill a stranger's mailbox.
  public func askSubscription(email: String, subject: String, language: String) async throws -> String? {
    let secret = Secret.make()
    let now = now
    return try await write { db in
      try db.execute(
        sql: "DELETE FROM subscription WHERE confirmed_at IS NULL AND asked_at < ?",
        arguments: [now - 48 * 3_600_000]
      )
      let recent =
        try Bool.fetchOne(
          db,
          sql: """
            SELECT EXISTS(SELECT 1 FROM subscription WHERE email = ? AND subject = ?
            AND (confirmed_at IS NOT NULL OR asked_at > ?))
            """,
          arguments: [email, subject, now - 3_600_000]
        ) ?? false
      guard !recent else { return nil }
      try db.execute(
        sql: "INSERT OR REPLACE INTO subscription VALUES (?, ?, ?, ?, ?, ?, NULL)",
        arguments: [Secret.id("a"), email, subject, language, Secret.hash(secret), now]
      )
      return secret
    }
  }

  /// Confirms a subscription by the secret of its link.
  public func confirmSubscription(secret: String) async throws -> Subscriber? {
    let (hash, now) = (Secret.hash(secret), now)
    return try await write { db in
      try db.execute(
        sql: "UPDATE subscription SET confirmed_at = coalesce(confirmed_at, ?) WHERE secret_hash = ?",
        arguments: [now, hash]
      )
      return try Row.fetchOne(
        db,
        sql: "SELECT * FROM subscription WHERE secret_hash = ?",
        arguments: [hash]
      )
      .map(Self.subscriber)
    }
  }

  /// Who is told of a subject.
  public func subscribers(of subject: String) async throws -> [Subscriber] {
    try await read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT * FROM subscription WHERE subject = ? AND confirmed_at IS NOT NULL ORDER BY id",
        arguments: [subject]
      )
      .map(Self.subscriber)
    }
  }

  /// What an unsubscribing link carries: it works by itself, for this subscription only.
  public func unsubscribeCode(_ id: String) async throws -> String {
    let key = SymmetricKey(data: try await key("unsubscribe"))
    return id + "." + Secret.hexadecimal(HMAC<SHA256>.authenticationCode(for: Data(id.utf8), using: key))
  }

  /// Ends a subscription by the code of its link (RFC 8058); the same code may come again.
  ///
  /// - Returns: Whether the code is the platform's.
  public func unsubscribe(code: String) async throws -> Bool {
    let parts = code.split(separator: ".", maxSplits: 1)
    guard parts.count == 2 else { return false }
    let id = String(parts[0])
    // Digests of both are compared: where they differ tells nothing.
    guard Secret.hash(try await unsubscribeCode(id)) == Secret.hash(code) else { return false }
    try await write { try $0.execute(sql: "DELETE FROM subscription WHERE id = ?", arguments: [id]) }
    return true
  }

  private static func subscriber(_ row: Row) -> Subscriber {
    Subscriber(id: row["id"], email: row["email"], subject: row["subject"], language: row["language"])
  }
}
