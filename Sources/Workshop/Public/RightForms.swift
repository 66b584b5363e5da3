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
  /// The form by which anyone exercises a right over their own data.
  func addRightForm(desk: Desk, plumbing: Plumbing) {
    typealias Pattern = VisitorRoute.Pattern
    let forms = RightForms(desk: desk)
    formPage(Pattern.askRight, plumbing) { forms.page($0) }
    publicAction(Pattern.askRight, plumbing) { form, context, _ in try await forms.ask(form, context) }
  }
}

/// Takes requests of people about their own data (GDPR, articles 12 to 22).
struct RightForms: Sendable {
  let desk: Desk

  func page(_ context: PageContext) -> Page {
    page(FormFields(context, ["organization": [context.query["organisme"] ?? ""]]), context)
  }

  private func page(_ fields: FormFields, _ context: PageContext) -> Page {
    let title = context.say("Exercer mes droits sur mes données", "Exercise my rights over my data")
    return Page(title: title, breadcrumbs: [Page.Crumb(title)], isIndexed: true, usesForms: true) {
      h1 { title }
      p(.class("lead")) {
        context.say(
          "C’est gratuit. Vous aurez une réponse dans le mois. Aucune pièce d’identité n’est demandée d’avance.",
          "It is free. You get an answer within a month. No proof of identity is asked for beforehand."
        )
      }
      fields.summary
      visitorForm(context.route, token: context.formToken, context) {
        fields.select(
          "organization",
          context.say("À qui", "To whom"),
          bodies,
          blank: context.say("Choisissez un organisme", "Choose a body"),
          isRequired: true
        )
        fields.choices(
          "right",
          context.say("Ce que vous voulez", "What you want"),
          SubjectRight.allCases.map { ($0.rawValue, context.say($0.label), $0.article) },
          isSingle: true,
          isRequired: true
        )
        fields.area(
          "request",
          context.say("Votre demande", "Your request"),
          help: context.say(
            "Dites quel service ou quelle démarche elle concerne : la réponse viendra plus vite.",
            "Say which service or procedure it is about: the answer comes sooner."
          ),
          isRequired: true
        )
        person(fields, context)
        p(.class("fine")) {
          context.say(
            "Ce que vous écrivez ici ne sert qu’à vous répondre, et n’est lu que par qui en est chargé.",
            "What you write here only serves to answer you, and is read by those in charge only."
          )
        }
        buttons { submit(context.say("Envoyer la demande", "Send the request")) }
      }
    }
  }

  @HTMLBuilder private func person(_ fields: FormFields, _ context: PageContext) -> HTML {
    fields.text(
      "name",
      context.say("Votre nom", "Your name"),
      isRequired: true,
      autocomplete: "name",
      longest: 200
    )
    fields.text(
      "email",
      context.say("Adresse électronique", "E-mail address"),
      help: context.say("La réponse y sera envoyée.", "The answer is sent there."),
      type: "email",
      isRequired: true,
      autocomplete: "email",
      longest: 254
    )
    fields.text(
      "onBehalfOf",
      context.say("Pour qui, si vous agissez pour un autre", "For whom, when you act for another"),
      longest: 200
    )
  }

  /// The bodies that answer: those that designate an officer or are at the top first, then all others, by name.
  private var bodies: [(value: String, label: String)] {
    desk.snapshot.records(Organization.self)
      .filter { $0.nature != .direction }
      .sorted { ($0.parent == nil ? 0 : 1, $0.name, $0.id) < ($1.parent == nil ? 0 : 1, $1.name, $1.id) }
      .map { ($0.id, $0.name) }
  }

  func ask(_ form: FormData, _ context: PageContext) async throws -> ActionAnswer {
    try await deciding(context, form) {
      guard let right = SubjectRight(rawValue: form.text("right")) else { throw Self.noRight }
      let request = try await desk.platform.perform(
        AskRight(
          id: Secret.id("dr"),
          organization: form.text("organization"),
          right: right,
          person: form.text("name"),
          email: form.text("email"),
          onBehalfOf: form.text("onBehalfOf"),
          request: form.text("request")
        ),
        as: .visitor
      )
      try await sendReceipt(request, context)
      return .page(receipt(request, context), status: .ok)
    } again: { fields in
      page(fields, context)
    }
  }

  private func receipt(_ request: SubjectRequest, _ context: PageContext) -> Page {
    let title = context.say("Votre demande est reçue", "Your request is received")
    let last = request.deadline(at: desk.platform.now)?.last.day
    return Page(title: title, breadcrumbs: [Page.Crumb(title)], isIndexed: false) {
      h1 { title }
      p(.class("lead")) {
        context.say("Elle porte le numéro \(request.id).", "Its number is \(request.id).")
        " "
        if let last {
          let day = context.language.date(last)
          context.say("La réponse viendra au plus tard le \(day).", "The answer comes by \(day).")
        }
      }
      p {
        context.say(
          "Un message de confirmation part à l’adresse donnée.",
          "A message of confirmation is on its way to the address given."
        )
      }
    }
  }

  /// The receipt, by the mail that waits its turn (CRPA, article L112-3).
  private func sendReceipt(_ request: SubjectRequest, _ context: PageContext) async throws {
    guard let email = request.email, let name = request.name else { return }
    let notice = request.receipt(
      controller: desk.organizationName(request.organization),
      at: desk.platform.now
    )
    let parts = notice.parts.map { part in
      ([context.language == .french ? part.heading.fr : part.heading.en] + part.lines).joined(separator: "\n")
    }
    try await desk.accounts.enqueue(
      to: email,
      subject: "\(context.say("Votre demande", "Your request")) \(request.id) — \(context.site.name)",
      text: "\(name),\n\n\(parts.joined(separator: "\n\n"))\n\n\(context.site.name)\n",
      dedupeKey: "right:\(request.id):receipt"
    )
  }

  private static let noRight = Failure(
    "right.missing",
    .invalid,
    fr: "Choisissez ce que vous voulez.",
    en: "Choose what you want.",
    pointer: "right"
  )
}
