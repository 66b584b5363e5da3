import Messages
import Synchronization

/// Lets a few in at a time; others wait in order, and too many are sent away.
final class Gate: Sendable {
  private struct State {
    var free: Int
    var next = 0
    var waiting: [(id: Int, continuation: CheckedContinuation<Void, any Error>)] = []
    var arriving: Set<Int> = []
    var cancelled: Set<Int> = []
  }

  private let state: Mutex<State>
  private let waitingLimit: Int

  /// Opens a gate for `width` at a time, with at most `waiting` before it.
  init(width: Int, waiting: Int) {
    state = Mutex(State(free: width))
    waitingLimit = waiting
  }

  /// Waits for a turn, which ends with `leave()`.
  func enter() async throws {
    let id = state.withLock { state in
      state.next += 1
      state.arriving.insert(state.next)
      return state.next
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in admit(id, continuation) }
    } onCancel: {
      forget(id)
    }
  }

  /// Ends a turn.
  func leave() {
    let next = state.withLock { state -> CheckedContinuation<Void, any Error>? in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst().continuation }
      state.free += 1
      return nil
    }
    next?.resume()
  }

  private func admit(_ id: Int, _ continuation: CheckedContinuation<Void, any Error>) {
    enum Turn { case now, later, cancelled, refused }
    let turn = state.withLock { state -> Turn in
      state.arriving.remove(id)
      if state.cancelled.remove(id) != nil { return .cancelled }
      if state.free > 0 {
        state.free -= 1
        return .now
      }
      guard state.waiting.count < waitingLimit else { return .refused }
      state.waiting.append((id, continuation))
      return .later
    }
    switch turn {
    case .now: continuation.resume()
    case .later: break
    case .cancelled: continuation.resume(throwing: CancellationError())
    case .refused: continuation.resume(throwing: Self.tooMany)
    }
  }

  private func forget(_ id: Int) {
    let waiting = state.withLock { state -> CheckedContinuation<Void, any Error>? in
      guard let index = state.waiting.firstIndex(where: { $0.id == id }) else {
        // Not yet admitted: it must not wait. Once it is in, the work itself sees to it.
        if state.arriving.contains(id) { state.cancelled.insert(id) }
        return nil
      }
      return state.waiting.remove(at: index).continuation
    }
    waiting?.resume(throwing: CancellationError())
  }

  private static let tooMany = Failure(
    "lake.query.queue",
    .tooMany,
    fr: "Trop de requêtes sont en cours.",
    en: "Too many queries are running.",
    remedy: Bilingual(fr: "Réessayez dans quelques secondes.", en: "Try again in a few seconds.")
  )
}
