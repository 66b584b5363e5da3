import Foundation
import Messages
import Tabular

/// Runs the queries of strangers, each in a DuckDB instance of its own that knows one table and lives for one
/// query.
///
/// Where the program offers it (`IsolatedQuery.serveIfAsked`), that instance has a process of its own too:
/// whatever memory a query takes or crash it finds, the server goes on.
final class Sandbox: Sendable {
  private let library: DuckDBLibrary
  private let engine: Engine
  private let processes: QueryProcesses
  private let gate = Gate(width: 2, waiting: 16)

  init(library: DuckDBLibrary, engine: Engine) {
    self.library = library
    self.engine = engine
    processes = QueryProcesses(library: library)
  }

  /// The answer of one SELECT over a table.
  func run(_ sql: String, over table: Table, alias: String?, limits: QueryLimits) async throws -> Rows {
    guard sql.utf8.count <= limits.statement else { throw Self.tooLong(limits.statement) }
    guard !sql.utf8.contains(0) else { throw StatementCheck.onlySelect }
    let turn = try await Turn.take(at: gate)
    defer { turn.end() }
    let query = StrangerQuery(sql: sql, alias: alias, parquet: table.parquetURL.path, limits: limits)
    if IsolatedQuery.isOffered { return try await processes.answer(query) }
    let connection = try open()
    return try await engine.watched(connection, limit: limits.time) { try query.answer(on: $0) }
  }

  private func open() throws -> Connection {
    do { return try Database(library, settings: EngineSettings.strangers).connect() } catch let fault
      as EngineFault
    {
      library.log(fault.message)
      throw fault.failure
    }
  }

  private static func tooLong(_ limit: Int) -> Failure {
    Failure(
      "lake.sql.length",
      .tooLarge,
      fr: "La requête dépasse \(limit) octets.",
      en: "The query is over \(limit) bytes.",
      pointer: "query"
    )
  }
}

extension Table {
  /// The answer of one SELECT over this table, run in an engine of its own.
  ///
  /// Only this table can be read, no file, network or setting; time, memory, rows and bytes are limited, and
  /// an answer that was cut says so (`truncated`). Lists, structures and intervals come as text.
  ///
  /// - Parameters:
  ///   - sql: the statement; the table is named `data`, and also `alias`.
  ///   - alias: another name for the table, the dataset's.
  ///   - limits: what the query may use.
  /// - Returns: the answer's columns and rows.
  /// - Throws: `Failure` pointing at `query`.
  public func query(
    sql: String,
    alias: String? = nil,
    limits: QueryLimits = QueryLimits()
  ) async throws -> Rows {
    try await context.answers.rows(digest, .sql(sql, alias, limits)) {
      try await context.sandbox.run(sql, over: self, alias: alias, limits: limits)
    }
  }
}
