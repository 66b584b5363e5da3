public import Hummingbird
import HummingbirdCore
public import Logging
import Messages
import NIOCore

/// The router with every guard in place, before the faces add their pages.
public enum WebServer {
  /// Makes the router: guards, health, figures and assets.
  ///
  /// - Parameter errorPage: The page that tells people of a problem.
  public static func router(
    _ plumbing: Plumbing,
    errorPage: @escaping @Sendable (Problem, PageContext) -> Page
  ) -> Router<WebContext> {
    let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
    let configuration = plumbing.configuration
    router.add(middleware: RequestObserver(plumbing))
    router.add(middleware: SecurityHeaders(site: plumbing.site))
    router.add(middleware: CrossOriginAccess())
    router.add(middleware: Compression())
    router.add(
      middleware: ProblemMiddleware(context: { plumbing.context($0, $1) }, page: errorPage)
    )
    router.add(middleware: RequestLimits(configuration: configuration))
    router.add(
      middleware: RateLimitMiddleware(
        limiter: RateLimiter(configuration.allowances),
        configuration: configuration
      )
    )
    router.add(middleware: SessionMiddleware(sessions: plumbing.sessions, site: plumbing.site))
    ProcessFigures.watch(plumbing)
    addHealth(router, plumbing)
    AssetRoutes.add(to: router, plumbing.assets)
    return router
  }

  /// The application that serves the router over HTTP/1.1, closing connections that make no progress.
  public static func application(
    _ router: Router<WebContext>,
    _ plumbing: Plumbing,
    logger: Logger,
    onServing: @escaping @Sendable (Int) async -> Void = { _ in }
  ) -> some ApplicationProtocol {
    let configuration = plumbing.configuration
    return Application(
      router: router,
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [SlowClientGuard(configuration: configuration)],
          idleTimeout: nil,
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: configuration.largestHeaders * 2,
            maxHeaderListSize: configuration.largestHeaders * 2,
            maxHeaderFieldCount: 200
          )
        )
      ),
      configuration: ApplicationConfiguration(
        address: .hostname(configuration.host, port: configuration.port),
        serverName: "Arpent",
        availableConnectionsDelegate: MaximumAvailableConnections(configuration.mostConnections)
      ),
      onServerRunning: { channel in await onServing(channel.localAddress?.port ?? configuration.port) },
      logger: logger
    )
  }

  private static func addHealth(_ router: Router<WebContext>, _ plumbing: Plumbing) {
    router.get("/healthz") { _, _ in
      Response(
        status: .ok,
        headers: [.contentType: "application/json", .cacheControl: "no-store"],
        body: ResponseBody(
          byteBuffer: ByteBuffer(string: #"{"status":"ok","position":\#(plumbing.position().entries)}"#)
        )
      )
    }
    router.get("/metrics") { request, context in
      let origin = RequestOrigin(
        request,
        context,
        trustsForwarding: plumbing.configuration.trustsForwardedFor
      )
      guard origin.isThisMachine || plumbing.configuration.opensMetrics else { throw Problem.unknownAddress }
      return Response(
        status: .ok,
        headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: plumbing.metrics.text()))
      )
    }
  }
}
