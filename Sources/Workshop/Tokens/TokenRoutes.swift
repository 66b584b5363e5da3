import Accounts
import Acts
import Catalogue
import Governance
import Hummingbird
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// Keys for machines.
  func addTokens(desk: Desk, plumbing: Plumbing) {
    let tokens = TokenDesk(desk: desk)
    workshopPage(.tokens, plumbing) { context, signedIn in try await tokens.list(context, signedIn) }
    workshopAction(.tokens, plumbing) { form, context, signedIn in
      try await tokens.create(form, context, signedIn)
    }
    workshopAction(.tokenRevocation, plumbing) { form, _, signedIn in
      try await desk.platform.perform(RevokeToken(form.text("token")), as: .person(signedIn.person))
      return .redirect(.tokens, notice: FlashNotice(fr: "Jeton révoqué.", en: "Token revoked."))
    }
  }
}

/// What administrators do about tokens.
struct TokenDesk: Sendable {
  let desk: Desk

  func list(_ context: PageContext, _ signedIn: SignedIn, fields: FormFields? = nil) async throws -> Page {
    try desk.require(.administer, signedIn)
    let snapshot = desk.platform.state.snapshot
    let mine = snapshot.records(AccessToken.self).filter {
      desk.allows(.administer, signedIn, on: $0.organization)
    }
    return TokenPage(
      tokens: mine.sorted { $0.createdAt > $1.createdAt },
      uses: try await desk.accounts.tokenUses(),
      now: desk.platform.now,
      organizations: desk.organizationNames,
      choices: desk.organizationChoices(.administer, signedIn)
    ).page(context, fields ?? FormFields(context, ["actions": ["read"], "days": ["365"]]))
  }

  func create(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    try desk.require(.administer, signedIn)
    do {
      let key = AccessKey.make(randomBytes: Secret.randomBytes)
      let slugs = form.text("datasets").split { $0.isWhitespace || $0 == "," }.map(String.init)
      let token = try await desk.platform.perform(
        CreateToken(
          AccessToken(
            id: key.token,
            label: form.text("label"),
            organization: form.text("organization"),
            actions: Set(form.all("actions").compactMap(AccessToken.Action.init)),
            datasets: slugs.isEmpty ? nil : Set(slugs),
            secretHash: key.secretHash,
            expiresAt: desk.platform.now.advanced(
              byMilliseconds: Int64(min(max(form.integer("days") ?? 0, 0), 10_000)) * 86_400_000
            ),
            createdBy: signedIn.person,
            createdAt: desk.platform.now
          )
        ),
        as: .person(signedIn.person)
      )
      return .page(TokenPage.secret(context, token, key.text), status: .ok)
    } catch let failure as Failure where [.invalid, .conflict, .missing].contains(failure.kind) {
      let errors = [FieldError(failure, context)]
      let fields = FormFields(context, sent: form, errors: errors)
      return .page(try await list(context, signedIn, fields: fields), errors: errors)
    }
  }
}

extension Route {
  static let tokens = Route.workshop(WorkshopRoute(.tokens))
  static let tokenRevocation = Route.workshop(WorkshopRoute(.tokenRevocation))
}
