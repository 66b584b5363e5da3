import HashTreeCollections
import Messages

extension Snapshot {
  /// How many records are read at once.
  private static let pageSize = 2000

  /// Folds a journal: only the last state of each record is read and decoded, by as many tasks as pay.
  ///
  /// - Parameter size: how many entries are folded; all of them when `nil`.
  public static func load(
    from journal: any Journal,
    kinds: RecordKinds,
    at size: Int? = nil
  ) async throws -> Snapshot {
    let head = try await journal.head(upTo: size)
    var states: [String: TreeDictionary<String, Slot>] = [:]
    try await withThrowingTaskGroup(of: [(RecordKey, Slot)].self) { group in
      var last: RecordKey?
      var pending = 0
      while true {
        let page = try await journal.states(at: head.size, after: last, limit: pageSize)
        guard let key = page.last?.key else { break }
        last = key
        if pending == 2, let slots = try await group.next() {
          pending -= 1
          add(slots, to: &states)
        }
        group.addTask { try decode(page, kinds) }
        pending += 1
      }
      for try await slots in group { add(slots, to: &states) }
    }
    return Snapshot(head: head, kinds: kinds, states: states.mapValues { KindState($0) })
  }

  private static func decode(_ page: [RecordState], _ kinds: RecordKinds) throws -> [(RecordKey, Slot)] {
    try page.compactMap { state in
      guard let body = state.body else { return nil }
      return (state.key, Slot(box: try kinds.read(body, of: state.key), revision: state.revision))
    }
  }

  private static func add(
    _ slots: [(RecordKey, Slot)],
    to states: inout [String: TreeDictionary<String, Slot>]
  ) {
    for (key, slot) in slots { states[key.kind, default: [:]][key.id] = slot }
  }
}

extension Journal {
  /// Where the journal ended after its first `size` entries; where it ends now when `nil`.
  public func head(upTo size: Int?) async throws -> Head {
    let head = try await head()
    guard let size, size < head.size else { return head }
    guard size > 0 else { return .empty }
    guard let entry = try await entries(from: size - 1, limit: 1).first, entry.position == size - 1 else {
      throw JournalFailure.noEntry(size - 1)
    }
    let peaks = try await MerkleProver(self).peaks(of: size)
    guard let frontier = MerkleFrontier(size: size, peaks: peaks) else { throw JournalFailure.noEntry(size) }
    return Head(frontier: frontier, last: entry.leaf, time: entry.time)
  }
}
