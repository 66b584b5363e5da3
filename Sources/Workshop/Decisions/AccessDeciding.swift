import Accounts
import Acts
import Catalogue
import Governance
import Hummingbird
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// Who is given access to data that is not open.
  func addAccessDecisions(desk: Desk, plumbing: Plumbing) {
    let deciding = AccessDeciding(desk: desk)
    workshopPage(.accesses, plumbing) { try deciding.list($0, $1, nil) }
    workshopPage(.accessDecision, plumbing) { try deciding.page($0, $1, nil) }
    workshopAction(.accessDecision, plumbing) { try await deciding.decide($0, $1, $2) }
    workshopAction(.accessEnd, plumbing) { try await deciding.end($0, $1, $2) }
  }
}

/// Decides on requests for access.
struct AccessDeciding: Sendable {
  let desk: Desk

  /// The request of the address, for whoever decides on it.
  private func request(_ context: PageContext, _ signedIn: SignedIn) throws -> AccessRequest {
    let id = context.value("id") ?? ""
    guard let request = desk.snapshot.record(AccessRequest.self, id), mayDecide(request, signedIn) else {
      throw DecisionFailure.unknown
    }
    return request
  }

  private func mayDecide(_ request: AccessRequest, _ signedIn: SignedIn) -> Bool {
    desk.may(DecideAccess(request.id, .refuse, answer: ""), signedIn.person)
  }

  func page(_ context: PageContext, _ signedIn: SignedIn, _ fields: FormFields?) throws -> Page {
    let request = try request(context, signedIn)
    return AccessPage(request: request, desk: desk).page(context, fields)
  }

  func list(_ context: PageContext, _ signedIn: SignedIn, _ fields: FormFields?) throws -> Page {
    let requests = desk.snapshot.records(AccessRequest.self)
      .filter { $0.state == .granted && mayDecide($0, signedIn) }
      .filter {
        $0.token.flatMap { desk.snapshot.record(AccessToken.self, $0) }?.isOpen(at: desk.platform.now) == true
      }
      .sorted { ($0.until, $0.id) < ($1.until, $1.id) }
    let tokens = Set(requests.compactMap(\.token).map { Register.Actor.token($0).id })
    var uses: [String: [AccessUse]] = [:]
    for use in desk.snapshot.records(AccessUse.self) where tokens.contains(use.reader) {
      uses[use.reader, default: []].append(use)
    }
    return AccessListPage(requests: requests, uses: uses, desk: desk).page(context, fields)
  }

  func decide(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let request = try request(context, signedIn)
    return try await deciding(context, form) {
      form.text("choix") == "accorder"
        ? try await grant(request, form, context, signedIn)
        : try await refuse(request, form, context, signedIn)
    } again: {
      try page(context, signedIn, $0)
    }
  }

  private func grant(
    _ request: AccessRequest,
    _ form: FormData,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) async throws -> ActionAnswer {
    let key = AccessKey.make(randomBytes: Secret.randomBytes)
    let decided = try await desk.platform.perform(
      DecideAccess(
        request.id,
        .grant(token: key.token, secretHash: key.secretHash, until: form.text("until")),
        answer: form.text("answer")
      ),
      as: .person(signedIn.person)
    )
    try await AccessLetters(context, desk).sendGrant(decided, key)
    // The link is shown in the answer itself, once: the register holds its hash only.
    let link = context.absolute(Route.guest(key.text).path(decided.letterLanguage))
    return .page(AccessPage(request: decided, desk: desk).granted(link, context), status: .ok)
  }

  private func refuse(
    _ request: AccessRequest,
    _ form: FormData,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) async throws -> ActionAnswer {
    let decided = try await desk.platform.perform(
      DecideAccess(request.id, .refuse, answer: form.text("answer")),
      as: .person(signedIn.person)
    )
    try await AccessLetters(context, desk).sendRefusal(decided)
    let notice = FlashNotice(
      fr: "La demande est refusée ; ses motifs et les voies de recours sont envoyés.",
      en: "The request is refused; the reasons and the remedies are sent."
    )
    return .redirect(.decisions, notice: notice)
  }

  func end(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let request = try request(context, signedIn)
    return try await deciding(context, form) {
      let ended = try await desk.platform.perform(
        EndAccess(request.id, reason: form.text("reason")),
        as: .person(signedIn.person)
      )
      try await AccessLetters(context, desk).sendEnd(ended, reason: form.text("reason"))
      return .redirect(
        .accesses,
        notice: FlashNotice(fr: "L’accès est terminé.", en: "The access is ended.")
      )
    } again: {
      try list(context, signedIn, $0)
    }
  }
}

extension Route {
  static func accessEnd(_ id: String) -> Route { .workshop(WorkshopRoute(.accessEnd, id)) }
}
