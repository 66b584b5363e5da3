import Catalogue
import Governance
import Hummingbird
import Lake
import Messages

extension Call {
  /// A page of rows.
  func rows() async throws -> Response {
    let open = try await openTable(.rows)
    return try await answer(dependingOn: open.identity, mediaType: MediaType.json) {
      let selection = try RowSelection(arguments, columns: open.names)
      let after = arguments.text("after").map(PageCursor.init(rawValue:))
      let limit = arguments.integer("limit") ?? Limits.standardRows
      let page = try await open.table.rows(selection, after: after, limit: limit)
      var json = JSONBytes(capacity: 64 * (page.rows.values.count + 8) * max(1, page.rows.columns.count / 4))
      json.raw("{")
      json.member("dataset", .string(open.dataset.id), isFirst: true)
      json.member("version", .integer(open.version.number))
      json.member("total", .integer(page.total))
      json.member("total_exact", true)
      json.member("limit", .integer(limit))
      json.member("columns", .columns(page.rows.columns))
      json.raw(",\"rows\":")
      RowsJSON(page.rows.columns).write(page.rows, to: &json)
      json.member("links", links(next: page.next))
      json.raw("}")
      return json.bytes
    }
  }

  /// Counts, sums and means by group.
  func aggregate() async throws -> Response {
    let open = try await openTable(.aggregate)
    return try await answer(dependingOn: open.identity, mediaType: MediaType.json) {
      let rows = try await open.table.aggregate(try AggregateRequest(arguments, columns: open.names))
      return encode(rows, of: open, named: "groups", links: ["self": here()])
    }
  }

  /// The answer of one SELECT.
  func sql() async throws -> Response {
    let open = try await openTable(.query)
    var limits = QueryLimits()
    limits.rows = arguments.integer("limit") ?? Limits.standardQueryRows
    let rows = try await open.table.query(
      sql: arguments.text("query") ?? "",
      alias: open.dataset.id,
      limits: limits
    )
    let bytes = encode(rows, of: open, named: "rows", links: ["self": here()])
    return answerUnkept(bytes, mediaType: MediaType.json)
  }

  private func encode(_ rows: Rows, of open: OpenTable, named name: StaticString, links: JSONValue) -> [UInt8]
  {
    var json = JSONBytes(capacity: 64 * (rows.values.count + 8))
    json.raw("{")
    json.member("dataset", .string(open.dataset.id), isFirst: true)
    json.member("version", .integer(open.version.number))
    json.member("truncated", .boolean(rows.truncated))
    json.member("columns", .columns(rows.columns))
    json.raw(",\"")
    json.raw(name)
    json.raw("\":")
    RowsJSON(rows.columns).write(rows, to: &json)
    json.member("links", links)
    json.raw("}")
    return json.bytes
  }

  private func links(next: PageCursor?) -> JSONValue {
    [
      "self": here(),
      "first": here(setting: [("after", nil)]),
      "next": next.map { here(setting: [("after", $0.rawValue)]) } ?? .null,
    ]
  }
}

/// The limits of answers, said in the description of the interface.
enum Limits {
  /// The most rows of a page.
  static let rows = 1...1_000
  /// The rows of a page where no number is asked for.
  static let standardRows = 20
  /// The most rows of a query.
  static let queryRows = 1...10_000
  /// The rows of a query where no number is asked for.
  static let standardQueryRows = 1_000
  /// The longest query, in characters: what an address has room for.
  static let statement = 7_000
  /// The most shapes of a map.
  static let features = 1...10_000
  /// The shapes of a map where no number is asked for.
  static let standardFeatures = 1_000
}
