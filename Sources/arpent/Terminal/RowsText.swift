import Lake
import Tabular

/// Rows of a table as a terminal shows them.
struct RowsText {
  let rows: Rows

  init(_ rows: Rows) { self.rows = rows }

  var text: String {
    var table = TextTable(rows.columns.map(\.name))
    table.numeric = Set(rows.columns.indices.filter { [.integer, .number].contains(rows.columns[$0].type) })
    table.lines = rows.values.map { $0.map(CellText.text) }
    return table.text
  }
}
