import Foundation
import Messages
import Register
import Testing

@testable import JournalSQLite

@Suite("Erasure") struct ErasureTests {
  private func trace(_ positions: [Int]) throws -> ChangeSet {
    ChangeSet(
      [try .put(Note(id: "trace", text: "RGPD, art. 17"))],
      erasing: positions,
      act: "erase",
      actor: .command,
      time: Notes.start
    )
  }

  @Test("An erased content is gone from the file, and the chain and the proofs still hold")
  func erased() async throws {
    let scratch = try Scratch()
    let journal = try scratch.journal()
    let secret = "Jeanne Tremblay, née le 3 mai 1962"
    try await journal.append(Notes.put("a", secret, reason: "demande de \(secret)"))
    try await journal.append(Notes.put("a", "anonyme"))
    let before = try await journal.head()
    let leaf = try #require(try await journal.entries(from: 0, limit: 1).first?.leaf)
    #expect(try bytes(scratch).contains(secret))
    try await journal.append(try trace([0]))

    let entry = try #require(try await journal.entries(from: 0, limit: 1).first)
    #expect(entry.isErased)
    #expect(entry.body == nil && entry.reason == nil && entry.salt == nil)
    #expect(entry.leaf == leaf)
    let report = try await journal.verify()
    #expect(report.problems.isEmpty)
    #expect(report.erased == 1)
    let after = try await journal.head()
    let prover = MerkleProver(journal)
    let consistency = try await prover.consistency(from: 2, to: 3)
    #expect(
      Merkle.verifyConsistency(
        oldSize: 2,
        oldRoot: before.root,
        size: 3,
        root: after.root,
        path: consistency
      )
    )
    #expect(!(try bytes(scratch).contains("Tremblay")))
    #expect(
      try await Snapshot.load(from: journal, kinds: Notes.kinds).record(Note.self, "a")?.text == "anonyme"
    )
  }

  /// Everything on the disk: the file, its log, its index.
  private func bytes(_ scratch: Scratch) throws -> String {
    try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).map { name in
      String(decoding: try Data(contentsOf: scratch.folder.appending(path: name)), as: UTF8.self)
    }.joined()
  }

  @Test("The state that stands is not erased, a missing entry neither, and nothing is appended then")
  func refusals() async throws {
    let journal = try Scratch().journal()
    try await journal.append(Notes.put("a", "un"))
    await #expect(throws: JournalFailure.currentBody(RecordKey(Note.self, "a"))) {
      try await journal.append(try trace([0]))
    }
    await #expect(throws: JournalFailure.noEntry(7)) { try await journal.append(try trace([7])) }
    #expect(try await journal.head().size == 1)
    #expect(try await journal.verify().problems.isEmpty)
  }

  @Test("A record removed by the same act may be erased with it")
  func removedWithIt() async throws {
    let journal = try Scratch().journal()
    try await journal.append(Notes.put("a", "un"))
    var changes = try trace([0])
    changes.drafts.insert(.remove(Note.self, "a"), at: 0)
    try await journal.append(changes)
    #expect(try await journal.verify().problems.isEmpty)
    #expect(try await journal.entries(from: 0, limit: 1).first?.isErased == true)
  }

  @Test("A backup made while others write is one moment of the journal, and verifies")
  func backup() async throws {
    let scratch = try Scratch()
    let journal = try scratch.journal()
    for index in 0..<20 { try await journal.append(Notes.put("a", "\(index)")) }
    let target = try Scratch()
    let writer = Task {
      for index in 20..<60 { try await journal.append(Notes.put("a", "\(index)")) }
    }
    try await journal.backup(to: target.folder)
    try await writer.value
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: target.folder.path) == [JournalSQLite.fileName]
    )
    let report = try await target.journal().verify()
    #expect(report.problems.isEmpty)
    #expect((20...60).contains(report.head.size))
  }
}
