public import Acts
public import CivilTime
import Messages
public import Register
import Synchronization

/// Runs jobs at their turn, each one at a time, whatever becomes of the others.
public final class Scheduler: Sendable {
  private let jobs: [Job]
  private let book: JobBook
  private let time: WallClock
  private let clock: @Sendable () -> Moment
  private let sleep: @Sendable (Duration) async throws -> Void
  private let onFailure: @Sendable (String, any Error) -> Void
  private let states = Mutex<[String: JobState]>([:])

  /// How long a job sleeps at most before it looks at the clock again: clocks are set.
  private static let longestSleep: Int64 = 15_000

  /// Prepares jobs.
  ///
  /// - Parameters:
  ///   - clock: Tells the time.
  ///   - sleep: Waits; throws when the task is cancelled.
  ///   - onFailure: Told of each failure with the job's name.
  public init(
    _ jobs: [Job],
    book: JobBook,
    time: WallClock,
    clock: @escaping @Sendable () -> Moment,
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    onFailure: @escaping @Sendable (String, any Error) -> Void = { _, _ in }
  ) {
    self.jobs = jobs
    self.book = book
    self.time = time
    self.clock = clock
    self.sleep = sleep
    self.onFailure = onFailure
    for job in jobs {
      if let kept = book.state(job.name) { states.withLock { $0[job.name] = kept } }
    }
  }

  /// Works until the task is cancelled.
  public func run() async {
    await withTaskGroup(of: Void.self) { group in
      for job in jobs {
        group.addTask {
          while !Task.isCancelled {
            await self.runIfDue(job)
            guard (try? await self.sleep(self.pause(job))) != nil else { return }
          }
        }
      }
    }
  }

  /// Runs what is due now, one after the other.
  public func runDue() async {
    for job in jobs where !Task.isCancelled { await runIfDue(job) }
  }

  /// How each job last went.
  public var figures: [String: JobState] { states.withLock { $0 } }

  private func state(_ job: Job) -> JobState? { states.withLock { $0[job.name] } }

  private func pause(_ job: Job) -> Duration {
    let now = clock()
    let next = job.rhythm.slot(at: now, time).milliseconds + job.rhythm.period
    return .milliseconds(max(100, min(Self.longestSleep, next - now.milliseconds)))
  }

  private func runIfDue(_ job: Job) async {
    let before = state(job)
    let now = clock()
    guard let slot = job.rhythm.due(before, at: now, time, retry: job.retry) else { return }
    var state = JobState(slot: slot, startedAt: now, failures: before?.failures ?? 0, runs: before?.runs ?? 0)
    // Before the work: a turn whose process is killed is not taken twice.
    keep(state, job, writes: !job.isFrequent)
    do {
      try await job.work()
      state.failures = 0
    } catch  where error is CancellationError || Task.isCancelled {
      // Told to stop: the turn is still to be taken.
      if let before { keep(before, job, writes: !job.isFrequent) } else { forget(job) }
      return
    } catch {
      state.failures += 1
      state.failure = (error as? Failure)?.code ?? "internal.unexpected"
      onFailure(job.name, error)
    }
    state.runs += 1
    state.milliseconds = Int(max(0, clock().milliseconds - now.milliseconds))
    keep(state, job, writes: !job.isFrequent || state.failure != before?.failure)
  }

  private func keep(_ state: JobState, _ job: Job, writes: Bool) {
    states.withLock { $0[job.name] = state }
    guard writes else { return }
    do { try book.keep(state, of: job.name) } catch { onFailure(job.name, error) }
  }

  private func forget(_ job: Job) {
    states.withLock { $0[job.name] = nil }
    book.forget(job.name)
  }
}
