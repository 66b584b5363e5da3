import Foundation
public import HTTPTypes
public import Hummingbird
import Markup
import Messages
import NIOCore

/// How the workshop declares its pages and what its forms do.
extension RouterMethods where Context == WebContext {
  /// Serves a page to who is signed in; others are sent to sign in, and come back after.
  public func workshopPage(
    _ pattern: WorkshopRoute.Pattern,
    _ plumbing: Plumbing,
    make: @escaping @Sendable (PageContext, SignedIn) async throws -> Page
  ) {
    plumbing.served.add(pattern)
    route(pattern, method: .get) { request, webContext, route, language in
      guard let signedIn = webContext.signedIn else {
        return try Workshop.askToSignIn(request, language)
      }
      let context = Workshop.context(request, route, language, signedIn, plumbing, takesFlash: true)
      let bytes = try await Workshop.document(try await make(context, signedIn), context, signedIn, plumbing)
      return Workshop.sealed(Workshop.page(bytes))
    }
  }

  /// Serves part of a page, or anything else, to who is signed in.
  public func workshopResponse(
    _ pattern: WorkshopRoute.Pattern,
    _ plumbing: Plumbing,
    respond: @escaping @Sendable (Request, PageContext, SignedIn) async throws -> Response
  ) {
    route(pattern, method: .get) { request, webContext, route, language in
      guard let signedIn = webContext.signedIn else {
        return try Workshop.askToSignIn(request, language)
      }
      let context = Workshop.context(request, route, language, signedIn, plumbing, takesFlash: false)
      return Workshop.sealed(try await respond(request, context, signedIn))
    }
  }

  /// Gives a file of the lake, saved and never shown, to who is signed in.
  public func workshopDownload(
    _ pattern: WorkshopRoute.Pattern,
    _ plumbing: Plumbing,
    find: @escaping @Sendable (Request, PageContext, SignedIn) async throws -> FileDownload
  ) {
    route(pattern, method: .get) { request, webContext, route, language in
      guard let signedIn = webContext.signedIn else {
        return try Workshop.askToSignIn(request, language)
      }
      let context = Workshop.context(request, route, language, signedIn, plumbing, takesFlash: false)
      let file = try await find(request, context, signedIn)
      return Workshop.sealed(try await file.response(to: request, context: webContext))
    }
  }

  /// Does what a form asks, for who is signed in and sent it from one of the site's own pages.
  ///
  /// - Parameter limits: What the form may hold; files are removed after the action unless it moves them.
  public func workshopAction(
    _ pattern: WorkshopRoute.Pattern,
    _ plumbing: Plumbing,
    limits: FormLimits = .fieldsOnly,
    act: @escaping @Sendable (FormData, PageContext, SignedIn) async throws -> ActionAnswer
  ) {
    route(pattern, method: .post) { request, webContext, route, language in
      try SameSite.check(request, site: plumbing.site())
      guard let signedIn = webContext.signedIn else { throw Workshop.notSignedIn }
      let context = Workshop.context(request, route, language, signedIn, plumbing, takesFlash: false)
      let header = request.headers[.csrfToken]
      let answer = try await FormFolder.using(limits) { folder in
        let form = try await FormReader.read(request, limits: limits, folder: folder) { form in
          try Workshop.checkToken(header ?? form[FormToken.field], signedIn)
        }
        return try await act(form, context, signedIn)
      }
      let response = try await answer.response(to: request, context) { page in
        try await Workshop.document(page, context, signedIn, plumbing)
      } leave: {
        plumbing.flashes.leave($0, session: signedIn.session)
      }
      return Workshop.sealed(response)
    }
  }
}

/// What the workshop's answers have in common.
public enum Workshop {
  /// The answer that holds a page of nobody's in particular, in the frame of the site, kept by no cache.
  public static func answer(
    _ page: Page,
    _ context: PageContext,
    status: HTTPResponse.Status = .ok
  ) -> Response {
    var response = sealed(Self.page(page.document(context).renderedDocument()))
    response.status = status
    return response
  }

  static func context(
    _ request: Request,
    _ route: Route,
    _ language: Language,
    _ signedIn: SignedIn,
    _ plumbing: Plumbing,
    takesFlash: Bool
  ) -> PageContext {
    var context = plumbing.context(language, route, Query(encoded: request.uri.query))
    context.formToken = MaskedToken.mask(signedIn.csrf)
    if takesFlash { context.flash = plumbing.flashes.take(session: signedIn.session) }
    return context
  }

  static func document(
    _ page: Page,
    _ context: PageContext,
    _ signedIn: SignedIn,
    _ plumbing: Plumbing
  ) async throws -> [UInt8] {
    var person = try await plumbing.sessions.person(of: signedIn)
    person.sections = person.sections.filter { plumbing.served.contains($0.pattern) }
    return page.workshopDocument(context, person).renderedDocument()
  }

  static func page(_ bytes: [UInt8]) -> Response {
    Response(
      status: .ok,
      headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    )
  }

  /// No cache keeps it, no search engine lists it.
  static func sealed(_ response: Response) -> Response {
    var response = response
    response.headers[.cacheControl] = "private, no-store"
    response.headers[.vary] = "Cookie"
    response.headers[.robots] = "noindex"
    return response
  }

  /// A person is sent to the form and back; a script is told.
  static func askToSignIn(_ request: Request, _ language: Language) throws -> Response {
    if ActionAnswer.wantsJSON(request) { throw notSignedIn }
    let query = Query([LocalReturn.parameter: request.uri.string])
    return sealed(Response(status: .seeOther, headers: [.location: Route.signIn.link(language, query)]))
  }

  static func checkToken(_ token: String?, _ signedIn: SignedIn) throws {
    let secret = token.flatMap { $0.utf8.count <= 400 ? MaskedToken.unmask($0) : nil }
    guard let secret, ConstantTime.equals(secret, signedIn.csrf) else { throw SameSite.staleForm }
  }

  static let notSignedIn = Failure(
    "access.signed-out",
    .unauthenticated,
    fr: "Votre session est terminée : rien n’a été enregistré.",
    en: "Your session is over: nothing was saved.",
    remedy: Bilingual(
      fr: "Reconnectez-vous dans un autre onglet, puis envoyez de nouveau.",
      en: "Sign in again in another tab, then send it again."
    )
  )
}

/// The folder that holds a form's files while its action runs.
enum FormFolder {
  static func using<Value>(_ limits: FormLimits, _ body: (URL?) async throws -> Value) async throws -> Value {
    guard limits.files > 0, let parent = limits.folder else { return try await body(nil) }
    let folder = parent.appending(path: "form-" + Hexadecimal.random(bytes: 12))
    try FileManager.default.createDirectory(
      at: folder,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
  }
}
