import CZlib
import Foundation
import Messages
import Tabular

/// A ZIP file read by its central directory (PKWARE APPNOTE 6.3, with ZIP64), within limits.
final class ZipArchive {
  /// A file in the archive.
  struct Entry: Sendable {
    /// The name as the archive gives it, never used as a path.
    let name: String
    /// Whether its bytes are encrypted.
    let isEncrypted: Bool
    fileprivate let method: Int
    fileprivate let checksum: UInt32
    fileprivate let compressedSize: Int
    /// The size its bytes expand to, as declared; checked while they are read.
    let size: Int
    fileprivate let offset: Int

    /// The last part of the name.
    var baseName: String {
      name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    }
    /// The name's extension, in lower case.
    var ending: String {
      baseName.contains(".") ? baseName.split(separator: ".").last.map { $0.lowercased() } ?? "" : ""
    }
  }

  private static let entryLimit = 20_000
  private static let directoryLimit = 32 << 20

  /// The files of the archive, without its folders.
  let entries: [Entry]
  private let file: OpenFile
  private let limits: ReadingLimits

  /// Reads the central directory of a file.
  init(path: String, limits: ReadingLimits) throws {
    file = try OpenFile(path: path)
    self.limits = limits
    let end = try EndOfDirectory(file)
    guard end.count <= Self.entryLimit, end.size <= Self.directoryLimit else { throw ContainerFailure.bomb() }
    let directory = try file.bytes(at: end.offset, count: end.size)
    let all = try Self.parse(directory, count: end.count)
    try Self.refuseOverlaps(all, directory: end.offset)
    entries = all.filter { !$0.name.hasSuffix("/") && !$0.name.hasSuffix("\\") }
  }

  /// The file of that exact name.
  func entry(named name: String) -> Entry? { entries.first { $0.name == name } }

  /// The bytes of a file of the archive, expanded and checked against their size and checksum.
  func open(_ entry: Entry) throws -> any ByteStream {
    guard !entry.isEncrypted else { throw ContainerFailure.encryptedArchive() }
    if entry.size > limits.expandedBytes { throw ContainerFailure.bomb() }
    let header = try file.bytes(at: entry.offset, count: 30)
    guard header.count == 30, header.little32(0) == 0x0403_4B50 else {
      throw ContainerFailure.damagedArchive()
    }
    let start = entry.offset + 30 + header.little16(26) + header.little16(28)
    guard start + entry.compressedSize <= file.size else { throw ContainerFailure.truncatedArchive() }
    let raw = FileBytes(file, offset: start, count: entry.compressedSize)
    switch entry.method {
    case 0: return CheckedBytes(raw, size: entry.size, checksum: entry.checksum)
    case 8:
      let expanded = try Inflater(raw, envelope: .bare, limits: limits)
      return CheckedBytes(expanded, size: entry.size, checksum: entry.checksum)
    default: throw ContainerFailure.unknownCompression()
    }
  }

  private static func parse(_ directory: [UInt8], count: Int) throws -> [Entry] {
    var entries: [Entry] = []
    var at = 0
    for _ in 0..<count {
      guard at + 46 <= directory.count, directory.little32(at) == 0x0201_4B50 else {
        throw ContainerFailure.damagedArchive()
      }
      let lengths = (directory.little16(at + 28), directory.little16(at + 30), directory.little16(at + 32))
      let end = at + 46 + lengths.0 + lengths.1 + lengths.2
      guard end <= directory.count else { throw ContainerFailure.damagedArchive() }
      let extra = directory[(at + 46 + lengths.0)..<(at + 46 + lengths.0 + lengths.1)]
      entries.append(try entry(directory, at: at, nameLength: lengths.0, extra: Array(extra)))
      at = end
    }
    return entries
  }

  private static func entry(_ directory: [UInt8], at: Int, nameLength: Int, extra: [UInt8]) throws -> Entry {
    var size = directory.little32(at + 24)
    var compressed = directory.little32(at + 20)
    var offset = directory.little32(at + 42)
    if size == 0xFFFF_FFFF || compressed == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
      var wide = zip64Fields(extra)[...]
      if size == 0xFFFF_FFFF { size = wide.popFirst() ?? -1 }
      if compressed == 0xFFFF_FFFF { compressed = wide.popFirst() ?? -1 }
      if offset == 0xFFFF_FFFF { offset = wide.popFirst() ?? -1 }
    }
    guard size >= 0, compressed >= 0, offset >= 0 else { throw ContainerFailure.damagedArchive() }
    return Entry(
      name: text(directory[(at + 46)..<(at + 46 + nameLength)]),
      isEncrypted: directory.little16(at + 8) & 1 != 0,
      method: directory.little16(at + 10),
      checksum: UInt32(directory.little32(at + 16)),
      compressedSize: compressed,
      size: size,
      offset: offset
    )
  }

  /// The 64-bit sizes and offset of the extra field 0x0001, in their order.
  private static func zip64Fields(_ extra: [UInt8]) -> [Int] {
    var at = 0
    while at + 4 <= extra.count {
      let length = extra.little16(at + 2)
      if extra.little16(at) == 1, at + 4 + length <= extra.count {
        return (0..<length / 8).map { extra.little64(at + 4 + 8 * $0) }
      }
      at += 4 + length
    }
    return []
  }

  /// Old archives write names in the code page of their machine: read as Latin-1, for display only.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// Files that share their bytes are the mark of an archive built to expand without end.
  private static func refuseOverlaps(_ entries: [Entry], directory: Int) throws {
    var end = 0
    for entry in entries.sorted(by: { $0.offset < $1.offset }) {
      guard entry.offset >= end, entry.compressedSize <= directory - entry.offset else {
        throw ContainerFailure.damagedArchive()
      }
      end = entry.offset + 30 + entry.compressedSize
    }
  }
}

/// Where the central directory is, from the record at the end of the file.
private struct EndOfDirectory {
  var offset: Int
  var size: Int
  var count: Int

  init(_ file: OpenFile) throws {
    let tailStart = max(0, file.size - 65_557)
    let tail = try file.bytes(at: tailStart, count: 65_557)
    var at = tail.count - 22
    while at >= 0, tail.little32(at) != 0x0605_4B50 { at -= 1 }
    guard at >= 0 else { throw ContainerFailure.truncatedArchive() }
    (count, size, offset) = (tail.little16(at + 10), tail.little32(at + 12), tail.little32(at + 16))
    if at >= 20, tail.little32(at - 20) == 0x0706_4B50 {
      let record = try file.bytes(at: tail.little64(at - 12), count: 56)
      guard record.count == 56, record.little32(0) == 0x0606_4B50 else {
        throw ContainerFailure.damagedArchive()
      }
      (count, size, offset) = (record.little64(32), record.little64(40), record.little64(48))
    }
    guard count >= 0, size >= 0, offset >= 0, offset <= file.size, size <= file.size - offset else {
      throw ContainerFailure.damagedArchive()
    }
  }
}

/// Bytes that must have a given size and CRC-32.
private final class CheckedBytes: ByteStream {
  private let source: any ByteStream
  private let size: Int
  private let checksum: UInt32
  private var count = 0
  private var running: UInt = 0

  init(_ source: any ByteStream, size: Int, checksum: UInt32) {
    self.source = source
    self.size = size
    self.checksum = checksum
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let got = try source.read(into: buffer)
    if got == 0 {
      guard count == size else { throw ContainerFailure.truncatedArchive() }
      guard UInt32(truncatingIfNeeded: running) == checksum else { throw ContainerFailure.damagedArchive() }
      return 0
    }
    count += got
    guard count <= size else { throw ContainerFailure.damagedArchive() }
    running = crc32(running, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(got))
    return got
  }
}
