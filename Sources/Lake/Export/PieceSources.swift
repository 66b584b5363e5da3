import Foundation
import Glibc
import Messages
import Synchronization
import Tabular

/// The pieces of a file.
final class FilePieces: PieceSource {
  private let descriptor: Int32
  private let offset = Mutex(0)

  /// Opens a file.
  ///
  /// One made for this is removed at once: its bytes last as long as it is open, whatever happens.
  init(_ url: URL, removing: Bool) throws {
    descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault.failure(errno) }
    if removing { unlink(url.path) }
  }

  deinit { close(descriptor) }

  func next() async throws -> [UInt8]? {
    let bytes = try offset.withLock { offset in
      let bytes = try [UInt8](unsafeUninitializedCapacity: 256 << 10) { buffer, count in
        var result = -1
        repeat {
          result = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
        } while result < 0
          && errno == EINTR
        guard result >= 0 else { throw FileFault.failure(errno) }
        count = result
      }
      offset += bytes.count
      return bytes
    }
    return bytes.isEmpty ? nil : bytes
  }
}

/// Whole tables in a text format, from the prepared blocks.
final class BlockPieces: PieceSource {
  private struct State { var encoder: RowEncoder, position: Int, isEnded: Bool }

  private let blocks: BlockFile
  private let columns: [Int]
  private let state: Mutex<State>

  init(_ table: Table, columns: [Int], format: ExportFormat) {
    blocks = table.blocks
    self.columns = columns
    let encoder = RowEncoder(format, columns: columns.map { table.manifest.columns[$0] })
    state = Mutex(State(encoder: encoder, position: 0, isEnded: false))
  }

  func next() async throws -> [UInt8]? {
    try state.withLock { state in
      if state.isEnded { return nil }
      var bytes = state.position == 0 ? state.encoder.start() : []
      bytes.reserveCapacity(80 << 10)
      // Few rows at a time, so that wide ones do not pile up.
      while bytes.count < 64 << 10, state.position < blocks.rows {
        let (_, values) = try blocks.read(from: state.position, count: 64, columns: columns)
        for row in values { state.encoder.append(row, to: &bytes) }
        state.position += values.count
      }
      if state.position >= blocks.rows {
        state.isEnded = true
        bytes += state.encoder.end()
      }
      return bytes.isEmpty ? nil : bytes
    }
  }
}

/// Selections in a text format, from the engine, which makes the answer as it is read.
// `next()` is called by one export at a time, and the engine's thread works only while it waits.
final class AnswerPieces: PieceSource, @unchecked Sendable {
  private let table: Table
  private let turn: Turn
  private let answer: Answer
  private var encoder: RowEncoder
  private var isStarted = false
  private var isEnded = false

  private init(table: Table, turn: Turn, answer: Answer, encoder: RowEncoder) {
    self.table = table
    self.turn = turn
    self.answer = answer
    self.encoder = encoder
  }

  static func make(
    _ table: Table,
    _ selection: RowSelection,
    _ keyset: Keyset,
    columns: [Int],
    format: ExportFormat
  ) async throws -> AnswerPieces {
    let statement = try table.selectStatement(selection, keyset, columns.map(table.expression))
    let turn = try await Turn.take(at: table.context.exports)
    let connection = try table.context.engine.connection()
    let encoder = RowEncoder(format, columns: columns.map { table.manifest.columns[$0] })
    return try await table.context.engine.watched(connection, limit: pieceTime) { connection in
      let answer = try connection.prepare(statement.text).run(statement.parameters, streaming: true)
      return AnswerPieces(table: table, turn: turn, answer: answer, encoder: encoder)
    }
  }

  func next() async throws -> [UInt8]? {
    if isEnded { return nil }
    return try await table.context.engine.watched(answer.statement.connection, limit: Self.pieceTime) {
      [self] _ in
      try piece()
    }
  }

  private func piece() throws -> [UInt8]? {
    var bytes = isStarted ? [] : encoder.start()
    isStarted = true
    while bytes.count < 64 << 10, !isEnded {
      guard let chunk = try answer.next() else {
        isEnded = true
        bytes += encoder.end()
        break
      }
      let readers = chunk.readers()
      for row in 0..<chunk.count { encoder.append(readers.map { $0.value(at: row) }, to: &bytes) }
    }
    return bytes.isEmpty ? nil : bytes
  }

  /// A sort of everything comes before the first piece.
  private static let pieceTime = Duration.seconds(300)
}

/// Selections as Parquet: written to a file of their own, then given.
enum ParquetSelection {
  static func make(
    _ table: Table,
    _ selection: RowSelection,
    _ keyset: Keyset,
    columns: [Int]
  ) async throws -> FilePieces {
    let names = [SQLText.name(ImportedColumn.rowColumn)] + columns.map(table.expression)
    let statement = try table.selectStatement(selection, keyset, names)
    let turn = try await Turn.take(at: table.context.exports)
    defer { turn.end() }
    let file = table.context.spill.appendingPathComponent(UUID().uuidString)
    let copy = "COPY (\(statement.text)) TO \(SQLText.literal(file.path)) (FORMAT parquet, COMPRESSION zstd)"
    do {
      let connection = try table.context.engine.connection()
      try await table.context.engine.watched(connection, limit: .seconds(600)) { connection in
        _ = try connection.rows(copy, statement.parameters)
      }
      return try FilePieces(file, removing: true)
    } catch {
      unlink(file.path)
      throw error
    }
  }
}

/// A turn at a gate, which ends with the value.
final class Turn: Sendable {
  private let gate: Gate
  private let isTaken = Mutex(true)

  private init(_ gate: Gate) { self.gate = gate }

  deinit { end() }

  static func take(at gate: Gate) async throws -> Turn {
    try await gate.enter()
    return Turn(gate)
  }

  func end() {
    let leaves = isTaken.withLock { isTaken in
      defer { isTaken = false }
      return isTaken
    }
    if leaves { gate.leave() }
  }
}
