import Foundation
import FoundationNetworking
import Testing

@Suite("The command serves", .enabled(if: ArpentProcess.isBuilt, "the command is not built"))
struct ServeCommandTests {
  @Test("A running server shows within a second what the command publishes beside it")
  func followsTheCommand() async throws {
    let folder = try TemporaryFolder()
    let data = try folder.territory()
    let server = try await RunningServer(data)
    defer { server.stop() }
    #expect(try await server.status("/donnees/arbres") == 404)
    let file = try folder.write("arbres.csv", "essence;hauteur\nTilleul;12,5\nOrme;9\n")
    let published = try ArpentProcess.run(
      "publish",
      file,
      "--organization",
      "mairie",
      "--dataset",
      "arbres",
      "--title",
      "Arbres",
      "--licence",
      "lov2",
      "--data",
      data
    )
    try #require(published.status == 0, "\(published.errors)")
    let acknowledged = ContinuousClock.now
    while try await server.status("/donnees/arbres") != 200, acknowledged.duration(to: .now) < .seconds(5) {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(acknowledged.duration(to: .now) < .seconds(1))
    #expect(try await server.status("/api/v1/datasets/arbres/rows") == 200)
  }

  @Test("A second server on the same folder refuses to start, and says which one holds it")
  func oneServerPerFolder() async throws {
    let folder = try TemporaryFolder()
    let data = try folder.territory()
    let server = try await RunningServer(data)
    defer { server.stop() }
    let second = try ArpentProcess.run("serve", "--data", data, "--port", "0")
    #expect(second.status == 5)
    #expect(second.errors.contains("platform.served"))
    #expect(second.errors.contains("\(server.run.process.processIdentifier)"))
  }

  @Test("It stops when asked, and starts again within seconds")
  func stopsAndStarts() async throws {
    let folder = try TemporaryFolder()
    let data = try folder.territory()
    let server = try await RunningServer(data)
    let start = ContinuousClock.now
    server.stop()
    #expect(start.duration(to: .now) < .seconds(5))
    let again = try await RunningServer(data)
    #expect(try await again.status("/healthz") == 200)
    again.stop()
  }
}

/// A server on a free port of this machine.
final class RunningServer {
  let run: ArpentProcess
  let base: String

  /// Starts it and waits until it answers.
  init(_ data: String, _ arguments: [String] = []) async throws {
    run = try ArpentProcess(["serve", "--data", data, "--port", "0", "--quiet"] + arguments)
    var address: String?
    let start = ContinuousClock.now
    while address == nil, run.process.isRunning, start.duration(to: .now) < .seconds(300) {
      address = run.errorsSoFar.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+/).map { String($0.output) }
      try await Task.sleep(for: .milliseconds(20))
    }
    base = try #require(address, "\(run.errorsSoFar)")
  }

  /// Asks it to stop, and waits.
  func stop() {
    run.process.terminate()
    run.process.waitUntilExit()
  }

  func status(_ path: String) async throws -> Int {
    let (_, response) = try await URLSession.shared.data(from: try #require(URL(string: base + path)))
    return (response as? HTTPURLResponse)?.statusCode ?? 0
  }
}
