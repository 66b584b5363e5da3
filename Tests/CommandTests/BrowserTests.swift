import Foundation
import Testing

/// The browser and its driver, as the set-up installs them.
enum Browser {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let python = root.appending(path: ".deps/browser/bin/python")
  static let isInstalled =
    FileManager.default.isExecutableFile(atPath: python.path)
    && FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium") && ArpentProcess.isBuilt

  /// Runs a journey to its end: what it found wrong fails the test.
  static func walk(_ script: String, _ arguments: [String], log: URL) throws {
    let process = Process()
    process.executableURL = python
    process.arguments =
      [root.appending(path: "Tests/BrowserJourneys/" + script).path] + arguments
    // No compiled module beside the sources.
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PYTHONDONTWRITEBYTECODE": "1"],
      uniquingKeysWith: { $1 }
    )
    try Data().write(to: log)
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    let said = try String(contentsOf: log, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(said.suffix(4_000))")
  }
}

@Suite(
  "The site in a browser",
  .enabled(if: Browser.isInstalled, "scripts/setup test installs the browser and its driver")
)
struct BrowserTests {
  /// Walks a journey that begins with the first administrator's invitation.
  private func walk(
    _ script: String,
    in folder: TemporaryFolder,
    _ server: RunningServer,
    _ more: String...
  ) async throws {
    defer { server.stop() }
    let secret = String(repeating: "a7", count: 32)
    try await DecidedTown.inviteFirstAdministrator(folder, secret: secret)
    try Browser.walk(
      script,
      [server.base, secret] + more,
      log: URL(filePath: folder.path(script.replacing(".py", with: ".log")))
    )
  }

  @Test("The demo territory is walked as its visitors do, and no page has an accessibility fault")
  func journeys() async throws {
    let folder = try TemporaryFolder()
    let server = try await RunningServer(folder.path("data"), ["--demo"])
    defer { server.stop() }
    try Browser.walk("journeys.py", [server.base], log: URL(filePath: folder.path("journeys.log")))
  }

  @Test("Visitors ask and say, and a publisher decides, with no accessibility fault")
  func decisions() async throws {
    let folder = try TemporaryFolder()
    let secret = String(repeating: "5e", count: 32)
    try await DecidedTown.fill(folder, secret: secret)
    let server = try await RunningServer(folder.path("data"))
    defer { server.stop() }
    try Browser.walk("decisions.py", [server.base, secret], log: URL(filePath: folder.path("decisions.log")))
  }

  @Test("An agent takes a messy file to the public and an administrator sets up, with no accessibility fault")
  func workshop() async throws {
    let folder = try TemporaryFolder()
    try await walk("workshop.py", in: folder, RunningServer(folder.path("data"), ["--demo"]))
  }

  @Test("A large file arrives whole although its tab was closed midway and the network failed")
  func uploads() async throws {
    let folder = try TemporaryFolder()
    try await walk("uploads.py", in: folder, RunningServer(try folder.territory()))
  }

  @Test("A source of updates is set, read, paused, changed and removed by its forms")
  func sources() async throws {
    let folder = try TemporaryFolder()
    let data = try folder.territory()
    let port = try FreePort.next()
    let rows = (0..<20).map { "Place \($0);\($0 % 4 + 1)\n" }.joined()
    let file = try folder.write("bancs.csv", "lieu;places\n" + rows)
    let published = try ArpentProcess(
      ["publish", file, "--organization", "mairie", "--dataset", "bancs", "--title", "Bancs"]
        + ["--licence", "lov2", "--data", data]
    ).outcome()
    try #require(published.status == 0, "\(published.errors)")
    _ = try folder.write("data/arpent.json", "{\"trustedHosts\":[\"127.0.0.1:\(port)\"]}")
    try await walk("sources.py", in: folder, RunningServer(data), "\(port)")
  }

  @Test("A clerk goes from nothing to a public register of five activities, with no accessibility fault")
  func registers() async throws {
    let folder = try TemporaryFolder()
    let secret = String(repeating: "c3", count: 32)
    try await DecidedTown.fillClerk(folder, secret: secret)
    let server = try await RunningServer(folder.path("data"))
    defer { server.stop() }
    try Browser.walk("registers.py", [server.base, secret], log: URL(filePath: folder.path("registers.log")))
  }

  @Test("The pages made by hand for registers are reached by their links, with no accessibility fault")
  func governance() async throws {
    let folder = try TemporaryFolder()
    let secret = String(repeating: "9d", count: 32)
    let server = try await RunningServer(folder.path("data"), ["--demo"])
    defer { server.stop() }
    try await DecidedTown.inviteFirstAdministrator(folder, secret: secret, isOfficer: true)
    try Browser.walk(
      "governance.py",
      [server.base, secret],
      log: URL(filePath: folder.path("governance.log"))
    )
  }
}
