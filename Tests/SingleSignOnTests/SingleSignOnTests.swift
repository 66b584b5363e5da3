import Crypto
import CryptoExtras
import Foundation
import Synchronization
import Testing

@testable import SingleSignOn

/// A provider made up here, whose every answer a test can spoil.
private final class MadeUpProvider: Sendable {
  static let issuer = "https://id.example.fr"
  static let rsa = try? _RSA.Signing.PrivateKey(keySize: .bits2048)
  static let other = try? _RSA.Signing.PrivateKey(keySize: .bits2048)
  static let curve = P256.Signing.PrivateKey()

  /// What a test changes.
  struct Script: Sendable {
    var claims: [String: any Sendable] = [
      "iss": MadeUpProvider.issuer, "sub": "s-1", "aud": "arpent", "nonce": "n-1",
      "exp": 1_000_300, "iat": 1_000_000,
    ]
    var userinfo: [String: any Sendable] = ["sub": "s-1", "email": "Camille@Ville.fr", "name": "Camille"]
    var algorithm = "RS256"
    var kid = "k-1"
    var signer = "rsa"
    var isUserinfoSigned = true
    var userinfoSigner = "rsa"
    var issuer = MadeUpProvider.issuer
    var tokenStatus = 200
    var isDown = false
    var keyNames = ["k-1"]
    var tokenEndpoint = MadeUpProvider.issuer + "/token"
  }

  let script: Mutex<Script>
  let asked = Mutex<[String]>([])

  init(_ change: (inout Script) -> Void = { _ in }) {
    var script = Script()
    change(&script)
    self.script = Mutex(script)
  }

  var client: OpenIDProvider {
    OpenIDProvider(
      SignOnSettings(
        label: "Id",
        issuer: Self.issuer,
        clientID: "arpent",
        clientSecret: "s",
        scopes: ["openid", "email"]
      ),
      now: { 1_000_010 },
      fetch: { [self] url, _, _ in try answer(url) }
    )
  }

  private func answer(_ url: String) throws -> SignOnAnswer {
    let script = script.withLock { $0 }
    asked.withLock { $0.append(url) }
    if script.isDown { throw URLError(.cannotConnectToHost) }
    switch url {
    case Self.issuer + "/.well-known/openid-configuration":
      return json([
        "issuer": script.issuer, "authorization_endpoint": Self.issuer + "/authorize",
        "token_endpoint": script.tokenEndpoint, "jwks_uri": Self.issuer + "/keys",
        "userinfo_endpoint": Self.issuer + "/me", "end_session_endpoint": Self.issuer + "/out",
      ])
    case Self.issuer + "/keys": return keys(script)
    case Self.issuer + "/token":
      let token = sign(script.claims, script.algorithm, script.kid, script.signer)
      return json(["access_token": "a", "id_token": token], script.tokenStatus)
    default:
      guard script.isUserinfoSigned else { return json(script.userinfo) }
      let token = sign(script.userinfo, "RS256", "k-1", script.userinfoSigner)
      return SignOnAnswer(status: 200, mediaType: "application/jwt", body: Array(token.utf8))
    }
  }

  private func json(_ value: [String: any Sendable], _ status: Int = 200) -> SignOnAnswer {
    let data = (try? JSONSerialization.data(withJSONObject: value)) ?? Data()
    return SignOnAnswer(status: status, mediaType: "application/json", body: Array(data))
  }

  private func keys(_ script: Script) -> SignOnAnswer {
    let parts = try? Self.rsa?.publicKey.getKeyPrimitives()
    let raw = Self.curve.publicKey.rawRepresentation
    let keys: [[String: any Sendable]] = script.keyNames.flatMap { name in
      [
        [
          "kty": "RSA", "kid": name, "use": "sig", "n": Base64URL.encode(parts?.modulus ?? Data()),
          "e": Base64URL.encode(parts?.publicExponent ?? Data()),
        ],
        [
          "kty": "EC", "crv": "P-256", "kid": name + "-ec", "x": Base64URL.encode(raw.prefix(32)),
          "y": Base64URL.encode(raw.suffix(32)),
        ],
      ]
    }
    return json(["keys": keys])
  }

  private func sign(_ claims: [String: any Sendable], _ algorithm: String, _ kid: String, _ signer: String)
    -> String
  {
    let header = (try? JSONSerialization.data(withJSONObject: ["alg": algorithm, "kid": kid])) ?? Data()
    let body = (try? JSONSerialization.data(withJSONObject: claims)) ?? Data()
    let signed = Base64URL.encode(header) + "." + Base64URL.encode(body)
    let data = Data(signed.utf8)
    var signature = Data()
    switch signer {
    case "rsa":
      signature =
        (try? Self.rsa?.signature(for: data, padding: .insecurePKCS1v1_5).rawRepresentation) ?? Data()
    case "other":
      signature =
        (try? Self.other?.signature(for: data, padding: .insecurePKCS1v1_5).rawRepresentation) ?? Data()
    case "curve": signature = (try? Self.curve.signature(for: data).rawRepresentation) ?? Data()
    case "secret":
      let key = SymmetricKey(data: Data("s".utf8))
      signature = Data(HMAC<SHA256>.authenticationCode(for: data, using: key))
    default: break
    }
    return signed + "." + Base64URL.encode(signature)
  }
}

@Suite("Single sign-on") struct SingleSignOnTests {
  private static func sign(_ provider: MadeUpProvider) async -> Result<SignOnIdentity, SignOnFault> {
    do {
      return .success(
        try await provider.client.identity(code: "c", redirect: "https://d.fr/r", nonce: "n-1", verifier: "v")
      )
    } catch { return .failure((error as? SignOnFault) ?? .unreachable) }
  }

  @Test("A sound answer tells who it is: signed or plain description, either kind of key")
  func sound() async throws {
    let changes: [(inout MadeUpProvider.Script) -> Void] = [
      { _ in }, { $0.isUserinfoSigned = false },
      {
        $0.algorithm = "ES256"
        $0.kid = "k-1-ec"
        $0.signer = "curve"
      },
      { $0.claims["aud"] = ["arpent"] },
      {
        $0.claims["aud"] = ["arpent", "x"]
        $0.claims["azp"] = "arpent"
      },
      { $0.userinfo["email_verified"] = "true" },
    ]
    for change in changes {
      let identity = try await Self.sign(MadeUpProvider(change)).get()
      #expect(identity.email == "camille@ville.fr" && identity.name == "Camille")
    }
  }

  private static let attacks: [(String, SignOnFault, @Sendable (inout MadeUpProvider.Script) -> Void)] = {
    var cases: [(String, SignOnFault, @Sendable (inout MadeUpProvider.Script) -> Void)] = []
    func add(
      _ name: String,
      _ fault: SignOnFault,
      _ change: @escaping @Sendable (inout MadeUpProvider.Script) -> Void
    ) {
      cases.append((name, fault, change))
    }
    add("alg none", .algorithm) { ($0.algorithm, $0.signer) = ("none", "nobody") }
    add("alg of another case", .algorithm) { ($0.algorithm, $0.signer) = ("nOnE", "nobody") }
    add("symmetric", .algorithm) { ($0.algorithm, $0.signer) = ("HS256", "secret") }
    add("another key", .signature) { $0.signer = "other" }
    add("no signature", .signature) { $0.signer = "nobody" }
    add("a curve for RSA", .signature) { $0.signer = "curve" }
    add("unknown key", .signature) { $0.kid = "k-9" }
    add("issuer", .claims) { $0.claims["iss"] = "https://evil.example" }
    add("audience", .claims) { $0.claims["aud"] = "other" }
    add("several audiences", .claims) { $0.claims["aud"] = ["arpent", "other"] }
    add("authorised party", .claims) { $0.claims["azp"] = "other" }
    add("expired", .claims) { $0.claims["exp"] = 999_900 }
    add("without end", .claims) { $0.claims["exp"] = nil }
    add("of the future", .claims) { $0.claims["iat"] = 1_000_200 }
    add("old", .claims) { $0.claims["iat"] = 990_000 }
    add("nonce of another", .claims) { $0.claims["nonce"] = "n-2" }
    add("no nonce", .claims) { $0.claims["nonce"] = nil }
    add("no subject", .claims) { $0.claims["sub"] = nil }
    add("another's description", .userinfo) { $0.userinfo["sub"] = "s-2" }
    add("description for another", .userinfo) { $0.userinfo["aud"] = "other" }
    add("description of another issuer", .userinfo) { $0.userinfo["iss"] = "https://evil.example" }
    add("forged description", .signature) { $0.userinfoSigner = "other" }
    add("no address", .email) { $0.userinfo["email"] = nil }
    add("address not verified", .email) { $0.userinfo["email_verified"] = false }
    add("mix-up of issuers", .issuer) { $0.issuer = "https://evil.example" }
    add("token asked in clear", .issuer) { $0.tokenEndpoint = "http://id.example.fr/token" }
    add("code used twice", .refused) { $0.tokenStatus = 400 }
    add("down", .unreachable) { $0.isDown = true }
    return cases
  }()

  @Test("Every forged, borrowed or stale answer is refused, each for its own reason")
  func attacksFail() async {
    for (name, fault, change) in Self.attacks {
      let found = await Self.sign(MadeUpProvider(change))
      #expect(found == .failure(fault), "\(name): \(found)")
    }
  }

  @Test("New keys are read when a token names one, not at each forged name")
  func rotation() async throws {
    let provider = MadeUpProvider { $0.keyNames = ["k-0"] }
    let client = provider.client
    func sign() async throws -> SignOnIdentity {
      try await client.identity(code: "c", redirect: "r", nonce: "n-1", verifier: "v")
    }
    await #expect(throws: SignOnFault.signature) { try await sign() }
    await #expect(throws: SignOnFault.signature) { try await sign() }
    let readings = provider.asked.withLock { $0.filter { $0.hasSuffix("/keys") }.count }
    #expect(readings == 1)
    let rotated = MadeUpProvider()
    #expect(
      try await rotated.client.identity(code: "c", redirect: "r", nonce: "n-1", verifier: "v").email != ""
    )
  }

  @Test("The address asked for carries state, nonce and the digest of the verifier, never the verifier")
  func authorization() async throws {
    let url = try await MadeUpProvider().client.authorization(
      redirect: "https://d.fr/atelier/sso/retour",
      state: "st&1",
      nonce: "no",
      verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    )
    // RFC 7636, appendix B.
    #expect(
      url.contains("code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256")
    )
    #expect(url.contains("state=st%261&nonce=no") && !url.contains("dBjft"))
    #expect(url.contains("redirect_uri=https%3A%2F%2Fd.fr%2Fatelier%2Fsso%2Fretour"))
  }

  @Test(
    "What is no token is refused without harm",
    arguments: ["", ".", "..", "a.b.c", "e30.e30.", "é.é.é", String(repeating: "a", count: 70_000)]
  )
  func garbage(text: String) {
    #expect(throws: SignOnFault.self) { try SignedToken(text, keys: KeySet(keys: [])) }
  }
}
