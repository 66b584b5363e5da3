import Foundation

/// What the tables of a lake share: the engine, the files and the answers kept.
final class TableContext: Sendable {
  let store: BlobStore
  let engine: Engine
  let answers: AnswerCache
  let sandbox: Sandbox
  /// Exports under way: each holds a connection for as long as its reader reads.
  let exports = Gate(width: 8, waiting: 64)
  let spill: URL

  init(library: DuckDBLibrary, store: BlobStore) {
    self.store = store
    spill = store.folder.appendingPathComponent("spill")
    engine = Engine(library: library, spill: spill)
    answers = AnswerCache(bytes: 64 << 20)
    sandbox = Sandbox(library: library, engine: engine)
  }
}
