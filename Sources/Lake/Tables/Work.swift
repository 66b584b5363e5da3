import Dispatch
import Foundation
import Synchronization

/// The first failure of several threads' common work.
final class Outcome: Sendable {
  private let error = Mutex<(any Error)?>(nil)

  var failed: Bool { error.withLock { $0 != nil } }

  func fail(_ new: any Error) { error.withLock { if $0 == nil { $0 = new } } }

  func check() throws { if let error = error.withLock({ $0 }) { throw error } }
}

/// A thread's work, which its maker waits for.
final class Work: Sendable {
  private let done = DispatchSemaphore(value: 0)

  init(_ name: String, _ body: @escaping @Sendable () -> Void) {
    let done = done
    let thread = Thread {
      body()
      done.signal()
    }
    thread.name = name
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Waits for its end.
  func wait() {
    done.wait()
    // For whoever waits again.
    done.signal()
  }
}
