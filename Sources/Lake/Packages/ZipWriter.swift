import CZlib
import Crypto
public import Foundation
import Glibc
import Messages

/// A file put into an archive, with what proves it.
public struct PackedFile: Sendable, Equatable {
  /// Its name in the archive.
  public let name: String
  /// Its size before compression.
  public let bytes: Int
  /// The SHA-256 of its bytes, in lower-case hexadecimal.
  public let sha256: String
  /// The SHA-512 of its bytes, in lower-case hexadecimal.
  public let sha512: String
}

/// Writes a ZIP file (PKWARE APPNOTE 6.3, with ZIP64), file after file, in constant memory.
///
/// Each file's digests are taken while it is written. Unless it is finished, nothing is left of it.
public final class ZipWriter {
  /// How a file is written in an archive.
  public enum Method: Sendable {
    /// As it is: for what is compressed already.
    case stored
    /// Compressed.
    case deflated
  }

  private struct Entry {
    let name: [UInt8], method: UInt16, crc: UInt32, packed: UInt64, size: UInt64, offset: UInt64
  }

  private let url: URL
  private let descriptor: Int32
  private var offset: UInt64 = 0
  private var entries: [Entry] = []
  private var isFinished = false
  private let time: (date: UInt16, time: UInt16)

  /// Begins an archive in a file that must not exist.
  ///
  /// - Parameter day: the date that all its files get, as ZIP writes it: year, month and day.
  public init(_ url: URL, day: (year: Int, month: Int, day: Int)) throws {
    self.url = url
    let year = min(max(day.year, 1980), 2107) - 1980
    time = (UInt16(year << 9 | day.month << 5 | day.day), 0)
    descriptor = open(url.path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFault.failure(errno) }
  }

  deinit {
    // A file that was there already is not ours.
    guard descriptor >= 0 else { return }
    close(descriptor)
    if !isFinished { unlink(url.path) }
  }

  /// Adds a file of the disk, piece by piece.
  public func add(_ name: String, file: URL, _ method: Method = .deflated) async throws -> PackedFile {
    let pieces = try FilePieces(file, removing: false)
    return try await add(
      name,
      pieces: AsyncThrowingStream {
        // Others have their turn between two pieces.
        await Task.yield()
        return try await pieces.next()
      },
      method
    )
  }

  /// Adds bytes.
  public func add(_ name: String, bytes: [UInt8], _ method: Method = .deflated) throws -> PackedFile {
    var packing = try begin(name, method)
    try packing.take(bytes, self)
    return try end(packing)
  }

  /// Adds what comes piece by piece.
  public func add(
    _ name: String,
    pieces: AsyncThrowingStream<[UInt8], any Error>,
    _ method: Method = .deflated
  ) async throws -> PackedFile {
    var packing = try begin(name, method)
    for try await piece in pieces { try packing.take(piece, self) }
    return try end(packing)
  }

  /// Writes the directory: the archive is whole and on the disk for good.
  public func finish() throws {
    let start = offset
    for entry in entries { try write(Self.directoryLine(entry, time)) }
    let size = offset - start
    var bytes = ZipBytes()
    // Records of ZIP64 are always there: they harm no reader, and nothing depends on sizes.
    bytes.add32(0x0606_4B50)
    bytes.add64(44)
    bytes.add16(45, 45)
    bytes.add32(0, 0)
    bytes.add64(UInt64(entries.count), UInt64(entries.count), size, start)
    bytes.add32(0x0706_4B50, 0)
    bytes.add64(offset)
    bytes.add32(1)
    let count = UInt16(clamping: entries.count)
    bytes.add32(0x0605_4B50)
    bytes.add16(0, 0, count, count)
    bytes.add32(UInt32(clamping: size), UInt32(clamping: start))
    bytes.add16(0)
    try write(bytes.bytes)
    guard fsync(descriptor) == 0 else { throw FileFault.failure(errno) }
    isFinished = true
  }

  // MARK: A file under way

  private struct Packing {
    let name: String
    let offset: UInt64
    let method: Method
    var deflater: RawDeflater?
    var crc: UInt = 0
    var size: UInt64 = 0
    var packed: UInt64 = 0
    var sha256 = SHA256()
    var sha512 = SHA512()

    mutating func take(_ bytes: [UInt8], _ writer: ZipWriter) throws {
      guard !bytes.isEmpty else { return }
      crc = bytes.withUnsafeBufferPointer { crc32_z(crc, $0.baseAddress, $0.count) }
      size += UInt64(bytes.count)
      bytes.withUnsafeBytes {
        sha256.update(bufferPointer: $0)
        sha512.update(bufferPointer: $0)
      }
      let out = deflater?.write(bytes, finish: false) ?? bytes
      packed += UInt64(out.count)
      try writer.write(out)
    }
  }

  private func begin(_ name: String, _ method: Method) throws -> Packing {
    let deflater = method == .deflated ? RawDeflater() : nil
    let packing = Packing(
      name: name,
      offset: offset,
      method: deflater == nil ? .stored : .deflated,
      deflater: deflater
    )
    try write(header(packing))
    return packing
  }

  private func end(_ packing: Packing) throws -> PackedFile {
    var packing = packing
    if let rest = packing.deflater?.write([], finish: true) {
      packing.packed += UInt64(rest.count)
      try write(rest)
    }
    let bytes = header(packing)
    let written = bytes.withUnsafeBytes {
      pwrite(descriptor, $0.baseAddress, $0.count, off_t(packing.offset))
    }
    guard written == bytes.count else { throw FileFault.failure(errno) }
    entries.append(
      Entry(
        name: Array(packing.name.utf8),
        method: packing.method == .stored ? 0 : 8,
        crc: UInt32(truncatingIfNeeded: packing.crc),
        packed: packing.packed,
        size: packing.size,
        offset: packing.offset
      )
    )
    return PackedFile(
      name: packing.name,
      bytes: Int(packing.size),
      sha256: Self.hexadecimal(packing.sha256.finalize()),
      sha512: Self.hexadecimal(packing.sha512.finalize())
    )
  }

  /// The header before a file's bytes: written first to keep its place, then again once all is known.
  private func header(_ packing: Packing) -> [UInt8] {
    let name = Array(packing.name.utf8)
    var bytes = ZipBytes()
    bytes.add32(0x0403_4B50)
    // Bit 11: names are UTF-8.
    bytes.add16(45, 0x0800, packing.method == .stored ? 0 : 8, time.time, time.date)
    bytes.add32(UInt32(truncatingIfNeeded: packing.crc), .max, .max)
    bytes.add16(UInt16(clamping: name.count), 20)
    bytes.bytes += name
    bytes.add16(1, 16)
    bytes.add64(packing.size, packing.packed)
    return bytes.bytes
  }

  private static func directoryLine(_ entry: Entry, _ time: (date: UInt16, time: UInt16)) -> [UInt8] {
    var bytes = ZipBytes()
    bytes.add32(0x0201_4B50)
    bytes.add16(45, 45, 0x0800, entry.method, time.time, time.date)
    bytes.add32(entry.crc, .max, .max)
    bytes.add16(UInt16(clamping: entry.name.count), 28, 0, 0, 0)
    bytes.add32(0, .max)
    bytes.bytes += entry.name
    bytes.add16(1, 24)
    bytes.add64(entry.size, entry.packed, entry.offset)
    return bytes.bytes
  }

  private func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try FileCopy.write($0, to: descriptor) }
    offset += UInt64(bytes.count)
  }

  private static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// Little-endian numbers one after the other.
private struct ZipBytes {
  var bytes: [UInt8] = []

  mutating func add16(_ values: UInt16...) { for value in values { add(value) } }
  mutating func add32(_ values: UInt32...) { for value in values { add(value) } }
  mutating func add64(_ values: UInt64...) { for value in values { add(value) } }

  private mutating func add(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// Compression by zlib without a header (RFC 1951).
private final class RawDeflater {
  private var stream = z_stream()

  init?() {
    let size = Int32(MemoryLayout<z_stream>.size)
    guard deflateInit2_(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
    else { return nil }
  }

  deinit { deflateEnd(&stream) }

  /// Compresses the next bytes and gives what is ready; at the end, all that remains.
  func write(_ bytes: [UInt8], finish: Bool) -> [UInt8] {
    var input = bytes
    var output: [UInt8] = []
    let chunk = 64 << 10
    input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      repeat {
        let filled = output.count
        output.append(contentsOf: repeatElement(0, count: chunk))
        output.withUnsafeMutableBufferPointer { output in
          stream.next_out = output.baseAddress.map { $0 + filled }
          stream.avail_out = UInt32(chunk)
          _ = deflate(&stream, finish ? Z_FINISH : Z_NO_FLUSH)
        }
        output.removeLast(Int(stream.avail_out))
      } while stream.avail_out == 0
      stream.next_in = nil
    }
    return output
  }
}
