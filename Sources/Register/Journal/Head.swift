/// Where a journal ends: what its next entry builds on, and what is published so that anyone can check later
/// that nothing was rewritten.
public struct Head: Sendable, Hashable {
  /// The right edge of the Merkle tree.
  public private(set) var frontier: MerkleFrontier
  /// The leaf hash of the last entry; zero for an empty journal.
  public private(set) var last: Hash
  /// When the last entry was made; 1970 for an empty journal.
  public private(set) var time: Moment
  /// The root of the Merkle tree.
  public private(set) var root: Hash

  /// The head of an empty journal.
  public static let empty = Head(frontier: MerkleFrontier(), last: .zero, time: Moment(milliseconds: 0))

  /// Takes up a head that was kept.
  public init(frontier: MerkleFrontier, last: Hash, time: Moment) {
    self.frontier = frontier
    self.last = last
    self.time = time
    root = frontier.root
  }

  /// The number of entries.
  public var size: Int { frontier.size }

  /// The head after entries that follow it.
  ///
  /// - Parameter completed: called for each subtree that is complete now, leaves included.
  public func advanced(
    by entries: [Entry],
    completed: (_ level: Int, _ index: Int, Hash) -> Void = { _, _, _ in }
  ) -> Head {
    guard let latest = entries.last else { return self }
    var edge = frontier
    for entry in entries { edge.append(entry.leaf, completed: completed) }
    return Head(frontier: edge, last: latest.leaf, time: latest.time)
  }
}
