import Acts
import Catalogue
import Foundation
import Governance
import Lake
import Messages
import Register
import Testing

@Suite("Safety of the data folder") struct SafetyTests {
  private func published(_ folder: DataFolder) async throws -> Platform {
    let platform = try await folder.ready()
    for (index, text) in [Sample.trees, Sample.moreTrees].enumerated() {
      try await platform.publish(
        PublicationRequest(
          file: try folder.file("\(index).csv", text),
          dataset: "arbres",
          organization: "mairie",
          title: "Arbres"
        ),
        as: .command
      )
    }
    return platform
  }

  @Test("Each file of the lake that is altered or missing is found by its digest")
  func files() async throws {
    let folder = try DataFolder()
    let platform = try await published(folder)
    let sound = try await platform.verify()
    #expect(sound.isSound)
    #expect(sound.files == folder.lakeFiles().count)
    for path in folder.lakeFiles() {
      let url = folder.data.appending(path: "lake/\(path)")
      let digest = String(path.split(separator: "/").suffix(2).joined())
      let original = try Data(contentsOf: url)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: url.path)
      var altered = original
      altered[altered.count / 2] ^= 1
      try altered.write(to: url)
      #expect(
        try await platform.verify().problems.contains { $0.code == "blob.altered" && $0.object == digest }
      )
      try FileManager.default.removeItem(at: url)
      #expect(try await platform.verify().problems.contains { $0.object == digest })
      try original.write(to: url)
    }
    #expect(try await platform.verify().isSound)
  }

  @Test("Files that no version refers to are collected, the others stay")
  func orphans() async throws {
    let folder = try DataFolder()
    let platform = try await published(folder)
    let kept = folder.lakeFiles()
    _ = try platform.lake.addBlob(bytes: Array("orphelin".utf8))
    let staged = folder.data.appending(path: "staging/x")
    try FileManager.default.createDirectory(at: staged, withIntermediateDirectories: true)
    #expect(try await platform.collectGarbage() == 1)
    #expect(folder.lakeFiles() == kept)
    #expect(folder.stagedFiles().isEmpty)
  }

  @Test("Nothing is collected while another process publishes")
  func collectionWaits() async throws {
    let folder = try DataFolder()
    let platform = try await published(folder)
    let other = try await folder.platform()
    let token = try other.lake.publication()
    _ = try other.lake.addBlob(bytes: Array("en cours".utf8))
    #expect(try await platform.collectGarbage() == 0)
    token.end()
    #expect(try await platform.collectGarbage() == 1)
  }

  @Test("A backup made while acts go on is restored equal, and verified first", .timeLimit(.minutes(1)))
  func backup() async throws {
    let folder = try DataFolder()
    let platform = try await published(folder)
    let backup = folder.around.appending(path: "sauvegarde")
    let acting = Task {
      for index in 0..<10 {
        try await platform.perform(
          DescribeOrganization(Organization(id: "o-\(index)", name: "N", nature: .partner)),
          as: .command
        )
      }
    }
    let manifest = try await platform.backup(to: backup)
    try await acting.value
    #expect(manifest.files == folder.lakeFiles().count)

    let target = try DataFolder()
    let restoration = try await Platform.restore(from: backup, configuration: target.configuration())
    #expect(restoration.previous == nil)
    #expect(restoration.report.entries == manifest.entries)
    let restored = try await target.platform()
    #expect(restored.state.dataset("arbres") == platform.state.dataset("arbres"))
    #expect(restored.state.head.root == manifest.root)
    #expect(target.lakeFiles() == folder.lakeFiles())
    let version = try #require(restored.state.versions(of: "arbres").last)
    #expect(try restored.lake.table(try #require(version.table)).page(after: 0, limit: 9).values.count == 4)
  }

  @Test("Files attached to records are in backups, and come back with a restoration")
  func attachedFiles() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    try await platform.perform(
      OpenSheet(.contract, id: "k-1", organization: "mairie", title: "Marché"),
      as: .command
    )
    let text = "Le contrat signé"
    let edited = try await platform.attach(
      folder.file("contrat.txt", text),
      named: "contrat.txt",
      to: .contract,
      "k-1",
      field: "textFile",
      seen: "",
      as: .command
    )
    let file = try #require(AttachedFile(edited.sheet.values["textFile"]))
    let backup = folder.around.appending(path: "sauvegarde")
    _ = try await platform.backup(to: backup)
    let target = try DataFolder()
    _ = try await Platform.restore(from: backup, configuration: target.configuration())
    let restored = try await target.platform()
    let held = AttachedFile(
      RegisterKind.contract.sheet("k-1", in: restored.state.snapshot)?.values["textFile"]
    )
    #expect(held == file)
    #expect(try String(contentsOf: restored.location(of: file), encoding: .utf8) == text)
    #expect(try await restored.verify().problems.isEmpty)
  }

  @Test("A second backup into the same folder adds what is new")
  func backupAgain() async throws {
    let folder = try DataFolder()
    let platform = try await published(folder)
    let backup = folder.around.appending(path: "sauvegarde")
    _ = try await platform.backup(to: backup)
    try await platform.publish(
      PublicationRequest(
        file: try folder.file("c.csv", Sample.moreTrees + "Orme;3;01/01/2001\n"),
        dataset: "arbres",
        organization: "mairie"
      ),
      as: .command
    )
    let second = try await platform.backup(to: backup)
    let target = try DataFolder()
    let restoration = try await Platform.restore(from: backup, configuration: target.configuration())
    #expect(restoration.report.root == second.root)
    #expect(try await target.platform().state.versions(of: "arbres").count == 3)
  }

  @Test("A restoration sets aside what was there, and refuses while a server runs")
  func replacing() async throws {
    let folder = try DataFolder()
    let backup = folder.around.appending(path: "sauvegarde")
    do {
      let platform = try await published(folder)
      _ = try await platform.backup(to: backup)
      try await platform.perform(WithdrawDataset("arbres", reason: "essai"), as: .command)
    }
    var server: Platform? = try await folder.platform(.server)
    let failure = await #expect(throws: Failure.self) {
      try await Platform.restore(from: backup, configuration: folder.configuration())
    }
    #expect(failure?.code == "platform.served")
    #expect(server?.state.dataset("arbres")?.status == .withdrawn)
    server = nil
    let restoration = try await Platform.restore(from: backup, configuration: folder.configuration())
    #expect(restoration.previous.map { FileManager.default.fileExists(atPath: $0.path) } == true)
    #expect(try await folder.platform(.server).state.dataset("arbres")?.status == .published)
  }

  @Test(
    "A backup that was altered, or is none, changes nothing",
    arguments: ["journal", "blob", "manifest", "missing"]
  )
  func unsound(what: String) async throws {
    let folder = try DataFolder()
    let platform = try await published(folder)
    let backup = folder.around.appending(path: "sauvegarde")
    _ = try await platform.backup(to: backup)
    switch what {
    case "journal": try alter(backup.appending(path: "journal.sqlite"), at: 0.6)
    case "blob":
      let names =
        FileManager.default.enumerator(atPath: backup.appending(path: "lake/blobs").path)?
        .compactMap { $0 as? String }.filter { $0.count > 10 } ?? []
      try alter(backup.appending(path: "lake/blobs/\(try #require(names.first))"), at: 0.5)
    case "manifest": try Data("{}".utf8).write(to: backup.appending(path: "backup.json"))
    default: try FileManager.default.removeItem(at: backup)
    }
    let target = try DataFolder()
    await #expect(throws: Failure.self) {
      try await Platform.restore(from: backup, configuration: target.configuration())
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: target.around.path).isEmpty)
  }

  /// Changes bytes of a file that is a copy of its own: a link would alter the original.
  private func alter(_ url: URL, at share: Double) throws {
    var bytes = try Data(contentsOf: url)
    let start = Int(Double(bytes.count) * share)
    for offset in start..<min(start + 2000, bytes.count) where bytes[offset] != 0 { bytes[offset] ^= 0x55 }
    try FileManager.default.removeItem(at: url)
    try bytes.write(to: url)
  }

  @Test("A folder that holds something else is not taken for a backup")
  func foreignFolder() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    _ = try folder.file("precieux.txt", "x")
    let failure = await #expect(throws: Failure.self) { try await platform.backup(to: folder.around) }
    #expect(failure?.code == "backup.folder")
  }
}
