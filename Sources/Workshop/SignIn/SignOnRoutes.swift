import Accounts
import Acts
import Governance
import HTTPTypes
import Hummingbird
import Logging
import Markup
import Messages
import Register
import SingleSignOn
import Synchronization
import Web

extension RouterMethods where Context == WebContext {
  /// Signing in by the organisation's own provider, where one is configured.
  func addSignOn(desk: Desk, plumbing: Plumbing) {
    guard let provider = desk.signOn else { return }
    let signOn = SignOn(desk: desk, plumbing: plumbing, provider: provider)
    route(WorkshopRoute.Pattern.ssoStart, method: .get) { request, _, route, language in
      await signOn.start(plumbing.context(language, route, Query(encoded: request.uri.query)))
    }
    route(WorkshopRoute.Pattern.ssoReturn, method: .get) { request, webContext, route, language in
      let context = plumbing.context(language, route, Query(encoded: request.uri.query))
      return await signOn.finish(request, webContext, context)
    }
    route(WorkshopRoute.Pattern.ssoSignedOut, method: .get) { _, _, route, language in
      let context = plumbing.context(language, route)
      return SignOn.moved(context.link(.signIn, Query(["etat": "sorti"])))
    }
  }
}

/// What waits for someone to come back from the provider: bound to one browser, used once, for ten minutes.
private final class SignOnWaiting: Sendable {
  struct Request {
    let browser: String
    let nonce: String
    let verifier: String
    let target: String
    let madeAt: Double
  }

  private let requests = Mutex<[String: Request]>([:])
  static let life = 600.0
  private static let most = 5_000

  func keep(_ request: Request, state: String) {
    requests.withLock { requests in
      if requests.count >= Self.most {
        requests = requests.filter { abs(request.madeAt - $0.value.madeAt) < Self.life }
        if requests.count >= Self.most { requests.removeAll() }
      }
      requests[state] = request
    }
  }

  func take(state: String, browser: String, now: Double) -> Request? {
    guard let request = requests.withLock({ $0.removeValue(forKey: state) }),
      abs(now - request.madeAt) < Self.life, ConstantTime.equals(request.browser, browser)
    else { return nil }
    return request
  }
}

/// The way to the provider and back.
private struct SignOn: Sendable {
  let desk: Desk
  let plumbing: Plumbing
  let provider: OpenIDProvider
  let waiting = SignOnWaiting()

  private func redirect(_ context: PageContext) -> String {
    context.absolute(Route.workshop(WorkshopRoute(.ssoReturn)).path(.french))
  }

  private func cookieName(_ context: PageContext) -> String {
    SessionCookie(publicURL: context.site.publicURL).name + "-sso"
  }

  func start(_ context: PageContext) async -> Response {
    let (state, nonce, verifier, browser) = (Secret.make(), Secret.make(), Secret.make(), Secret.make())
    do {
      let address = try await provider.authorization(
        redirect: redirect(context),
        state: state,
        nonce: nonce,
        verifier: verifier
      )
      let target = LocalReturn.address(context.query[LocalReturn.parameter], context.language)
      waiting.keep(
        .init(browser: browser, nonce: nonce, verifier: verifier, target: target, madeAt: plumbing.now()),
        state: state
      )
      var response = Self.moved(address)
      let secure = context.site.publicURL?.hasPrefix("https://") == true ? "; Secure" : ""
      response.headers[.setCookie] =
        "\(cookieName(context))=\(browser); Path=/; HttpOnly; SameSite=Lax; Max-Age=600\(secure)"
      return response
    } catch {
      return failed((error as? SignOnFault) ?? .unreachable, context)
    }
  }

  func finish(_ request: Request, _ webContext: WebContext, _ context: PageContext) async -> Response {
    do {
      let identity = try await identity(request, context)
      guard let person = try await person(identity.who, context) else {
        return unknown(identity.who, context)
      }
      let visitor = Visitor(request, webContext, plumbing)
      let answer = try await Entry(desk: desk, plumbing: plumbing)
        .enter(person, context, visitor, sso: identity.who.idToken, to: identity.target)
      guard case .response(let response) = answer else { return failed(.state, context) }
      return response
    } catch let fault as SignOnFault {
      webContext.logger.warning("sign-on failed", metadata: ["fault": "\(fault.rawValue)"])
      return failed(fault, context)
    } catch {
      return failed(.unreachable, context)
    }
  }

  private func identity(
    _ request: Request,
    _ context: PageContext
  ) async throws -> (who: SignOnIdentity, target: String) {
    let cookies = request.headers[values: .cookie].joined(separator: "; ").split(separator: ";")
    let prefix = cookieName(context) + "="
    let browser = cookies.map { $0.drop { $0 == " " } }.first { $0.hasPrefix(prefix) }?.dropFirst(
      prefix.count
    )
    guard let state = context.query["state"], let browser,
      let kept = waiting.take(state: state, browser: String(browser), now: plumbing.now())
    else { throw SignOnFault.state }
    // RFC 9207: an answer of another provider is not this one's.
    if let issuer = context.query["iss"], issuer != provider.settings.issuer { throw SignOnFault.issuer }
    guard let code = context.query["code"] else { throw SignOnFault.refused }
    let who = try await provider.identity(
      code: code,
      redirect: redirect(context),
      nonce: kept.nonce,
      verifier: kept.verifier
    )
    return (who, kept.target)
  }

  /// The person of the address: known, or invited.
  private func person(_ identity: SignOnIdentity, _ context: PageContext) async throws -> Person? {
    if let person = desk.activePerson(email: identity.email) { return person }
    let snapshot = desk.platform.state.snapshot
    guard snapshot.person(email: identity.email) == nil,
      let invitation = snapshot.records(Invitation.self).first(where: {
        $0.email == identity.email && $0.isOpen(at: desk.platform.now)
      })
    else { return nil }
    return try await desk.platform.perform(
      AcceptInvitation(
        secretHash: invitation.secretHash,
        person: Secret.id("p"),
        name: identity.name.isEmpty ? invitation.name : identity.name,
        language: context.language.rawValue
      ),
      as: .visitor
    )
  }

  private func unknown(_ identity: SignOnIdentity, _ context: PageContext) -> Response {
    page(
      context.say("Cette adresse n’a pas de compte ici", "This address has no account here"),
      context.say(
        "Vous êtes connecté ailleurs sous l’adresse \(identity.email). Demandez une invitation à l’administrateur de la plateforme.",
        "You are signed in elsewhere as \(identity.email). Ask the platform’s administrator for an invitation."
      ),
      403,
      context
    )
  }

  private func failed(_ fault: SignOnFault, _ context: PageContext) -> Response {
    let label = provider.settings.label
    let why: String
    switch fault {
    case .unreachable, .issuer:
      why = context.say(
        "\(label) ne répond pas comme prévu. Réessayez dans un moment.",
        "\(label) does not answer as expected. Try again in a moment."
      )
    case .state:
      why = context.say(
        "La demande de connexion a expiré ou a déjà servi. Recommencez.",
        "The request to sign in has expired or was used already. Start again."
      )
    case .refused:
      why = context.say("\(label) a refusé la connexion.", "\(label) refused to sign you in.")
    default:
      why = context.say(
        "La réponse de \(label) n’a pas pu être vérifiée.",
        "The answer of \(label) could not be verified."
      )
    }
    return page(
      context.say("La connexion n’a pas abouti", "Signing in did not succeed"),
      why,
      fault == .unreachable || fault == .issuer ? 503 : 400,
      context
    )
  }

  private func page(_ title: String, _ text: String, _ status: Int, _ context: PageContext) -> Response {
    let page = Page(title: title, isIndexed: false, showsSearch: false, usesForms: true) {
      div(.class("narrow")) {
        h1 { title }
        p { text }
        p {
          a(.href(context.link(.signIn))) {
            context.say("Se connecter par mot de passe", "Sign in by password")
          }
        }
      }
    }
    return Workshop.answer(page, context, status: .init(code: status))
  }

  static func moved(_ address: String) -> Response {
    Response(status: .seeOther, headers: [.location: address, .cacheControl: "private, no-store"])
  }
}
