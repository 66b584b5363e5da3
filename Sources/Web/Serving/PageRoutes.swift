public import HTTPTypes
public import Hummingbird
public import Markup
public import Messages

/// How the faces declare their pages: by the pattern of a `Route`, in each language.
extension RouterMethods where Context == WebContext {
  /// Serves a page, rendered once per state of what the public sees, day and address.
  ///
  /// - Parameter followsJournal: Whether it also shows the journal itself, which every act makes longer.
  public func page(
    _ pattern: Route.Pattern,
    _ plumbing: Plumbing,
    followsJournal: Bool = false,
    make: @escaping @Sendable (PageContext) async throws -> Page
  ) {
    route(pattern) { request, _, route, language in
      try await plumbing.answer(
        request,
        mediaType: "text/html; charset=utf-8",
        followsJournal: followsJournal
      ) {
        let context = plumbing.context(language, route, Query(encoded: request.uri.query))
        return try await make(context).document(context).renderedDocument()
      }
    }
  }

  /// Serves a part of a page, for scripts that replace it.
  public func fragment(
    _ pattern: Route.Pattern,
    _ plumbing: Plumbing,
    make: @escaping @Sendable (PageContext) async throws -> HTML
  ) {
    route(pattern) { request, _, route, language in
      try await plumbing.answer(request, mediaType: "text/html; charset=utf-8", isUnindexed: true) {
        try await make(plumbing.context(language, route, Query(encoded: request.uri.query))).rendered()
      }
    }
  }

  /// Serves anything else at the addresses of a pattern of the portal.
  public func route(
    _ pattern: Route.Pattern,
    respond: @escaping @Sendable (Request, WebContext, Route, Language) async throws -> Response
  ) {
    route(pattern, method: .get, respond: respond)
  }

  /// Serves anything else at the addresses of a pattern.
  public func route(
    _ pattern: some RoutePattern,
    method: HTTPRequest.Method,
    respond: @escaping @Sendable (Request, WebContext, Route, Language) async throws -> Response
  ) {
    let variables = pattern.variables
    for language in Language.allCases {
      let path = (language == .english ? "/en" : "") + pattern.template
      on(RouterPath(path), method: method) { request, context in
        let values = try variables.map { try context.parameters.require($0) }
        guard let route = pattern.route(values) else { throw Problem.unknownAddress }
        return try await respond(request, context, route, language)
      }
    }
  }
}
