import Foundation

/// A bounded queue between two threads. Either side may end it; the one that waits is woken.
// All state is guarded by the condition's lock.
final class HandOff<Element: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private var elements: [Element] = []
  private let capacity: Int
  private var isClosed = false

  init(capacity: Int) { self.capacity = capacity }

  /// Adds an element, waiting while the queue is full.
  ///
  /// False when it was closed: nobody will take it.
  func push(_ element: Element) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while elements.count >= capacity, !isClosed { condition.wait() }
    guard !isClosed else { return false }
    elements.append(element)
    condition.broadcast()
    return true
  }

  /// Takes the next element, waiting for one.
  ///
  /// `nil` when the queue is closed and empty.
  func pop() -> Element? {
    condition.lock()
    defer { condition.unlock() }
    while elements.isEmpty, !isClosed { condition.wait() }
    guard !elements.isEmpty else { return nil }
    condition.broadcast()
    return elements.removeFirst()
  }

  /// Takes an element if there is one.
  func tryPop() -> Element? {
    condition.lock()
    defer { condition.unlock() }
    guard !elements.isEmpty else { return nil }
    condition.broadcast()
    return elements.removeFirst()
  }

  /// Says that nothing more is pushed; what is there can still be taken, unless `discarding`.
  func close(discarding: Bool = false) {
    condition.lock()
    isClosed = true
    if discarding { elements.removeAll() }
    condition.broadcast()
    condition.unlock()
  }
}
