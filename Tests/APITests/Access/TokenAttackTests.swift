import Acts
import Catalogue
import Foundation
import Governance
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Register
import Testing

@testable import API

@Suite(
  "Tokens that try to reach further than they may",
  .enabled(if: TestTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct TokenAttackTests {
  private static let roads = [
    "/columns", "/rows", "/aggregate?count", "/sql?query=SELECT+*+FROM+data", "/export.csv", "/export.json",
    "/export.parquet", "/original", "/geojson",
  ]

  private static func stranger(_ valley: TestTerritory) async throws -> String {
    try await valley.add(Organization(id: "ailleurs", name: "Ailleurs", nature: .commune))
    return try await key(valley, [.read, .deposit, .publish], organization: "ailleurs")
  }

  @Test("SQL asked with a token sees the table of the path and nothing else")
  func sql() async throws {
    let valley = try await Valley.make()
    // It may read everything of its organisation: each dataset by its own address, and only so.
    let header = try await key(valley, [.read], organization: "val")
    let names = FileManager.default.enumerator(atPath: valley.folder.path)?.compactMap { $0 as? String } ?? []
    let tables = names.filter { $0.contains("lake/") }.map { valley.folder.path + "/" + $0 }
    try #require(!tables.isEmpty)
    let queries =
      [
        "SELECT * FROM reserve", "SELECT * FROM interne", "SELECT * FROM main.reserve",
        "SELECT 1 UNION ALL SELECT count(*) FROM interne", "SELECT * FROM data, interne",
        "SELECT (SELECT count(*) FROM reserve) FROM data",
        "WITH x AS (SELECT * FROM interne) SELECT * FROM x",
        "SELECT * FROM read_csv('/etc/passwd')", "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'", "SELECT * FROM glob('/**')", "SELECT getenv('HOME')",
        "SELECT * FROM duckdb_tables()", "SELECT * FROM information_schema.tables",
        "COPY data TO '/tmp/arpent-x'", "ATTACH '/tmp/arpent-x' AS x", "SELECT 1; SELECT 2",
      ]
      + tables.prefix(12).flatMap { path in
        ["parquet_scan", "read_parquet", "read_csv", "read_blob"].map { "SELECT * FROM \($0)('\(path)')" }
      }
    for query in queries {
      let answer = try await valley.send(.get, "/datasets/arbres/sql?query=" + encoded(query), header)
      #expect((400..<500).contains(answer.status.code), "\(query): \(answer.status)")
      #expect(!String(buffer: answer.body).contains(Valley.secretWord), "\(query)")
    }
  }

  @Test("Words of cells, hidden titles and their counts are found by no search, facet or sum")
  func search() async throws {
    let valley = try await Valley.make()
    let header = try await Self.stranger(valley)
    let open = try JSON(try await valley.send(.get, "/datasets?limit=1", nil).body)
    for (asked, scope) in [(nil, ""), (header, ""), (header, "&scope=all")] as [(String?, String)] {
      for word in [Valley.secretWord, "bénéficiaire", "interne", "brouillon", "retiré"] {
        let answer = try await valley.send(.get, "/datasets?q=\(encoded(word))\(scope)", asked)
        #expect(answer.status == .ok)
        let found = try JSON(answer.body)["data"].array.compactMap { $0["id"].string }
        #expect(Set(found).isDisjoint(with: ["interne", "brouillon", "retire"]), "\(word) \(scope)")
        #expect(!String(buffer: answer.body).contains("Tableau interne"))
      }
      let secret = try await valley.send(.get, "/datasets?q=\(Valley.secretWord)\(scope)", asked)
      #expect(try JSON(secret.body)["total"].integer == 0)
      let list = try JSON(try await valley.send(.get, "/datasets?limit=1\(scope)", asked).body)
      #expect(list["total"].integer == open["total"].integer, "\(scope)")
      #expect(list["facets"].object == open["facets"].object, "\(scope)")
    }
    for address in ["/organizations", "/organizations/val", "/themes"] {
      let mine = try await valley.send(.get, address, header)
      #expect(!String(buffer: mine.body).contains("nterne"), "\(address)")
    }
  }

  @Test("HEAD, ranges and copies already held tell a stranger’s token no more than GET")
  func roundabout() async throws {
    let valley = try await Valley.make()
    let header = try await Self.stranger(valley)
    let variants: [HTTPFields] = [
      [:], [.range: "bytes=0-3"], [.range: "bytes=-5", .ifRange: "\"x\""], [.ifNoneMatch: "*"],
      [.ifMatch: "*"], [.ifModifiedSince: "Sun, 01 Mar 2026 12:00:00 GMT"],
    ]
    for road in Self.roads {
      for headers in variants {
        for (slug, status) in [("reserve", HTTPResponse.Status.forbidden), ("interne", .notFound)] {
          for (method, asked) in [(HTTPRequest.Method.get, header), (.head, header), (.head, nil)] {
            let answer = try await valley.send(method, "/datasets/\(slug)\(road)", asked, headers: headers)
            #expect(answer.status == status, "\(method) \(slug)\(road) \(headers) \(answer.status)")
            #expect(answer.headers[.eTag] == nil && answer.headers[.contentRange] == nil, "\(road)")
            #expect(!String(buffer: answer.body).contains(Valley.secretWord), "\(road)")
          }
        }
      }
    }
    #expect(valley.platform.state.snapshot.records(AccessUse.self).isEmpty)
  }

  @Test("A part of a restricted original is given to who may read it, noted, and kept by nobody")
  func ranges() async throws {
    let valley = try await Valley.make()
    let header = try await key(valley, [.read], organization: "val", datasets: ["reserve"])
    let answer = try await valley.send(
      .get,
      "/datasets/reserve/original",
      header,
      headers: [.range: "bytes=0-3"]
    )
    #expect(answer.status == .partialContent && answer.body.readableBytes == 4, "\(answer.status)")
    #expect(answer.headers[.cacheControl] == "private, no-store")
    #expect(valley.platform.state.snapshot.records(AccessUse.self).count == 1)
    #expect(try await valley.send(.get, "/datasets/interne/original", header).status == .notFound)
  }

  @Test("A page kept while the data was open is not confirmed once it is restricted")
  func closing() async throws {
    let valley = try await Valley.make()
    let stranger = try await Self.stranger(valley)
    let reader = try await key(valley, [.read], organization: "val")
    var copies: [String: HTTPFields] = [:]
    for road in Self.roads {
      let before = try await valley.send(.get, "/datasets/arbres" + road, nil)
      #expect(before.status == .ok, "\(road)")
      guard let tag = before.headers[.eTag] else { continue }
      copies[road] = [.ifNoneMatch: tag]
      let again = try await valley.send(.get, "/datasets/arbres" + road, nil, headers: [.ifNoneMatch: tag])
      #expect(again.status == .notModified, "\(road)")
    }
    #expect(copies.count >= 6)
    var dataset = try #require(valley.platform.state.dataset("arbres"))
    dataset.access = .restricted
    try await valley.put([.put(dataset)])
    for road in Self.roads {
      let address = "/datasets/arbres" + road
      let copy = copies[road] ?? [:]
      for (method, asked) in [(HTTPRequest.Method.get, nil), (.head, nil), (.get, stranger)] {
        let answer = try await valley.send(method, address, asked, headers: copy)
        #expect(answer.status == .forbidden, "\(method) \(road)")
      }
      let mine = try await valley.send(.get, address, reader, headers: copy)
      #expect(mine.status == .ok && mine.headers[.cacheControl] == "private, no-store", "\(road)")
    }
    #expect(valley.platform.state.snapshot.records(AccessUse.self).count == Self.roads.count)
  }
}
