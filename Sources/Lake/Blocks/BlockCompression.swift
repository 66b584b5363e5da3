/// The LZ4 block format: far faster to read than deflate, which a page read on each request needs.
///
/// A block is a run of sequences: a token (4 bits of literal length, 4 of match length), more length bytes of
/// 255, the literals, and a 2-byte distance back to the match. The last sequence has literals only.
enum BlockCompression {
  private static let hashBits: UInt64 = 13
  private static let shortestMatch = 4
  /// The format wants the last 5 bytes as literals and no match to begin in the last 12.
  private static let tail = 12

  /// The most bytes that compressing `count` bytes can take, and the room for literals copied in strides.
  static func bound(_ count: Int) -> Int { count + count / 255 + 16 + stride }
  /// How many literals are copied at once: a call for the few that most sequences have costs more.
  private static let stride = 16

  /// Compresses `source` into `target`, which has room for `bound(source.count)`; gives the number of bytes.
  static func compress(_ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawPointer) -> Int {
    guard let input = source.baseAddress else { return 0 }
    var output = target
    var anchor = 0
    if source.count > 1 << 16 {
      anchor = sequences(input, source.count, positions: UInt32.self, &output)
    } else if source.count > tail {
      // Half the room: it stays nearer to the processor.
      anchor = sequences(input, source.count, positions: UInt16.self, &output)
    }
    let left = source.count - anchor
    literals(input + anchor, left, left: left, match: 0, &output)
    return output - target
  }

  private static func sequences<Position: FixedWidthInteger & BitwiseCopyable>(
    _ input: UnsafeRawPointer,
    _ count: Int,
    positions: Position.Type,
    _ output: inout UnsafeMutableRawPointer
  ) -> Int {
    withUnsafeTemporaryAllocation(of: Position.self, capacity: 1 << Int(hashBits)) { table in
      table.initialize(repeating: 0)
      return sequences(input, count, table, &output)
    }
  }

  @inline(__always)
  private static func sequences<Position: FixedWidthInteger & BitwiseCopyable>(
    _ input: UnsafeRawPointer,
    _ count: Int,
    _ table: UnsafeMutableBufferPointer<Position>,
    _ output: inout UnsafeMutableRawPointer
  ) -> Int {
    let end = count - tail
    let matchEnd = count - 5
    var anchor = 0
    var at = 1
    while at < end {
      // Six bytes choose the slot: four repeat too often by chance, and lead to matches too short to be worth it.
      let wide = input.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
      let word = input.loadUnaligned(fromByteOffset: at, as: UInt32.self)
      let slot = Int(((wide << 16) &* 227_718_039_650_203) >> (64 - hashBits))
      let candidate = Int(table[slot])
      table[slot] = Position(truncatingIfNeeded: at)
      guard candidate < at, at &- candidate <= 0xFFFF,
        input.loadUnaligned(fromByteOffset: candidate, as: UInt32.self) == word
      else {
        // The longer nothing repeats, the faster it goes.
        at &+= 1 &+ (at &- anchor) >> 6
        continue
      }
      let length = matchLength(input, at, candidate, matchEnd)
      literals(input + anchor, at - anchor, left: count - anchor, match: length - shortestMatch, &output)
      output.storeBytes(of: UInt16(at - candidate).littleEndian, as: UInt16.self)
      output += 2
      extraLength(length - shortestMatch, &output)
      at += length
      anchor = at
    }
    return anchor
  }

  private static func matchLength(_ input: UnsafeRawPointer, _ at: Int, _ candidate: Int, _ end: Int) -> Int {
    var length = shortestMatch
    while at &+ length &+ 8 <= end {
      let left = input.loadUnaligned(fromByteOffset: at &+ length, as: UInt64.self)
      let right = input.loadUnaligned(fromByteOffset: candidate &+ length, as: UInt64.self)
      if left != right { return length &+ (left ^ right).littleEndian.trailingZeroBitCount >> 3 }
      length &+= 8
    }
    while at &+ length < end,
      input.load(fromByteOffset: at &+ length, as: UInt8.self)
        == input.load(fromByteOffset: candidate &+ length, as: UInt8.self)
    { length &+= 1 }
    return length
  }

  /// Writes a token and the literals after it; `left` bytes can be read from the first on.
  @inline(__always)
  private static func literals(
    _ from: UnsafeRawPointer,
    _ count: Int,
    left: Int,
    match: Int,
    _ output: inout UnsafeMutableRawPointer
  ) {
    output.storeBytes(of: UInt8(min(count, 15) << 4 | min(match, 15)), as: UInt8.self)
    output += 1
    extraLength(count, &output)
    if count <= stride, left >= stride {
      let run = from.loadUnaligned(as: (UInt64, UInt64).self)
      output.storeBytes(of: run.0, as: UInt64.self)
      output.storeBytes(of: run.1, toByteOffset: 8, as: UInt64.self)
    } else {
      output.copyMemory(from: from, byteCount: count)
    }
    output += count
  }

  private static func extraLength(_ length: Int, _ output: inout UnsafeMutableRawPointer) {
    guard length >= 15 else { return }
    var rest = length - 15
    while rest >= 255 {
      output.storeBytes(of: 255, as: UInt8.self)
      output += 1
      rest -= 255
    }
    output.storeBytes(of: UInt8(rest), as: UInt8.self)
    output += 1
  }

  /// Restores exactly `target.count` bytes; false when the source is not such a block.
  static func decompress(_ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) -> Bool
  {
    guard let input = source.baseAddress, let output = target.baseAddress else { return target.isEmpty }
    var read = 0
    var written = 0
    while read < source.count {
      let token = input.load(fromByteOffset: read, as: UInt8.self)
      read += 1
      guard let count = length(Int(token >> 4), source, &read), count <= source.count - read,
        count <= target.count - written
      else { return false }
      (output + written).copyMemory(from: input + read, byteCount: count)
      read += count
      written += count
      if read == source.count { return written == target.count }
      guard read + 2 <= source.count else { return false }
      let distance = Int(UInt16(littleEndian: input.loadUnaligned(fromByteOffset: read, as: UInt16.self)))
      read += 2
      guard let rest = length(Int(token & 15), source, &read), distance > 0, distance <= written,
        rest + shortestMatch <= target.count - written
      else { return false }
      copyMatch(output + written, distance, rest + shortestMatch)
      written += rest + shortestMatch
    }
    return written == target.count
  }

  private static func length(_ start: Int, _ source: UnsafeRawBufferPointer, _ read: inout Int) -> Int? {
    guard start == 15 else { return start }
    var length = start
    while read < source.count {
      let byte = source[read]
      read += 1
      length += Int(byte)
      if byte < 255 { return length }
    }
    return nil
  }

  private static func copyMatch(_ to: UnsafeMutableRawPointer, _ distance: Int, _ count: Int) {
    let from = to - distance
    if distance >= count {
      to.copyMemory(from: from, byteCount: count)
    } else {
      // The match overlaps what it makes: byte by byte it repeats itself, as the format means it.
      for index in 0..<count {
        to.storeBytes(
          of: from.load(fromByteOffset: index, as: UInt8.self),
          toByteOffset: index,
          as: UInt8.self
        )
      }
    }
  }
}
