import Lake
import Messages
import Tabular

/// Reads from a request which rows it wants of a table.
extension RowSelection {
  /// Refuses a column or a comparison that does not exist.
  init(_ arguments: Arguments, columns names: ColumnNames) throws {
    self.init(filters: try Filter.read(arguments, columns: names), search: arguments.text("q"))
    sort = try SortKey.read(arguments.list("sort")) { _ = try names.column($0, in: "sort") }
    let wanted = arguments.list("columns")
    if !wanted.isEmpty { columns = try names.names(wanted, in: "columns") }
  }
}

extension SortKey {
  /// Reads an order; each name is checked and given once.
  static func read(_ elements: [ListElement], check: (String) throws -> Void) throws -> [SortKey] {
    var seen: Set<String> = []
    return try elements.map { element in
      try check(element.text)
      guard seen.insert(element.text).inserted else { throw RequestFailure.repeatedSort(element.text) }
      return SortKey(column: element.text, descending: element.isReversed)
    }
  }
}

extension Filter {
  /// Reads the conditions on columns.
  static func read(_ arguments: Arguments, columns names: ColumnNames) throws -> [Filter] {
    try arguments.filters.map { raw in
      guard let comparison = FilterOperator(rawValue: raw.comparison) else {
        throw RequestFailure.unknownComparison(raw)
      }
      let column = try names.column(raw.column, in: raw.parameter)
      if comparison == .isnull || comparison == .isnotnull {
        guard ["", "true", "1"].contains(raw.value) else { throw RequestFailure.emptinessValue(raw) }
        return Filter(column: column.name, op: comparison)
      }
      return Filter(column: column.name, op: comparison, value: raw.value)
    }
  }
}

extension RequestFailure {
  static func repeatedSort(_ column: String) -> Failure {
    Failure(
      "api.sort.repeated",
      .invalid,
      fr: "L’ordre nomme deux fois « \(shortened(column)) ».",
      en: "The order names “\(shortened(column))” twice.",
      pointer: "sort"
    )
  }

  static func unknownComparison(_ filter: Arguments.RawFilter) -> Failure {
    let known = FilterOperator.allCases.map(\.rawValue)
    let nearest = NearestName.of(filter.comparison, among: known)
    let list = known.joined(separator: ", ")
    return Failure(
      "api.filter.comparison",
      .invalid,
      fr: "« \(shortened(filter.comparison)) » n’est pas une comparaison.",
      en: "“\(shortened(filter.comparison))” is not a comparison.",
      remedy: Bilingual(
        fr: (nearest.map { "Vouliez-vous dire « \($0) » ? " } ?? "") + "Comparaisons : \(list).",
        en: (nearest.map { "Did you mean “\($0)”? " } ?? "") + "Comparisons: \(list)."
      ),
      pointer: shortened(filter.parameter)
    )
  }

  static func emptinessValue(_ filter: Arguments.RawFilter) -> Failure {
    let opposite = filter.comparison == "isnull" ? "isnotnull" : "isnull"
    return Failure(
      "api.filter.emptiness",
      .invalid,
      fr: "« \(filter.comparison) » ne prend pas de valeur.",
      en: "“\(filter.comparison)” takes no value.",
      remedy: Bilingual(
        fr: "Pour le contraire, écrivez « \(shortened(filter.column))__\(opposite) ».",
        en: "For the opposite, write “\(shortened(filter.column))__\(opposite)”."
      ),
      pointer: shortened(filter.parameter)
    )
  }
}
