/// The distinct values of a column with their counts: an open table by hash, that grows from nothing.
///
/// A value seen before costs a hash and a look-up: its class, its formats and its number are known. When
/// the values are too many the table keeps those that come most often, and gives back the others to be
/// counted elsewhere.
struct ValueTable: Sendable {
  /// A distinct value.
  ///
  /// 32 bytes: two to a cache line.
  struct Entry: Sendable {
    /// 0 for a free slot.
    var hash: UInt64 = 0
    var number = 0.0
    var count: UInt32 = 0
    var firstRow: UInt32 = 0
    /// Where the text of the value starts in `texts`, plus one; 0 when it is not kept.
    var text: UInt32 = 0
    var kind: UInt16 = 0
    /// Whether the text is to be kept when the value comes again.
    var wantsText = false
  }

  var slots: [Entry]
  private(set) var count = 0
  /// Texts, each after its length in one byte.
  private var texts: [UInt8] = []
  /// The least count whose texts are still kept once there was no room for all.
  ///
  /// Room is made once for each power of two at most: making it costs a walk over the table.
  private var leastKept = 0
  /// How often the whole table was walked to make room for texts.
  private(set) var compactions = 0

  static let leastSlots = 16

  init() { slots = [Entry](repeating: Entry(), count: Self.leastSlots) }

  /// Whether one more entry needs more slots.
  @inline(__always)
  var isFull: Bool { count >= slots.count &- slots.count >> 2 &+ slots.count >> 6 }

  /// Where a hash is, or the free slot where it would be.
  @inline(__always)
  func slot(of hash: UInt64) -> Int {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count &- 1
      var at = Int(truncatingIfNeeded: hash) & mask
      while slots[at].hash != hash, slots[at].hash != 0 { at = (at &+ 1) & mask }
      return at
    }
  }

  /// Puts an entry in a free slot.
  @inline(__always)
  mutating func put(_ entry: Entry, at slot: Int) {
    slots[slot] = entry
    count &+= 1
  }

  mutating func grow() { rehash(to: slots.count * 2) { _ in true } }

  private mutating func rehash(to size: Int, keeping isKept: (Entry) -> Bool) {
    let old = slots
    slots = [Entry](repeating: Entry(), count: size)
    count = 0
    for entry in old where entry.hash != 0 && isKept(entry) { put(entry, at: slot(of: entry.hash)) }
  }

  /// Keeps the values that came most often, at most a quarter of `size`, in a table of that size.
  mutating func prune(to size: Int, evicted: (Entry) -> Void) {
    var counts = [Int](repeating: 0, count: 65)
    for entry in slots where entry.hash != 0 { counts[Int(min(entry.count, 64))] += 1 }
    var threshold = 64
    var kept = 0
    while threshold > 1, kept + counts[threshold] <= size / 4 {
      kept += counts[threshold]
      threshold -= 1
    }
    // Where the values that come more than 64 times are too many, those that come least of them go.
    var least = UInt32(threshold + 1)
    if threshold == 64 { least = leastCount(keeping: size / 4) }
    for entry in slots where entry.hash != 0 && entry.count < least { evicted(entry) }
    rehash(to: size) { $0.count >= least }
    compactTexts { _ in true }
  }

  private func leastCount(keeping limit: Int) -> UInt32 {
    let counts = slots.lazy.filter { $0.hash != 0 }.map(\.count).sorted(by: >)
    return counts.count > limit ? counts[limit] + 1 : 1
  }

  // MARK: Texts

  /// The text of an entry, cut; `nil` when it was not kept.
  func text(of entry: Entry) -> String? {
    guard entry.text > 0 else { return nil }
    let start = Int(entry.text)
    return String(decoding: texts[start..<start + Int(texts[start - 1])], as: UTF8.self)
  }

  /// Keeps a text if there is room for it; returns where, or 0.
  mutating func keepText(_ bytes: UnsafePointer<UInt8>, _ count: Int, limit: Int) -> UInt32 {
    let length = CutText.length(bytes, count)
    guard texts.count &+ length < limit else { return 0 }
    texts.append(UInt8(truncatingIfNeeded: length))
    let start = texts.count
    texts.append(contentsOf: UnsafeBufferPointer(start: bytes, count: length))
    return UInt32(truncatingIfNeeded: start)
  }

  /// Keeps the text of a value that came again, those of values that came once given up if need be.
  mutating func keepTextAgain(slot: Int, _ bytes: UnsafePointer<UInt8>, _ count: Int, limit: Int) {
    var found = keepText(bytes, count, limit: limit)
    if found == 0 {
      let least = slots[slot].count
      guard least.nonzeroBitCount == 1, Int(least) > leastKept else { return }
      leastKept = Int(least)
      compactTexts { $0.count >= least }
      found = keepText(bytes, count, limit: limit)
    }
    guard found > 0 else { return }
    slots[slot].text = found
    slots[slot].wantsText = false
  }

  /// Copies the text of an entry of another table.
  mutating func adoptText(of entry: Entry, from other: ValueTable, limit: Int) -> UInt32 {
    guard entry.text > 0 else { return 0 }
    return other.texts.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      return keepText(base + Int(entry.text), Int(bytes[Int(entry.text) - 1]), limit: limit)
    }
  }

  private mutating func compactTexts(keeping isKept: (Entry) -> Bool) {
    compactions += 1
    let old = texts
    texts = []
    for at in slots.indices where slots[at].hash != 0 && slots[at].text > 0 {
      guard isKept(slots[at]) else {
        slots[at].text = 0
        slots[at].wantsText = true
        continue
      }
      let start = Int(slots[at].text)
      texts.append(contentsOf: old[start - 1..<start + Int(old[start - 1])])
      slots[at].text = UInt32(texts.count - Int(old[start - 1]))
    }
  }
}
