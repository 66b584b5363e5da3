/// A 64-bit hash of a cell's bytes (the construction of wyhash: folded 64 × 64 multiplications).
///
/// Not keyed: the estimate of distinct values must be the same from one run to the next. A file made to
/// collide could only make its own statistics wrong.
enum ValueHash {
  private static let first: UInt64 = 0xA076_1D64_78BD_642F
  private static let second: UInt64 = 0xE703_7ED1_A0B4_28DB

  @inline(__always)
  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  @inline(__always)
  private static func load8(_ bytes: UnsafePointer<UInt8>, _ offset: Int) -> UInt64 {
    UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  @inline(__always)
  private static func load4(_ bytes: UnsafePointer<UInt8>, _ offset: Int) -> UInt64 {
    UInt64(UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The hash of at least one byte; never 0.
  @inline(__always)
  static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var head: UInt64
    var tail: UInt64
    var seed = first
    if count <= 16 {
      if count >= 8 {
        head = load8(bytes, 0)
        tail = load8(bytes, count &- 8)
      } else if count >= 4 {
        head = load4(bytes, 0)
        tail = load4(bytes, count &- 4)
      } else {
        head = UInt64(bytes[0]) << 16 | UInt64(bytes[count >> 1]) << 8 | UInt64(bytes[count &- 1])
        tail = 0
      }
    } else {
      var at = 0
      while at &+ 16 < count {
        seed = mix(load8(bytes, at) ^ second, load8(bytes, at &+ 8) ^ seed)
        at &+= 16
      }
      head = load8(bytes, count &- 16)
      tail = load8(bytes, count &- 8)
    }
    let hash = mix(second ^ UInt64(truncatingIfNeeded: count), mix(head ^ second, tail ^ seed))
    return hash == 0 ? 1 : hash
  }
}
