import HTTPTypes
public import Hummingbird

/// Headers that keep a browser from doing with our pages what they never ask for.
public struct SecurityHeaders: RouterMiddleware {
  /// The type of the request's context.
  public typealias Context = WebContext

  private let site: @Sendable () -> Site

  /// Makes the guard; `site` says where map tiles may come from.
  public init(site: @escaping @Sendable () -> Site) { self.site = site }

  /// Adds the headers to every response, errors included.
  public func handle(
    _ request: Request,
    context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    let site = site()
    // What strangers gave is served under a stricter policy of its own.
    if response.headers[.contentSecurityPolicy] == nil {
      response.headers[.contentSecurityPolicy] = Self.policy(tiles: site.tiles?.origin)
    }
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[.referrerPolicy] = "strict-origin-when-cross-origin"
    response.headers[.permissionsPolicy] = Self.permissions
    response.headers[.crossOriginOpenerPolicy] = "same-origin"
    response.headers[.crossOriginResourcePolicy] =
      CrossOriginAccess.isPublic(request.uri.path) ? "cross-origin" : "same-origin"
    if site.publicURL?.hasPrefix("https://") == true {
      response.headers[.strictTransportSecurity] = "max-age=31536000"
    }
    return response
  }

  static func policy(tiles: String?) -> String { tiles.map { compose(tiles: $0) } ?? ownPolicy }

  private static let ownPolicy = compose(tiles: nil)

  private static func compose(tiles: String?) -> String {
    let images = "'self' data:" + (tiles.map { " " + $0 } ?? "")
    return """
      default-src 'none'; script-src 'self'; style-src 'self'; img-src \(images); connect-src 'self'; \
      font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
      """
  }

  private static let permissions =
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()"
}
