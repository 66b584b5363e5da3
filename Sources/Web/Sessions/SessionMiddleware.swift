public import Hummingbird

/// Learns who is signed in, for the workshop's addresses only: public pages never depend on it.
public struct SessionMiddleware: RouterMiddleware {
  /// The type of the request's context.
  public typealias Context = WebContext

  private let sessions: any SessionLookup
  private let site: @Sendable () -> Site

  /// Makes the middleware.
  public init(sessions: any SessionLookup, site: @escaping @Sendable () -> Site) {
    self.sessions = sessions
    self.site = site
  }

  /// Reads the cookie and notes the session it opens.
  public func handle(
    _ request: Request,
    context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard WorkshopRoute.holds(request.uri.path) else { return try await next(request, context) }
    var context = context
    let cookie = SessionCookie(publicURL: site().publicURL)
    let cookies = request.headers[values: .cookie].joined(separator: "; ")
    if let secret = cookie.secret(in: cookies) {
      context.signedIn = try await sessions.signedIn(secret: secret)
    }
    return try await next(request, context)
  }
}
