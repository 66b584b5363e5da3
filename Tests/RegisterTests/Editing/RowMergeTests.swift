import Register
import Testing

@Suite("Lists of groups merged row by row") struct RowMergeTests {
  /// Rows written short: `a1` is the row of name `a` and value 1; with ids, the name is the id.
  private static func rows(_ text: String, ids: Bool = false) -> [JSONValue] {
    text.split(separator: " ").map { word in
      let name = String(word.prefix(1))
      let value = String(word.dropFirst())
      return .object([ids ? "id" : "name": .string(name), "value": .string(value)])
    }
  }

  private static func short(_ row: JSONValue?) -> String {
    guard let row else { return "∅" }
    return ((row["name"] ?? row["id"])?.text ?? "") + (row["value"]?.text ?? "")
  }

  private static func words(_ merge: RowMerge) -> String {
    merge.rows.map { $0.isConflict ? "\(short($0.saved))/\(short($0.wanted))" : short($0.saved) }
      .joined(separator: " ")
  }

  struct Case: Sendable {
    let base: String
    let theirs: String
    let mine: String
    let merged: String

    init(_ base: String, _ theirs: String, _ mine: String, _ merged: String) {
      (self.base, self.theirs, self.mine, self.merged) = (base, theirs, mine, merged)
    }
  }

  static let cases = [
    Case("", "a1", "b1", "a1 b1"), Case("a1", "a1 b1", "a1 c1", "a1 b1 c1"),
    Case("a1", "b1 a1", "c1 a1", "b1 c1 a1"), Case("a1 b1", "a2 b1", "a1 b2", "a2 b2"),
    Case("a1 b1 c1", "a1 c1", "a1 b1 c2", "a1 c2"), Case("a1 b1 c1", "a2 b1 c1", "b1 c1", "a2/∅ b1 c1"),
    Case("a1 b1 c1", "b1 c1", "a2 b1 c1", "∅/a2 b1 c1"), Case("a1 b1", "a2 b1", "a3 b1", "a2/a3 b1"),
    Case("a1 b1", "a1", "a1", "a1"), Case("a1", "a1 b1", "a1 b1", "a1 b1"),
    Case("a1 b1", "", "a1", ""), Case("a1 b1 c1", "c1 a1 b1", "a1 b1 c1 d1", "c1 d1 a1 b1"),
    Case("a1 b1 c1", "a1 b1 c1 d1", "c1 a1 b1", "c1 d1 a1 b1"),
    Case("a1 b1 c1", "a2 b1 c1", "c1 a1 b1", "c1 a2 b1"),
    Case("a1 b1", "a1 x1 b1", "a1 y1 b2", "a1 x1 y1 b2"),
  ]

  @Test("Rows with an id: who changes what meets only on one row", arguments: cases)
  func table(one: Case) {
    let merge = RowMerge(
      base: Self.rows(one.base, ids: true),
      theirs: Self.rows(one.theirs, ids: true),
      mine: Self.rows(one.mine, ids: true)
    )
    #expect(Self.words(merge) == one.merged)
  }

  static let plain = [
    Case("", "a1", "b1", "a1 b1"), Case("a1", "a1 b1", "a1 c1", "a1 b1 c1"),
    Case("a1 b1", "a2 b1", "a1 b2", "a2 b2"), Case("a1 b1", "a2 b1", "a3 b1", "a2/a3 b1"),
    Case("a1 b1 c1", "a1 c1", "a1 b1 c2", "a1 c2"), Case("a1 b1 c1", "a1 b2 c1", "a1 c1", "a1 b2/∅ c1"),
    Case("a1", "z9", "a2", "z9/z2"), Case("a1 a1", "a1 a1 a1", "a1", "a1 a1"),
    Case("a1 b1 c1", "c1 a1 b1", "a1 b1 c1 d1", "c1 d1 a1 b1"),
  ]

  @Test("Rows without an id are recognised by what they say and where they stand", arguments: plain)
  func equality(one: Case) {
    let merge = RowMerge(base: Self.rows(one.base), theirs: Self.rows(one.theirs), mine: Self.rows(one.mine))
    #expect(Self.words(merge) == one.merged)
  }

  @Test("Two who change different fields of one row both win; a list inside it is merged the same way")
  func members() throws {
    func row(_ name: String, _ note: String, _ inner: String...) -> JSONValue {
      let items = inner.map { JSONValue.object(["value": .string($0)]) }
      return .object(["name": .string(name), "note": .string(note), "items": .array(items)])
    }
    let merge = RowMerge(
      base: [row("a", "n", "1", "2")],
      theirs: [row("b", "n", "1", "2", "3")],
      mine: [row("a", "m", "0", "2")]
    )
    #expect(!merge.hasConflict && merge.saved == [row("b", "m", "0", "2", "3")])
    let disputed = RowMerge(
      base: [row("a", "n", "1")],
      theirs: [row("b", "n", "2")],
      mine: [row("c", "m", "1")]
    )
    #expect(disputed.saved == [row("b", "m", "2")] && disputed.wanted == [row("c", "m", "2")])
  }

  // MARK: Generated

  private static func list(_ generator: inout Generator, ids: Bool) -> [JSONValue] {
    let names = "abcdefgh".shuffled(using: &generator).prefix(Int.random(in: 0...6, using: &generator))
    return rows(names.map { "\($0)1" }.joined(separator: " "), ids: ids)
  }

  /// A few changes, whose new values bear the editor's letter.
  private static func changed(
    _ rows: [JSONValue],
    _ letter: String,
    _ generator: inout Generator,
    ids: Bool
  ) -> [JSONValue] {
    var rows = rows
    for turn in 0..<Int.random(in: 0...3, using: &generator) {
      let key = ids ? "id" : "name"
      switch Int.random(in: 0...3, using: &generator) {
      case 0 where !rows.isEmpty: rows.remove(at: Int.random(in: rows.indices, using: &generator))
      case 1 where !rows.isEmpty:
        let index = Int.random(in: rows.indices, using: &generator)
        rows[index] = rows[index].setting(.string("\(letter)\(turn)"), at: ["value"])
      case 2 where rows.count > 1:
        rows.insert(rows.remove(at: Int.random(in: rows.indices, using: &generator)), at: 0)
      default:
        rows.insert(
          .object([key: .string("\(letter)\(turn)"), "value": .string("\(letter)\(turn)")]),
          at: Int.random(in: 0...rows.count, using: &generator)
        )
      }
    }
    return rows
  }

  @Test("Whatever two editors do, nothing that one of them wrote is lost", arguments: [true, false])
  func nothingLost(ids: Bool) {
    var generator = Generator(seed: ids ? 11 : 12)
    for turn in 0..<1_500 {
      let base = Self.list(&generator, ids: ids)
      let theirs = Self.changed(base, "T", &generator, ids: ids)
      let mine = Self.changed(base, "M", &generator, ids: ids)
      let merge = RowMerge(base: base, theirs: theirs, mine: mine)
      let known = Set(base.map { $0.json })
      func values(_ rows: [JSONValue]) -> Set<String> {
        Set(rows.filter { !known.contains($0.json) }.compactMap { $0["value"]?.text }.filter { $0 != "1" })
      }
      #expect(values(merge.saved).isSuperset(of: values(theirs)), "\(turn)")
      #expect(values(merge.wanted).isSuperset(of: values(mine)), "\(turn)")
      // What neither touched stays, once.
      for row in base where theirs.contains(row) && mine.contains(row) {
        #expect(merge.saved.filter { $0 == row }.count == 1, "\(turn)")
      }
      // Who saved first sees all of it saved, unless the other alone took it away.
      if !merge.hasConflict { #expect(merge.saved == merge.wanted, "\(turn)") }
    }
  }

  @Test("Where one editor changed nothing, the other's list stands; merging twice changes nothing more")
  func laws() {
    var generator = Generator(seed: 13)
    for turn in 0..<1_500 {
      let ids = turn.isMultiple(of: 2)
      let base = Self.list(&generator, ids: ids)
      let theirs = Self.changed(base, "T", &generator, ids: ids)
      let mine = Self.changed(base, "M", &generator, ids: ids)
      #expect(RowMerge(base: base, theirs: theirs, mine: base).saved == theirs, "\(turn)")
      #expect(RowMerge(base: base, theirs: base, mine: mine).saved == mine, "\(turn)")
      #expect(RowMerge(base: base, theirs: mine, mine: mine).saved == mine, "\(turn)")
      guard ids else { continue }
      let once = RowMerge(base: base, theirs: theirs, mine: mine)
      let twice = RowMerge(base: base, theirs: once.saved, mine: mine)
      #expect(twice.saved == once.saved && twice.wanted == once.wanted, "\(turn)")
    }
  }

  @Test("An edit of a list that somebody changed meanwhile is merged, and says so; elsewhere it conflicts")
  func edits() throws {
    struct Line: Codable, Equatable, Sendable {
      var name: String
      var value: String?
    }
    struct List: Record {
      static var kind: String { "list" }
      var id: String
      var lines: [Line]?
    }
    let now = List(id: "l", lines: [Line(name: "a", value: "2"), Line(name: "b", value: "1")])
    let edit = FieldEdit(
      path: ["lines"],
      seen: .array(Self.rows("a1 b1")),
      wanted: .array(Self.rows("a3 b1 c1"))
    )
    let edited = try now.edited([edit], rowByRow: true)
    #expect(edited.record.lines?.map(\.name) == ["a", "b", "c"] && edited.record.lines?.first?.value == "2")
    #expect(
      edited.merged == [["lines"]] && edited.conflicts.first?.rows.map(\.isConflict) == [true, false, false]
    )
    #expect(edited.conflicts.first?.wanted == .array(Self.rows("a3 b1 c1")))
    let whole = try now.edited([edit])
    #expect(whole.record == now && whole.conflicts.first?.rows.isEmpty == true)
  }
}
