import HTTPTypes
import HummingbirdTesting
import Testing

@testable import API

@Suite("Figures of a dataset", .enabled(if: TestTerritory.duckDB != nil, "DuckDB’s library is not installed"))
struct AggregateTests {
  @Test("Groups have the counts, sums, means and extremes of their rows")
  func groups() async throws {
    let valley = try await Valley.shared()
    let address =
      "/datasets/arbres/aggregate?group_by=nom+commun&count&sum=hauteur&avg=hauteur&min=hauteur&max=hauteur"
    let answer = try await valley.json(address)
    #expect(answer["truncated"] == .boolean(false))
    let names = Set(Valley.trees.rows.map { $0[0] })
    #expect(answer["groups"].array.count == names.count)
    for group in answer["groups"].array {
      let rows = Valley.trees.rows.filter { $0[0] == group["nom commun"].string ?? "" }
      let heights = rows.compactMap { Double($0[1]) }
      #expect(group["count"].integer == rows.count)
      #expect(abs((group["hauteur__sum"].number ?? 0) - heights.reduce(0, +)) < 1e-9)
      #expect(abs((group["hauteur__avg"].number ?? 0) - heights.reduce(0, +) / Double(heights.count)) < 1e-9)
      #expect(group["hauteur__min"].number == heights.min())
      #expect(group["hauteur__max"].number == heights.max())
    }
  }

  @Test("Dates are grouped by period, sorted as asked")
  func periods() async throws {
    let valley = try await Valley.shared()
    let answer = try await valley.json(
      "/datasets/arbres/aggregate?group_by=plant%C3%A9+le:year&count&plant%C3%A9+le__isnotnull&sort=-count&limit=3"
    )
    let counts = answer["groups"].array.compactMap { $0["count"].integer }
    #expect(counts.count == 3 && counts == counts.sorted(by: >))
    #expect(answer["groups"][0]["planté le"].string?.hasSuffix("-01-01") == true)
  }

  @Test("Filters and words narrow what is counted")
  func filtered() async throws {
    let valley = try await Valley.shared()
    let answer = try await valley.json("/datasets/arbres/aggregate?count&hauteur__greater=10&q=chene")
    let expected = Valley.trees.rows.count { ($0[0] == "chêne") && (Double($0[1]) ?? 0) >= 10 }
    #expect(answer["groups"].array.count == 1 && answer["groups"][0]["count"].integer == expected)
  }
}

@Suite("SQL on a dataset", .enabled(if: TestTerritory.duckDB != nil, "DuckDB’s library is not installed"))
struct QueryTests {
  private func sql(_ query: String) -> String { "/datasets/arbres/sql?query=" + encoded(query) }

  @Test("One SELECT is answered, by the name of the table or of the dataset")
  func select() async throws {
    let valley = try await Valley.shared()
    for table in ["data", "arbres"] {
      let answer = try await valley.json(sql("SELECT count(*) AS n, max(hauteur) AS h FROM \(table)"))
      #expect(answer["rows"][0]["n"].integer == 40)
      #expect(answer["columns"].array.map { $0["name"].string } == ["n", "h"])
    }
  }

  @Test("Columns of one name are told apart, and a cut answer says so")
  func shapes() async throws {
    let valley = try await Valley.shared()
    let answer = try await valley.json(sql("SELECT 1 AS a, 2 AS a, 3 AS a_2"))
    #expect(answer["rows"][0].object.count == 3)
    let cut = try await valley.json(sql("SELECT * FROM range(100)") + "&limit=10")
    #expect(cut["rows"].array.count == 10 && cut["truncated"] == .boolean(true))
  }

  @Test(
    "Anything but a SELECT on this table is refused",
    arguments: [
      "DROP TABLE data", "SELECT 1; SELECT 2", "SELECT * FROM read_csv('/etc/passwd')",
      "SELECT * FROM nombreux",
      "ATTACH '/tmp/x.db'", "COPY data TO '/tmp/x'", "SET threads=64", "INSTALL httpfs",
      "SELECT getenv('HOME')",
      "SELECT * FROM '/etc/passwd'", "PRAGMA database_list", "SELEC", "",
    ]
  )
  func refused(query: String) async throws {
    let valley = try await Valley.shared()
    let response = try await valley.ask("/api/v1" + sql(query))
    #expect((400..<500).contains(response.status.code), "\(query): \(response.status)")
  }
}
