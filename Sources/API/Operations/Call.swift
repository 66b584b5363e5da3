import Acts
import Catalogue
internal import CivilTime
import HTTPTypes
import Hummingbird
import Lake
import Messages
import Register
import Web

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One request to an operation, its parameters read, over one state of the register.
struct Call: Sendable {
  /// What answers.
  let service: Service
  /// Who asks.
  let caller: Caller
  /// The body, where the operation takes a JSON document.
  let body: [UInt8]
  /// The state of the register all of the answer is made from.
  let state: TerritoryState
  /// The parameters, checked.
  let arguments: Arguments
  /// The request.
  let request: Request
  /// Its context.
  let context: WebContext
  /// Where answers point: the public address without a final slash, or nothing for relative links.
  let origin: String

  /// The day the answer is made, for what is late and what is due.
  var today: CivilDate { CivilDate(secondsSince1970: service.plumbing.now()) }

  /// The slug in the path.
  var slug: String { arguments.text("slug") ?? "" }

  /// Answers with a JSON document that depends on what the public sees of the register, the day and the
  /// request.
  func answerFromRegister(make: () async throws -> JSONValue) async throws -> Response {
    try await answer(at: state.publicHead, make: make)
  }

  /// Answers with a JSON document that depends on every entry of the journal, the day and the request.
  func answerFromJournal(make: () async throws -> JSONValue) async throws -> Response {
    try await answer(at: state.head, make: make)
  }

  private func answer(at head: Head, make: () async throws -> JSONValue) async throws -> Response {
    try await answer(
      dependingOn: [head.root.hex, "\(today.daysSinceEpoch)"],
      mediaType: MediaType.json,
      make: { try await make().encoded }
    )
  }

  /// Answers with bytes that depend on these values and the request only; made once, then kept.
  func answer(
    dependingOn values: [String],
    mediaType: String,
    make: () async throws -> [UInt8]
  ) async throws -> Response {
    // What a token reads is for its holder, now: it is neither kept here nor there.
    guard caller.token == nil else { return answerUnkept(try await make(), mediaType: mediaType) }
    let tag = self.tag(dependingOn: [origin] + values)
    if EntityTag.matches(request, tag: tag) {
      return Response(
        status: .notModified,
        headers: [.eTag: "\"\(tag)\"", .cacheControl: "no-cache", .vary: "Accept-Encoding"]
      )
    }
    let key = PageKey(address: "api\u{0}" + tag, position: 0, day: 0)
    let page = try await service.plumbing.pages.page(key) {
      StoredPage(try await make(), mediaType: mediaType, tag: tag)
    }
    return page.response(to: request)
  }

  /// The strong tag of an answer that depends on these values and the request only.
  func tag(dependingOn values: [String]) -> String {
    let parts = [service.layout, request.uri.path, arguments.canonical] + values
    return EntityTag.of(parts.joined(separator: "\u{0}"))
  }

  /// Answers with bytes that are never the same twice for certain, and so are not kept.
  func answerUnkept(_ bytes: [UInt8], mediaType: String) -> Response {
    StoredPage(bytes, mediaType: mediaType).response(to: request)
  }
}

/// What answers every call.
struct Service: Sendable {
  /// The register and the lake.
  let platform: Platform
  /// What the faces share.
  let plumbing: Plumbing
  /// Every operation.
  let operations: [Operation]
  /// What was answered to requests that may be sent again.
  let answers: AnswerStore
  /// How many requests each token may make.
  let limiter: RateLimiter
  /// Told of each use of a token.
  let noteUse: @Sendable (String) async -> Void
  /// Changes when the shape of answers does, so that no client keeps an answer of an earlier release.
  let layout: String

  /// Serves operations.
  init(
    platform: Platform,
    plumbing: Plumbing,
    operations: [Operation],
    noteUse: @escaping @Sendable (String) async -> Void = { _ in }
  ) {
    answers = AnswerStore(
      folder: platform.configuration.dataFolder.appending(path: "idempotency"),
      clock: platform.configuration.clock
    )
    limiter = RateLimiter(plumbing.configuration.allowances)
    self.noteUse = noteUse
    self.platform = platform
    self.plumbing = plumbing
    self.operations = operations
    let shapes = JSONValue.members(Schemas.all.map { ($0.name, $0.schema.json(.english)) })
    layout = EntityTag.of(shapes.encoded)
  }

  /// The end of an opaque id that nobody can guess.
  func identifier() -> String {
    platform.configuration.randomBytes(9).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// The media types of answers.
enum MediaType {
  static let json = "application/json; charset=utf-8"
  static let geoJSON = "application/geo+json"
  static let openAPI = "application/vnd.oai.openapi+json;version=3.1"
}
