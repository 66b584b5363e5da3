extension [UInt8] {
  /// The unsigned 16-bit number at `offset`, least significant byte first; the caller checked the bounds.
  func little16(_ offset: Int) -> Int { Int(self[offset]) | Int(self[offset + 1]) << 8 }

  /// The unsigned 32-bit number at `offset`.
  func little32(_ offset: Int) -> Int { little16(offset) | little16(offset + 2) << 16 }

  /// The 64-bit number at `offset`, negative when it is over what a size can be.
  func little64(_ offset: Int) -> Int {
    Int(truncatingIfNeeded: UInt64(little32(offset)) | UInt64(little32(offset + 4)) << 32)
  }

  /// The unsigned 32-bit number at `offset`, most significant byte first.
  func big32(_ offset: Int) -> Int {
    Int(self[offset]) << 24 | Int(self[offset + 1]) << 16 | Int(self[offset + 2]) << 8 | Int(self[offset + 3])
  }

  /// Whether the bytes at `offset` are those of `text`.
  func has(_ text: StaticString, at offset: Int = 0) -> Bool {
    guard offset >= 0, offset + text.utf8CodeUnitCount <= count else { return false }
    return text.withUTF8Buffer { expected in expected.indices.allSatisfy { expected[$0] == self[offset + $0] }
    }
  }
}
