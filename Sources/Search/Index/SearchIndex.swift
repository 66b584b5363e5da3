/// A full-text index of French documents, as a value: an update gives another index and leaves this one be.
///
/// Documents lie in segments that never change. An update makes a small segment of what changed and marks
/// what it replaces as dead; small segments are merged as they add up, so that the cost of an update does not
/// grow with the index but for a rare merge of the large ones.
public struct SearchIndex: Sendable {
  /// The fields of its documents; the first one is the name.
  public let fields: [SearchField]
  private(set) var segments: [LiveSegment] = []
  /// The number of words in the name of each slot.
  private(set) var nameLengths: [UInt8] = []

  /// An index of nothing yet.
  public init(fields: [SearchField]) { self.fields = fields }

  /// The number of documents.
  public var count: Int { segments.reduce(0) { $0 + $1.liveCount } }

  /// One more than the highest slot in use so far.
  public var slotCount: Int { nameLengths.count }

  /// The memory it takes, in bytes.
  public var byteCount: Int {
    nameLengths.count + segments.reduce(0) { $0 + $1.segment.byteCount + $1.dead.bits.count * 8 }
  }

  /// The index once documents changed or appeared (each slot once), and the documents of other slots went.
  public func applying(changed: [SearchDocument], removed: [UInt32] = []) -> SearchIndex {
    var next = self
    for slot in removed { next.kill(slot) }
    for document in changed { next.kill(document.slot) }
    guard !changed.isEmpty else { return next }
    if let highest = changed.lazy.map(\.slot).max(), Int(highest) >= next.nameLengths.count {
      next.nameLengths += [UInt8](repeating: 0, count: Int(highest) + 1 - next.nameLengths.count)
    }
    let documents = changed.sorted { $0.slot < $1.slot }
    var lengths = next.nameLengths
    let segment = SegmentBuilder.build(documents, fields: fields) { slot, length in
      lengths[Int(slot)] = length
    }
    next.nameLengths = lengths
    next.segments.append(LiveSegment(segment: segment))
    next.mergeSmallSegments()
    return next
  }

  private mutating func kill(_ slot: UInt32) {
    for index in segments.indices
    where segments[index].segment.contains(slot) && !segments[index].dead.contains(slot) {
      segments[index].dead.insert(slot)
    }
  }

  /// Merges the newest segment into the one before while it is no longer small beside it.
  private mutating func mergeSmallSegments() {
    segments.removeAll { $0.liveCount == 0 }
    while segments.count > 1 {
      let newest = segments[segments.count - 1]
      let older = segments[segments.count - 2]
      let isDue = older.segment.documents.count < 256 || newest.liveCount * 8 > older.segment.documents.count
      let isMostlyDead = older.dead.count * 2 > older.segment.documents.count
      guard isDue || isMostlyDead else { return }
      segments.removeLast(2)
      segments.append(LiveSegment(segment: Segment.merging(older, newest)))
    }
  }
}

/// A segment, and which of its documents were replaced or removed since.
struct LiveSegment: Sendable {
  let segment: Segment
  var dead = SlotSet()

  var liveCount: Int { segment.documents.count - dead.count }
}
