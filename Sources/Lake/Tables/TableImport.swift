import Foundation
import Messages
import Synchronization
import Tabular

/// Makes the two files of a table from a source, in constant memory, on three threads: the caller's reads the
/// source, one fills chunks and blocks, one is DuckDB's, which writes Parquet.
final class TableImport {
  private let library: DuckDBLibrary
  private let store: BlobStore
  private let columns: [ImportedColumn]
  private let batches = HandOff<RowBatch>(capacity: 2)
  private let spent = HandOff<RowBatch>(capacity: 4)

  init(library: DuckDBLibrary, store: BlobStore, reports: [ColumnReport]) {
    self.library = library
    self.store = store
    columns = ImportedColumn.plan(reports)
  }

  /// Reads the whole source.
  ///
  /// Either both files are kept, or nothing is left.
  func run(_ source: any TableSource, progress: (@Sendable (Int) -> Void)?) throws -> TableManifest {
    let parquet = store.incomingFile()
    defer { try? FileManager.default.removeItem(at: parquet) }
    let blocks = try DigestingFile(store.incomingFile())
    let builder = try ChunkBuilder(columns, api: library.api, blocks: blocks)
    let feed = ChunkFeed(columns, api: library.api, ahead: columns.count > 256 ? 1 : 4)
    let outcome = Outcome()
    let writing = Work("arpent.lake.parquet") { [library, store, columns] in
      do { try Self.writeParquet(library, store, feed, columns: columns.count, to: parquet) } catch {
        if let fault = error as? EngineFault { library.log(fault.message) }
        outcome.fail((error as? EngineFault)?.failure ?? error)
      }
      feed.chunks.close(discarding: false)
    }
    let filling = fill(builder, feed: feed, outcome: outcome, progress: progress)
    read(source, outcome: outcome)
    filling.wait()
    writing.wait()
    try outcome.check()
    return TableManifest(
      columns: columns.indices.map {
        columns[$0].tableColumn(invalid: builder.invalid[$0], missing: builder.missing[$0])
      },
      rows: builder.rows,
      parquet: try store.adopt(parquet),
      blocks: try store.keep(blocks, on: .blobs)
    )
  }

  private func read(_ source: any TableSource, outcome: Outcome) {
    defer { batches.close(discarding: outcome.failed) }
    do {
      while !outcome.failed {
        try Task.checkCancellation()
        var batch = spent.tryPop() ?? RowBatch()
        guard try source.read(into: &batch) else { return }
        guard batches.push(batch) else { return }
      }
    } catch {
      outcome.fail(error)
    }
  }

  private func fill(
    _ builder: ChunkBuilder,
    feed: ChunkFeed,
    outcome: Outcome,
    progress: (@Sendable (Int) -> Void)?
  ) -> Work {
    // The builder is used by that thread alone until `wait()` returns.
    nonisolated(unsafe) let builder = builder
    let (batches, spent) = (batches, spent)
    return Work("arpent.lake.fill") {
      defer {
        feed.chunks.close(discarding: false)
        batches.close(discarding: true)
      }
      do {
        while let batch = batches.pop() {
          if outcome.failed { return }
          guard try builder.consume(batch, hand: feed.chunks.push) else { return }
          progress?(builder.rows)
          _ = spent.push(batch)
        }
        if !outcome.failed { try builder.finish(hand: feed.chunks.push) }
      } catch {
        outcome.fail(error)
      }
    }
  }

  private static func writeParquet(
    _ library: DuckDBLibrary,
    _ store: BlobStore,
    _ feed: ChunkFeed,
    columns: Int,
    to file: URL
  ) throws {
    let spill = store.folder.appendingPathComponent("spill")
    let connection = try Database(library, settings: EngineSettings.importing(spill: spill)).connect()
    try feed.register(on: connection)
    // A row group lies in memory while it is filled: the wider the table, the fewer rows.
    let rowsInGroup = min(61_440, max(2048, 4_000_000 / max(1, columns) / 2048 * 2048))
    try connection.execute(
      """
      COPY (SELECT * FROM \(ChunkFeed.name)()) TO \(SQLText.literal(file.path)) \
      (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE \(rowsInGroup), \
      ROW_GROUP_SIZE_BYTES '64MB')
      """
    )
  }
}

/// The first failure of several threads' common work.
private final class Outcome: Sendable {
  private let error = Mutex<(any Error)?>(nil)

  var failed: Bool { error.withLock { $0 != nil } }

  func fail(_ new: any Error) { error.withLock { if $0 == nil { $0 = new } } }

  func check() throws { if let error = error.withLock({ $0 }) { throw error } }
}

/// A thread's work, which its maker waits for.
private final class Work: Sendable {
  private let done = DispatchSemaphore(value: 0)

  init(_ name: String, _ body: @escaping @Sendable () -> Void) {
    let done = done
    let thread = Thread {
      body()
      done.signal()
    }
    thread.name = name
    thread.stackSize = 8 << 20
    thread.start()
  }

  func wait() { done.wait() }
}
