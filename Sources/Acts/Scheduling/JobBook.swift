public import Foundation
import Glibc
public import Register

/// How a scheduled job last went.
public struct JobState: Codable, Sendable, Hashable {
  /// When the turn it last took began, which is not taken again.
  public var slot: Moment
  /// When it last started.
  public var startedAt: Moment
  /// How long it took, in milliseconds; `nil` while it runs, or when the process was killed meanwhile.
  public var milliseconds: Int?
  /// The code of what went wrong; nothing where all went well.
  public var failure: String?
  /// How many times in a row it failed.
  public var failures: Int
  /// How many times it ran.
  public var runs: Int

  /// Begins a state.
  public init(slot: Moment, startedAt: Moment, failures: Int = 0, runs: Int = 0) {
    self.slot = slot
    self.startedAt = startedAt
    self.failures = failures
    self.runs = runs
  }

  /// When it ended.
  public var endedAt: Moment? {
    milliseconds.map { startedAt.advanced(byMilliseconds: Int64($0)) }
  }
}

/// What scheduled jobs did, in small files beside the journal: what a job did every minute is no history to keep.
///
/// One file for each job, replaced as a whole, so that any process may read it at any time.
public struct JobBook: Sendable {
  /// The folder of the files, in the data folder.
  public static let folderName = "jobs"

  private let folder: URL

  /// Opens the book of a data folder; the folder of its files is made when the first one is written.
  public init(dataFolder: URL) { folder = dataFolder.appending(path: Self.folderName) }

  /// How a job last went; `nil` when it never ran.
  public func state(_ job: String) -> JobState? {
    guard let file = file(job, "json"), let data = try? Data(contentsOf: file) else { return nil }
    return try? JSONDecoder().decode(JobState.self, from: data)
  }

  /// Keeps how a job goes.
  public func keep(_ state: JobState, of job: String) throws {
    guard let file = file(job, "json") else { return }
    try make()
    try JSONEncoder().encode(state).write(to: file, options: .atomic)
  }

  /// Forgets a job.
  public func forget(_ job: String) {
    for ending in ["json", "lock"] {
      if let file = file(job, ending) { try? FileManager.default.removeItem(at: file) }
    }
  }

  /// Takes a job for this process alone until the claim is let go; `nil` while another one has it.
  public func claim(_ job: String) throws -> JobClaim? {
    guard let file = file(job, "lock") else { return nil }
    try make()
    let descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    return JobClaim(descriptor)
  }

  private func make() throws {
    try FileManager.default.createDirectory(
      at: folder,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
  }

  /// Names are ours or slugs; anything else names no file.
  private func file(_ job: String, _ ending: String) -> URL? {
    let isPlain = job.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == 0x2D || $0 == 0x2E
    }
    guard isPlain, !job.isEmpty, job.utf8.count <= 200, !job.hasPrefix(".") else { return nil }
    return folder.appending(path: "\(job).\(ending)")
  }
}

/// A job that this process has for itself; let go when it is released, or when the process ends.
public final class JobClaim: Sendable {
  private let descriptor: Int32

  fileprivate init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}
