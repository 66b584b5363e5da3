import HTTPTypes
public import Hummingbird
import Markup
import Messages
import NIOCore

/// How faces declare what visitors who are not signed in may send.
extension RouterMethods where Context == WebContext {
  /// Serves a page that no cache keeps and that depends on nobody's session: forms before signing in, and
  /// those of visitors.
  ///
  /// Its context holds a form token for `purpose(of: route)`.
  public func formPage(
    _ pattern: some RoutePattern,
    _ plumbing: Plumbing,
    make: @escaping @Sendable (PageContext) async throws -> Page
  ) {
    route(pattern, method: .get) { request, _, route, language in
      let context = PublicForm.context(request, route, language, plumbing)
      let page = try await make(context)
      return Workshop.sealed(Workshop.page(page.document(context).renderedDocument()))
    }
  }

  /// Does what a visitor's form asks, once it is likely that a person sent it from one of the site's pages.
  ///
  /// Checked: where it comes from, the signed token with its age, the field that must stay empty, and how many
  /// forms this client sent.
  ///
  /// - Parameter suspectsPrograms: Whether it matters how quickly the form was filled and how many were sent:
  ///   not where passwords are filled in by browsers, and counted elsewhere.
  public func publicAction(
    _ pattern: some RoutePattern,
    _ plumbing: Plumbing,
    suspectsPrograms: Bool = true,
    limits: FormLimits = .fieldsOnly,
    act: @escaping @Sendable (FormData, PageContext, Visitor) async throws -> ActionAnswer
  ) {
    route(pattern, method: .post) { request, webContext, route, language in
      try SameSite.check(request, site: plumbing.site())
      let visitor = Visitor(request, webContext, plumbing)
      if suspectsPrograms { try plumbing.takePost(from: visitor) }
      let context = PublicForm.context(request, route, language, plumbing)
      let answer = try await FormFolder.using(limits) { folder in
        let form = try await FormReader.read(request, limits: limits, folder: folder) { form in
          try PublicForm.check(form, route, plumbing, youngest: suspectsPrograms ? FormToken.youngest : 0)
        }
        return try await act(form, context, visitor)
      }
      let response = try await answer.response(to: request, context) { page in
        page.document(context).renderedDocument()
      } leave: { _ in
      }
      return Workshop.sealed(response)
    }
  }
}

/// Where a visitor's form comes from.
public struct Visitor: Sendable {
  /// The client's network; `nil` where it is not known.
  public let client: ClientAddress?
  /// What its browser says of itself, shortened.
  public let browser: String
  /// The session the browser holds, where the address is the workshop's and there is one.
  public let signedIn: SignedIn?
  /// Whether it is this machine, and limits do not count.
  let isExempt: Bool

  /// Reads where a request comes from.
  public init(_ request: Request, _ context: WebContext, _ plumbing: Plumbing) {
    let configuration = plumbing.configuration
    let origin = RequestOrigin(request, context, trustsForwarding: configuration.trustsForwardedFor)
    client = origin.client
    browser = String((request.headers[.userAgent] ?? "").prefix(200))
    signedIn = context.signedIn
    isExempt = origin.isThisMachine && configuration.exemptsLoopback
  }
}

/// What visitors' forms have in common.
public enum PublicForm {
  /// What a token of the form sent to this address is for.
  public static func purpose(of route: Route) -> String { route.path(.french) }

  /// The hidden fields of a visitor's form on a page that caches keep: its token is made with the page.
  public static func token(for route: Route, _ plumbing: Plumbing) -> String {
    plumbing.formTokens.make(purpose(of: route), now: plumbing.now())
  }

  static func context(
    _ request: Request,
    _ route: Route,
    _ language: Language,
    _ plumbing: Plumbing
  ) -> PageContext {
    var context = plumbing.context(language, route, Query(encoded: request.uri.query))
    context.formToken = token(for: route, plumbing)
    return context
  }

  static func check(_ form: FormData, _ route: Route, _ plumbing: Plumbing, youngest: Double) throws {
    try plumbing.formTokens.check(
      form[FormToken.field],
      purpose(of: route),
      now: plumbing.now(),
      youngest: youngest
    )
    guard (form[FormToken.trap] ?? "").isEmpty else { throw FormToken.trapped }
  }
}

extension Plumbing {
  /// Counts a visitor's form against its allowance.
  func takePost(from visitor: Visitor) throws {
    guard let client = visitor.client, !visitor.isExempt else { return }
    let decision = posts.take(.forms, from: client, now: ProcessClock.seconds)
    guard decision.isAllowed else { throw RefusedForNow(decision: decision) }
  }
}

/// A clock that only goes forward.
enum ProcessClock {
  private static let start = ContinuousClock.now

  /// The seconds since it was first read.
  static var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }
}
