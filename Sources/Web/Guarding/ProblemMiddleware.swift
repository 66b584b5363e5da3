import HTTPTypes
public import Hummingbird
import Logging
import Markup
public import Messages
import NIOCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Turns every thrown error into a problem document or a page that says what to do; nothing internal leaks.
public struct ProblemMiddleware: RouterMiddleware {
  /// The type of the request's context.
  public typealias Context = WebContext

  private let page: @Sendable (Problem, PageContext) -> Page
  private let context: @Sendable (Language, Route) -> PageContext

  /// Makes the middleware.
  ///
  /// - Parameters:
  ///   - context: The page context of an error page.
  ///   - page: The page that tells people of a problem.
  public init(
    context: @escaping @Sendable (Language, Route) -> PageContext,
    page: @escaping @Sendable (Problem, PageContext) -> Page
  ) {
    self.context = context
    self.page = page
  }

  /// Runs the rest and answers for what it throws.
  public func handle(
    _ request: Request,
    context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as CancellationError {
      // The client went away or the server stops: there is no one to answer.
      throw error
    } catch {
      var response = respond(to: error, request, context)
      if let refused = error as? RefusedForNow {
        refused.decision.write(to: &response.headers)
        response.headers[.retryAfter] = "\(refused.decision.retrySeconds)"
      }
      return response
    }
  }

  private func respond(to error: any Error, _ request: Request, _ context: WebContext) -> Response {
    let (status, failure) = Self.describe(error, request)
    let problem = Problem(status: status, failure: failure, request: context.id)
    if status == 500 {
      context.logger.error(
        "request failed",
        metadata: ["code": "\(failure.code)", "error": "\(String(reflecting: error))"]
      )
    } else {
      context.logger.debug("request refused", metadata: ["code": "\(failure.code)", "status": "\(status)"])
    }
    var response = Self.wantsPage(request) ? document(problem, request) : Self.json(problem, request)
    response.headers[.cacheControl] = "no-store"
    response.headers[.requestIdentifier] = context.id
    // RFC 6750 § 3: the interface says which key it takes.
    if status == 401, request.uri.path.hasPrefix("/api/") { response.headers[.wwwAuthenticate] = "Bearer" }
    if status == 405 { response.headers[.allow] = "GET, HEAD" }
    return response
  }

  private static func describe(_ error: any Error, _ request: Request) -> (status: Int, failure: Failure) {
    let isRead = request.method == .get || request.method == .head
    switch error {
    case let failure as Failure: return (Problem.status(failure, isRead: isRead), failure)
    case let refused as RefusedForNow: return (429, refused.failure)
    case let oversized as OversizedHead: return (oversized.status.code, oversized.failure)
    case let http as any HTTPResponseError where http.status == .notFound:
      return isRead ? (404, Problem.unknownAddress) : (405, unsupportedMethod)
    case let http as any HTTPResponseError where http.status.code < 500:
      return (http.status.code, notUnderstood)
    default: return (500, Problem.unexpected)
    }
  }

  /// People get a page; the interface and whoever prefers JSON get a document.
  static func wantsPage(_ request: Request) -> Bool {
    let path = request.uri.path
    if path.hasPrefix("/api/") || path.hasPrefix("/fragments/") || path.hasPrefix("/en/fragments/") {
      return false
    }
    let accept = request.headers[.accept] ?? "*/*"
    return accept.contains("text/html") || !accept.contains("json") && accept.contains("*/*")
  }

  private static func json(_ problem: Problem, _ request: Request) -> Response {
    let language = language(of: request)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(ProblemDocument(problem, language: language))) ?? Data("{}".utf8)
    return Response(
      status: .init(code: problem.status),
      headers: [
        .contentType: "application/problem+json; charset=utf-8", .contentLanguage: language.rawValue,
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: data))
    )
  }

  private func document(_ problem: Problem, _ request: Request) -> Response {
    let language = Route.language(ofPath: request.uri.path)
    let route = Route.parse(request.uri.path)?.route ?? .home
    let context = context(language, route)
    let html = page(problem, context).document(context).renderedDocument()
    return Response(
      status: .init(code: problem.status),
      headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: html))
    )
  }

  /// French unless the address or the client's first choice is English.
  static func language(of request: Request) -> Language {
    if Route.language(ofPath: request.uri.path) == .english { return .english }
    return request.headers[.acceptLanguage]?.lowercased().hasPrefix("en") == true ? .english : .french
  }

  private static let unsupportedMethod = Failure(
    "http.method.unsupported",
    .invalid,
    fr: "Cette adresse se lit seulement (GET).",
    en: "This address can only be read (GET)."
  )

  private static let notUnderstood = Failure(
    "http.request.invalid",
    .invalid,
    fr: "La requête n’a pas été comprise.",
    en: "The request was not understood."
  )
}
