import Foundation
import Tabular

@testable import Lake

/// What a selection means, told in the plainest way, row by row.
enum NaiveSelection {
  /// Folds as Foundation does, for texts whose characters both folds know.
  static func folded(_ text: String) -> String {
    text.replacing("œ", with: "oe").replacing("’", with: "'")
      .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }

  /// Orders values; numbers of both types together.
  static func isLess(_ left: CellValue, _ right: CellValue) -> Bool {
    switch (left, right) {
    case (.text(let left), .text(let right)): Array(left.utf8).lexicographicallyPrecedes(Array(right.utf8))
    case (.boolean(let left), .boolean(let right)): !left && right
    default: number(left) < number(right)
    }
  }

  static func isEqual(_ left: CellValue, _ right: CellValue) -> Bool {
    !isLess(left, right) && !isLess(right, left)
  }

  private static func number(_ value: CellValue) -> Double {
    switch value {
    case .integer(let value), .datetime(let value), .time(let value): Double(value)
    case .number(let value): value
    case .date(let value): Double(value)
    default: .nan
    }
  }

  static func keeps(_ value: CellValue, _ filter: Filter, _ column: TableColumn) throws -> Bool {
    if filter.op == .isnull { return value == .null }
    guard value != .null else { return false }
    func read(_ text: String) throws -> CellValue { try FilterReading.value(text, of: column, pointer: "") }
    switch filter.op {
    case .isnull: return false
    case .isnotnull: return true
    case .exact: return isEqual(value, try read(filter.value))
    case .differs: return !isEqual(value, try read(filter.value))
    case .strictlyLess: return isLess(value, try read(filter.value))
    case .strictlyGreater: return isLess(try read(filter.value), value)
    case .less: return !isLess(try read(filter.value), value)
    case .greater: return !isLess(value, try read(filter.value))
    case .contains: return folded(CellText.text(value)).contains(folded(filter.value))
    case .notcontains: return !folded(CellText.text(value)).contains(folded(filter.value))
    case .in: return try FilterReading.list(filter.value).contains { isEqual(value, try read($0)) }
    case .notin: return try !FilterReading.list(filter.value).contains { isEqual(value, try read($0)) }
    }
  }

  /// Whether a row comes before another in the order of a sort.
  static func precedes(_ left: [CellValue], _ right: [CellValue], _ sort: [(column: Int, descending: Bool)])
    -> Bool?
  {
    for key in sort {
      let (left, right) = (left[key.column], right[key.column])
      if left == .null || right == .null {
        if left == right { continue }
        return right == .null
      }
      if case (.text(let leftText), .text(let rightText)) = (left, right),
        folded(leftText) != folded(rightText)
      {
        return isLess(.text(folded(leftText)), .text(folded(rightText))) != key.descending
      }
      if isEqual(left, right) { continue }
      return isLess(left, right) != key.descending
    }
    return nil
  }
}
