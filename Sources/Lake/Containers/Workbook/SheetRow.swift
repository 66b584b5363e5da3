import Foundation
import Tabular

/// A row of a sheet: its cells from the first column to the last it writes, as text.
struct SheetRow {
  /// The row's number in the sheet, from 1.
  var number = 0
  /// The UTF-8 bytes of the cells, one after the other.
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []

  /// How many cells there are, empty ones counted.
  var count: Int { ends.count }

  /// Forgets the cells and keeps the memory.
  mutating func start(number: Int) {
    self.number = number
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Adds empty cells up to `column`, counted from 0.
  mutating func pad(to column: Int) { while ends.count < column { ends.append(bytes.count) } }

  /// Adds the cell that `write` writes.
  mutating func append(_ write: (inout [UInt8]) throws -> Void) rethrows {
    try write(&bytes)
    ends.append(bytes.count)
  }

  /// Adds the last cell again.
  mutating func repeatLast(_ times: Int) {
    guard times > 0, let last = ends.last else { return }
    let cell = Array(bytes[(ends.count > 1 ? ends[ends.count - 2] : 0)..<last])
    for _ in 0..<times {
      bytes.append(contentsOf: cell)
      ends.append(bytes.count)
    }
  }

  /// How many columns hold something: the number of the last filled cell.
  var filledCount: Int {
    var count = ends.count
    while count > 0, isBlank(count - 1) { count -= 1 }
    return count
  }

  /// Whether a cell holds nothing but blanks.
  func isBlank(_ cell: Int) -> Bool {
    bytes[range(cell)].allSatisfy { $0 <= 0x20 }
  }

  /// Where a cell lies in `bytes`.
  func range(_ cell: Int) -> Range<Int> { (cell == 0 ? 0 : ends[cell - 1])..<ends[cell] }

  /// A cell as text, empty past the last.
  func text(_ cell: Int) -> String {
    cell < ends.count ? String(decoding: bytes[range(cell)], as: UTF8.self) : ""
  }
}

/// The rows of one sheet, read once from the first to the last.
protocol SheetRows: AnyObject {
  /// What there is to know of the rows read so far.
  var log: FindingLog { get }
  /// The columns that the sheet hides, from 0; known once the first row was read.
  var hiddenColumns: IndexSet { get }
  /// Reads the next row, blank or not. False when there is none left.
  func next(into row: inout SheetRow) throws -> Bool
}

/// A file of sheets.
protocol Workbook: AnyObject {
  /// `xlsx`, `xls` or `ods`.
  var container: String { get }
  /// The encoding of its texts.
  var encoding: String { get }
  /// The sheets in their order.
  var sheets: [SheetLabel] { get }
  /// Reads a sheet from its start.
  func rows(ofSheet index: Int) throws -> any SheetRows
}

/// A sheet's name.
struct SheetLabel: Equatable, Sendable {
  /// The name on its tab.
  var name: String
  /// Whether the workbook hides it.
  var isHidden: Bool
}

/// The bounds of a sheet (ECMA-376 and the programs that write it), and of what we agree to read.
enum SheetLimits {
  static let rows = 1_048_576
  static let columns = 16_384
  /// Cells of a whole sheet, empty ones between others counted.
  static let cells = 400_000_000
  /// The bytes of the texts that cells share.
  static let sharedBytes = 512 << 20
}
