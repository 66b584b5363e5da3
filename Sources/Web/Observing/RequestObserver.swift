import HTTPTypes
public import Hummingbird
import Logging

/// Counts each request and leaves one line of it in the log, without address, name or agent of the client.
public struct RequestObserver: RouterMiddleware {
  /// The type of the request's context.
  public typealias Context = WebContext

  private let metrics: Metrics
  private let isLogging: Bool
  private let clock = ContinuousClock()

  /// Makes the observer.
  public init(_ plumbing: Plumbing) {
    metrics = plumbing.metrics
    isLogging = plumbing.configuration.logsRequests
  }

  /// Measures until the answer is ready.
  public func handle(
    _ request: Request,
    context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    let start = clock.now
    do {
      let response = try await next(request, context)
      record(request, context, status: response.status.code, bytes: response.body.contentLength, since: start)
      return response
    } catch {
      record(request, context, status: 499, bytes: nil, since: start)
      throw error
    }
  }

  private func record(
    _ request: Request,
    _ context: WebContext,
    status: Int,
    bytes: Int?,
    since start: ContinuousClock.Instant
  ) {
    let seconds = (clock.now - start) / .seconds(1)
    let route = context.endpointPath ?? "unknown"
    let method = Self.known.contains(request.method) ? request.method.rawValue : "other"
    metrics.count(route: route, method: method, status: status, seconds: seconds)
    guard isLogging else { return }
    let milliseconds = Double(Int(seconds * 100_000)) / 100
    context.logger.log(
      level: status >= 500 ? .error : .info,
      "request",
      metadata: [
        "method": "\(method)", "route": "\(route)", "status": "\(status)", "ms": "\(milliseconds)",
        "bytes": "\(bytes ?? -1)",
      ]
    )
  }

  private static let known: Set<HTTPRequest.Method> = [.get, .head, .options, .post, .put, .delete, .patch]
}
