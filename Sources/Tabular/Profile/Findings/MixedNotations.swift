import Messages

/// Finds the columns that write the same thing in several ways.
///
/// Where one way prevails the others are faults, and this says it once for all; where none does the column
/// stays text, lest half of it be lost, and this says why.
struct MixedNotations {
  private let decision: ColumnDecision
  private var facts: ColumnFacts { decision.facts }

  init(_ decision: ColumnDecision) { self.decision = decision }

  func add(to log: inout FindingLog) {
    let others = decision.rule.type == .text ? textMinority() : minority()
    let cells = others.reduce(0) { $0 + $1.cells }
    guard cells >= 2 else { return }
    let example = others.flatMap(\.occurrences).min { $0.row < $1.row }?.cell ?? ""
    let message = Bilingual(
      fr:
        "La colonne \(Quoted.french(facts.name)) mêle plusieurs écritures\u{A0}: \(cells) cellules sont "
        + "écrites autrement que la plupart, comme \(Quoted.french(example))\u{A0}; choisissez-en une.",
      en:
        "The column \(Quoted.english(facts.name)) mixes several notations: \(cells) cells are not written "
        + "as most are, such as \(Quoted.english(example)); choose one."
    )
    log.add(
      Finding(
        code: "column.mixed-notations",
        severity: .warning,
        column: facts.name,
        message: message,
        count: cells,
        repair: Repair(operation: "column.normalize")
      )
    )
  }

  /// The cells of the column's type that are written otherwise than it is.
  private func minority() -> [KindFacts] {
    facts.kinds.filter { kind in
      kind.cells > 0 && !decision.isMissing(kind) && !decision.hasType(kind) && isSameThing(kind.cellClass)
    }
  }

  private func isSameThing(_ cellClass: CellClass) -> Bool {
    switch decision.rule.type {
    case .number: cellClass.family == .number && !cellClass.has(CellClass.tooLong)
    case .date, .datetime:
      (cellClass.family == .date || cellClass.family == .datetime) && !cellClass.has(CellClass.impossible)
    case .boolean: cellClass.family == .boolean
    case .geopoint: cellClass.family == .point
    default: false
    }
  }

  /// The cells that follow not the most used notation, in a column that would be of one type without them.
  private func textMinority() -> [KindFacts] {
    guard decision.formatRule == nil else { return [] }
    for families: Set<CellClass.Family> in [[.date, .datetime], [.number], [.boolean]] {
      let kinds = facts.kinds.filter { $0.cells > 0 && families.contains($0.cellClass.family) }
      guard kinds.reduce(0, { $0 + $1.cells }) * 10 >= facts.filled * 9 else { continue }
      let groups = Dictionary(grouping: kinds.filter { notation($0.cellClass) != nil }) {
        notation($0.cellClass) ?? 0
      }
      guard groups.count >= 2 else { return [] }
      let sizes = groups.mapValues { $0.reduce(0) { $0 + $1.cells } }
      guard let most = sizes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return [] }
      return groups.filter { $0.key != most }.flatMap(\.value)
    }
    return []
  }

  /// What tells apart the ways of writing the same thing; `nil` for what all ways share.
  private func notation(_ cellClass: CellClass) -> UInt32? {
    switch cellClass.family {
    case .date, .datetime:
      switch cellClass.order {
      case .yearFirst, .monthWord: cellClass.order.rawValue
      default: CellClass.DateOrder.dayFirst.rawValue
      }
    case .number: cellClass.separator == .none ? nil : cellClass.separator.rawValue
    case .boolean: cellClass.pair.rawValue
    default: nil
    }
  }
}
