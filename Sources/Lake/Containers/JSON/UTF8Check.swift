/// Checks that bytes given in several runs are UTF-8 (RFC 3629, no overlong form, no surrogate).
struct UTF8Check {
  private var expected = 0
  private var lowest: UInt8 = 0x80
  private var highest: UInt8 = 0xBF

  /// Whether no character is cut at the end of what was given.
  var isComplete: Bool { expected == 0 }

  /// Checks a run.
  ///
  /// False as soon as a byte has no place there.
  mutating func accept(_ run: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while at < run.count {
      if expected == 0 {
        at = Self.skipASCII(run, from: at)
        guard at < run.count else { return true }
        guard lead(run[at]) else { return false }
      } else {
        guard run[at] >= lowest, run[at] <= highest else { return false }
        (lowest, highest) = (0x80, 0xBF)
        expected -= 1
      }
      at += 1
    }
    return true
  }

  private static func skipASCII(_ run: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    let raw = UnsafeRawBufferPointer(run)
    while at + 8 <= run.count,
      raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      at += 8
    }
    while at < run.count, run[at] < 0x80 { at += 1 }
    return at
  }

  private mutating func lead(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xC2...0xDF: expected = 1
    case 0xE0...0xEF:
      expected = 2
      if byte == 0xE0 { lowest = 0xA0 }
      if byte == 0xED { highest = 0x9F }
    case 0xF0...0xF4:
      expected = 3
      if byte == 0xF0 { lowest = 0x90 }
      if byte == 0xF4 { highest = 0x8F }
    default: return false
    }
    return true
  }
}

/// Writing JSON.
enum JSONText {
  /// Adds `characters` as a JSON string.
  static func appendQuoted(_ characters: [UInt8], to bytes: inout [UInt8]) {
    bytes.append(0x22)
    for byte in characters {
      switch byte {
      case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
