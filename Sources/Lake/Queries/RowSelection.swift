/// Which rows of a table, in which order, with which columns.
public struct RowSelection: Sendable, Hashable {
  /// Conditions that must all hold.
  public var filters: [Filter]
  /// Words that must each appear in some cell of the row, without regard to case or accents.
  public var search: String?
  /// The order; ties and no order at all follow the source file.
  public var sort: [SortKey]
  /// The columns wanted, in the order wanted; `nil` for all.
  public var columns: [String]?

  /// Selects rows.
  public init(
    filters: [Filter] = [],
    search: String? = nil,
    sort: [SortKey] = [],
    columns: [String]? = nil
  ) {
    self.filters = filters
    self.search = search
    self.sort = sort
    self.columns = columns
  }

  /// Whether the selection holds every row of the table.
  public var isWhole: Bool { filters.isEmpty && searchWords.isEmpty }

  /// The words of the search.
  var searchWords: [String] { (search ?? "").split(whereSeparator: \.isWhitespace).map(String.init) }
}

/// A column to sort by.
///
/// Empty cells come last in both directions.
public struct SortKey: Sendable, Hashable {
  /// The column's name.
  public var column: String
  /// From the largest to the smallest.
  public var descending: Bool

  /// Names a column and a direction.
  public init(column: String, descending: Bool = false) {
    self.column = column
    self.descending = descending
  }
}

/// One condition on one column.
///
/// A filter other than `isnull` never keeps an empty cell.
public struct Filter: Sendable, Hashable {
  /// The column's name.
  public var column: String
  /// The comparison.
  public var op: FilterOperator
  /// The value as the request writes it; read as the column's type.
  ///
  /// Ignored by `isnull` and `isnotnull`.
  public var value: String

  /// Makes a condition.
  public init(column: String, op: FilterOperator, value: String = "") {
    self.column = column
    self.op = op
    self.value = value
  }
}

/// The comparisons of data.gouv.fr's tabular API, by the names it gives them.
public enum FilterOperator: String, Sendable, Hashable, CaseIterable {
  /// Equal to the value.
  case exact
  /// Not equal to the value.
  case differs
  /// The cell is empty.
  case isnull
  /// The cell is not empty.
  case isnotnull
  /// Contains the text, without regard to case or accents.
  case contains
  /// Does not contain the text.
  case notcontains
  /// Equal to one of the values, separated by commas; a value may be put in double quotes.
  case `in`
  /// Equal to none of the values.
  case notin
  /// Less than the value or equal to it.
  case less
  /// Greater than the value or equal to it.
  case greater
  /// Less than the value.
  case strictlyLess = "strictly_less"
  /// Greater than the value.
  case strictlyGreater = "strictly_greater"
}
