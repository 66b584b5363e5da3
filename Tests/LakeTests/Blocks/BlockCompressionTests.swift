import Testing

@testable import Lake

struct BlockCompressionTests {
  private func compressed(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: BlockCompression.bound(bytes.count)) { buffer, count in
      count = bytes.withUnsafeBytes { source in
        buffer.baseAddress.map { BlockCompression.compress(source, into: $0) } ?? 0
      }
    }
  }

  private func restored(_ bytes: [UInt8], count: Int) -> [UInt8]? {
    var target = [UInt8](repeating: 0, count: count)
    let isRight = bytes.withUnsafeBytes { source in
      target.withUnsafeMutableBytes { BlockCompression.decompress(source, into: $0) }
    }
    return isRight ? target : nil
  }

  static let samples: [[UInt8]] =
    [
      [1], Array("abc".utf8), [UInt8](repeating: 7, count: 100_000),
      Array(String(repeating: "Subvention de fonctionnement;", count: 500).utf8),
      (0..<70_000).map { UInt8(truncatingIfNeeded: $0) },
    ]
    + (0..<40).map { seed in
      var random = SeededRandom(seed: UInt64(seed))
      // From noise to few letters, of lengths around every boundary of the format.
      let letters = UInt8.random(in: 1...255, using: &random)
      return (0..<Int.random(in: 1...3000, using: &random)).map { _ in
        UInt8.random(in: 0...letters, using: &random)
      }
    }

  @Test("What is compressed comes back", arguments: samples)
  func roundTrip(bytes: [UInt8]) {
    #expect(restored(compressed(bytes), count: bytes.count) == bytes)
  }

  @Test("Rows that look alike take less room")
  func ratio() {
    let bytes = Array(
      (0..<2000).map { "Commune n° \($0 % 7);2024-05-\(10 + $0 % 20);subvention\n" }.joined().utf8
    )
    #expect(compressed(bytes).count * 4 < bytes.count)
  }

  @Test("Damaged bytes are told or come back wrong, and nothing else happens")
  func damage() {
    var random = SeededRandom(seed: 5)
    let bytes = Array(String(repeating: "abcdefgh12345678 et la suite ", count: 60).utf8)
    let good = compressed(bytes)
    for _ in 0..<3000 {
      var bad = good
      for _ in 0...2 {
        bad[Int.random(in: 0..<bad.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if Bool.random(using: &random) { bad.removeLast(Int.random(in: 0..<bad.count, using: &random)) }
      if let result = restored(bad, count: bytes.count) { #expect(result.count == bytes.count) }
    }
    #expect(restored(good, count: bytes.count - 1) == nil)
    #expect(restored(good, count: bytes.count + 1) == nil)
    #expect(restored([], count: 1) == nil)
  }
}
