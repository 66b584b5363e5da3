/// Counts, sums and means of a selection's rows, by group.
public struct AggregateRequest: Sendable, Hashable {
  /// What each group has in common; empty for one group of all rows.
  public var groupBy: [Grouping]
  /// What is computed of each group; empty for the count of rows.
  public var measures: [Measure]
  /// Conditions on the rows before they are grouped.
  public var filters: [Filter]
  /// Words that must appear in the rows.
  public var search: String?
  /// The order of the groups by the names of the answer's columns; by the groups themselves when empty.
  public var sort: [SortKey]
  /// The most groups to answer.
  public var limit: Int

  /// Asks for an aggregate.
  public init(
    groupBy: [Grouping] = [],
    measures: [Measure] = [],
    filters: [Filter] = [],
    search: String? = nil,
    sort: [SortKey] = [],
    limit: Int = 1000
  ) {
    self.groupBy = groupBy
    self.measures = measures
    self.filters = filters
    self.search = search
    self.sort = sort
    self.limit = limit
  }
}

/// A column to group by; a date by its year, month or day.
public struct Grouping: Sendable, Hashable {
  /// How finely dates are told apart.
  public enum Granularity: String, Sendable, Hashable, CaseIterable {
    case year, month, day
  }

  /// The column's name, which also names the answer's column.
  public var column: String
  /// For dates: the period that makes a group, answered by its first day.
  public var granularity: Granularity?

  /// Groups by a column.
  public init(column: String, granularity: Granularity? = nil) {
    self.column = column
    self.granularity = granularity
  }
}

/// Something computed of each group.
public struct Measure: Sendable, Hashable {
  /// How it is computed.
  ///
  /// Empty cells never count.
  public enum Function: String, Sendable, Hashable, CaseIterable {
    /// The number of rows, or of filled cells when a column is named.
    case count
    /// The sum of a numeric column.
    case sum
    /// The mean of a numeric column.
    case avg
    /// The smallest value.
    case min
    /// The largest value.
    case max
    /// The number of different values.
    case distinct
  }

  /// How it is computed.
  public var function: Function
  /// The column's name; `nil` only for `count`, which then counts rows.
  public var column: String?

  /// Asks for a measure.
  public init(_ function: Function, column: String? = nil) {
    self.function = function
    self.column = column
  }

  /// The name of the answer's column: `count`, or `montant__sum` as data.gouv.fr's tabular API names it.
  public var name: String { column.map { "\($0)__\(function.rawValue)" } ?? function.rawValue }
}
