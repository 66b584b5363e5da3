import Messages

/// How the rows of a sheet are laid out: which row names the columns, and where the values start.
///
/// The decision is that of delimited text, so that a table saved as CSV and as a workbook reads the same.
public struct SheetLayout: Sendable {
  /// The column names: cleaned, never empty, unique.
  public let names: [String]
  /// The number of the (last) header row in the sheet; 0 when there is none.
  public let headerRow: Int
  /// How many rows stand before the header, blank ones counted.
  public let skippedRows: Int
  /// The number in the sheet of the first row of values.
  public let firstValueRow: Int
  /// What there is to say of the header.
  public let findings: [Finding]

  /// Decides on the first rows of a sheet.
  ///
  /// - Parameters:
  ///   - records: the cells of consecutive rows as text, the same columns in each; blank rows are empty.
  ///   - firstRow: the number in the sheet of the first of them.
  ///   - headerRow: the row that a person chose: `nil` to find it, 0 when there is none.
  ///   - file: the name of the file, for failures.
  /// - Throws: `Failure` when the chosen row is blank or not among the records.
  public init(_ records: [[String]], firstRow: Int, headerRow: Int?, file: String) throws {
    let sample = Sample(cells: records)
    let decision: HeaderFinder.Decision
    switch headerRow {
    case nil:
      decision = HeaderFinder.decide(
        sample,
        width: sample.records.map { $0.count { !$0.isEmpty } }.max() ?? 1
      )
    case 0: decision = HeaderFinder.Decision(header: nil, group: nil, firstValue: 0)
    case .some(let row):
      guard records.indices.contains(row - firstRow), !sample.records[row - firstRow].isEmpty else {
        throw ReadingFailure.headerBeyondEnd(file, row: row)
      }
      decision = HeaderFinder.Decision(header: row - firstRow, group: nil, firstValue: row - firstRow + 1)
    }
    let row = decision.header.map { $0 + firstRow } ?? 0
    let naming = ColumnNaming(
      header: decision.header.map { records[$0] },
      group: decision.group.map { sample.records[$0] },
      width: records.map(\.count).max() ?? 1,
      row: row
    )
    names = naming.names
    self.headerRow = row
    firstValueRow = firstRow + (decision.header.map { $0 + 1 } ?? decision.firstValue)
    skippedRows = (row > 0 ? row : firstValueRow) - 1
    findings =
      naming.findings
      + Self.findings(decision, row: row, skipped: skippedRows, isChosen: headerRow != nil, firstRow)
  }

  private static func findings(
    _ decision: HeaderFinder.Decision,
    row: Int,
    skipped: Int,
    isChosen: Bool,
    _ firstRow: Int
  ) -> [Finding] {
    guard !isChosen else { return [] }
    if let group = decision.group {
      return [LayoutFinding.severalHeaders(first: group + firstRow, last: row)]
    }
    return (row == 0 ? [LayoutFinding.noHeader()] : [])
      + (skipped > 0 ? [LayoutFinding.skippedRows(skipped)] : [])
  }
}

extension Sample {
  /// A sample of cells that are cut already.
  fileprivate init(cells: [[String]]) {
    records = cells.map { record in
      let trimmed = record.map { $0.trimmingBlanks() }
      let filled = trimmed.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
      return Array(trimmed.prefix(filled))
    }
    counts = records.map(\.count)
    starts = []
    faults = 0
    sawQuotes = false
    isCut = true
  }
}
