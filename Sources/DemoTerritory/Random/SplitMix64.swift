/// Pseudo-random numbers that a seed decides for ever (Steele, Lea and Flood, 2014).
///
/// The standard library's own draws may change between versions of Swift; these do not.
public struct SplitMix64: Sendable {
  private var state: UInt64

  /// Starts a sequence.
  public init(seed: UInt64) { state = seed }

  /// Starts a sequence of its own for a named part: a draw more in one part leaves the others as they are.
  public init(seed: UInt64, _ part: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    state = seed ^ hash
    _ = next()
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A number of a range.
  public mutating func int(_ range: ClosedRange<Int>) -> Int {
    let width = UInt64(range.upperBound - range.lowerBound) + 1
    return range.lowerBound + Int(next().multipliedFullWidth(by: width).high)
  }

  /// A number from 0 up to but not including 1.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number of a range, its end excluded.
  public mutating func double(_ range: Range<Double>) -> Double {
    range.lowerBound + unit() * (range.upperBound - range.lowerBound)
  }

  /// A number around a mean, by a bell of a given width: the sum of twelve draws.
  public mutating func bell(mean: Double, deviation: Double) -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += unit() }
    return mean + sum * deviation
  }

  /// Whether something happens that does once in `times`.
  public mutating func once(in times: Int) -> Bool { int(1...times) == 1 }

  /// One element of a list, which must not be empty.
  public mutating func pick<Element>(_ list: [Element]) -> Element { list[int(0...list.count - 1)] }

  /// A list in another order.
  public mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
    var list = list
    for last in stride(from: list.count - 1, to: 0, by: -1) { list.swapAt(last, int(0...last)) }
    return list
  }
}
