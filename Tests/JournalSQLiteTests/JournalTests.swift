import Foundation
import GRDB
import Messages
import Register
import Testing

@testable import JournalSQLite

@Suite("SQLite journal") struct JournalTests {
  @Test("What is appended is read again, by another opening too")
  func roundTrip() async throws {
    let scratch = try Scratch()
    let journal = try scratch.journal()
    #expect(try await journal.head() == .empty)
    var appended: [Entry] = []
    for index in 0..<5 {
      appended += try await journal.append(
        Notes.put(
          "n\(index % 2)",
          "texte n° \(index) — « é »",
          at: Int64(index),
          reason: index == 3 ? "r" : nil
        )
      )
    }
    let other = try scratch.journal()
    #expect(try await other.entries(from: 0, limit: 100) == appended)
    #expect(try await other.entries(from: 2, limit: 2) == Array(appended[2...3]))
    #expect(try await other.entries(of: RecordKey(Note.self, "n1")) == [appended[1], appended[3]])
    #expect(try await other.head() == Head.empty.advanced(by: appended))
  }

  @Test("The file is made to lose nothing: write-ahead log, every commit flushed, strict tables")
  func settings() async throws {
    let journal = try Scratch().journal()
    let values = try await journal.pool.writeWithoutTransaction { db in
      [
        try String.fetchOne(db, sql: "PRAGMA journal_mode"),
        try String.fetchOne(db, sql: "PRAGMA synchronous"),
        try String.fetchOne(db, sql: "PRAGMA secure_delete"),
      ]
    }
    #expect(values == ["wal", "2", "1"])
    let loose = try await journal.pool.read { db in
      try String.fetchAll(
        db,
        sql: "SELECT name FROM pragma_table_list WHERE NOT strict AND name NOT GLOB 'sqlite_*'"
      )
    }
    #expect(loose == ["grdb_migrations"])
  }

  @Test("Two writers on one head never both win")
  func conflict() async throws {
    let scratch = try Scratch()
    let (one, two) = (try scratch.journal(), try scratch.journal())
    let head = try await one.head()
    try await one.append(Notes.put("a", "un"), after: head)
    await #expect(throws: JournalFailure.headMoved) {
      try await two.append(Notes.put("a", "deux"), after: head)
    }
    #expect(try await two.entries(from: 0, limit: 10).count == 1)
  }

  @Test("Writers that race lose nothing and keep one chain", .timeLimit(.minutes(1)))
  func race() async throws {
    let scratch = try Scratch()
    let total = try await withThrowingTaskGroup(of: Int.self) { group in
      for writer in 0..<4 {
        let journal = try scratch.journal()
        group.addTask {
          var conflicts = 0
          for index in 0..<25 {
            while true {
              let head = try await journal.head()
              do {
                try await journal.append(Notes.put("w\(writer)", "\(index)"), after: head)
                break
              } catch let failure as Failure where failure == JournalFailure.headMoved { conflicts += 1 }
            }
          }
          return conflicts
        }
      }
      return try await group.reduce(0, +)
    }
    let report = try await scratch.journal().verify()
    #expect(report.problems.isEmpty)
    #expect(report.head.size == 100)
    #expect(total > 0, "the writers did not meet: the test shows nothing")
  }

  @Test("The state folded by the file is the one folded entry by entry, at any size", arguments: 1...6)
  func states(seed: UInt64) async throws {
    let scratch = try Scratch()
    let journal = try scratch.journal()
    var generator = SplitMix(seed: seed)
    var snapshots = [Snapshot(kinds: Notes.kinds)]
    for step in 0..<30 {
      let id = "n\(Int.random(in: 0..<6, using: &generator))"
      let draft: Draft =
        Int.random(in: 0..<4, using: &generator) == 0
        ? .remove(Note.self, id) : try .put(Note(id: id, text: "\(step)"))
      let entries = try await journal.append(
        ChangeSet([draft], act: "write", actor: .command, time: Notes.start)
      )
      snapshots.append(try snapshots[step].applying(entries))
    }
    for (size, expected) in snapshots.enumerated() {
      let loaded = try await Snapshot.load(from: journal, kinds: Notes.kinds, at: size)
      #expect(loaded.head == expected.head)
      #expect(loaded.records(Note.self) == expected.records(Note.self))
    }
    let pages = try await journal.states(at: 30, after: RecordKey(Note.self, "n1"), limit: 2)
    #expect(pages.map(\.key.id) == ["n2", "n3"])
  }

  @Test("The number of entries at a moment counts those made by then")
  func sizeAtMoment() async throws {
    let journal = try Scratch().journal()
    for time in [10, 20, 20, 30] as [Int64] { try await journal.append(Notes.put("a", "x", at: time)) }
    for (time, size) in [(0, 0), (9, 0), (10, 1), (19, 1), (20, 3), (29, 3), (30, 4), (99, 4)]
      as [(Int64, Int)]
    {
      #expect(try await journal.size(at: Notes.start.advanced(byMilliseconds: time)) == size)
    }
  }

  @Test("Proofs from the file are checked by the RFC's algorithms, across kept levels")
  func proofs() async throws {
    let journal = try Scratch().journal()
    let drafts = try (0..<700).map { try Draft.put(Note(id: "n\($0)", text: "t")) }
    var heads: [Int: Head] = [0: .empty]
    for part in [0..<1, 1..<256, 256..<300, 300..<700] {
      try await journal.append(
        ChangeSet(Array(drafts[part]), act: "write", actor: .command, time: Notes.start)
      )
      heads[part.upperBound] = try await journal.head()
    }
    let prover = MerkleProver(journal)
    let head = try await journal.head()
    for position in [0, 255, 256, 511, 512, 699] {
      let leaf = try #require(try await journal.entries(from: position, limit: 1).first?.leaf)
      let path = try await prover.inclusion(of: position, in: 700)
      #expect(Merkle.verifyInclusion(leaf: leaf, index: position, size: 700, path: path, root: head.root))
    }
    for (size, old) in heads {
      let path = try await prover.consistency(from: size, to: 700)
      #expect(
        Merkle.verifyConsistency(oldSize: size, oldRoot: old.root, size: 700, root: head.root, path: path)
      )
      #expect(try await journal.head(upTo: size) == old)
    }
  }

  @Test("An append by someone else is told", .timeLimit(.minutes(1)))
  func nextHead() async throws {
    let scratch = try Scratch()
    let (one, two) = (try scratch.journal(), try scratch.journal())
    let known = try await one.head()
    async let told = one.nextHead(after: known)
    try await Task.sleep(for: .milliseconds(50))
    try await two.append(Notes.put("a", "x"))
    #expect(try await told.size == 1)
  }

  @Test("SQL in what is written stays text")
  func injection() async throws {
    let journal = try Scratch().journal()
    let hostile = "'; DROP TABLE entry; --"
    try await journal.append(Notes.put(hostile, hostile, reason: hostile))
    let entry = try #require(try await journal.entries(of: RecordKey(Note.self, hostile)).first)
    #expect(entry.reason == hostile)
    #expect(try await journal.verify().problems.isEmpty)
  }

  @Test("A full disk is said, nothing is half written, and the journal still reads and appends after")
  func diskFull() async throws {
    let scratch = try Scratch()
    let journal = try scratch.journal()
    try await journal.append(Notes.put("a", "un"))
    let head = try await journal.head()
    try await journal.pool.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 3)")
    }
    let failure = await #expect(throws: Failure.self) {
      try await journal.append(Notes.put("b", String(repeating: "lourd ", count: 20_000)))
    }
    #expect(failure?.code == "journal.disk-full")
    #expect(try await journal.head() == head)
    #expect(try await scratch.journal().entries(from: 0, limit: 10).count == 1)
    try await journal.append(Notes.put("a", "deux"))
    #expect(try await journal.verify().problems.isEmpty)
  }

  @Test("A folder that cannot be written is said, not crashed on")
  func unwritable() {
    let failure = #expect(throws: Failure.self) {
      try JournalSQLite(folder: URL(filePath: "/proc/nowhere"))
    }
    #expect(failure?.code == "journal.unwritable")
  }
}

/// Numbers that look random and are the same at each run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
