import Dispatch
import Synchronization
import Testing

@testable import Acts

/// A value that tasks share.
private final class Shared<Value: Sendable>: Sendable {
  private let mutex: Mutex<Value>

  init(_ value: Value) { mutex = Mutex(value) }

  func withLock<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
    mutex.withLock { value in body(&value) }
  }
}

@Suite("Turns and long work") struct WorkTests {
  @Test("Long work never takes the threads that answer requests", .timeLimit(.minutes(1)))
  func ownThreads() async throws {
    let count = 12
    let work = LongWork(width: count)
    let started = Shared(0)
    let all = DispatchSemaphore(value: 0)
    // Each one blocks until all run: with fewer threads than works, none would ever end.
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<count {
        group.addTask {
          try await work.run {
            let isLast = started.withLock { number in
              number += 1
              return number == count
            }
            if isLast { for _ in 0..<count { all.signal() } }
            all.wait()
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(started.withLock { $0 } == count)
  }

  @Test("No more long works run at once than there is room for", .timeLimit(.minutes(1)))
  func width() async throws {
    let work = LongWork(width: 2)
    let state = Shared([0, 0])
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<10 {
        group.addTask {
          try await work.run {
            state.withLock { $0 = [$0[0] + 1, max($0[1], $0[0] + 1)] }
            _ = DispatchSemaphore(value: 0).wait(timeout: .now() + 0.005)
            state.withLock { $0[0] -= 1 }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(state.withLock { $0[1] } <= 2)
  }

  @Test("Long work sees that its caller was cancelled", .timeLimit(.minutes(1)))
  func cancellation() async throws {
    let work = LongWork(width: 1)
    let begun = Shared(false)
    let task = Task {
      try await work.run {
        begun.withLock { $0 = true }
        while true { try Task.checkCancellation() }
      }
    }
    while !begun.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(1)) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test("Turns are taken one at a time", .timeLimit(.minutes(1)))
  func turns() async throws {
    let turns = TurnTaking()
    let inside = Shared(0)
    let total = Shared(0)
    await withTaskGroup(of: Void.self) { group in
      for index in 0..<200 {
        group.addTask {
          try? await turns.run {
            #expect(
              inside.withLock { number in
                number += 1; return number
              } == 1
            )
            await Task.yield()
            inside.withLock { $0 -= 1 }
            total.withLock { $0 += 1 }
            if index % 5 == 0 { throw CancellationError() }
          }
        }
      }
    }
    #expect(total.withLock { $0 } == 200)
  }

  @Test("Waiting from a thread that may block gives the value or the failure")
  func blocking() async throws {
    let work = LongWork(width: 1)
    #expect(
      try await work.run {
        try Blocking.wait {
          await Task.yield(); return 3
        }
      } == 3
    )
    await #expect(throws: CancellationError.self) {
      try await work.run { try Blocking.wait { throw CancellationError() } }
    }
  }
}
