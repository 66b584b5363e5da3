import Foundation
import Messages
public import Tabular

/// A table ready to be read, with what is known of its file.
public struct OpenedTable {
  /// The rows.
  public let source: any TableSource
  /// The format of the table: `csv`, `xlsx`, `ods`, `xls`, `json`, `jsonl`, `geojson`, `shapefile`, `dbf`,
  /// `gpkg`, `gtfs`.
  public let container: String
  /// How cells and rows are delimited, as far as it is known: certain once all rows were read.
  public var dialect: Dialect { dialectNow() }
  /// The character encoding by its IANA name in lower case, certain once all rows were read.
  public var encoding: String { encodingNow() }
  /// The file's size, in bytes.
  public let bytes: Int
  /// The sheets, layers or tables of the file when it has several; empty otherwise.
  public let sheets: [String]
  /// Which of them is read.
  public let sheet: String?
  /// What there is to know of the structure of the file, as far as it was read.
  public let structuralFindings: () -> FindingLog

  let dialectNow: () -> Dialect
  let encodingNow: () -> String
}

/// Opening any file that holds a table, recognised by its content.
public enum TableOpening {
  /// Opens a file: delimited text, workbook, JSON or geographic, as it is, gzipped or alone in a ZIP.
  ///
  /// - Throws: `Failure` with its own reason when the file holds no table we read.
  public static func open(path: String, options: ReadingOptions = ReadingOptions()) throws -> OpenedTable {
    try ContainerOpener(options: options).open(path: path)
  }

  /// Opens a file through a recipe: its reading steps prevail over `options`, its other steps change the rows.
  ///
  /// - Parameter key: under which pseudonyms are made; needed where the recipe makes some.
  /// - Throws: `Failure` with its own reason when the file holds no table we read, or the recipe cannot be.
  public static func open(
    path: String,
    options: ReadingOptions = ReadingOptions(),
    recipe: Recipe,
    key: PseudonymKey? = nil
  ) throws -> OpenedTable {
    let table = try open(path: path, options: recipe.readingOptions(options))
    guard !recipe.isEmpty else { return table }
    let source = try recipe.apply(to: table.source, key: key)
    return OpenedTable(
      source: source,
      container: table.container,
      bytes: table.bytes,
      sheets: table.sheets,
      sheet: table.sheet,
      structuralFindings: { source.structuralFindings(table.structuralFindings()) },
      dialectNow: table.dialectNow,
      encodingNow: table.encodingNow
    )
  }

  /// Reads a whole table and tells all there is to know of it; `progress` is told of the rows read.
  ///
  /// - Parameters:
  ///   - recipe: the steps it is read through: the report is that of what they leave.
  ///   - key: under which pseudonyms are made; needed where the recipe makes some.
  ///   - schema: what the rows are checked against while they are read.
  public static func inspect(
    path: String,
    options: ReadingOptions = ReadingOptions(),
    recipe: Recipe = Recipe(),
    key: PseudonymKey? = nil,
    schema: TableSchema? = nil,
    progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> Inspection {
    let start = ContinuousClock.now
    let table = try open(path: path, options: options, recipe: recipe, key: key)
    let checked = schema.map { SchemaCheckedSource(table.source, schema: $0) }
    let profile = try TableProfiler.profile(checked ?? table.source, progress: progress)
    var log = profile.log
    log.merge(table.structuralFindings())
    let elapsed = (ContinuousClock.now - start).components
    return Inspection(
      file: (path as NSString).lastPathComponent,
      bytes: table.bytes,
      container: table.container,
      encoding: table.encoding,
      dialect: table.dialect,
      rows: profile.rows,
      columns: profile.columns,
      findings: log.findings,
      findingCount: log.total,
      sheets: table.sheets,
      seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18,
      schemaCheck: checked?.report
    )
  }
}
