import Foundation

/// A table read wholly, with what was learnt of each column.
public struct ProfiledTable: Sendable {
  /// One report per column, in file order.
  public var columns: [ColumnReport]
  /// The number of rows.
  public var rows: Int
  /// What there is to know or mend in the cells and columns; not the structural findings of the source.
  public var log: FindingLog

  /// Gathers results.
  public init(columns: [ColumnReport], rows: Int, log: FindingLog) {
    self.columns = columns
    self.rows = rows
    self.log = log
  }
}

/// Profiles tables in one pass over their rows, reading and profiling at the same time.
public enum TableProfiler {
  /// How many profiles are filled side by side.
  ///
  /// By the table alone, so that results do not depend on the machine. Profiles of many columns take room: one is
  /// filled.
  private static func workers(columns: Int) -> Int { columns > 500 ? 1 : 2 }

  /// Reads `source` to its end and profiles each column.
  ///
  /// The calling thread reads; batches go in turn to each of the workers through bounded queues, so memory
  /// stays bounded whichever side is slower.
  ///
  /// - Parameters:
  ///   - source: a table not read yet.
  ///   - progress: told the number of rows read so far, after each batch.
  /// - Returns: the reports of the columns, the number of rows, and the findings in cells and columns.
  /// - Throws: what the source throws, and `CancellationError` when the current task is cancelled.
  public static func profile(
    _ source: any TableSource,
    progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> ProfiledTable {
    let names = source.columnNames
    var first = RowBatch()
    var second = RowBatch()
    var rows = 0
    func next(_ batch: inout RowBatch) throws -> Bool {
      try Task.checkCancellation()
      guard try source.read(into: &batch) else { return false }
      rows += batch.count
      progress?(rows)
      return true
    }
    // A small table is not worth its threads.
    guard try next(&first), try next(&second) else {
      var profile = TableProfile(columnNames: names)
      if first.count > 0 { profile.consume(first) }
      return finished(profile, source)
    }
    let workers = workers(columns: names.count)
    let lanes = (0..<workers).map { ProfilingLane(columnNames: names, number: $0) }
    defer { for lane in lanes { lane.close() } }
    lanes[0].send(&first)
    lanes[1 % workers].send(&second)
    var batch = lanes[2 % workers].freeBatch()
    var turn = 2 % workers
    while try next(&batch) {
      lanes[turn].send(&batch)
      turn = (turn + 1) % workers
      batch = lanes[turn].freeBatch()
    }
    return finished(merged(lanes), source)
  }

  private static func merged(_ lanes: [ProfilingLane]) -> TableProfile {
    var profile = lanes[0].result()
    for lane in lanes.dropFirst() { profile.merge(lane.result()) }
    return profile
  }

  private static func finished(_ profile: TableProfile, _ source: any TableSource) -> ProfiledTable {
    let (columns, rows, log) = profile.finish(declarations: source.declarations)
    return ProfiledTable(columns: columns, rows: rows, log: log)
  }
}

/// A thread that fills one profile with the batches sent to it, and gives the batches back.
///
/// Unchecked: every field that changes is read and written with `condition` locked, except `profile`, which
/// the thread alone touches until it sets `isDone`, and which is read only after that was seen.
private final class ProfilingLane: @unchecked Sendable {
  /// How many batches may wait.
  private static let depth = 3

  private let condition = NSCondition()
  private var waiting: [RowBatch] = []
  private var free: [RowBatch] = []
  private var isClosed = false
  private var isDone = false
  private var profile: TableProfile

  init(columnNames: [String], number: Int) {
    profile = TableProfile(columnNames: columnNames)
    let thread = Thread { [self] in run() }
    thread.name = "arpent.profile-\(number)"
    thread.stackSize = 4 << 20
    thread.start()
  }

  /// Hands a batch over, as soon as there is room for it; what is left in its place is empty.
  func send(_ batch: inout RowBatch) {
    condition.lock()
    while waiting.count >= Self.depth { condition.wait() }
    waiting.append(batch)
    batch = RowBatch()
    condition.broadcast()
    condition.unlock()
  }

  /// A batch to fill, with the memory of one that was used.
  func freeBatch() -> RowBatch {
    condition.lock()
    defer { condition.unlock() }
    return free.popLast() ?? RowBatch()
  }

  /// Says that nothing more comes.
  func close() {
    condition.lock()
    isClosed = true
    condition.broadcast()
    condition.unlock()
  }

  /// The profile of all that was sent.
  ///
  /// Waits for it.
  func result() -> TableProfile {
    condition.lock()
    isClosed = true
    condition.broadcast()
    while !isDone { condition.wait() }
    condition.unlock()
    // The lane keeps none, so that merging copies none.
    let result = profile
    profile = TableProfile(columnNames: [])
    return result
  }

  private func run() {
    while let batch = take() {
      profile.consume(batch)
      giveBack(batch)
    }
    condition.lock()
    isDone = true
    condition.broadcast()
    condition.unlock()
  }

  private func take() -> RowBatch? {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty, !isClosed { condition.wait() }
    guard !waiting.isEmpty else { return nil }
    condition.broadcast()
    return waiting.removeFirst()
  }

  private func giveBack(_ batch: consuming RowBatch) {
    condition.lock()
    if free.count < Self.depth { free.append(batch) }
    condition.unlock()
  }
}
