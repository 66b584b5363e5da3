/// The first few of many in an order, kept in a heap whose root is the last of them.
struct Selection<Element> {
  private let count: Int
  private let precedes: (Element, Element) -> Bool
  private var heap: [Element] = []

  init(count: Int, precedes: @escaping (Element, Element) -> Bool) {
    self.count = count
    self.precedes = precedes
    heap.reserveCapacity(count)
  }

  /// Keeps an element if it is among the first so far.
  mutating func offer(_ element: Element) {
    if heap.count < count {
      heap.append(element)
      siftUp(heap.count - 1)
    } else if let last = heap.first, precedes(element, last) {
      heap[0] = element
      siftDown(0)
    }
  }

  /// The elements kept, in order.
  func sorted() -> [Element] { heap.sorted(by: precedes) }

  private mutating func siftUp(_ start: Int) {
    var child = start
    while child > 0, precedes(heap[(child - 1) / 2], heap[child]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func siftDown(_ start: Int) {
    var parent = start
    while true {
      var last = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && precedes(heap[last], heap[child]) {
        last = child
      }
      if last == parent { return }
      heap.swapAt(parent, last)
      parent = last
    }
  }
}
