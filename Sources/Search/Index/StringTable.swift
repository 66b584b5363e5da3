/// Strings sorted by their bytes, one after the other in one buffer.
struct StringTable: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = [0]

  var count: Int { starts.count - 1 }

  mutating func reserve(strings: Int, bytes: Int) {
    starts.reserveCapacity(strings + 1)
    self.bytes.reserveCapacity(bytes)
  }

  /// Adds a string, which must sort after the last one.
  mutating func append(_ string: some Collection<UInt8>) {
    bytes.append(contentsOf: string)
    starts.append(UInt32(bytes.count))
  }

  subscript(index: Int) -> ArraySlice<UInt8> { bytes[Int(starts[index])..<Int(starts[index + 1])] }

  func length(_ index: Int) -> Int { Int(starts[index + 1] - starts[index]) }

  func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

  /// Where a string is.
  func index(of string: [UInt8]) -> Int? {
    let index = lowerBound(string)
    return index < count && self[index].elementsEqual(string) ? index : nil
  }

  /// Where the strings that begin with `prefix` are.
  func range(withPrefix prefix: [UInt8]) -> Range<Int> {
    let lower = lowerBound(prefix)
    var low = lower
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].starts(with: prefix) { low = middle + 1 } else { high = middle }
    }
    return lower..<low
  }

  /// The first string that does not sort before `string`.
  private func lowerBound(_ string: [UInt8]) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if StringTable.precedes(self[middle], string[...]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a string sorts before another, by bytes.
  static func precedes(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        let shared = min(left.count, right.count)
        for offset in 0..<shared where left[offset] != right[offset] { return left[offset] < right[offset] }
        return left.count < right.count
      }
    }
  }
}
