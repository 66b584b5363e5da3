/// Numbers strings in the order they are first seen: an open-addressing hash table over one buffer of bytes.
struct StringInterner {
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = [0]
  private var hashes: [UInt32] = []
  private var table: [UInt32]
  private var mask: Int

  init(capacity: Int = 1_024) {
    table = [UInt32](repeating: 0, count: capacity)
    mask = capacity - 1
  }

  var count: Int { hashes.count }

  subscript(index: Int) -> ArraySlice<UInt8> { bytes[Int(starts[index])..<Int(starts[index + 1])] }

  /// The number of a string, and whether it was never seen before.
  mutating func intern(_ string: [UInt8]) -> (index: Int, isNew: Bool) {
    let hash = StringInterner.hash(string)
    var place = Int(hash) & mask
    while table[place] != 0 {
      let index = Int(table[place]) - 1
      if hashes[index] == hash, matches(index, string) { return (index, false) }
      place = (place + 1) & mask
    }
    bytes.append(contentsOf: string)
    starts.append(UInt32(bytes.count))
    hashes.append(hash)
    table[place] = UInt32(hashes.count)
    if hashes.count * 2 > table.count { grow() }
    return (hashes.count - 1, true)
  }

  /// The numbers of the strings, sorted by their bytes.
  func sortedIndices() -> [Int] {
    (0..<count).sorted { StringTable.precedes(self[$0], self[$1]) }
  }

  @inline(__always)
  private func matches(_ index: Int, _ string: [UInt8]) -> Bool {
    let start = Int(starts[index])
    guard Int(starts[index + 1]) - start == string.count else { return false }
    for offset in 0..<string.count where bytes[start + offset] != string[offset] { return false }
    return true
  }

  private mutating func grow() {
    table = [UInt32](repeating: 0, count: table.count * 2)
    mask = table.count - 1
    for (index, hash) in hashes.enumerated() {
      var place = Int(hash) & mask
      while table[place] != 0 { place = (place + 1) & mask }
      table[place] = UInt32(index + 1)
    }
  }

  /// FNV-1a with a final mix, for the low bits choose the place.
  @inline(__always)
  static func hash(_ string: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in string { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    hash ^= hash >> 15
    return hash &* 0x2C1B_3C6D ^ (hash >> 12)
  }
}
