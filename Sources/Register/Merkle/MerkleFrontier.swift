/// The right edge of a Merkle tree (RFC 9162 §2.1): enough to append leaves and tell the root, in
/// O(log n) memory.
///
/// A tree of n leaves is a row of complete subtrees, one for each bit set in n, the largest first; the
/// frontier keeps their roots.
public struct MerkleFrontier: Sendable, Hashable {
  /// The number of leaves.
  public private(set) var size: Int
  /// The roots of the complete subtrees, the largest (leftmost) first.
  public private(set) var peaks: [Hash]

  /// The tree without leaves.
  public init() {
    size = 0
    peaks = []
  }

  /// Takes up a frontier that was kept; `nil` when the number of peaks does not fit the size.
  public init?(size: Int, peaks: [Hash]) {
    guard size >= 0, size.nonzeroBitCount == peaks.count else { return nil }
    self.size = size
    self.peaks = peaks
  }

  /// Appends a leaf hash, and reports each complete subtree that this closes (level 0 is the leaf).
  public mutating func append(
    _ leaf: Hash,
    completed: (_ level: Int, _ index: Int, Hash) -> Void = { _, _, _ in }
  ) {
    var node = leaf
    var level = 0
    completed(0, size, node)
    while size >> level & 1 == 1 {
      node = Merkle.node(peaks.removeLast(), node)
      level += 1
      completed(level, size >> level, node)
    }
    peaks.append(node)
    size += 1
  }

  /// The root of the tree (RFC 9162 §2.1.1); that of the empty tree is the hash of nothing.
  public var root: Hash {
    guard var root = peaks.last else { return Merkle.emptyRoot }
    for peak in peaks.dropLast().reversed() { root = Merkle.node(peak, root) }
    return root
  }
}

/// The hashes a Merkle tree is made of (RFC 9162 §2.1.1).
public enum Merkle {
  /// The root of the tree without leaves: the hash of the empty string.
  public static let emptyRoot = Hash(of: [])

  /// The hash of a leaf: a zero byte, then its content.
  public static func leaf(_ content: [UInt8]) -> Hash { Hash(ofRuns: [0], content) }

  /// The hash of an inner node: a one byte, then both children.
  public static func node(_ left: Hash, _ right: Hash) -> Hash {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 + 2 * Hash.byteCount)
    bytes.append(1)
    left.append(to: &bytes)
    right.append(to: &bytes)
    return Hash(of: bytes)
  }

  /// The largest power of two smaller than `count` (RFC 9162 calls it k), for `count` ≥ 2.
  static func split(_ count: Int) -> Int { 1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount) }
}
