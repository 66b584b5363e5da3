import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// The page on which a request for access is decided.
struct AccessPage {
  let request: AccessRequest
  let desk: Desk

  func page(_ context: PageContext, _ fields: FormFields?) -> Page {
    frame(context) {
      fields?.summary ?? .empty
      sheet(context)
      if request.state == .pending {
        form(context, fields ?? FormFields(context, ["until": [request.until]]))
      } else {
        outcome(context)
      }
    }
  }

  /// What follows a grant: the link, shown this once.
  func granted(_ link: String, _ context: PageContext) -> Page {
    frame(context) {
      notice(.good, title: context.say("L’accès est accordé", "Access is granted")) {
        p {
          context.say(
            "Un courriel part vers \(request.email) avec ce lien. Il n’est montré qu’une fois ici.",
            "An e-mail goes to \(request.email) with this link. It is shown here only once."
          )
        }
        p(.class("secret"), .tabindex(0)) { link }
      }
      sheet(context)
    }
  }

  private func frame(_ context: PageContext, @HTMLBuilder content: () -> HTML) -> Page {
    let title = context.say("Demande d’accès", "Access request")
    return Page(
      title: title,
      breadcrumbs: [
        Page.Crumb(context.say("À décider", "To decide"), context.link(.decisions)), Page.Crumb(title),
      ],
      workshop: .decisions
    ) {
      h1 { title + " : " + desk.datasetTitle(request.dataset) }
      content()
    }
  }

  private func sheet(_ context: PageContext) -> HTML {
    facts([
      (context.say("Numéro", "Number"), .text(request.id)),
      (context.say("Jeu de données", "Dataset"), .text(desk.datasetTitle(request.dataset))),
      (context.say("Demandé par", "Asked by"), .text(request.name)),
      (context.say("Organisme", "Body"), .text(request.body)),
      (context.say("Courriel", "E-mail"), .text(request.email)),
      (
        context.say("Langue de la réponse", "Language of the answer"),
        .text(
          request.letterLanguage == .english
            ? context.say("anglais", "English") : context.say("français", "French")
        )
      ),
      (context.say("Finalité", "Purpose"), .text(request.purpose)),
      (context.say("Fondement juridique", "Legal basis"), .text(request.legalBasis)),
      (context.say("Jusqu’au", "Until"), day(request.until, context)),
      (context.say("Reçue le", "Received on"), moment(request.askedAt.text, context)),
    ])
  }

  private func form(_ context: PageContext, _ fields: FormFields) -> HTML {
    actionForm(.accessDecision(request.id), context) {
      fieldGroup(context.say("Votre décision", "Your decision")) {
        p(.class("help")) {
          context.say(
            "Sans réponse sous un mois, la demande est réputée refusée (CRPA, art. R311-12 et R311-13).",
            "Without an answer within a month, the request counts as refused (CRPA art. R311-12, R311-13)."
          )
        }
        fields.area(
          "answer",
          context.say("Réponse", "Answer"),
          help: context.say(
            "Envoyée au demandeur. Un refus dit ses motifs (CRPA, art. L311-14).",
            "Sent to who asked. A refusal says its reasons (CRPA art. L311-14)."
          )
        )
        fields.text(
          "until",
          context.say("Accès jusqu’au", "Access until"),
          help: context.say("Ce jour compris.", "This day included."),
          type: "date"
        )
        buttons {
          submit(context.say("Accorder l’accès", "Grant access"), name: "choix", value: "accorder")
          submit(context.say("Refuser", "Refuse"), .danger, name: "choix", value: "refuser")
        }
      }
    }
  }

  private func outcome(_ context: PageContext) -> HTML {
    let (tone, text): (Tone, Bilingual) =
      switch request.state {
      case .pending: (.fair, Bilingual(fr: "en attente", en: "pending"))
      case .granted: (.good, Bilingual(fr: "accordée", en: "granted"))
      case .refused: (.poor, Bilingual(fr: "refusée", en: "refused"))
      case .ended: (.neutral, Bilingual(fr: "terminée", en: "ended"))
      }
    return fragment {
      p {
        badge(context.say(text), tone)
        if let by = request.decidedBy { " " + desk.calling(by, context) }
        if let at = request.decidedAt {
          ", "
          moment(at.text, context)
        }
      }
      if let answer = request.answer, !answer.isEmpty { p { answer } }
    }
  }
}

/// The accesses in force that the person answers for, with how often each was used.
struct AccessListPage {
  let requests: [AccessRequest]
  /// By the reader's actor id.
  let uses: [String: [AccessUse]]
  let desk: Desk

  func page(_ context: PageContext, _ fields: FormFields?) -> Page {
    let title = context.say("Accès en cours", "Accesses in force")
    return Page(
      title: title,
      breadcrumbs: [
        Page.Crumb(context.say("À décider", "To decide"), context.link(.decisions)), Page.Crumb(title),
      ],
      workshop: .decisions
    ) {
      h1 { title }
      fields?.summary ?? .empty
      if requests.isEmpty {
        emptyState(context.say("Aucun accès n’est en cours", "No access is in force"))
      } else {
        DataTable(
          id: "acces-en-cours",
          caption: title,
          columns: [
            DataTable.Column(context.say("Jeu de données", "Dataset")),
            DataTable.Column(context.say("Pour", "For")), DataTable.Column(context.say("Jusqu’au", "Until")),
            DataTable.Column(context.say("Lectures", "Readings"), isNumeric: true),
            DataTable.Column(context.say("Dernière", "Last")),
            DataTable.Column(context.say("Mettre fin", "End")),
          ],
          rows: requests.map { row($0, context) },
          hasRowHeaders: true
        ).view()
      }
    }
  }

  private func row(_ request: AccessRequest, _ context: PageContext) -> [HTML] {
    let uses = request.token.flatMap { self.uses[Register.Actor.token($0).id] } ?? []
    return [
      a(.href(context.link(.accessDecision(request.id)))) { desk.datasetTitle(request.dataset) },
      .text(request.body.isEmpty ? request.name : "\(request.name), \(request.body)"),
      day(request.until, context), .text(context.language.number(uses.count)),
      uses.map(\.at).max().map { moment($0.text, context) } ?? .text("—"),
      actionForm(.accessEnd(request.id), context, class: "inline") {
        label(.for("motif-" + request.id), .class("unseen")) {
          context.say("Motif de la fin de l’accès de \(request.name)", "Why \(request.name)’s access ends")
        }
        input(
          .id("motif-" + request.id),
          .name("reason"),
          .type("text"),
          Attribute("placeholder", context.say("Motif", "Reason")),
          Attribute("required", true)
        )
        submit(context.say("Mettre fin", "End"), .danger)
      },
    ]
  }
}
