/// A run of consecutive records with their cells as UTF-8, unquoted: what readers produce and profilers consume.
///
/// Cells lie one after the other in one buffer, row by row, so that a batch costs two allocations whatever
/// its number of cells. A batch is reused from one read to the next.
public struct RowBatch: Sendable {
  /// The record number in the file, from 1, of each row of the batch.
  public private(set) var rowNumbers: [Int] = []
  /// The UTF-8 bytes of all cells.
  public private(set) var bytes: [UInt8] = []
  /// Where each cell ends in `bytes`; a cell starts where the one before ends.
  public private(set) var cellEnds: [Int] = []
  /// How many cells each row has: rows may be ragged. Prefix sums: row r holds cells `rowEnds[r-1]..<rowEnds[r]`.
  public private(set) var rowEnds: [Int] = []

  /// Makes an empty batch.
  public init() {}

  /// The number of rows.
  public var count: Int { rowNumbers.count }

  /// Forgets all rows and keeps the memory.
  public mutating func removeAll() {
    rowNumbers.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    cellEnds.removeAll(keepingCapacity: true)
    rowEnds.removeAll(keepingCapacity: true)
  }

  /// Adds a cell to the row being written.
  public mutating func appendCell(_ cell: UnsafeBufferPointer<UInt8>) {
    appendBytes(cell)
    endCell()
  }

  /// Adds a cell to the row being written.
  public mutating func appendCell(_ text: String) {
    appendBytes(text)
    endCell()
  }

  /// Adds bytes to the cell being written.
  public mutating func appendBytes(_ run: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: run) }

  /// Adds text to the cell being written.
  public mutating func appendBytes(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Ends the cell being written.
  public mutating func endCell() { cellEnds.append(bytes.count) }

  /// Ends the row being written.
  public mutating func endRow(number: Int) {
    rowEnds.append(cellEnds.count)
    rowNumbers.append(number)
  }

  /// The range of cell indices of a row.
  public func cells(ofRow row: Int) -> Range<Int> { (row == 0 ? 0 : rowEnds[row - 1])..<rowEnds[row] }

  /// Where a cell's bytes lie in `bytes`.
  public func byteRange(ofCell cell: Int) -> Range<Int> { (cell == 0 ? 0 : cellEnds[cell - 1])..<cellEnds[cell] }

  /// A cell as text.
  public func text(ofCell cell: Int) -> String { String(decoding: bytes[byteRange(ofCell: cell)], as: UTF8.self) }
}

/// A table that can be read from its first row to its last, once: a text file, a sheet, a geographic layer.
public protocol TableSource: AnyObject {
  /// The column names, as the header gives them (cleaned, never empty, unique).
  var columnNames: [String] { get }
  /// Reads the next rows into `batch` (emptied first). Returns false when there is none left.
  ///
  /// - Throws: `Failure` when the file cannot be read further, `CancellationError` when cancelled.
  func read(into batch: inout RowBatch) throws -> Bool
}
