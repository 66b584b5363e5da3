import Acts
import Catalogue
import Foundation
import Governance
import Lake
import Register
import Testing

@Suite("Files that eliminations take and leave") struct EliminatedFilesTests {
  @Test("A record that holds the same file keeps it: its attachment is not what is eliminated")
  func attached() async throws {
    let town = try await RetentionTown()
    try await town.ready(isPublicArchive: false)
    try await town.platform.perform(
      OpenSheet(.contract, id: "k-1", organization: "ville", title: "Marché"),
      as: .command
    )
    let edited = try await town.platform.attach(
      town.cast.folder.file("annexe.csv", RetentionTown.requests),
      named: "annexe.csv",
      to: .contract,
      "k-1",
      field: "textFile",
      seen: "",
      as: .command
    )
    let file = try #require(AttachedFile(edited.sheet.values["textFile"]))
    let version = try #require(town.platform.state.snapshot.records(DatasetVersion.self).first)
    #expect(version.original.digest == file.digest, "the same bytes")
    let elimination = try await town.approved()
    try await town.platform.executeElimination(elimination.id, as: .command)
    #expect(FileManager.default.fileExists(atPath: try town.platform.location(of: file).path))
    #expect(try await town.platform.verify().problems.isEmpty)
  }

  @Test("The files of deliveries go with the rows they hold, refused ones too; their proof stays")
  func delivered() async throws {
    let town = try await RetentionTown()
    try await town.ready(isPublicArchive: false)
    let version = try #require(town.platform.state.snapshot.records(DatasetVersion.self).first)
    let digests = try [
      "l-1": version.original.digest, "l-2": town.kept("autre"), "l-3": town.kept("ailleurs"),
    ]
    try await town.platform.perform(
      PutDeliveries(dataset: version.dataset, digests: digests),
      as: .command
    )
    let elimination = try await town.approved()
    try await town.platform.executeElimination(elimination.id, as: .command)
    #expect(town.platform.state.snapshot.record(DatasetVersion.self, version.id) == nil)
    for (id, isErased) in [("l-1", true), ("l-2", true), ("l-3", false)] {
      let received = try #require(town.platform.state.snapshot.record(ReceivedDelivery.self, id))
      #expect((received.fileErasedAt != nil) == isErased && received.digest == digests[id], "\(id)")
      let file = AttachedFile(digest: received.digest, name: "r.csv", bytes: 1)
      #expect(((try? town.platform.location(of: file)) == nil) == isErased, "\(id)")
    }
    _ = try await town.platform.collectGarbage()
    #expect(try await town.platform.verify().problems.isEmpty)
  }
}

/// Notes deliveries received whose files are in the lake: `l-3` updates another dataset.
private struct PutDeliveries: Act {
  static var name: String { "put-deliveries" }

  let dataset: String
  let digests: [String: String]

  func permissions(in snapshot: Snapshot) -> [Permission] { [] }

  func decide(in context: ActContext) throws -> Decision<Void> {
    var expected = ExpectedDelivery(
      id: "v-1",
      organization: "ville",
      title: "Relevés",
      keeping: Keeping(createdAt: context.now)
    )
    expected.dataset = dataset
    let drafts = try digests.map { id, digest in
      var received = ReceivedDelivery(
        id: id,
        delivery: id == "l-3" ? "v-2" : "v-1",
        organization: "ville",
        receivedAt: context.now,
        receivedFrom: "command",
        fileName: "r.csv",
        digest: digest,
        bytes: 1,
        rows: 1
      )
      received.isAccepted = id != "l-2"
      return try Draft.put(received)
    }
    return Decision([try .put(expected)] + drafts, outcome: ())
  }
}

extension RetentionTown {
  /// The digest of a file that the lake keeps.
  fileprivate func kept(_ content: String) throws -> String {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(content.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try platform.lake.addBlob(copying: url).digest
  }
}
