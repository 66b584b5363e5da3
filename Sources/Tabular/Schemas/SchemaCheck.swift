import Messages

/// Checks the rows of a table against a schema, in the one pass that reads them.
public struct SchemaCheck {
  private let schema: TableSchema
  private let columns: [ColumnReport]
  private let pairing: SchemaPairing
  /// For each column of the table, its name in the table and its cells' check.
  private var checks: [(column: Int, name: String, cells: SchemaCellCheck)]
  private let rules: SchemaRowCheck
  private var log = FindingLog()
  private var rows = 0
  private var cells = 0
  private var invalidCells = 0

  /// Prepares to check a table by its column names.
  public init(_ schema: TableSchema, columnNames names: [String]) {
    self.schema = schema
    columns = names.enumerated().map { ColumnReport(name: $1, position: $0 + 1) }
    pairing = SchemaPairing(schema, columns: names)
    var places: [String: Int] = [:]
    checks = []
    for (index, field) in schema.fields.enumerated() {
      guard let place = pairing.columns[index] else { continue }
      places[field.name] = place.column
      checks.append((place.column, names[place.column], SchemaCellCheck(field)))
    }
    rules = SchemaRowCheck(schema.rules, places: places, names: names)
  }

  /// Checks the next rows.
  public mutating func consume(_ batch: RowBatch) {
    batch.withUnsafeRows { batch in
      for row in 0..<batch.count { check(row, of: batch) }
    }
  }

  private mutating func check(_ row: Int, of batch: UnsafeRows) {
    let range = batch.cells(ofRow: row)
    // A row without any value is no row: the profile tells of it.
    guard range.contains(where: { batch.spans[$0].count > 0 }) else { return }
    rows += 1
    func cell(_ column: Int) -> UnsafeBufferPointer<UInt8> {
      column < range.count ? batch.cell(range.lowerBound + column) : UnsafeBufferPointer(start: nil, count: 0)
    }
    let number = batch.rowNumbers[row]
    for index in checks.indices {
      cells += 1
      let bytes = cell(checks[index].column)
      let fault = checks[index].cells.fault(bytes)
      guard fault != .none else { continue }
      invalidCells += 1
      let (field, name) = (checks[index].cells.field, checks[index].name)
      log.add(fault.code, column: name) {
        SchemaSentences.finding(
          fault,
          of: field,
          column: name,
          row: number,
          cell: String(decoding: bytes, as: UTF8.self)
        )
      }
    }
    guard !rules.isEmpty else { return }
    rules.check(row: number, cell: { String(decoding: cell($0), as: UTF8.self) }, into: &log)
  }

  /// What was found.
  public func finish() -> SchemaReport {
    let match = SchemaMatch(schema, columns: columns)
    var log = log
    for finding in SchemaSentences.header(match, schema: schema) { log.add(finding) }
    if isOutOfOrder { log.add(SchemaSentences.order(schema)) }
    return SchemaReport(
      match: match,
      renames: match.renames,
      rows: rows,
      cells: cells,
      invalidCells: invalidCells,
      findings: log.findings,
      findingCount: log.total
    )
  }

  private var isOutOfOrder: Bool {
    let places = pairing.columns.compactMap { $0?.column }
    return places != places.sorted()
  }
}

/// A table whose rows are checked against a schema as they are read.
public final class SchemaCheckedSource: TableSource {
  private let source: any TableSource
  private var check: SchemaCheck

  /// Reads a table through a check.
  public init(_ source: any TableSource, schema: TableSchema) {
    self.source = source
    check = SchemaCheck(schema, columnNames: source.columnNames)
  }

  /// The column names of the table.
  public var columnNames: [String] { source.columnNames }
  /// What a person said of its columns.
  public var declarations: [String: ColumnDeclaration] { source.declarations }

  /// Reads the next rows and checks them.
  public func read(into batch: inout RowBatch) throws -> Bool {
    guard try source.read(into: &batch) else { return false }
    check.consume(batch)
    return true
  }

  /// What was found in the rows read so far.
  public var report: SchemaReport { check.finish() }
}
