/// A typed value, as a table stores and an answer gives it.
public enum CellValue: Sendable, Hashable {
  /// No value.
  case null
  /// Text, kept as written (codes keep their zeros).
  case text(String)
  /// A whole number.
  case integer(Int64)
  /// A decimal number.
  case number(Double)
  /// True or false.
  case boolean(Bool)
  /// Days since 1970-01-01.
  case date(Int32)
  /// Microseconds since 1970-01-01T00:00:00, in UTC when the source says a zone, else local and unzoned.
  case datetime(Int64)
  /// Microseconds since midnight.
  case time(Int64)
}
