import Messages

/// Which cases the rows of a table cover: found without trying values one by one.
///
/// The values of a column are cut where some test changes; the pieces that the same rows accept are one region. The
/// product of the regions is walked with the rows still possible, each state once, within a stated effort.
struct Coverage {
  private let statement: Statement
  private let table: DecisionTable
  private let isCertain: Bool
  private var regions: [[Region]] = []
  private var visited: Set<State> = []
  private var reached: RowSet
  private var gaps: [[String]] = []
  private var overlaps: [(cells: [String], rows: [Int])] = []
  private var isComplete = true

  /// Values of a column that the same rows accept.
  private struct Region {
    var text: String
    var rows: RowSet
  }

  private struct State: Hashable {
    var column: Int
    var rows: RowSet
  }

  private static let stateLimit = 20_000
  private static let testLimit = 500_000
  private static let shownLimit = 5

  init(
    statement: Statement,
    table: DecisionTable,
    columns: [Facts],
    parameters: [String: RuleValue],
    isCertain: Bool
  ) {
    self.statement = statement
    self.table = table
    self.isCertain = isCertain
    reached = RowSet(count: table.rows.count, isFull: false)
    var effort = 0
    for (index, column) in columns.enumerated() {
      let cells = table.rows.map { $0.cells[index] }
      let pieces = ColumnPieces(column, tests: cells.joined(), parameters: parameters)
      effort += pieces.pieces.count * cells.reduce(0) { $0 + max(1, $1.count) }
      guard effort <= Self.testLimit else {
        isComplete = false
        return
      }
      regions.append(Self.regions(pieces, cells, parameters, name: table.columns[index].text))
    }
  }

  private static func regions(
    _ pieces: ColumnPieces,
    _ cells: [[CellTest]],
    _ parameters: [String: RuleValue],
    name: String
  ) -> [Region] {
    var found: [(first: Int, last: Int, rows: RowSet)] = []
    for (index, piece) in pieces.pieces.enumerated() {
      var rows = RowSet(count: cells.count, isFull: false)
      for (row, cell) in cells.enumerated()
      where cell.isEmpty || cell.contains(where: { $0.passes(piece.sample, parameters: parameters) }) {
        rows.insert(row)
      }
      if pieces.isOrdered, let last = found.last, last.rows == rows {
        found[found.count - 1].last = index
      } else {
        found.append((index, index, rows))
      }
    }
    return found.map { Region(text: "\(name) \(pieces.text($0.first, $0.last))", rows: $0.rows) }
  }

  /// What was found of the table.
  mutating func findings() -> [RuleFinding] {
    if isComplete {
      walk(0, RowSet(count: table.rows.count, isFull: true), [])
    }
    var findings = gaps.map(gap) + overlaps.map(overlap)
    if isComplete {
      findings += table.rows.indices.filter { !reached.contains($0) }.map(unreachable)
    } else {
      findings.append(unverified)
    }
    return findings
  }

  private mutating func walk(_ column: Int, _ rows: RowSet, _ path: [String]) {
    guard visited.count < Self.stateLimit else {
      isComplete = false
      return
    }
    guard visited.insert(State(column: column, rows: rows)).inserted else { return }
    guard let first = rows.first else {
      if table.otherwise == nil, table.policy != .sum, gaps.count < Self.shownLimit { gaps.append(path) }
      return
    }
    guard column < regions.count else {
      if table.policy == .first {
        reached.insert(first)
      } else {
        reached.formUnion(rows)
      }
      let members = rows.members
      if table.policy == .unique, members.count > 1, overlaps.count < Self.shownLimit {
        overlaps.append((path, members))
      }
      return
    }
    var tried: Set<RowSet> = []
    for region in regions[column] {
      let rest = rows.intersection(region.rows)
      if tried.insert(rest).inserted { walk(column + 1, rest, path + [region.text]) }
    }
  }

  private var possibly: Bilingual {
    isCertain
      ? Bilingual(fr: "", en: "")
      : Bilingual(
        fr: " (si ce cas peut se produire : des colonnes sont calculées)",
        en: " (if that case can happen: some columns are computed)"
      )
  }

  private func gap(_ cells: [String]) -> RuleFinding {
    let text = cells.joined(separator: " ; ")
    return RuleFinding(
      kind: .gap,
      isCertain: isCertain,
      message: Bilingual(
        fr: "Aucune ligne de la table « \(statement.name) » ne convient à : \(text)\(possibly.fr).",
        en: "No row of the table “\(statement.name)” fits: \(text)\(possibly.en)."
      ),
      place: statement.place
    )
  }

  private func overlap(_ cells: [String], _ rows: [Int]) -> RuleFinding {
    let text = cells.joined(separator: " ; ")
    let numbers = rows.map { String($0 + 1) }.joined(separator: ", ")
    return RuleFinding(
      kind: .overlap,
      isCertain: isCertain,
      message: Bilingual(
        fr: "Les lignes \(numbers) de la table « \(statement.name) » conviennent toutes à : "
          + "\(text)\(possibly.fr).",
        en: "The rows \(numbers) of the table “\(statement.name)” all fit: \(text)\(possibly.en)."
      ),
      place: table.rows[rows.last ?? 0].place
    )
  }

  private func unreachable(_ row: Int) -> RuleFinding {
    RuleFinding(
      kind: .unreachable,
      isCertain: true,
      message: Bilingual(
        fr: "La ligne \(row + 1) de la table « \(statement.name) » n’est jamais atteinte.",
        en: "The row \(row + 1) of the table “\(statement.name)” is never reached."
      ),
      place: table.rows[row].place
    )
  }

  private var unverified: RuleFinding {
    RuleFinding(
      kind: .unverified,
      isCertain: true,
      message: Bilingual(
        fr: "La table « \(statement.name) » est trop grande pour que tous ses cas soient vérifiés.",
        en: "The table “\(statement.name)” is too large for all its cases to be verified."
      ),
      place: statement.place
    )
  }
}

/// A set of rows.
struct RowSet: Hashable {
  private var words: [UInt64]

  init(count: Int, isFull: Bool) {
    words = Array(repeating: 0, count: (count + 63) / 64)
    if isFull { for row in 0..<count { insert(row) } }
  }

  mutating func insert(_ row: Int) { words[row / 64] |= 1 << UInt64(row % 64) }

  func contains(_ row: Int) -> Bool { words[row / 64] & (1 << UInt64(row % 64)) != 0 }

  mutating func formUnion(_ other: RowSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  func intersection(_ other: RowSet) -> RowSet {
    var result = self
    for index in words.indices { result.words[index] &= other.words[index] }
    return result
  }

  var first: Int? {
    words.firstIndex { $0 != 0 }.map { $0 * 64 + words[$0].trailingZeroBitCount }
  }

  var members: [Int] { (0..<(words.count * 64)).filter(contains) }
}
