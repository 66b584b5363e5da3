import Foundation
import Register
import Testing

@Suite("Sealing") struct SealingTests {
  private static func drafts(_ count: Int) throws -> [[Draft]] {
    try (0..<count).map { [try .put(Tree(id: "t\($0)", species: "tilleul \($0)"))] }
  }

  @Test("Entries follow each other, in one chain and one tree")
  func chain() throws {
    let (entries, head) = Samples.seal(try Self.drafts(20), reason: "plantation d’automne")
    #expect(entries.map(\.position) == Array(0..<20))
    #expect(entries[0].previous == .zero)
    for (before, after) in zip(entries, entries.dropFirst()) { #expect(after.previous == before.leaf) }
    #expect(head.size == 20)
    #expect(head.last == entries[19].leaf)
    var verifier = ChainVerifier()
    verifier.consume(entries)
    verifier.finish(claimed: head)
    #expect(verifier.problems.isEmpty)
  }

  @Test("The header is JSON that anyone can recompute")
  func header() throws {
    let (entries, _) = Samples.seal([[try .put(Tree(id: "chêne\"\\\u{1}/é", species: "x"))]])
    let entry = entries[0]
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(entry.header)) as? [String: Any]
    )
    #expect(object["id"] as? String == "chêne\"\\\u{1}/é")
    #expect(object["digest"] as? String == entry.digest.hex)
    #expect(object["time"] as? String == "2026-03-01T08:00:00.000Z")
    #expect(object["v"] as? Int == 1)
    #expect(Merkle.leaf(entry.header) == entry.leaf)
    let keys = String(decoding: entry.header, as: UTF8.self)
    #expect(keys.hasPrefix("{\"act\":\"plant\",\"actor\":\"command\",\"digest\":\""))
  }

  @Test("The digest commits to the salt, the state and the reason")
  func digest() throws {
    let (entries, _) = Samples.seal([[try .put(Tree(id: "a", species: "if"))]], reason: "don")
    let entry = entries[0]
    let salt = try #require(entry.salt)
    let content = "{\"body\":{\"id\":\"a\",\"species\":\"if\"},\"reason\":\"don\"}"
    #expect(Hash(of: salt + Array(content.utf8)) == entry.digest)
  }

  @Test("Changes of one act share its group")
  func groups() throws {
    let (entries, _) = Samples.seal([
      [try .put(Tree(id: "a", species: "if"))],
      [try .put(Tree(id: "b", species: "if")), .remove(Tree.self, "a")],
    ])
    #expect(entries.map(\.group) == [0, 1, 1])
  }

  @Test("A clock that goes back never dates an entry before the one in front of it")
  func clockGoingBack() throws {
    let (_, head) = Samples.seal(try Self.drafts(5))
    let late = ChangeSet(
      [.remove(Tree.self, "t1")],
      act: "fell",
      actor: .command,
      time: Moment(milliseconds: 0)
    )
    let sealed = late.sealed(after: head) { [UInt8](repeating: 0, count: 16) }
    #expect(sealed.entries[0].time == head.time)
  }

  @Test("Anything altered in any entry is found, at its place")
  func tampering() throws {
    let (entries, head) = Samples.seal(try Self.drafts(8), reason: "r")
    for position in entries.indices {
      for (name, altered) in Self.alterations(of: entries[position]) {
        var forged = entries
        forged[position] = altered
        var verifier = ChainVerifier()
        verifier.consume(forged)
        verifier.finish(claimed: head)
        #expect(verifier.problems.contains { $0.position == position }, "\(name) at \(position)")
      }
    }
  }

  @Test("An entry dropped, added, repeated or moved is found")
  func reordering() throws {
    let (entries, head) = Samples.seal(try Self.drafts(6))
    var cases: [[Entry]] = []
    for position in entries.indices {
      var dropped = entries
      dropped.remove(at: position)
      cases.append(dropped)
      cases.append(Array(entries[...position]) + Array(entries[position...]))
    }
    cases.append(Array(entries.reversed()))
    cases.append(Array(entries.dropLast()))
    for forged in cases {
      var verifier = ChainVerifier()
      verifier.consume(forged)
      verifier.finish(claimed: head)
      #expect(!verifier.problems.isEmpty)
    }
  }

  private static func alterations(of entry: Entry) -> [(String, Entry)] {
    let other = Hash(of: [1, 2, 3])
    func with(
      time: Moment? = nil,
      actor: Register.Actor? = nil,
      act: String? = nil,
      group: Int? = nil,
      key: RecordKey? = nil,
      reason: String?? = nil,
      body: [UInt8]?? = nil,
      salt: [UInt8]?? = nil,
      digest: Hash? = nil,
      previous: Hash? = nil,
      leaf: Hash? = nil
    ) -> Entry {
      Entry(
        position: entry.position,
        time: time ?? entry.time,
        actor: actor ?? entry.actor,
        act: act ?? entry.act,
        group: group ?? entry.group,
        key: key ?? entry.key,
        reason: reason ?? entry.reason,
        body: body ?? entry.body,
        salt: salt ?? entry.salt,
        digest: digest ?? entry.digest,
        previous: previous ?? entry.previous,
        leaf: leaf ?? entry.leaf
      )
    }
    return [
      ("time", with(time: entry.time.advanced(byMilliseconds: 1))),
      ("actor", with(actor: .system)), ("act", with(act: "other")), ("group", with(group: entry.group + 1)),
      ("kind", with(key: RecordKey(kind: "bench", id: entry.key.id))),
      ("id", with(key: RecordKey(kind: "tree", id: "z"))), ("reason", with(reason: .some("other"))),
      ("no reason", with(reason: .some(nil))), ("body", with(body: .some(Array("{}".utf8)))),
      ("no body", with(body: .some(nil))), ("salt", with(salt: .some([UInt8](repeating: 9, count: 16)))),
      ("no salt", with(salt: .some(nil))), ("digest", with(digest: other)),
      ("previous", with(previous: other)), ("leaf", with(leaf: other)),
    ]
  }
}
