import Foundation
import Testing

/// The browser and its driver, as the set-up installs them.
private enum Browser {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let python = root.appending(path: ".deps/browser/bin/python")
  static let isInstalled =
    FileManager.default.isExecutableFile(atPath: python.path)
    && FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium") && ArpentProcess.isBuilt
}

@Suite(
  "The site in a browser",
  .enabled(if: Browser.isInstalled, "scripts/setup test installs the browser and its driver")
)
struct BrowserTests {
  @Test("The demo territory is walked as its visitors do, and no page has an accessibility fault")
  func journeys() async throws {
    let folder = try TemporaryFolder()
    let server = try await RunningServer(folder.path("data"), ["--demo"])
    defer { server.stop() }
    let process = Process()
    process.executableURL = Browser.python
    process.arguments = [Browser.root.appending(path: "Tests/BrowserJourneys/journeys.py").path, server.base]
    let log = URL(filePath: folder.path("journeys.log"))
    try Data().write(to: log)
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    let said = try String(contentsOf: log, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(said.suffix(4_000))")
  }
}
