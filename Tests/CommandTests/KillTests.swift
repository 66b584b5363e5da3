import Acts
import Catalogue
import Foundation
import JournalSQLite
import Lake
import Register
import Testing

@Suite("A publication killed at any moment", .enabled(if: ArpentProcess.isBuilt, "the command is not built"))
struct KillTests {
  private static let kills = 100

  @Test(
    "After a hundred kills: the journal verifies, what was acknowledged is there, nothing is half made or kept in vain"
  )
  func killedAHundredTimes() async throws {
    let folder = try TemporaryFolder()
    let data = try folder.territory()
    let whole = try measuredPublication(folder, data)
    var acknowledged: Set<Int> = [0]
    var random = SplitMix(state: 20_260_101)
    for attempt in 1...Self.kills {
      let run = try ArpentProcess(arguments(try file(attempt, folder), data, "jeu-\(attempt)"))
      let delay = Double(random.next() % 1_000) / 1_000 * whole * 1.2
      try await Task.sleep(for: .seconds(delay))
      kill(run.process.processIdentifier, SIGKILL)
      let outcome = try run.outcome()
      if run.process.terminationReason == .exit, outcome.status == 0 { acknowledged.insert(attempt) }
    }
    let finished = acknowledged.count - 1
    #expect(finished < Self.kills, "no kill came in time")
    try await check(data, acknowledged)
  }

  private func check(_ data: String, _ acknowledged: Set<Int>) async throws {
    let configuration = PlatformConfiguration(dataFolder: URL(filePath: data), role: .server) {
      try JournalSQLite(folder: $0)
    }
    let platform = try await Platform(configuration: configuration)
    let report = try await platform.verify()
    #expect(report.isSound, "\(report.problems)")
    for attempt in acknowledged {
      #expect(
        platform.state.dataset("jeu-\(attempt)")?.currentVersion != nil,
        "jeu-\(attempt) was acknowledged"
      )
    }
    for dataset in platform.state.snapshot.records(Dataset.self) {
      let version = try #require(platform.state.currentVersion(of: dataset), "\(dataset.id) has no version")
      let table = try platform.lake.table(try #require(version.table))
      #expect(try table.page(after: 0, limit: 10).values.count == 10)
      #expect(table.manifest.rows == version.rows)
    }
    try await platform.collectGarbage()
    #expect(try await platform.collectGarbage() == 0)
    let kept = try files(under: data + "/lake")
    let staged = try files(under: data + "/staging")
    #expect(staged.isEmpty, "\(staged)")
    #expect(
      kept.count == Set(kept).count && kept.count <= report.files + 4,
      "\(kept.count) files for \(report.files)"
    )
  }

  private func measuredPublication(_ folder: TemporaryFolder, _ data: String) throws -> Double {
    let start = ContinuousClock.now
    let outcome = try ArpentProcess(arguments(try file(0, folder), data, "jeu-0")).outcome()
    try #require(outcome.status == 0, "\(outcome.errors)")
    let spent = start.duration(to: .now).components
    return Double(spent.seconds) + Double(spent.attoseconds) / 1e18
  }

  private func arguments(_ file: String, _ data: String, _ slug: String) -> [String] {
    [
      "publish", file, "--organization", "mairie", "--dataset", slug, "--title", "Jeu \(slug)", "--licence",
      "lov2",
      "--data", data,
    ]
  }

  private func file(_ attempt: Int, _ folder: TemporaryFolder) throws -> String {
    let lines = (0..<2_000).map { "\($0);rue n° \($0 * attempt);\(Double($0) / 8)" }
    return try folder.write(
      "jeu-\(attempt).csv",
      "numero;voie;longueur\n" + lines.joined(separator: "\n") + "\n"
    )
  }

  private func files(under folder: String) throws -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }
}

/// The same moments each time (SplitMix64, Steele, Lea and Flood, 2014).
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
