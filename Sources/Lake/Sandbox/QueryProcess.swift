import Dispatch
import Foundation
import Glibc
import Messages
import Synchronization

/// The processes of strangers' queries: one waits, already warm, for the next query.
final class QueryProcesses: Sendable {
  private let library: DuckDBLibrary
  private let program: String
  private let waiting = Mutex<QueryProcess?>(nil)
  private let queue = DispatchQueue(label: "arpent.lake.strangers", attributes: .concurrent)

  /// Prepares processes of `program`: this same one, which calls `IsolatedQuery.serveIfAsked`.
  init(library: DuckDBLibrary, program: String = "/proc/self/exe") {
    self.library = library
    self.program = program
  }

  /// The answer of a query, from a process of its own.
  func answer(_ query: StrangerQuery) async throws -> Rows {
    try Task.checkCancellation()
    let process = try waiting.withLock { $0.take() } ?? QueryProcess(program, library: library.path)
    defer { warm() }
    do {
      let reply = try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { continuation in
          queue.async { continuation.resume(with: Result { try process.ask(query) }) }
        }
      } onCancel: {
        process.kill()
      }
      return try reply.answer()
    } catch {
      // A process killed for its task was cancelled says nothing, which is no fault of the query.
      try Task.checkCancellation()
      throw error
    }
  }

  private func warm() {
    queue.async { [self] in
      waiting.withLock { if $0 == nil { $0 = try? QueryProcess(program, library: library.path) } }
    }
  }
}

/// One process that answers one query.
final class QueryProcess: Sendable {
  private let socket: Int32
  /// 0 once it has ended: its number may then be another's.
  private let identifier: Mutex<pid_t>

  /// Starts a program for a query to come.
  init(_ program: String, library: String) throws {
    var ends: [Int32] = [0, 0]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw FileFault.failure(errno)
    }
    defer { close(ends[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    let words: [String] = ["arpent", IsolatedQuery.argument, library]
    let arguments = words.map { text in strdup(text) }
    // Nothing of this process's environment is needed but where the system's libraries are.
    let kept = ["LD_LIBRARY_PATH", "PATH"].compactMap { (name: String) -> String? in
      ProcessInfo.processInfo.environment[name].map { "\(name)=\($0)" }
    }
    let environment = kept.map { text in strdup(text) }
    defer { for text in arguments + environment { free(text) } }
    var process = pid_t()
    let status = posix_spawn(&process, program, &actions, nil, arguments + [nil], environment + [nil])
    guard status == 0 else {
      close(ends[0])
      throw FileFault.failure(status)
    }
    socket = ends[0]
    identifier = Mutex(process)
  }

  deinit {
    kill()
    reap()
    close(socket)
  }

  /// Stops it, whatever it does.
  func kill() { identifier.withLock { if $0 > 0 { _ = Glibc.kill($0, SIGKILL) } } }

  /// Has it answer a query; blocks.
  func ask(_ query: StrangerQuery) throws -> QueryReply {
    let time = query.limits.time.components
    // It stops the query itself; if even that fails, it is stopped.
    let deadline = DispatchTime.now() + .seconds(Int(time.seconds) + 3)
    let isLate = Mutex(false)
    let late = DispatchWorkItem { [weak self] in
      isLate.withLock { $0 = true }
      self?.kill()
    }
    DispatchQueue.global().asyncAfter(deadline: deadline, execute: late)
    defer { late.cancel() }
    try send(JSONEncoder().encode(query))
    let bytes = try receive(atMost: query.limits.bytes * 8 + 1 << 20)
    reap()
    if let reply = try? JSONDecoder().decode(QueryReply.self, from: bytes) { return reply }
    throw isLate.withLock({ $0 }) ? Watch.timeIsOver : Self.broken
  }

  private func send(_ bytes: Data) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.send(socket, buffer.baseAddress.map { $0 + sent }, buffer.count - sent, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.broken }
      sent += count
    }
    shutdown(socket, Int32(SHUT_WR))
  }

  private func receive(atMost limit: Int) throws -> Data {
    var bytes = Data()
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: buffer[..<count])
      guard bytes.count <= limit else { throw Self.broken }
    }
  }

  private func reap() {
    identifier.withLock { identifier in
      guard identifier > 0 else { return }
      // It has closed its end, or was killed: it is ending.
      _ = Glibc.kill(identifier, SIGKILL)
      while waitpid(identifier, nil, 0) < 0, errno == EINTR {}
      identifier = 0
    }
  }

  /// The process ended without an answer: it was out of memory, or the engine failed.
  static let broken = Failure(
    "lake.query.stopped",
    .exhausted,
    fr: "La requête a dépassé les ressources permises et a été arrêtée.",
    en: "The query ran over its resources and was stopped.",
    remedy: Bilingual(
      fr: "Demandez moins de lignes ou des textes plus courts, ou ajoutez un filtre.",
      en: "Ask for fewer rows or shorter texts, or add a filter."
    ),
    pointer: "query"
  )
}
