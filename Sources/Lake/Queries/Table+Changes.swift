import Messages
import Tabular

/// How many rows differ between two tables whose rows a column names.
public struct KeyedChanges: Sendable, Equatable {
  /// The column that names rows.
  public let key: String
  /// The rows of the newer table alone.
  public let added: Int
  /// The rows of the older table alone.
  public let removed: Int
  /// The rows of both with another value in a column that both have.
  public let changed: Int
  /// The rows of both that are alike.
  public let unchanged: Int
}

extension Table {
  /// How many columns are tried as keys.
  private static let keyCandidates = 12

  /// What changed since an older table; `nil` where no column of both names each row of both.
  public func changes(since older: Table) async throws -> KeyedChanges? {
    guard let key = try await sharedKey(with: older) else { return nil }
    let (old, new) = (try older.index(of: key, pointer: "key"), try index(of: key, pointer: "key"))
    let sql = """
      SELECT count(*) FILTER (WHERE o.k IS NULL), count(*) FILTER (WHERE n.k IS NULL), \
      count(*) FILTER (WHERE o.k IS NOT NULL AND n.k IS NOT NULL AND o.h <> n.h), \
      count(*) FILTER (WHERE o.k IS NOT NULL AND n.k IS NOT NULL AND o.h = n.h) \
      FROM (SELECT \(older.expression(old)) AS k, \(older.digest(of: comparable(with: older))) AS h \
      FROM \(older.from)) o FULL OUTER JOIN (SELECT \(expression(new)) AS k, \
      \(digest(of: comparable(with: older))) AS h FROM \(from)) n ON o.k = n.k
      """
    guard let counts = try await counts(sql), counts.count == 4 else { return nil }
    return KeyedChanges(
      key: key,
      added: counts[0],
      removed: counts[1],
      changed: counts[2],
      unchanged: counts[3]
    )
  }

  /// The names of the columns that both tables have, stored alike.
  private func comparable(with older: Table) -> [String] {
    manifest.columns.compactMap { column in
      guard let position = older.positions[column.name],
        StorageKind(older.manifest.columns[position].type) == StorageKind(column.type)
      else { return nil }
      return column.name
    }
  }

  /// One number for the values of a row in some columns.
  private func digest(of names: [String]) -> String {
    let columns = names.compactMap { positions[$0].map(expression) }
    return "hash(\(columns.joined(separator: ", ")))"
  }

  /// The first column whose values are filled and all different in both tables.
  private func sharedKey(with older: Table) async throws -> String? {
    let candidates = comparable(with: older).filter { name in
      [self, older].allSatisfy { table in
        guard let position = table.positions[name] else { return false }
        let column = table.manifest.columns[position]
        let kind = StorageKind(column.type)
        return (kind == .text || kind == .integer) && column.missing == 0 && column.invalid == 0
      }
    }.prefix(Self.keyCandidates)
    guard !candidates.isEmpty else { return nil }
    let ours = try await uniqueColumns(Array(candidates))
    guard !ours.isEmpty else { return nil }
    return try await older.uniqueColumns(ours).first
  }

  private func uniqueColumns(_ names: [String]) async throws -> [String] {
    let measures = names.compactMap { positions[$0].map { "count(DISTINCT \(expression($0)))" } }
    let sql = "SELECT count(*), \(measures.joined(separator: ", ")) FROM \(from)"
    guard let counts = try await counts(sql), let rows = counts.first, rows > 0 else { return [] }
    return zip(names, counts.dropFirst()).filter { $0.1 == rows }.map(\.0)
  }

  private func counts(_ sql: String) async throws -> [Int]? {
    try await context.engine.run { try $0.rows(sql) }.first?.map { value in
      if case .integer(let count) = value { Int(count) } else { 0 }
    }
  }
}
