import Messages
import Tabular

/// A query that a stranger wrote over one table.
struct StrangerQuery: Codable, Sendable {
  var sql: String
  /// Another name for the table than `data`.
  var alias: String?
  /// The path of the table's Parquet file, which its author never learns.
  var parquet: String
  var limits: QueryLimits

  /// The answer, from an instance that served nobody before and serves nobody after.
  func answer(on connection: Connection) throws -> Rows {
    let canonical = try check(on: connection)
    try prepare(connection)
    return try run(canonical, on: connection)
  }

  /// Has the engine parse the statement, checks what it understood, and gives that back as text: what runs is
  /// what was checked, whatever comments or odd characters the statement held.
  private func check(on connection: Connection) throws -> String {
    let serialized = try connection.rows("SELECT json_serialize_sql(?)", [.text(sql)])
    guard case .text(let tree) = serialized.first?.first else { throw StatementCheck.onlySelect }
    var check = StatementCheck(tables: Set(["data"] + [alias].compactMap { $0?.lowercased() }))
    try check.check(tree)
    let text = try connection.rows("SELECT json_deserialize_sql(?::JSON)", [.text(tree)])
    guard case .text(let canonical) = text.first?.first else { throw StatementCheck.onlySelect }
    return canonical
  }

  /// Makes the table known, then shuts every door.
  func prepare(_ connection: Connection) throws {
    let file = SQLText.literal(parquet)
    var statements = [
      "SET memory_limit = '\(limits.memory)B'", "SET threads = \(max(1, limits.threads))",
      "SET autoinstall_known_extensions = false", "SET allowed_paths = [\(file)]",
      "SET enable_external_access = false", "CREATE VIEW data AS SELECT * FROM read_parquet(\(file))",
    ]
    if let alias, alias.lowercased() != "data" {
      statements.append("CREATE VIEW \(SQLText.name(alias)) AS SELECT * FROM data")
    }
    statements.append("SET lock_configuration = true")
    for statement in statements { try connection.execute(statement) }
  }

  private func run(_ sql: String, on connection: Connection) throws -> Rows {
    do {
      let columns = try connection.prepare(sql).columns
      // Lists, structures, intervals: as text.
      let readable = columns.allSatisfy { $0.type != nil } ? sql : Self.castToText(sql, columns)
      return try collect(connection.prepare(readable).run(streaming: true))
    } catch let fault as EngineFault where !fault.isInterrupt && !fault.isMemory {
      throw Self.refusal(fault.message, hiding: parquet)
    }
  }

  private func collect(_ answer: Answer) throws -> Rows {
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
    let list = selected.joined(separator: ", ")
    return "SELECT \(list) FROM (\(String(statement))) AS answer(\(places.joined(separator: ", ")))"
  }

  /// What its author may read of the engine's refusal.
  private static func refusal(_ message: String, hiding path: String) -> Failure {
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
