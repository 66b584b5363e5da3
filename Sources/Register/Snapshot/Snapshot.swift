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

  /// What is gathered of the records of a kind; `nil` where the kind has none.
  public func index<I: RecordIndex>(_ type: I.Type) -> I? { states[I.Element.kind]?.index(type) }

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
    var changes: [String: [RecordChange]] = [:]
    var expected = head
    for entry in entries {
      guard entry.position == expected.size, entry.previous == expected.last else {
        throw JournalFailure.headMoved
      }
      expected = expected.advanced(by: [entry])
      var slots = changed.removeValue(forKey: entry.key.kind) ?? states[entry.key.kind]?.slots ?? [:]
      let known = slots[entry.key.id]
      if let body = entry.body {
        let before = known?.revision
        let revision = Revision(
          first: before?.first ?? entry.position,
          last: entry.position,
          count: (before?.count ?? 0) + 1
        )
        slots[entry.key.id] = Slot(box: try kinds.read(body, of: entry.key), revision: revision)
      } else {
        slots[entry.key.id] = nil
      }
      changes[entry.key.kind, default: []].append(
        RecordChange(old: known?.box, new: slots[entry.key.id]?.box)
      )
      changed[entry.key.kind] = slots
    }
    var merged = states
    for (kind, slots) in changed {
      merged[kind] = KindState(slots, after: states[kind], changes[kind] ?? [])
    }
    return Snapshot(head: expected, kinds: kinds, states: merged)
  }
}

/// The state of one record.
struct Slot: Sendable {
  /// The value; `nil` for a kind that is not known here.
  let box: (any AnyRecordBox)?
  let revision: Revision
}

/// The records of a kind, with what was gathered of them once it was asked for.
final class KindState: Sendable {
  private struct Kept: Sendable {
    var list: (any Sendable)?
    var indexes = KeptIndexes()
  }

  let slots: TreeDictionary<String, Slot>
  private let kept: Mutex<Kept>

  init(_ slots: TreeDictionary<String, Slot>) {
    self.slots = slots
    kept = Mutex(Kept())
  }

  /// The state after another one, whose indexes it takes over.
  init(_ slots: TreeDictionary<String, Slot>, after before: KindState?, _ changes: [RecordChange]) {
    self.slots = slots
    let indexes = before?.kept.withLock { $0.indexes }.after(changes, among: slots.count)
    kept = Mutex(Kept(indexes: indexes ?? KeptIndexes()))
  }

  func sorted<R: Record>(_ type: R.Type) -> [R] {
    kept.withLock { kept in
      if let known = kept.list as? [R] { return known }
      let values = kept.indexes.current(RecordsByID<R>.self) { boxes(R.self) }.boxes.map(\.value)
      kept.list = values
      return values
    }
  }

  func index<I: RecordIndex>(_ type: I.Type) -> I {
    kept.withLock { kept in
      kept.indexes.current(type) { self.boxes(I.Element.self).sorted { $0.id < $1.id } }
    }
  }

  private func boxes<R: Record>(_ type: R.Type) -> [RecordBox<R>] {
    var boxes: [RecordBox<R>] = []
    boxes.reserveCapacity(slots.count)
    for (_, slot) in slots { if let box = slot.box as? RecordBox<R> { boxes.append(box) } }
    return boxes
  }
}

/// The records of a kind in the order of their ids.
private struct RecordsByID<R: Record>: RecordIndex {
  private(set) var boxes: [RecordBox<R>]

  // References are sorted, not values: a record may be large to move.
  init(_ records: [RecordBox<R>]) { boxes = records.sorted { $0.id < $1.id } }

  mutating func change(from old: RecordBox<R>?, to new: RecordBox<R>?) {
    guard let id = (new ?? old)?.id else { return }
    let place = boxes.place { $0.id < id }
    if old != nil { boxes.remove(at: place) }
    if let new { boxes.insert(new, at: place) }
  }
}

extension Array {
  /// Where a sorted array stops being before something: the first element that is not.
  public func place(_ isBefore: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Sequence {
  /// The first elements of the sequence once sorted, without sorting the others.
  public func smallest(_ count: Int, by isBefore: (Element, Element) -> Bool) -> [Element] {
    var kept: [Element] = []
    for element in self {
      if kept.count == count {
        guard let last = kept.last, isBefore(element, last) else { continue }
        kept.removeLast()
      }
      kept.insert(element, at: kept.place { !isBefore(element, $0) })
    }
    return kept
  }
}
