import Messages
import Tabular

/// The first reading of a sheet, to its end: how much it holds, in which columns, and its first rows.
struct SheetSurvey {
  /// How many rows are kept to find the header in.
  private static let headRows = 1000
  /// How many cells of them are kept at most.
  private static let headCells = 200_000

  /// How many filled cells there are.
  private(set) var filledCells = 0
  /// How many rows hold something.
  private(set) var filledRows = 0
  /// How many filled cells each column has.
  private(set) var filledByColumn: [Int] = []
  /// The number of the first row that holds something.
  private(set) var firstRow = 0
  /// The first rows from `firstRow` on, blank ones empty, cells as written.
  private(set) var head: [[String]] = []
  private var headIsComplete = false
  private var keptCells = 0

  /// Reads all of `rows`.
  init(_ rows: any SheetRows) throws {
    var row = SheetRow()
    var count = 0
    while try rows.next(into: &row) {
      count += 1
      if count & 1023 == 0 { try Task.checkCancellation() }
      let filled = row.filledCount
      guard filled > 0 else { continue }
      if filledRows == 0 { firstRow = row.number }
      filledRows += 1
      while filledByColumn.count < filled { filledByColumn.append(0) }
      for column in 0..<filled where !row.isBlank(column) {
        filledByColumn[column] += 1
        filledCells += 1
      }
      keep(row, filled: filled)
    }
  }

  private mutating func keep(_ row: SheetRow, filled: Int) {
    let index = row.number - firstRow
    guard !headIsComplete, index < Self.headRows, keptCells + filled <= Self.headCells || head.isEmpty else {
      headIsComplete = true
      return
    }
    while head.count < index { head.append([]) }
    head.append((0..<filled).map { row.text($0) })
    keptCells += filled
  }

  /// The columns that hold something, the header or a title counted.
  var columns: [Int] { filledByColumn.indices.filter { filledByColumn[$0] > 0 } }
}

/// Choosing the sheet to read.
enum SheetChoice {
  /// The sheet that a person named, else the visible one with the most filled cells, else the hidden one.
  static func choose(
    _ workbook: any Workbook,
    named name: String?
  ) throws -> (index: Int, survey: SheetSurvey, isDecided: Bool) {
    let labels = workbook.sheets
    if let name {
      guard let index = labels.firstIndex(where: { $0.name == name }) ?? number(name, of: labels.count) else {
        throw ContainerFailure.noSuchSheet(name, among: labels.map(\.name))
      }
      let survey = try SheetSurvey(try workbook.rows(ofSheet: index))
      guard survey.filledCells > 0 else { throw ContainerFailure.emptyWorkbook() }
      return (index, survey, false)
    }
    var best: (index: Int, survey: SheetSurvey)?
    let order = labels.indices.filter { !labels[$0].isHidden } + labels.indices.filter { labels[$0].isHidden }
    for index in order {
      if labels[index].isHidden, best != nil { break }
      let survey = try SheetSurvey(try workbook.rows(ofSheet: index))
      if survey.filledCells > best?.survey.filledCells ?? 0 { best = (index, survey) }
    }
    guard let best else { throw ContainerFailure.emptyWorkbook() }
    return (best.index, best.survey, labels.count > 1)
  }

  /// A sheet by its number from 1, where none has that name.
  private static func number(_ name: String, of count: Int) -> Int? {
    guard let number = Int(name), (1...max(count, 1)).contains(number), number <= count else { return nil }
    return number - 1
  }
}
