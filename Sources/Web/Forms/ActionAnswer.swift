import Foundation
import HTTPTypes
public import Hummingbird
public import Messages
import NIOCore

/// A field at fault, and why.
public struct FieldError: Sendable, Hashable, Codable {
  /// The name of the field; empty for the form as a whole.
  public let field: String
  /// What is wrong and what to do, in the page's language.
  public let message: String

  /// Names a fault.
  public init(_ field: String, _ message: String) {
    self.field = field
    self.message = message
  }

  /// The fault a refusal points at.
  public init(_ failure: Failure, _ context: PageContext, field: String? = nil) {
    let remedy = failure.remedy.map { " " + context.say($0) } ?? ""
    self.init(field ?? failure.pointer ?? "", context.say(failure.message) + remedy)
  }
}

/// What answers a form.
public enum ActionAnswer: Sendable {
  /// It is done: go to this page (303), where the notice shows once.
  case redirect(Route, Query = Query(), notice: FlashNotice? = nil)
  /// The page itself: most often the form again, with what to correct (422).
  case page(Page, status: HTTPResponse.Status = .unprocessableContent, errors: [FieldError] = [])
  /// For scripts only: something to encode as JSON.
  case json(any Encodable & Sendable)
  /// Anything else.
  case response(Response)
}

extension ActionAnswer {
  /// What a script gets instead of a redirect: where to go, and what was said.
  private struct Done: Encodable {
    let location: String
    let tone: String?
    let notice: String?
  }

  /// What a script gets instead of the form shown again.
  private struct Refused: Encodable {
    let errors: [FieldError]
  }

  /// Whether a request was made by a script that reads JSON.
  static func wantsJSON(_ request: Request) -> Bool {
    let accept = request.headers[.accept] ?? ""
    return accept.contains("application/json") && !accept.contains("text/html")
  }

  static func json(_ value: any Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Response(
      status: status,
      headers: [.contentType: "application/json; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(value)))
    )
  }

  /// The answer to the request.
  ///
  /// - Parameters:
  ///   - render: Puts the frame around a page.
  ///   - leave: Keeps a notice for the next page.
  func response(
    to request: Request,
    _ context: PageContext,
    render: (Page) async throws -> [UInt8],
    leave: (FlashNotice) -> Void
  ) async throws -> Response {
    let isScript = Self.wantsJSON(request)
    switch self {
    case .redirect(let route, let query, let notice):
      let location = context.link(route, query)
      if isScript {
        let text = notice.map { context.say($0.text) }
        return try Self.json(Done(location: location, tone: notice?.tone.rawValue, notice: text))
      }
      if let notice { leave(notice) }
      return Response(status: .seeOther, headers: [.location: location])
    case .page(let page, let status, let errors):
      if isScript { return try Self.json(Refused(errors: errors), status: status) }
      let bytes = try await render(page)
      return Response(
        status: status,
        headers: [.contentType: "text/html; charset=utf-8"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
      )
    case .json(let value): return try Self.json(value)
    case .response(let response): return response
    }
  }
}
