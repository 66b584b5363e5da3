import Acts
import Register
import Testing

@testable import API

@Suite("The public journal", .enabled(if: TestTerritory.duckDB != nil, "DuckDB’s library is not installed"))
struct JournalTests {
  private func hash(_ value: JSON) throws -> Hash { try #require(Hash(hex: value.string ?? "")) }

  @Test("The head is that of the journal")
  func head() async throws {
    let valley = try await Valley.shared()
    let head = try await valley.json("/journal/head")
    #expect(head["size"].integer == valley.platform.state.head.size)
    #expect(head["root"].string == valley.platform.state.head.root.hex)
  }

  @Test("Each entry is proved to be under the root of any later size")
  func inclusion() async throws {
    let valley = try await Valley.shared()
    let size = valley.platform.state.head.size
    for position in 0..<size {
      for treeSize in Set([position + 1, size]) {
        let proof = try await valley.json("/journal/proof?position=\(position)&size=\(treeSize)")
        let path = try proof["path"].array.map(hash)
        #expect(
          Merkle.verifyInclusion(
            leaf: try hash(proof["leaf"]),
            index: position,
            size: treeSize,
            path: path,
            root: try hash(proof["root"])
          )
        )
        if let header = proof["header"].string {
          #expect(Merkle.leaf(Array(header.utf8)) == (try hash(proof["leaf"])))
        }
      }
    }
  }

  @Test("The journal is proved to have only grown from any older size")
  func consistency() async throws {
    let valley = try await Valley.shared()
    let size = valley.platform.state.head.size
    for old in 1...size {
      let proof = try await valley.json("/journal/consistency?from=\(old)&to=\(size)")
      #expect(
        Merkle.verifyConsistency(
          oldSize: old,
          oldRoot: try hash(proof["root_from"]),
          size: size,
          root: try hash(proof["root_to"]),
          path: try proof["path"].array.map(hash)
        )
      )
    }
    #expect(try await valley.refusal("/journal/consistency?from=5&to=2").status == 400)
    #expect(try await valley.refusal("/journal/consistency?from=1&to=\(size + 1)").status == 404)
    #expect(try await valley.refusal("/journal/proof?position=\(size)").status == 404)
  }

  @Test("Entries name public records only, and no body is given")
  func entries() async throws {
    let valley = try await Valley.shared()
    var address: String? = "/journal/entries?limit=4"
    var entries: [JSON] = []
    while let here = address {
      let page = try await valley.json(here)
      entries += page["data"].array
      address = page["links"]["next"].string.map { String($0.dropFirst(7)) }
    }
    #expect(entries.map { $0["position"].integer } == Array(0..<valley.platform.state.head.size))
    let ids = Set(entries.compactMap { $0["id"].string })
    #expect(ids.isSuperset(of: ["val", "arbres", "arbres@1", "arbres@2", "reserve", "reserve@1"]))
    for hidden in ["interne", "brouillon", "retire", "interne@1"] { #expect(!ids.contains(hidden)) }
    for entry in entries where entry["public"] == .boolean(false) {
      #expect(
        entry["id"] == .null && entry["kind"] == .null && entry["actor"] == .null
          && entry["leaf"].string != nil
      )
      let proof = try await valley.json("/journal/proof?position=\(entry["position"].integer ?? 0)")
      #expect(proof["header"] == .null)
    }
    for (earlier, later) in zip(entries, entries.dropFirst()) {
      #expect(later["previous"] == earlier["leaf"])
    }
  }
}
