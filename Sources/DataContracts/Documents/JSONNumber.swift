/// A number of JSON (RFC 8259 §6), exact: compared by its digits, not through a floating-point number.
public struct JSONNumber: Sendable, Hashable, Comparable {
  private let isNegative: Bool
  /// The significant digits, without zeros at either end; empty for zero.
  private let digits: [UInt8]
  /// The power of ten of the last digit.
  private let exponent: Int

  /// Reads a number; `nil` when the text is none.
  public init?(_ text: String) {
    var rest = Substring(text)
    isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    let whole = rest.prefix { $0.isASCII && $0.isWholeNumber }
    rest = rest[whole.endIndex...]
    guard !whole.isEmpty, whole == "0" || whole.first != "0" else { return nil }
    var fraction = Substring()
    if rest.first == "." {
      rest.removeFirst()
      fraction = rest.prefix { $0.isASCII && $0.isWholeNumber }
      guard !fraction.isEmpty else { return nil }
      rest = rest[fraction.endIndex...]
    }
    var power = 0
    if let mark = rest.first, mark == "e" || mark == "E" {
      rest.removeFirst()
      let unsigned = rest.first == "+" ? rest.dropFirst() : rest
      let isPower = unsigned.drop { $0 == "-" && rest.startIndex == unsigned.startIndex }
        .allSatisfy { $0.isASCII && $0.isWholeNumber }
      guard isPower, let written = Int(unsigned), (-9_999...9_999).contains(written) else { return nil }
      power = written
      rest = Substring()
    }
    guard rest.isEmpty else { return nil }
    var all = Array(whole.utf8.map { $0 - 48 }) + fraction.utf8.map { $0 - 48 }
    var last = power - fraction.utf8.count
    all = Array(all.drop { $0 == 0 })
    while all.last == 0 {
      all.removeLast()
      last += 1
    }
    digits = all
    exponent = all.isEmpty ? 0 : last
  }

  /// Whether it has no fraction: `25.0` has none.
  public var isInteger: Bool { exponent >= 0 }

  /// One spelling for each number.
  var canonical: String {
    guard !digits.isEmpty else { return "0" }
    return (isNegative ? "-" : "") + digits.map(String.init).joined() + "e\(exponent)"
  }

  /// Whether it is a whole number of times another, as far as both have at most eighteen digits at the same scale.
  func isMultiple(of other: JSONNumber) -> Bool? {
    let scale = min(exponent, other.exponent)
    guard let mine = scaled(to: scale), let step = other.scaled(to: scale), step != 0 else { return nil }
    return mine % step == 0
  }

  private func scaled(to scale: Int) -> Int? {
    guard digits.count + exponent - scale <= 18 else { return nil }
    return (digits + [UInt8](repeating: 0, count: exponent - scale)).reduce(0) { $0 * 10 + Int($1) }
  }

  /// Orders numbers.
  public static func < (left: JSONNumber, right: JSONNumber) -> Bool {
    if left.sign != right.sign { return left.sign < right.sign }
    let (small, large) = left.isNegative ? (right, left) : (left, right)
    return small.isSmaller(than: large)
  }

  private var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

  private func isSmaller(than other: JSONNumber) -> Bool {
    let (mine, theirs) = (digits.count + exponent, other.digits.count + other.exponent)
    return mine == theirs ? digits.lexicographicallyPrecedes(other.digits) : mine < theirs
  }

  /// Equal numbers are equal whatever their spelling.
  public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
    left.sign == right.sign && left.digits == right.digits && left.exponent == right.exponent
  }

  /// Equal numbers have equal hashes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(sign)
    hasher.combine(digits)
    hasher.combine(exponent)
  }
}
