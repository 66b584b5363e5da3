import Dispatch
import Foundation
import Messages
import Synchronization

/// The engine of our own queries: one DuckDB instance, a few connections, work done on threads of its own so
/// that Swift's cooperative threads are never held.
final class Engine: Sendable {
  let library: DuckDBLibrary
  private let spill: URL
  private let instance: Mutex<Instance?> = Mutex(nil)
  private let gate: Gate
  private let queue = DispatchQueue(label: "arpent.lake.engine", attributes: .concurrent)
  private let width: Int

  private struct Instance { var database: Database, idle: [Connection] }

  /// Prepares an engine of `width` connections; nothing is opened before the first query.
  init(library: DuckDBLibrary, spill: URL, width: Int = 4) {
    self.library = library
    self.spill = spill
    self.width = width
    gate = Gate(width: width, waiting: 512)
  }

  /// Runs `work` with a connection, on a thread where it may block.
  func run<Value: Sendable>(
    limit: Duration = .seconds(60),
    _ work: @escaping @Sendable (Connection) throws -> Value
  ) async throws -> Value {
    try await gate.enter()
    defer { gate.leave() }
    let connection = try take()
    defer { give(connection) }
    return try await watched(connection, limit: limit, work)
  }

  /// Runs `work` with a connection that the caller keeps, on a thread where it may block.
  func watched<Value: Sendable>(
    _ connection: Connection,
    limit: Duration,
    _ work: @escaping @Sendable (Connection) throws -> Value
  ) async throws -> Value {
    try Task.checkCancellation()
    let watch = Watch(connection, limit: limit)
    defer { watch.close() }
    do {
      return try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { continuation in
          queue.async {
            let result = Result { try work(connection) }
            watch.end()
            continuation.resume(with: result)
          }
        }
      } onCancel: {
        watch.cancel()
      }
    } catch {
      if let fault = error as? EngineFault, !fault.isInterrupt { library.log(fault.message) }
      throw watch.explain(error)
    }
  }

  /// A connection of its own, for work that lasts, such as an export.
  func connection() throws -> Connection { try open().connect() }

  private func take() throws -> Connection {
    let database = try open()
    let idle = instance.withLock { $0?.idle.popLast() }
    return try idle ?? database.connect()
  }

  private func give(_ connection: Connection) {
    instance.withLock { instance in
      guard let count = instance?.idle.count, count < width else { return }
      instance?.idle.append(connection)
    }
  }

  private func open() throws -> Database {
    try instance.withLock { instance in
      if let instance { return instance.database }
      do {
        let database = try Database(library, settings: EngineSettings.ours(spill: spill))
        // Known once the Parquet reader is there, so not at the opening; files never change, so it is always
        // right.
        let connection = try database.connect()
        try connection.execute("SET GLOBAL parquet_metadata_cache = true")
        try TextFunctions.register(on: connection)
        instance = Instance(database: database, idle: [])
        return database
      } catch let fault as EngineFault {
        library.log(fault.message)
        throw fault.failure
      }
    }
  }
}

/// The settings of DuckDB's instances.
enum EngineSettings {
  /// Those that hold for all: nothing is fetched, nothing of the machine is read but what we name.
  static let common = [
    "autoinstall_known_extensions": "false", "autoload_known_extensions": "false",
    "allow_community_extensions": "false", "default_null_order": "nulls_last", "errors_as_json": "false",
  ]

  /// Those of our own queries.
  static func ours(spill: URL) -> [String: String] {
    let memory = min(2 << 30, max(256 << 20, Int(ProcessInfo.processInfo.physicalMemory / 4)))
    return common.merging([
      "memory_limit": "\(memory)B", "threads": "\(ProcessInfo.processInfo.activeProcessorCount)",
      "temp_directory": spill.path,
    ]) { _, new in new }
  }

  /// Those of strangers' queries, before the doors are shut: nothing is ever spilled to the disk.
  static let strangers = common.merging(["temp_directory": "", "threads": "1"]) { _, new in new }

  /// Those of an import: one thread besides ours, which alone keeps the rows in order.
  ///
  /// What it needs follows from the size of its row groups; the limit is for cells of hundreds of megabytes.
  static func importing(spill: URL) -> [String: String] {
    let memory = max(1 << 30, Int(ProcessInfo.processInfo.physicalMemory / 2))
    return common.merging([
      "memory_limit": "\(memory)B", "threads": "1", "preserve_insertion_order": "false",
      "temp_directory": spill.path,
    ]) { _, new in new }
  }
}
