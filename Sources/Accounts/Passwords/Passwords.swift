import Foundation
import GRDB
import Messages
import Register

extension AccountStore {
  /// Keeps a person's password; links to choose another one work no more.
  public func setPassword(_ password: String, person: String) async throws {
    let kept = try await hasher.keep(password)
    let now = now
    try await write { db in
      try Self.store(kept, person, at: now, in: db)
      try db.execute(sql: "DELETE FROM link WHERE person = ?", arguments: [person])
    }
  }

  /// Whether a person has a password.
  public func hasPassword(person: String) async throws -> Bool {
    try await read { try Self.kept(person, in: $0) != nil }
  }

  /// Whether anyone has a password.
  public func hasAnyPassword() async throws -> Bool {
    try await read { try Bool.fetchOne($0, sql: "SELECT EXISTS(SELECT 1 FROM password)") ?? false }
  }

  /// Whether the password is the person's.
  ///
  /// Each try is counted before it is made, by account and by client, and slowed when there were many; an
  /// unknown person takes the same time.
  ///
  /// - Parameters:
  ///   - person: The person of the account, when there is one.
  ///   - account: What was typed to name the account.
  ///   - client: The network it comes from, when it is known.
  /// - Throws: `Failure` `signin.slow` when it is too soon; it says how long to wait.
  public func checkPassword(
    _ password: String,
    person: String?,
    account: String,
    client: String?
  ) async throws -> Bool {
    let byAccount = "account:" + Secret.hash(account)
    try await attempt([(byAccount, .account)] + (client.map { [("client:" + $0, .client)] } ?? []))
    let kept = try await read { db in try person.flatMap { try Self.kept($0, in: db) } }
    guard password.utf8.count <= PasswordPolicy.longest,
      try await hasher.matches(password, kept), let person, let kept
    else { return false }
    let renewed = kept.cost == hasher.cost ? nil : try await hasher.keep(password)
    let now = now
    try await write { db in
      try db.execute(sql: "DELETE FROM attempt WHERE subject = ?", arguments: [byAccount])
      if let renewed { try Self.store(renewed, person, at: now, in: db) }
    }
    return true
  }

  /// Forgets all that lets a person sign in.
  public func forget(person: String) async throws {
    try await write { db in
      for table in ["password", "session", "link", "notice"] {
        try db.execute(sql: "DELETE FROM \(table) WHERE person = ?", arguments: [person])
      }
    }
  }

  private static func store(_ kept: KeptPassword, _ person: String, at now: Int64, in db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO password VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        person, kept.cost.rounds, kept.cost.block, kept.cost.parallel, Data(kept.salt), Data(kept.hash), now,
      ]
    )
  }

  private static func kept(_ person: String, in db: Database) throws -> KeptPassword? {
    try Row.fetchOne(db, sql: "SELECT * FROM password WHERE person = ?", arguments: [person]).map { row in
      KeptPassword(
        cost: PasswordCost(rounds: row["rounds"], block: row["block"], parallel: row["parallel"]),
        salt: Array(row["salt"] as Data),
        hash: Array(row["hash"] as Data)
      )
    }
  }
}
