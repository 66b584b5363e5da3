import Testing

@testable import Register

/// The tree as RFC 9162 defines it, word for word and without any economy: what the kernel is checked
/// against.
enum NaiveTree {
  static func root(_ leaves: ArraySlice<Hash>) -> Hash {
    switch leaves.count {
    case 0: return Merkle.emptyRoot
    case 1: return leaves[leaves.startIndex]
    default:
      let middle = leaves.startIndex + split(leaves.count)
      return Merkle.node(root(leaves[..<middle]), root(leaves[middle...]))
    }
  }

  static func path(_ index: Int, _ leaves: ArraySlice<Hash>) -> [Hash] {
    guard leaves.count > 1 else { return [] }
    let k = split(leaves.count)
    let middle = leaves.startIndex + k
    return index < k
      ? path(index, leaves[..<middle]) + [root(leaves[middle...])]
      : path(index - k, leaves[middle...]) + [root(leaves[..<middle])]
  }

  static func proof(_ count: Int, _ leaves: ArraySlice<Hash>) -> [Hash] {
    count == 0 ? [] : subproof(count, leaves, true)
  }

  private static func subproof(_ count: Int, _ leaves: ArraySlice<Hash>, _ whole: Bool) -> [Hash] {
    if count == leaves.count { return whole ? [] : [root(leaves)] }
    let k = split(leaves.count)
    let middle = leaves.startIndex + k
    return count <= k
      ? subproof(count, leaves[..<middle], whole) + [root(leaves[middle...])]
      : subproof(count - k, leaves[middle...], false) + [root(leaves[..<middle])]
  }

  private static func split(_ count: Int) -> Int {
    var k = 1
    while k * 2 < count { k *= 2 }
    return k
  }
}

/// Keeps the hashes a journal keeps, in memory.
struct MemoryHashes: HashStore {
  var levels: [Int: [Hash]] = [:]
  var frontier = MerkleFrontier()

  init(_ leaves: [Hash]) {
    var kept: [Int: [Hash]] = [:]
    for leaf in leaves {
      frontier.append(leaf) { level, index, hash in
        guard level % MerkleProver.storedLevels == 0 else { return }
        precondition(kept[level, default: []].count == index)
        kept[level, default: []].append(hash)
      }
    }
    levels = kept
  }

  func hashes(level: Int, _ indices: Range<Int>) async throws -> [Hash] {
    Array((levels[level] ?? []).dropFirst(indices.lowerBound).prefix(indices.count))
  }
}

@Suite("Merkle tree") struct MerkleTests {
  static let leaves = (0..<600).map { Merkle.leaf(Array("leaf \($0)".utf8)) }

  @Test("Hashes are those of RFC 9162's vectors")
  func vectors() throws {
    #expect(Merkle.emptyRoot.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(Merkle.leaf([]).hex == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
    let inputs: [[UInt8]] = [
      [], [0], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
      [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
      [0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F],
    ]
    var tree = MerkleFrontier()
    for input in inputs { tree.append(Merkle.leaf(input)) }
    #expect(tree.root.hex == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")
  }

  @Test("The frontier's root is the tree's at every size")
  func frontierRoot() {
    var frontier = MerkleFrontier()
    for size in 0...Self.leaves.count {
      #expect(frontier.root == NaiveTree.root(Self.leaves[..<size]))
      #expect(frontier.size == size)
      #expect(frontier.peaks.count == size.nonzeroBitCount)
      if size < Self.leaves.count { frontier.append(Self.leaves[size]) }
    }
  }

  @Test("Inclusion is proved and checked for each leaf of each small tree", arguments: 1...26)
  func inclusion(size: Int) async throws {
    let leaves = Self.leaves[..<size]
    let prover = MerkleProver(MemoryHashes(Array(leaves)))
    let root = NaiveTree.root(leaves)
    for index in 0..<size {
      let path = try await prover.inclusion(of: index, in: size)
      #expect(path == NaiveTree.path(index, leaves))
      #expect(
        Merkle.verifyInclusion(leaf: leaves[index], index: index, size: size, path: path, root: root)
      )
      for other in 0..<size where other != index {
        #expect(
          !Merkle.verifyInclusion(leaf: leaves[index], index: other, size: size, path: path, root: root)
        )
      }
    }
  }

  @Test("Consistency is proved and checked for each pair of small sizes", arguments: 1...26)
  func consistency(size: Int) async throws {
    let leaves = Self.leaves[..<size]
    let prover = MerkleProver(MemoryHashes(Array(leaves)))
    let root = NaiveTree.root(leaves)
    for old in 0...size {
      let path = try await prover.consistency(from: old, to: size)
      let oldRoot = NaiveTree.root(leaves[..<old])
      #expect(path == (old == size ? [] : NaiveTree.proof(old, leaves)))
      #expect(
        Merkle.verifyConsistency(oldSize: old, oldRoot: oldRoot, size: size, root: root, path: path)
      )
      let wrong = Merkle.leaf([UInt8(old)])
      #expect(!Merkle.verifyConsistency(oldSize: old, oldRoot: wrong, size: size, root: root, path: path))
      // Every tree adds to the empty one, so nothing is proved of its root.
      #expect(
        Merkle.verifyConsistency(oldSize: old, oldRoot: oldRoot, size: size, root: wrong, path: path)
          == (old == 0)
      )
    }
  }

  @Test(
    "Proofs through kept levels are those of the whole tree",
    arguments: [255, 256, 257, 300, 511, 512, 513, 599, 600]
  )
  func keptLevels(size: Int) async throws {
    let leaves = Self.leaves[..<size]
    let prover = MerkleProver(MemoryHashes(Array(leaves)))
    #expect(try await prover.root(of: size) == NaiveTree.root(leaves))
    for index in [0, 1, 100, 254, size - 2, size - 1] {
      #expect(try await prover.inclusion(of: index, in: size) == NaiveTree.path(index, leaves))
    }
    for old in [1, 128, 200, 255, size - 1] {
      #expect(try await prover.consistency(from: old, to: size) == NaiveTree.proof(old, leaves))
    }
    var frontier = MerkleFrontier()
    for leaf in leaves { frontier.append(leaf) }
    #expect(try await prover.peaks(of: size) == frontier.peaks)
  }

  @Test("A proof with any hash changed, dropped or added is refused")
  func forgedProofs() async throws {
    var generator = Generator(seed: 42)
    for _ in 0..<300 {
      let size = Int.random(in: 2...300, using: &generator)
      let index = Int.random(in: 0..<size, using: &generator)
      let old = Int.random(in: 1..<size, using: &generator)
      let prover = MerkleProver(MemoryHashes(Array(Self.leaves[..<size])))
      let root = NaiveTree.root(Self.leaves[..<size])
      let oldRoot = NaiveTree.root(Self.leaves[..<old])
      let inclusion = try await prover.inclusion(of: index, in: size)
      let consistency = try await prover.consistency(from: old, to: size)
      for forged in Self.forgeries(of: inclusion, &generator) {
        #expect(
          !Merkle.verifyInclusion(
            leaf: Self.leaves[index],
            index: index,
            size: size,
            path: forged,
            root: root
          )
        )
      }
      for forged in Self.forgeries(of: consistency, &generator) {
        #expect(
          !Merkle.verifyConsistency(
            oldSize: old,
            oldRoot: oldRoot,
            size: size,
            root: root,
            path: forged
          )
        )
      }
    }
  }

  private static func forgeries(of path: [Hash], _ generator: inout Generator) -> [[Hash]] {
    var forged: [[Hash]] = [path + [Merkle.leaf(generator.bytes(4))]]
    guard let at = path.indices.randomElement(using: &generator) else { return forged }
    var changed = path
    changed[at] = Merkle.leaf(generator.bytes(4))
    forged.append(changed)
    var shorter = path
    shorter.remove(at: at)
    forged.append(shorter)
    return forged
  }

  @Test("A proof beyond the tree is refused with a failure")
  func outOfTree() async throws {
    let prover = MerkleProver(MemoryHashes(Array(Self.leaves[..<5])))
    await #expect(throws: (any Error).self) { try await prover.inclusion(of: 5, in: 5) }
    await #expect(throws: (any Error).self) { try await prover.inclusion(of: 0, in: 6) }
    await #expect(throws: (any Error).self) { try await prover.consistency(from: 6, to: 5) }
  }

  @Test("A digest reads what it writes, and nothing else")
  func hexadecimal() {
    var generator = Generator(seed: 7)
    for _ in 0..<100 {
      let hash = Hash(of: generator.bytes(10))
      #expect(Hash(hex: hash.hex) == hash)
      #expect(Hash(bytes: hash.bytes) == hash)
    }
    for text in ["", "ab", String(repeating: "G", count: 64), String(repeating: "A", count: 64)] {
      #expect(Hash(hex: text) == nil)
    }
  }
}
