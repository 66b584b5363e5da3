import Crypto
public import Foundation
import GRDB
import Messages
public import Register

/// What signing in needs and the journal must not hold: passwords, sessions, links, attempts, and the mail
/// and notices that wait.
///
/// One SQLite file of its own, `accounts.sqlite`, that only Arpent's user may read.
public final class AccountStore: Sendable {
  /// The name of the file in its folder.
  public static let fileName = "accounts.sqlite"

  let pool: DatabasePool
  let clock: @Sendable () -> Moment
  let hasher: PasswordHasher

  /// Opens the store of a folder, made if it is not there.
  ///
  /// - Parameters:
  ///   - clock: Tells the time.
  ///   - cost: What a password costs to try; passwords kept at another cost are hashed anew when used.
  public init(
    folder: URL,
    cost: PasswordCost = .standard,
    clock: @escaping @Sendable () -> Moment
  ) throws {
    self.clock = clock
    hasher = PasswordHasher(cost: cost)
    let path = folder.appending(path: Self.fileName).path
    pool = try AccountFailure.translating {
      // SQLite gives its log files the mode of the database.
      if !FileManager.default.fileExists(atPath: path) {
        _ = FileManager.default.createFile(
          atPath: path,
          contents: nil,
          attributes: [.posixPermissions: 0o600]
        )
      }
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      let pool = try DatabasePool(path: path, configuration: Self.configuration)
      // After GRDB's own set-up of the write-ahead log, which lowers it.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      try AccountSchema.migrator.migrate(pool)
      return pool
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "accounts"
    configuration.busyMode = .timeout(30)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
    return configuration
  }

  var now: Int64 { clock().milliseconds }

  func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
    try await AccountFailure.translating { try await pool.read(body) }
  }

  /// One transaction; it holds the right to write from its start, so what it reads cannot change meanwhile.
  func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
    try await AccountFailure.translating {
      try await pool.writeWithoutTransaction { db in
        var value: Value?
        try db.inTransaction(.immediate) {
          value = try body(db)
          return .commit
        }
        guard let value else { throw AccountFailure.storage }
        return value
      }
    }
  }

  /// Copies the store as it is at one moment into a folder, while others read and write it.
  ///
  /// Sessions and links stay behind: what was ended since must not live again when the copy is put back.
  public func backup(to folder: URL) async throws {
    let path = folder.appending(path: Self.fileName).path
    _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    try await AccountFailure.translating {
      let copy = try DatabaseQueue(path: path)
      try pool.backup(to: copy)
      try await copy.writeWithoutTransaction { db in
        try db.execute(sql: "DELETE FROM session; DELETE FROM link")
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
      }
      try copy.close()
    }
  }

  /// A key of the installation, made when first asked for: it signs visitors' forms and unsubscribing links.
  public func key(_ name: String) async throws -> [UInt8] {
    try await write { db in
      if let kept = try Data.fetchOne(db, sql: "SELECT value FROM secret WHERE name = ?", arguments: [name]) {
        return Array(kept)
      }
      let made = Secret.randomBytes(32)
      try db.execute(sql: "INSERT INTO secret(name, value) VALUES (?, ?)", arguments: [name, Data(made)])
      return made
    }
  }
}

/// Secrets that links, cookies and tokens carry.
public enum Secret {
  /// So many bytes of the system's randomness.
  public static func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// A new secret of 256 bits, in hexadecimal.
  public static func make() -> String { hexadecimal(randomBytes(32)) }

  /// A short id that is no secret.
  public static func id(_ prefix: String) -> String { prefix + "-" + hexadecimal(randomBytes(8)) }

  /// The SHA-256 of a secret, in hexadecimal: what is kept of it.
  public static func hash(_ secret: String) -> String { hexadecimal(SHA256.hash(data: Data(secret.utf8))) }

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
