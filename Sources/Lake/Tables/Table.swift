public import Foundation
import Messages

/// A table of the lake. It never changes, so any answer may be kept.
public final class Table: Sendable {
  /// The digest of the manifest, which names the table.
  public let digest: String
  /// What the table is made of.
  public let manifest: TableManifest
  /// The Parquet file: `_row`, then the columns.
  public let parquetURL: URL

  init(digest: String, manifest: TableManifest, parquetURL: URL) {
    self.digest = digest
    self.manifest = manifest
    self.parquetURL = parquetURL
  }

  /// Rows in the order of the source, without a query.
  ///
  /// - Parameters:
  ///   - row: the number of the last row seen, 0 at first.
  ///   - limit: the most rows to answer.
  ///   - columns: the columns wanted, `nil` for all.
  public func page(after row: Int, limit: Int, columns: [String]? = nil) throws -> Rows { throw notReady }

  /// Rows in the order of the source from a position counted from 0, without a query.
  public func page(at position: Int, limit: Int, columns: [String]? = nil) throws -> Rows { throw notReady }

  /// A page of a selection.
  public func rows(_ selection: RowSelection, after: PageCursor? = nil, limit: Int) async throws -> RowsPage {
    throw notReady
  }

  /// The number of rows of a selection.
  public func count(_ selection: RowSelection) async throws -> Int { throw notReady }

  /// Counts, sums and means by group.
  public func aggregate(_ request: AggregateRequest) async throws -> Rows { throw notReady }

  /// The most frequent values of a column in a selection, most frequent first.
  public func facet(_ column: String, in selection: RowSelection, limit: Int) async throws -> [FacetValue] {
    throw notReady
  }

  /// A selection as a file, piece by piece.
  public func export(
    _ selection: RowSelection,
    format: ExportFormat
  ) -> AsyncThrowingStream<[UInt8], any Error> { AsyncThrowingStream { throw notReady } }

  /// The answer of one SELECT over this table, run in an engine of its own.
  ///
  /// - Parameters:
  ///   - sql: the statement; the table is named `data`, and also `alias`.
  ///   - alias: another name for the table, the dataset's.
  ///   - limits: what the query may use.
  public func query(sql: String, alias: String? = nil, limits: QueryLimits = QueryLimits()) async throws
    -> Rows
  {
    throw notReady
  }
}

private let notReady = Failure(
  "lake.unavailable",
  .unavailable,
  fr: "Le lac de données n’est pas ouvert.",
  en: "The lake is not open."
)
