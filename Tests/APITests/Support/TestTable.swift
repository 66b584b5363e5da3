import Tabular

/// A small table in memory, with its columns' types as its makers know them.
struct TestTable {
  var columns: [ColumnReport]
  /// The cells of each row as a file would write them; an empty one is missing.
  var rows: [[String]]

  init(_ columns: [(name: String, type: ColumnType)], _ rows: [[String]]) {
    self.rows = rows
    self.columns = columns.enumerated().map { index, column in
      var report = ColumnReport(name: column.name, position: index + 1, type: column.type)
      let cells = rows.map { $0[index] }
      report.missing = cells.count(where: \.isEmpty)
      report.valid = cells.count - report.missing
      report.distinct = Set(cells.filter { !$0.isEmpty }).count
      report.examples = Array(cells.filter { !$0.isEmpty }.prefix(5))
      if column.type == .date { report.notation = "yyyy-mm-dd" }
      if column.type == .number { report.notation = "." }
      if column.type == .boolean { report.notation = "oui/non" }
      return report
    }
  }

  /// The number of the record of a row: the header is the first.
  static func recordNumber(ofRow index: Int) -> Int { index + 2 }

  /// The table as a source to read once.
  var source: any TableSource { Source(self) }

  /// The rows as CSV, for the original file.
  var csv: String {
    ([columns.map(\.name)] + rows).map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
    }.joined(separator: "\n") + "\n"
  }

  private final class Source: TableSource {
    let columnNames: [String]
    private let rows: [[String]]
    private var next = 0

    init(_ table: TestTable) {
      columnNames = table.columns.map(\.name)
      rows = table.rows
    }

    func read(into batch: inout RowBatch) throws -> Bool {
      batch.removeAll()
      guard next < rows.count else { return false }
      for index in next..<min(next + 500, rows.count) {
        for cell in rows[index] { batch.appendCell(cell) }
        batch.endRow(number: TestTable.recordNumber(ofRow: index))
      }
      next = min(next + 500, rows.count)
      return true
    }
  }
}
