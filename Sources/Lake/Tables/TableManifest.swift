public import Tabular

/// What a table is made of: its columns and the two files that hold its rows.
///
/// Immutable, addressed by its digest.
public struct TableManifest: Codable, Sendable, Equatable {
  /// The version of the layout of the files.
  public var layout: Int
  /// The columns, in the order of the source.
  public var columns: [TableColumn]
  /// The number of rows.
  public var rows: Int
  /// The Parquet file: `_row` (the source record's number, ascending), then the columns.
  public var parquet: Blob
  /// The prepared blocks, from which plain pages are read without the engine.
  public var blocks: Blob

  /// Describes a table.
  public init(columns: [TableColumn], rows: Int, parquet: Blob, blocks: Blob) {
    layout = 1
    self.columns = columns
    self.rows = rows
    self.parquet = parquet
    self.blocks = blocks
  }
}

/// A column of a table or of an answer.
public struct TableColumn: Codable, Sendable, Hashable {
  /// The name, as the source gives it.
  public var name: String
  /// The type of its values.
  public var type: ColumnType
  /// The standard or French format they follow, where one holds.
  public var format: ColumnFormat?
  /// The column's name in the Parquet file where it must differ: names there are unique whatever their case.
  public var storedName: String?
  /// The number of cells that could not be read as the type and hold no value here.
  public var invalid: Int
  /// The number of cells without a value in the source.
  public var missing: Int

  /// Describes a column.
  public init(
    name: String,
    type: ColumnType,
    format: ColumnFormat? = nil,
    storedName: String? = nil,
    invalid: Int = 0,
    missing: Int = 0
  ) {
    self.name = name
    self.type = type
    self.format = format
    self.storedName = storedName
    self.invalid = invalid
    self.missing = missing
  }

  /// The column's name in the Parquet file.
  public var parquetName: String { storedName ?? name }
}

/// A table just made.
public struct TableReference: Codable, Sendable, Hashable {
  /// The digest of the table's manifest: what `Lake.table(_:)` takes.
  public var digest: String
  /// The number of rows.
  public var rows: Int

  /// Refers to a table.
  public init(digest: String, rows: Int) {
    self.digest = digest
    self.rows = rows
  }
}
