import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Markup
import Messages
import NIOCore
import Testing

@testable import Web

/// Two people with a session each, whose secrets are known.
private struct TwoSessions: SessionLookup {
  static let secrets = [
    "a-secret-of-forty-characters-for-camille": SignedIn(
      person: "p-1",
      session: "s-1",
      csrf: String(repeating: "1f", count: 32)
    ),
    "a-secret-of-forty-characters-for-dominique": SignedIn(
      person: "p-2",
      session: "s-2",
      csrf: String(repeating: "2e", count: 32)
    ),
  ]

  func signedIn(secret: String) -> SignedIn? { Self.secrets[secret] }

  func person(of signedIn: SignedIn) -> WorkshopPerson {
    WorkshopPerson(name: "Camille " + signedIn.person, sections: [.datasets, .people])
  }
}

@Suite("The workshop’s pages and actions") struct WorkshopRouteTests {
  private static let camille = "a-secret-of-forty-characters-for-camille"
  private static let dominique = "a-secret-of-forty-characters-for-dominique"

  private static func plumbing(publicURL: String? = nil) -> Plumbing {
    var configuration = WebConfiguration()
    configuration.logsRequests = false
    configuration.exemptsLoopback = false
    return Plumbing(
      configuration: configuration,
      sessions: TwoSessions(),
      site: {
        var site = Sample.site
        site.publicURL = publicURL
        return site
      },
      position: { RegisterPosition(entries: 7, visible: 7) },
      now: { 1_795_514_400 }
    )
  }

  private static func router(_ plumbing: Plumbing) -> Router<WebContext> {
    let router = WebServer.router(plumbing, errorPage: ErrorPage.page)
    router.page(.legal, plumbing) { _ in Page(title: "L") { h1 { "L" } } }
    router.workshopPage(.datasets, plumbing) { context, signedIn in
      Page(title: "D", workshop: .datasets) { h1 { signedIn.person + context.language.rawValue } }
    }
    router.workshopAction(.datasets, plumbing) { form, context, signedIn in
      if form.text("titre").isEmpty {
        let errors = [FieldError("titre", context.say("Donnez un titre.", "Give a title."))]
        let fields = FormFields(context, sent: form, errors: errors)
        return .page(
          Page(title: "D", workshop: .datasets) {
            h1 { "D" }
            fields.summary
            fields.text("titre", "Titre", isRequired: true)
          },
          errors: errors
        )
      }
      let notice = FlashNotice(fr: "C’est fait, \(signedIn.person).", en: "Done.")
      return .redirect(.workshop(WorkshopRoute(.datasets)), notice: notice)
    }
    router.formPage(WorkshopRoute.Pattern.signIn, plumbing) { context in
      Page(title: "S", usesForms: true) { h1 { context.formToken } }
    }
    router.publicAction(WorkshopRoute.Pattern.signIn, plumbing) { _, _, _ in .redirect(.home) }
    return router
  }

  private static func post(
    _ router: Router<WebContext>,
    _ body: String,
    cookie: String? = camille,
    headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    var headers = headers
    headers[.contentType] = headers[.contentType] ?? "application/x-www-form-urlencoded"
    if let cookie { headers[.cookie] = "arpent=" + cookie }
    let sent = headers
    return try await Application(router: router).test(.router) { client in
      try await client.execute(
        uri: "/atelier/donnees",
        method: .post,
        headers: sent,
        body: ByteBuffer(string: body)
      )
    }
  }

  private static func get(_ router: Router<WebContext>, _ uri: String, _ headers: HTTPFields = [:])
    async throws
    -> TestResponse
  {
    try await Application(router: router).test(.router) { client in
      try await client.execute(uri: uri, method: .get, headers: headers)
    }
  }

  private static func token(_ secret: String) -> String {
    FormToken.field + "=" + MaskedToken.mask(TwoSessions.secrets[secret]?.csrf ?? "")
  }

  @Test("A page is its person’s alone: kept by no cache, absent without a session")
  func page() async throws {
    let router = Self.router(Self.plumbing())
    let mine = try await Self.get(router, "/atelier/donnees", [.cookie: "x=1; arpent=" + Self.camille])
    #expect(mine.status == .ok)
    #expect(mine.headers[.cacheControl] == "private, no-store")
    #expect(mine.headers[.vary]?.contains("Cookie") == true)
    #expect(mine.headers[.eTag] == nil)
    let text = String(buffer: mine.body)
    #expect(text.contains("p-1fr") && text.contains("Camille p-1"))
    #expect(
      text.contains("/atelier/donnees") && !text.contains("/atelier/personnes"),
      "only what is served shows"
    )
    let other = try await Self.get(router, "/en/atelier/donnees", [.cookie: "arpent=" + Self.dominique])
    #expect(String(buffer: other.body).contains("p-2en"))
    for cookie in [
      "", "arpent=unknown-secret-that-opens-nothing", "arpent=\(Self.camille); arpent=\(Self.dominique)",
    ] {
      let answer = try await Self.get(router, "/atelier/donnees?page=2", [.cookie: cookie])
      #expect(answer.status == .seeOther)
      #expect(answer.headers[.location] == "/atelier/connexion?suite=%2Fatelier%2Fdonnees%3Fpage%3D2")
    }
    let script = try await Self.get(router, "/atelier/donnees", [.accept: "application/json"])
    #expect(script.status == .unauthorized)
  }

  @Test("A public page is the same bytes whoever asks")
  func anonymous() async throws {
    let router = Self.router(Self.plumbing())
    let signed = try await Self.get(router, "/mentions-legales", [.cookie: "arpent=" + Self.camille])
    let unsigned = try await Self.get(router, "/mentions-legales")
    #expect(signed.body == unsigned.body)
    #expect(!String(buffer: signed.body).contains("Camille"))
  }

  @Test("On https only the cookie with the host’s prefix is read")
  func cookiePrefix() async throws {
    let router = Self.router(Self.plumbing(publicURL: "https://donnees.example.fr"))
    let planted = try await Self.get(router, "/atelier/donnees", [.cookie: "arpent=" + Self.camille])
    #expect(planted.status == .seeOther)
    let own = try await Self.get(router, "/atelier/donnees", [.cookie: "__Host-arpent=" + Self.camille])
    #expect(own.status == .ok)
    let cookie = SessionCookie(publicURL: "https://x")
    #expect(cookie.setting("s") == "__Host-arpent=s; Path=/; HttpOnly; SameSite=Lax; Secure")
    #expect(SessionCookie(publicURL: nil).clearing == "arpent=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
  }

  @Test("An action follows its form: notice once, errors linked to fields, JSON for scripts")
  func action() async throws {
    let router = Self.router(Self.plumbing())
    let done = try await Self.post(router, Self.token(Self.camille) + "&titre=x")
    #expect(done.status == .seeOther)
    #expect(done.headers[.location] == "/atelier/donnees")
    let cookie: HTTPFields = [.cookie: "arpent=" + Self.camille]
    #expect(
      String(buffer: try await Self.get(router, "/atelier/donnees", cookie).body).contains("C’est fait, p-1")
    )
    #expect(
      !String(buffer: try await Self.get(router, "/atelier/donnees", cookie).body).contains("C’est fait")
    )
    let wrong = try await Self.post(router, Self.token(Self.camille) + "&titre=+")
    #expect(wrong.status == .unprocessableContent)
    let text = String(buffer: wrong.body)
    #expect(text.contains("href=\"#champ-titre\"") && text.contains("aria-invalid=\"true\""))
    let json = try await Self.post(
      router,
      Self.token(Self.camille) + "&titre=",
      headers: [.accept: "application/json"]
    )
    #expect(String(buffer: json.body) == #"{"errors":[{"field":"titre","message":"Donnez un titre."}]}"#)
    let saved = try await Self.post(
      router,
      Self.token(Self.camille) + "&titre=x",
      headers: [.accept: "application/json"]
    )
    #expect(saved.status == .ok)
    #expect(String(buffer: saved.body).contains(#""location":"/atelier/donnees""#))
  }

  @Test("A form without its token, or with another session’s, does nothing")
  func forged() async throws {
    let router = Self.router(Self.plumbing())
    let bad = [
      "titre=x", FormToken.field + "=&titre=x", FormToken.field + "=abc&titre=x",
      FormToken.field + "=" + String(repeating: "0", count: 128) + "&titre=x",
      FormToken.field + "=" + String(repeating: "1f", count: 32) + "&titre=x",
      Self.token(Self.dominique) + "&titre=x",
    ]
    for body in bad {
      let answer = try await Self.post(router, body)
      #expect(answer.status == .forbidden)
      #expect(String(buffer: answer.body).contains("form.token"))
    }
    let byHeader = try await Self.post(
      router,
      "titre=x",
      headers: [.csrfToken: MaskedToken.mask(String(repeating: "1f", count: 32))]
    )
    #expect(byHeader.status == .seeOther)
    let signedOut = try await Self.post(router, Self.token(Self.camille) + "&titre=x", cookie: nil)
    #expect(signedOut.status == .unauthorized)
  }

  @Test(
    "A form sent from another site does nothing, even with its token",
    arguments: [
      [.origin: "https://evil.example"], [.origin: "null"], [.secFetchSite: "cross-site"],
      [.secFetchSite: "same-site"], [.origin: "http://localhost.evil.example"],
      [.origin: "https://donnees.example.fr.evil.example"], [.origin: "http://donnees.example.fr"],
    ] as [HTTPFields]
  )
  func crossSite(headers: HTTPFields) async throws {
    let router = Self.router(Self.plumbing(publicURL: "https://donnees.example.fr"))
    var headers = headers
    headers[.cookie] = "__Host-arpent=" + Self.camille
    let answer = try await Self.post(
      router,
      Self.token(Self.camille) + "&titre=x",
      cookie: nil,
      headers: headers
    )
    #expect(answer.status == .forbidden)
    #expect(String(buffer: answer.body).contains("form.foreign"))
    headers[.origin] = "https://donnees.example.fr"
    headers[.secFetchSite] = "same-origin"
    let own = try await Self.post(
      router,
      Self.token(Self.camille) + "&titre=x",
      cookie: nil,
      headers: headers
    )
    #expect(own.status == .seeOther)
  }

  @Test(
    "After signing in one only ever goes to a page of the workshop",
    arguments: [
      "https://evil.example", "//evil.example", "/\\evil.example", "/%2F/evil.example", "javascript:alert(1)",
      "/donnees", "/atelier/../donnees", "/atelier/connexion", "/atelier/lien/abc", "", "/atelier/xyz",
      "/atelier\r\nSet-Cookie: a=b", "/atelier/donnees/../../x",
    ]
  )
  func openRedirect(target: String) { #expect(LocalReturn.address(target, .french) == "/atelier") }

  @Test("A page of the workshop is returned to with its query and language")
  func goodReturn() {
    #expect(LocalReturn.address("/en/atelier/donnees?q=a%20b", .french) == "/en/atelier/donnees?q=a%20b")
    #expect(LocalReturn.address("/atelier/compte", .english) == "/atelier/compte")
    #expect(LocalReturn.address("/atelier/donnees?x=%0D%0Ay", .french) == "/atelier/donnees?x=%0D%0Ay")
  }
}

@Suite("Visitors’ forms") struct VisitorFormTests {
  private let tokens = FormToken()

  @Test("A token is good for its purpose, neither at once nor for ever, and only as signed")
  func token() throws {
    let token = tokens.make("/a", now: 1_000)
    try tokens.check(token, "/a", now: 1_003)
    let refused: [(String?, String, Double, String)] = [
      (nil, "/a", 1_003, "form.expired"), ("", "/a", 1_003, "form.expired"),
      ("x.y", "/a", 1_003, "form.expired"),
      (token, "/b", 1_003, "form.expired"), (token, "/a", 1_001, "form.hasty"),
      (token, "/a", 900, "form.hasty"),
      (token, "/a", 1_000 + 172_801, "form.expired"),
      (FormToken().make("/a", now: 1_000), "/a", 1_003, "form.expired"),
      ("zz" + token.dropFirst(2), "/a", 1_003, "form.expired"),
    ]
    for (token, purpose, now, code) in refused {
      let failure = #expect(throws: Failure.self) { try tokens.check(token, purpose, now: now) }
      #expect(failure?.code == code)
    }
  }

  @Test("A mask hides a secret and gives it back; what is no mask gives nothing")
  func masks() {
    let secret = Hexadecimal.random(bytes: 32)
    let masks = (0..<20).map { _ in MaskedToken.mask(secret) }
    #expect(Set(masks).count == 20)
    #expect(masks.allSatisfy { MaskedToken.unmask($0) == secret && !$0.contains(secret) })
    for text in ["", "a", "abc", "zz", "été!", "00\u{0}0"] { #expect(MaskedToken.unmask(text) == nil) }
  }
}
