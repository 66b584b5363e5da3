/// What is learnt of a table's columns, batch after batch, in one pass.
public struct TableProfile: Sendable {
  private let names: [String]
  private var rows = 0
  private var missing: [Int]

  /// Starts with no row.
  public init(columnNames: [String]) {
    names = columnNames
    missing = Array(repeating: 0, count: names.count)
  }

  /// Adds rows.
  public mutating func consume(_ batch: RowBatch) {
    rows += batch.count
  }

  /// Adds what another worker learnt of other rows of the same table.
  public mutating func merge(_ later: TableProfile) {
    rows += later.rows
  }

  /// Decides the type of each column, and says what there is to know or mend.
  public func finish() -> (columns: [ColumnReport], rows: Int, log: FindingLog) {
    let columns = names.enumerated().map { position, name in
      var report = ColumnReport(name: name, position: position + 1)
      report.valid = rows - missing[position]
      report.missing = missing[position]
      return report
    }
    return (columns, rows, FindingLog())
  }
}
