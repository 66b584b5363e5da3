/// A file kept for ever under the digest of its bytes.
public struct Blob: Codable, Sendable, Hashable {
  /// The SHA-256 of the bytes, in lower-case hexadecimal.
  public var digest: String
  /// The number of bytes.
  public var bytes: Int

  /// Refers to a blob.
  public init(digest: String, bytes: Int) {
    self.digest = digest
    self.bytes = bytes
  }
}
