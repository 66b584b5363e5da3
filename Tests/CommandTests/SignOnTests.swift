import Foundation
import FoundationNetworking
import SingleSignOn
import Synchronization
import Testing

@Suite(
  "Signing in by a real OpenID Connect provider",
  .serialized,
  .enabled(if: LemonLDAP.isInstalled, "scripts/setup test installs LemonLDAP::NG")
)
struct SignOnTests {
  @Test(
    "People go to the provider and back, and no spoiled, borrowed or used answer signs anybody in",
    .enabled(if: Browser.isInstalled, "scripts/setup test installs the browser and its driver")
  )
  func journey() async throws {
    let folder = try TemporaryFolder()
    let data = try folder.territory()
    let port = try FreePort.next()
    let base = "http://127.0.0.1:\(port)"
    let provider = try await LemonLDAP(for: base)
    defer { provider.stop() }
    try provider.configure(data)
    let invited = try ArpentProcess.run(
      "users",
      "invite",
      "rtyler@badwolf.org",
      "--name",
      "Invitée",
      "--role",
      "reader",
      "--organization",
      "mairie",
      "--public-url",
      base,
      "--data",
      data
    )
    try #require(invited.status == 0, "\(invited.errors)")
    let server = try await RunningServer(data, ["--port", "\(port)", "--public-url", base])
    defer { server.stop() }
    try Browser.walk(
      "single_sign_on.py",
      [server.base],
      log: URL(filePath: folder.path("single_sign_on.log"))
    )
    // The name that the provider tells, not the one of the invitation.
    let people = try ArpentProcess.run("users", "list", "--data", data)
    #expect(people.text.contains("Rose Tyler") && !people.text.contains("dwho"), "\(people.text)")
  }

  @Test("The description of the person is signed; nonce, verifier, secret and single use are checked")
  func tokens() async throws {
    let base = "http://127.0.0.1:9"
    let provider = try await LemonLDAP(for: base)
    defer { provider.stop() }
    let place = SignOnPlace(provider, redirect: base + "/atelier/sso/retour")
    let session = try await place.session(of: "rtyler")

    let code = try await place.code(session)
    let identity = try await place.identity(code)
    #expect(identity.email == "rtyler@badwolf.org" && identity.name == "Rose Tyler")
    let userinfo = try #require(place.answers.last { $0.0.hasSuffix("/userinfo") })
    #expect(userinfo.1.mediaType.hasPrefix("application/jwt"), "\(userinfo.1.mediaType)")
    #expect(String(decoding: userinfo.1.body, as: UTF8.self).split(separator: ".").count == 3)

    await #expect(throws: SignOnFault.refused, "used once") { try await place.identity(code) }
    let faults: [(String, SignOnFault, (inout SignOnPlace.Asking) -> Void)] = [
      ("another nonce", .claims, { $0.nonce = "n-2" }),
      ("another verifier", .refused, { $0.verifier = String(repeating: "w", count: 43) }),
      ("another secret", .refused, { $0.secret = "devine" }),
      ("another return address", .refused, { $0.redirect = base + "/ailleurs" }),
    ]
    for (name, fault, change) in faults {
      let code = try await place.code(session)
      var asking = SignOnPlace.Asking(redirect: place.redirect)
      change(&asking)
      await #expect(throws: fault, "\(name)") { try await place.identity(code, asking) }
    }
    let away = try await place.client().signOut(idToken: identity.idToken, redirect: base + "/sortie")
    #expect(away?.hasPrefix(provider.issuer + "oauth2/logout?id_token_hint=") == true)
  }
}

/// A relying party without pages: what passes between Arpent's client and the provider.
private final class SignOnPlace: Sendable {
  /// What a code is exchanged with.
  struct Asking {
    var redirect: String
    var nonce = "n-1"
    var verifier = String(repeating: "v", count: 43)
    var secret = LemonLDAP.secret
  }

  let redirect: String
  private let issuer: String
  private let log = Mutex<[(String, SignOnAnswer)]>([])

  init(_ provider: LemonLDAP, redirect: String) {
    (issuer, self.redirect) = (provider.issuer, redirect)
  }

  /// The addresses asked so far, and what they answered.
  var answers: [(String, SignOnAnswer)] { log.withLock { $0 } }

  func client(secret: String = LemonLDAP.secret) -> OpenIDProvider {
    let settings = SignOnSettings(
      label: "LemonLDAP",
      issuer: issuer,
      clientID: "arpent",
      clientSecret: secret,
      scopes: ["openid", "profile", "email"]
    )
    return OpenIDProvider(settings, now: { Date().timeIntervalSince1970 }) { url, headers, post in
      let (data, response) = try await Self.ask(url, headers, post)
      let answer = SignOnAnswer(
        status: response.statusCode,
        mediaType: response.value(forHTTPHeaderField: "Content-Type") ?? "",
        body: Array(data)
      )
      self.log.withLock { $0.append((url, answer)) }
      return answer
    }
  }

  func identity(_ code: String, _ asking: Asking? = nil) async throws -> SignOnIdentity {
    let asking = asking ?? Asking(redirect: redirect)
    return try await client(secret: asking.secret).identity(
      code: code,
      redirect: asking.redirect,
      nonce: asking.nonce,
      verifier: asking.verifier
    )
  }

  /// The cookie of someone who signed in at the provider.
  func session(of user: String) async throws -> String {
    let form = ["Content-Type": "application/x-www-form-urlencoded"]
    let (_, response) = try await Self.ask(issuer, form, Array("user=\(user)&password=\(user)".utf8))
    let cookies = response.value(forHTTPHeaderField: "Set-Cookie") ?? ""
    let cookie = try #require(cookies.firstMatch(of: /lemonldap=[0-9a-f]{32,}/), "\(cookies)")
    return String(cookie.output)
  }

  /// A code for whoever has this cookie.
  func code(_ session: String) async throws -> String {
    let asking = Asking(redirect: redirect)
    let address = try await client().authorization(
      redirect: redirect,
      state: "s-1",
      nonce: asking.nonce,
      verifier: asking.verifier
    )
    let (_, response) = try await Self.ask(address, ["Cookie": session], nil)
    let location = try #require(response.value(forHTTPHeaderField: "Location"))
    let query = URLComponents(string: location)?.queryItems ?? []
    #expect(query.first { $0.name == "state" }?.value == "s-1")
    return try #require(query.first { $0.name == "code" }?.value)
  }

  /// Asks, follows no redirect and keeps no cookie.
  private static func ask(
    _ url: String,
    _ headers: [String: String],
    _ post: [UInt8]?
  ) async throws -> (Data, HTTPURLResponse) {
    var request = URLRequest(url: try #require(URL(string: url)))
    request.httpShouldHandleCookies = false
    for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
    if let post {
      request.httpMethod = "POST"
      request.httpBody = Data(post)
    }
    let session = URLSession(configuration: .ephemeral, delegate: StandingStill(), delegateQueue: nil)
    defer { session.finishTasksAndInvalidate() }
    let (data, response) = try await session.data(for: request)
    return (data, try #require(response as? HTTPURLResponse))
  }
}

/// Follows no redirect.
private final class StandingStill: NSObject, URLSessionTaskDelegate, Sendable {
  func urlSession(
    _: URLSession,
    task _: URLSessionTask,
    willPerformHTTPRedirection _: HTTPURLResponse,
    newRequest _: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }
}
