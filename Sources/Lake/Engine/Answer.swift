import CDuckDB
import Tabular

/// What a statement answered, read chunk by chunk.
final class Answer {
  let statement: Statement
  var result = duckdb_result()
  private(set) var columns: [AnswerColumn] = []
  private var api: duckdb_api { statement.connection.api }

  init(statement: Statement) { self.statement = statement }

  deinit { api.destroy_result(&result) }

  func readColumns() {
    columns = (0..<api.column_count(&result)).map { index in
      var type = api.column_logical_type(&result, index)
      defer { api.destroy_logical_type(&type) }
      return AnswerColumn(api.column_name(&result, index), type, api)
    }
  }

  /// The next chunk, or `nil` at the end.
  func next() throws -> AnswerChunk? {
    while let pointer = api.fetch_chunk(result) {
      let chunk = AnswerChunk(pointer, columns: columns, api: api)
      if chunk.count > 0 { return chunk }
    }
    // A streamed answer that fails midway ends early, and only then has an error.
    if let error = api.result_error(&result) { throw EngineFault(message: String(cString: error)) }
    return nil
  }
}

/// A column of an answer: its name and DuckDB's type.
struct AnswerColumn {
  var name: String
  var id: Int
  var scale = 0
  var storage = 0

  init(_ name: UnsafePointer<CChar>?, _ type: duckdb_logical_type?, _ api: duckdb_api) {
    self.name = name.map { String(cString: $0) } ?? ""
    id = Int(api.get_type_id(type))
    guard id == DUCKDB_DECIMAL else { return }
    scale = Int(api.decimal_scale(type))
    storage = Int(api.decimal_internal_type(type))
  }

  /// Our type for it; `nil` when its values must be asked for as text.
  var type: ColumnType? {
    switch id {
    case DUCKDB_BOOLEAN: .boolean
    case DUCKDB_TINYINT...DUCKDB_UBIGINT, DUCKDB_HUGEINT: .integer
    case DUCKDB_FLOAT, DUCKDB_DOUBLE: .number
    case DUCKDB_DECIMAL: .number
    case DUCKDB_DATE: .date
    case DUCKDB_TIME: .time
    case DUCKDB_TIMESTAMP, DUCKDB_TIMESTAMP_S, DUCKDB_TIMESTAMP_MS,
      DUCKDB_TIMESTAMP_NS, DUCKDB_TIMESTAMP_TZ:
      .datetime
    case DUCKDB_VARCHAR, DUCKDB_SQLNULL: .text
    default: nil
    }
  }
}

/// At most 2,048 rows of an answer.
final class AnswerChunk {
  let count: Int
  private let columns: [AnswerColumn]
  private let api: duckdb_api
  private var pointer: duckdb_data_chunk?

  init(_ pointer: duckdb_data_chunk, columns: [AnswerColumn], api: duckdb_api) {
    self.pointer = pointer
    self.columns = columns
    self.api = api
    count = Int(api.data_chunk_get_size(pointer))
  }

  deinit { api.destroy_data_chunk(&pointer) }

  /// The readers of the columns, valid as long as the chunk.
  func readers() -> [VectorReader] {
    columns.enumerated().map { index, column in
      VectorReader(api.data_chunk_get_vector(pointer, idx_t(index)), column: column, api: api)
    }
  }

  /// Adds all rows to `rows`.
  func appendRows(to rows: inout [[SQLValue]]) {
    let readers = readers()
    for row in 0..<count { rows.append(readers.map { $0.value(at: row) }) }
  }
}
