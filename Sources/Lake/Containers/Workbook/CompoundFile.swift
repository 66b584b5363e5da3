import Foundation
import Messages

/// A compound document (MS-CFB): streams in a file, chained by sectors.
final class CompoundFile {
  private static let endOfChain = 0xFFFF_FFFE
  private static let streamLimit = 512 << 20

  private struct Entry {
    var name: String
    var start: Int
    var size: Int
    var isStream: Bool
  }

  private let file: OpenFile
  private let sectorSize: Int
  private let miniSize: Int
  private let miniCutoff: Int
  private var table: [Int] = []
  private var miniTable: [Int] = []
  private var miniStream: [UInt8] = []
  private var entries: [Entry] = []

  /// Reads the tables and the directory.
  init(path: String) throws {
    file = try OpenFile(path: path)
    let header = try file.bytes(at: 0, count: 512)
    guard header.count == 512, [9, 12].contains(header.little16(30)), header.little16(32) == 6 else {
      throw Self.damaged()
    }
    sectorSize = 1 << header.little16(30)
    miniSize = 64
    miniCutoff = header.little32(56)
    table = try allocationTable(header)
    entries = try directory(try chain(header.little32(48), limit: Self.streamLimit))
    miniTable = try numbers(chain(header.little32(60), limit: Self.streamLimit))
    if let root = entries.first, !root.isStream {
      miniStream = try chain(root.start, limit: Self.streamLimit)
    }
  }

  /// The names of the streams.
  var names: [String] { entries.filter(\.isStream).map(\.name) }

  /// The bytes of a stream.
  func stream(_ name: String) throws -> [UInt8]? {
    guard let entry = entries.first(where: { $0.isStream && $0.name.lowercased() == name.lowercased() })
    else {
      return nil
    }
    guard entry.size <= Self.streamLimit else { throw ContainerFailure.workbookTooLarge() }
    let bytes =
      entry.size < miniCutoff
      ? try miniChain(entry.start, size: entry.size) : try chain(entry.start, limit: entry.size)
    return Array(bytes.prefix(entry.size))
  }

  private static func damaged() -> Failure {
    ContainerFailure.damagedWorkbook(
      Bilingual(fr: "ses secteurs ne se suivent pas", en: "its sectors do not follow each other")
    )
  }

  private func numbers(_ bytes: [UInt8]) -> [Int] {
    (0..<bytes.count / 4).map { bytes.little32($0 * 4) }
  }

  private func sector(_ number: Int) throws -> [UInt8] {
    let bytes = try file.bytes(at: (number + 1) * sectorSize, count: sectorSize)
    guard !bytes.isEmpty else { throw Self.damaged() }
    return bytes
  }

  /// The sectors of the allocation table: the first 109 are in the header, the others in a chain of their
  /// own.
  private func allocationTable(_ header: [UInt8]) throws -> [Int] {
    var sectors = (0..<109).map { header.little32(76 + 4 * $0) }
    var next = header.little32(68)
    let most = file.size / sectorSize + 1
    var seen = 0
    while next < Self.endOfChain - 1, seen <= most {
      let links = numbers(try sector(next))
      sectors += links.dropLast()
      next = links.last ?? Self.endOfChain
      seen += 1
    }
    sectors.removeAll { $0 >= 0xFFFF_FFFC }
    guard sectors.count <= most else { throw Self.damaged() }
    return try sectors.flatMap { numbers(try sector($0)) }
  }

  private func chain(_ start: Int, limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var next = start
    while next < 0xFFFF_FFFC, bytes.count < limit {
      guard table.indices.contains(next), bytes.count <= file.size else { throw Self.damaged() }
      bytes += try sector(next)
      next = table[next]
    }
    return bytes
  }

  private func miniChain(_ start: Int, size: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var next = start
    while next < 0xFFFF_FFFC, bytes.count < size {
      let from = next * miniSize
      guard miniTable.indices.contains(next), from < miniStream.count, bytes.count <= miniStream.count else {
        throw Self.damaged()
      }
      bytes += miniStream[from..<min(from + miniSize, miniStream.count)]
      next = miniTable[next]
    }
    return bytes
  }

  private func directory(_ bytes: [UInt8]) throws -> [Entry] {
    guard bytes.count >= 128 else { throw Self.damaged() }
    return (0..<bytes.count / 128).map { index in
      let at = index * 128
      let length = min(max(bytes.little16(at + 64) - 2, 0), 62) / 2
      let units = (0..<length).map { UInt16(bytes.little16(at + 2 * $0)) }
      return Entry(
        name: String(decoding: units, as: UTF16.self),
        start: bytes.little32(at + 116),
        size: bytes.little32(at + 120),
        isStream: bytes[at + 66] == 2
      )
    }
  }
}
