import Foundation
import Messages
import Tabular

/// Runs the queries of strangers, each in a DuckDB instance of its own that knows one table and lives for one query.
final class Sandbox: Sendable {
  private let library: DuckDBLibrary
  private let engine: Engine
  private let gate = Gate(width: 2, waiting: 16)

  init(library: DuckDBLibrary, engine: Engine) {
    self.library = library
    self.engine = engine
  }

  /// The answer of one SELECT over a table.
  func run(_ sql: String, over table: Table, alias: String?, limits: QueryLimits) async throws -> Rows {
    guard sql.utf8.count <= limits.statement else { throw Self.tooLong(limits.statement) }
    guard !sql.utf8.contains(0) else { throw StatementCheck.onlySelect }
    let turn = try await Turn.take(at: gate)
    defer { turn.end() }
    let connection = try open(limits)
    let path = table.parquetURL.path
    do {
      return try await engine.watched(connection, limit: limits.time) { connection in
        let canonical = try Self.check(sql, alias: alias, on: connection)
        try Self.prepare(connection, path: path, alias: alias)
        return try Self.answer(canonical, on: connection, limits: limits)
      }
    } catch let fault as StrangerFault {
      throw fault.failure(hiding: path)
    }
  }

  private func open(_ limits: QueryLimits) throws -> Connection {
    let settings = EngineSettings.common.merging([
      "memory_limit": "\(limits.memory)B", "threads": "\(max(1, limits.threads))", "temp_directory": "",
    ]) { _, new in new }
    do { return try Database(library, settings: settings).connect() } catch let fault as EngineFault {
      library.log(fault.message)
      throw fault.failure
    }
  }

  /// Has the engine parse the statement, checks what it understood, and gives that back as text: what runs is what
  /// was checked, whatever comments or odd characters the statement held.
  private static func check(_ sql: String, alias: String?, on connection: Connection) throws -> String {
    let serialized = try connection.rows("SELECT json_serialize_sql(?)", [.text(sql)])
    guard case .text(let tree) = serialized.first?.first else { throw StatementCheck.onlySelect }
    var check = StatementCheck(tables: Set(["data"] + [alias].compactMap { $0?.lowercased() }))
    try check.check(tree)
    let text = try connection.rows("SELECT json_deserialize_sql(?::JSON)", [.text(tree)])
    guard case .text(let canonical) = text.first?.first else { throw StatementCheck.onlySelect }
    return canonical
  }

  /// Makes the table known, then shuts every door.
  static func prepare(_ connection: Connection, path: String, alias: String?) throws {
    let file = SQLText.literal(path)
    var statements = [
      "SET autoinstall_known_extensions = false", "SET allowed_paths = [\(file)]",
      "SET enable_external_access = false", "CREATE VIEW data AS SELECT * FROM read_parquet(\(file))",
    ]
    if let alias, alias.lowercased() != "data" {
      statements.append("CREATE VIEW \(SQLText.name(alias)) AS SELECT * FROM data")
    }
    statements.append("SET lock_configuration = true")
    for statement in statements { try connection.execute(statement) }
  }

  private static func answer(_ sql: String, on connection: Connection, limits: QueryLimits) throws -> Rows {
    do {
      let columns = try connection.prepare(sql).columns
      // Lists, structures, intervals: as text.
      let readable = columns.allSatisfy { $0.type != nil } ? sql : castToText(sql, columns)
      return try collect(connection.prepare(readable).run(streaming: true), limits)
    } catch let fault as EngineFault where !fault.isInterrupt && !fault.isMemory {
      throw StrangerFault(message: fault.message)
    }
  }

  private static func collect(_ answer: Answer, _ limits: QueryLimits) throws -> Rows {
    let columns = answer.columns.map { TableColumn(name: $0.name, type: $0.type ?? .text) }
    var rows = Rows(columns: columns, values: [])
    var weight = 0
    while let chunk = try answer.next() {
      let readers = chunk.readers()
      for row in 0..<chunk.count {
        let values = readers.map { $0.value(at: row) }
        weight += values.reduce(48) { $0 + $1.weight }
        guard rows.values.count < limits.rows, weight <= limits.bytes else {
          rows.truncated = true
          return rows
        }
        rows.values.append(values)
      }
    }
    return rows
  }

  private static func castToText(_ sql: String, _ columns: [AnswerColumn]) -> String {
    let statement = sql.reversed().drop { $0 == ";" || $0.isWhitespace }.reversed()
    let places = columns.indices.map { "c\($0)" }
    let selected = columns.enumerated().map { index, column in
      let value = column.type == nil ? "CAST(c\(index) AS VARCHAR)" : "c\(index)"
      return "\(value) AS \(SQLText.name(column.name))"
    }
    return
      "SELECT \(selected.joined(separator: ", ")) FROM (\(String(statement))) AS answer(\(places.joined(separator: ", ")))"
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

/// What the engine said against a stranger's statement, which its author may read.
private struct StrangerFault: Error {
  let message: String

  func failure(hiding path: String) -> Failure {
    var text = message.prefix { $0 != "\n" }.replacing(path, with: "data")
    // Another path could only come from a file that the engine looked for: none of the author's business.
    if text.contains("/"), text.hasPrefix("IO Error") || text.hasPrefix("Permission Error") {
      text = "IO Error"
    }
    let shown = text.prefix(300)
    return Failure(
      "lake.sql.refused",
      .invalid,
      fr: "Le moteur a refusé la requête : \(shown)",
      en: "The engine refused the query: \(shown)",
      pointer: "query"
    )
  }
}

extension Table {
  /// The answer of one SELECT over this table, run in an engine of its own.
  ///
  /// Only this table can be read, no file, network or setting; time, memory, rows and bytes are limited, and an answer
  /// that was cut says so (`truncated`). Lists, structures and intervals come as text.
  ///
  /// - Parameters:
  ///   - sql: the statement; the table is named `data`, and also `alias`.
  ///   - alias: another name for the table, the dataset's.
  ///   - limits: what the query may use.
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
