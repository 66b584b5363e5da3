import Crypto
import HTTPTypes
public import Hummingbird

/// Entity tags and conditional requests (RFC 9110 § 8.8.3 and § 13).
public enum EntityTag {
  /// A strong tag of these bytes.
  public static func of(_ bytes: some Collection<UInt8>) -> String {
    var hash = SHA256()
    if bytes.withContiguousStorageIfAvailable({ hash.update(bufferPointer: UnsafeRawBufferPointer($0)) })
      == nil
    {
      hash.update(data: Array(bytes))
    }
    return hash.finalize().prefix(12).hexadecimal
  }

  /// A strong tag of what an answer depends on: the version's digest, the request, the state of the register.
  public static func of(_ parts: String...) -> String {
    of(Array(parts.joined(separator: "\u{0}").utf8))
  }

  /// Whether the client already holds what has this tag (`If-None-Match`, weak comparison).
  public static func matches(_ request: Request, tag: String) -> Bool {
    guard let header = request.headers[.ifNoneMatch] else { return false }
    if header == "*" { return true }
    return header.split(separator: ",").contains { candidate in
      let opaque = candidate.drop { $0 == " " }.drop { $0 == "W" || $0 == "/" }.filter {
        $0 != "\"" && $0 != " "
      }
      return opaque == tag || opaque == tag + gzipSuffix
    }
  }

  /// What ends the tag of the compressed form, which has other bytes.
  static let gzipSuffix = "-gzip"

  /// Answers a read whose tag is known before it is made: 304, or what `make` gives with the tag on it.
  public static func answer(
    _ request: Request,
    tag: String,
    cacheControl: String = "no-cache",
    make: () async throws -> Response
  ) async throws -> Response {
    if matches(request, tag: tag) {
      return Response(
        status: .notModified,
        headers: [.eTag: "\"\(tag)\"", .cacheControl: cacheControl, .vary: "Accept-Encoding"]
      )
    }
    var response = try await make()
    if response.status == .ok {
      response.headers[.eTag] = "\"\(tag)\""
      response.headers[.cacheControl] = cacheControl
    }
    return response
  }
}

extension Sequence<UInt8> {
  /// The bytes in lower-case hexadecimal.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
