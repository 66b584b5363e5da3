import CLibPQ
import Foundation
import Messages
import Synchronization

/// Told by another task that nobody waits for the answer any more.
final class Stop: Sendable {
  private let state = Mutex(false)

  var isAsked: Bool { state.withLock { $0 } }

  func ask() { state.withLock { $0 = true } }
}

/// One connection, used on one thread, in a transaction that writes nothing.
struct Session: ~Copyable {
  private let raw: OpaquePointer
  private let stop: Stop

  init(_ connection: DatabaseConnection, _ limits: DatabaseLimits, _ stop: Stop) throws {
    self.stop = stop
    let settings: [(String, String)] = [
      ("host", connection.host), ("port", String(connection.port)), ("dbname", connection.database),
      ("user", connection.user), ("password", connection.password ?? ""), ("sslmode", connection.tls),
      ("connect_timeout", String(limits.connectSeconds)), ("client_encoding", "UTF8"),
      ("application_name", "arpent"), ("gssencmode", "disable"),
      (
        "options",
        "-c default_transaction_read_only=on -c statement_timeout=\(limits.seconds)s -c lock_timeout=5s "
          + "-c datestyle=ISO,YMD -c timezone=UTC -c intervalstyle=iso_8601 -c extra_float_digits=1 "
          + "-c idle_in_transaction_session_timeout=60s"
      ),
    ]
    let keys = settings.map { strdup($0.0) } + [nil]
    let values = settings.map { strdup($0.1) } + [nil]
    defer { (keys + values).forEach { free($0) } }
    let opened = keys.map { UnsafePointer($0) }.withUnsafeBufferPointer { keys in
      values.map { UnsafePointer($0) }.withUnsafeBufferPointer { values in
        PQconnectdbParams(keys.baseAddress, values.baseAddress, 0)
      }
    }
    guard let opened else { throw DatabaseFailure.unreachable }
    guard PQstatus(opened) == CONNECTION_OK else {
      // Before a session there is no SQLSTATE to read.
      let said = PQerrorMessage(opened).map { String(cString: $0) } ?? ""
      let isRefusal = PQconnectionNeedsPassword(opened) == 1 || said.contains("FATAL:")
      PQfinish(opened)
      throw isRefusal ? DatabaseFailure.refused : DatabaseFailure.unreachable
    }
    raw = opened
  }

  deinit { PQfinish(raw) }

  /// An answer's names, types and cells.
  struct Answer {
    var names: [String] = []
    var types: [UInt32] = []
    var rows: [[String]] = []
  }

  /// Runs one statement; parameters are texts.
  func ask(_ sql: String, _ parameters: [String] = []) throws -> Answer {
    try send(sql, parameters)
    var answer = Answer()
    try eachResult { result in
      answer = Self.read(result)
      return true
    }
    return answer
  }

  /// Runs a COPY and gives each piece of its output.
  func copy(_ sql: String, take: (UnsafeRawBufferPointer) throws -> Void) throws {
    try send(sql, [])
    try eachResult { result in
      guard PQresultStatus(result) == PGRES_COPY_OUT else { return true }
      try drain(take)
      return true
    }
  }

  private func send(_ sql: String, _ parameters: [String]) throws {
    let copies = parameters.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    let sent = copies.map { UnsafePointer($0) }.withUnsafeBufferPointer { values in
      // The extended protocol takes one statement, never two.
      PQsendQueryParams(raw, sql, Int32(parameters.count), nil, values.baseAddress, nil, nil, 0)
    }
    guard sent == 1 else { throw DatabaseFailure.unreachable }
  }

  private func eachResult(_ body: (OpaquePointer) throws -> Bool) throws {
    var failure: (any Error)?
    while true {
      while PQisBusy(raw) == 1 { try waitForBytes() }
      guard let result = PQgetResult(raw) else { break }
      defer { PQclear(result) }
      switch PQresultStatus(result) {
      case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_COPY_OUT:
        if failure == nil { _ = try body(result) }
      default:
        let state = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) }
        failure = failure ?? DatabaseFailure.of(state ?? "08006")
        if PQstatus(raw) != CONNECTION_OK { throw DatabaseFailure.unreachable }
      }
    }
    if let failure { throw failure }
  }

  private func drain(_ take: (UnsafeRawBufferPointer) throws -> Void) throws {
    while true {
      var bytes: UnsafeMutablePointer<CChar>?
      let count = PQgetCopyData(raw, &bytes, 1)
      switch count {
      case 0: try waitForBytes()
      case -1: return
      case -2: return
      default:
        guard let bytes else { return }
        defer { PQfreemem(bytes) }
        if stop.isAsked { try giveUp() }
        try take(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
      }
    }
  }

  /// Waits for the server, and looks five times a second whether somebody still waits for us.
  private func waitForBytes() throws {
    if stop.isAsked { try giveUp() }
    var descriptor = pollfd(fd: PQsocket(raw), events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, 200) >= 0 || errno == EINTR else { throw DatabaseFailure.unreachable }
    guard PQconsumeInput(raw) == 1 else { throw DatabaseFailure.unreachable }
  }

  /// Tells the server to stop; the connection is closed after.
  private func giveUp() throws -> Never {
    if let cancel = PQgetCancel(raw) {
      var error = [CChar](repeating: 0, count: 256)
      PQcancel(cancel, &error, 256)
      PQfreeCancel(cancel)
    }
    throw CancellationError()
  }

  private static func read(_ result: OpaquePointer) -> Answer {
    let columns = PQnfields(result)
    return Answer(
      names: (0..<columns).map { PQfname(result, $0).map { String(cString: $0) } ?? "" },
      types: (0..<columns).map { PQftype(result, $0) },
      rows: (0..<PQntuples(result)).map { row in
        (0..<columns).map { PQgetvalue(result, row, $0).map { String(cString: $0) } ?? "" }
      }
    )
  }
}
