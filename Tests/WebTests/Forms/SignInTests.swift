import API
import Accounts
import Acts
import Foundation
import Governance
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Messages
import NIOCore
import Register
import Testing
import Workshop

@testable import Web

/// A workshop with one invited person, served by a router without a socket.
final class ServedWorkshop: Sendable {
  let territory: ServedTerritory
  let accounts: AccountStore
  private let desk: Desk
  private let plumbing: Plumbing
  static let password = "quatre mots sans rapport"

  init(publicURL: String? = nil) async throws {
    let territory = try await ServedTerritory()
    let accounts = try AccountStore(
      folder: territory.folder,
      cost: PasswordCost(rounds: 16),
      clock: { ServedTerritory.now }
    )
    self.territory = territory
    self.accounts = accounts
    let desk = Desk(platform: territory.platform, accounts: accounts)
    var configuration = WebConfiguration()
    configuration.logsRequests = false
    self.desk = desk
    plumbing = Plumbing(
      configuration: configuration,
      sessions: WorkshopSessions(desk: desk),
      site: {
        var site = Sample.site
        site.publicURL = publicURL
        return site
      },
      position: {
        let state = territory.platform.state
        return RegisterPosition(entries: state.head.size, visible: state.publicHead.size)
      },
      // Long after the clock of forms: their tokens must not be too young.
      now: { Double(ServedTerritory.now.milliseconds) / 1_000 }
    )
  }

  private func router() -> Router<WebContext> {
    let router = WebServer.router(plumbing, errorPage: ErrorPage.page)
    router.addWorkshop(desk: desk, plumbing: plumbing)
    router.addAPI(platform: territory.platform, plumbing: plumbing)
    return router
  }

  /// Invites the first administrator and gives the secret.
  func invite() async throws -> String {
    let secret = Secret.make()
    _ = try await territory.platform.perform(
      InviteFirstAdministrator(
        id: Secret.id("i"),
        secretHash: Secret.hash(secret),
        expiresAt: ServedTerritory.now.advanced(byMilliseconds: 3_600_000)
      ),
      as: .command
    )
    return secret
  }

  func send(
    _ uri: String,
    _ method: HTTPRequest.Method = .get,
    _ body: String = "",
    cookie: String? = nil,
    host: String? = nil,
    bearer: String? = nil
  ) async throws -> TestResponse {
    var headers: HTTPFields = [:]
    if method == .post { headers[.contentType] = "application/x-www-form-urlencoded" }
    if let cookie { headers[.cookie] = cookie }
    if let bearer { headers[.authorization] = "Bearer " + bearer }
    if let host, let name = HTTPField.Name("X-Forwarded-Host") { headers[name] = host }
    let sent = headers
    return try await Application(router: router()).test(.router) { client in
      try await client.execute(uri: uri, method: method, headers: sent, body: ByteBuffer(string: body))
    }
  }

  /// Serves it on a real socket, for what a router alone does not see.
  func live<Outcome: Sendable>(_ body: @escaping @Sendable (Int) async throws -> Outcome) async throws
    -> Outcome
  {
    let application = Application(
      router: router(),
      configuration: .init(address: .hostname("127.0.0.1", port: 0))
    )
    return try await application.test(.live) { client in try await body(try #require(client.port)) }
  }

  /// The token of a visitor’s form, old enough to be a person’s.
  func visitorToken(_ uri: String) -> String {
    FormToken.field + "=" + plumbing.formTokens.make(uri, now: plumbing.now() - 60)
  }

  /// The token of the form on a page.
  func token(_ uri: String, cookie: String? = nil) async throws -> String {
    let page = String(buffer: try await send(uri, cookie: cookie).body)
    let mark = "name=\"\(FormToken.field)\" value=\""
    let last = try #require(page.ranges(of: mark).last)
    return FormToken.field + "=" + page[last.upperBound...].prefix { $0 != "\"" }
  }

  func accept(_ secret: String, password: String = password) async throws -> TestResponse {
    let uri = Route.invitation(secret).path(.french)
    let token = try await token(uri)
    return try await send(
      uri,
      .post,
      "\(token)&name=Camille&email=camille@ville.fr&\(Query(["mot-de-passe": password]).encoded)"
    )
  }

  func signIn(_ password: String = password, suite: String = "", cookie: String? = nil) async throws
    -> TestResponse
  {
    let uri = Route.signIn.link(.french, Query(["suite": suite]))
    let token = try await token(uri)
    let fields = Query(["email": "Camille@Ville.fr", "mot-de-passe": password]).encoded
    return try await send(uri, .post, token + "&" + fields, cookie: cookie)
  }

  static func cookie(_ response: TestResponse) throws -> String {
    let header = try #require(response.headers[.setCookie])
    return String(header.prefix { $0 != ";" })
  }
}

@Suite("Signing in", .serialized) struct SignInTests {
  @Test("An invitation opens the workshop once; a poor password keeps it open")
  func invitation() async throws {
    let workshop = try await ServedWorkshop()
    let secret = try await workshop.invite()
    let poor = try await workshop.accept(secret, password: "motdepasse123")
    #expect(poor.status == .unprocessableContent)
    let accepted = try await workshop.accept(secret)
    #expect(accepted.status == .seeOther)
    let cookie = try ServedWorkshop.cookie(accepted)
    let home = try await workshop.send("/atelier", cookie: cookie)
    #expect(home.status == .ok && String(buffer: home.body).contains("Bonjour Camille"))
    let again = try await workshop.send(Route.invitation(secret).path(.french))
    #expect(String(buffer: again.body).contains("ne sert plus"))
  }

  @Test("The session known before signing in is none after, and a planted one is never taken")
  func fixation() async throws {
    let workshop = try await ServedWorkshop()
    let before = try ServedWorkshop.cookie(try await workshop.accept(try await workshop.invite()))
    let after = try ServedWorkshop.cookie(try await workshop.signIn(cookie: before))
    #expect(after != before)
    #expect(try await workshop.send("/atelier", cookie: before).status == .seeOther)
    let planted = "arpent=" + String(repeating: "a", count: 64)
    let taken = try ServedWorkshop.cookie(try await workshop.signIn(cookie: planted))
    #expect(taken != planted)
    #expect(try await workshop.send("/atelier", cookie: planted).status == .seeOther)
    #expect(try await workshop.send("/atelier", cookie: taken).status == .ok)
  }

  @Test("Signing out, changing the password, ending a session and being suspended close the door at once")
  func closing() async throws {
    let workshop = try await ServedWorkshop()
    let first = try ServedWorkshop.cookie(try await workshop.accept(try await workshop.invite()))
    let second = try ServedWorkshop.cookie(try await workshop.signIn())
    let token = try await workshop.token("/atelier/compte", cookie: first)
    let fields = Query(["actuel": ServedWorkshop.password, "mot-de-passe": "cinq autres mots bien longs"])
      .encoded
    let changed = try await workshop.send(
      "/atelier/compte/mot-de-passe",
      .post,
      token + "&" + fields,
      cookie: first
    )
    #expect(changed.status == .seeOther)
    #expect(try await workshop.send("/atelier", cookie: second).status == .seeOther)
    #expect(try await workshop.send("/atelier", cookie: first).status == .ok)
    #expect(try await workshop.signIn().status == .unprocessableContent)
    let third = try ServedWorkshop.cookie(try await workshop.signIn("cinq autres mots bien longs"))
    let out = try await workshop.send("/atelier/deconnexion", .post, token, cookie: third)
    #expect(out.status == .forbidden, "the token of another session signs no one out")
    let own = try await workshop.token("/atelier/compte", cookie: third)
    let gone = try await workshop.send("/atelier/deconnexion", .post, own, cookie: third)
    #expect(gone.headers[.location] == "/atelier/connexion?etat=sorti")
    #expect(try await workshop.send("/atelier", cookie: third).status == .seeOther)
    let person = try #require(workshop.territory.platform.state.snapshot.person(email: "camille@ville.fr"))
    try await workshop.accounts.endSessions(of: person.id)
    #expect(try await workshop.send("/atelier", cookie: first).status == .seeOther)
  }

  @Test("A wrong password, an unknown address and an empty one are told alike; many tries are slowed")
  func bruteForce() async throws {
    let workshop = try await ServedWorkshop()
    _ = try await workshop.accept(try await workshop.invite())
    for _ in 0..<5 { #expect(try await workshop.signIn("faux").status == .unprocessableContent) }
    let slowed = try await workshop.signIn()
    #expect(slowed.status == .tooManyRequests)
    #expect(String(buffer: slowed.body).contains("Revenez dans"))
    #expect(slowed.headers[.setCookie] == nil)
  }

  @Test("After signing in one goes where one was going, in this site only")
  func returns() async throws {
    let workshop = try await ServedWorkshop()
    _ = try await workshop.accept(try await workshop.invite())
    #expect(try await workshop.signIn(suite: "/atelier/compte").headers[.location] == "/atelier/compte")
    for target in ["https://evil.example/", "//evil.example", "/\\evil.example", "/atelier/connexion"] {
      #expect(try await workshop.signIn(suite: target).headers[.location] == "/atelier")
    }
  }

  @Test(
    "A link to choose a password is mailed with the configured address, whatever host was asked; it works once"
  )
  func forgotten() async throws {
    let workshop = try await ServedWorkshop(publicURL: "http://donnees.example.fr")
    _ = try await workshop.accept(try await workshop.invite())
    let person = try #require(workshop.territory.platform.state.snapshot.person(email: "camille@ville.fr"))
    let secret = try await workshop.accounts.makeLink(.password, person: person.id)
    let uri = Route.oneTimeLink(secret).path(.french)
    let page = try await workshop.send(uri, host: "evil.example")
    #expect(!String(buffer: page.body).contains("evil.example"))
    let token = try await workshop.token(uri)
    let body = token + "&" + Query(["mot-de-passe": "cinq autres mots bien longs"]).encoded
    #expect(try await workshop.send(uri, .post, body).status == .seeOther)
    #expect(try await workshop.send(uri, .post, body).status == .notFound)
    #expect(try await workshop.signIn("cinq autres mots bien longs").status == .seeOther)
  }
}
