/// Makes the report and the findings of a table from the facts of its columns.
enum TableSummary {
  static func summarize(
    _ facts: [ColumnFacts],
    rows: Int
  ) -> (columns: [ColumnReport], rows: Int, log: FindingLog) {
    let decisions = facts.map { ColumnDecision($0) }
    let reports = decisions.map { ColumnSummary($0).report() }
    var log = FindingLog()
    for decision in decisions {
      ColumnFindings(decision).add(to: &log)
      CellFindings(decision).add(to: &log)
    }
    return (reports, rows, log)
  }
}
