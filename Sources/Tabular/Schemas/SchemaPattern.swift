/// A regular expression that a whole text is matched against, in time linear in its length.
///
/// Published schemas hold expressions that make backtracking engines run for ever on a well-chosen cell. This one
/// follows all ways at once, so that no file can stop a check. It knows what those expressions use: classes,
/// groups, alternatives, `?` `*` `+` `{n,m}`, anchors, `\d` `\w` `\s`, and `(?i)` first for texts compared
/// without case nor accent.
public struct SchemaPattern: Sendable {
  fileprivate enum Step: Sendable {
    case scalars(ScalarSet)
    case split(Int, Int)
    case jump(Int)
    case start
    case end
    case accept
  }

  private let steps: [Step]
  private let isFolded: Bool

  /// Reads an expression; `nil` when it is none that is known here.
  public init?(_ text: String) {
    isFolded = text.hasPrefix("(?i)")
    let body = isFolded ? String(text.dropFirst(4)) : text
    var parser = PatternParser(isFolded ? SchemaName.folded(body) : body)
    guard let tree = parser.parse() else { return nil }
    var steps: [Step] = []
    Self.compile(tree, into: &steps)
    guard steps.count < 20_000 else { return nil }
    steps.append(.accept)
    self.steps = steps
  }

  /// Whether the whole text matches.
  public func matches(_ text: String) -> Bool {
    let scalars = Array((isFolded ? SchemaName.folded(text) : text).unicodeScalars)
    var marks = [Int](repeating: -1, count: steps.count)
    var current: [Int] = []
    add(0, to: &current, &marks, at: 0, of: scalars.count)
    for (position, scalar) in scalars.enumerated() {
      guard !current.isEmpty else { return false }
      var next: [Int] = []
      for step in current {
        if case .scalars(let set) = steps[step], set.contains(scalar) {
          add(step + 1, to: &next, &marks, at: position + 1, of: scalars.count)
        }
      }
      current = next
    }
    return current.contains { if case .accept = steps[$0] { true } else { false } }
  }

  /// Adds a step and those it leads to without a character, each once for a position.
  private func add(_ step: Int, to list: inout [Int], _ marks: inout [Int], at position: Int, of count: Int) {
    var pending = [step]
    while let step = pending.popLast() {
      guard marks[step] != position else { continue }
      marks[step] = position
      switch steps[step] {
      case .jump(let other): pending.append(other)
      case .split(let first, let second): pending += [second, first]
      case .start: if position == 0 { pending.append(step + 1) }
      case .end: if position == count { pending.append(step + 1) }
      case .scalars, .accept: list.append(step)
      }
    }
  }

  private static func compile(_ tree: PatternTree, into steps: inout [Step]) {
    switch tree {
    case .scalars(let set): steps.append(.scalars(set))
    case .start: steps.append(.start)
    case .end: steps.append(.end)
    case .sequence(let parts): for part in parts { compile(part, into: &steps) }
    case .choice(let parts): compile(choice: parts[...], into: &steps)
    case .repetition(let part, let least, let most):
      for _ in 0..<least { compile(part, into: &steps) }
      guard let most else {
        let split = steps.count
        steps.append(.jump(0))
        compile(part, into: &steps)
        steps.append(.jump(split))
        steps[split] = .split(split + 1, steps.count)
        return
      }
      var splits: [Int] = []
      for _ in least..<max(least, most) {
        splits.append(steps.count)
        steps.append(.jump(0))
        compile(part, into: &steps)
      }
      for split in splits { steps[split] = .split(split + 1, steps.count) }
    }
  }

  private static func compile(choice parts: ArraySlice<PatternTree>, into steps: inout [Step]) {
    guard let first = parts.first else { return }
    guard parts.count > 1 else { return compile(first, into: &steps) }
    let split = steps.count
    steps.append(.jump(0))
    compile(first, into: &steps)
    let jump = steps.count
    steps.append(.jump(0))
    steps[split] = .split(split + 1, steps.count)
    compile(choice: parts.dropFirst(), into: &steps)
    steps[jump] = .jump(steps.count)
  }
}

/// Characters by ranges.
struct ScalarSet: Sendable {
  var ranges: [ClosedRange<UInt32>]
  var isInverted = false

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) } != isInverted
  }

  static let any = ScalarSet(ranges: [0x0A...0x0A], isInverted: true)

  /// What a letter after a backslash stands for: a class of characters, or itself.
  static func escaped(_ letter: Unicode.Scalar) -> ScalarSet {
    let digits: ClosedRange<UInt32> = 0x30...0x39
    switch letter {
    case "d": return ScalarSet(ranges: [digits])
    case "w":
      return ScalarSet(
        ranges: [
          digits, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F,
        ]
      )
    case "s":
      return ScalarSet(ranges: [0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x2000...0x200A, 0x202F...0x202F])
    default: return ScalarSet(ranges: [letter.value...letter.value])
    }
  }
}
