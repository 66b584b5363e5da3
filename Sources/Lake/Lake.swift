public import Foundation
import Messages
public import Tabular

/// The place where files and tables are kept for ever: a folder of blobs, and DuckDB to read and make tables.
public final class Lake: Sendable {
  /// The folder of everything the lake keeps.
  public let folder: URL

  /// Opens the lake in `folder`, made if it is not there.
  ///
  /// - Parameter duckDB: DuckDB's library; `nil` to look for it in the usual places.
  public init(folder: URL, duckDB: URL?) throws { self.folder = folder }

  /// Keeps a copy of a file. Nothing happens when the same bytes are there already.
  public func addBlob(copying file: URL) throws -> Blob { throw notReady }

  /// Keeps bytes.
  public func addBlob(bytes: [UInt8]) throws -> Blob { throw notReady }

  /// Where a blob's bytes are.
  public func blobURL(_ digest: String) throws -> URL { throw notReady }

  /// Makes a table of the rows of `source`, each cell read as the type of its column.
  public func addTable(
    from source: any TableSource,
    columns: [ColumnReport],
    progress: (@Sendable (Int) -> Void)?
  ) throws -> TableReference { throw notReady }

  /// The table of a manifest's digest.
  public func table(_ digest: String) throws -> Table { throw notReady }

  /// Says that something is being published: until the token ends, no garbage collection of any process runs.
  public func publication() throws -> Publication { throw notReady }

  /// Removes the blobs and tables that nothing refers to.
  ///
  /// - Parameter keeping: the digests in use, asked for once nothing is being published any more.
  /// - Returns: how many files were removed.
  public func collectGarbage(keeping: () throws -> Set<String>) throws -> Int { throw notReady }

  /// Removes the blobs and tables that nothing refers to.
  public func collectGarbage(keeping: Set<String>) throws -> Int { throw notReady }
}

private let notReady = Failure(
  "lake.unavailable",
  .unavailable,
  fr: "Le lac de données n’est pas ouvert.",
  en: "The lake is not open."
)
