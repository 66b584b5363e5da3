import HTTPTypes
import HummingbirdTesting
import Register
import Tabular
import Testing

@testable import API

@Suite(
  "The catalogue’s answers",
  .enabled(if: TestTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct CatalogueTests {
  @Test("Public datasets are listed with facets, and hidden ones leave no trace")
  func list() async throws {
    let valley = try await Valley.shared()
    let list = try await valley.json("/datasets?limit=100&sort=title")
    let ids = list["data"].array.compactMap { $0["id"].string }
    #expect(Set(ids) == ["arbres", "hostile", "nombreux", "lieux", "reserve", "vide"])
    #expect(list["total"].integer == 6)
    let access = list["facets"]["access"].array
    #expect(access.contains { $0["value"] == .string("restricted") && $0["count"] == .number(1) })
    #expect(!access.contains { $0["value"] == .string("internal") })
  }

  @Test("Pages follow one another by offset or number")
  func paging() async throws {
    let valley = try await Valley.shared()
    var address: String? = "/datasets?limit=2&sort=title"
    var ids: [String] = []
    while let here = address {
      let list = try await valley.json(here)
      ids += list["data"].array.compactMap { $0["id"].string }
      address = list["links"]["next"].string.map { String($0.dropFirst(7)) }
      #expect(ids.count <= 6)
    }
    #expect(ids.count == 6 && Set(ids).count == 6)
    let second = try await valley.json("/datasets?limit=2&sort=title&page=2")
    #expect(second["data"].array.compactMap { $0["id"].string } == Array(ids[2..<4]))
    #expect(second["links"]["prev"].string == "/api/v1/datasets?limit=2&sort=title")
    #expect(
      try await valley.refusal("/datasets?page=2&offset=3").problem["code"] == .string("api.paging.both")
    )
  }

  @Test(
    "Facets narrow, several values at once",
    arguments: [
      ("access=restricted", 1), ("access=open,restricted", 6), ("access=open&access=restricted", 6),
      ("organization=val", 6),
      ("organization=autre", 0), ("licence=lov2&format=parquet", 4), ("territory=Val+d%E2%80%99Arpent", 6),
      ("q=arbre", 1),
    ]
  )
  func facets(query: String, count: Int) async throws {
    let valley = try await Valley.shared()
    #expect(try await valley.json("/datasets?" + query)["total"].integer == count)
  }

  @Test("A dataset tells all there is to know of it")
  func dataset() async throws {
    let valley = try await Valley.shared()
    let dataset = try await valley.json("/datasets/arbres")
    #expect(
      dataset["title"] == .string("Arbres du Val")
        && dataset["organization"]["name"] == .string("Val d’Arpent")
    )
    #expect(dataset["licence"]["spdx"].string != nil && dataset["freshness"]["due"].string == "2027-02-02")
    #expect(dataset["version"]["number"] == .number(2) && dataset["columns"].array.count == 7)
    #expect(dataset["quality"]["criteria"].array.count == 10)
    #expect(dataset["links"]["exports"]["csv"] == .string("/api/v1/datasets/arbres/export.csv"))
    #expect(dataset["links"]["geojson"].string != nil)
    #expect(try await valley.json("/datasets/hostile")["title"] == .string("<script>alert(1)</script> & co"))
  }

  @Test("Versions tell what changed")
  func versions() async throws {
    let valley = try await Valley.shared()
    let list = try await valley.json("/datasets/arbres/versions")
    #expect(list["data"].array.map { $0["number"].integer } == [2, 1])
    #expect(list["data"][0]["difference"]["rows"] == .number(5) && list["data"][1]["difference"] == .null)
    #expect(try await valley.json("/datasets/arbres/versions/1")["columns"].array.count == 7)
    #expect(try await valley.refusal("/datasets/arbres/versions/3").status == 404)
    #expect(try await valley.refusal("/datasets/arbres/versions/un").status == 400)
  }

  @Test("Columns have their statistics")
  func columns() async throws {
    let valley = try await Valley.shared()
    let columns = try await valley.json("/datasets/arbres/columns")["columns"].array
    #expect(columns.map { $0["name"].string } == Valley.trees.columns.map(\.name))
    #expect(columns[1]["missing"].integer == Valley.trees.columns[1].missing)
    #expect(columns[0]["examples"].array.first == .string("Érable"))
  }

  @Test("Organisations and themes say how much they publish")
  func organizations() async throws {
    let valley = try await Valley.shared()
    let list = try await valley.json("/organizations")
    #expect(list["data"][0]["id"] == .string("val") && list["data"][0]["datasets"] == .number(6))
    #expect(try await valley.json("/organizations/val")["nature"]["id"] == .string("epci"))
    #expect(
      try await valley.refusal("/organizations/none").problem["code"] == .string("api.organization.unknown")
    )
    let themes = try await valley.json("/themes")["data"].array
    #expect(themes.reduce(0) { $0 + ($1["datasets"].integer ?? 0) } == 6)
  }

  @Test("An answer from the register is 304 until the register changes")
  func revalidation() async throws {
    let valley = try await Valley.make()
    for address in ["/api/v1/datasets?q=arbres", "/api/v1/datasets/arbres", "/api/v1/journal/head"] {
      let tag = try #require(try await valley.ask(address).headers[.eTag])
      #expect(try await valley.ask(address, headers: [.ifNoneMatch: tag]).status == .notModified)
      try await valley.put([.put(Valley.dataset("autre", "Autre \(address)"))])
      #expect(try await valley.ask(address, headers: [.ifNoneMatch: tag]).status == .ok)
    }
  }

  @Test("Any site may read, and says so to preflights")
  func crossOrigin() async throws {
    let valley = try await Valley.shared()
    let read = try await valley.ask("/api/v1/themes", headers: [.origin: "https://example.org"])
    #expect(read.headers[.accessControlAllowOrigin] == "*")
    #expect(try await valley.ask("/api/v1/themes", method: .options).status == .noContent)
    #expect(try await valley.ask("/api/v1/themes", method: .post).status == .methodNotAllowed)
    #expect(try await valley.ask("/api/v1/nothing").status == .notFound)
  }
}
