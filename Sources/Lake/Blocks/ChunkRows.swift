import CDuckDB

/// The rows of a filled chunk, as they lie in its vectors.
struct ChunkRows {
  struct Column {
    let kind: StorageKind
    let data: UnsafeRawPointer
    let validity: UnsafePointer<UInt64>

    @inline(__always)
    func isNull(_ row: Int) -> Bool { validity[row >> 6] & (1 << UInt64(row & 63)) == 0 }

    @inline(__always)
    func load<Value: BitwiseCopyable>(_ row: Int, as type: Value.Type) -> Value {
      data.load(fromByteOffset: row &* MemoryLayout<Value>.size, as: type)
    }

    /// The bytes of a text.
    @inline(__always)
    func text(_ row: Int) -> UnsafeBufferPointer<UInt8> {
      let place = data + row &* MemoryLayout<duckdb_text>.size
      let count = Int(place.load(as: UInt32.self))
      let start = count > 12 ? place.load(fromByteOffset: 8, as: UnsafeRawPointer.self) : place + 4
      return UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
    }
  }

  let count: Int
  let numbers: UnsafePointer<Int64>
  let columns: [Column]

  /// Looks into a chunk of row numbers and columns of these kinds, which its maker still holds.
  init(_ chunk: FilledChunk, kinds: [StorageKind], api: duckdb_api) throws {
    guard let numbers = api.vector_get_data(api.data_chunk_get_vector(chunk.pointer, 0)) else {
      throw Self.noMemory
    }
    count = chunk.rows
    self.numbers = UnsafePointer(numbers.assumingMemoryBound(to: Int64.self))
    columns = try kinds.enumerated().map { index, kind in
      let vector = api.data_chunk_get_vector(chunk.pointer, idx_t(index + 1))
      guard let data = api.vector_get_data(vector), let validity = api.vector_get_validity(vector) else {
        throw Self.noMemory
      }
      return Column(kind: kind, data: data, validity: validity)
    }
  }

  private static let noMemory = EngineFault(message: "Out of Memory: a chunk has none").failure
}

extension BlockFileWriter {
  /// Adds the rows of a chunk.
  mutating func append(_ rows: ChunkRows) throws {
    try rows.columns.withUnsafeBufferPointer { columns in
      for row in 0..<rows.count {
        try startRow(Int(rows.numbers[row]))
        for index in columns.indices { append(columns[index], row, index) }
      }
    }
  }

  @inline(__always)
  private mutating func append(_ column: ChunkRows.Column, _ row: Int, _ index: Int) {
    if column.isNull(row) { return appendNull(column: index) }
    switch column.kind {
    case .text: append(text: column.text(row))
    case .integer, .datetime, .time: append(integer: column.load(row, as: Int64.self))
    case .number: append(number: column.load(row, as: Double.self))
    case .boolean: append(boolean: column.load(row, as: UInt8.self) != 0)
    case .date: append(integer: Int64(column.load(row, as: Int32.self)))
    }
  }
}
