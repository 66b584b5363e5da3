/// A change set made into entries, ready to be kept: adapters store it and compute nothing.
public struct SealedChanges: Sendable {
  /// A hash of a complete subtree, at a level that is kept.
  public struct StoredHash: Sendable, Equatable {
    /// The level: 8, 16, 24.
    public let level: Int
    /// The index in the level.
    public let index: Int
    /// The hash.
    public let hash: Hash
  }

  /// The entries.
  public let entries: [Entry]
  /// The head after them.
  public let head: Head
  /// The hashes above the leaves that are complete now and kept for proofs.
  public let storedHashes: [StoredHash]
}

extension ChangeSet {
  /// The number of random bytes in a salt.
  public static let saltBytes = 16

  /// Makes the entries that follow `head`.
  ///
  /// - Parameter salt: gives the random bytes of each entry.
  public func sealed(after head: Head, salt: () -> [UInt8]) -> SealedChanges {
    var entries: [Entry] = []
    entries.reserveCapacity(drafts.count)
    var previous = head.last
    let moment = Swift.max(time, head.time)
    for (offset, draft) in drafts.enumerated() {
      let entry = sealed(
        draft,
        position: head.size + offset,
        group: head.size,
        time: moment,
        previous: previous,
        salt: salt()
      )
      entries.append(entry)
      previous = entry.leaf
    }
    var stored: [SealedChanges.StoredHash] = []
    let newHead = head.advanced(by: entries) { level, index, hash in
      if level > 0 && level % MerkleProver.storedLevels == 0 {
        stored.append(.init(level: level, index: index, hash: hash))
      }
    }
    return SealedChanges(entries: entries, head: newHead, storedHashes: stored)
  }

  private func sealed(
    _ draft: Draft,
    position: Int,
    group: Int,
    time: Moment,
    previous: Hash,
    salt: [UInt8]
  ) -> Entry {
    let digest = Entry.digest(salt: salt, body: draft.body, reason: reason)
    let header = Entry.header(
      position: position,
      time: time,
      actor: actor,
      act: act,
      group: group,
      key: draft.key,
      digest: digest,
      previous: previous
    )
    return Entry(
      position: position,
      time: time,
      actor: actor,
      act: act,
      group: group,
      key: draft.key,
      reason: reason,
      body: draft.body,
      salt: salt,
      digest: digest,
      previous: previous,
      leaf: Merkle.leaf(header)
    )
  }
}
