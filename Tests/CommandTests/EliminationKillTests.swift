import Acts
import Catalogue
import Foundation
import Governance
import JournalSQLite
import Lake
import Messages
import Register
import Testing

@Suite("An elimination killed at any moment", .enabled(if: ArpentProcess.isBuilt, "the command is not built"))
struct EliminationKillTests {
  private static let kills = 24

  @Test("After each kill it is done whole or not at all; once done, nothing of what went is found anywhere")
  func killed() async throws {
    let folder = try TemporaryFolder()
    let data = try folder.territory()
    var ids: [String] = []
    for place in 0...Self.kills { ids.append(try await prepare(place, folder, data)) }
    let start = ContinuousClock.now
    try #require(try execute(ids[0], data).outcome().status == 0)
    let spent = start.duration(to: .now).components
    let whole = Double(spent.seconds) + Double(spent.attoseconds) / 1e18
    var acknowledged: Set<Int> = [0]
    for place in 1...Self.kills {
      let run = try execute(ids[place], data)
      // Moments spread over the whole run and a little after, each once.
      let share = Double(place * 7 % Self.kills) / Double(Self.kills) * 1.1
      try await Task.sleep(for: .seconds(share * whole))
      kill(run.process.processIdentifier, SIGKILL)
      let outcome = try run.outcome()
      if run.process.terminationReason == .exit, outcome.status == 0 { acknowledged.insert(place) }
    }
    #expect(acknowledged.count <= Self.kills, "no kill came in time")
    try await check(ids, acknowledged, data)
  }

  /// What a restart finds, and that what was not done can still be.
  private func check(_ ids: [String], _ acknowledged: Set<Int>, _ data: String) async throws {
    let platform = try await Self.platform(data, .server)
    // Nothing else than files to collect may be left behind, and the server collects them as it starts.
    let left = try await platform.verify().problems.map(\.code)
    #expect(left.allSatisfy { $0 == "elimination.remains" }, "\(left)")
    try await platform.finishEliminations()
    let report = try await platform.verify()
    #expect(report.isSound, "\(report.problems)")
    for place in 0...Self.kills {
      let known = try #require(platform.state.snapshot.record(Elimination.self, ids[place]))
      let isDone = known.state == .executed
      #expect(isDone || !acknowledged.contains(place), "jeu-\(place) was acknowledged")
      #expect(try rows(of: "jeu-\(place)", in: platform) == (isDone ? 300 : 600), "jeu-\(place)")
      if !isDone {
        #expect(!found(place, data).isEmpty, "jeu-\(place) is not half gone")
        try await platform.executeElimination(known.id, as: .command)
      }
      #expect(found(place, data) == [], "jeu-\(place)")
    }
    #expect(try await platform.verify().isSound)
  }

  private func rows(of slug: String, in platform: Platform) throws -> Int {
    let dataset = try #require(platform.state.dataset(slug))
    let version = try #require(platform.state.currentVersion(of: dataset))
    let table = try platform.lake.table(try #require(version.table))
    #expect(table.manifest.rows == version.rows)
    #expect(try table.page(after: 0, limit: 10).values.count == 10)
    return version.rows
  }

  private func execute(_ id: String, _ data: String) throws -> ArpentProcess {
    try ArpentProcess(["retention", "--execute", id, "--data", data])
  }

  private func name(_ place: Int) -> String { "Quetzalcoatline-\(place)-fin" }

  /// The files of the data folder that hold the name of who is gone.
  private func found(_ place: Int, _ data: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: data)?.compactMap { $0 as? String } ?? []
    let wanted = Data(name(place).utf8)
    return names.filter {
      FileManager.default.contents(atPath: data + "/" + $0)?.range(of: wanted) != nil
    }
  }

  /// A register of requests, half of them past their date, whose elimination is approved.
  private func prepare(_ place: Int, _ folder: TemporaryFolder, _ data: String) async throws -> String {
    let lines = (0..<600).map { row in
      row < 300 ? "\(row);\(name(place));12/03/2014;Voirie" : "\(row);Marguerite \(row);29/02/2024;Écoles"
    }
    let file = try folder.write(
      "jeu-\(place).csv",
      "numero;demandeur;recu_le;objet\n" + lines.joined(separator: "\n") + "\n"
    )
    let platform = try await Self.platform(data, .command)
    try await platform.publish(
      PublicationRequest(
        file: URL(filePath: file),
        dataset: "jeu-\(place)",
        organization: "mairie",
        title: "Demandes \(place)",
        licence: "lov2",
        access: .restricted
      ),
      as: .command
    )
    try await platform.perform(PutRetentionRule(place: place), as: .command)
    let proposed = try await platform.proposeElimination(of: "r-\(place)", as: .command)
    try await platform.perform(DecideElimination(proposed.id, isApproval: true), as: .command)
    return proposed.id
  }

  private static func platform(_ data: String, _ role: PlatformConfiguration.Role) async throws -> Platform {
    let configuration = PlatformConfiguration(dataFolder: URL(filePath: data), role: role) {
      try JournalSQLite(folder: $0)
    }
    return try await Platform(configuration: configuration)
  }
}

/// Puts a rule of ten years in force.
private struct PutRetentionRule: Act {
  static var name: String { "put-retention-rule" }

  let place: Int

  func permissions(in snapshot: Snapshot) -> [Permission] { [] }

  func decide(in context: ActContext) throws -> Decision<Void> {
    var rule = RetentionRule(
      id: "r-\(place)",
      organization: "mairie",
      title: "Demandes des habitants",
      keeping: Keeping(status: .current, createdAt: context.now)
    )
    rule.appliesTo = .rows
    rule.dataset = "jeu-\(place)"
    rule.dateColumn = "recu_le"
    (rule.activeCount, rule.activeUnit) = (10, .years)
    rule.ground = "Tableau de gestion"
    rule.fate = .destroy
    rule.isPublicArchive = false
    return Decision([try .put(rule)], outcome: ())
  }
}
