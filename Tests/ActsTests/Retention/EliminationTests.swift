import Acts
import Catalogue
import Foundation
import Governance
import Messages
import Register
import Tabular
import Testing

@Suite("Eliminations") struct EliminationTests {
  @Test("What is eliminated is found nowhere in the data folder, and its proof holds none of it")
  func wholeWay() async throws {
    let town = try await RetentionTown()
    // Older versions hold the rows too, and a step of the recipe names a value of one.
    let recipe = Recipe([
      .replaceValue(column: "demandeur", from: "Quetzalcoatline", to: "Zéphyrinovitch"),
      .datesToISO(column: "recu_le", order: .dayFirst),
    ])
    try await town.publish(RetentionTown.requests)
    try await town.ready(RetentionTown.requests, recipe: recipe)
    let upload = try town.platform.uploads.create(owner: Cast.actor(.producer), name: "demandes.csv")
    _ = try await town.platform.uploads.append(
      upload.id,
      of: Cast.actor(.producer),
      at: 0,
      AsyncStream<[UInt8]> { stream in
        stream.yield(Array(RetentionTown.requests.utf8))
        stream.finish()
      }
    )
    let draft = try await town.platform.openDeposit(
      Deposit(
        id: "d-1",
        organization: "ville",
        dataset: "demandes",
        depositor: "",
        createdAt: town.clock.now
      ),
      file: town.cast.folder.file("depot.csv", RetentionTown.requests + "7;Didier;02/02/2026;Voirie\n"),
      named: "depot.csv",
      as: .command
    )
    #expect(draft.file != nil)
    #expect(!town.files(holding: RetentionTown.gone).isEmpty, "the search finds what is there")

    let elimination = try await town.approved()
    #expect(elimination.rows == 2)
    try await town.visa(elimination)
    let done = try await town.platform.executeElimination(elimination.id, as: Cast.actor(.dpo))

    #expect(done.state == .executed)
    #expect(done.rowsKept == 4)
    #expect(done.erasedVersions == ["demandes@1", "demandes@2"])
    #expect(done.newVersion == "demandes@3")
    #expect(done.depositsCleared == 1)
    let names = try town.values("demandeur")
    #expect(names.count == 4)
    #expect(names.contains { $0.contains("Anselme") }, "a row without a date is never purged")
    #expect(town.files(holding: RetentionTown.gone) == [])
    #expect(town.files(holding: ["depot.csv"]).filter { $0.hasPrefix("lake") } == [])
    #expect(town.platform.state.snapshot.record(Deposit.self, "d-1")?.state == .abandoned)
    #expect(try await town.platform.verify().isSound)
    // What stays is read by the same steps but the one that named a value that is gone.
    let version = try #require(town.platform.state.snapshot.record(DatasetVersion.self, "demandes@3"))
    #expect(version.recipe?.steps.count == 1)
    #expect(version.elimination == elimination.id)
    #expect(await town.platform.retentionDue().first?.scope?.count == 0)
  }

  @Test("Public archive is never eliminated without the visa, whoever asks")
  func noVisa() async throws {
    let town = try await RetentionTown()
    try await town.ready()
    let elimination = try await town.approved()
    let head = town.platform.state.head
    for actor in [Cast.actor(.dpo), .command, .system] {
      let code = await town.code { try await town.platform.executeElimination(elimination.id, as: actor) }
      #expect(code == "gate.elimination.visa")
      #expect(
        await town.cast.refusal(ExecuteElimination(elimination.id, proof: "x"), actor)
          == "gate.elimination.visa"
      )
    }
    #expect(town.platform.state.head == head)
    #expect(try town.values("demandeur").count == 6)
  }

  @Test("A rule that says nothing of public archive asks for the visa, and saying later that it is one too")
  func visaByDefault() async throws {
    let town = try await RetentionTown()
    try await town.publish(RetentionTown.requests)
    try await town.rule("r-demandes", "demandes", isPublicArchive: nil)
    let first = try await town.approved()
    #expect(
      await town.code { try await town.platform.executeElimination(first.id, as: .command) }
        == "gate.elimination.visa"
    )
    try await town.platform.perform(
      DecideElimination(first.id, isApproval: false, reason: "À revoir"),
      as: Cast.actor(.dpo)
    )
    try await town.rule("r-demandes", "demandes", isPublicArchive: false)
    let second = try await town.approved()
    try await town.rule("r-demandes", "demandes", isPublicArchive: true)
    #expect(
      await town.code { try await town.platform.executeElimination(second.id, as: .command) }
        == "gate.elimination.visa"
    )
    try await town.rule("r-demandes", "demandes", isPublicArchive: false)
    #expect(await town.code { try await town.platform.executeElimination(second.id, as: .command) } == nil)
  }

  @Test("An elimination is executed once, and only when it is approved")
  func once() async throws {
    let town = try await RetentionTown()
    try await town.ready(isPublicArchive: false)
    let proposed = try await town.platform.proposeElimination(of: "r-demandes", as: Cast.actor(.producer))
    func execute() async -> String? {
      await town.code { try await town.platform.executeElimination(proposed.id, as: Cast.actor(.dpo)) }
    }
    #expect(await execute() == "elimination.undecided")
    #expect(
      await town.code { try await town.platform.proposeElimination(of: "r-demandes", as: Cast.actor(.dpo)) }
        == "elimination.open"
    )
    try await town.platform.perform(DecideElimination(proposed.id, isApproval: true), as: Cast.actor(.dpo))
    #expect(await execute() == nil)
    let head = town.platform.state.head
    #expect(await execute() == "elimination.executed")
    #expect(town.platform.state.head == head)
    let again = DecideElimination(proposed.id, isApproval: false, reason: "Trop tard")
    #expect(await town.cast.refusal(again, Cast.actor(.dpo)) == "elimination.decided")
  }

  @Test("Data that changed since the proposal is not eliminated: a new proposal is asked for")
  func changed() async throws {
    let town = try await RetentionTown()
    try await town.ready(isPublicArchive: false)
    let elimination = try await town.approved()
    try await town.publish(RetentionTown.requests + "7;Ondine;03/03/2013;Voirie\n")
    let head = town.platform.state.head
    #expect(
      await town.code { try await town.platform.executeElimination(elimination.id, as: .command) }
        == "elimination.changed"
    )
    #expect(town.platform.state.head == head)
    // A rule made longer since takes what was approved out of reach too.
    try await town.platform.perform(
      DecideElimination(elimination.id, isApproval: false, reason: "Données changées"),
      as: Cast.actor(.dpo)
    )
    let second = try await town.approved()
    #expect(second.rows == 3)
    try await town.rule("r-demandes", "demandes", isPublicArchive: false) { $0.activeCount = 20 }
    #expect(
      await town.code { try await town.platform.executeElimination(second.id, as: .command) }
        == "elimination.changed"
    )
  }

  @Test("A forged proposal covers nothing that is not past its date")
  func forged() async throws {
    let town = try await RetentionTown()
    try await town.ready(isPublicArchive: false)
    let version = try #require(town.platform.state.snapshot.record(DatasetVersion.self, "demandes@1"))
    var scope = RetentionScope(
      extent: .rows,
      dataset: "demandes",
      cutoff: "2026-11-01",
      version: version.id,
      table: version.table,
      count: 5,
      selection: String(repeating: "0", count: 64)
    )
    let dpo = Cast.actor(.dpo)
    #expect(
      await town.cast.refusal(ProposeElimination("e-1", rule: "r-demandes", scope: scope), dpo)
        == "elimination.not-due"
    )
    scope.cutoff = "2010-01-01"
    #expect(await town.cast.refusal(ProposeElimination("e-1", rule: "r-demandes", scope: scope), dpo) == nil)
    try await town.platform.perform(DecideElimination("e-1", isApproval: true), as: .command)
    #expect(
      await town.code { try await town.platform.executeElimination("e-1", as: dpo) } == "elimination.changed"
    )
    #expect(
      await town.cast.refusal(ExecuteElimination("e-1", proof: "x"), dpo) == "elimination.unprepared"
    )
  }

  @Test("Who proposes does not approve; a refusal has a reason; a visa has a past date")
  func checks() async throws {
    let town = try await RetentionTown()
    try await town.ready()
    let dpo = Cast.actor(.dpo)
    let proposed = try await town.platform.proposeElimination(of: "r-demandes", as: dpo)
    #expect(
      await town.cast.refusal(DecideElimination(proposed.id, isApproval: true), dpo) == "elimination.own"
    )
    #expect(
      await town.cast.refusal(DecideElimination(proposed.id, isApproval: false), dpo) == "field.required"
    )
    for date in ["2026-11-25", "2026-02-30", "", "20 novembre"] {
      let act = RecordVisa(proposed.id, number: "1", date: date, authority: "Archives")
      #expect(await town.cast.refusal(act, dpo) == "elimination.visa-date", "\(date)")
    }
    let blank = RecordVisa(proposed.id, number: " ", date: "2026-11-20", authority: "Archives")
    #expect(await town.cast.refusal(blank, dpo) == "field.required")
  }

  @Test("What is to be kept is transferred before it is taken out")
  func transfer() async throws {
    let town = try await RetentionTown()
    try await town.ready(fate: .transfer)
    let elimination = try await town.approved()
    try await town.visa(elimination)
    #expect(
      await town.code { try await town.platform.executeElimination(elimination.id, as: .command) }
        == "gate.elimination.transfer"
    )
    try await town.platform.perform(
      RecordTransfer(elimination.id, slip: "2026 W 12", date: "2026-11-23"),
      as: Cast.actor(.dpo)
    )
    #expect(
      await town.code { try await town.platform.executeElimination(elimination.id, as: .command) } == nil
    )
  }

  @Test("Where no row stays, the dataset is withdrawn")
  func nothingStays() async throws {
    let town = try await RetentionTown()
    let text = RetentionTown.requests.split(separator: "\n").prefix(3).joined(separator: "\n") + "\n"
    try await town.ready(text, isPublicArchive: false)
    let elimination = try await town.approved()
    let done = try await town.platform.executeElimination(elimination.id, as: .command)
    #expect(done.rowsKept == 0)
    #expect(done.newVersion == nil)
    #expect(town.platform.state.dataset("demandes")?.status == .withdrawn)
    #expect(town.files(holding: RetentionTown.gone) == [])
    #expect(town.cast.folder.lakeFiles() == [])
    #expect(await town.platform.retentionDue().first?.needsSomeone == false)
  }

  @Test("Versions go by their date of publication, and the current one stays when it is not due")
  func versions() async throws {
    let town = try await RetentionTown()
    try await town.publish(RetentionTown.requests)
    town.clock.advance(days: 40)
    try await town.publish("numero;demandeur;recu_le;objet\n9;Eulalie;01/11/2026;Voirie\n")
    try await town.rule("r-v", "demandes", appliesTo: .versions, isPublicArchive: false) {
      $0.activeCount = 1
      $0.activeUnit = .months
      $0.intermediateCount = nil
    }
    let elimination = try await town.approved("r-v")
    #expect(elimination.versions == ["demandes@1"])
    let done = try await town.platform.executeElimination(elimination.id, as: .command)
    #expect(done.erasedVersions == ["demandes@1"])
    #expect(town.platform.state.dataset("demandes")?.currentVersion == "demandes@2")
    #expect(town.platform.state.dataset("demandes")?.status == .published)
    #expect(town.files(holding: RetentionTown.gone) == [])
    #expect(try await town.platform.verify().isSound)
  }

  @Test("Files outside the catalogue are described and proved in words")
  func series() async throws {
    let town = try await RetentionTown()
    try await town.rule("r-s", nil, appliesTo: .series, isPublicArchive: false) { $0.nextOn = "2026-11-23" }
    #expect(
      await town.code { try await town.platform.proposeElimination(of: "r-s", as: Cast.actor(.producer)) }
        == "field.required"
    )
    let elimination = try await town.approved("r-s")
    #expect(
      await town.code { try await town.platform.executeElimination(elimination.id, as: Cast.actor(.dpo)) }
        == "field.required"
    )
    let done = try await town.platform.executeElimination(
      elimination.id,
      proof: "Certificat de destruction n° 7",
      as: Cast.actor(.dpo)
    )
    #expect(done.proof == "Certificat de destruction n° 7")
    // What was eliminated is due no more, until the next due date is noted.
    #expect(await town.platform.retentionDue().first?.isDue == false)
  }

  @Test("Rows go again from what an earlier elimination left, whatever the first file was")
  func twice() async throws {
    let town = try await RetentionTown()
    let text = "Demandes reçues;;;\n" + RetentionTown.requests
    try await town.ready(text, recipe: Recipe([.readHeader(row: 2)]), isPublicArchive: false)
    for expected in [4, 3] {
      let elimination = try await town.approved()
      let done = try await town.platform.executeElimination(elimination.id, as: .command)
      #expect(done.rowsKept == expected)
      try await town.rule("r-demandes", "demandes", isPublicArchive: false) {
        $0.activeCount = 1
        $0.intermediateCount = 1
      }
    }
    // The next file is still read as the first was.
    let version = try #require(town.platform.state.snapshot.record(DatasetVersion.self, "demandes@3"))
    #expect(version.recipe?.steps.first?.action == .readHeader(row: 2))
  }
}

@Suite("Eliminations and backups") struct EliminationBackupTests {
  @Test("The next backup into the same folder holds nothing of what was eliminated")
  func nextCycle() async throws {
    let town = try await RetentionTown()
    try await town.ready(isPublicArchive: false)
    let backup = town.cast.folder.around.appending(path: "backup")
    _ = try await town.platform.backup(to: backup)
    #expect(!town.files(holding: RetentionTown.gone, in: backup).isEmpty)
    let elimination = try await town.approved()
    try await town.platform.executeElimination(elimination.id, as: .command)
    let manifest = try await town.platform.backup(to: backup)
    #expect(town.files(holding: RetentionTown.gone, in: backup) == [])
    let blobs =
      FileManager.default.enumerator(atPath: backup.appending(path: "lake/blobs").path)?
      .compactMap { $0 as? String }.filter { $0.contains("/") } ?? []
    let tables =
      FileManager.default.enumerator(atPath: backup.appending(path: "lake/tables").path)?
      .compactMap { $0 as? String }.filter { $0.contains("/") } ?? []
    #expect(blobs.count + tables.count == manifest.files)
  }

  @Test("A backup older than an elimination, once restored, says that it is to be executed again")
  func restored() async throws {
    let town = try await RetentionTown()
    try await town.ready(isPublicArchive: false)
    let backup = town.cast.folder.around.appending(path: "backup")
    _ = try await town.platform.backup(to: backup)
    let elimination = try await town.approved()
    try await town.platform.executeElimination(elimination.id, as: .command)

    let clock = town.clock
    let restoration = try await Platform.restore(
      from: backup,
      configuration: town.cast.folder.configuration { clock.now }
    )
    #expect(restoration.toRepeat.map(\.id) == [elimination.id])
    let platform = try await town.cast.folder.platform { clock.now }
    #expect(platform.state.snapshot.record(Elimination.self, elimination.id)?.isToRepeat == true)
    #expect(try await platform.verify().problems.map(\.code) == ["elimination.to-repeat"])
    let done = try await platform.executeElimination(elimination.id, as: .command)
    #expect(done.state == .executed)
    #expect(town.files(holding: RetentionTown.gone) == [])
    #expect(try await platform.verify().isSound)
    // A backup that says so can itself be restored.
    #expect(restoration.previous.map { !town.files(holding: ["journal"], in: $0).isEmpty } == true)
  }
}
