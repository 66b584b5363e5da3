import Foundation

extension Inspection {
  /// Inspects a delimited text file: reads it wholly and profiles each column.
  ///
  /// - Throws: `Failure` with its own reason when the file is no text table, `CancellationError` when
  ///   cancelled.
  public init(
    textFile path: String,
    options: ReadingOptions = ReadingOptions(),
    progress: (@Sendable (Int) -> Void)? = nil
  ) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let source = try DelimitedTextSource(path: path, options: options)
    let table = try TableProfiler.profile(source, progress: progress)
    self.init(
      file: FileBytes.name(ofPath: path),
      bytes: source.bytes,
      container: source.container,
      encoding: source.encoding,
      dialect: source.dialect,
      table: table,
      structuralFindings: source.structuralFindings,
      sheets: [],
      elapsed: clock.now - start
    )
  }

  /// Puts together what reading and profiling a table of any container told.
  public init(
    file: String,
    bytes: Int,
    container: String,
    encoding: String,
    dialect: Dialect,
    table: ProfiledTable,
    structuralFindings: FindingLog,
    sheets: [String],
    elapsed: Duration
  ) {
    var log = structuralFindings
    log.merge(table.log)
    let (seconds, attoseconds) = elapsed.components
    self.init(
      file: file,
      bytes: bytes,
      container: container,
      encoding: encoding,
      dialect: dialect,
      rows: table.rows,
      columns: table.columns,
      findings: log.findings,
      findingCount: log.total,
      sheets: sheets,
      seconds: Double(seconds) + Double(attoseconds) / 1e18
    )
  }
}

extension DelimitedTextSource {
  /// The text format by its usual name: `tsv` for tabs, else `csv`.
  public var container: String { dialect.delimiter == "\t" ? "tsv" : "csv" }
}
