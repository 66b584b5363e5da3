import HTTPTypes
public import Hummingbird
import Messages

/// Refuses the requests of a client beyond its allowance, and tells when to come back.
public struct RateLimitMiddleware: RouterMiddleware {
  /// The type of the request's context.
  public typealias Context = WebContext

  private let limiter: RateLimiter
  private let configuration: WebConfiguration
  private let clock = ContinuousClock()
  private let start = ContinuousClock.now

  /// Makes the guard.
  public init(limiter: RateLimiter, configuration: WebConfiguration) {
    self.limiter = limiter
    self.configuration = configuration
  }

  /// Counts the request, then lets it pass or refuses it.
  public func handle(
    _ request: Request,
    context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    let origin = RequestOrigin(request, context, trustsForwarding: configuration.trustsForwardedFor)
    guard let kind = Self.class(of: request.uri.path, isQuery: request.uri.query != nil),
      let client = origin.client,
      !(origin.isThisMachine && configuration.exemptsLoopback)
    else { return try await next(request, context) }
    let decision = limiter.take(kind, from: client, now: (clock.now - start) / .seconds(1))
    guard decision.isAllowed else { throw RefusedForNow(decision: decision) }
    var response = try await next(request, context)
    if kind != .pages { decision.write(to: &response.headers) }
    return response
  }

  /// The class of a path; `nil` for what is never limited.
  public static func `class`(of path: String, isQuery: Bool) -> RateLimiter.Class? {
    if path.hasPrefix("/api/") {
      let isCostly =
        ["/sql", "/aggregate", "/diagnosis", "/publish"].contains { path.hasSuffix($0) }
        || path.contains("/export.")
      return isCostly ? .costly : .data
    }
    if path.hasPrefix("/assets/") || path == "/healthz" { return nil }
    // A page or part of one that asks the engine something costs as much as the same question of the interface.
    let asksEngine = path.hasPrefix("/donnees/") || path.hasPrefix("/en/donnees/")
    return isQuery && asksEngine || path.contains("fragments/") ? .data : .pages
  }
}

/// Where a request comes from.
struct RequestOrigin {
  /// The client, if it is known.
  let client: ClientAddress?
  /// Whether it was made on this machine, and not passed on by a proxy.
  let isThisMachine: Bool

  init(_ request: Request, _ context: WebContext, trustsForwarding: Bool) {
    let forwarded = request.headers[.forwardedFor]
    // The last address is the one our own proxy saw; those before are what the client pretends.
    let last = forwarded?.split(separator: ",").last.map { $0.trimmingBlanks }
    client = trustsForwarding ? last.flatMap { ClientAddress(text: $0) } ?? context.peer : context.peer
    isThisMachine = context.peer?.isLoopback == true && forwarded == nil
  }
}

/// A client beyond its allowance.
public struct RefusedForNow: Error {
  let decision: RateLimiter.Decision

  /// Refuses because of what the limiter said.
  public init(decision: RateLimiter.Decision) { self.decision = decision }

  var failure: Failure {
    let seconds = decision.retrySeconds
    return Failure(
      "http.rate.exceeded",
      .tooMany,
      fr: "Trop de requêtes ont été faites en peu de temps.",
      en: "Too many requests were made in a short time.",
      remedy: Bilingual(
        fr: "Attendez \(seconds) s, puis recommencez moins vite ; pour tout lire, prenez l’export.",
        en: "Wait \(seconds) s, then go on more slowly; to read everything, take the export."
      )
    )
  }
}

extension RateLimiter.Decision {
  func write(to headers: inout HTTPFields) {
    headers[.rateLimitLimit] = "\(limit)"
    headers[.rateLimitRemaining] = "\(remaining)"
    headers[.rateLimitReset] = "\(resetSeconds)"
  }
}

extension StringProtocol {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
