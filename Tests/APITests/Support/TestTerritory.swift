import Acts
import Catalogue
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import JournalSQLite
import Lake
import NIOCore
import Register
import Tabular
import Testing
import Web

@testable import API

/// A territory in a folder of its own, served by a router without a socket.
final class TestTerritory: Sendable {
  let folder: URL
  let platform: Platform
  let plumbing: Plumbing

  /// The day of every test.
  static let now = Moment(milliseconds: 1_772_366_400_000)

  init() async throws {
    _ = Self.cleaning
    folder = Self.root.appending(path: UUID().uuidString)
    platform = try await Platform(
      configuration: PlatformConfiguration(
        dataFolder: folder,
        role: .command,
        duckDB: TestTerritory.duckDB,
        clock: { TestTerritory.now },
        openJournal: { try JournalSQLite(folder: $0) }
      )
    )
    let platform = platform
    plumbing = Plumbing(
      configuration: WebConfiguration(),
      site: { Site(name: "Val d’Arpent", tagline: "") },
      position: {
        let state = platform.state
        return RegisterPosition(entries: state.head.size, visible: state.publicHead.size)
      },
      now: { Double(TestTerritory.now.milliseconds) / 1_000 }
    )
  }

  /// The folder of every territory of this run, removed when it ends.
  private static let root = FileManager.default.temporaryDirectory.appending(
    path: "arpent-api-\(UUID().uuidString)"
  )
  private static let cleaning: Void = {
    atexit { try? FileManager.default.removeItem(at: TestTerritory.root) }
  }()

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Where DuckDB's library is, if it is installed: tests of data are skipped without it.
  static let duckDB: URL? = {
    if let path = ProcessInfo.processInfo.environment["ARPENT_DUCKDB"] { return URL(filePath: path) }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: ".deps/duckdb")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.first { $0.lastPathComponent.hasPrefix("_duckdb") && $0.pathExtension == "so" }
  }()

  // MARK: Filling it

  func put(_ records: [Draft]) async throws {
    _ = try await platform.journal.append(
      ChangeSet(records, act: "test", actor: .command, time: TestTerritory.now),
      after: platform.state.head
    )
    try await platform.catchUp()
  }

  func add(_ organization: Organization) async throws { try await put([.put(organization)]) }

  /// Adds a version of a dataset, made of a table, as its current one.
  func add(_ dataset: Dataset, _ table: TestTable, number: Int = 1) async throws {
    let file = Array(table.csv.utf8)
    let blob = try platform.lake.addBlob(bytes: file)
    let reference = try platform.lake.addTable(from: table.source, columns: table.columns, progress: nil)
    let inspection = Inspection(
      file: "\(dataset.id).csv",
      bytes: file.count,
      container: "csv",
      encoding: "utf-8",
      dialect: Dialect(delimiter: ",", quote: "\"", headerRow: 1, skippedRows: 0, newline: "\n"),
      rows: table.rows.count,
      columns: table.columns,
      findings: [],
      findingCount: 0,
      seconds: 0
    )
    let report = try platform.lake.addBlob(bytes: CanonicalJSON.encode(inspection))
    let version = DatasetVersion(
      dataset: dataset.id,
      number: number,
      publishedAt: "2026-02-0\(number)T08:00:00.000Z",
      original: .init(
        name: "\(dataset.id) été.csv",
        digest: blob.digest,
        bytes: blob.bytes,
        mediaType: "text/csv",
        container: "csv",
        encoding: "utf-8"
      ),
      table: reference.digest,
      rows: table.rows.count,
      columns: table.columns.map { DatasetVersion.Column($0, description: nil) },
      errors: 0,
      warnings: 0,
      inspection: report.digest
    )
    var described = dataset
    described.currentVersion = version.id
    try await put([.put(version), .put(described)])
  }

  // MARK: Asking it

  func router() -> Router<WebContext> {
    let router = WebServer.router(plumbing, errorPage: ErrorPage.page)
    router.addAPI(platform: platform, plumbing: plumbing)
    return router
  }

  func ask(
    _ address: String,
    method: HTTPRequest.Method = .get,
    headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    try await Application(router: router()).test(.router) { client in
      try await client.execute(uri: address, method: method, headers: headers)
    }
  }

  /// The JSON document at an address, which must be there.
  func json(_ address: String, sourceLocation: SourceLocation = #_sourceLocation) async throws -> JSON {
    let response = try await ask("/api/v1" + address)
    #expect(
      response.status == .ok,
      "\(address): \(String(buffer: response.body))",
      sourceLocation: sourceLocation
    )
    return try JSON(response.body)
  }

  /// The refusal at an address: its status and problem document.
  func refusal(
    _ address: String,
    headers: HTTPFields = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> (status: Int, problem: JSON) {
    let response = try await ask("/api/v1" + address, headers: headers)
    #expect(
      response.headers[.contentType] == "application/problem+json; charset=utf-8",
      "\(address): \(response.status) \(String(buffer: response.body).prefix(300))",
      sourceLocation: sourceLocation
    )
    return (response.status.code, try JSON(response.body))
  }
}

/// Percent-encodes all but unreserved characters.
func encoded(_ text: String) -> String { PercentEncoding.encode(text) }
