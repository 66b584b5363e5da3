import Messages

/// Adds to a log the findings that cells of some kinds give rise to: the first by row one by one, then
/// their count.
struct FindingWriter {
  let column: String
  let code: String
  let severity: Finding.Severity

  /// A sentence and a repair for one cell.
  typealias Description = (_ kind: KindFacts?, _ cell: String) -> (message: Bilingual, repair: Repair?)

  /// Adds the cells of all the kinds given.
  func add(_ kinds: [KindFacts], to log: inout FindingLog, describe: Description) {
    let cells = kinds.reduce(0) { $0 + $1.cells }
    guard cells > 0 else { return }
    let first = kinds.flatMap { kind in kind.occurrences.map { (kind, $0) } }
      .sorted { $0.1.row < $1.1.row }.prefix(ValueKind.keptOccurrences)
    for (kind, occurrence) in first { add(occurrence, describe(kind, occurrence.cell), to: &log) }
    addRest(cells - first.count, to: &log)
  }

  /// Adds cells known one by one.
  func add(_ occurrences: [Occurrence], total: Int, to log: inout FindingLog, describe: Description) {
    for occurrence in occurrences { add(occurrence, describe(nil, occurrence.cell), to: &log) }
    addRest(total - occurrences.count, to: &log)
  }

  private func add(
    _ occurrence: Occurrence,
    _ description: (message: Bilingual, repair: Repair?),
    to log: inout FindingLog
  ) {
    log.add(code, column: column) {
      Finding(
        code: code,
        severity: severity,
        row: occurrence.row,
        column: column,
        cell: occurrence.cell,
        message: description.message,
        repair: description.repair
      )
    }
  }

  private func addRest(_ count: Int, to log: inout FindingLog) {
    guard count > 0 else { return }
    // The log keeps no more of this kind: what is made here is only counted.
    log.add(code, column: column, count: count) {
      Finding(
        code: code,
        severity: severity,
        column: column,
        message: Bilingual(fr: "\(count) autres cellules.", en: "\(count) other cells."),
        count: count
      )
    }
  }
}
