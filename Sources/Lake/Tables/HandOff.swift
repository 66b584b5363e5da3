import Foundation

/// A queue between two threads, bounded by the weight of what waits in it: by number unless told otherwise.
///
/// Either side may end it; the one that waits is woken. What alone weighs too much passes alone.
// All state is guarded by the condition's lock.
final class HandOff<Element: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private var elements: [Element] = []
  private var load = 0
  private let capacity: Int
  private let weight: @Sendable (Element) -> Int
  private var isClosed = false

  init(capacity: Int, weight: @escaping @Sendable (Element) -> Int = { _ in 1 }) {
    self.capacity = capacity
    self.weight = weight
  }

  /// Adds an element, waiting while the queue is full.
  ///
  /// False when it was closed: nobody will take it.
  func push(_ element: Element) -> Bool {
    let new = weight(element)
    condition.lock()
    defer { condition.unlock() }
    while load + new > capacity, !elements.isEmpty, !isClosed { condition.wait() }
    guard !isClosed else { return false }
    elements.append(element)
    load += new
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
    return takeFirst()
  }

  /// Takes an element if there is one.
  func tryPop() -> Element? {
    condition.lock()
    defer { condition.unlock() }
    guard !elements.isEmpty else { return nil }
    return takeFirst()
  }

  private func takeFirst() -> Element {
    let element = elements.removeFirst()
    load -= weight(element)
    condition.broadcast()
    return element
  }

  /// Says that nothing more is pushed; what is there can still be taken, unless `discarding`.
  func close(discarding: Bool = false) {
    condition.lock()
    isClosed = true
    if discarding {
      elements.removeAll()
      load = 0
    }
    condition.broadcast()
    condition.unlock()
  }
}
