import CCurl
public import Foundation
import Messages
import Synchronization

/// What another site answered.
public struct HTTPAnswer: Sendable {
  /// The status.
  public let status: Int
  /// The header fields, by their names in lower case; the last of a name counts.
  public let headers: [String: String]
  /// The body; empty where it went to a file.
  public let body: [UInt8]
  /// The number of bytes of the body, decompressed.
  public let size: Int
  /// The address that answered, after redirects.
  public let address: String
}

/// How something is sent to another site.
public enum HTTPMethod: String, Sendable {
  case post = "POST"
  case patch = "PATCH"
  case put = "PUT"
  case delete = "DELETE"
}

/// How much another site may send, and how long it may take.
public struct HTTPLimits: Sendable, Hashable {
  /// The largest body, decompressed, in bytes.
  public var bytes: Int
  /// The longest time of each request, in seconds.
  public var seconds: Int
  /// The fewest bytes a second, over ten seconds.
  public var slowest = 200
  /// The most redirects.
  public var redirects = 5

  /// Limits a body and a time.
  public init(bytes: Int, seconds: Int) {
    self.bytes = bytes
    self.seconds = seconds
  }

  /// A document of a few megabytes.
  public static let document = HTTPLimits(bytes: 4_194_304, seconds: 15)
  /// A file to deposit.
  public static let file = HTTPLimits(bytes: 2_147_483_648, seconds: 3_600)
}

/// Reads other sites, on behalf of people who gave an address, without reaching what they could not reach
/// themselves.
///
/// Each connection is judged by the address it is made to, after the name was resolved: a name that resolves
/// first to one address, then to another, gains nothing. Each redirect is a new request, judged anew.
public struct HTTPClient: Sendable {
  private let policy: HostPolicy
  private let authorities: TrustedAuthorities
  private let resolve: (@Sendable (String) -> String?)?
  private static let queue: OperationQueue = {
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = 8
    return queue
  }()

  /// Makes a client.
  ///
  /// - Parameters:
  ///   - authorities: Who vouches for sites besides the authorities of the system.
  ///   - resolve: The address of a name; the system's resolver when `nil`.
  public init(
    policy: HostPolicy = HostPolicy(),
    authorities: TrustedAuthorities = .system,
    resolve: (@Sendable (String) -> String?)? = nil
  ) {
    self.policy = policy
    self.authorities = authorities
    self.resolve = resolve
  }

  /// Asks for what is at an address.
  ///
  /// - Parameters:
  ///   - method: How `post` is sent.
  ///   - post: What to send; `nil` asks only (GET).
  ///   - file: Where the body goes, made or emptied; in memory when `nil`.
  public func send(
    _ url: String,
    headers: [String: String] = [:],
    method: HTTPMethod = .post,
    post: [UInt8]? = nil,
    to file: URL? = nil,
    limits: HTTPLimits = .document
  ) async throws -> HTTPAnswer {
    var address = try WebAddress(url, policy: policy)
    let origin = address.origin
    for _ in 0...limits.redirects {
      // What is said to one site is not said to another.
      let sent = address.origin == origin ? headers : [:]
      let answer = try await once(address, sent, post == nil ? "GET" : method.rawValue, post, file, limits)
      guard [301, 302, 303, 307, 308].contains(answer.status), post == nil,
        let location = answer.headers["location"]
      else { return answer }
      address = try address.following(location, policy: policy)
    }
    throw OutgoingFailure.redirects
  }

  private func once(
    _ address: WebAddress,
    _ headers: [String: String],
    _ method: String,
    _ post: [UInt8]?,
    _ file: URL?,
    _ limits: HTTPLimits
  ) async throws -> HTTPAnswer {
    let exchange = try Exchange(
      isTrusted: policy.trusted.contains(address.key),
      authorities: authorities,
      limit: limits.bytes,
      file: file
    )
    let pinned = resolve.flatMap { $0(address.host) }.map { "\(address.key):\($0)" }
    let lines = headers.map { "\($0.key): \($0.value)" }.filter { !$0.contains { $0.isNewline } }
    let transfer = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        Self.queue.addOperation {
          continuation.resume(returning: exchange.run(address.text, lines, method, post, pinned, limits))
        }
      }
    } onCancel: {
      exchange.cancel()
    }
    try Task.checkCancellation()
    return try exchange.answer(transfer, address.text)
  }
}

/// One request and what comes of it.
private final class Exchange: Sendable {
  private struct State {
    var headers: [String: String] = [:]
    var body: [UInt8] = []
    var size = 0
    var isRefused = false
    var isTooLarge = false
    var isUnwritable = false
    var isCancelled = false
  }

  private let state = Mutex(State())
  private let isTrusted: Bool
  private let authorities: TrustedAuthorities
  private let limit: Int
  private let file: FileHandle?

  init(isTrusted: Bool, authorities: TrustedAuthorities, limit: Int, file: URL?) throws {
    self.isTrusted = isTrusted
    self.authorities = authorities
    self.limit = limit
    guard let file else {
      self.file = nil
      return
    }
    guard
      FileManager.default.createFile(
        atPath: file.path,
        contents: nil,
        attributes: [.posixPermissions: 0o600]
      ),
      let handle = FileHandle(forWritingAtPath: file.path)
    else { throw OutgoingFailure.unwritable }
    self.file = handle
  }

  func cancel() { state.withLock { $0.isCancelled = true } }

  func run(
    _ url: String,
    _ headers: [String],
    _ method: String,
    _ post: [UInt8]?,
    _ pinned: String?,
    _ limits: HTTPLimits
  ) -> arpent_transfer {
    var transfer = arpent_transfer()
    let lines = headers.map { strdup($0) }
    defer { lines.forEach { free($0) } }
    let pointers = lines.map { UnsafePointer($0) }
    withExtendedLifetime(self) {
      url.withCString { url in
        method.withCString { method in
          pointers.withUnsafeBufferPointer { pointers in
            (post ?? []).withUnsafeBytes { body in
              Self.withOptional(pinned) { pinned in
                var request = arpent_http_request()
                request.url = url
                request.method = method
                request.headers = pointers.baseAddress
                request.header_count = pointers.count
                request.body = body.baseAddress ?? UnsafeRawPointer(url)
                request.body_size = body.count
                request.pinned = pinned
                request.total_ms = limits.seconds * 1_000
                request.connect_ms = min(limits.seconds, 10) * 1_000
                request.slow_bytes = limits.slowest
                request.slow_seconds = 10
                request.context = Unmanaged.passUnretained(self).toOpaque()
                Self.setCallbacks(&request)
                authorities.withBytes { bytes, size in
                  (request.authorities, request.authorities_size) = (bytes, size)
                  arpent_http(&request, &transfer)
                }
              }
            }
          }
        }
      }
    }
    try? file?.close()
    return transfer
  }

  private static func withOptional(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Void) {
    guard let text else { return body(nil) }
    text.withCString { body($0) }
  }

  private static func setCallbacks(_ request: inout arpent_http_request) {
    request.may_connect = { context, bytes, size, _ in
      let address = Array(UnsafeBufferPointer(start: bytes, count: size))
      return Exchange.of(context)?.mayConnect(address) == true ? 1 : 0
    }
    request.take_bytes = { context, bytes, size in
      Exchange.of(context)?.take(UnsafeBufferPointer(start: bytes, count: size)) == true ? 1 : 0
    }
    request.take_header = { context, bytes, size in
      Exchange.of(context)?.takeHeader(UnsafeBufferPointer(start: bytes, count: size))
    }
    request.is_cancelled = { context in
      Exchange.of(context)?.state.withLock { $0.isCancelled } == true ? 1 : 0
    }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> Exchange? {
    context.map { Unmanaged<Exchange>.fromOpaque($0).takeUnretainedValue() }
  }

  private func mayConnect(_ address: [UInt8]) -> Bool {
    let isAllowed = isTrusted || NetworkAddress.isPublic(address)
    if !isAllowed { state.withLock { $0.isRefused = true } }
    return isAllowed
  }

  private func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let isWithin = state.withLock { state in
      state.size += bytes.count
      state.isTooLarge = state.size > limit
      if !state.isTooLarge, file == nil { state.body.append(contentsOf: bytes) }
      return !state.isTooLarge
    }
    guard isWithin, let file else { return isWithin }
    do {
      try file.write(contentsOf: Data(bytes))
      return true
    } catch {
      state.withLock { $0.isUnwritable = true }
      return false
    }
  }

  private func takeHeader(_ bytes: UnsafeBufferPointer<UInt8>) {
    let line = String(decoding: bytes, as: UTF8.self)
    state.withLock { state in
      // A new status line begins a new answer: what came before was provisional.
      if line.hasPrefix("HTTP/") { state.headers = [:] }
      guard let colon = line.firstIndex(of: ":"), state.headers.count < 200 else { return }
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
      state.headers[line[..<colon].lowercased()] = value
    }
  }

  func answer(_ transfer: arpent_transfer, _ address: String) throws -> HTTPAnswer {
    let state = state.withLock { $0 }
    if state.isCancelled { throw CancellationError() }
    guard transfer.code == 0 else {
      if state.isTooLarge { throw OutgoingFailure.tooLarge }
      if state.isUnwritable { throw OutgoingFailure.unwritable }
      if state.isRefused { throw OutgoingFailure.privateHost }
      switch transfer.code {
      case 28: throw OutgoingFailure.tooSlow
      case 35, 51, 58, 60, 77, 83, 91: throw OutgoingFailure.certificate
      default: throw OutgoingFailure.unreachable
      }
    }
    return HTTPAnswer(
      status: transfer.status,
      headers: state.headers,
      body: state.body,
      size: state.size,
      address: address
    )
  }
}
