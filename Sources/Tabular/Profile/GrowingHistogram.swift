import Glibc

/// Counts of numbers in bins whose width doubles as their range grows: bounded memory, no range known
/// beforehand.
///
/// Bins start at multiples of a power of two, so the bins depend on the least and the greatest number
/// alone: the same numbers give the same histogram in any order and any splits.
struct GrowingHistogram: Sendable, Equatable {
  private static let capacity: Int64 = 1024

  private var counts: [Int] = []
  /// The number of the first bin: bin b holds [b·2^scale, (b+1)·2^scale).
  private var first: Int64 = 0
  private var scale = 0 {
    didSet { inverse = scalbn(1, Int32(-scale)) }
  }
  /// 2^-scale.
  private var inverse = 1.0

  mutating func add(_ number: Double, count: Int) {
    guard number.isFinite else { return }
    if counts.isEmpty { start(at: number) }
    // Bins are numbered exactly as long as their numbers are under 2^51.
    if abs(number) * inverse >= 0x1p51 { raise(to: Self.leastScale(number)) }
    var bin = self.bin(of: number)
    while !extend(to: bin) {
      raise(to: scale + 1)
      bin = self.bin(of: number)
    }
    counts[Int(bin - first)] += count
  }

  mutating func merge(_ other: GrowingHistogram) {
    guard !other.counts.isEmpty else { return }
    if counts.isEmpty {
      self = other
      return
    }
    var other = other
    raise(to: other.scale)
    other.raise(to: scale)
    while !(extend(to: other.first) && extend(to: other.first + Int64(other.counts.count) - 1)) {
      raise(to: scale + 1)
      other.raise(to: scale)
    }
    for (offset, count) in other.counts.enumerated() { counts[Int(other.first - first) + offset] += count }
  }

  @inline(__always)
  private func bin(of number: Double) -> Int64 { Int64((number * inverse).rounded(.down)) }

  /// The least scale at which the number of the bin of a number is exact.
  private static func leastScale(_ number: Double) -> Int { max(-30, Int(number.exponent) - 50) }

  private mutating func start(at number: Double) {
    scale = number == 0 ? -30 : Self.leastScale(number)
    first = bin(of: number)
    counts = [0]
  }

  /// Makes room for a bin; false when the bins would be too many.
  private mutating func extend(to bin: Int64) -> Bool {
    let last = first + Int64(counts.count) - 1
    let newFirst = Swift.min(first, bin)
    let newLast = Swift.max(last, bin)
    guard newLast - newFirst < Self.capacity else { return false }
    if newFirst < first {
      counts.insert(contentsOf: repeatElement(0, count: Int(first - newFirst)), at: 0)
      first = newFirst
    }
    if newLast > last { counts.append(contentsOf: repeatElement(0, count: Int(newLast - last))) }
    return true
  }

  private mutating func raise(to wanted: Int) {
    guard wanted > scale else { return }
    let shift = Int64(Swift.min(wanted - scale, 62))
    let newFirst = first >> shift
    let newLast = (first + Int64(counts.count) - 1) >> shift
    var merged = [Int](repeating: 0, count: Int(newLast - newFirst) + 1)
    for (offset, count) in counts.enumerated() {
      merged[Int(((first + Int64(offset)) >> shift) - newFirst)] += count
    }
    counts = merged
    first = newFirst
    scale = wanted
  }

  /// The counts in `bins` equal parts of a range, each bin counted where its middle falls.
  func equalBins(_ bins: Int, from least: Double, to greatest: Double) -> [Int] {
    var result = [Int](repeating: 0, count: bins)
    let width = (greatest - least) / Double(bins)
    guard width > 0 else { return [] }
    for (offset, count) in counts.enumerated() where count > 0 {
      let middle = scalbn(Double(first + Int64(offset)) + 0.5, Int32(scale))
      let bin = Int(((middle - least) / width).rounded(.down))
      result[Swift.min(Swift.max(bin, 0), bins - 1)] += count
    }
    return result
  }
}
