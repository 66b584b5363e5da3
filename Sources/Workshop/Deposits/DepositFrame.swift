import Acts
import Catalogue
import Markup
import Messages
import Register
import Web

/// What the pages of a deposit have in common: its name, its state, and the three steps.
struct DepositFrame {
  let deposit: Deposit
  let dataset: Dataset?
  let organization: String

  init(_ deposit: Deposit, _ snapshot: Snapshot) {
    self.deposit = deposit
    dataset = deposit.dataset.flatMap { snapshot.record(Dataset.self, $0) }
    organization =
      snapshot.record(Organization.self, deposit.organization)?.name ?? deposit.organization
  }

  enum Step: CaseIterable { case diagnosis, description, gate }

  var title: String {
    let own = deposit.description.title ?? ""
    return own.isEmpty ? dataset?.title ?? deposit.file?.name ?? deposit.id : own
  }

  func page(
    _ step: Step,
    _ context: PageContext,
    refreshAfter: Int? = nil,
    @HTMLBuilder content: () -> HTML
  ) -> Page {
    Page(
      title: "\(title) · \(context.say(step.label))",
      breadcrumbs: [Page.Crumb(title)],
      workshop: .deposit,
      scripts: [.workshop, .deposit],
      refreshAfter: refreshAfter
    ) {
      header(context)
      tabs(
        Step.allCases.map { other in
          (context.say(other.label), context.link(other.route(deposit.id)), other == step)
        },
        label: context.say("Étapes", "Steps")
      )
      content()
    }
  }

  private func header(_ context: PageContext) -> HTML {
    div(.class("deposit-head")) {
      h1 { title }
      ul(.class("facts-line")) {
        li { badge(context.say(deposit.state.label), deposit.state.tone) }
        li { organization }
        if let file = deposit.file { li { "\(file.name), \(context.language.bytes(file.bytes))" } }
        if let dataset {
          li {
            context.say("met à jour ", "updates ")
            a(.href(context.link(.workDataset(dataset.id)))) { dataset.title }
          }
        } else {
          li { context.say("nouveau jeu de données", "new dataset") }
        }
      }
      if !deposit.holdReasons.isEmpty { held(context) }
      if let back = deposit.decisions.last, !back.isApproval, deposit.state == .returned {
        notice(.fair, title: context.say("À reprendre", "To be mended")) { p { back.comment } }
      }
    }
  }

  private func held(_ context: PageContext) -> HTML {
    notice(.fair, title: context.say("Retenu : une personne doit décider", "Held: a person must decide")) {
      ul { for reason in deposit.holdReasons { li { context.say(reason.fr, reason.en) } } }
    }
  }
}

extension DepositFrame.Step {
  var label: Bilingual {
    switch self {
    case .diagnosis: Bilingual(fr: "1. Vérifier", en: "1. Check")
    case .description: Bilingual(fr: "2. Décrire", en: "2. Describe")
    case .gate: Bilingual(fr: "3. Publier", en: "3. Publish")
    }
  }

  func route(_ id: String) -> Route {
    switch self {
    case .diagnosis: .deposit(id)
    case .description: .depositDescription(id)
    case .gate: .depositGate(id)
    }
  }
}

extension Deposit.State {
  var label: Bilingual {
    switch self {
    case .draft: Bilingual(fr: "En préparation", en: "Being prepared")
    case .submitted: Bilingual(fr: "En attente de décision", en: "Awaiting a decision")
    case .returned: Bilingual(fr: "À reprendre", en: "To be mended")
    case .approved: Bilingual(fr: "Approuvé", en: "Approved")
    case .published: Bilingual(fr: "Publié", en: "Published")
    case .abandoned: Bilingual(fr: "Abandonné", en: "Given up")
    }
  }

  var tone: Tone {
    switch self {
    case .draft, .abandoned: .neutral
    case .submitted, .returned: .fair
    case .approved, .published: .good
    }
  }
}

/// A page that waits for a long reading: it says how far it is, asks again by itself, and lets it be stopped.
func waitingPage(
  _ frame: DepositFrame,
  _ step: DepositFrame.Step,
  rows: Int,
  what: String,
  _ context: PageContext,
  stop: Bool = true
) -> Page {
  frame.page(step, context, refreshAfter: 2) {
    div(.class("waiting"), .id("lecture"), Attribute("data-wait", "")) {
      p(.class("notice-title"), .role("status")) {
        what + " "
        span(.id("lignes")) {
          rows == 0
            ? ""
            : context.language.count(
              rows,
              fr: ("ligne lue", "lignes lues"),
              en: ("row read", "rows read")
            )
        }
      }
      tag("progress", .ariaLabel(what)) {}
      p(.class("fine")) {
        context.say(
          "Vous pouvez fermer cette page : la lecture continue, et ce dépôt reste sur votre accueil.",
          "You may close this page: reading goes on, and this deposit stays on your home page."
        )
      }
      if stop {
        actionButton(
          context.say("Arrêter", "Stop"),
          step.route(frame.deposit.id),
          context,
          fields: ["faire": "arreter"]
        )
      }
    }
  }
}

/// A page that says why a file could not be read, and what to do.
func failedPage(
  _ frame: DepositFrame,
  _ step: DepositFrame.Step,
  _ failure: Failure,
  _ context: PageContext,
  @HTMLBuilder more: () -> HTML = { .empty }
) -> Page {
  frame.page(step, context) {
    notice(.poor, title: context.say(failure.message)) {
      if let remedy = failure.remedy { p { context.say(remedy) } }
      buttons {
        actionButton(
          context.say("Relancer la lecture", "Read again"),
          step.route(frame.deposit.id),
          context,
          fields: ["faire": "relancer"]
        )
      }
    }
    more()
  }
}
