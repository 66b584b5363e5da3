import Crypto

/// Computes the digest of what comes in pieces, such as a file.
public struct HashBuilder {
  private var hasher = SHA256()

  /// Starts with nothing.
  public init() {}

  /// Takes the next bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) { hasher.update(bufferPointer: bytes) }

  /// The digest of all bytes so far.
  public func finish() -> Hash { Hash(digest: hasher.finalize()) }
}
