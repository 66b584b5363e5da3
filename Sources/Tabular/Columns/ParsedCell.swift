/// What a cell is, read in the type of its column.
public enum ParsedCell: Sendable, Hashable {
  /// A value of the column's type.
  case value(CellValue)
  /// No value: an empty cell, or a word that says so (`NA`, `null`…).
  case missing
  /// Something that has not the column's type.
  case invalid
}
