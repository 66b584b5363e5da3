import Crypto
import Foundation

/// What an administrator says of a provider.
public struct SignOnSettings: Sendable, Hashable {
  /// What people call it: « ProConnect ».
  public var label: String
  /// Its issuer identifier, exactly as it writes it.
  public var issuer: String
  /// Our name there.
  public var clientID: String
  /// Our secret there.
  public var clientSecret: String
  /// What is asked for.
  public var scopes: [String]

  /// Describes a provider.
  public init(label: String, issuer: String, clientID: String, clientSecret: String, scopes: [String]) {
    self.label = label
    self.issuer = issuer
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.scopes = scopes
  }
}

/// Who someone is, as the provider says.
public struct SignOnIdentity: Sendable, Hashable {
  /// The e-mail address, in lower case.
  public let email: String
  /// The name, where it is told.
  public let name: String
  /// The identity token, for signing out there.
  public let idToken: String
}

/// An exchange with the provider: status, media type, body.
public struct SignOnAnswer: Sendable {
  /// The status.
  public let status: Int
  /// The media type.
  public let mediaType: String
  /// The body.
  public let body: [UInt8]

  /// Describes an answer.
  public init(status: Int, mediaType: String, body: [UInt8]) {
    self.status = status
    self.mediaType = mediaType
    self.body = body
  }
}

/// A provider of OpenID Connect (Core 1.0): authorisation code with PKCE (RFC 7636).
public actor OpenIDProvider {
  /// Asks an address, with header fields, and something to post.
  public typealias Fetch = @Sendable (String, [String: String], [UInt8]?) async throws -> SignOnAnswer

  /// What an administrator says of it.
  public nonisolated let settings: SignOnSettings
  private let fetch: Fetch
  private let now: @Sendable () -> Double
  private var known: (metadata: Metadata, at: Double)?
  private var keys: (set: KeySet, at: Double)?

  /// How provider clocks may differ from ours, in seconds.
  private static let leeway = 60.0
  /// How long the provider's description is believed, in seconds.
  private static let memory = 3_600.0
  /// The least time between two readings of its keys, in seconds.
  private static let keyPause = 10.0

  /// Makes a client of a provider.
  ///
  /// - Parameters:
  ///   - now: Seconds since 1970-01-01 UTC.
  ///   - fetch: Asks other sites.
  public init(_ settings: SignOnSettings, now: @escaping @Sendable () -> Double, fetch: @escaping Fetch) {
    self.settings = settings
    self.now = now
    self.fetch = fetch
  }

  private struct Metadata: Decodable {
    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let jwksUri: String
    let userinfoEndpoint: String?
    let endSessionEndpoint: String?
  }

  private struct Tokens: Decodable {
    let accessToken: String
    let idToken: String
  }

  /// Where to send someone to sign in.
  public func authorization(redirect: String, state: String, nonce: String, verifier: String) async throws
    -> String
  {
    let metadata = try await metadata()
    return Self.address(
      metadata.authorizationEndpoint,
      [
        ("response_type", "code"), ("client_id", settings.clientID), ("redirect_uri", redirect),
        ("scope", settings.scopes.joined(separator: " ")), ("state", state), ("nonce", nonce),
        ("code_challenge", Base64URL.encode(SHA256.hash(data: Data(verifier.utf8)))),
        ("code_challenge_method", "S256"),
      ]
    )
  }

  /// Who came back with a code.
  public func identity(code: String, redirect: String, nonce: String, verifier: String) async throws
    -> SignOnIdentity
  {
    let metadata = try await metadata()
    let form = [
      ("grant_type", "authorization_code"), ("client_id", settings.clientID),
      ("client_secret", settings.clientSecret), ("redirect_uri", redirect), ("code", code),
      ("code_verifier", verifier),
    ]
    let answer = try await ask(
      metadata.tokenEndpoint,
      ["Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"],
      Array(Self.encoded(form).utf8)
    )
    guard answer.status == 200 else { throw SignOnFault.refused }
    guard let tokens = try? Self.decoder.decode(Tokens.self, from: Data(answer.body)) else {
      throw SignOnFault.token
    }
    let claims = try await verified(tokens.idToken, metadata)
    try check(claims, nonce: nonce)
    let person = try await userinfo(tokens.accessToken, claims, metadata)
    guard let email = person.email?.lowercased(), email.contains("@"), person.emailVerified?.value != false
    else {
      throw SignOnFault.email
    }
    let parts = [person.givenName, person.usualName ?? person.familyName].compactMap { $0 }
    return SignOnIdentity(
      email: email,
      name: person.name ?? parts.joined(separator: " "),
      idToken: tokens.idToken
    )
  }

  /// Where to send someone to sign out there too; `nil` where the provider has no such address.
  public func signOut(idToken: String, redirect: String) async throws -> String? {
    guard let endpoint = try await metadata().endSessionEndpoint else { return nil }
    return Self.address(endpoint, [("id_token_hint", idToken), ("post_logout_redirect_uri", redirect)])
  }

  /// The rules of OpenID Connect Core § 3.1.3.7.
  private func check(_ claims: SignedToken.Claims, nonce: String) throws {
    let now = now()
    guard claims.iss == settings.issuer, let audience = claims.aud?.values,
      audience.contains(settings.clientID), audience.count == 1 || claims.azp == settings.clientID,
      claims.azp == nil || claims.azp == settings.clientID,
      let expiry = claims.exp, expiry > now - Self.leeway,
      let made = claims.iat, made < now + Self.leeway, made > now - Self.memory,
      claims.nonce == nonce, claims.sub?.isEmpty == false
    else { throw SignOnFault.claims }
  }

  private func userinfo(
    _ accessToken: String,
    _ identity: SignedToken.Claims,
    _ metadata: Metadata
  ) async throws -> SignedToken.Claims {
    guard let endpoint = metadata.userinfoEndpoint else { return identity }
    let answer = try await ask(endpoint, ["Authorization": "Bearer " + accessToken], nil)
    guard answer.status == 200 else { throw SignOnFault.userinfo }
    let claims: SignedToken.Claims
    if answer.mediaType.lowercased().hasPrefix("application/jwt") {
      claims = try await verified(String(decoding: answer.body, as: UTF8.self), metadata)
      guard claims.iss == nil || claims.iss == settings.issuer,
        claims.aud.map({ $0.values.contains(settings.clientID) }) ?? true
      else { throw SignOnFault.userinfo }
    } else {
      guard let plain = try? JSONDecoder().decode(SignedToken.Claims.self, from: Data(answer.body)) else {
        throw SignOnFault.userinfo
      }
      claims = plain
    }
    // Another person's description must not pass for this one's (§ 5.3.2).
    guard claims.sub == identity.sub else { throw SignOnFault.userinfo }
    return claims
  }

  /// The claims of a token signed by the provider; its keys are read again where it names one that is not known.
  private func verified(_ token: String, _ metadata: Metadata) async throws -> SignedToken.Claims {
    if let keys, let read = try SignedToken(token, keys: keys.set) { return read.claims }
    if let keys, now() - keys.at < Self.keyPause, now() >= keys.at { throw SignOnFault.signature }
    let answer = try await ask(metadata.jwksUri, [:], nil)
    guard answer.status == 200, let set = try? JSONDecoder().decode(KeySet.self, from: Data(answer.body))
    else {
      throw SignOnFault.unreachable
    }
    keys = (set, now())
    guard let read = try SignedToken(token, keys: set) else { throw SignOnFault.signature }
    return read.claims
  }

  private func metadata() async throws -> Metadata {
    if let known, abs(now() - known.at) < Self.memory { return known.metadata }
    let base = settings.issuer.hasSuffix("/") ? String(settings.issuer.dropLast()) : settings.issuer
    let answer = try await ask(base + "/.well-known/openid-configuration", [:], nil)
    guard answer.status == 200,
      let metadata = try? Self.decoder.decode(Metadata.self, from: Data(answer.body))
    else { throw SignOnFault.unreachable }
    // Discovery § 4.3: else one provider could pass for another.
    guard metadata.issuer == settings.issuer else { throw SignOnFault.issuer }
    let endpoints =
      [metadata.authorizationEndpoint, metadata.tokenEndpoint, metadata.jwksUri]
      + [metadata.userinfoEndpoint, metadata.endSessionEndpoint].compactMap { $0 }
    let isSafe = endpoints.allSatisfy { $0.hasPrefix("https://") || settings.issuer.hasPrefix("http://") }
    guard isSafe else { throw SignOnFault.issuer }
    known = (metadata, now())
    return metadata
  }

  private func ask(_ url: String, _ headers: [String: String], _ post: [UInt8]?) async throws -> SignOnAnswer
  {
    do { return try await fetch(url, headers, post) } catch { throw SignOnFault.unreachable }
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }

  private static func address(_ endpoint: String, _ parameters: [(String, String)]) -> String {
    endpoint + (endpoint.contains("?") ? "&" : "?") + encoded(parameters)
  }

  private static func encoded(_ parameters: [(String, String)]) -> String {
    let plain = CharacterSet(
      charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    )
    return parameters.map { name, value in
      name + "=" + (value.addingPercentEncoding(withAllowedCharacters: plain) ?? "")
    }
    .joined(separator: "&")
  }
}
