import HTTPTypes
public import Hummingbird
public import NIOCore

/// A rendered answer kept in memory, ready for both kinds of clients.
public struct StoredPage: Sendable {
  /// The bytes as they are.
  public let plain: ByteBuffer
  /// The bytes compressed, where that pays.
  public let compressed: ByteBuffer?
  /// The strong tag of the plain bytes, without quotes.
  public let tag: String
  /// The media type.
  public let mediaType: String
  /// How long clients may keep it without asking.
  public let cacheControl: String
  /// Whether search engines must leave it out.
  public let isUnindexed: Bool

  /// Keeps bytes and their compressed form.
  ///
  /// - Parameter tag: The tag of what the bytes were made from; that of the bytes themselves when `nil`.
  public init(
    _ bytes: [UInt8],
    mediaType: String,
    cacheControl: String = "no-cache",
    isUnindexed: Bool = false,
    tag: String? = nil
  ) {
    plain = ByteBuffer(bytes: bytes)
    let isText =
      mediaType.hasPrefix("text/") || ["json", "javascript", "xml"].contains { mediaType.contains($0) }
    compressed = isText && bytes.count >= 860 ? Gzip.compress(bytes).map { ByteBuffer(bytes: $0) } : nil
    self.tag = tag ?? EntityTag.of(bytes)
    self.mediaType = mediaType
    self.cacheControl = cacheControl
    self.isUnindexed = isUnindexed
  }

  /// The answer under a policy that lets it run and fetch nothing, even when it is opened by itself.
  public func sandboxed(to request: Request) -> Response {
    var response = response(to: request)
    response.headers[.contentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response
  }

  /// The memory it takes, about.
  var size: Int { plain.readableBytes + (compressed?.readableBytes ?? 0) + 512 }

  /// The answer to a request: 304 where the client holds it already.
  public func response(to request: Request) -> Response {
    var headers: HTTPFields = [.cacheControl: cacheControl]
    if compressed != nil { headers[.vary] = "Accept-Encoding" }
    if isUnindexed { headers[.robots] = "noindex" }
    let encoded = compressed.flatMap { Compression.accepts(request) ? $0 : nil }
    headers[.eTag] = "\"\(tag)\(encoded == nil ? "" : EntityTag.gzipSuffix)\""
    if EntityTag.matches(request, tag: tag) { return Response(status: .notModified, headers: headers) }
    headers[.contentType] = mediaType
    if encoded != nil { headers[.contentEncoding] = "gzip" }
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: encoded ?? plain))
  }
}
