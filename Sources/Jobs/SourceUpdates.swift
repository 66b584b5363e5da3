public import Accounts
public import Acts
import Catalogue
public import CivilTime
import Foundation
public import Governance
import Messages
public import Outgoing
public import PostgreSQL
import Register

/// What came of reading a source once.
public enum UpdateReport: Sendable, Equatable {
  /// It holds what it held.
  case unchanged
  /// It became a version: its id.
  case published(version: String)
  /// It is out of bounds, or refused by a rule: a deposit waits for a person; what is published stays.
  case held(deposit: String)
  /// It could not be read, or what it holds could not.
  case failed(SourceFailure)
}

/// Reads the sources that datasets are updated from.
///
/// A reading is fetch, deposit, publication, note, in this order: whatever moment the process dies at, a version is
/// whole or not there, and the next reading finds out which.
public struct SourceUpdates: Sendable {
  let platform: Platform
  let accounts: AccountStore
  private let fetch: SourceFetch
  private let time: WallClock
  private let book: JobBook

  /// The first wait after a failure, in seconds: three in a row take three quarters of an hour at least.
  private static let retry = 900
  /// Failures in a row after which someone is told.
  public static let failuresBeforeNotice = 3

  /// Reads the sources of a platform.
  ///
  /// - Parameters:
  ///   - client: Reads other sites.
  ///   - connections: The databases that the machine's administrator declared, by name.
  public init(
    platform: Platform,
    accounts: AccountStore,
    client: HTTPClient,
    connections: [String: DatabaseConnection] = [:],
    time: WallClock = .paris,
    limits: HTTPLimits = .file
  ) {
    self.platform = platform
    self.accounts = accounts
    fetch = SourceFetch(client: client, connections: connections, limits: limits)
    self.time = time
    book = JobBook(dataFolder: platform.configuration.dataFolder)
  }

  /// The name under which the book keeps how a source's readings went.
  public static func jobName(_ dataset: String) -> String { "source." + dataset }

  /// Reads those whose turn it is, one after the other.
  public func runDue() async throws {
    for source in platform.state.snapshot.records(UpdateSource.self) {
      try Task.checkCancellation()
      guard let slot = due(source) else { continue }
      do { _ = try await run(source.id, slot: slot) } catch let failure as Failure
        where failure.code == Self.busy.code
      {
        continue
      }
    }
  }

  /// Reads a source now, whatever its turn.
  public func run(_ dataset: String) async throws -> UpdateReport {
    try await run(dataset, slot: nil)
  }

  private func due(_ source: UpdateSource) -> Moment? {
    let state = book.state(Self.jobName(source.id))
    let now = platform.now
    if let askedAt = source.askedAt, state.map({ $0.startedAt < askedAt }) ?? true {
      return slot(source, now)
    }
    guard !source.isPaused else { return nil }
    // Set anew: what was read of another place says nothing of this one.
    if source.outcome == UpdateSource.Outcome() { return slot(source, now) }
    return source.rhythm.turns.due(state, at: now, time, retry: Self.retry)
  }

  private func slot(_ source: UpdateSource, _ now: Moment) -> Moment {
    source.rhythm.turns.slot(at: now, time)
  }

  private func run(_ dataset: String, slot: Moment?) async throws -> UpdateReport {
    guard let source = platform.state.snapshot.record(UpdateSource.self, dataset) else { throw Self.unknown }
    let job = Self.jobName(dataset)
    guard let claim = try book.claim(job) else { throw Self.busy }
    defer { withExtendedLifetime(claim) {} }
    let before = book.state(job)
    let now = platform.now
    var state = JobState(
      slot: slot ?? self.slot(source, now),
      startedAt: now,
      failures: before?.failures ?? 0,
      runs: before?.runs ?? 0
    )
    try book.keep(state, of: job)
    let report: UpdateReport
    do {
      report = try await read(source)
    } catch  where error is CancellationError || Task.isCancelled {
      // Told to stop: the turn is still to be taken.
      if let before { try book.keep(before, of: job) } else { book.forget(job) }
      throw CancellationError()
    }
    state.runs += 1
    state.milliseconds = Int(max(0, platform.now.milliseconds - now.milliseconds))
    if case .failed(let failure) = report {
      state.failures += 1
      state.failure = failure.code
    } else {
      state.failures = 0
    }
    try book.keep(state, of: job)
    return report
  }

  private func read(_ source: UpdateSource) async throws -> UpdateReport {
    try await abandonInterrupted(source)
    do {
      let folder = try folder(source)
      defer { try? FileManager.default.removeItem(at: folder) }
      switch try await fetch.fetch(source, into: folder) {
      case .unchanged: return try await noteUnchanged(source, source.outcome.etag, source.outcome.digest)
      case .file(let file, let name, let digest, let etag):
        if isHeld(digest, source) { return try await noteUnchanged(source, etag, digest) }
        return try await deposit(source, file, name, digest, etag)
      }
    } catch let failure as Failure {
      try Task.checkCancellation()
      return try await noteFailure(source, failure)
    }
  }

  /// Whether these bytes were taken in already: by the last reading, or by one that was killed before its note.
  private func isHeld(_ digest: String, _ source: UpdateSource) -> Bool {
    let state = platform.state
    return source.outcome.digest == digest
      || state.dataset(source.id).flatMap(state.currentVersion)?.original.digest == digest
  }

  /// A folder of this source's own; what a killed reading left in it goes first.
  private func folder(_ source: UpdateSource) throws -> URL {
    let folder = platform.configuration.dataFolder.appending(path: "fetching").appending(path: source.id)
    try? FileManager.default.removeItem(at: folder)
    do {
      try FileManager.default.createDirectory(
        at: folder,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
    } catch { throw Self.unwritable }
    return folder
  }

  private static let busy = Failure(
    "source.busy",
    .conflict,
    fr: "Cette source est en cours de lecture.",
    en: "This source is being read.",
    remedy: Bilingual(fr: "Attendez la fin de la lecture.", en: "Wait until it has been read.")
  )

  private static let unknown = Failure(
    "source.absent",
    .missing,
    fr: "Ce jeu de données n’a pas de source de mise à jour.",
    en: "This dataset has no update source."
  )

  private static let unwritable = Failure(
    "source.folder",
    .unavailable,
    fr: "Le dossier des lectures ne peut pas être écrit.",
    en: "The folder of readings cannot be written."
  )
}

extension UpdateSource.Rhythm {
  /// Its turns.
  var turns: Rhythm {
    switch self {
    case .quarterHourly: .every(seconds: 900)
    case .hourly: .every(seconds: 3600)
    case .daily: .nightly(hour: 3)
    case .weekly: .weekly(hour: 3)
    }
  }
}
