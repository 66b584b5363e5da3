import Crypto

/// A SHA-256 digest (FIPS 180-4), written in lower-case hexadecimal.
public struct Hash: Sendable, Hashable {
  private let words: SIMD4<UInt64>

  /// The number of bytes of a digest.
  public static let byteCount = 32

  /// The hash of nothing: what stands before the first entry.
  public static let zero = Hash(words: .zero)

  private init(words: SIMD4<UInt64>) { self.words = words }

  /// Makes a digest from its 32 bytes; `nil` for any other count.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    var words = SIMD4<UInt64>.zero
    for (offset, byte) in bytes.enumerated() {
      words[offset / 8] = words[offset / 8] << 8 | UInt64(byte)
    }
    self.words = words
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

  private init(digest: SHA256Digest) {
    words = digest.withUnsafeBytes { raw in
      var words = SIMD4<UInt64>.zero
      for index in 0..<4 {
        words[index] = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
      }
      return words
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
      for index in 0..<Self.byteCount {
        let byte = Int(words[index / 8] >> UInt64(56 - index % 8 * 8) & 0xFF)
        buffer[index * 2] = table[byte >> 4]
        buffer[index * 2 + 1] = table[byte & 0xF]
      }
      return Self.byteCount * 2
    }
  }

  /// Adds the 32 bytes at the end of `bytes`.
  func append(to bytes: inout [UInt8]) {
    for index in 0..<4 { withUnsafeBytes(of: words[index].bigEndian) { bytes.append(contentsOf: $0) } }
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
