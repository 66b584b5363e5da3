public import Foundation
import GRDB
import Messages
public import Register

/// The journal in one SQLite file (WAL, `synchronous=FULL`): what is acknowledged is on disk, and several
/// processes may read and append.
public final class JournalSQLite: Journal {
  /// The name of the file in its folder.
  public static let fileName = "journal.sqlite"

  let pool: DatabasePool
  private let salt: @Sendable () -> [UInt8]

  /// How long a writer waits for another one, in seconds.
  static let busySeconds = 30.0

  /// How often the file is looked at for what other processes append, in milliseconds.
  static let pollMilliseconds = 100

  /// Opens the journal of a folder, made if it is not there.
  ///
  /// - Parameter salt: gives 16 random bytes for each entry.
  public init(folder: URL, salt: @escaping @Sendable () -> [UInt8] = JournalSQLite.randomSalt) throws {
    self.salt = salt
    pool = try StorageFailure.translating {
      let pool = try DatabasePool(
        path: folder.appending(path: Self.fileName).path,
        configuration: Self.configuration
      )
      // After GRDB's own set-up of the write-ahead log, which lowers it.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      try Schema.migrator.migrate(pool)
      return pool
    }
  }

  /// 16 bytes of the system's randomness.
  public static func randomSalt() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<ChangeSet.saltBytes).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "journal"
    configuration.busyMode = .timeout(busySeconds)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      // What is erased leaves no trace in free pages.
      try db.execute(sql: "PRAGMA secure_delete = ON")
    }
    return configuration
  }

  /// Where the journal ends now.
  public func head() async throws -> Head {
    try await read { try Self.head($0) }
  }

  /// Appends a change set in one transaction.
  @discardableResult
  public func append(_ changes: ChangeSet, after head: Head) async throws -> [Entry] {
    guard !changes.drafts.isEmpty else { return [] }
    let salt = salt
    let entries = try await StorageFailure.translating {
      try await pool.writeWithoutTransaction { db in
        var appended: [Entry] = []
        try db.inTransaction(.immediate) {
          appended = try Self.append(changes, after: head, salt: salt, in: db)
          return .commit
        }
        return appended
      }
    }
    if !changes.erasing.isEmpty { try await forgetOldPages() }
    return entries
  }

  /// Waits until the journal ends elsewhere than at `known`.
  public func nextHead(after known: Head) async throws -> Head {
    while true {
      let current = try await head()
      if current != known { return current }
      try await Task.sleep(for: .milliseconds(Self.pollMilliseconds))
    }
  }

  /// The write-ahead log still holds pages as they were before an erasure: empties it as far as others let.
  private func forgetOldPages() async throws {
    try await StorageFailure.translating {
      try await pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    }
  }

  func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
    try await StorageFailure.translating { try await pool.read(body) }
  }
}
