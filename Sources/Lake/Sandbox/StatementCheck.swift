import Foundation
import Messages

/// Checks that a statement, parsed by the engine itself, is one SELECT over the permitted table and nothing
/// else.
///
/// Whatever kind of node is not known here is refused: what the engine learns to parse later opens nothing.
struct StatementCheck {
  private let tables: Set<String>
  private var localNames: Set<String> = []

  /// - Parameter tables: the names of the permitted table, in lower case.
  init(tables: Set<String>) { self.tables = tables }

  /// Checks what `json_serialize_sql` gave.
  mutating func check(_ serialized: String) throws {
    guard let root = try? JSONSerialization.jsonObject(with: Data(serialized.utf8)) as? [String: Any] else {
      throw Self.onlySelect
    }
    if root["error"] as? Bool == true { throw Self.parserFailure(root) }
    guard let statements = root["statements"] as? [[String: Any]] else { throw Self.onlySelect }
    guard statements.count == 1 else { throw statements.isEmpty ? Self.onlySelect : Self.oneStatement }
    try collectNames(statements[0])
    try walk(statements[0])
  }

  /// The names that WITH gives.
  ///
  /// They hide tables, so they may not look like one of the engine's, or like a file.
  private mutating func collectNames(_ node: Any) throws {
    if let list = node as? [Any] { for item in list { try collectNames(item) } }
    guard let node = node as? [String: Any] else { return }
    if let map = (node["cte_map"] as? [String: Any])?["map"] as? [[String: Any]] {
      for entry in map { if let name = entry["key"] as? String { try addLocal(name) } }
    }
    for key in ["cte_name", "ctename"] { if let name = node[key] as? String { try addLocal(name) } }
    for value in node.values { try collectNames(value) }
  }

  private mutating func addLocal(_ name: String) throws {
    let folded = name.lowercased()
    let isPlain = folded.unicodeScalars.allSatisfy {
      $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0)
    }
    let isReserved = [
      "duckdb_", "pg_", "sqlite_", "pragma_", "information_", "main", "temp", "system", "memory",
    ]
    .contains { folded.hasPrefix($0) }
    guard isPlain, !isReserved, !folded.isEmpty else { throw Self.unknownTable(name) }
    localNames.insert(folded)
  }

  private func walk(_ node: Any) throws {
    if let list = node as? [Any] {
      for item in list { try walk(item) }
      return
    }
    guard let node = node as? [String: Any] else { return }
    let type = node["type"] as? String
    if let kind = node["class"] as? String {
      guard Self.expressions.contains(kind) else { throw Self.refused(kind) }
      if kind == "CONSTANT" { return }
    } else if let type {
      if type.hasSuffix("_NODE") {
        guard Self.queries.contains(type) else { throw Self.refused(type) }
      } else if node["query_location"] != nil {
        guard Self.sources.contains(type) else { throw Self.refused(type) }
      }
    }
    if node["table_name"] is String, node["class"] == nil { try checkTable(node, type: type) }
    if let name = node["function_name"] as? String, type != "TABLE_FUNCTION" { try checkFunction(name, node) }
    if type == "TABLE_FUNCTION" {
      guard let function = node["function"] as? [String: Any] else { throw Self.refused("TABLE_FUNCTION") }
      return try walkTableFunction(function, node)
    }
    for value in node.values { try walk(value) }
  }

  private func walkTableFunction(_ function: [String: Any], _ node: [String: Any]) throws {
    let name = (function["function_name"] as? String ?? "").lowercased()
    guard AllowedFunctions.tables.contains(name), isUnqualified(function) else {
      throw Self.unknownFunction(name)
    }
    // Its arguments are expressions like any other; the call itself was judged here.
    for (key, value) in function where key != "function_name" { try walk(value) }
    for (key, value) in node where key != "function" { try walk(value) }
  }

  private func checkTable(_ node: [String: Any], type: String?) throws {
    let name = node["table_name"] as? String ?? ""
    if type == "SHOW_REF" {
      // DESCRIBE and SUMMARIZE of a query; SHOW of anything else lists the engine's own.
      guard name.isEmpty, node["query"] is [String: Any] else { throw Self.refused("SHOW") }
      return
    }
    let folded = name.lowercased()
    guard isUnqualified(node), tables.contains(folded) || localNames.contains(folded) else {
      throw Self.unknownTable(name)
    }
  }

  private func checkFunction(_ name: String, _ node: [String: Any]) throws {
    guard isUnqualified(node), AllowedFunctions.scalars.contains(name.lowercased()) else {
      throw Self.unknownFunction(name)
    }
  }

  /// No catalogue and no schema is named.
  private func isUnqualified(_ node: [String: Any]) -> Bool {
    let names = ["schema", "schema_name", "catalog", "catalog_name"].compactMap { node[$0] as? String }
    let path = (node["qualified_name"] as? [String: Any])?["path"] as? [Any] ?? []
    return names.allSatisfy(\.isEmpty) && path.count <= 1
  }

  private static let queries: Set<String> = [
    "SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE",
  ]
  private static let sources: Set<String> = [
    "BASE_TABLE", "SUBQUERY", "JOIN", "TABLE_FUNCTION", "EMPTY", "EXPRESSION_LIST", "PIVOT", "SHOW_REF",
  ]
  private static let expressions: Set<String> = [
    "COLUMN_REF", "CONSTANT", "FUNCTION", "OPERATOR", "COMPARISON", "CONJUNCTION", "CAST", "CASE", "BETWEEN",
    "SUBQUERY", "STAR", "WINDOW", "COLLATE", "LAMBDA", "LAMBDA_REF", "POSITIONAL_REFERENCE", "TYPE",
  ]
}

// MARK: Refusals

extension StatementCheck {
  static let onlySelect = Failure(
    "lake.sql.select",
    .invalid,
    fr: "Seule une instruction SELECT est permise.",
    en: "Only a SELECT statement is allowed.",
    pointer: "query"
  )

  static let oneStatement = Failure(
    "lake.sql.statements",
    .invalid,
    fr: "Une seule instruction est permise à la fois.",
    en: "Only one statement is allowed at a time.",
    pointer: "query"
  )

  private static func refused(_ kind: String) -> Failure {
    Failure(
      "lake.sql.construct",
      .invalid,
      fr: "La construction « \(kind) » n’est pas permise.",
      en: "The construct “\(kind)” is not allowed.",
      pointer: "query"
    )
  }

  private static func unknownTable(_ name: String) -> Failure {
    Failure(
      "lake.sql.table",
      .invalid,
      fr: "La table « \(name.prefix(100)) » n’est pas celle de ce jeu de données.",
      en: "The table “\(name.prefix(100))” is not this dataset’s.",
      remedy: Bilingual(fr: "Nommez-la « data ».", en: "Name it “data”."),
      pointer: "query"
    )
  }

  private static func unknownFunction(_ name: String) -> Failure {
    Failure(
      "lake.sql.function",
      .invalid,
      fr: "La fonction « \(name.prefix(100)) » n’est pas permise.",
      en: "The function “\(name.prefix(100))” is not allowed.",
      remedy: Bilingual(
        fr: "Les fonctions d’analyse (nombres, textes, dates, listes, agrégats) le sont.",
        en: "Functions of analysis (numbers, texts, dates, lists, aggregates) are."
      ),
      pointer: "query"
    )
  }

  private static func parserFailure(_ root: [String: Any]) -> Failure {
    let message = (root["error_message"] as? String ?? "").prefix { $0 != "\n" }.prefix(300)
    guard root["error_type"] as? String != "not implemented" else { return onlySelect }
    let position = (root["position"] as? String).flatMap { Int($0) }
    return Failure(
      "lake.sql.syntax",
      .invalid,
      fr: "La requête n’est pas du SQL valable : \(message)",
      en: "The query is not valid SQL: \(message)",
      pointer: "query",
      location: position.map { Failure.Location(column: $0 + 1) }
    )
  }
}
