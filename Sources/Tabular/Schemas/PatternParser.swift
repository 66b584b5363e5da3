/// The parts of a regular expression.
indirect enum PatternTree: Sendable {
  case scalars(ScalarSet)
  case start
  case end
  case sequence([PatternTree])
  case choice([PatternTree])
  case repetition(PatternTree, least: Int, most: Int?)
}

/// Reads a regular expression into its parts.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var depth = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The whole expression; `nil` when it cannot be read.
  mutating func parse() -> PatternTree? {
    guard let tree = choice(), at == scalars.count else { return nil }
    return tree
  }

  private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    at += 1
    return true
  }

  private mutating func choice() -> PatternTree? {
    guard depth < 50 else { return nil }
    depth += 1
    defer { depth -= 1 }
    var parts: [PatternTree] = []
    repeat {
      guard let part = sequence() else { return nil }
      parts.append(part)
    } while take("|")
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() -> PatternTree? {
    var parts: [PatternTree] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      guard let part = atom(), let whole = repeated(part) else { return nil }
      parts.append(whole)
    }
    return .sequence(parts)
  }

  private mutating func atom() -> PatternTree? {
    guard let scalar = next else { return nil }
    at += 1
    switch scalar {
    case "^": return .start
    case "$": return .end
    case ".": return .scalars(.any)
    case "[": return characters()
    case "\\": return escape().map { .scalars($0) }
    case "(":
      if take("?") { guard take(":") else { return nil } }
      guard let group = choice(), take(")") else { return nil }
      return group
    case "*", "+", "?", "{": return nil
    default: return .scalars(ScalarSet(ranges: [scalar.value...scalar.value]))
    }
  }

  private mutating func repeated(_ part: PatternTree) -> PatternTree? {
    var whole = part
    while let scalar = next {
      switch scalar {
      case "*": whole = .repetition(whole, least: 0, most: nil)
      case "+": whole = .repetition(whole, least: 1, most: nil)
      // After another repetition it makes it lazy, which changes nothing for a whole match.
      case "?": if case .repetition = whole {} else { whole = .repetition(whole, least: 0, most: 1) }
      case "{":
        at += 1
        guard let bounds = bounds() else { return nil }
        whole = .repetition(whole, least: bounds.least, most: bounds.most)
        continue
      default: return whole
      }
      at += 1
    }
    return whole
  }

  private mutating func bounds() -> (least: Int, most: Int?)? {
    guard let least = number() else { return nil }
    if take("}") { return (least, least) }
    guard take(",") else { return nil }
    if take("}") { return (least, nil) }
    guard let most = number(), most >= least, take("}") else { return nil }
    return (least, most)
  }

  private mutating func number() -> Int? {
    var digits = ""
    while let scalar = next, ("0"..."9").contains(scalar), digits.count < 3 {
      digits.unicodeScalars.append(scalar)
      at += 1
    }
    return Int(digits)
  }

  private mutating func escape() -> ScalarSet? {
    guard let letter = next else { return nil }
    at += 1
    guard letter == "u" else { return .escaped(letter) }
    guard at + 4 <= scalars.count else { return nil }
    var digits = ""
    digits.unicodeScalars.append(contentsOf: scalars[at..<at + 4])
    guard let value = UInt32(digits, radix: 16) else { return nil }
    at += 4
    return ScalarSet(ranges: [value...value])
  }

  /// A class in brackets, its first bracket taken.
  private mutating func characters() -> PatternTree? {
    var set = ScalarSet(ranges: [], isInverted: take("^"))
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      guard let start = member() else { return nil }
      guard next == "-", at + 1 < scalars.count, scalars[at + 1] != "]", start.ranges.count == 1,
        let low = start.ranges.first, low.count == 1
      else {
        set.ranges += start.ranges
        continue
      }
      at += 1
      guard let end = member(), let high = end.ranges.first, low.lowerBound <= high.lowerBound else {
        return nil
      }
      set.ranges.append(low.lowerBound...high.lowerBound)
    }
    guard take("]") else { return nil }
    return .scalars(set)
  }

  private mutating func member() -> ScalarSet? {
    guard let scalar = next else { return nil }
    at += 1
    return scalar == "\\" ? escape() : ScalarSet(ranges: [scalar.value...scalar.value])
  }
}
