import CLibPQ
public import Foundation
import Messages

/// Reads tables of other applications' databases into files, writing nothing there.
///
/// Positions are given as GeoJSON, longitude first (RFC 7946), whatever their reference system was.
public enum DatabaseReader {
  /// Reads a table or a query into a CSV file, made or emptied, in UTF-8 with a header.
  ///
  /// It all is of one moment. When the task is cancelled, the server is told to stop.
  public static func export(
    _ selection: DatabaseSelection,
    from connection: DatabaseConnection,
    to file: URL,
    limits: DatabaseLimits = DatabaseLimits()
  ) async throws -> DatabaseExport {
    let stop = Stop()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation {
        (continuation: CheckedContinuation<DatabaseExport, any Error>) in
        // It waits on a socket for long: on a thread of its own, not one that tasks share.
        Thread.detachNewThread {
          continuation.resume(
            with: Result { try read(selection, connection, file, limits, stop) }
          )
        }
      }
    } onCancel: {
      stop.ask()
    }
  }

  private static func read(
    _ selection: DatabaseSelection,
    _ connection: DatabaseConnection,
    _ file: URL,
    _ limits: DatabaseLimits,
    _ stop: Stop
  ) throws -> DatabaseExport {
    let session = try Session(connection, limits, stop)
    _ = try session.ask("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
    let statement = try CopyStatement(selection, in: session)
    let output = try CSVFile(file, atMost: limits.bytes)
    try session.copy(statement.sql) { try output.write($0) }
    try output.finish()
    _ = try session.ask("COMMIT")
    return DatabaseExport(
      rows: max(0, output.pieces - 1),
      bytes: output.bytes,
      columns: statement.columns
    )
  }
}

/// The COPY of a selection, its columns written as other readers expect them.
struct CopyStatement {
  let sql: String
  let columns: [String]

  private static let boolean: UInt32 = 16
  private static let bytes: UInt32 = 17

  init(_ selection: DatabaseSelection, in session: borrowing Session) throws {
    let source = try Self.source(selection)
    let shape = try session.ask("SELECT * FROM \(source) AS arpent LIMIT 0")
    let geometries = try Self.geometryTypes(in: session)
    columns = shape.names
    let expressions = zip(shape.names, shape.types).map { name, type in
      Self.expression(Self.quoted(name), type, geometries)
    }
    let order = try Self.order(selection, in: session)
    sql = """
      COPY (SELECT \(expressions.joined(separator: ", ")) FROM \(source) AS arpent\(order)) \
      TO STDOUT (FORMAT csv, HEADER true)
      """
  }

  /// A name between quotes, those in it doubled.
  static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

  private static func source(_ selection: DatabaseSelection) throws -> String {
    switch selection {
    case .table(let schema, let name): return "\(quoted(schema)).\(quoted(name))"
    case .query(let sql):
      let end = sql.lastIndex { !$0.isWhitespace && $0 != ";" }
      guard let end else { throw DatabaseFailure.of("42601") }
      return "(\(sql[...end])\n)"
    }
  }

  private static func expression(
    _ column: String,
    _ type: UInt32,
    _ geometries: (schema: String, types: [UInt32: String])?
  ) -> String {
    let cell = "arpent.\(column)"
    if let geometries, let name = geometries.types[type] {
      let schema = quoted(geometries.schema)
      // A geography is in longitude and latitude already; a geometry of no system is taken as it is.
      let shape =
        name == "geography"
        ? "\(cell)::\(schema).geometry"
        : "CASE WHEN \(schema).ST_SRID(\(cell)) IN (0, 4326) THEN \(cell) "
          + "ELSE \(schema).ST_Transform(\(cell), 4326) END"
      return "\(schema).ST_AsGeoJSON(\(shape), 7, 0) AS \(column)"
    }
    switch type {
    case boolean: return "\(cell)::text AS \(column)"
    case bytes: return "encode(\(cell), 'hex') AS \(column)"
    default: return "\(cell) AS \(column)"
    }
  }

  /// PostGIS's types, by their numbers in this database, and the schema it is installed in.
  private static func geometryTypes(
    in session: borrowing Session
  ) throws -> (schema: String, types: [UInt32: String])? {
    let rows = try session.ask(
      """
      SELECT t.oid::text, t.typname, n.nspname FROM pg_extension e
      JOIN pg_namespace n ON n.oid = e.extnamespace
      JOIN pg_type t ON t.typnamespace = n.oid AND t.typname IN ('geometry', 'geography')
      WHERE e.extname = 'postgis'
      """
    ).rows
    guard let schema = rows.first?[2] else { return nil }
    let types = rows.compactMap { row in UInt32(row[0]).map { ($0, row[1]) } }
    return (schema, Dictionary(types, uniquingKeysWith: { first, _ in first }))
  }

  /// By the primary key, where there is one: the same rows make the same file.
  private static func order(_ selection: DatabaseSelection, in session: borrowing Session) throws -> String {
    guard case .table(let schema, let name) = selection else { return "" }
    let keys = try session.ask(
      """
      SELECT a.attname FROM pg_index i
      JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
      WHERE i.indisprimary AND n.nspname = $1 AND c.relname = $2
      ORDER BY array_position(i.indkey::int2[], a.attnum)
      """,
      [schema, name]
    ).rows
    guard !keys.isEmpty else { return "" }
    return " ORDER BY " + keys.map { "arpent.\(quoted($0[0]))" }.joined(separator: ", ")
  }
}

/// A file written as it comes, up to a size.
private final class CSVFile {
  private let handle: FileHandle
  private let most: Int
  private var waiting = Data()
  private(set) var bytes = 0
  private(set) var pieces = 0

  private static let pieceBytes = 1 << 18

  init(_ file: URL, atMost most: Int) throws {
    let manager = FileManager.default
    guard
      manager.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600]),
      let handle = FileHandle(forWritingAtPath: file.path)
    else { throw DatabaseFailure.unwritable }
    self.handle = handle
    self.most = most
  }

  /// libpq gives one row at a time.
  func write(_ piece: UnsafeRawBufferPointer) throws {
    bytes += piece.count
    pieces += 1
    guard bytes <= most else { throw DatabaseFailure.tooLarge }
    waiting.append(contentsOf: piece)
    if waiting.count >= Self.pieceBytes { try flush() }
  }

  func flush() throws {
    do { try handle.write(contentsOf: waiting) } catch { throw DatabaseFailure.unwritable }
    waiting.removeAll(keepingCapacity: true)
  }

  func finish() throws {
    try flush()
    do { try handle.close() } catch { throw DatabaseFailure.unwritable }
  }
}
