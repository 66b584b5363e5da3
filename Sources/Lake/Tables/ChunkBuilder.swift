import CDuckDB
import Messages
import Tabular

/// A chunk of rows, filled and handed on.
// One owner at a time: whoever hands it over forgets it.
struct FilledChunk: @unchecked Sendable {
  let pointer: duckdb_data_chunk
  let rows: Int
  /// About how much memory it takes.
  let bytes: Int

  /// Gives up a chunk that nobody will take.
  func destroy(_ api: duckdb_api) {
    var pointer: duckdb_data_chunk? = pointer
    api.destroy_data_chunk(&pointer)
  }
}

/// Fills DuckDB's chunks with the rows of a source, column after column.
final class ChunkBuilder {
  private let api: duckdb_api
  private var types: [duckdb_logical_type?]
  private let capacity: Int
  private var fillers: [ColumnFiller]
  private var chunk: duckdb_data_chunk?
  private var rowNumbers: UnsafeMutablePointer<Int64>?
  private var filled = 0
  private var lastNumber = 0
  private(set) var rows = 0
  /// How much memory a chunk may take, but for long texts.
  private static let chunkBytes = 16 << 20
  /// The most that a value takes in a vector.
  private static let valueBytes = 16

  /// - Parameter trustsText: whether cells are known to be well-formed UTF-8.
  init(_ columns: [ImportedColumn], api: duckdb_api, trustsText: Bool) {
    self.api = api
    types =
      [api.create_logical_type(Int32(DUCKDB_BIGINT))]
      + columns.map { api.create_logical_type($0.kind.duckDBType) }
    fillers = columns.map { ColumnFiller($0, api: api, trustsText: trustsText) }
    // Several chunks are under way at once: those of wide tables have fewer rows.
    capacity = min(Int(api.vector_size()), max(64, Self.chunkBytes / (Self.valueBytes * types.count)))
  }

  deinit {
    api.destroy_data_chunk(&chunk)
    for index in types.indices { api.destroy_logical_type(&types[index]) }
  }

  /// How many cells of each column have not its type.
  var invalid: [Int] { fillers.map(\.invalid) }
  /// How many cells of each column hold no value.
  var missing: [Int] { fillers.map(\.missing) }

  /// Adds the rows of a batch; full chunks go to `hand`, which says whether to go on.
  func consume(_ batch: borrowing RowBatch, hand: (FilledChunk) -> Bool) throws -> Bool {
    try batch.withUnsafeRows { rows in
      var next = 0
      while next < rows.count {
        if chunk == nil { start() }
        let range = next..<min(rows.count, next + capacity - filled)
        try fill(rows, range)
        next = range.upperBound
        if filled == capacity, !send(hand) { return false }
      }
      return true
    }
  }

  /// Hands over the last chunk.
  func finish(hand: (FilledChunk) -> Bool) {
    if filled > 0 { _ = send(hand) }
  }

  private func start() {
    chunk = api.create_data_chunk(&types, idx_t(types.count))
    rowNumbers = api.vector_get_data(api.data_chunk_get_vector(chunk, 0))?.assumingMemoryBound(to: Int64.self)
    for index in fillers.indices { fillers[index].start(api.data_chunk_get_vector(chunk, idx_t(index + 1))) }
  }

  private func send(_ hand: (FilledChunk) -> Bool) -> Bool {
    guard let full = chunk else { return true }
    let bytes = fillers.reduce(filled * Self.valueBytes * types.count) { $0 + $1.textBytes }
    let filledChunk = FilledChunk(pointer: full, rows: filled, bytes: bytes)
    api.data_chunk_set_size(full, idx_t(filled))
    chunk = nil
    filled = 0
    if hand(filledChunk) { return true }
    filledChunk.destroy(api)
    return false
  }

  private func fill(_ batch: UnsafeRows, _ range: Range<Int>) throws {
    for row in range {
      let number = batch.rowNumbers[row]
      guard number > lastNumber else { throw Self.disorder }
      lastNumber = number
      rowNumbers?[filled + row - range.lowerBound] = Int64(number)
    }
    for index in fillers.indices { fillers[index].fill(batch, range, at: filled) }
    filled += range.count
    rows += range.count
  }

  // Paging stands on it, and a reader that broke it would be a fault of ours.
  private static let disorder = Failure(
    "lake.rows.disorder",
    .invalid,
    fr: "Les lignes du fichier n’ont pas pu être numérotées dans l’ordre.",
    en: "The file’s rows could not be numbered in order."
  )
}
