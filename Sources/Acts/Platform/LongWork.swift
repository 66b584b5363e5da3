import Dispatch
import Foundation
import Glibc
import Synchronization

/// Runs what reads whole files on threads of its own.
///
/// Tasks, dispatch queues and the journal's connections share a few threads, as many as there are cores: two
/// long works on those would hold up every request.
final class LongWork: TaskExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    var threads = 0
    var idle = 0
  }

  private let width: Int
  private let isModest: Bool
  private let state = Mutex(State())
  private let ready = DispatchSemaphore(value: 0)

  /// How long an idle thread waits for another work before it ends, in seconds.
  private static let patience = 10
  /// Readers of nested files go deep.
  private static let stackBytes = 8 << 20

  /// Runs at most `width` works at once; the next ones wait.
  ///
  /// - Parameter isModest: whether whoever answers requests goes first when cores are short.
  init(width: Int, isModest: Bool = false) {
    self.width = width
    self.isModest = isModest
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let needsThread = state.withLock { state in
      state.jobs.append(job)
      guard state.idle < state.jobs.count, state.threads < width else { return false }
      state.threads += 1
      return true
    }
    if needsThread {
      let thread = Thread { self.serve() }
      thread.name = "long-work"
      thread.stackSize = Self.stackBytes
      thread.start()
    }
    ready.signal()
  }

  private func serve() {
    if isModest { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 5) }
    while let next = nextJob() {
      switch next {
      case .job(let job): job.runSynchronously(on: asUnownedTaskExecutor())
      case .again: continue
      }
    }
  }

  private enum Next {
    case job(UnownedJob)
    case again
  }

  /// Waits for a work; `nil` when none came and the thread is to end.
  private func nextJob() -> Next? {
    state.withLock { $0.idle += 1 }
    let isCalled = ready.wait(timeout: .now() + .seconds(Self.patience)) == .success
    return state.withLock { state in
      state.idle -= 1
      if isCalled { return .job(state.jobs.removeFirst()) }
      // A work that came at the last moment has signalled: it is for the next turn.
      if !state.jobs.isEmpty { return .again }
      state.threads -= 1
      return nil
    }
  }

  /// Runs `body` there.
  ///
  /// It sees the cancellation of the caller's task.
  func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withTaskExecutorPreference(self) { try await Self.nonisolated(body) }
  }

  @concurrent private static func nonisolated<Value: Sendable>(
    _ body: @Sendable () throws -> Value
  ) async throws -> Value { try body() }
}
