import Accounts
import Acts
import Catalogue
import Foundation
import Governance
import JournalSQLite
import Messages
import Outgoing
import PostgreSQL
import Register
import Testing

@testable import Jobs

/// A town with a published dataset, updated from a site of the test's own.
private struct Town {
  let folder: TestFolder
  let clock: PlayedClock
  let platform: Platform
  let accounts: AccountStore
  let site: LocalSite

  static let trees = "essence;hauteur\n" + (1...20).map { "Tilleul;\($0)\n" }.joined()

  static var duckDB: URL? {
    if let path = ProcessInfo.processInfo.environment["ARPENT_DUCKDB"] { return URL(filePath: path) }
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let deps = package.appending(path: ".deps/duckdb")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: deps.path)) ?? []
    return names.first { $0.hasPrefix("_duckdb") && $0.hasSuffix(".so") }.map { deps.appending(path: $0) }
  }

  init() async throws {
    let (folder, clock) = (try TestFolder(), PlayedClock("2026-11-24T10:00:00Z"))
    self.folder = folder
    self.clock = clock
    let configuration = PlatformConfiguration(
      dataFolder: folder.url.appending(path: "data"),
      role: .command,
      duckDB: Self.duckDB,
      clock: { clock.now }
    ) { try JournalSQLite(folder: $0) }
    platform = try await Platform(configuration: configuration)
    accounts = try AccountStore(folder: configuration.dataFolder, clock: { clock.now })
    site = try LocalSite { _ in "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n" }
    try await platform.perform(
      DescribeOrganization(Organization(id: "ville", name: "Ville", nature: .commune)),
      as: .command
    )
    let file = folder.url.appending(path: "arbres.csv")
    try Data(Self.trees.utf8).write(to: file)
    try await platform.publish(
      PublicationRequest(
        file: file,
        dataset: "arbres",
        organization: "ville",
        title: "Arbres",
        licence: "lov2",
        access: .open
      ),
      as: .command
    )
    try await set(.http(url: site.url))
  }

  func set(_ place: UpdateSource.Place, rhythm: UpdateSource.Rhythm = .hourly) async throws {
    try await platform.perform(SetUpdateSource("arbres", place, rhythm), as: .command)
  }

  func updates(trusts isTrusted: Bool = true, seconds: Int = 5) -> SourceUpdates {
    var limits = HTTPLimits(bytes: 100_000, seconds: seconds)
    limits.slowest = 1
    var policy = HostPolicy(trusted: isTrusted ? ["127.0.0.1:\(site.port)"] : [])
    policy.ports.insert(site.port)
    return SourceUpdates(
      platform: platform,
      accounts: accounts,
      client: HTTPClient(policy: policy),
      connections: ["fermée": DatabaseConnection(host: "127.0.0.1", port: 1, database: "a", user: "b")],
      limits: limits
    )
  }

  var source: UpdateSource? { platform.state.snapshot.record(UpdateSource.self, "arbres") }
  var version: String? { platform.state.dataset("arbres")?.currentVersion }
  var deposits: [Deposit] { platform.state.snapshot.records(Deposit.self) }
}

@Suite("Updates from a source") struct SourceUpdateTests {
  private static func failureCode(_ report: UpdateReport) -> String? {
    if case .failed(let failure) = report { return failure.code }
    return nil
  }

  @Test("A changed file within the bounds is published once; the same one makes nothing")
  func life() async throws {
    let town = try await Town()
    let more = Town.trees + "Érable;7\n"
    town.site.holds(more, etag: "\"un\"")
    #expect(try await town.updates().run("arbres") == .published(version: "arbres@2"))
    #expect(town.version == "arbres@2" && town.source?.outcome.version == "arbres@2")
    #expect(town.source?.outcome.etag == "\"un\"")
    let entries = town.platform.state.head.size
    #expect(try await town.updates().run("arbres") == .unchanged)
    #expect(town.site.requests.last?.contains("If-None-Match: \"un\"") == true)
    #expect(town.platform.state.head.size == entries, "an unchanged source adds nothing to the journal")
    // The same bytes under another tag.
    town.site.holds(more, etag: "\"deux\"")
    #expect(try await town.updates().run("arbres") == .unchanged)
    #expect(town.source?.outcome.etag == "\"deux\"" && town.deposits.count == 1)
    #expect(town.deposits.first?.origin == .fetch && town.deposits.first?.depositor == "system")
  }

  @Test(
    "What is out of bounds waits for a person, the published one stays, and a newer reading takes its place"
  )
  func held() async throws {
    let town = try await Town()
    town.site.holds("essence;hauteur\nIf;4\n", etag: "\"un\"")
    guard case .held(let first) = try await town.updates().run("arbres") else {
      Issue.record("an update that loses its rows is held")
      return
    }
    #expect(town.version == "arbres@1" && town.source?.outcome.heldDeposit == first)
    #expect(town.deposits.first?.state == .submitted && town.deposits.first?.holdReasons.isEmpty == false)
    #expect(try await town.updates().run("arbres") == .unchanged)
    town.site.holds("essence;hauteur\nIf;5\n", etag: "\"deux\"")
    guard case .held(let second) = try await town.updates().run("arbres") else {
      Issue.record("held again")
      return
    }
    #expect(town.deposits.first { $0.id == first }?.state == .abandoned)
    #expect(town.deposits.first { $0.id == second }?.state == .submitted)
  }

  @Test("An address set anew is read at once, whatever the rhythm and the last reading, unless paused")
  func setAnew() async throws {
    let town = try await Town()
    town.site.holds(Town.trees + "Érable;7\n", etag: "\"un\"")
    try await town.set(.http(url: town.site.url), rhythm: .weekly)
    for _ in 0..<2 { try await town.updates().runDue() }
    #expect(town.site.requests.count == 1, "once a week")
    for address in [town.site.url + "?b", town.site.url + "?c"] {
      let before = town.site.requests.count
      try await town.set(.http(url: address), rhythm: .weekly)
      for _ in 0..<2 { try await town.updates().runDue() }
      #expect(town.site.requests.count == before + 1, "\(address)")
    }
    let place = UpdateSource.Place.http(url: town.site.url + "?d")
    try await town.platform.perform(SetUpdateSource("arbres", place, .weekly, isPaused: true), as: .command)
    try await town.updates().runDue()
    #expect(town.site.requests.count == 3)
  }

  @Test("What is no table changes nothing and leaves no deposit to look at")
  func unreadable() async throws {
    let town = try await Town()
    town.site.holds("", etag: "\"vide\"")
    #expect(Self.failureCode(try await town.updates().run("arbres")) != nil)
    #expect(town.version == "arbres@1" && town.deposits.allSatisfy { $0.state == .abandoned })
    #expect(town.source?.outcome.etag == nil, "the same bytes are looked at again next time")
  }

  @Test("Failures are counted, someone is told at the third, and a success clears them")
  func failures() async throws {
    let town = try await Town()
    try await town.platform.perform(
      InvitePerson(
        Invitation(
          id: "i-1",
          name: "Anne",
          email: "anne@exemple.fr",
          roles: [RoleOnOrganization(.publisher, on: "ville")],
          secretHash: "h",
          expiresAt: town.platform.now.advanced(byMilliseconds: 86_400_000),
          createdBy: ""
        )
      ),
      as: .command
    )
    try await town.platform.perform(
      AcceptInvitation(secretHash: "h", person: "anne", name: "Anne Martin"),
      as: .visitor
    )
    try await town.platform.perform(RemoveUpdateSource("arbres"), as: .person("anne"))
    try await town.platform.perform(
      SetUpdateSource("arbres", .http(url: town.site.url), .hourly),
      as: .person("anne")
    )
    do {
      let query = SetUpdateSource("arbres", .query(connection: "m", sql: "SELECT 1"), .hourly)
      try await town.platform.perform(query, as: .person("anne"))
      Issue.record("a publisher writes no query")
    } catch let failure as Failure { #expect(failure.code == "source.query") }
    for count in 1...4 {
      #expect(Self.failureCode(try await town.updates().run("arbres")) == "source.status")
      #expect(town.source?.outcome.failures == count)
      #expect(try await town.accounts.unreadNotices(of: "anne") == (count < 3 ? 0 : 1))
    }
    town.site.holds(Town.trees, etag: "\"un\"")
    #expect(try await town.updates().run("arbres") == .unchanged)
    #expect(town.source?.outcome.failures == 0 && town.source?.outcome.failure == nil)
  }

  @Test("A private network is reached neither by the address nor by a redirect; a slow site is left")
  func guarded() async throws {
    let town = try await Town()
    let other = try LocalSite { _ in "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na\n1" }
    #expect(Self.failureCode(try await town.updates(trusts: false).run("arbres")) == "fetch.private")
    #expect(town.site.requests.isEmpty)
    town.site.says { _ in
      "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:\(other.port)/\r\nContent-Length: 0\r\n\r\n"
    }
    let code = Self.failureCode(try await town.updates().run("arbres"))
    #expect(code == "fetch.port" || code == "fetch.private")
    #expect(other.requests.isEmpty)
    town.site.says { _ in
      Thread.sleep(forTimeInterval: 2)
      return "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na\n1"
    }
    #expect(Self.failureCode(try await town.updates(seconds: 1).run("arbres")) == "fetch.slow")
    town.site.holds(String(repeating: "a;b\n", count: 30_000), etag: "\"gros\"")
    #expect(Self.failureCode(try await town.updates().run("arbres")) == "fetch.too-large")
    #expect(town.version == "arbres@1" && town.deposits.isEmpty)
  }

  @Test("A reading killed at any step leaves no half-made version, and the next one ends its work")
  func killed() async throws {
    let town = try await Town()
    let more = Town.trees + "Érable;7\n"
    town.site.holds(more, etag: "\"un\"")
    // Killed after the deposit, before the publication.
    let file = town.folder.url.appending(path: "more.csv")
    try Data(more.utf8).write(to: file)
    let orphan = Deposit(
      id: "d-orphan",
      organization: "ville",
      dataset: "arbres",
      depositor: "system",
      origin: .fetch,
      createdAt: town.platform.now
    )
    _ = try await town.platform.openDeposit(orphan, file: file, named: "donnees.csv", as: .system)
    #expect(town.version == "arbres@1")
    #expect(try await town.updates().run("arbres") == .published(version: "arbres@2"))
    #expect(town.deposits.first { $0.id == "d-orphan" }?.state == .abandoned)
    // Killed after the publication, before the note.
    try await town.platform.perform(
      NoteUpdate("arbres", .http(url: town.site.url), UpdateSource.Outcome()),
      as: .system
    )
    #expect(try await town.updates().run("arbres") == .unchanged)
    #expect(town.version == "arbres@2" && town.source?.outcome.etag == "\"un\"")
    let left = town.platform.configuration.dataFolder.appending(path: "fetching/arbres").path
    #expect(!FileManager.default.fileExists(atPath: left))
  }

  @Test("A source is read at its turn, when asked for, and not while paused or by two at once")
  func turns() async throws {
    let town = try await Town()
    town.site.holds(Town.trees, etag: "\"un\"")
    let updates = town.updates()
    try await updates.runDue()
    try await updates.runDue()
    #expect(town.site.requests.count == 1)
    town.clock.advance(seconds: 3_600)
    try await updates.runDue()
    #expect(town.site.requests.count == 2)
    town.clock.advance(seconds: 60)
    try await town.platform.perform(AskUpdate("arbres"), as: .command)
    town.clock.advance(seconds: 1)
    try await updates.runDue()
    try await updates.runDue()
    #expect(town.site.requests.count == 3)
    try await town.platform.perform(
      SetUpdateSource("arbres", .http(url: town.site.url), .hourly, isPaused: true),
      as: .command
    )
    town.clock.advance(seconds: 7_200)
    try await updates.runDue()
    #expect(town.site.requests.count == 3)
    let book = JobBook(dataFolder: town.platform.configuration.dataFolder)
    let claim = try book.claim(SourceUpdates.jobName("arbres"))
    await #expect(throws: Failure.self) { _ = try await updates.run("arbres") }
    withExtendedLifetime(claim) {}
  }

  @Test("A connection that is not declared, or does not answer, is told as it is")
  func databases() async throws {
    let town = try await Town()
    try await town.set(.table(connection: "inconnue", schema: "public", table: "arbres"))
    #expect(Self.failureCode(try await town.updates().run("arbres")) == "source.connection")
    try await town.set(.query(connection: "fermée", sql: "SELECT 1"))
    #expect(Self.failureCode(try await town.updates().run("arbres")) == "database.unreachable")
  }

  @Test(
    "What a source may be is checked, and a query is the machine's administrator's alone",
    arguments: [
      (UpdateSource.Place.http(url: "file:///etc/passwd"), "source.address"),
      (.http(url: "https://jean:secret@exemple.fr/a.csv"), "source.credentials"),
      (.http(url: "https:///a.csv"), "source.address"),
      (.table(connection: "m", schema: "public", table: ""), "source.table"),
      (.table(connection: "m", schema: "public", table: String(repeating: "a", count: 64)), "source.table"),
    ]
  )
  func places(place: UpdateSource.Place, code: String) async throws {
    let town = try await Town()
    do {
      try await town.set(place)
      Issue.record("accepted")
    } catch let failure as Failure { #expect(failure.code == code) }
  }
}
