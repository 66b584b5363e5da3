/// What is gathered of all records of a kind, kept with the state and brought up to date by what changes: a
/// sorted list, groups.
///
/// Gathered at the first question, then each state's comes from that of the state before it.
public protocol RecordIndex: Sendable {
  /// The records it gathers.
  associatedtype Element: Record

  /// Gathers records, which come by id.
  init(_ records: [RecordBox<Element>])

  /// Takes in that a record came, went, or became another.
  mutating func change(from old: RecordBox<Element>?, to new: RecordBox<Element>?)
}

extension RecordIndex {
  fileprivate mutating func take(_ changes: [RecordChange]) {
    for one in changes {
      change(from: one.old as? RecordBox<Element>, to: one.new as? RecordBox<Element>)
    }
  }
}

/// A record that came, went, or became another.
struct RecordChange: Sendable {
  let old: (any AnyRecordBox)?
  let new: (any AnyRecordBox)?
}

/// The indexes of a kind, with what changed since each was asked for.
struct KeptIndexes: Sendable {
  private struct Kept: Sendable {
    var index: any RecordIndex
    var pending: [RecordChange] = []
  }

  private var kept: [ObjectIdentifier: Kept] = [:]

  /// Beyond this many changes, an index that nobody asked for takes them in at once: none waits for ever.
  private static let mostPending = 64

  /// The indexes after changes; an index that most of the kind's records change is gathered anew when asked.
  func after(_ changes: [RecordChange], among count: Int) -> KeptIndexes {
    var next = self
    for (id, var known) in kept {
      known.pending += changes
      if known.pending.count > max(Self.mostPending, count / 4) {
        next.kept[id] = nil
        continue
      }
      if known.pending.count > Self.mostPending {
        known.index.take(known.pending)
        known.pending = []
      }
      next.kept[id] = known
    }
    return next
  }

  /// An index brought up to date, gathered from `records` where it is not known.
  mutating func current<I: RecordIndex>(_ type: I.Type, _ records: () -> [RecordBox<I.Element>]) -> I {
    let id = ObjectIdentifier(type)
    if var known = kept[id], var index = known.index as? I {
      if known.pending.isEmpty { return index }
      // What follows may change the index in place: nothing else holds it here.
      kept[id] = nil
      let pending = known.pending
      known = Kept(index: EmptyIndex<I.Element>([]))
      index.take(pending)
      kept[id] = Kept(index: index)
      return index
    }
    let index = I(records())
    kept[id] = Kept(index: index)
    return index
  }
}

/// Holds nothing, in the place of an index that is being changed.
private struct EmptyIndex<Element: Record>: RecordIndex {
  init(_ records: [RecordBox<Element>]) {}
  mutating func change(from old: RecordBox<Element>?, to new: RecordBox<Element>?) {}
}
