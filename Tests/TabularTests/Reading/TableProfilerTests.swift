import Foundation
import Messages
import Synchronization
import Testing

@testable import Tabular

/// Rows made as they are read.
private final class GeneratedSource: TableSource {
  let columnNames = ["id", "nom"]
  private let rows: Int
  private let failsAt: Int?
  private var row = 0

  init(rows: Int, failsAt: Int? = nil) {
    self.rows = rows
    self.failsAt = failsAt
  }

  func read(into batch: inout RowBatch) throws -> Bool {
    batch.removeAll()
    while row < rows, batch.count < 100 {
      if row == failsAt { throw Failure("test.broken", .invalid, fr: "Cassé.", en: "Broken.") }
      row += 1
      batch.appendCell("\(row)")
      batch.appendCell(row % 10 == 0 ? "" : "Nom \(row % 7)")
      batch.endRow(number: row + 1)
    }
    return batch.count > 0
  }
}

/// The pipeline from a source to a profile.
struct TableProfilerTests {
  @Test(
    "Every row is profiled once, whatever the number of batches",
    arguments: [0, 1, 99, 100, 101, 250, 12_345]
  )
  func profilesAllRows(_ rows: Int) throws {
    let table = try TableProfiler.profile(GeneratedSource(rows: rows))
    #expect(table.rows == rows)
    #expect(table.columns.map(\.name) == ["id", "nom"])
    #expect(table.columns.allSatisfy { $0.valid + $0.invalid + $0.missing == rows })
  }

  @Test("Two runs over the same table give the same report")
  func isDeterministic() throws {
    let first = try TableProfiler.profile(GeneratedSource(rows: 5000))
    let second = try TableProfiler.profile(GeneratedSource(rows: 5000))
    #expect(first.columns == second.columns)
    #expect(first.log.findings == second.log.findings)
  }

  @Test("Progress is told after each batch, up to the last row")
  func tellsProgress() throws {
    let told = Mutex<[Int]>([])
    _ = try TableProfiler.profile(GeneratedSource(rows: 1050)) { rows in told.withLock { $0.append(rows) } }
    #expect(told.withLock { $0 } == (1...10).map { $0 * 100 } + [1050])
  }

  @Test("A failure of the source comes out, and no thread is left behind", arguments: [0, 150, 3000])
  func passesFailures(_ row: Int) throws {
    let failure = #expect(throws: Failure.self) {
      try TableProfiler.profile(GeneratedSource(rows: 5000, failsAt: row))
    }
    #expect(failure?.code == "test.broken")
  }

  @Test("A cancelled task stops reading")
  func stopsWhenCancelled() async {
    let task = Task {
      try TableProfiler.profile(GeneratedSource(rows: 100_000_000)) { rows in
        if rows == 1000 { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }
    await #expect(throws: CancellationError.self) { _ = try await task.value }
  }

  @Test("The inspection of a text file puts its parts together")
  func inspects() throws {
    let file = try TemporaryFile("Titre\nid;nom\n1;Aude\n2;Jean;x\n3;Zoé\n", name: "élèves.csv")
    let inspection = try Inspection(textFile: file.path)
    #expect(inspection.file == "élèves.csv")
    #expect(inspection.container == "csv")
    #expect(inspection.bytes == 36)
    #expect(inspection.rows == 3)
    #expect(inspection.columns.map(\.name) == ["id", "nom"])
    #expect(
      inspection.dialect == Dialect(delimiter: ";", quote: "", headerRow: 2, skippedRows: 1, newline: "\n")
    )
    #expect(inspection.findings.first?.code == "row.extra-cells")
    #expect(inspection.findings.first?.row == 4)
    #expect(inspection.findings.reduce(0) { $0 + $1.count } == inspection.findingCount)
    #expect(inspection.seconds > 0)
  }
}

/// Findings kept and counted.
struct FindingLogTests {
  private func finding(
    _ code: String,
    row: Int?,
    column: String? = nil,
    severity: Finding.Severity = .warning
  ) -> Finding {
    Finding(code: code, severity: severity, row: row, column: column, message: Bilingual(fr: "f", en: "e"))
  }

  @Test("The first of each kind are kept, all are counted, sentences made only for those kept")
  func keepsFirst() {
    var log = FindingLog()
    var made = 0
    for row in 1...1000 {
      log.add("cell.type", column: row % 2 == 0 ? "a" : "b") {
        made += 1
        return finding("cell.type", row: row, column: row % 2 == 0 ? "a" : "b")
      }
    }
    #expect(log.total == 1000)
    #expect(made == 2 * FindingLog.keptPerKind)
    #expect(log.findings.count == made)
    #expect(log.findings.reduce(0) { $0 + $1.count } == 1000)
    #expect(log.findings.map { $0.row ?? 0 } == Array(1...made))
  }

  @Test("Most severe first, then in file order, those of the whole file before rows")
  func orders() {
    var log = FindingLog()
    log.add(finding("c", row: 9))
    log.add(finding("i", row: 1, severity: .information))
    log.add(finding("e", row: 30, severity: .error))
    log.add(finding("w", row: nil))
    log.add(finding("c", row: 5))
    #expect(log.findings.map(\.row) == [30, nil, 5, 9, 1])
  }

  @Test("Logs filled in turns merge into the log of one reader", arguments: [1, 2, 3])
  func merges(_ run: Int) {
    var whole = FindingLog()
    var parts = [FindingLog(), FindingLog()]
    for row in 1...300 {
      let code = row % 3 == 0 ? "x" : "y"
      whole.add(finding(code, row: row))
      parts[(row / run) % 2].add(finding(code, row: row))
    }
    parts[0].merge(parts[1])
    #expect(parts[0].total == whole.total)
    #expect(parts[0].findings == whole.findings)
  }
}

/// The batch that sources fill cell by cell.
struct RowBatchTests {
  @Test("Cells come back as they were added, after reuse too, with bytes readable past the end")
  func holdsCells() {
    var batch = RowBatch()
    for round in 0..<3 {
      batch.removeAll()
      for row in 0..<500 {
        batch.appendBytes("é")
        batch.appendBytes("\(row)")
        batch.endCell()
        batch.appendCell("")
        batch.appendCell(String(repeating: "x", count: row % 50))
        batch.endRow(number: row + round)
      }
      #expect(batch.count == 500 && batch.cellCount == 1500)
      #expect(batch.text(ofCell: 3 * 499) == "é499" && batch.text(ofCell: 1) == "")
      #expect(batch.rowNumbers.last == 499 + round)
      #expect(batch.cells(ofRow: 2) == 6..<9)
      batch.withUnsafeRows { rows in
        #expect(rows.count == 500)
        #expect(rows.cell(rows.cells(ofRow: 499).upperBound - 1).count == 49)
        #expect(rows.bytes.count >= Int(rows.spans[1499].end) + RowBatch.slack)
      }
    }
  }
}
