import Governance
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Register
import Testing

@testable import API

@Suite("Public registers, for machines") struct PublicRegisterAPITests {
  @Test("Registers with public records are listed with how many, others are not")
  func list() async throws {
    let valley = try await Valley.shared()
    let list = try await valley.json("/registers")
    #expect(list["total"].integer == 1)
    #expect(list["data"].array.first?["id"].string == "traitements")
    #expect(list["data"].array.first?["records"].integer == 3)
  }

  @Test("Records follow one another by their names, page after page, each once")
  func paging() async throws {
    let valley = try await Valley.shared()
    var address: String? = "/registers/traitements?limit=2"
    var ids: [String] = []
    while let here = address {
      let list = try await valley.json(here)
      ids += list["data"].array.compactMap { $0["id"].string }
      #expect(list["total"].integer == 3)
      address = list["links"]["next"].string.map { String($0.dropFirst(7)) }
      #expect(ids.count <= 3)
    }
    #expect(ids == ["a-1", "a-2", "a-3"])
    #expect(
      try await valley.refusal("/registers/traitements?after=x").problem["code"]
        == .string("api.register.after")
    )
  }

  @Test(
    "Words and organisations narrow",
    arguments: [
      ("q=ELECTIONS", 3), ("q=electorale+a-2", 1), ("organization=val", 3), ("organization=autre", 0),
      ("organization=val&q=piscine", 0), ("q=%3F", 3),
    ]
  )
  func narrowing(query: String, count: Int) async throws {
    let valley = try await Valley.shared()
    #expect(try await valley.json("/registers/traitements?" + query)["total"].integer == count)
  }

  @Test("A record tells its public answers, and can be revalidated")
  func record() async throws {
    let valley = try await Valley.shared()
    let record = try await valley.json("/registers/traitements/a-1")
    #expect(record["values"]["purposes"].array.first?.string == "Tenir la liste électorale")
    #expect(record["organization"]["name"].string == "Val d’Arpent")
    let response = try await valley.ask("/api/v1/registers/traitements/a-1")
    let tag = try #require(response.headers[.eTag])
    let again = try await valley.ask("/api/v1/registers/traitements/a-1", headers: [.ifNoneMatch: tag])
    #expect(again.status == .notModified)
    #expect(response.headers[.accessControlAllowOrigin] == "*")
  }

  /// Everything that is not public says « girafe », or names the dataset « interne ».
  @Test(
    "No record and no answer that is not public leaks, whatever is asked",
    arguments: [
      "/registers", "/registers/traitements", "/registers/traitements?limit=1000",
      "/registers/traitements?organization=val", "/registers/traitements?organization=*",
      "/registers/traitements?q=interne", "/registers/traitements?q=a-4", "/registers/traitements?q=gir",
      "/registers/traitements?after=a~a", "/registers/traitements?after=girafe~a-4",
      "/registers/traitements/a-1", "/registers/traitements/a-2", "/registers/traitements/a-4",
      "/registers/traitements/a-5", "/registers/traitements/a-6", "/registers/traitements/A-4",
      "/registers/violations", "/registers/logiciels", "/registers/traitements?fields=technicalMeasures",
      "/registers/traitements?sort=title", "/registers/traitements?etat=draft",
    ]
  )
  func leaks(address: String) async throws {
    let valley = try await Valley.shared()
    let body = String(buffer: try await valley.ask("/api/v1" + address).body).lowercased()
    #expect(!body.contains("girafe") || address.contains("girafe"))
    for id in ["a-4", "a-5", "a-6"] where !address.lowercased().contains(id) {
      #expect(!body.contains("\"\(id)\""))
    }
    #expect(!body.contains("\"interne\"") && !body.contains("technicalmeasures\":"))
  }

  @Test("A search does not tell by its count what is not public", arguments: ["girafe", "interne", "a-4"])
  func searches(words: String) async throws {
    let valley = try await Valley.shared()
    #expect(try await valley.json("/registers/traitements?q=" + words)["total"].integer == 0)
  }

  @Test("What is not shown answers as what does not exist", arguments: ["a-4", "a-5", "a-6", "zzz"])
  func hidden(id: String) async throws {
    let valley = try await Valley.shared()
    let refusal = try await valley.refusal("/registers/traitements/" + id)
    #expect(refusal.problem["code"] == .string("api.record.unknown"))
    #expect(!"\(refusal.problem)".contains("irafe"))
  }
}
