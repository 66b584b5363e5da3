import Tabular

/// A column on its way from a source to a table.
struct ImportedColumn: Sendable {
  /// Which cell of a record it is, from 0.
  let cell: Int
  let kind: StorageKind
  let parser: CellParser
  let report: ColumnReport
  /// The name in the Parquet file.
  let storedName: String

  /// Plans the columns of a table.
  ///
  /// DuckDB tells names apart without regard to case, so doubles get a number.
  static func plan(_ reports: [ColumnReport]) -> [ImportedColumn] {
    var taken: Set<String> = [rowColumn, positionColumn]
    return reports.map { report in
      var name = report.name
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(report.name)_\(number)"
        number += 1
      }
      return ImportedColumn(
        cell: report.position - 1,
        kind: StorageKind(report.type),
        parser: CellParser(report),
        report: report,
        storedName: name
      )
    }
  }

  /// The name of the column that holds the source record's number.
  static let rowColumn = "_row"
  /// The column that DuckDB gives to Parquet rows, read from nowhere: their position in the file, from 0.
  static let positionColumn = "file_row_number"

  /// The column of the table's manifest.
  func tableColumn(invalid: Int, missing: Int) -> TableColumn {
    TableColumn(
      name: report.name,
      type: report.type,
      format: report.format,
      storedName: storedName == report.name ? nil : storedName,
      invalid: invalid,
      missing: missing
    )
  }
}
