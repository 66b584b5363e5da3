public import Tabular

/// Rows of a table or of an answer: what every face shows.
public struct Rows: Sendable, Equatable {
  /// The columns, in the order of each row's values.
  public var columns: [TableColumn]
  /// The number of each row's record in its source file; empty for answers that are no rows of the table.
  public var rowNumbers: [Int]
  /// The values, row by row.
  public var values: [[CellValue]]
  /// True when the answer was cut at a stated limit of rows or bytes.
  public var truncated: Bool

  /// Makes an answer.
  public init(
    columns: [TableColumn],
    rowNumbers: [Int] = [],
    values: [[CellValue]],
    truncated: Bool = false
  ) {
    self.columns = columns
    self.rowNumbers = rowNumbers
    self.values = values
    self.truncated = truncated
  }
}

/// One page of a selection of rows.
public struct RowsPage: Sendable, Equatable {
  /// The rows of the page.
  public var rows: Rows
  /// The number of rows of the whole selection, always exact.
  public var total: Int
  /// Where the next page starts; `nil` on the last page.
  public var next: PageCursor?

  /// Makes a page.
  public init(rows: Rows, total: Int, next: PageCursor?) {
    self.rows = rows
    self.total = total
    self.next = next
  }
}

/// A place between two rows of a selection, from which paging goes on whatever its depth.
///
/// Opaque to clients: the row number alone when nothing is sorted, else also the values sorted by.
public struct PageCursor: RawRepresentable, Sendable, Hashable {
  /// The text to give back as `after`.
  public let rawValue: String

  /// Takes a cursor from a request; it is checked when it is used.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A value of a column with the number of rows that have it.
public struct FacetValue: Sendable, Hashable {
  /// The value; `.null` counts the rows without one.
  public var value: CellValue
  /// The number of rows.
  public var count: Int

  /// Counts a value.
  public init(value: CellValue, count: Int) {
    self.value = value
    self.count = count
  }
}
