import CDuckDB
import Foundation
import Messages
import Synchronization
import Tabular

/// Makes the two files of a table from a source, in constant memory, on four threads: the caller's reads the
/// source, one fills chunks, one writes their rows as blocks, one is DuckDB's, which writes Parquet.
final class TableImport {
  private let library: DuckDBLibrary
  private let store: BlobStore
  private let columns: [ImportedColumn]
  private let batches = HandOff<RowBatch>(capacity: 2)
  private let spent = HandOff<RowBatch>(capacity: 4)
  private let chunks = HandOff<FilledChunk>(capacity: 4 << 20) { $0.bytes }

  init(library: DuckDBLibrary, store: BlobStore, reports: [ColumnReport]) {
    self.library = library
    self.store = store
    columns = ImportedColumn.plan(reports)
  }

  deinit {
    // A failure leaves chunks that nobody took.
    while let chunk = chunks.tryPop() { chunk.destroy(library.api) }
  }

  /// Reads the whole source.
  ///
  /// Either both files are kept, or nothing is left.
  func run(_ source: any TableSource, progress: (@Sendable (Int) -> Void)?) throws -> TableManifest {
    let parquet = store.incomingFile()
    defer { try? FileManager.default.removeItem(at: parquet) }
    let blocks = try DigestingFile(store.incomingFile())
    defer { try? FileManager.default.removeItem(at: blocks.url) }
    let writer = try BlockFileWriter(blocks, columns: columns.count)
    let builder = ChunkBuilder(columns, api: library.api, trustsText: source.givesValidText)
    let feed = ChunkFeed(columns, api: library.api)
    let outcome = Outcome()
    let working = [
      write(feed, to: parquet, outcome: outcome),
      write(writer, to: blocks, feed: feed, outcome: outcome),
      fill(builder, outcome: outcome, progress: progress),
    ]
    read(source, outcome: outcome)
    for work in working { work.wait() }
    try outcome.check()
    return TableManifest(
      columns: zip(columns, zip(builder.invalid, builder.missing)).map { column, counts in
        column.tableColumn(invalid: counts.0, missing: counts.1)
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
    outcome: Outcome,
    progress: (@Sendable (Int) -> Void)?
  ) -> Work {
    // The builder is used by that thread alone until `wait()` returns.
    nonisolated(unsafe) let builder = builder
    let (batches, spent, chunks) = (batches, spent, chunks)
    return Work("arpent.lake.fill") {
      defer {
        chunks.close(discarding: false)
        batches.close(discarding: true)
      }
      do {
        while let batch = batches.pop() {
          if outcome.failed { return }
          guard try builder.consume(batch, hand: chunks.push) else { return }
          progress?(builder.rows)
          _ = spent.push(batch)
        }
        if !outcome.failed { builder.finish(hand: chunks.push) }
      } catch {
        outcome.fail(error)
      }
    }
  }

  /// Writes each chunk's rows as blocks, then hands it to DuckDB.
  private func write(
    _ writer: consuming BlockFileWriter,
    to blocks: DigestingFile,
    feed: ChunkFeed,
    outcome: Outcome
  ) -> Work {
    // The writer is used by that thread alone.
    nonisolated(unsafe) let target = BlockTarget(writer, blocks)
    let (chunks, api, kinds) = (chunks, library.api, columns.map(\.kind))
    return Work("arpent.lake.blocks") {
      defer {
        feed.chunks.close(discarding: false)
        chunks.close(discarding: false)
      }
      do {
        while let chunk = chunks.pop() {
          do { try target.writer.append(ChunkRows(chunk, kinds: kinds, api: api)) } catch {
            chunk.destroy(api)
            throw error
          }
          guard !outcome.failed, feed.chunks.push(chunk) else { return chunk.destroy(api) }
        }
        if !outcome.failed { try target.finish() }
      } catch {
        outcome.fail(error)
      }
    }
  }

  private func write(_ feed: ChunkFeed, to parquet: URL, outcome: Outcome) -> Work {
    Work("arpent.lake.parquet") { [library, store, columns] in
      do { try Self.writeParquet(library, store, feed, columns: columns.count, to: parquet) } catch {
        if let fault = error as? EngineFault { library.log(fault.message) }
        outcome.fail((error as? EngineFault)?.failure ?? error)
      }
      feed.chunks.close(discarding: false)
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

/// The blocks being written, by one thread.
private final class BlockTarget {
  var writer: BlockFileWriter
  private let file: DigestingFile

  init(_ writer: consuming BlockFileWriter, _ file: DigestingFile) {
    self.writer = writer
    self.file = file
  }

  /// Ends the file and puts it on the disk, while Parquet is still being written.
  func finish() throws {
    try writer.finish()
    _ = try file.finish()
  }
}
