import GRDB
public import Messages
public import Register

/// Something a person is told in the workshop.
public struct PersonNotice: Sendable, Hashable {
  /// What it is about: nobody is told twice.
  public let key: String
  /// What is said.
  public let text: Bilingual
  /// The path of the page it is about, in French.
  public let path: String?
  /// When it was written.
  public let madeAt: Moment
  /// Whether it was read.
  public let isRead: Bool
}

extension AccountStore {
  /// Tells a person something, unless they were told already.
  ///
  /// - Returns: Whether it is new.
  @discardableResult
  public func notify(_ person: String, key: String, _ text: Bilingual, path: String? = nil) async throws
    -> Bool
  {
    let now = now
    return try await write { db in
      try db.execute(
        sql: "INSERT OR IGNORE INTO notice VALUES (?, ?, ?, ?, ?, ?, NULL)",
        arguments: [person, key, text.fr, text.en, path, now]
      )
      return db.changesCount == 1
    }
  }

  /// A person's notices, the newest first.
  public func notices(of person: String, limit: Int = 100) async throws -> [PersonNotice] {
    try await read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT * FROM notice WHERE person = ? ORDER BY made_at DESC, key LIMIT ?",
        arguments: [person, limit]
      )
      .map { row in
        PersonNotice(
          key: row["key"],
          text: Bilingual(fr: row["fr"], en: row["en"]),
          path: row["path"],
          madeAt: Moment(milliseconds: row["made_at"]),
          isRead: (row["read_at"] as Int64?) != nil
        )
      }
    }
  }

  /// How many notices a person has not read.
  public func unreadNotices(of person: String) async throws -> Int {
    try await read { db in
      try Int.fetchOne(
        db,
        sql: "SELECT count(*) FROM notice WHERE person = ? AND read_at IS NULL",
        arguments: [person]
      ) ?? 0
    }
  }

  /// Notes that a person read a notice, or all of them.
  public func readNotices(of person: String, key: String? = nil) async throws {
    let now = now
    try await write { db in
      try db.execute(
        sql: """
          UPDATE notice SET read_at = ? WHERE person = ? AND read_at IS NULL AND (? IS NULL OR key = ?)
          """,
        arguments: [now, person, key, key]
      )
    }
  }
}
