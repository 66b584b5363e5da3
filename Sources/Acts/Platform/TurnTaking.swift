import Synchronization

/// Lets one task after the other through, in the order they came: acts of one process never race each other.
final class TurnTaking: Sendable {
  private struct Queue {
    var isBusy = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let queue = Mutex(Queue())

  /// Runs `body` alone.
  func run<Value: Sendable>(_ body: @Sendable () async throws -> Value) async rethrows -> Value {
    await withCheckedContinuation { turn in
      let isFree = queue.withLock { queue in
        if queue.isBusy {
          queue.waiting.append(turn)
          return false
        }
        queue.isBusy = true
        return true
      }
      if isFree { turn.resume() }
    }
    defer { pass() }
    return try await body()
  }

  private func pass() {
    let next = queue.withLock { queue in
      if queue.waiting.isEmpty {
        queue.isBusy = false
        return nil as CheckedContinuation<Void, Never>?
      }
      return queue.waiting.removeFirst()
    }
    next?.resume()
  }
}
