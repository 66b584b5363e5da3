import Tabular

/// Which columns to decode, and where each goes.
struct ColumnPlan {
  let count: Int
  /// For each column of the file up to the last wanted: the first place of its value in the answer, or -1.
  let targets: [Int]
  /// Places that repeat another's value.
  let copies: [(from: Int, to: Int)]

  init(columns: [Int], kinds: [StorageKind]) {
    count = columns.count
    var targets = [Int](repeating: -1, count: (columns.max() ?? -1) + 1)
    var copies: [(from: Int, to: Int)] = []
    for (place, column) in columns.enumerated() {
      if targets[column] < 0 { targets[column] = place } else { copies.append((targets[column], place)) }
    }
    self.targets = targets
    self.copies = copies
  }
}

/// The rows of one block, decompressed.
struct BlockReader {
  private let bytes: UnsafeRawBufferPointer
  private let firstRow: Int
  private let rows: Int
  private let starts: Int
  private let kinds: [StorageKind]

  init?(_ bytes: UnsafeRawBufferPointer, entry: BlockFile.Entry, kinds: [StorageKind]) {
    guard entry.rows > 0, bytes.count >= entry.rows * 5 else { return nil }
    self.bytes = bytes
    self.kinds = kinds
    firstRow = entry.firstRow
    rows = entry.rows
    starts = bytes.count - entry.rows * 4
  }

  /// How many rows have a number up to `number`.
  func rowsUpTo(_ number: Int) -> Int {
    var low = 0
    var high = rows
    while low < high {
      let middle = (low + high) / 2
      if self.number(ofRow: middle) > number { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The number of the record that row `row` of the block was.
  func number(ofRow row: Int) -> Int {
    var at = start(ofRow: row)
    return firstRow + Int(clamping: varint(&at) ?? 0)
  }

  /// The values of row `row` of the block.
  func values(ofRow row: Int, _ plan: ColumnPlan) throws -> [CellValue] {
    var at = start(ofRow: row)
    guard varint(&at) != nil, at + (kinds.count + 7) / 8 <= starts else { throw BlockFile.damaged }
    let bitmap = at
    at += (kinds.count + 7) / 8
    var values = [CellValue](repeating: .null, count: plan.count)
    for column in plan.targets.indices {
      if bytes[bitmap + column >> 3] & 1 << UInt8(column & 7) != 0 { continue }
      let target = plan.targets[column]
      if target < 0 { try skip(kinds[column], &at) } else { values[target] = try value(kinds[column], &at) }
    }
    for copy in plan.copies { values[copy.to] = values[copy.from] }
    return values
  }

  private func start(ofRow row: Int) -> Int {
    let start = bytes.loadUnaligned(fromByteOffset: starts + row * 4, as: UInt32.self)
    return min(Int(UInt32(littleEndian: start)), starts)
  }

  private func value(_ kind: StorageKind, _ at: inout Int) throws -> CellValue {
    switch kind {
    case .text:
      let length = try length(&at)
      defer { at += length }
      return .text(
        String(decoding: UnsafeRawBufferPointer(rebasing: bytes[at..<(at + length)]), as: UTF8.self)
      )
    case .number:
      guard at + 8 <= starts else { throw BlockFile.damaged }
      defer { at += 8 }
      return .number(
        Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
      )
    case .integer: return .integer(try zigzag(&at))
    case .boolean: return .boolean(try zigzag(&at) != 0)
    case .date: return .date(Int32(truncatingIfNeeded: try zigzag(&at)))
    case .datetime: return .datetime(try zigzag(&at))
    case .time: return .time(try zigzag(&at))
    }
  }

  private func skip(_ kind: StorageKind, _ at: inout Int) throws {
    switch kind {
    case .text: at += try length(&at)
    case .number: at += 8
    default: _ = try zigzag(&at)
    }
  }

  private func length(_ at: inout Int) throws -> Int {
    guard let length = varint(&at), length <= UInt64(starts - at) else { throw BlockFile.damaged }
    return Int(length)
  }

  private func zigzag(_ at: inout Int) throws -> Int64 {
    guard let value = varint(&at) else { throw BlockFile.damaged }
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  private func varint(_ at: inout Int) -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while at < starts, shift < 64 {
      let byte = bytes[at]
      at += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }
}
