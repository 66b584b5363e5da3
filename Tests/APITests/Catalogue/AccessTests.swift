import Acts
import Catalogue
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Register
import Testing

@testable import API

@Suite(
  "Data that is not open",
  .enabled(if: TestTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct AccessTests {
  /// Every road that leads under a dataset.
  private static let roads = [
    "", "/versions", "/versions/1", "/columns", "/rows", "/rows?version=1", "/aggregate?count",
    "/sql?query=SELECT+1",
    "/export.csv", "/export.json", "/export.jsonl", "/export.parquet", "/original", "/original?version=1",
    "/geojson",
  ]

  @Test("A restricted dataset is described, and none of its data is given", arguments: roads)
  func restricted(road: String) async throws {
    let valley = try await Valley.shared()
    for method in [HTTPRequest.Method.get, .head] {
      let response = try await valley.ask("/api/v1/datasets/reserve" + road, method: method)
      let isDescription = road.isEmpty || road.hasPrefix("/versions")
      #expect(response.status == (isDescription ? .ok : .forbidden), "\(method) \(road)")
      let text = String(buffer: response.body)
      #expect(!text.contains(Valley.secretWord))
      guard method == .get, !isDescription else { continue }
      let problem = try JSON(response.body)
      #expect(problem["code"] == .string("api.dataset.restricted"))
      #expect(problem["remedy"].string?.contains("donnees@example.fr") == true)
    }
  }

  @Test("A restricted dataset’s description holds no digest of its file and no link to its data")
  func restrictedDescription() async throws {
    let valley = try await Valley.shared()
    let dataset = try await valley.json("/datasets/reserve")
    #expect(dataset["version"]["original"]["sha256"] == .null && dataset["version"]["table"] == .null)
    for link in ["rows", "columns", "aggregate", "sql", "geojson", "original"] {
      #expect(dataset["links"][link] == .null, "\(link)")
    }
    #expect(dataset["links"]["exports"].object.values.allSatisfy { $0 == .null })
  }

  @Test(
    "Drafts, withdrawn and internal datasets are as if they were not",
    arguments: ["brouillon", "retire", "interne", "rien"]
  )
  func hidden(slug: String) async throws {
    let valley = try await Valley.shared()
    for road in Self.roads {
      let response = try await valley.ask("/api/v1/datasets/" + slug + road)
      #expect(response.status == .notFound, "\(road)")
      #expect(try JSON(response.body)["code"] == .string("api.dataset.unknown"))
    }
    #expect(try await valley.json("/datasets?q=\(slug)")["data"].array.allSatisfy { $0["id"].string != slug })
  }

  @Test("What is kept is asked for again once access is closed")
  func closing() async throws {
    let valley = try await Valley.make()
    let address = "/api/v1/datasets/arbres/rows?limit=1"
    let tag = try #require(try await valley.ask(address).headers[.eTag])
    var dataset = try #require(valley.platform.state.dataset("arbres"))
    dataset.access = .restricted
    try await valley.put([.put(dataset)])
    #expect(try await valley.ask(address, headers: [.ifNoneMatch: tag]).status == .forbidden)
    dataset.status = .withdrawn
    try await valley.put([.put(dataset)])
    #expect(try await valley.ask(address, headers: [.ifNoneMatch: tag]).status == .notFound)
  }

  @Test(
    "A slug is looked up, never put into a path",
    arguments: ["..%2F..%2Fetc%2Fpasswd", "arbres%00", "arbres'--", "%2E%2E", "arbres%2Frows", "ARBRES"]
  )
  func strangeSlugs(slug: String) async throws {
    let valley = try await Valley.shared()
    for road in ["", "/rows", "/original", "/export.csv"] {
      let status = try await valley.ask("/api/v1/datasets/" + slug + road).status.code
      #expect(status == 404 || status == 400, "\(slug)\(road)")
    }
  }
}
