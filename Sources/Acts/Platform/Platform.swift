import Foundation
public import Lake
import Messages
public import Register
import Synchronization

/// The only door of the faces and of the command: acts go in, immutable states come out.
public final class Platform: Sendable {
  /// The files and tables.
  public let lake: Lake
  /// The journal, for its proofs and its entries.
  public let journal: any Journal
  /// What it stands on.
  public let configuration: PlatformConfiguration

  /// The files that are on their way here.
  public let uploads: UploadStore

  let turns = TurnTaking()
  /// Where files are read and made into tables.
  let work: LongWork
  /// Where files are checked and copied: a long verification holds up no publication.
  let checking: LongWork
  /// Where orphans are collected: a refusal waits for no verification.
  let sweeping: LongWork

  private let current: Mutex<TerritoryState>
  private let lock: ServeLock?

  /// How many times an act is decided again when other processes keep appending first.
  static let attemptsMax = 100

  /// Opens a data folder, made if it is not there.
  ///
  /// - Throws: `Failure` `platform.served` when the role is to serve and another process does.
  public init(configuration: PlatformConfiguration) async throws {
    self.configuration = configuration
    let isServer = configuration.role == .server
    work = LongWork(width: 2, isModest: isServer)
    checking = LongWork(width: 1, isModest: isServer)
    sweeping = LongWork(width: 1, isModest: isServer)
    let folder = configuration.dataFolder
    do {
      // The journal holds what is not public: others on the machine have no business in it.
      try FileManager.default.createDirectory(
        at: folder,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o750]
      )
    } catch { throw PlatformFailure.unwritable }
    lock = configuration.role == .server ? try ServeLock(folder) : nil
    journal = try await configuration.openJournal(folder)
    lake = try Lake(folder: folder.appending(path: "lake"), duckDB: configuration.duckDB)
    uploads = UploadStore(
      folder: folder.appending(path: "uploads"),
      limits: configuration.uploads,
      clock: configuration.clock,
      randomBytes: configuration.randomBytes
    )
    let snapshot = try await Snapshot.load(from: journal, kinds: Kinds.all)
    current = Mutex(await TerritoryState.gathering(snapshot))
  }

  /// The current state.
  public var state: TerritoryState { current.withLock { $0 } }

  /// The time.
  public var now: Moment { configuration.clock() }

  /// Does an act: checks the right to it and the rules, decides, and appends its changes to the journal.
  ///
  /// What this returns is on disk, and in `state`.
  ///
  /// - Parameter moment: the date it is given, for territories that are made up; now when `nil`.
  /// - Throws: `Failure` when it is refused; nothing has changed then.
  @discardableResult
  public func perform<A: Act>(
    _ act: A,
    as actor: Register.Actor,
    at moment: Moment? = nil
  ) async throws -> A.Outcome {
    // A task of its own: once begun, an act ends, whatever becomes of whoever asked.
    try await Task {
      try await self.turns.run { try await self.decideAndAppend(act, as: actor, at: moment) }
    }.value
  }

  private func decideAndAppend<A: Act>(
    _ act: A,
    as actor: Register.Actor,
    at moment: Moment?
  ) async throws -> A.Outcome {
    for _ in 0..<Self.attemptsMax {
      let before = state
      let context = ActContext(snapshot: before.snapshot, actor: actor, now: moment ?? now)
      try Authorization.check(actor, isOpenToVisitors: A.isOpenToVisitors, in: context)
      for permission in act.permissions(in: before.snapshot) {
        // A change of roles takes effect now, whatever date an act of a made-up territory is given.
        try Authorization.check(permission, of: actor, in: before.snapshot, at: now)
      }
      if let refusal = try act.assess(in: context).refusal { throw refusal }
      let decision = try act.decide(in: context)
      guard !decision.drafts.isEmpty else { return decision.outcome }
      let changes = ChangeSet(
        decision.drafts,
        erasing: decision.erasing,
        act: A.name,
        actor: actor,
        reason: act.reason,
        time: context.now
      )
      do {
        let entries = try await journal.append(changes, after: before.head)
        try adopt(entries, after: before)
        return decision.outcome
      } catch let failure as Failure where failure.code == JournalFailure.headMovedCode {
        try await readNewEntries()
      }
    }
    throw JournalFailure.headMoved
  }

  /// Takes in what other processes appended.
  public func catchUp() async throws { try await turns.run { try await self.readNewEntries() } }

  /// Follows the journal until the task is cancelled, so that what other processes do shows within a second;
  /// and collects now, then every hour, what killed publications left.
  ///
  /// - Parameter onFailure: told of each failure, after which it tries again.
  public func follow(onFailure: @escaping @Sendable (any Error) -> Void = { _ in }) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.repeating(every: .zero, onFailure) { try await self.followOnce() } }
      group.addTask {
        await self.repeating(every: .seconds(3600), onFailure) {
          try await self.collectGarbage()
          self.uploads.sweep()
        }
      }
      group.addTask(priority: .background) { self.readRegisters() }
    }
  }

  private func followOnce() async throws {
    _ = try await journal.nextHead(after: state.head)
    try await catchUp()
  }

  private func repeating(
    every pause: Duration,
    _ onFailure: @Sendable (any Error) -> Void,
    _ body: @Sendable () async throws -> Void
  ) async {
    while !Task.isCancelled {
      do {
        try await body()
        if pause > .zero { try await Task.sleep(for: pause) }
      } catch is CancellationError {
        return
      } catch {
        onFailure(error)
        try? await Task.sleep(for: .seconds(1))
      }
    }
  }

  private func readNewEntries() async throws {
    while true {
      let before = state
      let entries = try await journal.entries(from: before.head.size, limit: 1000)
      if entries.isEmpty { return }
      try adopt(entries, after: before)
    }
  }

  /// Only called in turn, so `before` is the current state.
  private func adopt(_ entries: [Entry], after before: TerritoryState) throws {
    let next = try before.applying(entries)
    current.withLock { $0 = next }
  }
}
