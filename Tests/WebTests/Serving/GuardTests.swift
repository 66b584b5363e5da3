import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Markup
import Messages
import NIOCore
import Testing

@testable import Web

@Suite("Guards of the service") struct GuardTests {
  private static func plumbing(_ change: (inout WebConfiguration) -> Void = { _ in }) -> Plumbing {
    var configuration = WebConfiguration()
    configuration.logsRequests = false
    configuration.leafletFolder = "/nowhere"
    change(&configuration)
    return Plumbing(
      configuration: configuration,
      site: { Sample.site },
      position: { RegisterPosition(entries: 7, visible: 7) },
      now: { 1_795_514_400 }
    )
  }

  private static func router(_ plumbing: Plumbing) -> Router<WebContext> {
    let router = WebServer.router(plumbing, errorPage: ErrorPage.page)
    router.page(.legal, plumbing) { context in
      Page(title: "T") { h1 { String(repeating: "mentions ", count: 400) + context.language.rawValue } }
    }
    router.get("/api/v1/boom") { _, _ -> Response in throw SecretError(password: "hunter2") }
    router.get("/api/v1/refused") { _, _ -> Response in
      throw Failure(
        "a.b",
        .invalid,
        fr: "Non.",
        en: "No.",
        remedy: Bilingual(fr: "Faites.", en: "Do."),
        pointer: "q",
        location: .init(file: "a.csv", line: 3, column: 2)
      )
    }
    router.get("/api/v1/datasets/x/sql") { _, _ in Response(status: .ok) }
    router.get("/api/v1/long") { _, _ in
      Response(
        status: .ok,
        headers: [.contentType: "application/json"],
        body: ResponseBody { writer in
          for _ in 0..<100 {
            try await writer.write(ByteBuffer(string: String(repeating: "[1],", count: 100)))
          }
          try await writer.finish(nil)
        }
      )
    }
    return router
  }

  private struct SecretError: Error { let password: String }

  private func ask(
    _ uri: String,
    method: HTTPRequest.Method = .get,
    headers: HTTPFields = [:],
    _ plumbing: Plumbing = plumbing()
  ) async throws -> TestResponse {
    try await Application(router: Self.router(plumbing)).test(.router) { client in
      try await client.execute(uri: uri, method: method, headers: headers)
    }
  }

  private func object(_ response: TestResponse) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(response.body.readableBytesView)) as? [String: Any]
    )
  }

  @Test(
    "Every answer carries the policy, errors included",
    arguments: ["/mentions-legales", "/nulle-part", "/api/v1/boom", "/healthz"]
  )
  func headers(uri: String) async throws {
    let headers = try await ask(uri).headers
    let policy = try #require(headers[.contentSecurityPolicy])
    #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
    #expect(!policy.contains("unsafe"))
    #expect(headers[.xContentTypeOptions] == "nosniff")
    #expect(headers[.referrerPolicy] == "strict-origin-when-cross-origin")
  }

  @Test("Tiles are allowed from their own host only, and never an injected policy")
  func tiles() {
    #expect(SecurityHeaders.policy(tiles: "https://t.fr").contains("img-src 'self' data: https://t.fr;"))
    #expect(TileSource(template: "https://t.fr/{z}/{x}/{y}.png", attribution: "").origin == "https://t.fr")
    #expect(TileSource(template: "https://t.fr; script-src */{z}", attribution: "").origin == nil)
    #expect(TileSource(template: "javascript:x", attribution: "").origin == nil)
  }

  @Test("What nobody foresaw tells nothing, and a number to find it in the log")
  func unexpected() async throws {
    let response = try await ask("/api/v1/boom")
    #expect(response.status.code == 500)
    #expect(response.headers[.contentType] == "application/problem+json; charset=utf-8")
    #expect(!String(buffer: response.body).contains("hunter2"))
    let problem = try object(response)
    #expect(problem["code"] as? String == "internal.unexpected")
    #expect((problem["instance"] as? String)?.hasPrefix("urn:request:") == true)
  }

  @Test("A failure is told with all it knows, in the client's language")
  func failure() async throws {
    let problem = try object(try await ask("/api/v1/refused"))
    #expect(problem["status"] as? Int == 400)
    #expect(problem["detail"] as? String == "Non.")
    #expect(problem["remedy"] as? String == "Faites.")
    #expect(problem["pointer"] as? String == "q")
    #expect(problem["type"] as? String == "/problemes/a.b")
    #expect((problem["location"] as? [String: Any])?["line"] as? Int == 3)
    let english = try object(try await ask("/api/v1/refused", headers: [.acceptLanguage: "en-GB,fr;q=0.5"]))
    #expect(english["detail"] as? String == "No.")
  }

  @Test(
    "People get a page, programs a document",
    arguments: [
      ("/nulle-part", "text/html,*/*", true), ("/nulle-part", "*/*", true),
      ("/nulle-part", "application/json", false),
      ("/api/v1/rien", "text/html", false), ("/fragments/rien", "text/html", false),
      ("/en/nowhere", "text/html", true),
    ]
  )
  func negotiation(uri: String, accept: String, isPage: Bool) async throws {
    let response = try await ask(uri, headers: [.accept: accept])
    #expect(response.status == .notFound)
    #expect(String(buffer: response.body).hasPrefix("<!doctype html>") == isPage)
    if uri.hasPrefix("/en") { #expect(String(buffer: response.body).contains("lang=\"en\"")) }
  }

  @Test("Pages answer 304 to who holds them, whole or compressed, and HEAD without a body")
  func conditional() async throws {
    let plumbing = Self.plumbing()
    let first = try await ask("/mentions-legales", plumbing)
    let tag = try #require(first.headers[.eTag])
    #expect(first.headers[.cacheControl] == "no-cache")
    let compressed = try await ask("/mentions-legales", headers: [.acceptEncoding: "br, gzip"], plumbing)
    #expect(compressed.headers[.contentEncoding] == "gzip")
    #expect(compressed.headers[.eTag] != tag)
    #expect(try Gunzip.run(Array(compressed.body.readableBytesView)) == Array(first.body.readableBytesView))
    for held in [tag, compressed.headers[.eTag] ?? "", "W/\(tag)", "\"x\", \(tag)", "*"] {
      let again = try await ask("/mentions-legales", headers: [.ifNoneMatch: held], plumbing)
      #expect(again.status == .notModified, "\(held)")
      #expect(again.body.readableBytes == 0)
      #expect(again.headers[.eTag] == tag)
    }
    #expect(try await ask("/mentions-legales", headers: [.ifNoneMatch: "\"other\""], plumbing).status == .ok)
    let head = try await ask("/mentions-legales", method: .head, plumbing)
    #expect(head.status == .ok && head.body.readableBytes == 0)
    #expect(head.headers[.contentLength] == "\(first.body.readableBytes)")
    #expect(plumbing.pages.figures.misses == 1)
  }

  @Test("English pages lie under /en")
  func languages() async throws {
    #expect(String(buffer: try await ask("/en/mentions-legales").body).contains("mentions en"))
  }

  @Test("Streams are compressed as they go, unless the client declines")
  func streams() async throws {
    let plain = try await ask("/api/v1/long")
    #expect(plain.headers[.contentEncoding] == nil)
    let compressed = try await ask("/api/v1/long", headers: [.acceptEncoding: "gzip"])
    #expect(try Gunzip.run(Array(compressed.body.readableBytesView)) == Array(plain.body.readableBytesView))
    #expect(compressed.headers[.vary] == "Accept-Encoding")
    #expect(
      try await ask("/api/v1/long", headers: [.acceptEncoding: "gzip;q=0"]).headers[.contentEncoding] == nil
    )
  }

  @Test("The interface is open to other sites, pages are not")
  func crossOrigin() async throws {
    let preflight = try await ask("/api/v1/long", method: .options, headers: [.origin: "https://x.fr"])
    #expect(preflight.status == .noContent)
    #expect(preflight.headers[.accessControlAllowOrigin] == "*")
    #expect(try await ask("/api/v1/refused").headers[.accessControlAllowOrigin] == "*")
    #expect(try await ask("/mentions-legales").headers[.accessControlAllowOrigin] == nil)
  }

  @Test("Other methods are refused with those that are allowed")
  func methods() async throws {
    let response = try await ask("/mentions-legales", method: .post, headers: [.accept: "application/json"])
    #expect(response.status.code == 405)
    #expect(response.headers[.allow] == "GET, HEAD")
  }

  @Test("What is too large is refused with its own status")
  func sizes() async throws {
    #expect(try await ask("/x?q=" + String(repeating: "a", count: 9_000)).status.code == 414)
    #expect(try await ask("/x", headers: [.cookie: String(repeating: "a", count: 20_000)]).status.code == 431)
    #expect(try await ask("/x", method: .post, headers: [.contentLength: "99999999"]).status.code == 413)
  }

  @Test("A client beyond its allowance is told when to come back, and others are not disturbed")
  func rates() async throws {
    let plumbing = Self.plumbing { configuration in
      configuration.trustsForwardedFor = true
      configuration.allowances[.costly] = .init(burst: 2, perSecond: 0.1)
    }
    let router = Self.router(plumbing)
    try await Application(router: router).test(.router) { client in
      func ask(_ address: String) async throws -> TestResponse {
        try await client.execute(
          uri: "/api/v1/datasets/x/sql",
          method: .get,
          headers: [.forwardedFor: "6.6.6.6, \(address)"]
        )
      }
      #expect(try await ask("192.0.2.1").headers[.rateLimitRemaining] == "1")
      _ = try await ask("192.0.2.1")
      let refused = try await ask("192.0.2.1")
      #expect(refused.status == .tooManyRequests)
      #expect(refused.headers[.retryAfter] == "10")
      #expect(refused.headers[.rateLimitLimit] == "2")
      #expect(String(buffer: refused.body).contains("http.rate.exceeded"))
      #expect(try await ask("192.0.2.2").status == .ok)
    }
  }

  @Test("Assets are kept for ever under their digest, and the theme is any colour")
  func assets() async throws {
    let plumbing = Self.plumbing()
    let style = try await ask(plumbing.assets.href("arpent.css"), plumbing)
    #expect(style.headers[.cacheControl] == "public, max-age=31536000, immutable")
    #expect(style.headers[.contentType] == "text/css; charset=utf-8")
    #expect(String(buffer: try await ask("/assets/theme.00ff00.css", plumbing).body).contains("--accent:#"))
    for path in [
      "/assets/theme.zzzzzz.css", "/assets/%2e%2e/x", "/assets/../../etc/passwd",
      "/assets/leaflet-x/leaflet.js",
    ] {
      #expect(try await ask(path, plumbing).status == .notFound, "\(path)")
    }
  }

  @Test("Health and figures answer; figures only to this machine")
  func health() async throws {
    #expect(String(buffer: try await ask("/healthz").body) == #"{"status":"ok","position":7}"#)
    #expect(try await ask("/metrics").status == .notFound)
    let open = Self.plumbing { $0.opensMetrics = true }
    _ = try await ask("/mentions-legales", open)
    #expect(String(buffer: try await ask("/metrics", open).body).contains("route=\"/mentions-legales\""))
  }
}
