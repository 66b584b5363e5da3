import HTTPTypes
public import Hummingbird
import NIOCore

/// Compresses texts on their way out for clients that accept gzip, whole answers and streams alike.
///
/// What is already encoded, partial or small passes as it is.
public struct Compression: RouterMiddleware {
  /// The type of the request's context.
  public typealias Context = WebContext

  /// Makes the middleware.
  public init() {}

  /// Compresses the response's body where it pays.
  public func handle(
    _ request: Request,
    context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    guard Self.isCompressible(response) else { return response }
    response.headers[.vary] = response.headers[.vary] ?? "Accept-Encoding"
    guard Self.accepts(request) else { return response }
    response.headers[.contentEncoding] = "gzip"
    response.headers[.contentLength] = nil
    if let tag = response.headers[.eTag], tag.hasSuffix("\"") {
      response.headers[.eTag] = tag.dropLast() + EntityTag.gzipSuffix + "\""
    }
    let body = response.body
    response.body = ResponseBody { writer in try await body.write(GzipWriter(writer)) }
    return response
  }

  static func accepts(_ request: Request) -> Bool {
    (request.headers[.acceptEncoding] ?? "").split(separator: ",").contains { coding in
      let parts = coding.split(separator: ";").map { $0.filter { $0 != " " } }
      return (parts.first == "gzip" || parts.first == "*") && parts.dropFirst().first != "q=0"
    }
  }

  /// A file given by ranges stays as it is: compressed, it could not be resumed where it stopped.
  private static func isCompressible(_ response: Response) -> Bool {
    guard response.headers[.acceptRanges] == nil, response.status == .ok || response.status.code >= 400,
      response.headers[.contentEncoding] == nil,
      response.headers[.contentRange] == nil, (response.body.contentLength ?? .max) >= 860,
      let type = response.headers[.contentType]
    else { return false }
    return type.hasPrefix("text/") || type.contains("json") || type.contains("javascript")
      || type.contains("xml")
  }
}

/// Compresses each piece of a body as it is written.
private struct GzipWriter: ResponseBodyWriter {
  private var parent: any ResponseBodyWriter
  private let stream: GzipStream

  init(_ parent: any ResponseBodyWriter) throws {
    guard let stream = GzipStream(level: 5) else { throw CompressionUnavailable() }
    self.parent = parent
    self.stream = stream
  }

  mutating func write(_ buffer: ByteBuffer) async throws {
    let compressed = stream.write(Array(buffer.readableBytesView), finish: false)
    if !compressed.isEmpty { try await parent.write(ByteBuffer(bytes: compressed)) }
  }

  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
    try await parent.write(ByteBuffer(bytes: stream.write([], finish: true)))
    try await parent.finish(trailingHeaders)
  }
}

private struct CompressionUnavailable: Error {}
