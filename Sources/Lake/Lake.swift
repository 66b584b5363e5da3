public import Foundation
import Messages
import Synchronization
public import Tabular

/// The place where files and tables are kept for ever: a folder of blobs, and DuckDB to read and make tables.
public final class Lake: Sendable {
  /// The folder of everything the lake keeps.
  public let folder: URL
  let store: BlobStore
  let context: TableContext
  private let tables = Mutex(RecentlyUsed<String, Table>(capacity: 256))

  /// Opens the lake in `folder`, made if it is not there.
  ///
  /// What killed processes left half-written goes away.
  ///
  /// - Parameters:
  ///   - folder: where everything is kept.
  ///   - duckDB: DuckDB's library; `nil` to look for it in `ARPENT_DUCKDB`, in `.deps/duckdb/` of the current
  ///     folder and beside the binary, then where systems keep libraries.
  ///   - log: told what the engine says when it fails, for the operator's log.
  /// - Throws: `Failure` when the folder cannot be written (`lake.folder.forbidden`) or DuckDB is not found
  ///   (`lake.duckdb.missing`).
  public init(folder: URL, duckDB: URL?, log: @escaping @Sendable (String) -> Void = { _ in }) throws {
    self.folder = folder
    let library = try DuckDBLibrary.load(duckDB, log: log)
    store = try BlobStore(folder: folder)
    context = TableContext(library: library, store: store)
  }

  /// The version of DuckDB in use, such as `v2.0.0`.
  public var engineVersion: String { context.engine.library.version }

  // MARK: Blobs

  /// Keeps a copy of a file: streamed, on the disk for good before it appears, written once.
  ///
  /// - Throws: `Failure` (`lake.disk.full`…); nothing is left then.
  public func addBlob(copying file: URL) throws -> Blob { try store.add(copying: file) }

  /// Copies a file into the lake, to be read at once and kept later.
  ///
  /// - Throws: `Failure` (`lake.file.unreadable`, `lake.disk.full`…), `CancellationError`; nothing is left then.
  public func receive(copying file: URL) throws -> Arrival { try Arrival(copying: file, into: store) }

  /// Keeps bytes.
  public func addBlob(bytes: [UInt8]) throws -> Blob { try store.add(bytes) }

  /// Where a blob's bytes are.
  ///
  /// The file must only be read.
  public func blobURL(_ digest: String) throws -> URL { try store.url(of: digest, on: .blobs) }

  // MARK: Tables

  /// Makes a table of the rows of `source`, each cell read as the type of its column: a cell that cannot be
  /// is stored without a value, and counted.
  ///
  /// - Parameters:
  ///   - source: the rows, read once.
  ///   - columns: the columns wanted, by their position in the source.
  ///   - progress: told the number of rows done, from another thread.
  /// - Returns: what to call the table by.
  /// - Throws: what the source throws, `CancellationError`, or `Failure` (`lake.disk.full`…); nothing is left
  ///   then.
  public func addTable(
    from source: any TableSource,
    columns: [ColumnReport],
    progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> TableReference {
    let lock = try store.publishing()
    defer { lock.release() }
    let making = TableImport(library: context.engine.library, store: store, reports: columns)
    let manifest = try making.run(source, progress: progress)
    let blob = try store.add(Array(try Self.encode(manifest)), to: .tables)
    return TableReference(digest: blob.digest, rows: manifest.rows)
  }

  /// The table of a manifest's digest.
  ///
  /// - Throws: `Failure` (`lake.blob.missing`) when there is none.
  public func table(_ digest: String) throws -> Table {
    if let table = tables.withLock({ $0[digest] }) { return table }
    let manifest = try manifest(digest)
    let table = try Table(digest: digest, manifest: manifest, context: context)
    tables.withLock { $0[digest] = table }
    return table
  }

  // MARK: Keeping clean

  /// Says that something is being published: until the token ends, no garbage collection of any process runs.
  ///
  /// Take it before the first blob and end it after the journal's entry.
  public func publication() throws -> Publication { Publication(lock: try store.publishing()) }

  /// Removes the blobs and tables that nothing refers to.
  ///
  /// Does nothing while something is being published.
  ///
  /// - Parameter keeping: the digests in use, of blobs and of tables; asked for once nothing is being
  ///   published and nothing can be, so that it must read the journal's last entries.
  /// - Returns: how many files were removed.
  /// - Throws: what `keeping` throws.
  @discardableResult
  public func collectGarbage(keeping: () throws -> Set<String>) throws -> Int {
    try store.collect(keeping: keeping, age: .zero, now: Date()) { filesOf($0) }
  }

  /// Removes the blobs and tables that nothing refers to and that are older than an hour, since `keeping` may
  /// not know of the last publications.
  ///
  /// Does nothing while something is being published.
  @discardableResult
  public func collectGarbage(keeping: Set<String>, now: Date = Date()) throws -> Int {
    try store.collect(keeping: { keeping }, age: .seconds(3600), now: now) { filesOf($0) }
  }

  /// The digests of the blobs of a table: what else a backup must hold.
  public func blobs(ofTable digest: String) throws -> [String] {
    let manifest = try manifest(digest)
    return [manifest.parquet.digest, manifest.blocks.digest]
  }

  /// The file of a table's manifest.
  public func manifestURL(_ digest: String) throws -> URL { try store.url(of: digest, on: .tables) }

  /// Forgets tables that are to go: their files are closed and no answer made from them stays in memory.
  public func forget(tables digests: Set<String>) {
    tables.withLock { tables in for digest in digests { tables[digest] = nil } }
    context.answers.forget(tables: digests)
  }

  /// Whether a blob or a table of a digest is here.
  public func holds(_ digest: String) -> Bool {
    [BlobStore.Shelf.blobs, .tables].contains { (try? store.url(of: digest, on: $0)) != nil }
  }

  private func filesOf(_ table: String) -> [String] { (try? blobs(ofTable: table)) ?? [] }

  private func manifest(_ digest: String) throws -> TableManifest {
    let data = try Data(contentsOf: try store.url(of: digest, on: .tables))
    do { return try JSONDecoder().decode(TableManifest.self, from: data) } catch { throw BlockFile.damaged }
  }

  private static func encode(_ manifest: TableManifest) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(manifest)
  }
}
