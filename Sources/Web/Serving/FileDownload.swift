import HTTPTypes
public import Hummingbird
import Messages

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A file of the lake on its way to a client, streamed from disk, whole or by range (RFC 9110 § 14).
public struct FileDownload: Sendable {
  /// Where the file is.
  public let file: URL
  /// Its size.
  public let bytes: Int
  /// The digest of its bytes, which is its strong entity tag.
  public let digest: String
  /// The name it is saved under.
  public let name: String
  /// Its media type.
  public let mediaType: String

  /// Describes a download.
  public init(file: URL, bytes: Int, digest: String, name: String, mediaType: String) {
    self.file = file
    self.bytes = bytes
    self.digest = digest
    self.name = name
    self.mediaType = mediaType
  }

  /// The answer: 200, 206, 304 or 416.
  public func response(to request: Request, context: some RequestContext) async throws -> Response {
    // A stranger's file is saved, never shown: its HTML or SVG must not run under our name.
    var headers: HTTPFields = [
      .eTag: "\"\(digest)\"", .acceptRanges: "bytes", .cacheControl: "public, max-age=300",
      .contentDisposition: ContentDisposition.attachment(name),
    ]
    if EntityTag.matches(request, tag: digest) { return Response(status: .notModified, headers: headers) }
    headers[.contentType] = mediaType
    let files = FileIO()
    switch range(of: request) {
    case .whole:
      guard bytes > 0 else { return Response(status: .ok, headers: headers) }
      let body = try await files.loadFile(path: file.path, range: 0...(bytes - 1), context: context)
      return Response(status: .ok, headers: headers, body: body)
    case .part(let range):
      headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound)/\(bytes)"
      let body = try await files.loadFile(path: file.path, range: range, context: context)
      return Response(status: .partialContent, headers: headers, body: body)
    case .unsatisfiable:
      headers[.contentType] = nil
      headers[.contentDisposition] = nil
      headers[.contentRange] = "bytes */\(bytes)"
      return Response(status: .rangeNotSatisfiable, headers: headers)
    }
  }

  private func range(of request: Request) -> ByteRange {
    if let condition = request.headers[.ifRange], condition != "\"\(digest)\"" { return .whole }
    return ByteRange(request.headers[.range], size: bytes)
  }
}

/// The part of a file that a request asks for.
enum ByteRange: Equatable {
  case whole
  case part(ClosedRange<Int>)
  case unsatisfiable

  /// Reads a `Range` header.
  ///
  /// Several ranges at once, or another unit, are answered with the whole file, as RFC 9110 allows.
  init(_ header: String?, size: Int) {
    self = .whole
    guard let header, header.lowercased().hasPrefix("bytes="), !header.contains(",") else { return }
    let bounds = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
    guard bounds.count == 2 else { return }
    switch (Int(bounds[0]), Int(bounds[1])) {
    case (nil, let suffix?) where bounds[0].isEmpty && suffix >= 0:
      self = suffix == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - suffix)...(size - 1))
    case (let first?, nil) where bounds[1].isEmpty && first >= 0:
      self = first < size ? .part(first...(size - 1)) : .unsatisfiable
    case (let first?, let last?) where first >= 0 && last >= first:
      self = first < size ? .part(first...min(last, size - 1)) : .unsatisfiable
    default: return
    }
  }
}

/// The header that names a download (RFC 6266), with any name a file may have (RFC 8187).
public enum ContentDisposition {
  /// The header of a file that is saved under a name.
  public static func attachment(_ name: String) -> String {
    let plain = String(
      decoding: name.utf8.map { byte in
        let isSafe = byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
        return isSafe && byte != UInt8(ascii: "%") ? byte : UInt8(ascii: "_")
      },
      as: UTF8.self
    )
    let field = "attachment; filename=\"\(plain)\""
    return plain == name
      ? field : field + "; filename*=UTF-8''" + PercentEncoding.encode(name, keeping: "!#$&+^`|")
  }
}
