/// Checks of Merkle proofs, as anyone outside does them (RFC 9162 §2.1.3.2 and §2.1.4.2).
extension Merkle {
  /// Whether `path` proves that `leaf` stands at `index` in the tree of `size` leaves under `root`.
  public static func verifyInclusion(
    leaf: Hash,
    index: Int,
    size: Int,
    path: [Hash],
    root: Hash
  ) -> Bool {
    guard index >= 0, index < size else { return false }
    var position = index
    var last = size - 1
    var hash = leaf
    for sibling in path {
      guard last > 0 else { return false }
      if position & 1 == 1 || position == last {
        hash = node(sibling, hash)
        while position & 1 == 0 && position != 0 {
          position >>= 1
          last >>= 1
        }
      } else {
        hash = node(hash, sibling)
      }
      position >>= 1
      last >>= 1
    }
    return last == 0 && hash == root
  }

  /// Whether `path` proves that the tree of `size` leaves under `root` only adds to that of `oldSize` under
  /// `oldRoot`.
  public static func verifyConsistency(
    oldSize: Int,
    oldRoot: Hash,
    size: Int,
    root: Hash,
    path: [Hash]
  ) -> Bool {
    guard oldSize >= 0, oldSize <= size else { return false }
    if oldSize == size { return path.isEmpty && oldRoot == root }
    if oldSize == 0 { return path.isEmpty && oldRoot == emptyRoot }
    let nodes = oldSize & (oldSize - 1) == 0 ? [oldRoot] + path : path
    guard let first = nodes.first else { return false }
    var position = oldSize - 1
    var last = size - 1
    while position & 1 == 1 {
      position >>= 1
      last >>= 1
    }
    var oldHash = first
    var hash = first
    for sibling in nodes.dropFirst() {
      guard last > 0 else { return false }
      if position & 1 == 1 || position == last {
        oldHash = node(sibling, oldHash)
        hash = node(sibling, hash)
        while position & 1 == 0 && position != 0 {
          position >>= 1
          last >>= 1
        }
      } else {
        hash = node(hash, sibling)
      }
      position >>= 1
      last >>= 1
    }
    return last == 0 && oldHash == oldRoot && hash == root
  }
}
