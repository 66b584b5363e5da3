import Foundation
import HTTPTypes
import HummingbirdTesting
import Lake
import NIOCore
import Tabular
import Testing

@testable import API

@Suite("Rows of a dataset", .enabled(if: TestTerritory.duckDB != nil, "DuckDB’s library is not installed"))
struct RowsTests {
  @Test("A page has its rows, the exact total and the address of the next one")
  func page() async throws {
    let valley = try await Valley.shared()
    let page = try await valley.json("/datasets/arbres/rows?limit=3&columns=nom+commun,hauteur")
    #expect(page["dataset"] == .string("arbres") && page["version"] == .number(2))
    #expect(page["total"] == .number(40) && page["total_exact"] == .boolean(true))
    #expect(page["columns"].array.map { $0["name"].string } == ["nom commun", "hauteur"])
    #expect(
      page["rows"][0] == .object(["_row": .number(2), "nom commun": .string("Érable"), "hauteur": .null])
    )
    #expect(page["rows"][1]["hauteur"] == .number(3.5))
    #expect(page["links"]["next"].string?.hasPrefix("/api/v1/datasets/arbres/rows?") == true)
  }

  @Test(
    "Following the links visits each row once, in order, whatever the order and the filter",
    arguments: [
      "limit=1000", "limit=97", "limit=97&sort=num%C3%A9ro", "limit=211&sort=-groupe,num%C3%A9ro",
      "limit=100&groupe__in=g1,g2&sort=groupe", "limit=1000&q=g7",
    ]
  )
  func paging(query: String) async throws {
    let valley = try await Valley.shared()
    var address: String? = "/datasets/nombreux/rows?" + query
    var seen: [Int] = []
    var keys: [String] = []
    var total = -1
    var pages = 0
    while let here = address {
      let page = try await valley.json(here)
      total = page["total"].integer ?? -1
      seen += page["rows"].array.compactMap { $0["_row"].integer }
      keys += page["rows"].array.map { $0["groupe"].string ?? "~" }
      address = page["links"]["next"].string.map { String($0.dropFirst("/api/v1".count)) }
      pages += 1
      #expect(pages < 60)
    }
    #expect(seen.count == total && Set(seen).count == total, "\(seen.count) of \(total) in \(pages) pages")
    #expect(pages > 1 || total <= 1_000)
    if !query.contains("sort") { #expect(seen == seen.sorted()) }
    if query.contains("sort=-groupe") {
      #expect(keys.filter { $0 != "~" } == keys.filter { $0 != "~" }.sorted(by: >))
    }
  }

  @Test("An older version is read by its number, and an unknown one is refused")
  func versions() async throws {
    let valley = try await Valley.shared()
    #expect(try await valley.json("/datasets/arbres/rows?version=1")["total"] == .number(35))
    let refusal = try await valley.refusal("/datasets/arbres/rows?version=9")
    #expect(refusal.status == 404 && refusal.problem["code"] == .string("api.version.unknown"))
    #expect(try await valley.refusal("/datasets/vide/rows").problem["code"] == .string("api.dataset.empty"))
  }

  @Test("An unchanged answer is 304, and another question or version has another tag")
  func revalidation() async throws {
    let valley = try await Valley.make()
    let address = "/api/v1/datasets/arbres/rows?limit=2&sort=hauteur"
    let first = try await valley.ask(address)
    let tag = try #require(first.headers[.eTag])
    #expect(tag.hasPrefix("\"") && first.headers[.cacheControl] == "no-cache")
    let again = try await valley.ask(address, headers: [.ifNoneMatch: tag])
    #expect(again.status == .notModified && again.body.readableBytes == 0 && again.headers[.eTag] == tag)
    for other in ["limit=3&sort=hauteur", "limit=2&sort=-hauteur", "limit=2&sort=hauteur&version=1"] {
      #expect(try await valley.ask("/api/v1/datasets/arbres/rows?" + other).headers[.eTag] != tag)
    }
    try await valley.add(Valley.dataset("arbres", "Arbres du Val"), Valley.many, number: 3)
    #expect(
      try await valley.ask("/api/v1/datasets/arbres/rows?limit=2", headers: [.ifNoneMatch: tag]).status == .ok
    )
  }

  @Test(
    "A cursor that was tampered with is refused",
    arguments: ["zzz", "-1", "1;DROP", "%27", "999999999999999999999"]
  )
  func badCursor(after: String) async throws {
    let valley = try await Valley.shared()
    for sort in ["", "&sort=hauteur"] {
      let response = try await valley.ask("/api/v1/datasets/arbres/rows?after=\(after)\(sort)")
      #expect(response.status == .badRequest, "\(after)\(sort)")
    }
  }
}

@Suite(
  "Filters against naive evaluation",
  .enabled(if: TestTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct FilterTests {
  /// The values each operator is tried with, by column.
  private static let values: [(column: Int, values: [String])] = [
    (0, ["Érable", "chêne", "Tilleul, argenté", "Orme \"lisse\"", "absent", "'"]),
    (1, ["0.5", "12.5", "22.5", "-1", "100"]), (2, ["0", "5", "16"]), (3, ["2012-03-15", "2020-01-01"]),
  ]

  @Test("Each comparison keeps the rows it should", arguments: FilterOperator.allCases)
  func comparison(op: FilterOperator) async throws {
    let valley = try await Valley.shared()
    for (column, values) in Self.values {
      if column > 0, op == .contains || op == .notcontains { continue }
      let name = Valley.trees.columns[column].name
      for value in values where op != .isnull && op != .isnotnull || value == values[0] {
        let isList = op == .in || op == .notin
        let isValueless = op == .isnull || op == .isnotnull
        let sent = isValueless ? "" : isList ? Self.list([value, values[0]]) : value
        let address = "/datasets/arbres/rows?limit=1000&\(encoded(name))__\(op.rawValue)=\(encoded(sent))"
        let rows = try await valley.json(address)["rows"].array.compactMap { $0["_row"].integer }
        let expected = Valley.trees.rows.indices.filter {
          Self.keeps(
            Valley.trees.rows[$0][column],
            op,
            isList ? [value, values[0]] : [value],
            isText: column == 0
          )
        }
        #expect(rows == expected.map(TestTable.recordNumber), "\(name) \(op) \(sent)")
      }
    }
  }

  @Test("Truth values are compared too")
  func booleans() async throws {
    let valley = try await Valley.shared()
    let all = Valley.trees.rows
    for (value, written) in [("true", "oui"), ("false", "non")] {
      let page = try await valley.json("/datasets/arbres/rows?limit=100&remarquable__exact=\(value)")
      #expect(page["total"].integer == all.count { $0[4] == written })
    }
  }

  @Test("Text is searched without regard to case and accents")
  func folding() async throws {
    let valley = try await Valley.shared()
    let expected = Valley.trees.rows.count { $0[0] == "Érable" }
    for query in ["nom+commun__contains=erable", "nom+commun__contains=%C3%89RA", "q=ERABLE"] {
      #expect(
        try await valley.json("/datasets/arbres/rows?\(query)")["total"].integer == expected,
        "\(query)"
      )
    }
  }

  @Test("A value that is not of the column’s type is refused and pointed at")
  func wrongType() async throws {
    let valley = try await Valley.shared()
    for query in ["hauteur__greater=haut", "%C3%A2ge__exact=1%27", "plant%C3%A9+le__less=hier"] {
      let refusal = try await valley.refusal("/datasets/arbres/rows?" + query)
      #expect(refusal.status == 400, "\(query)")
      #expect(refusal.problem["pointer"].string?.isEmpty == false, "\(query)")
    }
  }

  private static func list(_ values: [String]) -> String {
    values.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
  }

  private static func keeps(_ cell: String, _ op: FilterOperator, _ values: [String], isText: Bool) -> Bool {
    if cell.isEmpty { return op == .isnull }
    let order = { (value: String) -> Int in compare(cell, value) }
    switch op {
    case .isnull: return false
    case .isnotnull: return true
    case .exact: return order(values[0]) == 0
    case .differs: return order(values[0]) != 0
    case .in: return values.contains { order($0) == 0 }
    case .notin: return !values.contains { order($0) == 0 }
    case .less: return order(values[0]) <= 0
    case .greater: return order(values[0]) >= 0
    case .strictlyLess: return order(values[0]) < 0
    case .strictlyGreater: return order(values[0]) > 0
    case .contains: return fold(cell).contains(fold(values[0]))
    case .notcontains: return !fold(cell).contains(fold(values[0]))
    }
  }

  /// Numbers by value; anything else by its bytes, which is the order of ISO dates too.
  private static func compare(_ left: String, _ right: String) -> Int {
    if let left = Double(left), let right = Double(right) { return left < right ? -1 : left > right ? 1 : 0 }
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    return left == right ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
  }

  private static func fold(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }
}
