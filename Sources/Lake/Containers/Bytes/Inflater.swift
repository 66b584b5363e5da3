import CZlib
import Foundation
import Messages
import Tabular

/// What deflated bytes expand to (RFC 1951), bare as in a ZIP or with their gzip envelope (RFC 1952).
///
/// Expansion stops with a failure past the limits: a few bytes can expand to any size.
final class Inflater: ByteStream {
  /// How the deflated bytes are wrapped.
  enum Envelope { case bare, gzip }

  private let source: any ByteStream
  private let envelope: Envelope
  private let limits: ReadingLimits
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private var sourceEnded = false
  private var ended = false
  private var consumed = 0
  private var produced = 0

  /// Expands what `source` gives.
  init(_ source: any ByteStream, envelope: Envelope, limits: ReadingLimits) throws {
    self.source = source
    self.envelope = envelope
    self.limits = limits
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    input = .allocate(capacity: 1 << 16)
    let windowBits: Int32 = envelope == .bare ? -MAX_WBITS : MAX_WBITS + 16
    let status = inflateInit2_(stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw ContainerFailure.damagedArchive() }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard !ended, buffer.count > 0 else { return 0 }
    let wanted = min(buffer.count, 1 << 30)
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(wanted)
    while stream.pointee.avail_out == UInt32(wanted), !ended { try step() }
    let count = wanted - Int(stream.pointee.avail_out)
    produced += count
    try checkLimits()
    return count
  }

  private func step() throws {
    if stream.pointee.avail_in == 0, !sourceEnded { try refill() }
    let status = inflate(stream, Z_NO_FLUSH)
    switch status {
    case Z_OK: break
    case Z_STREAM_END: try endMember()
    case Z_BUF_ERROR where !sourceEnded: break
    case Z_BUF_ERROR: throw ContainerFailure.truncatedArchive()
    default: throw ContainerFailure.damagedArchive()
    }
  }

  private func refill() throws {
    let count = try source.read(into: UnsafeMutableRawBufferPointer(input))
    sourceEnded = count == 0
    consumed += count
    stream.pointee.next_in = input.baseAddress
    stream.pointee.avail_in = UInt32(count)
  }

  /// A gzip file may hold several members one after the other (RFC 1952 § 2.2); zeros may pad its end.
  private func endMember() throws {
    guard envelope == .gzip else {
      ended = true
      return
    }
    if stream.pointee.avail_in == 0 { try refill() }
    guard stream.pointee.avail_in > 0, stream.pointee.next_in?.pointee == 0x1F else {
      ended = true
      return
    }
    guard inflateReset(stream) == Z_OK else { throw ContainerFailure.damagedArchive() }
  }

  private func checkLimits() throws {
    let ratio = produced / max(consumed, 1)
    if produced > limits.expandedBytes || (produced > limits.expansionFloor && ratio > limits.expansionRatio)
    {
      throw ContainerFailure.bomb()
    }
  }
}
