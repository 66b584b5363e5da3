import Glibc
import Messages

/// A text's characters as valid UTF-8, block after block, whatever its encoding.
///
/// The encoding is decided by the first megabyte, and again where nothing there could tell: a file whose
/// first accented letter stands after 200 MB of ASCII is read right.
final class UTF8Stream {
  /// How much of the file is looked at before anything is read of it.
  static let headSize = 1 << 20

  /// The first bytes of the file as they are, at most `headSize`; empty once they were given.
  private(set) var head: [UInt8]
  /// The faults of what was given since they were last taken.
  var marks: [EncodingMark] = []
  /// Bytes of UTF-8 given so far.
  private(set) var position = 0

  private var decided: TextEncoding?
  private var isSettled: Bool
  private let source: any ByteSource
  private let block: Int
  private let raw: UnsafeMutableBufferPointer<UInt8>
  private var held = 0
  private var headTaken: Int
  private let isHeadAll: Bool
  private var isFinished = false
  private var decoder = SingleByteDecoder(.windows1252)

  /// Reads the head of `source` and decides.
  init(_ source: any ByteSource, encoding: TextEncoding?, block: Int) throws {
    var head = [UInt8](repeating: 0, count: UTF8Stream.headSize)
    let count = try head.withUnsafeMutableBytes { try source.read(into: $0) }
    head.removeLast(head.count - count)
    let unicode = head.withUnsafeBufferPointer { EncodingEvidence.unicode($0) }
    self.source = source
    self.block = block
    isHeadAll = count < UTF8Stream.headSize
    self.head = head
    raw = .allocate(capacity: block + 16)
    let known = encoding ?? unicode?.encoding
    decided = known
    isSettled = known != nil
    headTaken = unicode.map { $0.encoding == known ? $0.markLength : 0 } ?? 0
    if !isSettled { head.withUnsafeBufferPointer { settle(by: $0) } }
    if let decided { decoder = SingleByteDecoder(decided) }
  }

  deinit { raw.deallocate() }

  /// The encoding; UTF-8 as long as all is ASCII.
  var encoding: TextEncoding { decided ?? .utf8 }

  /// Adds the next block to the bytes of `batch`.
  ///
  /// Returns false when there is none left.
  func append(to batch: inout RowBatch) throws -> Bool {
    if isFinished { return false }
    let count = try nextRaw()
    isFinished = count == 0
    let run = UnsafeBufferPointer(rebasing: raw[..<(held + count)])
    if !isSettled { settle(by: run) }
    batch.reserveBytes(batch.used + run.count * 3)
    let before = batch.used
    let firstMark = marks.count
    let taken = batch.bytes.withUnsafeMutableBufferPointer { buffer in
      transcode(run, into: UnsafeMutableBufferPointer(rebasing: buffer[before...]), count: &batch.used)
    }
    hold(from: taken, of: run.count)
    markNULs(batch, from: before, among: firstMark)
    position += batch.used - before
    return !isFinished || batch.used > before
  }

  private func nextRaw() throws -> Int {
    let room = UnsafeMutableRawBufferPointer(
      rebasing: UnsafeMutableRawBufferPointer(raw)[held..<(held + block)]
    )
    guard headTaken < head.count else {
      head = []
      return isHeadAll ? 0 : try source.read(into: room)
    }
    let count = min(block, head.count - headTaken)
    head.withUnsafeBytes {
      room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[headTaken..<(headTaken + count)]))
    }
    headTaken += count
    return count
  }

  private func hold(from taken: Int, of count: Int) {
    held = count - taken
    guard held > 0, taken > 0, let start = raw.baseAddress else { return }
    memmove(start, start + taken, held)
  }

  /// Decides the encoding as soon as a byte tells, and between ISO 8859-15 and Windows-1252 as soon as one
  /// does.
  private func settle(by run: UnsafeBufferPointer<UInt8>) {
    if decided == nil {
      decided = EncodingEvidence.decide(run)
      isSettled = decided != nil && decided != .windows1252
    }
    if decided == .windows1252, run.contains(where: EncodingEvidence.tellsLatin9) {
      decided = EncodingEvidence.singleByte(run, among: [.windows1252, .latin9])
      isSettled = true
    }
    if let decided { decoder = SingleByteDecoder(decided) }
  }

  private func transcode(
    _ run: UnsafeBufferPointer<UInt8>,
    into buffer: UnsafeMutableBufferPointer<UInt8>,
    count used: inout Int
  ) -> Int {
    var writer = UTF8Writer(buffer, position: position)
    let taken: Int
    switch encoding {
    case .utf8: taken = UTF8Checker.copy(run, to: &writer, isLast: isFinished)
    case .utf16LittleEndian: taken = UTF16Decoder.decode(run, high: 1, to: &writer, isLast: isFinished)
    case .utf16BigEndian: taken = UTF16Decoder.decode(run, high: 0, to: &writer, isLast: isFinished)
    case .windows1252, .latin1, .latin9, .macintosh, .ibm850:
      taken = decoder.decode(run, to: &writer, isLast: isFinished)
    }
    marks += writer.marks
    used += writer.count
    return taken
  }

  private func markNULs(_ batch: borrowing RowBatch, from start: Int, among firstMark: Int) {
    let used = batch.used
    let others = marks.count
    batch.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var at = start
      while at < used, let found = memchr(base + at, 0, used - at) {
        let index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        marks.append(EncodingMark(fault: .nul, offset: position + index - start))
        at = index + 1
      }
    }
    // Marks stay in the order of the text, wherever blocks end.
    guard others > firstMark, marks.count > others else { return }
    marks[firstMark...].sort { $0.offset < $1.offset }
  }
}

/// Where decoded text goes: always room for three bytes for each byte read.
struct UTF8Writer {
  /// How many bytes were written.
  private(set) var count = 0
  /// The faults met.
  private(set) var marks: [EncodingMark] = []
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private let position: Int

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>, position: Int) {
    self.buffer = buffer
    self.position = position
  }

  mutating func mark(_ fault: EncodingMark.Fault) {
    marks.append(EncodingMark(fault: fault, offset: position + count))
  }

  mutating func copy(_ run: UnsafeBufferPointer<UInt8>) {
    guard let from = run.baseAddress, let start = buffer.baseAddress else { return }
    memcpy(start + count, from, run.count)
    count &+= run.count
  }

  mutating func write(_ packed: PackedScalar) {
    buffer[count] = packed.bytes.0
    if packed.length > 1 { buffer[count &+ 1] = packed.bytes.1 }
    if packed.length > 2 { buffer[count &+ 2] = packed.bytes.2 }
    if packed.length > 3 { buffer[count &+ 3] = packed.bytes.3 }
    count &+= Int(packed.length)
  }
}

/// A character's UTF-8, ready to be written.
struct PackedScalar {
  var bytes: (UInt8, UInt8, UInt8, UInt8)
  var length: UInt8

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | (value >> shift) & 0x3F) }
    func lead(_ mark: UInt32, _ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: mark | value >> shift) }
    switch value {
    case 0..<0x80: (bytes, length) = ((lead(0, 0), 0, 0, 0), 1)
    case 0..<0x800: (bytes, length) = ((lead(0xC0, 6), tail(0), 0, 0), 2)
    case 0..<0x10000: (bytes, length) = ((lead(0xE0, 12), tail(6), tail(0), 0), 3)
    default: (bytes, length) = ((lead(0xF0, 18), tail(12), tail(6), tail(0)), 4)
    }
  }
}
