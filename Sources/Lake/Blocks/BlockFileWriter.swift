/// Writes prepared blocks: rows as bytes, a few hundred a block, each block compressed, then an index of
/// blocks.
///
/// A row is the distance of its number to the block's first, a bit for each empty cell, then the filled cells
/// in the order of the columns. A block ends with where each of its rows starts.
struct BlockFileWriter: ~Copyable {
  static let magic: UInt64 = 0x3130_4250_5241  // "ARPB01"
  static let entryBytes = 32
  static let footerBytes = 32
  private static let mostRows = 64
  private static let mostBytes = 32 << 10

  private let file: DigestingFile
  private let bitmapBytes: Int
  private var block = ByteWriter(capacity: 2 * Self.mostBytes)
  private var packed = ByteWriter(capacity: 2 * Self.mostBytes)
  private var index = ByteWriter(capacity: 1 << 12)
  private var starts: [UInt32] = []
  private var firstRow = 0
  private var bitmap = 0
  private(set) var rows = 0

  init(_ file: DigestingFile, columns: Int) throws {
    self.file = file
    bitmapBytes = (columns + 7) / 8
    try withUnsafeBytes(of: Self.magic.littleEndian) { try file.write($0) }
  }

  /// Starts a row; its cells follow, one call for each column.
  mutating func startRow(_ number: Int) throws {
    if starts.count >= Self.mostRows || block.count >= Self.mostBytes { try endBlock() }
    if starts.isEmpty { firstRow = number }
    starts.append(UInt32(truncatingIfNeeded: block.count))
    block.append(varint: UInt64(number - firstRow))
    bitmap = block.zeros(bitmapBytes)
    rows += 1
  }

  @inline(__always) mutating func appendNull(column: Int) { block.set(bit: column, from: bitmap) }

  @inline(__always) mutating func append(text: UnsafeBufferPointer<UInt8>) {
    block.append(varint: UInt64(text.count))
    block.append(text)
  }

  @inline(__always) mutating func append(integer value: Int64) { block.append(zigzag: value) }

  @inline(__always) mutating func append(number value: Double) { block.append(fixed: value.bitPattern) }

  @inline(__always) mutating func append(boolean value: Bool) { block.append(zigzag: value ? 1 : 0) }

  /// Ends the file.
  ///
  /// The caller keeps it.
  mutating func finish() throws {
    try endBlock()
    let indexStart = file.bytes
    let blocks = index.count / Self.entryBytes
    index.append(fixed: UInt64(indexStart))
    index.append(fixed: UInt64(blocks))
    index.append(fixed: UInt64(rows))
    index.append(fixed: Self.magic)
    try file.write(index.bytes)
  }

  private mutating func endBlock() throws {
    guard !starts.isEmpty else { return }
    for start in starts { block.append(fixed: start) }
    packed.removeAll()
    packed.reserve(BlockCompression.bound(block.count))
    let size = BlockCompression.compress(block.bytes, into: packed.base)
    let compressed = size < block.count
    index.append(fixed: UInt64(firstRow))
    index.append(fixed: UInt64(file.bytes))
    index.append(fixed: UInt32(compressed ? size : block.count))
    index.append(fixed: UInt32(block.count))
    index.append(fixed: UInt64(starts.count))
    try file.write(compressed ? UnsafeRawBufferPointer(start: packed.base, count: size) : block.bytes)
    block.removeAll()
    starts.removeAll(keepingCapacity: true)
  }
}
