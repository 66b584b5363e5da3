/// What reading a whole table tells of it: the answer of `arpent inspect`.
public struct Inspection: Codable, Sendable, Equatable {
  /// The file's name, without its folder.
  public var file: String
  /// The file's size, in bytes.
  public var bytes: Int
  /// The container or text format: `csv`, `xlsx`, `ods`, `xls`, `geojson`, `json`, `shapefile`, `gpkg`… by name.
  public var container: String
  /// The character encoding by its IANA name in lower case: `utf-8`, `windows-1252`, `utf-16le`… and so on.
  public var encoding: String
  /// How cells and rows are delimited.
  public var dialect: Dialect
  /// The number of data rows: neither header, nor skipped, nor blank lines at the end.
  public var rows: Int
  /// One report per column, in file order.
  public var columns: [ColumnReport]
  /// What there is to know or mend, most severe first, then in file order.
  public var findings: [Finding]
  /// How many findings there are in all, where `findings` holds only the first of each kind.
  public var findingCount: Int
  /// The sheets or layers of a workbook or geographic container; empty for text.
  public var sheets: [String]
  /// The time the inspection took, in seconds.
  public var seconds: Double
  /// The known schemas that the columns are near enough to, nearest first; `nil` when there is none.
  public var schemas: [SchemaMatch]?
  /// What checking the table against a schema told, where that was asked for.
  public var schemaCheck: SchemaReport?

  private enum CodingKeys: String, CodingKey {
    case file, bytes, container, encoding, dialect, rows, columns, findings, findingCount, sheets, seconds
    case schemas = "schema"
    case schemaCheck = "schema_check"
  }

  /// Makes a report.
  public init(
    file: String,
    bytes: Int,
    container: String,
    encoding: String,
    dialect: Dialect,
    rows: Int,
    columns: [ColumnReport],
    findings: [Finding],
    findingCount: Int,
    sheets: [String] = [],
    seconds: Double,
    schemaCheck: SchemaReport? = nil
  ) {
    self.file = file
    self.bytes = bytes
    self.container = container
    self.encoding = encoding
    self.dialect = dialect
    self.rows = rows
    self.columns = columns
    self.findings = findings
    self.findingCount = findingCount
    self.sheets = sheets
    self.seconds = seconds
    self.schemaCheck = schemaCheck
    let likely = SchemaMatch.nearest(columns: columns).filter(\.isLikely)
    schemas = likely.isEmpty ? nil : likely
  }
}

/// How a delimited text file is written (RFC 4180 and its cousins).
public struct Dialect: Codable, Sendable, Equatable {
  /// The separator between cells: `,` `;` tab `|`… Empty for a workbook or a single-column file.
  public var delimiter: String
  /// The quote character, empty when none is used.
  public var quote: String
  /// The record number of the (last) header row, from 1; 0 when there is no header.
  public var headerRow: Int
  /// How many records before the header were skipped.
  public var skippedRows: Int
  /// `\n`, `\r\n` or `\r`; empty for a workbook.
  public var newline: String

  /// Describes a dialect.
  public init(delimiter: String, quote: String, headerRow: Int, skippedRows: Int, newline: String) {
    self.delimiter = delimiter
    self.quote = quote
    self.headerRow = headerRow
    self.skippedRows = skippedRows
    self.newline = newline
  }
}
