import Messages

/// The values of a column, cut where a test changes.
struct ColumnPieces {
  /// Values that all tests see alike, with one of them.
  struct Piece {
    var sample: RuleValue
    /// The least and the greatest of them, where they are ordered.
    var ends: (low: ExactDecimal, high: ExactDecimal)?
    /// Whether the ends are outside: a number without a known step.
    var isOpen = false
  }

  private(set) var pieces: [Piece] = []
  private let kind: Facts.Kind

  /// Whether the pieces follow one another.
  var isOrdered: Bool {
    switch kind {
    case .number, .date: true
    case .boolean, .choice, .names: false
    }
  }

  init(_ column: Facts, tests: some Sequence<CellTest>, parameters: [String: RuleValue]) {
    kind = column.kind
    switch column.kind {
    case .boolean: pieces = [true, false].map { Piece(sample: .boolean($0)) }
    case .choice(let choices): pieces = choices.map { Piece(sample: .choice($0.name)) }
    case .names(let names): pieces = names.sorted().map { Piece(sample: .choice($0)) }
    case .number, .date:
      var ends = Set(tests.flatMap { $0.ends(parameters) })
      ends = ends.filter { $0 > column.range.low && $0 < column.range.high }
      ends.formUnion([column.range.low, column.range.high])
      cut(ends.sorted(), step: column.places.flatMap { ExactDecimal(digits: 1, places: $0) })
    }
  }

  private mutating func cut(_ ends: [ExactDecimal], step: ExactDecimal?) {
    for (index, end) in ends.enumerated() {
      pieces.append(Piece(sample: value(end), ends: (end, end)))
      guard index + 1 < ends.count else { return }
      let next = ends[index + 1]
      if let step {
        // The next value of that many decimals above the end, and the last below the next end.
        let places = step.places
        guard let low = end.adding(step)?.rounded(places: places, .down),
          let high = next.subtracting(step)?.rounded(places: places, .up), low <= high, low < next, high > end
        else { continue }
        pieces.append(Piece(sample: value(low), ends: (low, high)))
      } else if let sum = end.adding(next), let middle = sum.divided(by: ExactDecimal(2))?.value,
        middle != end, middle != next
      {
        pieces.append(Piece(sample: value(middle), ends: (end, next), isOpen: true))
      }
    }
  }

  private func value(_ ordinal: ExactDecimal) -> RuleValue {
    if kind == .date, let day = ordinal.whole.flatMap(CalendarDay.init(daysSince1970:)) { return .date(day) }
    return .number(ordinal)
  }

  /// How the values from a piece to another are written, as a cell of a table would be.
  func text(_ first: Int, _ last: Int) -> String {
    let (from, to) = (pieces[first], pieces[last])
    guard let low = from.ends?.low, let high = to.ends?.high else { return "= " + shown(from.sample) }
    if low == high { return "= " + shown(value(low)) }
    if from.isOpen || to.isOpen {
      return (from.isOpen ? "> " : ">= ") + shown(value(low)) + (to.isOpen ? " et < " : " et <= ")
        + shown(value(high))
    }
    return "de \(shown(value(low))) à \(shown(value(high)))"
  }

  private func shown(_ value: RuleValue) -> String {
    switch (value, kind) {
    case (.number(let number), .number(let unit)):
      Literal(
        value: .number(number, mark: unit.flatMap { $0 == .euro ? "€" : nil }),
        place: Place(line: 1, column: 1)
      ).text
    case (.boolean(let value), _): value ? "oui" : "non"
    default: value.text
    }
  }
}
