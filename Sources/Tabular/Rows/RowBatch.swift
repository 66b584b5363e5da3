/// Where a cell lies in the bytes of its batch.
public struct CellSpan: Sendable, Equatable {
  /// The offset of the first byte.
  public var start: Int32
  /// The offset after the last byte.
  public var end: Int32

  /// Bounds a cell.
  public init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  /// The number of bytes.
  public var count: Int { Int(end &- start) }
}

/// A run of consecutive records with their cells as UTF-8, unquoted: what readers produce and profilers
/// consume.
///
/// The cells point into one buffer, so that a batch costs a few allocations whatever its number of cells, and
/// a text file's cells are never copied. A batch is reused from one read to the next.
public struct RowBatch: Sendable {
  /// How many bytes can be read past any cell, so that loops over words need no special end.
  public static let slack = 32

  /// The record number in the file, from 1, of each row of the batch.
  public internal(set) var rowNumbers: [Int] = []
  /// The bytes the cells point into; some lie between cells or after the last and mean nothing.
  public internal(set) var bytes: [UInt8] = [UInt8](repeating: 0, count: RowBatch.slack)
  /// Where each cell lies in `bytes`, row by row.
  ///
  /// Only the first `cellCount` are meant.
  var spans: [CellSpan] = []
  /// How many cells each row has: rows may be ragged.
  ///
  /// Prefix sums: row r holds cells `rowEnds[r-1]..<rowEnds[r]`.
  public internal(set) var rowEnds: [Int32] = []
  /// The number of cells.
  public internal(set) var cellCount = 0
  /// How many of `bytes` are in use.
  var used = 0
  private var cellStart = 0

  /// Makes an empty batch.
  public init() {}

  /// The number of rows.
  public var count: Int { rowNumbers.count }

  /// Forgets all rows and keeps the memory.
  public mutating func removeAll() {
    rowNumbers.removeAll(keepingCapacity: true)
    rowEnds.removeAll(keepingCapacity: true)
    cellCount = 0
    used = 0
    cellStart = 0
  }

  /// The range of cell indices of a row.
  public func cells(ofRow row: Int) -> Range<Int> {
    (row == 0 ? 0 : Int(rowEnds[row - 1]))..<Int(rowEnds[row])
  }

  /// Where a cell's bytes lie in `bytes`.
  public func byteRange(ofCell cell: Int) -> Range<Int> { Int(spans[cell].start)..<Int(spans[cell].end) }

  /// A cell as text.
  public func text(ofCell cell: Int) -> String {
    String(decoding: bytes[byteRange(ofCell: cell)], as: UTF8.self)
  }
}

// MARK: Writing, for sources that give one cell after the other

extension RowBatch {
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
  public mutating func appendBytes(_ run: UnsafeBufferPointer<UInt8>) {
    reserveBytes(used + run.count)
    bytes.withUnsafeMutableBufferPointer { buffer in
      UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[used...])
        .copyMemory(from: UnsafeRawBufferPointer(run))
    }
    used += run.count
  }

  /// Adds text to the cell being written.
  public mutating func appendBytes(_ text: String) {
    var text = text
    text.withUTF8 { appendBytes($0) }
  }

  /// Ends the cell being written.
  public mutating func endCell() {
    let span = CellSpan(start: Int32(cellStart), end: Int32(used))
    if cellCount < spans.count { spans[cellCount] = span } else { spans.append(span) }
    cellCount += 1
    cellStart = used
  }

  /// Ends the row being written.
  public mutating func endRow(number: Int) {
    rowEnds.append(Int32(cellCount))
    rowNumbers.append(number)
  }

  /// Makes room for `count` bytes and the slack after them.
  mutating func reserveBytes(_ count: Int) {
    let wanted = count + Self.slack
    guard bytes.count < wanted else { return }
    let size = max(wanted, bytes.count * 2)
    bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let target = UnsafeMutableRawBufferPointer(buffer)
      bytes.withUnsafeBytes { target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[..<used])) }
      UnsafeMutableRawBufferPointer(rebasing: target[used...]).initializeMemory(as: UInt8.self, repeating: 0)
      count = size
    }
  }

  /// Drops the first `count` bytes of a batch that has no row yet.
  mutating func removeFirst(_ count: Int) {
    bytes.replaceSubrange(0..<(used - count), with: Array(bytes[count..<used]))
    used -= count
  }

  /// Makes room for `count` cells.
  mutating func reserveCells(_ count: Int) {
    guard spans.count < count else { return }
    spans.append(contentsOf: repeatElement(CellSpan(start: 0, end: 0), count: count - spans.count))
  }
}

// MARK: Reading without checks, for hot paths

/// The rows of a batch by pointers, valid inside `RowBatch.withUnsafeRows` only.
public struct UnsafeRows {
  /// The bytes the cells point into; `RowBatch.slack` more can be read after the end of any cell.
  public let bytes: UnsafeBufferPointer<UInt8>
  /// Where each cell lies in `bytes`, row by row.
  public let spans: UnsafeBufferPointer<CellSpan>
  /// The prefix sums of the numbers of cells of the rows.
  public let rowEnds: UnsafeBufferPointer<Int32>
  /// The record number in the file of each row.
  public let rowNumbers: UnsafeBufferPointer<Int>

  /// The number of rows.
  public var count: Int { rowNumbers.count }

  /// The range of cell indices of a row.
  public func cells(ofRow row: Int) -> Range<Int> {
    Range(uncheckedBounds: (row == 0 ? 0 : Int(rowEnds[row &- 1]), Int(rowEnds[row])))
  }

  /// A cell's bytes.
  public func cell(_ cell: Int) -> UnsafeBufferPointer<UInt8> {
    let span = spans[cell]
    return UnsafeBufferPointer(rebasing: bytes[Int(span.start)..<Int(span.end)])
  }
}

extension RowBatch {
  /// Gives the rows by pointers.
  public func withUnsafeRows<Result>(_ body: (UnsafeRows) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { bytes in
      try spans.withUnsafeBufferPointer { spans in
        try rowEnds.withUnsafeBufferPointer { rowEnds in
          try rowNumbers.withUnsafeBufferPointer { rowNumbers in
            try body(UnsafeRows(bytes: bytes, spans: spans, rowEnds: rowEnds, rowNumbers: rowNumbers))
          }
        }
      }
    }
  }
}
