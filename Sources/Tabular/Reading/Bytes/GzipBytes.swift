import CZlib
import Messages

/// What a gzip file expands to (RFC 1952, several members allowed), within limits.
final class GzipBytes: ByteSource {
  private let source: any ByteSource
  private let limits: ReadingLimits
  private let name: String
  private let stream: UnsafeMutablePointer<z_stream>
  private let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64 << 10)
  private var taken = 0
  private var expanded = 0
  private var isMemberOpen = true
  private var isSourceAtEnd = false
  private var isAtEnd = false

  /// Expands `source`, which `name` designates in messages.
  init(_ source: any ByteSource, name: String, limits: ReadingLimits) throws {
    self.source = source
    self.name = name
    self.limits = limits
    stream = UnsafeMutablePointer.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let gzipOnly: Int32 = 15 + 16
    let status = inflateInit2_(stream, gzipOnly, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw ReadingFailure.gzipBroken(name) }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var filled = 0
    while filled < buffer.count, !isAtEnd {
      if stream.pointee.avail_in == 0, !isSourceAtEnd { try refill() }
      let count = try expand(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      filled += count
      expanded += count
      try checkLimits()
    }
    return filled
  }

  private func refill() throws {
    let count = try source.read(into: UnsafeMutableRawBufferPointer(input))
    isSourceAtEnd = count < input.count
    taken += count
    stream.pointee.next_in = input.baseAddress
    stream.pointee.avail_in = UInt32(count)
  }

  private func expand(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if !isMemberOpen, try !openNextMember() { return 0 }
    let room = min(buffer.count, 1 << 30)
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(room)
    let status = inflate(stream, Z_NO_FLUSH)
    let count = room - Int(stream.pointee.avail_out)
    switch status {
    case Z_STREAM_END: isMemberOpen = false
    case Z_OK: break
    case Z_BUF_ERROR:
      // No progress was possible: the file ends before its last member does.
      if isSourceAtEnd, stream.pointee.avail_in == 0, count == 0 { throw ReadingFailure.gzipTruncated(name) }
    default: throw ReadingFailure.gzipBroken(name)
    }
    return count
  }

  /// Goes on with the member after the one that ended; bytes that start none are padding, as gzip takes them.
  private func openNextMember() throws -> Bool {
    if stream.pointee.avail_in == 0, isSourceAtEnd {
      isAtEnd = true
      return false
    }
    if stream.pointee.avail_in == 0 { return false }
    guard let next = stream.pointee.next_in, next.pointee == 0x1F else {
      isAtEnd = true
      return false
    }
    guard inflateReset(stream) == Z_OK else { throw ReadingFailure.gzipBroken(name) }
    isMemberOpen = true
    return true
  }

  private func checkLimits() throws {
    if expanded > limits.expandedBytes {
      throw ReadingFailure.expandedTooLarge(name, limit: limits.expandedBytes)
    }
    if expanded > limits.expansionFloor, expanded / max(taken, 1) > limits.expansionRatio {
      throw ReadingFailure.compressionBomb(name, ratio: limits.expansionRatio)
    }
  }
}
