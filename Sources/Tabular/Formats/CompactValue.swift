/// A short value without its blanks, points, dashes and slashes, in upper case: what identifiers are
/// checked on.
///
/// Held in a tuple-like fixed buffer so that a check allocates nothing.
struct CompactValue {
  /// The longest identifier that is compared: an IBAN has 34 characters.
  static let capacity = 40

  private(set) var count = 0
  private(set) var digits = 0
  private(set) var letters = 0
  /// Whether the value starts with `+`.
  private(set) var hasPlus = false
  private let storage: UnsafeMutablePointer<UInt8>

  /// Reads a value into `storage`, which holds `capacity` bytes; `nil` when it is too long or has other
  /// characters.
  init?(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, into storage: UnsafeMutablePointer<UInt8>) {
    self.storage = storage
    guard end &- start <= 2 &* Self.capacity else { return nil }
    var at = start
    if bytes[at] == UInt8(ascii: "+") {
      hasPlus = true
      at &+= 1
    }
    while at < end {
      let byte = bytes[at]
      if CellScanner.isDigit(byte) {
        guard push(byte) else { return nil }
        digits &+= 1
      } else if CellScanner.isLetter(byte) {
        guard push(byte & ~0x20) else { return nil }
        letters &+= 1
      } else if !Self.isFiller(byte) {
        let width = CellScanner.blankWidth(bytes, at, end)
        if width == 0 { return nil }
        at &+= width &- 1
      }
      at &+= 1
    }
  }

  @inline(__always)
  private static func isFiller(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
      || byte == UInt8(ascii: "_")
  }

  private mutating func push(_ byte: UInt8) -> Bool {
    guard count < Self.capacity else { return false }
    storage[count] = byte
    count &+= 1
    return true
  }

  @inline(__always)
  subscript(index: Int) -> UInt8 { storage[index] }

  @inline(__always)
  func digit(_ index: Int) -> Int { Int(storage[index] &- UInt8(ascii: "0")) }

  /// Whether the characters in a range are all digits.
  @inline(__always)
  func areDigits(_ range: Range<Int>) -> Bool {
    for index in range where !CellScanner.isDigit(storage[index]) { return false }
    return true
  }

  /// The number written in a range of digits.
  @inline(__always)
  func number(_ range: Range<Int>) -> UInt64 {
    var value: UInt64 = 0
    for index in range { value = value &* 10 &+ UInt64(storage[index] &- UInt8(ascii: "0")) }
    return value
  }
}
