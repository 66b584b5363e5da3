import Foundation
import Glibc
import Messages
import Synchronization

/// A process that answers one query of a stranger and ends.
///
/// It is this same program, started again: it opens the engine ahead of time, waits for a query, then limits
/// its own memory, time and files, so that nothing a query does reaches beyond it.
public enum IsolatedQuery {
  static let argument = "--isolated-query"
  private static let offered = Mutex(false)

  /// Whether this program answers when it is started so.
  static var isOffered: Bool { offered.withLock { $0 } }

  /// To be called first by a program's `main`: answers a query and ends the process where it was started for
  /// that; else queries of strangers get, from now on, a process each.
  public static func serveIfAsked(_ arguments: [String] = CommandLine.arguments) {
    guard arguments.count == 3, arguments[1] == argument else {
      offered.withLock { $0 = true }
      return
    }
    serve(library: URL(fileURLWithPath: arguments[2]))
    _exit(0)
  }

  private static func serve(library: URL) {
    shutDoors()
    let reply: QueryReply
    do {
      let connection = try Database(DuckDBLibrary.load(library), settings: EngineSettings.strangers).connect()
      // The parser and its JSON are ready before the query comes.
      _ = try connection.rows("SELECT json_serialize_sql('SELECT 1')")
      let request = FileHandle.standardInput.readDataToEndOfFile()
      // The parent ended, or had no query after all.
      guard !request.isEmpty else { return }
      let query = try JSONDecoder().decode(StrangerQuery.self, from: request)
      limit(query.limits)
      let watch = Watch(connection, limit: query.limits.time)
      do { reply = QueryReply(try query.answer(on: connection)) } catch {
        watch.end()
        reply = QueryReply(watch.explain(error) as? Failure ?? QueryProcess.broken)
      }
    } catch {
      reply = QueryReply((error as? EngineFault)?.failure ?? error as? Failure ?? QueryProcess.broken)
    }
    if let bytes = try? JSONEncoder().encode(reply) {
      try? FileHandle.standardOutput.write(contentsOf: bytes)
    }
  }

  /// Nothing of the parent is kept open, no file can be written, no trace is left of memory.
  private static func shutDoors() {
    for descriptor in 3..<Int32(4096) { close(descriptor) }
    set(RLIMIT_CORE, 0)
    set(RLIMIT_FSIZE, 0)
    set(RLIMIT_NOFILE, 64)
  }

  private static func limit(_ limits: QueryLimits) {
    // The engine counts most of what it takes and stops at the limit; the system stops what it does not
    // count.
    set(RLIMIT_AS, addressSpace() + UInt64(limits.memory) * 2 + 1 << 29)
    let seconds = UInt64(max(1, limits.time.components.seconds + 1))
    set(RLIMIT_CPU, seconds * UInt64(max(1, limits.threads)) + 2)
  }

  private static func set(_ resource: __rlimit_resource, _ value: UInt64) {
    var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    setrlimit(Int32(resource.rawValue), &limit)
  }

  /// What the process has mapped already, much of it only reserved.
  private static func addressSpace() -> UInt64 {
    let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
      .first
    return (pages.flatMap { UInt64($0) } ?? 1 << 20) * UInt64(sysconf(Int32(_SC_PAGESIZE)))
  }
}
