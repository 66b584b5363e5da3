import Foundation
import GRDB
import Messages
import Register
import Testing

@testable import JournalSQLite

@Suite("Tampering with the journal's file") struct TamperingTests {
  private func filled(_ scratch: Scratch, entries: Int = 12) async throws {
    let journal = try scratch.journal()
    for index in 0..<entries {
      try await journal.append(Notes.put("n\(index % 4)", "secret n° \(index)", reason: "motif"))
    }
    // Into the one file that is attacked.
    _ = try await journal.pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    try journal.pool.close()
  }

  /// Opens the file as an attacker would: with no trigger of ours in the way.
  private func attack(_ scratch: Scratch, _ sql: String) throws {
    let queue = try DatabaseQueue(path: scratch.file.path)
    try queue.writeWithoutTransaction { db in
      for name in ["entry_is_never_removed", "entry_never_changes", "entry_is_only_erased"] {
        try db.execute(sql: "DROP TRIGGER \(name)")
      }
      try db.execute(sql: sql)
    }
    try queue.close()
  }

  @Test("The tables refuse to remove or rewrite an entry")
  func triggers() async throws {
    let scratch = try Scratch()
    try await filled(scratch)
    let journal = try scratch.journal()
    for sql in [
      "DELETE FROM entry WHERE position = 3", "UPDATE entry SET body = '{}' WHERE position = 3",
      "UPDATE entry SET actor = 'x'", "UPDATE entry SET time = '2020'",
      "UPDATE entry SET leaf = zeroblob(32)",
      "UPDATE entry SET reason = 'x'", "UPDATE entry SET salt = zeroblob(16)",
    ] {
      await #expect(throws: DatabaseError.self, "\(sql)") {
        try await journal.pool.write { try $0.execute(sql: sql) }
      }
    }
  }

  @Test(
    "Each column of each entry, and the head, are checked",
    arguments: [
      ("UPDATE entry SET body = '{}' WHERE position = 5", 5),
      ("UPDATE entry SET body = NULL WHERE position = 5", 5),
      ("UPDATE entry SET reason = 'autre' WHERE position = 5", 5),
      ("UPDATE entry SET reason = NULL WHERE position = 5", 5),
      ("UPDATE entry SET salt = zeroblob(16) WHERE position = 5", 5),
      ("UPDATE entry SET salt = NULL WHERE position = 5", 5),
      ("UPDATE entry SET actor = 'system' WHERE position = 5", 5),
      ("UPDATE entry SET act = 'x' WHERE position = 5", 5),
      ("UPDATE entry SET \"group\" = 4 WHERE position = 5", 5),
      ("UPDATE entry SET kind = 'x' WHERE position = 5", 5),
      ("UPDATE entry SET id = 'x' WHERE position = 5", 5),
      ("UPDATE entry SET time = '2026-03-01T08:00:00.001Z' WHERE position = 5", 5),
      ("UPDATE entry SET time = 'hier' WHERE position = 5", 5),
      ("UPDATE entry SET digest = zeroblob(32) WHERE position = 5", 5),
      ("UPDATE entry SET previous = zeroblob(32) WHERE position = 5", 5),
      ("UPDATE entry SET leaf = zeroblob(32) WHERE position = 5", 5),
      ("DELETE FROM entry WHERE position = 5", 5), ("DELETE FROM entry WHERE position = 11", nil),
      ("UPDATE head SET size = 11", nil), ("UPDATE head SET last = zeroblob(32)", nil),
      ("UPDATE head SET time = '2026-03-02T08:00:00.000Z'", nil),
      ("UPDATE head SET peaks = zeroblob(64)", nil), ("DELETE FROM head", nil),
    ] as [(String, Int?)]
  )
  func columns(sql: String, position: Int?) async throws {
    let scratch = try Scratch()
    try await filled(scratch)
    try attack(scratch, sql)
    let problems = try await scratch.journal().verify().problems
    #expect(!problems.isEmpty)
    if let position { #expect(problems.contains { $0.position == position }, "\(problems)") }
  }

  @Test("A kept hash of a subtree is checked")
  func subtrees() async throws {
    let scratch = try Scratch()
    let journal = try scratch.journal()
    let drafts = try (0..<300).map { try Draft.put(Note(id: "n\($0)", text: "t")) }
    try await journal.append(ChangeSet(drafts, act: "write", actor: .command, time: Notes.start))
    try journal.pool.close()
    try attack(scratch, "UPDATE subtree SET hash = zeroblob(32)")
    #expect(try await scratch.journal().verify().problems.map(\.code) == ["subtree.altered"])
  }

  @Test("Any byte of the file changed is found, or changes nothing that is read")
  func everyByte() async throws {
    let scratch = try Scratch()
    try await filled(scratch, entries: 3)
    let original = try Data(contentsOf: scratch.file)
    let expected = try await readAll(scratch)
    #expect(expected?.problems.isEmpty == true)
    try FileManager.default.removeItem(at: scratch.folder)
    var generator = SplitMix(seed: 11)
    var found = 0
    // Most of a small file is zeros between its pages: the bytes that hold something are the ones to change.
    let written = original.indices.filter { original[$0] != 0 }
    for _ in 0..<150 {
      let at = try #require(written.randomElement(using: &generator))
      let copy = try Scratch()
      var bytes = original
      bytes[at] ^= UInt8.random(in: 1...255, using: &generator)
      try bytes.write(to: copy.file)
      let read = try await readAll(copy)
      if read?.problems.isEmpty == true {
        #expect(read?.entries == expected?.entries, "byte \(at) changed what is read, and nothing was said")
      } else {
        found += 1
      }
    }
    #expect(found > 50)
  }

  /// What the file holds and what is wrong with it; `nil` when it is refused whole, with a failure.
  private func readAll(_ scratch: Scratch) async throws -> (
    entries: [Entry], problems: [VerificationProblem]
  )? {
    do {
      let journal = try scratch.journal()
      defer { try? journal.pool.close() }
      let report = try await journal.verify()
      guard report.problems.isEmpty else { return ([], report.problems) }
      return (try await journal.entries(from: 0, limit: 100), [])
    } catch is Failure { return nil }
  }
}
