/// A growing run of bytes written without checks but one for room.
struct ByteWriter: ~Copyable {
  private(set) var count = 0
  private var capacity: Int
  private(set) var base: UnsafeMutableRawPointer

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(byteCount: capacity, alignment: 8)
  }

  deinit { base.deallocate() }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  mutating func removeAll() { count = 0 }

  /// Makes room for `more` bytes.
  @inline(__always) mutating func reserve(_ more: Int) {
    if count &+ more > capacity { grow(more) }
  }

  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
    larger.copyMemory(from: base, byteCount: count)
    base.deallocate()
    base = larger
  }

  /// Adds `length` zeros and gives their offset.
  mutating func zeros(_ length: Int) -> Int {
    reserve(length)
    (base + count).initializeMemory(as: UInt8.self, repeating: 0, count: length)
    defer { count += length }
    return count
  }

  @inline(__always) mutating func append(_ byte: UInt8) {
    reserve(1)
    base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  /// Adds a fixed-width number in little-endian order.
  @inline(__always) mutating func append<Value: FixedWidthInteger & BitwiseCopyable>(fixed value: Value) {
    reserve(MemoryLayout<Value>.size)
    base.storeBytes(of: value.littleEndian, toByteOffset: count, as: Value.self)
    count &+= MemoryLayout<Value>.size
  }

  /// Adds a whole number, 7 bits a byte, the least first.
  @inline(__always) mutating func append(varint value: UInt64) {
    reserve(10)
    var rest = value
    while rest >= 0x80 {
      base.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, toByteOffset: count, as: UInt8.self)
      count &+= 1
      rest >>= 7
    }
    base.storeBytes(of: UInt8(truncatingIfNeeded: rest), toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  /// Adds a signed number so that small ones of either sign are short.
  @inline(__always) mutating func append(zigzag value: Int64) {
    append(varint: UInt64(bitPattern: (value << 1) ^ (value >> 63)))
  }

  @inline(__always) mutating func append(_ run: UnsafeBufferPointer<UInt8>) {
    guard let start = run.baseAddress else { return }
    reserve(run.count)
    (base + count).copyMemory(from: start, byteCount: run.count)
    count &+= run.count
  }

  mutating func set(bit: Int, from offset: Int) {
    let at = offset &+ bit >> 3
    base.storeBytes(
      of: base.load(fromByteOffset: at, as: UInt8.self) | 1 << UInt8(bit & 7),
      toByteOffset: at,
      as: UInt8.self
    )
  }
}
