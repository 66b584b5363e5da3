import CDuckDB
import Foundation

/// The table function `arpent_rows()`: gives DuckDB the chunks that another thread fills, without copying
/// them.
final class ChunkFeed: Sendable {
  static let name = "arpent_rows"
  let chunks: HandOff<FilledChunk>
  private let columns: [(name: String, type: Int32)]
  private let api: duckdb_api

  /// How many bytes may wait: about a row group, since DuckDB takes nothing while it writes one.
  private static let ahead = 12 << 20

  init(_ columns: [ImportedColumn], api: duckdb_api) {
    self.api = api
    self.columns =
      [(ImportedColumn.rowColumn, Int32(DUCKDB_BIGINT))]
      + columns.map { ($0.storedName, $0.kind.duckDBType) }
    chunks = HandOff(capacity: Self.ahead) { $0.bytes }
  }

  deinit {
    // A statement that failed early leaves chunks that nobody took.
    while let chunk = chunks.tryPop() { chunk.destroy(api) }
  }

  /// Makes the function known to a connection's database.
  func register(on connection: Connection) throws {
    var function = api.create_table_function()
    defer { api.destroy_table_function(&function) }
    api.table_function_set_name(function, Self.name)
    api.table_function_set_extra_info(function, Unmanaged.passRetained(self).toOpaque()) { info in
      if let info { Unmanaged<ChunkFeed>.fromOpaque(info).release() }
    }
    api.table_function_set_bind(function) { info in
      guard let api = duckdb_loaded()?.pointee, let feed = ChunkFeed.of(api.bind_get_extra_info(info)) else {
        return
      }
      feed.bind(info)
    }
    api.table_function_set_init(function) { info in duckdb_loaded()?.pointee.init_set_max_threads(info, 1) }
    api.table_function_set_function(function) { info, output in
      guard let api = duckdb_loaded()?.pointee, let feed = ChunkFeed.of(api.function_get_extra_info(info))
      else {
        return
      }
      feed.give(output)
    }
    guard api.register_table_function(connection.pointer, function) == DuckDBSuccess else {
      throw EngineFault(message: "the table function is refused")
    }
  }

  private static func of(_ info: UnsafeMutableRawPointer?) -> ChunkFeed? {
    info.map { Unmanaged<ChunkFeed>.fromOpaque($0).takeUnretainedValue() }
  }

  private func bind(_ info: duckdb_bind_info?) {
    for column in columns {
      var type = api.create_logical_type(column.type)
      api.bind_add_result_column(info, column.name, type)
      api.destroy_logical_type(&type)
    }
  }

  private func give(_ output: duckdb_data_chunk?) {
    guard let chunk = chunks.pop() else {
      api.data_chunk_set_size(output, 0)
      return
    }
    for index in columns.indices {
      api.vector_reference_vector(
        api.data_chunk_get_vector(output, idx_t(index)),
        api.data_chunk_get_vector(chunk.pointer, idx_t(index))
      )
    }
    api.data_chunk_set_size(output, api.data_chunk_get_size(chunk.pointer))
    chunk.destroy(api)
  }
}
