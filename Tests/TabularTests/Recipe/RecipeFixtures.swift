import Foundation

@testable import Tabular

/// A table in memory, given by batches of a few rows; rows may be ragged.
final class RowsSource: TableSource {
  let columnNames: [String]
  private var rows: [[String]]
  private let perBatch: Int
  private var next = 0

  init(_ names: [String], _ rows: [[String]], perBatch: Int = 3) {
    columnNames = names
    self.rows = rows
    self.perBatch = perBatch
  }

  func read(into batch: inout RowBatch) throws -> Bool {
    batch.removeAll()
    while next < rows.count, batch.count < perBatch {
      for cell in rows[next] { batch.appendCell(cell) }
      next += 1
      batch.endRow(number: next + 1)
    }
    return batch.count > 0
  }
}

enum Replay {
  static let key = PseudonymKey(secret: (0..<32).map { UInt8($0) }, dataset: "agents")

  /// A table after a recipe: its columns, its rows with their numbers.
  struct Outcome: Equatable {
    var columns: [String]
    var rows: [ReadRow]

    var cells: [[String]] { rows.map(\.cells) }
  }

  static func run(
    _ recipe: Recipe,
    _ names: [String],
    _ rows: [[String]],
    perBatch: Int = 3,
    key: PseudonymKey? = Replay.key
  ) throws -> Outcome {
    let source = try recipe.apply(to: RowsSource(names, rows, perBatch: perBatch), key: key)
    return Outcome(columns: source.columnNames, rows: try read(source))
  }

  static func read(_ source: any TableSource) throws -> [ReadRow] {
    var rows: [ReadRow] = []
    var batch = RowBatch()
    while try source.read(into: &batch) {
      for row in 0..<batch.count {
        rows.append(
          ReadRow(
            number: batch.rowNumbers[row],
            cells: batch.cells(ofRow: row).map { batch.text(ofCell: $0) }
          )
        )
      }
    }
    return rows
  }

  /// A column of one cell after one action.
  static func cell(_ value: String, _ action: RecipeAction) throws -> String? {
    try run(Recipe([action]), ["c"], [[value]]).rows.first?.cells.first
  }
}
