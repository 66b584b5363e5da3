/// Whether bytes are UTF-8, told quickly.
enum UTF8Text {
  /// Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7).
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = asciiPrefix(bytes, from: 0)
    while at < bytes.count {
      guard let length = sequenceLength(bytes, at) else { return false }
      at = asciiPrefix(bytes, from: at + length)
    }
    return true
  }

  private static func asciiPrefix(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    let raw = UnsafeRawBufferPointer(bytes)
    while at &+ 8 <= bytes.count,
      raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    { at &+= 8 }
    while at < bytes.count, bytes[at] < 0x80 { at &+= 1 }
    return at
  }

  /// The length of the well-formed sequence of two bytes or more at `at`.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    func isTail(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      at + offset < bytes.count && bytes[at + offset] >= low && bytes[at + offset] <= high
    }
    switch bytes[at] {
    case 0xC2...0xDF: return isTail(1) ? 2 : nil
    case 0xE0: return isTail(1, 0xA0) && isTail(2) ? 3 : nil
    case 0xED: return isTail(1, 0x80, 0x9F) && isTail(2) ? 3 : nil
    case 0xE1...0xEF: return isTail(1) && isTail(2) ? 3 : nil
    case 0xF0: return isTail(1, 0x90) && isTail(2) && isTail(3) ? 4 : nil
    case 0xF4: return isTail(1, 0x80, 0x8F) && isTail(2) && isTail(3) ? 4 : nil
    case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : nil
    default: return nil
    }
  }
}
