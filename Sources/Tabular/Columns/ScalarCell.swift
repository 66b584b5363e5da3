/// What a cell is, read in the type of its column, without a copy of its text: what a million cells are read as.
public enum ScalarCell: Sendable, Hashable {
  /// No value: an empty cell, or a word that says so.
  case missing
  /// Something that has not the column's type.
  case invalid
  /// Text: which of the cell's bytes, without blanks around it.
  case text(Range<Int>)
  /// A whole number.
  case integer(Int64)
  /// A decimal number.
  case number(Double)
  /// True or false.
  case boolean(Bool)
  /// Days since 1970-01-01.
  case date(Int32)
  /// Microseconds since 1970-01-01T00:00:00.
  case datetime(Int64)
  /// Microseconds since midnight.
  case time(Int64)
}
