import Foundation
import Messages
import Tabular

/// The rows of the table of a sheet: below its header, without blank rows, without what lies beside the
/// table.
final class SheetSource: TableSource {
  private static let batchBytes = 1 << 20
  private static let batchRows = 2048

  let columnNames: [String]
  /// How the table lies in its sheet.
  let dialect: Dialect
  private let rows: any SheetRows
  private let layout: SheetLayout
  /// The columns of the sheet that are read, in order, and those that hold something but are not.
  private let columns: [Int]
  private let strayColumns: [Int]
  private var ownLog = FindingLog()
  private var row = SheetRow()
  private var expectedRow: Int
  private var rowCount = 0

  /// Finds the header of a sheet of `workbook` and reads it from its start.
  init(_ workbook: any Workbook, sheet: Int, survey: SheetSurvey, options: ReadingOptions, file: String)
    throws
  {
    let filled = survey.columns
    let head = survey.head.map { cells in
      cells.isEmpty ? [] : filled.map { $0 < cells.count ? cells[$0] : "" }
    }
    let layout = try SheetLayout(head, firstRow: survey.firstRow, headerRow: options.headerRow, file: file)
    let kept = Self.keptColumns(survey, filled: filled, layout: layout)
    guard kept.count <= options.limits.columns else {
      throw ContainerFailure.tooManyColumns(options.limits.columns)
    }
    self.layout = layout
    columns = kept.map { filled[$0] }
    strayColumns = filled.indices.filter { !kept.contains($0) }.map { filled[$0] }
    columnNames = kept.map { layout.names[$0] }
    dialect = Dialect(
      delimiter: "",
      quote: "",
      headerRow: layout.headerRow,
      skippedRows: layout.skippedRows,
      newline: ""
    )
    expectedRow = layout.firstValueRow
    rows = try workbook.rows(ofSheet: sheet)
    let names = Set(columnNames)
    for finding in layout.findings where finding.column.map(names.contains) ?? true { ownLog.add(finding) }
  }

  /// What there is to know of the header and of the rows read so far.
  var log: FindingLog {
    var log = ownLog
    for (name, column) in zip(columnNames, columns) where rows.hiddenColumns.contains(column) {
      log.add(SheetFindings.hiddenColumn(name))
    }
    log.merge(rows.log)
    return log
  }

  /// The columns that have a name, and those without one that most rows fill: others are notes beside the
  /// table.
  private static func keptColumns(_ survey: SheetSurvey, filled: [Int], layout: SheetLayout) -> [Int] {
    guard layout.headerRow > 0 else { return Array(filled.indices) }
    let header = survey.head[layout.headerRow - survey.firstRow]
    let isNamed = filled.indices.map { index in
      filled[index] < header.count && header[filled[index]].contains { !$0.isWhitespace }
    }
    let last = isNamed.lastIndex(of: true) ?? -1
    return filled.indices.filter { index in
      if isNamed[index] { return true }
      let isDense = survey.filledByColumn[filled[index]] * 2 > survey.filledRows
      // Within the named columns, one without a name is a column whose name was forgotten.
      return isDense || (index < last && survey.filledByColumn[filled[index]] > 1)
    }
  }

  func read(into batch: inout RowBatch) throws -> Bool {
    batch.removeAll()
    try Task.checkCancellation()
    var size = 0
    while batch.count < Self.batchRows, size < Self.batchBytes, try rows.next(into: &row) {
      guard row.number >= layout.firstValueRow, row.filledCount > 0 else { continue }
      size += row.bytes.count
      noteStrayCells()
      guard columns.contains(where: { $0 < row.count && !row.isBlank($0) }) else { continue }
      if row.number > expectedRow {
        ownLog.add(SheetFindings.blankRows(from: expectedRow, count: row.number - expectedRow))
      }
      expectedRow = row.number + 1
      append(to: &batch)
    }
    rowCount += batch.count
    if batch.count == 0, rowCount == 0 { ownLog.add(ContainerFindings.emptyTable()) }
    return batch.count > 0
  }

  private func append(to batch: inout RowBatch) {
    row.bytes.withUnsafeBufferPointer { bytes in
      for column in columns {
        if column < row.count { batch.appendBytes(UnsafeBufferPointer(rebasing: bytes[row.range(column)])) }
        batch.endCell()
      }
    }
    batch.endRow(number: row.number)
  }

  private func noteStrayCells() {
    guard let stray = strayColumns.first(where: { $0 < row.count && !row.isBlank($0) }) else { return }
    ownLog.add(SheetFindings.extraCells(row: row.number, cell: row.text(stray)))
  }
}
