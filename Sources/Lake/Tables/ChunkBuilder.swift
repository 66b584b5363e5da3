import CDuckDB
import Messages
import Tabular

/// A chunk of rows, filled and handed to DuckDB's thread.
// One owner at a time: the builder hands it over and forgets it.
struct FilledChunk: @unchecked Sendable { let pointer: duckdb_data_chunk }

/// Fills DuckDB's chunks and the prepared blocks with the rows of a source, each cell read once.
final class ChunkBuilder {
  private let api: duckdb_api
  private let columns: [ImportedColumn]
  private var types: [duckdb_logical_type?]
  private let capacity: Int
  private var blocks: BlockFileWriter
  private var chunk: duckdb_data_chunk?
  private var slots: [Slot] = []
  private var rowNumbers: UnsafeMutablePointer<Int64>?
  private var filled = 0
  private var lastNumber = 0
  private(set) var rows = 0
  private(set) var invalid: [Int]
  private(set) var missing: [Int]

  private struct Slot {
    var vector: duckdb_vector?
    var data: UnsafeMutableRawPointer
    var validity: UnsafeMutablePointer<UInt64>
  }

  init(_ columns: [ImportedColumn], api: duckdb_api, blocks: DigestingFile) throws {
    self.api = api
    self.columns = columns
    self.blocks = try BlockFileWriter(blocks, columns: columns.count)
    types =
      [api.create_logical_type(Int32(DUCKDB_BIGINT))]
      + columns.map { api.create_logical_type($0.kind.duckDBType) }
    capacity = Int(api.vector_size())
    invalid = Array(repeating: 0, count: columns.count)
    missing = Array(repeating: 0, count: columns.count)
  }

  deinit {
    api.destroy_data_chunk(&chunk)
    for index in types.indices { api.destroy_logical_type(&types[index]) }
  }

  /// Adds the rows of a batch; full chunks go to `hand`, which says whether to go on.
  func consume(_ batch: borrowing RowBatch, hand: (FilledChunk) -> Bool) throws -> Bool {
    try batch.withUnsafeRows { rows in
      for row in 0..<rows.count {
        if chunk == nil { start() }
        try fill(rows, row)
        if filled == capacity, !send(hand) { return false }
      }
      return true
    }
  }

  /// Hands over the last chunk and ends the blocks.
  func finish(hand: (FilledChunk) -> Bool) throws {
    if filled > 0 { _ = send(hand) }
    try blocks.finish()
  }

  private func start() {
    chunk = api.create_data_chunk(&types, idx_t(types.count))
    rowNumbers = api.vector_get_data(api.data_chunk_get_vector(chunk, 0))?.assumingMemoryBound(to: Int64.self)
    slots = columns.indices.compactMap { index in
      let vector = api.data_chunk_get_vector(chunk, idx_t(index + 1))
      api.vector_ensure_validity_writable(vector)
      guard let data = api.vector_get_data(vector), let validity = api.vector_get_validity(vector) else {
        return nil
      }
      return Slot(vector: vector, data: data, validity: validity)
    }
  }

  private func send(_ hand: (FilledChunk) -> Bool) -> Bool {
    guard let full = chunk else { return true }
    api.data_chunk_set_size(full, idx_t(filled))
    chunk = nil
    filled = 0
    if hand(FilledChunk(pointer: full)) { return true }
    var unwanted: duckdb_data_chunk? = full
    api.destroy_data_chunk(&unwanted)
    return false
  }

  private func fill(_ rows: UnsafeRows, _ row: Int) throws {
    let number = rows.rowNumbers[row]
    let cells = rows.cells(ofRow: row)
    guard number > lastNumber else { throw Self.disorder }
    lastNumber = number
    try blocks.startRow(number)
    rowNumbers?[filled] = Int64(number)
    for index in columns.indices {
      let cell = cells.lowerBound &+ columns[index].cell
      if cell >= cells.upperBound || !put(rows.cell(cell), index) {
        leaveEmpty(index, present: cell < cells.upperBound)
      }
    }
    filled += 1
    self.rows += 1
  }

  private func leaveEmpty(_ index: Int, present: Bool) {
    // `put` counts what it refuses; a cell that the record lacks is missing.
    if !present { missing[index] &+= 1 }
    slots[index].validity[filled >> 6] &= ~(1 << UInt64(filled & 63))
    blocks.appendNull(column: index)
  }

  /// Writes a cell; false when it holds no value.
  @inline(__always)
  private func put(_ cell: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    if columns[index].kind == .text {
      if columns[index].parser.isMissing(cell) {
        missing[index] &+= 1
        return false
      }
      putText(cell, index)
      return true
    }
    return putValue(columns[index].parser.parse(cell), index)
  }

  private func putValue(_ cell: ParsedCell, _ index: Int) -> Bool {
    let data = slots[index].data
    switch (cell, columns[index].kind) {
    case (.value(.integer(let value)), .integer):
      data.storeBytes(of: value, toByteOffset: filled &* 8, as: Int64.self)
      blocks.append(integer: value)
    case (.value(.number(let value)), .number):
      data.storeBytes(of: value, toByteOffset: filled &* 8, as: Double.self)
      blocks.append(number: value)
    case (.value(.integer(let value)), .number):
      data.storeBytes(of: Double(value), toByteOffset: filled &* 8, as: Double.self)
      blocks.append(number: Double(value))
    case (.value(.boolean(let value)), .boolean):
      data.storeBytes(of: value ? 1 : 0, toByteOffset: filled, as: UInt8.self)
      blocks.append(boolean: value)
    case (.value(.date(let days)), .date):
      data.storeBytes(of: days, toByteOffset: filled &* 4, as: Int32.self)
      blocks.append(integer: Int64(days))
    case (.value(.datetime(let micros)), .datetime), (.value(.time(let micros)), .time):
      data.storeBytes(of: micros, toByteOffset: filled &* 8, as: Int64.self)
      blocks.append(integer: micros)
    case (.missing, _):
      missing[index] &+= 1
      return false
    default:
      invalid[index] &+= 1
      return false
    }
    return true
  }

  private func putText(_ cell: UnsafeBufferPointer<UInt8>, _ index: Int) {
    guard UTF8Text.isValid(cell) else {
      // A reader should not give such bytes; what cannot be told is marked, never refused.
      var mended = String(decoding: cell, as: UTF8.self)
      mended.withUTF8 { putValidText($0, index) }
      return
    }
    putValidText(cell, index)
  }

  private func putValidText(_ cell: UnsafeBufferPointer<UInt8>, _ index: Int) {
    if cell.count <= 12 {
      // Short texts lie in the vector itself: the length, then the bytes, the rest zero.
      let place = slots[index].data + filled &* 16
      place.storeBytes(of: (UInt64(0), UInt64(0)), as: (UInt64, UInt64).self)
      place.storeBytes(of: UInt32(truncatingIfNeeded: cell.count), as: UInt32.self)
      if let start = cell.baseAddress { (place + 4).copyMemory(from: start, byteCount: cell.count) }
    } else {
      cell.withMemoryRebound(to: CChar.self) {
        api.vector_assign_string_element_len(
          slots[index].vector,
          idx_t(filled),
          $0.baseAddress,
          idx_t($0.count)
        )
      }
    }
    blocks.append(text: cell)
  }

  // Paging stands on it, and a reader that broke it would be a fault of ours.
  private static let disorder = Failure(
    "lake.rows.disorder",
    .invalid,
    fr: "Les lignes du fichier n’ont pas pu être numérotées dans l’ordre.",
    en: "The file’s rows could not be numbered in order."
  )
}
