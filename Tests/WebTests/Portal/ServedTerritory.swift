import API
import Acts
import Catalogue
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import JournalSQLite
import Portal
import Register
import Web

/// A territory published through the same acts as anyone's, and served by a router without a socket.
final class ServedTerritory: Sendable {
  let folder: URL
  let platform: Platform
  let plumbing: Plumbing

  /// The day of every test: 2026-11-24, noon.
  static let now = Moment(milliseconds: 1_795_521_600_000)

  /// Where DuckDB's library is, if it is installed: tests on data are skipped without it.
  static let duckDB: URL? = {
    if let path = ProcessInfo.processInfo.environment["ARPENT_DUCKDB"] { return URL(filePath: path) }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let files = try? FileManager.default.contentsOfDirectory(
      at: root.appending(path: ".deps/duckdb"),
      includingPropertiesForKeys: nil
    )
    return files?.first { $0.lastPathComponent.hasPrefix("_duckdb") && $0.pathExtension == "so" }
  }()

  /// One territory for all the tests that only read.
  static let shared = Task { try await ServedTerritory.filled() }

  init() async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "arpent-portal-\(UUID().uuidString)")
    let platform = try await Platform(
      configuration: PlatformConfiguration(
        dataFolder: folder,
        role: .command,
        duckDB: Self.duckDB,
        clock: { Self.now },
        openJournal: { try JournalSQLite(folder: $0) }
      )
    )
    self.platform = platform
    var configuration = WebConfiguration()
    configuration.logsRequests = false
    plumbing = Plumbing(
      configuration: configuration,
      site: { Sample.site },
      position: {
        let state = platform.state
        return RegisterPosition(entries: state.head.size, visible: state.publicHead.size)
      },
      now: { Double(Self.now.milliseconds) / 1_000 }
    )
  }

  private func router() -> Router<WebContext> {
    let router = WebServer.router(plumbing, errorPage: ErrorPage.page)
    router.addPortal(platform: platform, plumbing: plumbing)
    router.addAPI(platform: platform, plumbing: plumbing)
    return router
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static func filled() async throws -> ServedTerritory {
    let territory = try await ServedTerritory()
    for organization in Sample.organizations { try await territory.add(organization) }
    try await territory.publish("subventions", subsidies(rows: 180), at: "2026-02-01")
    try await territory.publish("arbres", trees, at: "2026-10-01")
    try await territory.publish("compteurs", trees, at: "2026-10-02", access: .restricted)
    try await territory.publish("secret-interne", trees, at: "2026-10-03", access: .internal)
    try await territory.publish("retire", trees, at: "2026-10-04")
    try await territory.publish("subventions", subsidies(rows: 200), at: "2026-11-20")
    _ = try await territory.platform.perform(WithdrawDataset("retire", reason: "Doublon"), as: .command)
    return territory
  }

  func add(_ organization: Organization) async throws {
    _ = try await platform.perform(
      DescribeOrganization(organization),
      as: .command,
      at: Moment("2026-01-05")
    )
  }

  func publish(_ slug: String, _ text: String, at day: String, access: AccessLevel = .open) async throws {
    let file = folder.appending(path: "\(slug) été.csv")
    try Data(text.utf8).write(to: file)
    let moment = Moment(day)
    let request = PublicationRequest(
      file: file,
      dataset: slug,
      organization: "finances",
      title: "Jeu \(slug)",
      description: "Une description de « \(slug) ».",
      theme: "finances",
      licence: "lov2",
      keywords: [slug],
      frequency: .annual,
      territories: ["Val d’Arpent"],
      access: access,
      at: moment
    )
    _ = try await platform.publish(request, as: .command)
  }

  private static func subsidies(rows: Int) -> String {
    let domains = ["Sport", "Culture", "Social"]
    return "date,bénéficiaire,domaine,montant\n"
      + (1...rows).map { row in
        let month = row % 12 + 1
        return "2025-\(month < 10 ? "0" : "")\(month)-15,Association \(row),\(domains[row % 3]),\(row * 100)"
      }.joined(separator: "\n") + "\n"
  }

  private static let trees =
    "espèce,lat,lon\n"
    + (0..<60).map { "Tilleul <b>\($0)</b>,45.7\($0 % 10)1,3.0\($0 % 7)2" }.joined(separator: "\n") + "\n"

  func ask(
    _ address: String,
    method: HTTPRequest.Method = .get,
    headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    try await Application(router: router()).test(.router) { client in
      try await client.execute(uri: address, method: method, headers: headers)
    }
  }

  /// The text of an answer.
  func read(_ address: String) async throws -> String { String(buffer: try await ask(address).body) }
}
