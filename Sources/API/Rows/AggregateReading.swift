import Lake
import Messages
import Tabular

/// Reads from a request which figures it wants of a table.
extension AggregateRequest {
  /// Refuses a column that does not exist or cannot be computed so.
  init(_ arguments: Arguments, columns names: ColumnNames) throws {
    self.init(
      groupBy: try Grouping.read(arguments.list("group_by"), columns: names),
      measures: try Measure.read(arguments, columns: names),
      filters: try Filter.read(arguments, columns: names),
      search: arguments.text("q"),
      limit: arguments.integer("limit") ?? 100
    )
    let answered = groupBy.map(\.column) + (measures.isEmpty ? ["count"] : measures.map(\.name))
    if let clash = answered.firstIndex(where: { name in answered.count { $0 == name } > 1 }) {
      throw RequestFailure.clashingNames(answered[clash])
    }
    sort = try SortKey.read(arguments.list("sort")) { name in
      guard answered.contains(name) else { throw RequestFailure.unknownSort(name, known: answered) }
    }
  }
}

extension Grouping {
  /// Reads `column` or `column:month`; a column that is named so as a whole comes first.
  static func read(_ elements: [ListElement], columns names: ColumnNames) throws -> [Grouping] {
    try elements.map { element in
      if names[element.text] != nil { return Grouping(column: element.text) }
      guard let colon = element.text.lastIndex(of: ":") else {
        return Grouping(column: try names.column(element.text, in: "group_by").name)
      }
      let column = try names.column(String(element.text[..<colon]), in: "group_by")
      let word = String(element.text[element.text.index(after: colon)...])
      guard let granularity = Granularity(rawValue: word) else {
        throw RequestFailure.notChoice("group_by", word, Granularity.allCases.map(\.rawValue))
      }
      guard column.type == .date || column.type == .datetime else {
        throw RequestFailure.notDate(column.name)
      }
      return Grouping(column: column.name, granularity: granularity)
    }
  }
}

extension Measure {
  /// Reads `count`, `count=a`, `sum=a,b`…, in the order of the functions.
  static func read(_ arguments: Arguments, columns names: ColumnNames) throws -> [Measure] {
    try Function.allCases.flatMap { function -> [Measure] in
      let parameter = function.rawValue
      guard arguments.isGiven(parameter) else { return [] }
      let given = arguments.list(parameter)
      guard !given.isEmpty else { throw RequestFailure.missing(parameter) }
      let elements = given.filter { function != .count || $0 != .everything }
      let whole = elements.count < given.count ? [Measure(.count)] : []
      return try whole
        + names.names(elements, in: parameter).map { name in
          if function == .sum || function == .avg, let column = names[name], !column.isNumeric {
            throw RequestFailure.notNumeric(column, parameter)
          }
          return Measure(function, column: name)
        }
    }
  }
}

extension TableColumn {
  /// Whether sums and means make sense.
  var isNumeric: Bool { type == .integer || type == .number || type == .year }
}

extension RequestFailure {
  static func unknownSort(_ name: String, known: [String]) -> Failure {
    let nearest = NearestName.of(name, among: known)
    let list = known.map(shortened).joined(separator: ", ")
    return Failure(
      "api.sort.unknown",
      .invalid,
      fr: "La réponse n’a pas de colonne « \(shortened(name)) » à trier.",
      en: "The answer has no column “\(shortened(name))” to sort by.",
      remedy: Bilingual(
        fr: (nearest.map { "Vouliez-vous dire « \($0) » ? " } ?? "") + "Colonnes de la réponse : \(list).",
        en: (nearest.map { "Did you mean “\($0)”? " } ?? "") + "Columns of the answer: \(list)."
      ),
      pointer: "sort"
    )
  }

  static func clashingNames(_ name: String) -> Failure {
    Failure(
      "api.aggregate.names",
      .invalid,
      fr: "Deux colonnes de la réponse s’appelleraient « \(shortened(name)) ».",
      en: "Two columns of the answer would be called “\(shortened(name))”.",
      remedy: Bilingual(
        fr: "Demandez-les en deux fois, ou comptez une colonne nommée : « count=colonne ».",
        en: "Ask for them in two requests, or count a named column: “count=column”."
      ),
      pointer: "group_by"
    )
  }

  static func notDate(_ column: String) -> Failure {
    Failure(
      "api.aggregate.granularity",
      .invalid,
      fr: "La colonne « \(shortened(column)) » ne contient pas de dates à regrouper par période.",
      en: "The column “\(shortened(column))” holds no dates to group by period.",
      pointer: "group_by"
    )
  }

  static func notNumeric(_ column: TableColumn, _ parameter: String) -> Failure {
    Failure(
      "api.aggregate.not-numeric",
      .invalid,
      fr: "La colonne « \(shortened(column.name)) » ne contient pas de nombres à additionner.",
      en: "The column “\(shortened(column.name))” holds no numbers to add up.",
      remedy: Bilingual(
        fr: "Comptez ses valeurs avec « count » ou « distinct ».",
        en: "Count its values with “count” or “distinct”."
      ),
      pointer: parameter
    )
  }
}
