import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import API

@Suite(
  "Hostile names and values",
  .enabled(if: TestTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct InjectionTests {
  private let base = "/datasets/hostile/"

  @Test("Columns of any name are filtered, sorted, chosen and grouped", arguments: Valley.hostileNames)
  func names(name: String) async throws {
    let valley = try await Valley.shared()
    let column = try #require(Valley.hostileNames.firstIndex(of: name))
    let listed = encoded(ListElement.written(name))
    for value in ["'", "\"", "%_\\", "<b>", ","] {
      let page = try await valley.json(base + "rows?\(encoded(name))__exact=\(encoded(value))")
      #expect(page["total"].integer == Valley.hostile.rows.count { $0[column] == value }, "\(name) \(value)")
      let part = try await valley.json(base + "rows?\(encoded(name))__contains=\(encoded(value))")
      #expect(
        part["total"].integer == Valley.hostile.rows.count { $0[column].contains(value) },
        "\(name) \(value)"
      )
    }
    let sorted = try await valley.json(
      base + "rows?sort=\(encoded(ListElement.written(name, isReversed: true)))&columns=\(listed)"
    )
    let values = sorted["rows"].array.compactMap { $0[name].string }
    #expect(values == values.sorted { Array($1.utf8).lexicographicallyPrecedes(Array($0.utf8)) })
    let groups = try await valley.json(base + "aggregate?group_by=\(listed)&count&distinct=\(listed)")
    #expect(groups["groups"].array.count == 6)
    let export = try await valley.ask("/api/v1" + base + "export.csv?columns=\(listed)")
    #expect(export.status == .ok && export.body.readableBytes > 10)
  }

  @Test("A column called as the row’s number leaves both readable")
  func rowNumber() async throws {
    let valley = try await Valley.shared()
    let row = try await valley.json(base + "rows?limit=1")["rows"][0]
    #expect(row["__row"] == .number(2) && row["_row"].string != nil)
    #expect(row.object.count == Valley.hostileNames.count + 1)
  }

  @Test(
    "SQL in a value is a value",
    arguments: [
      "' OR '1'='1", "'; DROP TABLE data; --", "\" OR 1=1 --", "1) UNION SELECT * FROM duckdb_settings() --",
      "\\'; --",
      "%", "_",
    ]
  )
  func values(value: String) async throws {
    let valley = try await Valley.shared()
    for op in ["exact", "in", "less", "contains"] {
      let sent = op == "in" ? "\"" + value.replacing("\"", with: "\"\"") + "\"" : value
      let response = try await valley.ask("/api/v1/datasets/arbres/rows?nom+commun__\(op)=\(encoded(sent))")
      #expect(response.status == .ok, "\(op)")
      if op != "less" { #expect(try JSON(response.body)["total"] == .number(0), "\(op) \(value)") }
    }
    #expect(try await valley.json("/datasets/arbres/rows?q=\(encoded(value))")["total"].integer ?? 0 < 41)
    #expect(try await valley.json("/datasets/arbres/rows")["total"] == .number(40))
  }

  @Test(
    "SQL in a name is no column",
    arguments: ["hauteur) FROM data; --", "1", "*", "hauteur\" DESC; --", "(SELECT 1)", "hauteur,âge"]
  )
  func injectedNames(name: String) async throws {
    let valley = try await Valley.shared()
    let written = encoded(ListElement.written(name))
    for query in [
      "rows?sort=\(written)", "rows?columns=\(written)", "rows?\(encoded(name))__exact=1",
      "aggregate?group_by=\(written)",
    ] {
      let refusal = try await valley.refusal("/datasets/arbres/" + query)
      #expect(refusal.status == 400 && refusal.problem["code"] == .string("api.column.unknown"), "\(query)")
    }
  }
}
