/// Makes the report and the findings of a table from the facts of its columns.
enum TableSummary {
  static func summarize(
    _ facts: [ColumnFacts],
    rows: Int,
    _ declarations: [String: ColumnDeclaration] = [:]
  ) -> (columns: [ColumnReport], rows: Int, log: FindingLog) {
    let guesses = facts.map { ColumnDecision($0) }
    // Personal data is what the cells show: no declaration hides it.
    let signs = PersonalSigns(guesses).find()
    let decisions = guesses.map { guess in
      declarations[guess.facts.name].map { ColumnDecision(guess.facts, declared: $0) } ?? guess
    }
    var reports: [ColumnReport] = []
    var log = FindingLog()
    for (decision, sign) in zip(decisions, signs) {
      var report = ColumnSummary(decision).report()
      report.personal = sign
      reports.append(report)
      if let sign { PersonalFindings.add(sign, column: report.name, to: &log) }
      ColumnFindings(decision).add(to: &log)
      CellFindings(decision).add(to: &log)
    }
    return (reports, rows, log)
  }
}
