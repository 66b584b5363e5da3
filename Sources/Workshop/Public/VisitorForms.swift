import Accounts
import Acts
import Catalogue
import Governance
import Hummingbird
import Markup
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// What visitors say and ask of a dataset: comments, re-uses, requests for access, subscriptions.
  func addVisitorForms(desk: Desk, plumbing: Plumbing) {
    typealias Pattern = VisitorRoute.Pattern
    let forms = VisitorForms(desk: desk)
    formPage(Pattern.comment, plumbing) { try forms.commentPage($0, FormFields($0)) }
    publicAction(Pattern.comment, plumbing) { form, context, _ in try await forms.comment(form, context) }
    formPage(Pattern.reuse, plumbing) { try forms.reusePage($0, FormFields($0)) }
    publicAction(Pattern.reuse, plumbing) { form, context, _ in try await forms.reuse(form, context) }
    formPage(Pattern.askAccess, plumbing) { try forms.accessPage($0, FormFields($0)) }
    publicAction(Pattern.askAccess, plumbing) { form, context, _ in try await forms.ask(form, context) }
    addSubscriptions(forms, plumbing)
    addGuests(desk: desk, plumbing: plumbing)
  }

  private func addSubscriptions(_ forms: VisitorForms, _ plumbing: Plumbing) {
    typealias Pattern = VisitorRoute.Pattern
    formPage(Pattern.subscribe, plumbing) { try forms.subscriptionPage($0, FormFields($0)) }
    publicAction(Pattern.subscribe, plumbing) { form, context, _ in
      try await forms.subscribe(form, context)
    }
    // Opening the link does nothing yet: mail filters open links too.
    formPage(Pattern.confirmSubscription, plumbing) { forms.confirmationPage($0) }
    publicAction(Pattern.confirmSubscription, plumbing, suspectsPrograms: false) { _, context, _ in
      try await forms.confirm(context)
    }
    formPage(Pattern.unsubscribe, plumbing) { forms.unsubscriptionPage($0) }
    // One click from a mail reader comes from no page of the site (RFC 8058): the code is the proof.
    route(Pattern.unsubscribe, method: .post) { _, _, route, language in
      let context = plumbing.context(language, route)
      let isKnown = try await forms.unsubscribe(context)
      let page = VisitorPage.done(
        isKnown
          ? context.say("Vous ne recevrez plus ces messages", "You will get no more of these messages")
          : context.say("Ce lien n’est pas valable", "This link is not valid"),
        context
      )
      return Response(
        status: isKnown ? .ok : .notFound,
        headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: .init(bytes: page.document(context).renderedDocument()))
      )
    }
  }
}

/// Takes what visitors send.
///
/// A dataset that is not public is unknown here, whatever is asked of it.
struct VisitorForms: Sendable {
  let desk: Desk

  private func dataset(_ context: PageContext) throws -> Dataset {
    guard let dataset = desk.snapshot.record(Dataset.self, context.value("slug") ?? ""), dataset.isPublic
    else {
      throw Self.unknown
    }
    return dataset
  }

  private static let unknown = Failure(
    "portal.dataset.unknown",
    .missing,
    fr: "Aucun jeu de données publié n’a cette adresse.",
    en: "No published dataset has this address.",
    remedy: Bilingual(
      fr: "Il a pu être retiré, ou changer d’adresse : cherchez-le dans le catalogue.",
      en: "It may have been withdrawn, or have another address: look for it in the catalogue."
    )
  )

  // MARK: Comments and re-uses

  func commentPage(_ context: PageContext, _ fields: FormFields) throws -> Page {
    VisitorPage.comment(try dataset(context), context, fields)
  }

  func comment(_ form: FormData, _ context: PageContext) async throws -> ActionAnswer {
    let dataset = try dataset(context)
    return try await deciding(context, form) {
      let comment = Comment(
        id: Secret.id("c"),
        subject: RecordKey(Dataset.self, dataset.id),
        author: "",
        name: form.text("name"),
        email: form.text("email").isEmpty ? nil : form.text("email"),
        text: form.text("text"),
        at: desk.platform.now,
        audience: .everyone,
        state: .pending
      )
      try await desk.platform.perform(WriteComment(comment), as: .visitor)
      let said = context.say("Merci : votre commentaire est reçu", "Thank you: your comment was received")
      return .page(VisitorPage.received(said, dataset, context), status: .ok)
    } again: {
      VisitorPage.comment(dataset, context, $0)
    }
  }

  func reusePage(_ context: PageContext, _ fields: FormFields) throws -> Page {
    VisitorPage.reuse(try dataset(context), context, fields)
  }

  func reuse(_ form: FormData, _ context: PageContext) async throws -> ActionAnswer {
    let dataset = try dataset(context)
    return try await deciding(context, form) {
      let reuse = Reuse(
        id: Secret.id("r"),
        dataset: dataset.id,
        title: form.text("title"),
        url: form.text("url"),
        description: form.text("description"),
        author: form.text("author"),
        at: desk.platform.now
      )
      try await desk.platform.perform(ProposeReuse(reuse), as: .visitor)
      let said = context.say("Merci : votre réutilisation est reçue", "Thank you: your re-use was received")
      return .page(VisitorPage.received(said, dataset, context), status: .ok)
    } again: {
      VisitorPage.reuse(dataset, context, $0)
    }
  }

  // MARK: Access

  func accessPage(_ context: PageContext, _ fields: FormFields) throws -> Page {
    VisitorPage.access(try restricted(context), context, fields)
  }

  /// A dataset that is asked for; one that is open is downloaded, and the act says so.
  private func restricted(_ context: PageContext) throws -> Dataset {
    let dataset = try dataset(context)
    guard dataset.access == .restricted else { throw Self.unknown }
    return dataset
  }

  func ask(_ form: FormData, _ context: PageContext) async throws -> ActionAnswer {
    let dataset = try restricted(context)
    return try await deciding(context, form) {
      let request = try await desk.platform.perform(
        AskAccess(
          AccessRequest(
            id: Secret.id("da"),
            dataset: dataset.id,
            name: form.text("name"),
            email: form.text("email"),
            body: form.text("body"),
            purpose: form.text("purpose"),
            legalBasis: form.text("legalBasis"),
            until: form.text("until"),
            language: context.language.rawValue,
            askedAt: desk.platform.now
          )
        ),
        as: .visitor
      )
      try await AccessLetters(context, desk).sendReceipt(request)
      return .page(VisitorPage.receipt(request, dataset, context), status: .ok)
    } again: {
      VisitorPage.access(dataset, context, $0)
    }
  }

  // MARK: Subscriptions

  func subscriptionPage(_ context: PageContext, _ fields: FormFields) throws -> Page {
    VisitorPage.subscription(try dataset(context), context, fields)
  }

  /// Says the same whether the address is subscribed already or not.
  func subscribe(_ form: FormData, _ context: PageContext) async throws -> ActionAnswer {
    let dataset = try dataset(context)
    let email = form.text("email").lowercased()
    guard PlainAddress.isOne(email) else {
      let wrong = context.say("Cette adresse n’est pas valable.", "This address is not valid.")
      let errors = [FieldError("email", wrong)]
      let fields = FormFields(context, sent: form, errors: errors)
      return .page(VisitorPage.subscription(dataset, context, fields), errors: errors)
    }
    let language = context.language.rawValue
    if let secret = try await desk.accounts.askSubscription(
      email: email,
      subject: dataset.id,
      language: language
    ) {
      try await SubscriptionLetters(name: context.site.name, origin: context.origin, desk.accounts)
        .sendConfirmation(secret, to: email, dataset, context.language)
    }
    let said = context.say("Un message vient de partir", "A message was just sent")
    return .page(VisitorPage.confirmationSent(said, dataset, context), status: .ok)
  }

  func confirmationPage(_ context: PageContext) -> Page {
    VisitorPage.oneButton(
      context.say("Confirmer l’abonnement", "Confirm the subscription"),
      context.say("Je confirme", "I confirm"),
      context
    )
  }

  func confirm(_ context: PageContext) async throws -> ActionAnswer {
    let subscriber = try await desk.accounts.confirmSubscription(secret: context.value("secret") ?? "")
    guard let subscriber, let dataset = desk.snapshot.record(Dataset.self, subscriber.subject),
      dataset.isPublic
    else {
      let dead = context.say("Ce lien n’est plus valable", "This link is no longer valid")
      return .page(VisitorPage.done(dead, context), status: .notFound)
    }
    let said = context.say(
      "Vous serez prévenu des nouvelles versions de « \(dataset.title) »",
      "You will be told of new versions of “\(dataset.title)”"
    )
    return .page(VisitorPage.done(said, context), status: .ok)
  }

  func unsubscriptionPage(_ context: PageContext) -> Page {
    VisitorPage.oneButton(
      context.say("Ne plus recevoir ces messages", "Get no more of these messages"),
      context.say("Se désabonner", "Unsubscribe"),
      context
    )
  }

  func unsubscribe(_ context: PageContext) async throws -> Bool {
    try await desk.accounts.unsubscribe(code: context.value("code") ?? "")
  }
}

/// What an address of e-mail may be, so that it stands safely in a header.
enum PlainAddress {
  static func isOne(_ text: String) -> Bool {
    text.utf8.count <= 254
      && text.wholeMatch(of: /[A-Za-z0-9.!#$%&'*+\/=?^_`{|}~\-]+@[A-Za-z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?/)
        != nil
  }
}
