import Foundation

/// Runs what reads whole files on threads of its own: the few threads that answer requests stay free.
final class LongWork: TaskExecutor {
  private let queue: OperationQueue

  /// Runs at most `width` works at once; the next ones wait.
  init(width: Int) {
    queue = OperationQueue()
    queue.name = "arpent.long-work"
    queue.maxConcurrentOperationCount = width
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.addOperation { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }

  /// Runs `body` there. It sees the cancellation of the caller's task.
  func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withTaskExecutorPreference(self) { try await Self.nonisolated(body) }
  }

  @concurrent private static func nonisolated<Value: Sendable>(
    _ body: @Sendable () throws -> Value
  ) async throws -> Value { try body() }
}
