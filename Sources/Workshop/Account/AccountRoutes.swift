import Accounts
import Acts
import Governance
import Hummingbird
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// A person's own account: profile, password, sessions.
  func addAccount(desk: Desk, plumbing: Plumbing) {
    let account = OwnAccount(desk: desk)
    workshopPage(.account, plumbing) { context, signedIn in try await account.model(signedIn).page(context) }
    workshopAction(.account, plumbing) { form, context, signedIn in
      try await account.saveProfile(form, context, signedIn)
    }
    workshopAction(.accountPassword, plumbing) { form, context, signedIn in
      try await account.changePassword(form, context, signedIn)
    }
    workshopAction(.accountSessions, plumbing) { form, _, signedIn in
      try await account.endSessions(form, signedIn)
    }
  }
}

/// What someone may change of their own account.
private struct OwnAccount: Sendable {
  let desk: Desk

  func model(_ signedIn: SignedIn) async throws -> AccountPage {
    guard let person = desk.person(signedIn.person) else { throw Problem.unknownAddress }
    return AccountPage(
      person: person,
      sessions: try await desk.accounts.sessions(of: person.id),
      current: signedIn.session,
      hasPassword: try await desk.accounts.hasPassword(person: person.id)
    )
  }

  func saveProfile(
    _ form: FormData,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) async throws -> ActionAnswer {
    let rhythm = Person.NoticeRhythm(rawValue: form.text("notices")) ?? .daily
    do {
      _ = try await desk.platform.perform(
        ChangeOwnProfile(name: form.text("name"), language: form.text("language"), notices: rhythm),
        as: .person(signedIn.person)
      )
    } catch let failure as Failure where failure.kind == .invalid {
      let errors = [FieldError(failure, context)]
      let page = try await model(signedIn)
        .page(context, profile: FormFields(context, sent: form, errors: errors))
      return .page(page, errors: errors)
    }
    return .redirect(.account, notice: FlashNotice(fr: "Profil enregistré.", en: "Profile saved."))
  }

  func changePassword(
    _ form: FormData,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) async throws -> ActionAnswer {
    let account = try await model(signedIn)
    let errors = try await passwordErrors(form, context, account)
    guard errors.isEmpty else {
      let fields = FormFields(context, sent: form, errors: errors)
      return .page(account.page(context, password: fields), errors: errors)
    }
    try await desk.accounts.setPassword(form[SignInPage.password] ?? "", person: signedIn.person)
    try await desk.accounts.endSessions(of: signedIn.person, except: signedIn.session)
    let notice = FlashNotice(
      fr: "Mot de passe changé ; vos autres sessions sont fermées.",
      en: "Password changed; your other sessions are ended."
    )
    return .redirect(.account, notice: notice)
  }

  private func passwordErrors(
    _ form: FormData,
    _ context: PageContext,
    _ account: AccountPage
  ) async throws -> [FieldError] {
    do {
      try PasswordPolicy.check(
        form[SignInPage.password] ?? "",
        email: account.person.email,
        name: account.person.name
      )
      guard account.hasPassword else { return [] }
      let isRight = try await desk.accounts.checkPassword(
        form["actuel"] ?? "",
        person: account.person.id,
        account: account.person.email,
        client: nil
      )
      let wrong = context.say(
        "Le mot de passe actuel n’est pas le bon.",
        "The current password is not right."
      )
      return isRight ? [] : [FieldError("actuel", wrong)]
    } catch let failure as Failure where failure.kind == .invalid || failure.kind == .tooMany {
      return [FieldError(failure, context)]
    }
  }

  func endSessions(_ form: FormData, _ signedIn: SignedIn) async throws -> ActionAnswer {
    if form.has("toutes") {
      try await desk.accounts.endSessions(of: signedIn.person, except: signedIn.session)
    } else {
      try await desk.accounts.endSession(form.text("session"), of: signedIn.person)
    }
    return .redirect(.account, notice: FlashNotice(fr: "Session fermée.", en: "Session ended."))
  }
}
