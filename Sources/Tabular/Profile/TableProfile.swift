/// What is learnt of a table's columns, batch after batch, in one pass.
///
/// Profiles of different rows of one table merge, in any order, into the profile of all of them, so that
/// several workers share the reading. Memory is bounded whatever the number of rows.
public struct TableProfile: Sendable {
  /// How many rows of a column are read before the next column: their bytes stay in the nearest caches.
  private static let rowsPerColumn = 256

  private let names: [String]
  private var rows = 0
  private var columns: [ColumnAccumulator]
  /// How many slots the tables of values may still take.
  private var room: Int

  /// Starts with no row.
  public init(columnNames: [String]) {
    self.init(columnNames: columnNames, limits: ProfileLimits(columns: columnNames.count))
  }

  init(columnNames: [String], limits: ProfileLimits) {
    names = columnNames
    columns = names.map { _ in ColumnAccumulator(limits: limits) }
    room = limits.slots
  }

  /// Adds rows.
  ///
  /// Cells beyond the last column are left to the reader's findings; absent cells are missing.
  public mutating func consume(_ batch: RowBatch) {
    rows += batch.count
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.rowsPerColumn) { buffer in
      guard let hashes = buffer.baseAddress else { return }
      batch.withUnsafeRows { batch in
        var start = 0
        while start < batch.count {
          let end = min(start + Self.rowsPerColumn, batch.count)
          for column in columns.indices {
            columns[column].consume(batch, column: column, range: start..<end, room: &room, hashes: hashes)
          }
          start = end
        }
      }
    }
  }

  /// Adds what another worker learnt of other rows of the same table.
  public mutating func merge(_ later: TableProfile) {
    rows += later.rows
    for column in columns.indices where column < later.columns.count {
      columns[column].merge(later.columns[column], room: &room)
    }
  }

  /// Decides the type of each column, and says what there is to know or mend.
  ///
  /// - Parameter declarations: what a person said of columns, by name; it prevails.
  public func finish(
    declarations: [String: ColumnDeclaration] = [:]
  ) -> (columns: [ColumnReport], rows: Int, log: FindingLog) {
    let facts = columns.enumerated().map { ColumnFacts($1, name: names[$0], position: $0 + 1, rows: rows) }
    return TableSummary.summarize(facts, rows: rows, declarations)
  }
}
