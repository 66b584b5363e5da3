import Acts
import Catalogue
import Foundation
import Governance
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Register
import Testing
import Web

@testable import API

@Suite(
  "Machines with a token",
  .enabled(if: TestTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct TokenTests {
  private static let roads = [
    "/columns", "/rows", "/aggregate?count", "/sql?query=SELECT+*+FROM+data", "/export.csv", "/export.json",
    "/export.parquet", "/original",
  ]

  @Test("A token that opens nothing is refused on every operation, never taken for a visitor’s request")
  func badKeys() async throws {
    let valley = try await Valley.make()
    let owner = try #require(valley.platform.state.dataset("reserve")).organization
    let good = try await key(valley, [.read], organization: owner)
    let cases = [
      "Basic YTpi": "token.malformed", "Bearer": "token.malformed", "Bearer x": "token.malformed",
      "Bearer arp_t-none_00112233445566778899": "token.unknown", good + "0": "token.unknown",
      try await key(valley, [.read], organization: owner, expired: true): "token.expired",
      try await key(valley, [.read], organization: owner, revoked: true): "token.revoked",
    ]
    for (header, code) in cases {
      for address in ["/datasets", "/datasets/reserve/rows", "/deposits", "/themes"] {
        let answer = try await valley.send(.get, address, header)
        #expect(answer.status == .unauthorized, "\(code) \(address)")
        #expect(answer.headers[.wwwAuthenticate] == "Bearer")
        #expect(try JSON(answer.body)["code"].string == code)
      }
    }
    for operation in Operation.every where operation.needsToken {
      let path = operation.path.replacing("{id}", with: "x").replacing("{slug}", with: "arbres")
      #expect(try await valley.send(operation.method, path, nil).status == .unauthorized, "\(operation.id)")
    }
  }

  @Test("Restricted data is read with the right, each time noted, and kept by nobody", arguments: roads)
  func reading(road: String) async throws {
    let valley = try await Valley.make()
    let owner = try #require(valley.platform.state.dataset("reserve")).organization
    let header = try await key(valley, [.read], organization: owner)
    let before = valley.platform.state.snapshot.records(AccessUse.self).count
    let answer = try await valley.send(.get, "/datasets/reserve" + road, header, headers: [.ifNoneMatch: "*"])
    #expect(answer.status == .ok, "\(road) \(String(buffer: answer.body).prefix(200))")
    #expect(answer.headers[.cacheControl] == "private, no-store")
    #expect(answer.headers[.vary] == "Authorization")
    let uses = valley.platform.state.snapshot.records(AccessUse.self)
    #expect(uses.count == before + 1 && uses.allSatisfy { $0.dataset == "reserve" })
    // What a token read is not given to the next who asks without one.
    let visitor = try await valley.send(.get, "/datasets/reserve" + road, nil)
    #expect(visitor.status == .forbidden)
  }

  @Test("Another organisation’s token, or one bound to another dataset, reads nothing", arguments: roads)
  func strangers(road: String) async throws {
    let valley = try await Valley.make()
    let owner = try #require(valley.platform.state.dataset("reserve")).organization
    try await valley.add(Organization(id: "ailleurs", name: "Ailleurs", nature: .commune))
    for header in [
      try await key(valley, [.publish], organization: "ailleurs"),
      try await key(valley, [.read], organization: owner, datasets: ["arbres"]),
    ] {
      for slug in ["reserve", "interne"] {
        let answer = try await valley.send(.get, "/datasets/\(slug)" + road, header)
        #expect(answer.status == (slug == "interne" ? .notFound : .forbidden), "\(slug) \(road)")
        #expect(!String(buffer: answer.body).contains(Valley.secretWord))
      }
      let list = try await valley.send(.get, "/datasets?scope=all&limit=1000", header)
      #expect(!String(buffer: list.body).contains("\"interne\""))
    }
    #expect(valley.platform.state.snapshot.records(AccessUse.self).isEmpty)
    #expect(try await valley.send(.get, "/datasets?scope=all", nil).status == .unauthorized)
  }

  @Test("A file sent in two goes becomes a deposit, which only its organisation sees and changes")
  func deposit() async throws {
    let valley = try await Valley.make()
    let owner = try #require(valley.platform.state.dataset("reserve")).organization
    let header = try await key(valley, [.deposit], organization: owner)
    let begun = try await valley.send(.post, "/uploads", header, body: #"{"name":"bancs.csv","bytes":14}"#)
    #expect(begun.status == .created, "\(String(buffer: begun.body))")
    let id = try #require(try JSON(begun.body)["id"].string)
    let offset = try #require(HTTPField.Name("Upload-Offset"))
    var part = try await valley.send(.patch, "/uploads/\(id)", header, body: "nom,an", headers: [offset: "0"])
    #expect(part.status == .noContent && part.headers[offset] == "6")
    part = try await valley.send(.patch, "/uploads/\(id)", header, body: "x", headers: [offset: "0"])
    #expect(part.status == .conflict)
    part = try await valley.send(
      .put,
      "/uploads/\(id)",
      header,
      body: "\nA,2001\n",
      headers: [.contentRange: "bytes 6-13/14"]
    )
    #expect(part.status == .noContent, "\(String(buffer: part.body))")
    let open = #"{"organization":"\#(owner)","upload":"\#(id)","description":{"title":"Bancs"}}"#
    let idempotency = try #require(HTTPField.Name("Idempotency-Key"))
    let opened = try await valley.send(.post, "/deposits", header, body: open, headers: [idempotency: "k1"])
    #expect(opened.status == .created, "\(String(buffer: opened.body))")
    let again = try await valley.send(.post, "/deposits", header, body: open, headers: [idempotency: "k1"])
    #expect(again.status == .created && again.body == opened.body)
    let other = try await valley.send(.post, "/deposits", header, body: "{}", headers: [idempotency: "k1"])
    #expect(other.status == .conflict)
    #expect(valley.platform.state.snapshot.records(Deposit.self).count == 1)
    let deposit = try #require(try JSON(opened.body)["id"].string)
    let tag = try #require(opened.headers[.eTag])
    let address = "/deposits/" + deposit
    let first = try await valley.send(
      .patch,
      address,
      header,
      body: #"{"description":{"title":"Bancs publics"}}"#,
      headers: [.ifMatch: tag]
    )
    #expect(first.status == .ok, "\(String(buffer: first.body))")
    let late = try await valley.send(
      .patch,
      address,
      header,
      body: #"{"description":{"title":"Les bancs"}}"#,
      headers: [.ifMatch: tag]
    )
    #expect(late.status.code == 412)
    let conflict = try JSON(late.body)["conflicts"][0]
    #expect(conflict["current"] == "Bancs publics" && conflict["wanted"] == "Les bancs")
    for body in [#"{"state":"published"}"#, #"{"decisions":[]}"#, #"{"zzz":1}"#] {
      let refused = try await valley.send(.patch, address, header, body: body)
      #expect(refused.status == .unprocessableContent, "\(body)")
    }
    let held = try await valley.send(.post, address + "/publish", header)
    #expect(try JSON(held.body)["outcome"] == "held", "\(String(buffer: held.body))")
    try await valley.add(Organization(id: "ailleurs", name: "Ailleurs", nature: .commune))
    let stranger = try await key(valley, [.publish], organization: "ailleurs")
    for (method, rest) in [(HTTPRequest.Method.get, ""), (.delete, ""), (.post, "/publish"), (.put, "/file")]
    {
      #expect(
        try await valley.send(method, address + rest, stranger).status == .notFound,
        "\(method) \(rest)"
      )
    }
  }
}
