import Register
import Synchronization

/// A moment that several tasks read and one test moves.
final class MutexBox: Sendable {
  private let kept: Mutex<Moment>

  init(_ value: Moment) { kept = Mutex(value) }

  var value: Moment {
    get { kept.withLock { $0 } }
    set { kept.withLock { $0 = newValue } }
  }
}
