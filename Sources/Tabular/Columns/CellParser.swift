/// Reads the cells of a column in the type and notation that the profile decided.
public struct CellParser: Sendable {
  private let type: ColumnType

  /// Prepares to read the cells of a column.
  public init(_ column: ColumnReport) { type = column.type }

  /// Reads one cell.
  public func parse(_ cell: UnsafeBufferPointer<UInt8>) -> ParsedCell {
    if isMissing(cell) { return .missing }
    return type == .text ? .value(.text(String(decoding: cell, as: UTF8.self))) : .invalid
  }

  /// Whether the cell holds no value. A text column needs no more than this: its other cells are kept as written.
  public func isMissing(_ cell: UnsafeBufferPointer<UInt8>) -> Bool { cell.isEmpty }
}
