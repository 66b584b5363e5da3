import CDuckDB
import Tabular

/// A value given to DuckDB or taken from it.
typealias SQLValue = CellValue

/// A prepared statement.
final class Statement {
  let connection: Connection
  private var pointer: duckdb_prepared_statement?
  private var api: duckdb_api { connection.api }

  init(_ connection: Connection, _ sql: String) throws {
    self.connection = connection
    guard connection.api.prepare(connection.pointer, sql, &pointer) == DuckDBSuccess else {
      let message = connection.api.prepare_error(pointer).map { String(cString: $0) } ?? "?"
      connection.api.destroy_prepare(&pointer)
      throw EngineFault(message: message)
    }
  }

  deinit { connection.api.destroy_prepare(&pointer) }

  /// Runs the statement.
  ///
  /// With `streaming`, the answer is made while it is read, in constant memory.
  func run(_ parameters: [SQLValue] = [], streaming: Bool = false) throws -> Answer {
    guard Int(api.nparams(pointer)) == parameters.count else {
      throw EngineFault(message: "parameters differ")
    }
    for (index, value) in parameters.enumerated() {
      guard bind(value, at: idx_t(index + 1)) == DuckDBSuccess else {
        throw EngineFault(message: "cannot bind")
      }
    }
    let answer = Answer(statement: self)
    let state =
      streaming
      ? api.execute_prepared_streaming(pointer, &answer.result)
      : api.execute_prepared(pointer, &answer.result)
    guard state == DuckDBSuccess else {
      throw EngineFault(message: api.result_error(&answer.result).map { String(cString: $0) } ?? "?")
    }
    answer.readColumns()
    return answer
  }

  /// The columns of the answer to come.
  var columns: [AnswerColumn] {
    (0..<api.prepared_statement_column_count(pointer)).map { index in
      let name = api.prepared_statement_column_name(pointer, index)
      var type = api.prepared_statement_column_logical_type(pointer, index)
      defer {
        api.free(UnsafeMutableRawPointer(mutating: name))
        api.destroy_logical_type(&type)
      }
      return AnswerColumn(name, type, api)
    }
  }

  private func bind(_ value: SQLValue, at index: idx_t) -> duckdb_state {
    switch value {
    case .null: api.bind_null(pointer, index)
    case .text(var text):
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          api.bind_varchar_length(pointer, index, $0.baseAddress ?? Self.empty, idx_t($0.count))
        }
      }
    case .integer(let value): api.bind_int64(pointer, index, value)
    case .number(let value): api.bind_double(pointer, index, value)
    case .boolean(let value): api.bind_boolean(pointer, index, value)
    case .date(let days): api.bind_date(pointer, index, duckdb_date(days: days))
    case .datetime(let micros): api.bind_timestamp(pointer, index, duckdb_timestamp(micros: micros))
    case .time(let micros): api.bind_time(pointer, index, duckdb_time(micros: micros))
    }
  }

  // An empty text has no address, and DuckDB takes none for NULL. One byte that nobody writes, for ever.
  nonisolated(unsafe) private static let empty: UnsafePointer<CChar> = {
    let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    byte.initialize(to: 0)
    return UnsafePointer(byte)
  }()
}
