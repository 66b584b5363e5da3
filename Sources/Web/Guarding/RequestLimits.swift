import HTTPTypes
public import Hummingbird
import Messages

/// Refuses addresses, headers and announced bodies that are larger than any honest request needs.
public struct RequestLimits: RouterMiddleware {
  /// The type of the request's context.
  public typealias Context = WebContext

  private let configuration: WebConfiguration

  /// Makes the guard.
  public init(configuration: WebConfiguration) { self.configuration = configuration }

  /// Checks the request's sizes before anything reads it.
  public func handle(
    _ request: Request,
    context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard request.uri.string.utf8.count <= configuration.longestAddress else {
      throw OversizedHead(status: .uriTooLong, failure: Self.address)
    }
    var bytes = 0
    for field in request.headers { bytes += field.name.rawName.utf8.count + field.value.utf8.count + 4 }
    guard bytes <= configuration.largestHeaders else {
      throw OversizedHead(status: .requestHeaderFieldsTooLarge, failure: Self.headers)
    }
    let largest = configuration.largestBody(for: request.uri.path[...])
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > largest {
      throw Failure(
        "http.body.too-large",
        .tooLarge,
        fr: "Le corps de la requête dépasse \(largest) octets.",
        en: "The body of the request is larger than \(largest) bytes."
      )
    }
    return try await next(request, context)
  }

  private static let address = Failure(
    "http.address.too-long",
    .tooLarge,
    fr: "L’adresse demandée est trop longue.",
    en: "The requested address is too long.",
    remedy: Bilingual(fr: "Retirez des filtres de l’adresse.", en: "Remove filters from the address.")
  )

  private static let headers = Failure(
    "http.headers.too-large",
    .tooLarge,
    fr: "Les en-têtes de la requête sont trop longs.",
    en: "The headers of the request are too long.",
    remedy: Bilingual(
      fr: "Effacez les témoins (cookies) de ce site, puis recommencez.",
      en: "Clear the cookies of this site, then try again."
    )
  )
}

/// A head over its limit, which has a status of its own.
struct OversizedHead: Error {
  let status: HTTPResponse.Status
  let failure: Failure
}
