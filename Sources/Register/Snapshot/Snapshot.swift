import HashTreeCollections
import Messages
import Synchronization

/// The state of all records after the entries up to a head: an immutable value, read without a lock.
public struct Snapshot: Sendable {
  /// Where the journal ended.
  public let head: Head
  /// The kinds that are known.
  public let kinds: RecordKinds

  private let states: [String: KindState]

  /// The state before the first entry.
  public init(kinds: RecordKinds) { self.init(head: .empty, kinds: kinds, states: [:]) }

  init(head: Head, kinds: RecordKinds, states: [String: KindState]) {
    self.head = head
    self.kinds = kinds
    self.states = states
  }

  /// A record by its id.
  public func record<R: Record>(_ type: R.Type, _ id: String) -> R? {
    guard let slot = states[R.kind]?.slots[id] else { return nil }
    return (slot.box as? RecordBox<R>)?.value
  }

  /// All records of a kind, by id.
  ///
  /// Sorted at the first call after one of them changed, then kept.
  public func records<R: Record>(_ type: R.Type) -> [R] { states[R.kind]?.sorted(R.self) ?? [] }

  /// The number of records of a kind.
  public func count<R: Record>(_ type: R.Type) -> Int { states[R.kind]?.slots.count ?? 0 }

  /// Where a record changed in the journal; `nil` when there is none, or no more.
  public func revision(of key: RecordKey) -> Revision? { states[key.kind]?.slots[key.id]?.revision }

  /// The state after entries that follow this one's head.
  ///
  /// Costs what the entries cost, whatever the state holds.
  ///
  /// - Throws: `JournalFailure.headMoved` when the entries do not follow, `Failure` when one cannot be read.
  public func applying(_ entries: [Entry]) throws -> Snapshot {
    var changed: [String: TreeDictionary<String, Slot>] = [:]
    var expected = head
    for entry in entries {
      guard entry.position == expected.size, entry.previous == expected.last else {
        throw JournalFailure.headMoved
      }
      expected = expected.advanced(by: [entry])
      var slots = changed.removeValue(forKey: entry.key.kind) ?? states[entry.key.kind]?.slots ?? [:]
      if let body = entry.body {
        let before = slots[entry.key.id]?.revision
        let revision = Revision(
          first: before?.first ?? entry.position,
          last: entry.position,
          count: (before?.count ?? 0) + 1
        )
        slots[entry.key.id] = Slot(box: try kinds.read(body, of: entry.key), revision: revision)
      } else {
        slots[entry.key.id] = nil
      }
      changed[entry.key.kind] = slots
    }
    var merged = states
    for (kind, slots) in changed { merged[kind] = KindState(slots) }
    return Snapshot(head: expected, kinds: kinds, states: merged)
  }
}

/// The state of one record.
struct Slot: Sendable {
  /// The value; `nil` for a kind that is not known here.
  let box: (any AnyRecordBox)?
  let revision: Revision
}

/// The records of a kind, and their sorted list once it was asked for.
final class KindState: Sendable {
  let slots: TreeDictionary<String, Slot>
  private let list = Mutex<(any Sendable)?>(nil)

  init(_ slots: TreeDictionary<String, Slot>) { self.slots = slots }

  func sorted<R: Record>(_ type: R.Type) -> [R] {
    list.withLock { kept in
      if let known = kept as? [R] { return known }
      var boxes: [RecordBox<R>] = []
      boxes.reserveCapacity(slots.count)
      for (_, slot) in slots { if let box = slot.box as? RecordBox<R> { boxes.append(box) } }
      // References are sorted, not values: a record may be large to move.
      boxes.sort { $0.id < $1.id }
      let values = boxes.map(\.value)
      kept = values
      return values
    }
  }
}
