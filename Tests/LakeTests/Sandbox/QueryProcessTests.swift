import Foundation
import Messages
import Tabular
import Testing

@testable import Lake

/// A program that calls `IsolatedQuery.serveIfAsked`: a test bundle cannot be started again as one.
private let program: String? = {
  let beside = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  let named = ProcessInfo.processInfo.environment["ARPENT_PROGRAM"]
  return [named, beside.appending(path: "arpent").path].compactMap(\.self)
    .first(where: FileManager.default.isExecutableFile(atPath:))
}()
private let reason: Comment = "needs a built arpent, beside the tests or named by ARPENT_PROGRAM"

@Suite(.serialized, .enabled(if: LakeFixture.isPossible && program != nil, reason))
struct QueryProcessTests {
  let fixture: LakeFixture
  let table: Table
  let processes: QueryProcesses

  init() throws {
    fixture = try LakeFixture()
    table = try fixture.table([("nom", .text), ("n", .integer)], (0..<50).map { ["ligne \($0)", "\($0)"] })
    processes = QueryProcesses(library: table.context.engine.library, program: try #require(program))
  }

  private func answer(_ sql: String, _ limits: QueryLimits = QueryLimits()) async throws -> Rows {
    try await processes.answer(StrangerQuery(sql: sql, parquet: table.parquetURL.path, limits: limits))
  }

  @Test("Answers and refusals cross between processes as they are")
  func crosses() async throws {
    let rows = try await answer(
      "SELECT nom, n, n / 4, NULL, DATE '2024-02-29', n > 1 FROM data ORDER BY n LIMIT 2"
    )
    #expect(
      rows.values == [
        [.text("ligne 0"), .integer(0), .number(0), .null, .date(19_782), .boolean(false)],
        [.text("ligne 1"), .integer(1), .number(0.25), .null, .date(19_782), .boolean(false)],
      ]
    )
    let error = await #expect(throws: Failure.self) {
      _ = try await answer("SELECT * FROM read_csv('/etc/passwd')")
    }
    #expect(error?.code == "lake.sql.function")
    #expect(try await answer("SELECT x FROM range(10) t(x)", QueryLimits(rows: 3)).truncated)
  }

  @Test("A query that makes gigabytes of little is stopped, and the next one answers")
  func memoryBomb() async throws {
    var bomb = "WITH c0 AS (SELECT 'xxxxxxxxxx' || nom AS s FROM data)"
    for level in 1...8 {
      let doubled = [String](repeating: "s", count: 10).joined(separator: " || ")
      bomb += ", c\(level) AS (SELECT \(doubled) AS s FROM c\(level - 1))"
    }
    let limits = QueryLimits(time: .seconds(15), memory: 64 << 20)
    let error = await #expect(throws: Failure.self) {
      _ = try await answer(bomb + " SELECT max(length(s)) FROM c8", limits)
    }
    #expect(error?.kind == .exhausted)
    #expect(try await answer("SELECT count(*) FROM data").values == [[.integer(50)]])
  }

  @Test("An endless query is stopped in time, a cancelled one at once")
  func endless() async throws {
    let sql = "SELECT max(sha256(x::VARCHAR)) FROM range(100000000000) t(x)"
    let error = await #expect(throws: Failure.self) {
      _ = try await answer(sql, QueryLimits(time: .milliseconds(300)))
    }
    #expect(error?.code == "lake.query.time")
    let task = Task { [self] in try await answer(sql) }
    try await Task.sleep(for: .milliseconds(200))
    let start = ContinuousClock.now
    task.cancel()
    await #expect(throws: CancellationError.self) { _ = try await task.value }
    #expect(ContinuousClock.now - start < .seconds(3))
  }

  @Test("A program that answers nothing is a refusal, not a wait")
  func silent() async throws {
    let silent = QueryProcesses(library: table.context.engine.library, program: "/bin/true")
    let error = await #expect(throws: Failure.self) {
      _ = try await silent.answer(
        StrangerQuery(sql: "SELECT 1", parquet: table.parquetURL.path, limits: QueryLimits())
      )
    }
    #expect(error?.code == "lake.query.stopped")
  }
}
