import Accounts
import Acts
import Governance
import HTTPTypes
import Hummingbird
import Messages
import Register
import SingleSignOn
import Web

extension RouterMethods where Context == WebContext {
  /// Signing in and out, by password or by a link.
  func addSignIn(desk: Desk, plumbing: Plumbing) {
    typealias Pattern = WorkshopRoute.Pattern
    let entry = Entry(desk: desk, plumbing: plumbing)
    formPage(Pattern.signIn, plumbing) { context in
      SignInPage.signIn(context, FormFields(context), signOn: desk.signOn?.settings.label)
    }
    publicAction(Pattern.signIn, plumbing, suspectsPrograms: false) { form, context, visitor in
      try await entry.signIn(form, context, visitor)
    }
    formPage(Pattern.forgotten, plumbing) { SignInPage.forgotten($0, FormFields($0)) }
    publicAction(Pattern.forgotten, plumbing) { form, context, visitor in
      try await entry.sendLink(form, context, visitor)
    }
    formPage(Pattern.invitation, plumbing) { try entry.invitationPage($0) }
    publicAction(Pattern.invitation, plumbing, suspectsPrograms: false) { form, context, visitor in
      try await entry.acceptInvitation(form, context, visitor)
    }
    formPage(Pattern.oneTimeLink, plumbing) { try await entry.linkPage($0) }
    publicAction(Pattern.oneTimeLink, plumbing, suspectsPrograms: false) { form, context, visitor in
      try await entry.useLink(form, context, visitor)
    }
    workshopAction(.signOut, plumbing) { _, context, signedIn in
      try await entry.signOut(context, signedIn)
    }
  }
}

/// How people come in and go out.
struct Entry: Sendable {
  let desk: Desk
  let plumbing: Plumbing

  func signIn(_ form: FormData, _ context: PageContext, _ visitor: Visitor) async throws -> ActionAnswer {
    let email = form.text("email").lowercased()
    let person = desk.activePerson(email: email)
    do {
      let isRight = try await desk.accounts.checkPassword(
        form[SignInPage.password] ?? "",
        person: person?.id,
        account: email,
        client: visitor.client?.key
      )
      if isRight, let person { return try await enter(person, context, visitor) }
    } catch let failure as Failure where failure.kind == .tooMany {
      let errors = [FieldError(failure, context)]
      return .page(signInAgain(form, context, errors), status: .tooManyRequests, errors: errors)
    }
    let errors = [
      FieldError(
        "email",
        context.say(
          "L’adresse ou le mot de passe n’est pas le bon.",
          "The address or the password is not right."
        )
      )
    ]
    return .page(signInAgain(form, context, errors), errors: errors)
  }

  private func signInAgain(_ form: FormData, _ context: PageContext, _ errors: [FieldError]) -> Page {
    let fields = FormFields(context, sent: form, errors: errors)
    return SignInPage.signIn(context, fields, signOn: desk.signOn?.settings.label)
  }

  /// Begins a session: the browser's former one, if any, is no more.
  func enter(
    _ person: Person,
    _ context: PageContext,
    _ visitor: Visitor,
    sso: String? = nil,
    to target: String? = nil
  ) async throws -> ActionAnswer {
    let (secret, _) = try await desk.accounts.beginSession(
      person: person.id,
      browser: visitor.browser,
      replacing: visitor.signedIn?.session,
      sso: sso
    )
    let cookie = SessionCookie(publicURL: context.site.publicURL)
    let language: Language = person.language == "en" ? .english : .french
    let address = LocalReturn.address(target ?? context.query[LocalReturn.parameter], language)
    return .response(
      Response(status: .seeOther, headers: [.location: address, .setCookie: cookie.setting(secret)])
    )
  }

  func signOut(_ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let session = try await desk.accounts.sessions(of: signedIn.person).first { $0.id == signedIn.session }
    try await desk.accounts.endSession(signedIn.session, of: signedIn.person)
    let cookie = SessionCookie(publicURL: context.site.publicURL)
    let away = await providerSignOut(session, context)
    var response = Response(
      status: .seeOther,
      headers: [.location: context.link(.signIn, Query(["etat": "sorti"]))]
    )
    if let away {
      // A browser lets no form lead to another site, not even by a redirect: a link does.
      let page = SignInPage.signedOut(context, provider: away.label, address: away.address)
      response = Workshop.answer(page, context)
    }
    response.headers[.setCookie] = cookie.clearing
    return .response(response)
  }

  /// Where to sign out of the provider; `nil` where the session came by password, or the provider is down.
  private func providerSignOut(
    _ session: Session?,
    _ context: PageContext
  ) async -> (label: String, address: String)? {
    guard let token = session?.sso, let provider = desk.signOn else { return nil }
    let redirect = context.absolute(Route.workshop(WorkshopRoute(.ssoSignedOut)).path(.french))
    guard let address = try? await provider.signOut(idToken: token, redirect: redirect) else { return nil }
    return (provider.settings.label, address)
  }

  /// Says the same whether the address is known or not, and takes no longer when it is.
  func sendLink(_ form: FormData, _ context: PageContext, _ visitor: Visitor) async throws -> ActionAnswer {
    let email = form.text("email").lowercased()
    let (desk, letters) = (desk, AccountLetters(context))
    Task {
      guard let person = desk.activePerson(email: email) else { return }
      let secret = try await desk.accounts.makeLink(.password, person: person.id)
      try await letters.sendPasswordLink(secret, to: person, by: desk.accounts, now: desk.platform.now)
    }
    return .page(SignInPage.linkSent(context), status: .ok)
  }

  private func openInvitation(_ context: PageContext) -> Invitation? {
    let hash = Secret.hash(context.value("secret") ?? "")
    return desk.platform.state.snapshot.openInvitation(secretHash: hash, at: desk.platform.now)
  }

  func invitationPage(_ context: PageContext) throws -> Page {
    guard let invitation = openInvitation(context) else { return SignInPage.deadLink(context) }
    let fields = FormFields(context, ["name": [invitation.name]])
    return SignInPage.invitation(context, fields, email: invitation.email.isEmpty ? nil : invitation.email)
  }

  func acceptInvitation(
    _ form: FormData,
    _ context: PageContext,
    _ visitor: Visitor
  ) async throws -> ActionAnswer {
    guard let invitation = openInvitation(context) else {
      return .page(SignInPage.deadLink(context), status: .notFound)
    }
    let email = invitation.email.isEmpty ? form.text("email").lowercased() : invitation.email
    let password = form[SignInPage.password] ?? ""
    do {
      try PasswordPolicy.check(password, email: email, name: form.text("name"))
      let person = try await desk.platform.perform(
        AcceptInvitation(
          secretHash: invitation.secretHash,
          person: Secret.id("p"),
          name: form.text("name"),
          email: invitation.email.isEmpty ? email : nil,
          language: context.language.rawValue
        ),
        as: .visitor
      )
      try await desk.accounts.setPassword(password, person: person.id)
      return try await enter(person, context, visitor)
    } catch let failure as Failure where failure.kind == .invalid || failure.kind == .conflict {
      let errors = [FieldError(failure, context)]
      let fields = FormFields(context, sent: form, errors: errors)
      let page = SignInPage.invitation(
        context,
        fields,
        email: invitation.email.isEmpty ? nil : invitation.email
      )
      return .page(page, errors: errors)
    }
  }

  private func link(_ context: PageContext) async throws -> (purpose: LinkPurpose, person: Person)? {
    guard let link = try await desk.accounts.link(secret: context.value("secret") ?? ""),
      let person = desk.person(link.person), person.status == .active
    else { return nil }
    return (link.purpose, person)
  }

  func linkPage(_ context: PageContext) async throws -> Page {
    guard let (purpose, person) = try await link(context) else { return SignInPage.deadLink(context) }
    switch purpose {
    case .signIn: return SignInPage.confirm(context, name: person.name)
    case .password: return SignInPage.choosePassword(context, FormFields(context), name: person.name)
    }
  }

  func useLink(_ form: FormData, _ context: PageContext, _ visitor: Visitor) async throws -> ActionAnswer {
    let dead = ActionAnswer.page(SignInPage.deadLink(context), status: .notFound)
    guard let (purpose, person) = try await link(context) else { return dead }
    let password = form[SignInPage.password] ?? ""
    if purpose == .password {
      do {
        try PasswordPolicy.check(password, email: person.email, name: person.name)
      } catch let failure as Failure {
        let errors = [FieldError(failure, context)]
        let fields = FormFields(context, sent: form, errors: errors)
        return .page(SignInPage.choosePassword(context, fields, name: person.name), errors: errors)
      }
    }
    // Of two who send the form at once, one gets it.
    guard let used = try await desk.accounts.useLink(secret: context.value("secret") ?? ""),
      used.person == person.id
    else { return dead }
    if used.purpose == .password {
      try await desk.accounts.setPassword(password, person: person.id)
      try await desk.accounts.endSessions(of: person.id)
    }
    return try await enter(person, context, visitor)
  }
}
