import Messages
import Register
import Testing

@Suite("Snapshot") struct SnapshotTests {
  @Test("A snapshot gives the last state of each record, and leaves earlier snapshots as they were")
  func folding() throws {
    let first = Samples.seal([
      [try .put(Tree(id: "b", species: "tilleul")), try .put(Tree(id: "a", species: "if"))],
      [try .put(Bench(id: "a", places: 3))],
    ])
    let second = Samples.seal(
      [[try .put(Tree(id: "a", species: "chêne", height: 4)), .remove(Tree.self, "b")]],
      after: first.head
    )
    let before = try Snapshot(kinds: Samples.kinds).applying(first.entries)
    let after = try before.applying(second.entries)
    #expect(before.records(Tree.self).map(\.id) == ["a", "b"])
    #expect(before.record(Tree.self, "a")?.species == "if")
    #expect(after.records(Tree.self) == [Tree(id: "a", species: "chêne", height: 4)])
    #expect(after.record(Tree.self, "b") == nil)
    #expect(after.record(Bench.self, "a") == Bench(id: "a", places: 3))
    #expect(after.count(Tree.self) == 1)
    #expect(after.head == second.head)
    #expect(after.revision(of: RecordKey(Tree.self, "a")) == Revision(first: 1, last: 3, count: 2))
    #expect(after.revision(of: RecordKey(Tree.self, "b")) == nil)
    #expect(before.records(Tree.self).map(\.id) == ["a", "b"])
  }

  @Test("Entries that do not follow are refused, and nothing changes")
  func notFollowing() throws {
    let (entries, _) = Samples.seal([
      [try .put(Tree(id: "a", species: "if"))], [try .put(Tree(id: "b", species: "if"))],
    ])
    let empty = Snapshot(kinds: Samples.kinds)
    #expect(throws: JournalFailure.headMoved) { try empty.applying([entries[1]]) }
    let one = try empty.applying([entries[0]])
    #expect(throws: JournalFailure.headMoved) { try one.applying([entries[0]]) }
  }

  @Test("A state that its kind cannot read is a failure, not a silence")
  func unreadable() throws {
    let (entries, _) = Samples.seal([
      [Draft(key: RecordKey(Tree.self, "a"), body: Array("{\"id\":3}".utf8))]
    ])
    let failure = #expect(throws: Failure.self) {
      try Snapshot(kinds: Samples.kinds).applying(entries)
    }
    #expect(failure?.code == "register.record.unreadable")
  }

  @Test("A kind of a later release is kept and not shown")
  func unknownKind() throws {
    let (entries, head) = Samples.seal([
      [Draft(key: RecordKey(kind: "drone", id: "1"), body: Array("{}".utf8))]
    ])
    let snapshot = try Snapshot(kinds: Samples.kinds).applying(entries)
    #expect(snapshot.head == head)
    #expect(snapshot.revision(of: RecordKey(kind: "drone", id: "1"))?.count == 1)
  }

  @Test("Any order of changes gives what a plain dictionary gives", arguments: 1...20)
  func generated(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    var model: [String: Tree] = [:]
    var snapshot = Snapshot(kinds: Samples.kinds)
    for step in 0..<60 {
      var drafts: [Draft] = []
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let id = "t\(Int.random(in: 0..<12, using: &generator))"
        if Bool.random(using: &generator) || model[id] == nil {
          let tree = Tree(id: id, species: "s\(step)", height: Int.random(in: 0...30, using: &generator))
          model[id] = tree
          drafts.append(try .put(tree))
        } else {
          model[id] = nil
          drafts.append(.remove(Tree.self, id))
        }
      }
      snapshot = try snapshot.applying(
        Samples.seal([drafts], after: snapshot.head, seed: UInt64(step)).entries
      )
      #expect(snapshot.records(Tree.self) == model.values.sorted { $0.id < $1.id })
      for (id, tree) in model { #expect(snapshot.record(Tree.self, id) == tree) }
    }
  }
}
