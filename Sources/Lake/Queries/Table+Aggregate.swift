import Messages
import Tabular

extension Table {
  /// The most groups of one answer.
  public static let groupLimit = 100_000

  /// Counts, sums and means by group.
  ///
  /// `truncated` says that there are more groups than asked for.
  ///
  /// - Throws: `Failure` pointing at the parameter that cannot be used.
  public func aggregate(_ request: AggregateRequest) async throws -> Rows {
    try await context.answers.rows(digest, .aggregate(request)) {
      let plan = try AggregatePlan(request, of: self)
      var values = try await context.engine.run {
        try $0.rows(plan.statement.text, plan.statement.parameters)
      }
      let truncated = values.count > request.limit
      if truncated { values.removeLast(values.count - request.limit) }
      return Rows(columns: plan.columns, values: values, truncated: truncated)
    }
  }

  /// The most frequent values of a column in a selection, most frequent first.
  ///
  /// - Parameters:
  ///   - column: the column's name.
  ///   - selection: the rows to count.
  ///   - limit: the most values, at most 1,000.
  /// - Returns: the values with their counts.
  /// - Throws: `Failure` pointing at the parameter that cannot be used.
  public func facet(
    _ column: String,
    in selection: RowSelection = RowSelection(),
    limit: Int
  ) async throws -> [FacetValue] {
    let (filters, words) = (selection.filters, selection.searchWords)
    let limit = min(max(1, limit), 1000)
    return try await context.answers.facet(digest, .facet(column, filters, words, limit)) {
      let name = expression(try index(of: column, pointer: "column"))
      let condition = SQLFragment.whereAll(try conditions(filters, searchWords: words))
      let counted = "SELECT \(name), count(*) AS n FROM \(from)\(condition.text)"
      let sql = "\(counted) GROUP BY 1 ORDER BY n DESC, 1 LIMIT \(limit)"
      let answer = try await context.engine.run { try $0.rows(sql, condition.parameters) }
      return answer.compactMap { row in
        guard case .integer(let count) = row[1] else { return nil }
        return FacetValue(value: row[0], count: Int(count))
      }
    }
  }
}

/// An aggregate as a statement, with the columns of its answer.
struct AggregatePlan {
  private(set) var statement = SQLFragment("")
  private(set) var columns: [TableColumn] = []
  private var selected: [String] = []
  private var order: [String] = []

  init(_ request: AggregateRequest, of table: Table) throws {
    guard (1...Table.groupLimit).contains(request.limit) else { throw Self.badLimit }
    guard request.groupBy.count <= 20, request.measures.count <= 50 else { throw Self.tooMany }
    for grouping in request.groupBy { try add(grouping, of: table) }
    for measure in request.measures.isEmpty ? [Measure(.count)] : request.measures {
      try add(measure, of: table)
    }
    for key in request.sort { try sort(by: key) }
    for index in request.groupBy.indices { addOrder(index, descending: false) }
    let searchWords = RowSelection(search: request.search).searchWords
    let condition = SQLFragment.whereAll(try table.conditions(request.filters, searchWords: searchWords))
    let groups = request.groupBy.indices.map { String($0 + 1) }.joined(separator: ", ")
    statement = SQLFragment(
      "SELECT \(selected.joined(separator: ", ")) FROM \(table.from)\(condition.text)"
        + (groups.isEmpty ? "" : " GROUP BY \(groups)")
        + (order.isEmpty ? "" : " ORDER BY \(order.joined(separator: ", "))") + " LIMIT \(request.limit + 1)",
      condition.parameters
    )
  }

  private mutating func add(_ grouping: Grouping, of table: Table) throws {
    let index = try table.index(of: grouping.column, pointer: "group_by")
    let column = table.manifest.columns[index]
    var name = table.expression(index)
    var type = column.type
    if let granularity = grouping.granularity {
      guard [.date, .datetime].contains(StorageKind(type)) else { throw Self.notDate(grouping.column) }
      name = "CAST(date_trunc('\(granularity.rawValue)', \(name)) AS DATE)"
      type = .date
    }
    append(name, TableColumn(name: column.name, type: type, format: column.format))
  }

  private mutating func add(_ measure: Measure, of table: Table) throws {
    guard let name = measure.column else {
      guard measure.function == .count else { throw Self.notNumeric(measure.name) }
      return append("count(*)", TableColumn(name: measure.name, type: .integer))
    }
    let index = try table.index(of: name, pointer: measure.name)
    let column = table.manifest.columns[index]
    let expression = table.expression(index)
    let kind = StorageKind(column.type)
    switch measure.function {
    case .count: append("count(\(expression))", TableColumn(name: measure.name, type: .integer))
    case .distinct: append("count(DISTINCT \(expression))", TableColumn(name: measure.name, type: .integer))
    case .min, .max:
      append(
        "\(measure.function.rawValue)(\(expression))",
        TableColumn(name: measure.name, type: column.type, format: column.format)
      )
    case .sum, .avg:
      guard kind.isNumeric else { throw Self.notNumeric(measure.name) }
      // Doubles are added with compensation, so that cents stay cents over a million rows.
      let exact = kind == .integer ? measure.function.rawValue : measure.function == .sum ? "fsum" : "favg"
      let type: ColumnType = measure.function == .avg || kind == .number ? .number : .integer
      append("\(exact)(\(expression))", TableColumn(name: measure.name, type: type))
    }
  }

  private mutating func append(_ expression: String, _ column: TableColumn) {
    selected.append("\(expression) AS c\(columns.count)")
    columns.append(column)
  }

  private mutating func sort(by key: SortKey) throws {
    guard let index = columns.firstIndex(where: { $0.name == key.column }) else {
      throw Failure(
        "lake.sort.unknown",
        .invalid,
        fr: "La réponse n’a pas de colonne « \(key.column.prefix(100)) » sur laquelle trier.",
        en: "The answer has no column “\(key.column.prefix(100))” to sort by.",
        pointer: "sort"
      )
    }
    addOrder(index, descending: key.descending)
  }

  private mutating func addOrder(_ index: Int, descending: Bool) {
    let direction = "\(descending ? "DESC" : "ASC") NULLS LAST"
    if StorageKind(columns[index].type) == .text {
      order.append("\(SQLFragment.folded("c\(index)")) \(direction)")
    }
    order.append("c\(index) \(direction)")
  }

  private static func notDate(_ column: String) -> Failure {
    Failure(
      "lake.group.date",
      .invalid,
      fr: "La colonne « \(column) » ne contient pas de dates : elle ne se regroupe pas par période.",
      en: "The column “\(column)” holds no dates: it cannot be grouped by period.",
      pointer: "group_by"
    )
  }

  private static func notNumeric(_ name: String) -> Failure {
    Failure(
      "lake.measure.number",
      .invalid,
      fr: "« \(name) » demande une colonne de nombres.",
      en: "“\(name)” needs a column of numbers.",
      pointer: name
    )
  }

  private static let badLimit = Failure(
    "lake.limit.invalid",
    .invalid,
    fr: "Une réponse compte de 1 à \(Table.groupLimit) groupes.",
    en: "An answer has from 1 to \(Table.groupLimit) groups.",
    pointer: "limit"
  )

  private static let tooMany = Failure(
    "lake.aggregate.count",
    .tooLarge,
    fr: "La demande a plus de 20 regroupements ou de 50 calculs.",
    en: "The request has more than 20 groupings or 50 measures.",
    pointer: "group_by"
  )
}
