import Messages

/// Where the hashes of complete subtrees are kept: all of level 0 (the leaves), and every eighth level.
///
/// The levels between are recomputed, at most 255 hashes for a level: a proof in a tree of a million leaves
/// takes three reads of 256 hashes, and the tree costs one stored hash for 256 leaves.
public protocol HashStore: Sendable {
  /// The hashes of the complete subtrees `indices` of a level that is a multiple of 8, in order.
  func hashes(level: Int, _ indices: Range<Int>) async throws -> [Hash]
}

/// Makes the proofs of RFC 9162 from a store of hashes.
public struct MerkleProver: Sendable {
  /// Every how many levels hashes are kept.
  public static let storedLevels = 8

  private let store: any HashStore

  /// Proves from `store`.
  public init(_ store: any HashStore) { self.store = store }

  /// The root of the tree of the first `size` leaves.
  public func root(of size: Int) async throws -> Hash {
    size == 0 ? Merkle.emptyRoot : try await hash(of: 0..<size)
  }

  /// The roots of the complete subtrees that make up the tree of `size` leaves, the largest first.
  func peaks(of size: Int) async throws -> [Hash] {
    var peaks: [Hash] = []
    var start = 0
    for level in stride(from: Int.bitWidth - 2, through: 0, by: -1) where size >> level & 1 == 1 {
      peaks.append(try await hash(of: start..<start + (1 << level)))
      start += 1 << level
    }
    return peaks
  }

  /// The hashes that prove that the leaf `index` is in the tree of `size` leaves (RFC 9162 §2.1.3.1).
  public func inclusion(of index: Int, in size: Int) async throws -> [Hash] {
    guard index >= 0, index < size else { throw Self.outOfTree("position") }
    var path: [Hash] = []
    var range = 0..<size
    while range.count > 1 {
      let middle = range.lowerBound + Merkle.split(range.count)
      let (near, far) =
        index < middle
        ? (range.lowerBound..<middle, middle..<range.upperBound)
        : (middle..<range.upperBound, range.lowerBound..<middle)
      path.append(try await hash(of: far))
      range = near
    }
    return path.reversed()
  }

  /// The hashes that prove that the tree of `size` leaves only adds to that of `oldSize` (RFC 9162 §2.1.4.1).
  public func consistency(from oldSize: Int, to size: Int) async throws -> [Hash] {
    guard oldSize >= 0, oldSize <= size else { throw Self.outOfTree("from") }
    if oldSize == 0 || oldSize == size { return [] }
    var path: [Hash] = []
    var range = 0..<size
    var whole = true
    while range.upperBound != oldSize {
      let middle = range.lowerBound + Merkle.split(range.count)
      if oldSize <= middle {
        path.append(try await hash(of: middle..<range.upperBound))
        range = range.lowerBound..<middle
      } else {
        path.append(try await hash(of: range.lowerBound..<middle))
        range = middle..<range.upperBound
        whole = false
      }
    }
    if !whole { path.append(try await hash(of: range)) }
    return path.reversed()
  }

  /// The hash of a range that the tree has as a subtree: the ranges that proofs speak of.
  private func hash(of range: Range<Int>) async throws -> Hash {
    let count = range.count
    if count & (count - 1) == 0 && range.lowerBound % count == 0 {
      return try await completeSubtree(level: count.trailingZeroBitCount, index: range.lowerBound / count)
    }
    let middle = range.lowerBound + Merkle.split(count)
    let left = try await hash(of: range.lowerBound..<middle)
    return Merkle.node(left, try await hash(of: middle..<range.upperBound))
  }

  private func completeSubtree(level: Int, index: Int) async throws -> Hash {
    let below = level % Self.storedLevels
    let width = 1 << below
    var row = try await store.hashes(level: level - below, index * width..<(index + 1) * width)
    guard row.count == width else { throw Self.outOfTree("size") }
    while row.count > 1 {
      row = stride(from: 0, to: row.count, by: 2).map { Merkle.node(row[$0], row[$0 + 1]) }
    }
    return row[0]
  }

  private static func outOfTree(_ pointer: String) -> Failure {
    Failure(
      "register.proof.out-of-tree",
      .missing,
      fr: "Le journal n’a pas autant d’entrées.",
      en: "The journal does not have that many entries.",
      remedy: Bilingual(
        fr: "Demandez une preuve pour une taille au plus égale à celle de la tête du journal.",
        en: "Ask for a proof up to the size of the journal’s head."
      ),
      pointer: pointer
    )
  }
}
