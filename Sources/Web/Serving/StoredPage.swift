import HTTPTypes
public import Hummingbird
public import NIOCore
import Synchronization

/// A rendered answer kept in memory, ready for both kinds of clients.
public struct StoredPage: Sendable {
  /// The bytes as they are.
  public let plain: ByteBuffer
  /// The bytes compressed, where that pays: made when a client first takes them so, since that costs more than
  /// most answers.
  public var compressed: ByteBuffer? { compression?.bytes(of: plain) }
  /// The strong tag of the plain bytes, without quotes.
  public let tag: String
  /// The media type.
  public let mediaType: String
  /// How long clients may keep it without asking.
  public let cacheControl: String
  /// Whether search engines must leave it out.
  public let isUnindexed: Bool
  private let compression: LazyCompression?

  /// Keeps bytes.
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
    compression = isText && bytes.count >= 860 ? LazyCompression() : nil
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

  /// The memory it takes, about, once it was asked for in both forms.
  var size: Int { plain.readableBytes + (compression == nil ? 0 : plain.readableBytes / 3) + 512 }

  /// The answer to a request: 304 where the client holds it already.
  public func response(to request: Request) -> Response {
    var headers: HTTPFields = [.cacheControl: cacheControl]
    if compression != nil { headers[.vary] = "Accept-Encoding" }
    if isUnindexed { headers[.robots] = "noindex" }
    let encoded = compression != nil && Compression.accepts(request) ? compressed : nil
    headers[.eTag] = "\"\(tag)\(encoded == nil ? "" : EntityTag.gzipSuffix)\""
    if EntityTag.matches(request, tag: tag) { return Response(status: .notModified, headers: headers) }
    headers[.contentType] = mediaType
    if encoded != nil { headers[.contentEncoding] = "gzip" }
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: encoded ?? plain))
  }
}

/// The compressed form of bytes, made once, when it is first asked for.
private final class LazyCompression: Sendable {
  private let made = Mutex<ByteBuffer??>(nil)

  /// `nil` where zlib has no memory.
  func bytes(of plain: ByteBuffer) -> ByteBuffer? {
    made.withLock { made in
      if let made { return made }
      let bytes = Gzip.compress(plain.readableBytesView).map { ByteBuffer(bytes: $0) }
      made = .some(bytes)
      return bytes
    }
  }
}
