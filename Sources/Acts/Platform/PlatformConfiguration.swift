public import Foundation
public import Register

/// What a platform stands on: all it takes from outside is passed in.
public struct PlatformConfiguration: Sendable {
  /// What a process does with a data folder.
  public enum Role: Sendable {
    /// Serves it: one process at a time.
    case server
    /// Acts once and ends: may run beside a server and beside others.
    case command
  }

  /// The folder of all data: `journal.sqlite`, `lake/`, `staging/`, `uploads/`, `serve.lock`.
  public var dataFolder: URL
  /// What this process does with it.
  public var role: Role
  /// Opens the journal kept in a folder, made if it is not there.
  public var openJournal: @Sendable (URL) async throws -> any Journal
  /// DuckDB's library; `nil` to look for it in the usual places.
  public var duckDB: URL?
  /// Tells the time.
  public var clock: @Sendable () -> Moment
  /// Gives as many random bytes as asked for, fit for secrets.
  public var randomBytes: @Sendable (Int) -> [UInt8]

  /// How much may be sent to it.
  public var uploads = UploadLimits()

  /// Configures a platform.
  public init(
    dataFolder: URL,
    role: Role,
    duckDB: URL? = nil,
    clock: @escaping @Sendable () -> Moment = PlatformConfiguration.systemClock,
    randomBytes: @escaping @Sendable (Int) -> [UInt8] = PlatformConfiguration.systemRandomBytes,
    openJournal: @escaping @Sendable (URL) async throws -> any Journal
  ) {
    self.dataFolder = dataFolder
    self.role = role
    self.duckDB = duckDB
    self.clock = clock
    self.randomBytes = randomBytes
    self.openJournal = openJournal
  }

  /// The machine's generator, which is fit for secrets.
  public static func systemRandomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// The machine's clock.
  public static func systemClock() -> Moment {
    Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
}
