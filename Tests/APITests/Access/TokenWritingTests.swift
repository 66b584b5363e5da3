import Acts
import Catalogue
import Governance
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Register
import Testing

@testable import API

@Suite(
  "What tokens write",
  .enabled(if: TestTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct TokenWritingTests {
  private static func upload(_ valley: TestTerritory, _ header: String, _ text: String) async throws -> String
  {
    let begun = try await valley.send(
      .post,
      "/uploads",
      header,
      body: #"{"name":"bancs.csv","bytes":\#(text.utf8.count)}"#
    )
    let id = try #require(try JSON(begun.body)["id"].string)
    let offset = try #require(HTTPField.Name("Upload-Offset"))
    let sent = try await valley.send(.patch, "/uploads/\(id)", header, body: text, headers: [offset: "0"])
    #expect(sent.status == .noContent)
    return id
  }

  @Test("Another organisation’s token is refused every operation that writes, and changes nothing")
  func strangers() async throws {
    let valley = try await Valley.make()
    let owner = try await key(valley, [.publish], organization: "val")
    let upload = try await Self.upload(valley, owner, "nom\nA\n")
    let opened = try await valley.send(.post, "/deposits", owner, body: #"{"organization":"val"}"#)
    let deposit = try #require(try JSON(opened.body)["id"].string)
    try await valley.add(Organization(id: "ailleurs", name: "Ailleurs", nature: .commune))
    let strangers = [
      try await key(valley, [.publish], organization: "ailleurs"),
      try await key(valley, [.read], organization: "val"),
    ]
    let bodies = [
      "openDeposit": #"{"dataset":"arbres"}"#, "setRecipe": #"{"steps":[]}"#,
      "beginUpload": #"{"name":"x.csv"}"#, "withdrawDataset": #"{"reason":"Pour voir"}"#,
      "describeDataset": #"{"title":"Pris"}"#, "editDeposit": #"{"description":{"title":"Pris"}}"#,
    ]
    let writing = Operation.every.filter { $0.needsToken && $0.method != .get && $0.method != .head }
    #expect(writing.count >= 10)
    let size = valley.platform.state.head.size
    for (index, header) in strangers.enumerated() {
      for operation in writing {
        // Whoever may deposit somewhere may begin an upload of their own.
        if index == 0, operation.path == "/uploads" { continue }
        let id = operation.path.hasPrefix("/uploads") ? upload : deposit
        let path = operation.path.replacing("{id}", with: id).replacing("{slug}", with: "arbres")
        let offset = try #require(HTTPField.Name("Upload-Offset"))
        let answer = try await valley.send(
          operation.method,
          path,
          header,
          body: bodies[operation.id] ?? "",
          headers: [offset: "6"]
        )
        #expect(
          [403, 404].contains(answer.status.code),
          "\(index) \(operation.id): \(answer.status) \(String(buffer: answer.body).prefix(300))"
        )
      }
    }
    for body in [
      #"{"organization":"val"}"#, #"{"organization":"ailleurs","dataset":"arbres"}"#,
      #"{"organization":"val","upload":"\#(upload)"}"#,
    ] {
      let answer = try await valley.send(.post, "/deposits", strangers[0], body: body)
      #expect((400..<500).contains(answer.status.code), "\(body): \(answer.status)")
    }
    #expect(valley.platform.state.head.size == size)
    #expect(try await valley.send(.get, "/uploads/\(upload)", owner).status == .ok)
  }

  @Test("A token that publishes publishes, describes and withdraws what is its organisation’s")
  func publishing() async throws {
    let valley = try await Valley.make()
    let header = try await key(valley, [.publish], organization: "val")
    let rows = (1...40).map { "Banc \($0);20\(10 + $0 % 10)" }.joined(separator: "\n")
    let upload = try await Self.upload(valley, header, "nom;annee\n" + rows + "\n")
    let body = """
      {"organization":"val","upload":"\(upload)","description":{"title":"Bancs publics","licence":"lov2"}}
      """
    let opened = try await valley.send(.post, "/deposits", header, body: body)
    #expect(opened.status == .created, "\(String(buffer: opened.body))")
    let id = try #require(try JSON(opened.body)["id"].string)
    let published = try await valley.send(.post, "/deposits/\(id)/publish", header)
    #expect(try JSON(published.body)["outcome"] == "published", "\(String(buffer: published.body))")
    let slug = try #require(try JSON(published.body)["dataset"].string)
    #expect(try await valley.send(.get, "/datasets/\(slug)/rows", nil).status == .ok)
    #expect(valley.platform.state.dataset(slug)?.organization == "val")

    let seen = try await valley.send(
      .patch,
      "/datasets/\(slug)",
      header,
      body: #"{"description":"Les bancs, rue par rue.","reason":"Plus clair"}"#
    )
    #expect(seen.status == .ok, "\(String(buffer: seen.body))")
    #expect(valley.platform.state.dataset(slug)?.description == "Les bancs, rue par rue.")
    let late = try await valley.send(
      .patch,
      "/datasets/\(slug)",
      header,
      body: #"{"title":"Autre"}"#,
      headers: [.ifMatch: "\"ancien\""]
    )
    #expect(late.status.code == 412)
    let moved = try await valley.send(
      .patch,
      "/datasets/\(slug)",
      header,
      body: #"{"organization":"nulle-part"}"#
    )
    #expect((400..<500).contains(moved.status.code))

    let silent = try await valley.send(.post, "/datasets/\(slug)/withdraw", header, body: "{}")
    #expect(silent.status == .unprocessableContent)
    let depositor = try await key(valley, [.deposit], organization: "val")
    let reason = #"{"reason":"Doublon"}"#
    let refused = try await valley.send(.post, "/datasets/\(slug)/withdraw", depositor, body: reason)
    #expect(refused.status == .forbidden)
    let withdrawn = try await valley.send(.post, "/datasets/\(slug)/withdraw", header, body: reason)
    #expect(withdrawn.status == .ok, "\(String(buffer: withdrawn.body))")
    #expect(try await valley.send(.get, "/datasets/\(slug)", nil).status == .notFound)
    #expect(try await valley.send(.get, "/datasets/\(slug)/original", nil).status == .notFound)
  }
}
