import Register
import Testing

/// Trees in the order of their height, as an index that has to be kept in order.
private struct ByHeight: RecordIndex {
  var trees: [RecordBox<Tree>]

  private static func key(_ tree: Tree) -> (Int, String) { (tree.height ?? 0, tree.id) }

  init(_ records: [RecordBox<Tree>]) {
    trees = records.sorted { Self.key($0.value) < Self.key($1.value) }
  }

  mutating func change(from old: RecordBox<Tree>?, to new: RecordBox<Tree>?) {
    if let old { trees.remove(at: trees.place { Self.key($0.value) < Self.key(old.value) }) }
    if let new { trees.insert(new, at: trees.place { Self.key($0.value) < Self.key(new.value) }) }
  }
}

private enum BySpecies: RecordGrouping {
  static func groups(of tree: Tree) -> [String] { tree.species.split(separator: "+").map(String.init) }
}

@Suite("Indexes of records") struct RecordIndexTests {
  /// Each state asks at random, so that some indexes wait for several changes, and some for none.
  @Test("An index kept from state to state is the one gathered anew", arguments: 0..<20)
  func keptAsGathered(seed: Int) throws {
    var random = Seeded(seed)
    var snapshot = Snapshot(kinds: Samples.kinds)
    var all: [Entry] = []
    let species = ["if", "chêne", "orme", "if+orme", ""]
    for _ in 0..<60 {
      let drafts = try (0..<(1 + random.next(4))).map { _ -> Draft in
        let id = "t\(random.next(25))"
        if random.next(4) == 0 { return .remove(Tree.self, id) }
        return try .put(Tree(id: id, species: species[random.next(5)], height: random.next(9)))
      }
      let sealed = Samples.seal([drafts], after: snapshot.head)
      all += sealed.entries
      snapshot = try snapshot.applying(sealed.entries)
      guard random.next(3) > 0 else { continue }
      let fresh = try Snapshot(kinds: Samples.kinds).applying(all)
      #expect(snapshot.records(Tree.self) == fresh.records(Tree.self))
      let kept = snapshot.index(ByHeight.self)?.trees.map(\.value)
      #expect(kept == fresh.index(ByHeight.self)?.trees.map(\.value))
      for one in species {
        let group = snapshot.records(by: BySpecies.self, one)
        #expect(group == fresh.records(by: BySpecies.self, one))
        #expect(group == snapshot.records(Tree.self).filter { BySpecies.groups(of: $0).contains(one) })
      }
    }
  }

  @Test("The first elements of a sequence are those it has once sorted", arguments: 0...20)
  func smallest(seed: Int) {
    var random = Generator(seed: UInt64(seed))
    let values = (0..<Int.random(in: 0..<30, using: &random)).map { _ in
      (Int.random(in: 0..<9, using: &random), Int.random(in: 0..<1_000_000, using: &random))
    }
    for count in 0...12 {
      let found = values.smallest(count) { $0 < $1 }
      #expect(found.map(\.1) == values.sorted { $0 < $1 }.prefix(count).map(\.1))
    }
  }

  @Test("An index of a state stays as it was when a later state changes it")
  func earlierStates() throws {
    let first = Samples.seal([[try .put(Tree(id: "a", species: "if", height: 2))]])
    let before = try Snapshot(kinds: Samples.kinds).applying(first.entries)
    #expect(before.index(ByHeight.self)?.trees.map(\.id) == ["a"])
    let second = Samples.seal([[try .put(Tree(id: "b", species: "if", height: 1))]], after: first.head)
    let after = try before.applying(second.entries)
    #expect(after.index(ByHeight.self)?.trees.map(\.id) == ["b", "a"])
    #expect(before.index(ByHeight.self)?.trees.map(\.id) == ["a"])
    #expect(before.records(by: BySpecies.self, "if").map(\.id) == ["a"])
    #expect(Snapshot(kinds: Samples.kinds).index(ByHeight.self) == nil)
  }

  @Test("Many changes that nobody asked about are all there at the next question")
  func manyChanges() throws {
    var snapshot = Snapshot(kinds: Samples.kinds)
    for count in 0..<300 {
      let sealed = Samples.seal(
        [[try .put(Tree(id: "t\(count)", species: "if", height: 300 - count))]],
        after: snapshot.head
      )
      snapshot = try snapshot.applying(sealed.entries)
      if count == 3 { #expect(snapshot.index(ByHeight.self)?.trees.count == 4) }
    }
    #expect(snapshot.index(ByHeight.self)?.trees.map(\.id) == (0..<300).reversed().map { "t\($0)" })
    #expect(snapshot.records(by: BySpecies.self, "if").count == 300)
  }
}

/// Numbers that are the same at each run.
struct Seeded {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % bound
  }
}
