import Crypto

/// A SHA-256 digest (FIPS 180-4), written in lower-case hexadecimal.
public struct Hash: Sendable, Hashable {
  // Four words and no vector: a vector would align every value that holds a digest on 32 bytes.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// The number of bytes of a digest.
  public static let byteCount = 32

  /// The hash of nothing: what stands before the first entry.
  public static let zero = Hash(0, 0, 0, 0)

  private init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
    self.first = first
    self.second = second
    self.third = third
    self.fourth = fourth
  }

  /// Makes a digest from its 32 bytes; `nil` for any other count.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    for (offset, byte) in bytes.enumerated() {
      switch offset / 8 {
      case 0: words.0 = words.0 << 8 | UInt64(byte)
      case 1: words.1 = words.1 << 8 | UInt64(byte)
      case 2: words.2 = words.2 << 8 | UInt64(byte)
      default: words.3 = words.3 << 8 | UInt64(byte)
      }
    }
    self.init(words.0, words.1, words.2, words.3)
  }

  /// Reads 64 hexadecimal digits in lower case; `nil` for anything else.
  public init?(hex: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.byteCount)
    var high: UInt8?
    for digit in hex.utf8 {
      guard let value = Self.value(ofDigit: digit) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    guard high == nil else { return nil }
    self.init(bytes: bytes)
  }

  /// The digest of some bytes.
  public init(of bytes: [UInt8]) {
    self.init(digest: SHA256.hash(data: bytes))
  }

  /// The digest of several runs of bytes, one after the other.
  init(ofRuns runs: [UInt8]...) {
    var hasher = SHA256()
    for run in runs { hasher.update(data: run) }
    self.init(digest: hasher.finalize())
  }

  init(digest: SHA256Digest) {
    self = digest.withUnsafeBytes { raw in
      func word(_ index: Int) -> UInt64 {
        UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
      }
      return Hash(word(0), word(1), word(2), word(3))
    }
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.byteCount)
    append(to: &bytes)
    return bytes
  }

  /// The 64 hexadecimal digits.
  public var hex: String {
    let digits: StaticString = "0123456789abcdef"
    let table = digits.utf8Start
    return String(unsafeUninitializedCapacity: Self.byteCount * 2) { buffer in
      var at = 0
      for word in [first, second, third, fourth] {
        for shift in stride(from: UInt64(60), through: 0, by: -4) {
          buffer[at] = table[Int(word >> shift & 0xF)]
          at += 1
        }
      }
      return at
    }
  }

  /// Adds the 32 bytes at the end of `bytes`.
  func append(to bytes: inout [UInt8]) {
    for word in [first, second, third, fourth] {
      withUnsafeBytes(of: word.bigEndian) { bytes.append(contentsOf: $0) }
    }
  }

  private static func value(ofDigit digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }
}

extension Hash: Codable, CustomStringConvertible {
  /// Reads the hexadecimal text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let hash = Hash(hex: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a SHA-256 digest")
    }
    self = hash
  }

  /// Writes the hexadecimal text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hex)
  }

  /// The hexadecimal text.
  public var description: String { hex }
}
