import CDuckDB
import Foundation
import Messages
import Synchronization

/// A DuckDB instance in memory, with settings of its own.
final class Database: Sendable {
  let library: DuckDBLibrary
  private let handle: Handle

  /// Opens an instance with `settings`, by DuckDB's names.
  init(_ library: DuckDBLibrary, settings: [String: String]) throws {
    let api = library.api
    var config: duckdb_config?
    guard api.create_config(&config) == DuckDBSuccess else { throw EngineFault(message: "no configuration") }
    defer { api.destroy_config(&config) }
    for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
      guard api.set_config(config, name, value) == DuckDBSuccess else {
        throw EngineFault(message: "setting \(name) is refused")
      }
    }
    var database: duckdb_database?
    var error: UnsafeMutablePointer<CChar>?
    guard api.open_ext(nil, &database, config, &error) == DuckDBSuccess, let database else {
      defer { api.free(error) }
      throw EngineFault(message: error.map { String(cString: $0) } ?? "cannot open")
    }
    self.library = library
    handle = Handle(pointer: database)
  }

  deinit {
    var pointer: duckdb_database? = handle.pointer
    library.api.close(&pointer)
  }

  /// Opens a connection.
  func connect() throws -> Connection {
    var connection: duckdb_connection?
    guard library.api.connect(handle.pointer, &connection) == DuckDBSuccess, let connection else {
      throw EngineFault(message: "cannot connect")
    }
    return Connection(database: self, pointer: connection)
  }

  // DuckDB's databases may be used from several threads at once; the pointer never changes.
  private struct Handle: @unchecked Sendable { let pointer: duckdb_database }
}

/// A connection: one statement at a time; `interrupt` may come from any thread.
// DuckDB's connections lock themselves: calls from several threads follow one another, and interrupt is made
// to be called meanwhile. The pointer never changes.
final class Connection: @unchecked Sendable {
  let database: Database
  let pointer: duckdb_connection
  var api: duckdb_api { database.library.api }

  init(database: Database, pointer: duckdb_connection) {
    self.database = database
    self.pointer = pointer
  }

  deinit {
    var pointer: duckdb_connection? = pointer
    api.disconnect(&pointer)
  }

  /// Asks the running statement, if any, to stop.
  func interrupt() { api.interrupt(pointer) }

  /// Runs statements whose answer is of no interest.
  func execute(_ sql: String) throws {
    var result = duckdb_result()
    defer { api.destroy_result(&result) }
    guard api.query(pointer, sql, &result) == DuckDBSuccess else {
      throw EngineFault(message: api.result_error(&result).map { String(cString: $0) } ?? "?")
    }
  }

  /// Prepares one statement.
  func prepare(_ sql: String) throws -> Statement { try Statement(self, sql) }

  /// Runs one statement with its parameters and reads all of its answer.
  func rows(_ sql: String, _ parameters: [SQLValue] = []) throws -> [[SQLValue]] {
    let answer = try prepare(sql).run(parameters)
    var rows: [[SQLValue]] = []
    while let chunk = try answer.next() { chunk.appendRows(to: &rows) }
    return rows
  }
}

/// What DuckDB said when it refused.
///
/// Its text may hold paths: it is for logs and for `EngineFault.failure`.
struct EngineFault: Error {
  let message: String

  var isInterrupt: Bool { message.hasPrefix("INTERRUPT") }
  var isMemory: Bool { message.hasPrefix("Out of Memory") }
  var isDiskFull: Bool { message.contains("No space left on device") }
}
