import HTTPTypes
public import Hummingbird

/// Lets any site's scripts read the public interface (WHATWG Fetch, CORS protocol): open data has no borders.
public struct CrossOriginAccess: RouterMiddleware {
  /// The type of the request's context.
  public typealias Context = WebContext

  /// Makes the middleware.
  public init() {}

  /// Answers preflights and opens reads; never with credentials.
  public func handle(
    _ request: Request,
    context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard Self.isPublic(request.uri.path) else { return try await next(request, context) }
    if request.method == .options {
      return Response(
        status: .noContent,
        headers: [
          .accessControlAllowOrigin: "*", .accessControlAllowMethods: "GET, HEAD, OPTIONS",
          .accessControlAllowHeaders: "Accept, Accept-Language, If-None-Match, Range",
          .accessControlMaxAge: "86400", .allow: "GET, HEAD, OPTIONS",
        ]
      )
    }
    var response = try await next(request, context)
    response.headers[.accessControlAllowOrigin] = "*"
    response.headers[.accessControlExposeHeaders] =
      "ETag, Link, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Content-Disposition, "
      + "Content-Range, Accept-Ranges, X-Request-Id"
    return response
  }

  /// Whether a path is read by other sites: the interface, the maps' shapes and the original files.
  static func isPublic(_ path: String) -> Bool {
    path.hasPrefix("/api/") || path.hasSuffix(".geojson") || path.hasSuffix("/original")
  }
}
