/// A table that can be read from its first row to its last, once: a text file, a sheet, a geographic layer.
public protocol TableSource: AnyObject {
  /// The column names, as the header gives them (cleaned, never empty, unique).
  var columnNames: [String] { get }
  /// What a person said of columns, by name: it prevails over what their cells look like.
  var declarations: [String: ColumnDeclaration] { get }
  /// Whether every cell it gives is well-formed UTF-8; where it is not sure, whoever keeps the cells checks.
  var givesValidText: Bool { get }
  /// Reads the next rows into `batch` (emptied first). Returns false when there is none left.
  ///
  /// - Throws: `Failure` when the file cannot be read further, `CancellationError` when cancelled.
  func read(into batch: inout RowBatch) throws -> Bool
}

extension TableSource {
  /// Nothing was said of any column.
  public var declarations: [String: ColumnDeclaration] { [:] }
  /// Not sure.
  public var givesValidText: Bool { false }
}
