import Foundation
import Glibc
import Messages
import Tabular

/// A file of prepared blocks, read a block at a time.
final class BlockFile: Sendable {
  struct Entry {
    var firstRow: Int
    var offset: Int
    var stored: Int
    var raw: Int
    /// The number of rows before this block.
    var before: Int
    var rows: Int
  }

  let rows: Int
  let entries: [Entry]
  let kinds: [StorageKind]
  private let descriptor: Int32

  /// Opens the file and reads its index.
  init(_ url: URL, kinds: [StorageKind]) throws {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault.failure(errno) }
    do {
      (entries, rows) = try Self.readIndex(descriptor)
    } catch {
      close(descriptor)
      throw error
    }
    self.kinds = kinds
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The position, from 0, of the first row whose number is greater than `number`.
  func position(after number: Int) throws -> Int {
    let index = entries.partition { $0.firstRow > number } - 1
    guard index >= 0 else { return 0 }
    let entry = entries[index]
    return try withBlock(index) { block in entry.before + block.rowsUpTo(number) }
  }

  /// Reads `count` rows from position `start`.
  func read(from start: Int, count: Int, columns: [Int]) throws -> (numbers: [Int], values: [[CellValue]]) {
    var numbers: [Int] = []
    var values: [[CellValue]] = []
    let end = min(rows, start + max(0, count))
    guard start >= 0, start < end else { return ([], []) }
    numbers.reserveCapacity(end - start)
    values.reserveCapacity(end - start)
    var index = entries.partition { $0.before > start } - 1
    var at = start
    let plan = ColumnPlan(columns: columns, kinds: kinds)
    while at < end {
      let entry = entries[index]
      try withBlock(index) { block in
        for row in (at - entry.before)..<min(entry.rows, end - entry.before) {
          numbers.append(block.number(ofRow: row))
          values.append(try block.values(ofRow: row, plan))
        }
      }
      at = entry.before + entry.rows
      index += 1
    }
    return (numbers, values)
  }

  /// Reads the rows at these positions, in this order.
  func read(positions: [Int], columns: [Int]) throws -> (numbers: [Int], values: [[CellValue]]) {
    var numbers = [Int](repeating: 0, count: positions.count)
    var values = [[CellValue]](repeating: [], count: positions.count)
    let plan = ColumnPlan(columns: columns, kinds: kinds)
    let order = positions.indices.sorted { positions[$0] < positions[$1] }
    var next = 0
    while next < order.count {
      let index = entries.partition { $0.before > positions[order[next]] } - 1
      guard index >= 0, positions[order[next]] < rows else { throw Self.damaged }
      let entry = entries[index]
      try withBlock(index) { block in
        while next < order.count, positions[order[next]] < entry.before + entry.rows {
          let row = positions[order[next]] - entry.before
          numbers[order[next]] = block.number(ofRow: row)
          values[order[next]] = try block.values(ofRow: row, plan)
          next += 1
        }
      }
    }
    return (numbers, values)
  }

  /// Gives a block's bytes, decompressed.
  func withBlock<Result>(_ index: Int, _ body: (BlockReader) throws -> Result) throws -> Result {
    let entry = entries[index]
    return try withUnsafeTemporaryAllocation(byteCount: entry.stored + entry.raw + 8, alignment: 8) {
      memory in
      let stored = UnsafeMutableRawBufferPointer(rebasing: memory[..<entry.stored])
      try Self.read(descriptor, at: entry.offset, into: stored)
      var raw = UnsafeRawBufferPointer(stored)
      if entry.stored != entry.raw {
        let target = UnsafeMutableRawBufferPointer(
          rebasing: memory[entry.stored..<(entry.stored + entry.raw)]
        )
        guard BlockCompression.decompress(raw, into: target) else { throw Self.damaged }
        raw = UnsafeRawBufferPointer(target)
      }
      guard let block = BlockReader(raw, entry: entry, kinds: kinds) else { throw Self.damaged }
      return try body(block)
    }
  }

  private static func readIndex(_ descriptor: Int32) throws -> ([Entry], Int) {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size >= 8 + BlockFileWriter.footerBytes else { throw damaged }
    let footer = try words(descriptor, at: size - BlockFileWriter.footerBytes, count: 4)
    let (start, count, rows) = (Int(clamping: footer[0]), Int(clamping: footer[1]), Int(clamping: footer[2]))
    guard footer[3] == BlockFileWriter.magic, start >= 8, count <= size / BlockFileWriter.entryBytes,
      start + count * BlockFileWriter.entryBytes == size - BlockFileWriter.footerBytes
    else { throw damaged }
    let index = try words(descriptor, at: start, count: count * 4)
    var before = 0
    var entries: [Entry] = []
    entries.reserveCapacity(count)
    for block in 0..<count {
      let entry = Entry(
        firstRow: Int(clamping: index[block * 4]),
        offset: Int(clamping: index[block * 4 + 1]),
        stored: Int(index[block * 4 + 2] & 0xFFFF_FFFF),
        raw: Int(index[block * 4 + 2] >> 32),
        before: before,
        rows: Int(clamping: index[block * 4 + 3])
      )
      guard entry.offset <= start, entry.stored <= start - entry.offset, entry.rows <= entry.raw else {
        throw damaged
      }
      before += entry.rows
      entries.append(entry)
    }
    guard before == rows else { throw damaged }
    return (entries, rows)
  }

  private static func words(_ descriptor: Int32, at offset: Int, count: Int) throws -> [UInt64] {
    var words = [UInt64](repeating: 0, count: count)
    try words.withUnsafeMutableBytes { try read(descriptor, at: offset, into: $0) }
    return words.map { UInt64(littleEndian: $0) }
  }

  private static func read(_ descriptor: Int32, at offset: Int, into buffer: UnsafeMutableRawBufferPointer)
    throws
  {
    var done = 0
    while done < buffer.count {
      let count = pread(
        descriptor,
        buffer.baseAddress.map { $0 + done },
        buffer.count - done,
        off_t(offset + done)
      )
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFault.failure(errno)
      }
      guard count > 0 else { throw damaged }
      done += count
    }
  }

  static let damaged = Failure(
    "lake.blocks.damaged",
    .unavailable,
    fr: "Un fichier de la table est abîmé.",
    en: "A file of the table is damaged.",
    remedy: Bilingual(
      fr: "Restaurez le dossier de données depuis une sauvegarde (« arpent restore »).",
      en: "Restore the data folder from a backup (“arpent restore”)."
    )
  )
}

extension Array {
  /// The index of the first element that satisfies a condition which, once true, stays true.
  func partition(_ isAfter: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
