public import Tabular
public import Web

/// What a person asked of the table, as the address keeps it: words, filters, order, columns, place.
public struct TableState: Sendable, Hashable {
  /// A filter typed over a column.
  public struct ColumnFilter: Sendable, Hashable {
    /// The column.
    public let column: String
    /// What was typed.
    public let text: String
  }

  /// The words sought in every text column.
  public var search: String?
  /// The filters, in the order of the address.
  public var filters: [ColumnFilter]
  /// The column that sorts the rows.
  public var sort: String?
  /// Whether the largest come first.
  public var isDescending: Bool
  /// The columns shown; empty for the first ones.
  public var columns: [String]
  /// The cursors passed through, from the first page to this one; empty on the first page.
  public var trail: [String]
  /// The rank of the first row shown, from 1.
  public var rank: Int

  /// How many rows a page of the table shows.
  public static let pageSize = 20
  /// How many columns show when none is chosen.
  public static let columnsShown = 12
  /// How many cursors the address keeps to go back.
  private static let longestTrail = 40

  /// Reads the state from an address; columns that do not exist are left out.
  public init(_ query: Query, columns known: Set<String>) {
    search = query["cherche"].map { String($0.prefix(200)) }
    filters = query.parameters.compactMap { parameter in
      guard parameter.name.hasPrefix("f.") else { return nil }
      let column = String(parameter.name.dropFirst(2))
      return known.contains(column)
        ? ColumnFilter(column: column, text: String(parameter.value.prefix(200))) : nil
    }
    let order = query["ordre"]
    sort = order.map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 }.flatMap {
      known.contains($0) ? $0 : nil
    }
    isDescending = sort != nil && order?.hasPrefix("-") == true
    columns = query.all("col").filter { known.contains($0) }
    trail = Array(query.all("apres").prefix(Self.longestTrail))
    rank = trail.isEmpty ? 1 : max(1, query.integer("rang") ?? 1)
  }

  /// Whether some rows are left out.
  public var isFiltered: Bool { search != nil || !filters.isEmpty }

  /// The cursor after which the page begins.
  public var cursor: String? { trail.last }

  /// The names of the parameters this state owns in an address.
  static func owns(_ name: String) -> Bool {
    name.hasPrefix("f.") || ["cherche", "ordre", "col", "apres", "rang"].contains(name)
  }

  /// The text typed over a column.
  func text(_ column: String) -> String? { filters.first { $0.column == column }?.text }

  /// The address's parameters without the place in the pages.
  static func fromStart(_ query: Query) -> Query { query.removing("apres", "rang") }

  /// The parameters of the next page.
  func next(_ query: Query, cursor: String, shown: Int) -> Query {
    (trail + [cursor]).suffix(Self.longestTrail).reduce(Self.fromStart(query)) { $0.adding("apres", $1) }
      .setting("rang", "\(rank + shown)")
  }

  /// The parameters of the page before; `nil` on the first one.
  func previous(_ query: Query) -> Query? {
    guard !trail.isEmpty else { return nil }
    let earlier = trail.dropLast()
    guard !earlier.isEmpty else { return Self.fromStart(query) }
    return earlier.reduce(Self.fromStart(query)) { $0.adding("apres", $1) }
      .setting("rang", "\(max(1, rank - Self.pageSize))")
  }

  /// The parameters that sort by a column: the other way round if it already sorts.
  func sorting(_ query: Query, by column: String) -> Query {
    let isAscending = sort == column && !isDescending
    let isDescending = sort == column && self.isDescending
    return Self.fromStart(query).setting("ordre", isDescending ? nil : isAscending ? "-" + column : column)
  }

  /// The tests that the filters mean, each with its column.
  public func tests(types: [String: ColumnType]) -> [(column: String, test: FilterExpression.Test)] {
    filters.flatMap { filter in
      let expression = FilterExpression(filter.text, type: types[filter.column] ?? .text)
      return (expression?.tests ?? []).map { (column: filter.column, test: $0) }
    }
  }

  /// The choice of rows as the programming interface takes it.
  public func selectionQuery(types: [String: ColumnType]) -> Query {
    var query = Query()
    for (column, test) in tests(types: types) {
      query = query.adding("\(column)__\(test.operation)", test.value.isEmpty ? "true" : test.value)
    }
    return search.map { query.adding("q", $0) } ?? query
  }

  /// The same question to the programming interface, order and columns included.
  public func interfaceQuery(types: [String: ColumnType]) -> Query {
    var query = selectionQuery(types: types)
    if let sort { query = query.adding("sort", (isDescending ? "-" : "") + sort) }
    if !columns.isEmpty { query = query.adding("columns", columns.map(Self.quoted).joined(separator: ",")) }
    return query
  }

  /// A name for a list of names: between double quotes where it holds a comma.
  private static func quoted(_ name: String) -> String {
    name.contains(where: { $0 == "," || $0 == "\"" })
      ? "\"" + name.replacing("\"", with: "\"\"") + "\"" : name
  }
}
