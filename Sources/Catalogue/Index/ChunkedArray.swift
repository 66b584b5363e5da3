/// An array in chunks, so that a changed copy costs one chunk and a list of chunks, whatever its length.
struct ChunkedArray<Element: Sendable>: Sendable {
  private static var chunkLength: Int { 512 }

  private var chunks: [ContiguousArray<Element>] = []
  private(set) var count = 0

  subscript(index: Int) -> Element {
    get { chunks[index / Self.chunkLength][index % Self.chunkLength] }
    set { chunks[index / Self.chunkLength][index % Self.chunkLength] = newValue }
  }

  mutating func append(_ element: Element) {
    if count % Self.chunkLength == 0 { chunks.append([]) }
    chunks[chunks.count - 1].append(element)
    count += 1
  }

  /// Calls `body` with each element and its index, in order.
  func forEach(_ body: (Int, Element) -> Void) {
    var index = 0
    for chunk in chunks {
      for element in chunk {
        body(index, element)
        index += 1
      }
    }
  }
}
