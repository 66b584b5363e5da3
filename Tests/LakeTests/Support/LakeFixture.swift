import Foundation
import Synchronization
import Tabular

@testable import Lake

/// A lake in a folder of its own, removed with it.
final class LakeFixture: Sendable {
  let folder: URL
  let lake: Lake

  /// Opens a lake; a lasting one is for all tests of the run, and its folder goes when the run ends.
  init(lasting: Bool = false) throws {
    folder = Self.temporaryFolder()
    if lasting { LastingFolders.add(folder) }
    lake = try Lake(folder: folder, duckDB: Self.library, log: { print("DuckDB:", $0) })
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Makes a table of text cells whose columns have these names and types.
  func table(_ columns: [(String, ColumnType)], _ rows: [[String]]) throws -> Table {
    let source = MemorySource(columns.map(\.0), rows)
    return try lake.table(lake.addTable(from: source, columns: reports(columns)).digest)
  }

  static func temporaryFolder() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("arpent-lake-\(UUID().uuidString)")
  }

  /// DuckDB's library where this machine has one: named by `ARPENT_DUCKDB`, or in `.deps/duckdb` of the
  /// package.
  static let library: URL? = {
    let named = ProcessInfo.processInfo.environment["ARPENT_DUCKDB"].map { [$0] } ?? []
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(".deps/duckdb")
    let inside = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let found = inside.filter { $0.hasSuffix(".so") }.map { folder.appendingPathComponent($0).path }
    return (named + found).first(where: FileManager.default.fileExists(atPath:)).map {
      URL(fileURLWithPath: $0)
    }
  }()

  /// Why tests of the engine are skipped.
  static let reason = "DuckDB's library is not here: set ARPENT_DUCKDB, or run `make test`"
  static var isPossible: Bool { library != nil }
}

/// Folders that go when the process ends.
private enum LastingFolders {
  private static let folders = Mutex<[URL]>([])

  static func add(_ folder: URL) {
    folders.withLock { folders in
      if folders.isEmpty { atexit { LastingFolders.remove() } }
      folders.append(folder)
    }
  }

  private static func remove() {
    for folder in folders.withLock({ $0 }) { try? FileManager.default.removeItem(at: folder) }
  }
}

/// The reports that a profiler would give of clean columns.
func reports(_ columns: [(String, ColumnType)]) -> [ColumnReport] {
  columns.enumerated().map { index, column in
    var report = ColumnReport(name: column.0, position: index + 1, type: column.1)
    switch column.1 {
    case .date, .datetime: report.notation = "yyyy-mm-dd"
    case .number: report.notation = "."
    case .boolean: report.notation = "true/false"
    default: break
    }
    return report
  }
}

/// Rows in memory.
final class MemorySource: TableSource {
  let columnNames: [String]
  private let rows: [[String]]
  private let numbers: [Int]
  private var next = 0
  /// Thrown once all rows were read.
  var failure: (any Error)?
  /// Called before each batch.
  var beforeBatch: (() -> Void)?

  /// Holds rows with their record numbers; from 2 when `nil`, as after a header.
  init(_ columnNames: [String], _ rows: [[String]], numbers: [Int]? = nil) {
    self.columnNames = columnNames
    self.rows = rows
    self.numbers = numbers ?? Array(rows.indices.map { $0 + 2 })
  }

  func read(into batch: inout RowBatch) throws -> Bool {
    batch.removeAll()
    beforeBatch?()
    guard next < rows.count else {
      if let failure { throw failure }
      return false
    }
    for index in next..<min(rows.count, next + 500) {
      for cell in rows[index] { batch.appendCell(cell) }
      batch.endRow(number: numbers[index])
    }
    next += batch.count
    return true
  }
}

/// Numbers that look random and are the same on each run (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
