/// A cell and its row, kept to be shown.
struct Occurrence: Sendable, Equatable {
  var row: Int
  var cell: String
}

/// The cells of a column that have one class and one set of formats.
struct ValueKind: Sendable {
  /// How many cells of each kind are kept to be shown: as many as a log keeps.
  static let keptOccurrences = FindingLog.keptPerKind

  let cellClass: CellClass
  let formats: FormatSet
  /// The first cells by row.
  var occurrences: [Occurrence] = []
  /// The numbers of the values that left the table of values.
  var moments = Moments()
  /// The same numbers with day and month exchanged, where the order is ambiguous.
  var exchanged = Moments()
  var bounds = TextBounds()

  init(_ cellClass: CellClass, _ formats: FormatSet) {
    self.cellClass = cellClass
    self.formats = formats
  }

  mutating func fold(_ number: Double, weight: Int) {
    moments.add(number, weight: weight)
    if cellClass.isAmbiguousDay { exchanged.add(cellClass.exchangingDay(number), weight: weight) }
  }

  mutating func merge(_ other: ValueKind) {
    moments.merge(other.moments)
    exchanged.merge(other.exchanged)
    bounds.merge(other.bounds)
    occurrences = Array(
      (occurrences + other.occurrences).sorted { $0.row < $1.row }.prefix(Self.keptOccurrences)
    )
  }
}

extension CellClass {
  /// A date or datetime whose day and month can be exchanged.
  var isAmbiguousDay: Bool {
    (family == .date || family == .datetime) && order == .ambiguous
  }

  /// Whether the number of the cell has a meaning.
  var hasNumber: Bool {
    switch family {
    case .number: !has(Self.tooLong)
    case .date, .datetime: !has(Self.impossible)
    case .time, .duration: true
    default: false
    }
  }

  /// The number of a date or datetime read month first, from the one read day first.
  func exchangingDay(_ number: Double) -> Double {
    let unit = family == .date ? 1.0 : 86_400e6
    let days = (number / unit).rounded(.down)
    let day = CivilDay(daysSince1970: Int(days))
    return Double(CivilDay.days(day.year, day.day, day.month)) * unit + (number - days * unit)
  }
}

/// The least and the greatest text by its bytes, each cut after 200 bytes.
struct TextBounds: Sendable, Equatable {
  private var leastKey = UInt64.max
  private var greatestKey: UInt64 = 0
  private(set) var least: [UInt8] = []
  private(set) var greatest: [UInt8] = []

  var isEmpty: Bool { least.isEmpty }

  @inline(__always)
  mutating func add(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    let key = Self.key(bytes, count)
    if key <= leastKey { lower(bytes, count, key) }
    if key >= greatestKey { raise(bytes, count, key) }
  }

  /// The first eight bytes, the first the most significant.
  @inline(__always)
  private static func key(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    if count >= 8 {
      return UInt64(bigEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    }
    var key: UInt64 = 0
    for at in 0..<8 { key = key << 8 | (at < count ? UInt64(bytes[at]) : 0) }
    return key
  }

  private mutating func lower(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ key: UInt64) {
    let cell = UnsafeBufferPointer(start: bytes, count: CutText.length(bytes, count))
    guard least.isEmpty || cell.lexicographicallyPrecedes(least) else { return }
    least = Array(cell)
    leastKey = key
  }

  private mutating func raise(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ key: UInt64) {
    let cell = UnsafeBufferPointer(start: bytes, count: CutText.length(bytes, count))
    guard greatest.isEmpty || greatest.lexicographicallyPrecedes(cell) else { return }
    greatest = Array(cell)
    greatestKey = key
  }

  mutating func merge(_ other: TextBounds) {
    for bytes in [other.least, other.greatest] where !bytes.isEmpty {
      bytes.withUnsafeBufferPointer { buffer in
        if let base = buffer.baseAddress { add(base, buffer.count) }
      }
    }
  }
}

/// Cuts texts that are shown.
enum CutText {
  /// How many bytes of a value are shown.
  static let bytes = 200

  /// How many bytes are left of a text once cut, never inside a character.
  @inline(__always)
  static func length(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    if count <= Self.bytes { return count }
    var end = Self.bytes
    while end > 0, bytes[end] & 0xC0 == 0x80 { end &-= 1 }
    return end
  }

  /// A cell as it is shown.
  static func text(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: bytes, count: length(bytes, count)), as: UTF8.self)
  }
}

/// The kinds of a column, found by class and formats.
struct KindTable: Sendable {
  private(set) var kinds: [ValueKind]
  /// Numbers of kinds plus one, by hash; 0 for none.
  private var slots: [UInt16]
  private var lastFound: UInt16 = 0

  /// The kind of an empty cell is always there, and the first.
  init() {
    kinds = [ValueKind(.empty, [])]
    slots = [UInt16](repeating: 0, count: 16)
    place(0)
  }

  subscript(index: Int) -> ValueKind {
    get { kinds[index] }
    _modify { yield &kinds[index] }
  }

  var count: Int { kinds.count }

  @inline(__always)
  private func slot(_ cellClass: CellClass, _ formats: FormatSet) -> Int {
    let key =
      (UInt64(cellClass.rawValue) &* 0x9E37_79B9_7F4A_7C15) ^ (formats.rawValue &* 0xC2B2_AE3D_27D4_EB4F)
    return Int(truncatingIfNeeded: (key ^ key >> 29) >> 7) & (slots.count &- 1)
  }

  /// The number of a kind, made if need be.
  mutating func find(_ cellClass: CellClass, _ formats: FormatSet) -> UInt16 {
    let last = Int(lastFound)
    if kinds[last].cellClass == cellClass, kinds[last].formats == formats { return lastFound }
    var at = slot(cellClass, formats)
    while slots[at] != 0 {
      let index = Int(slots[at]) - 1
      if kinds[index].cellClass == cellClass, kinds[index].formats == formats {
        lastFound = UInt16(index)
        return lastFound
      }
      at = (at + 1) & (slots.count - 1)
    }
    return add(cellClass, formats)
  }

  private mutating func add(_ cellClass: CellClass, _ formats: FormatSet) -> UInt16 {
    // Past this many kinds, which no real column has, the formats are told apart no more.
    let formats = kinds.count < 4000 ? formats : []
    if kinds.count >= 4000, kinds.count < 60_000,
      let known = kinds.firstIndex(where: { $0.cellClass == cellClass && $0.formats == formats })
    {
      return UInt16(known)
    }
    kinds.append(ValueKind(cellClass, formats))
    if kinds.count * 2 > slots.count {
      slots = [UInt16](repeating: 0, count: slots.count * 2)
      for index in kinds.indices { place(index) }
    } else {
      place(kinds.count - 1)
    }
    return UInt16(kinds.count - 1)
  }

  private mutating func place(_ index: Int) {
    var at = slot(kinds[index].cellClass, kinds[index].formats)
    while slots[at] != 0 { at = (at + 1) & (slots.count - 1) }
    slots[at] = UInt16(index + 1)
  }
}
