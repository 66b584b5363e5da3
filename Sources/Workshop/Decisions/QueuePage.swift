import Markup
import Messages
import Register
import Web

/// The list of what awaits the person.
struct QueuePage {
  let items: [QueueItem]

  func page(_ context: PageContext) -> Page {
    let title = context.say("À décider", "To decide")
    return Page(title: title, workshop: .decisions) {
      h1 { title }
      counts(context)
      if items.isEmpty { nothing(context) } else { list(context) }
      p {
        a(.href(context.link(.accesses))) { context.say("Accès en cours", "Accesses in force") }
        " · "
        a(.href(context.link(.gate))) { context.say("État des règles", "State of the rules") }
      }
    }
  }

  private func counts(_ context: PageContext) -> HTML {
    let figures = QueueItem.Kind.allCases.compactMap { kind -> (value: String, label: String)? in
      let count = items.count { $0.kind == kind }
      return count == 0 ? nil : (context.language.number(count), context.say(kind.label))
    }
    return figures.isEmpty
      ? .empty : keyFigures(figures, label: context.say("Ce qui vous attend", "What awaits you"))
  }

  private func nothing(_ context: PageContext) -> HTML {
    emptyState(context.say("Rien n’attend votre décision", "Nothing awaits your decision")) {
      p {
        context.say(
          "Les dépôts soumis, les demandes d’accès et les messages à relire paraîtront ici.",
          "Deposits submitted, access requests and messages to review will show here."
        )
      }
    }
  }

  private func list(_ context: PageContext) -> HTML {
    ol(.class("queue")) {
      for item in items {
        li(.id(item.id)) {
          p(.class("queue-kind")) {
            badge(context.say(one(item.kind)))
            " "
            context.say("depuis le ", "since ")
            day(item.since.text, context)
          }
          h2 { a(.href(context.link(item.route))) { item.title } }
          if !item.facts.isEmpty {
            p(.class("facts-line")) {
              for fact in item.facts { span { context.say(fact).shortened(to: 300) } }
            }
          }
          if !item.reasons.isEmpty {
            verdictList(
              item.reasons.map {
                VerdictLine(
                  $0.tone,
                  verdict: context.say($0.verdict),
                  title: context.say($0.text),
                  reason: ""
                )
              }
            )
          }
          moderation(item, context)
        }
      }
    }
  }

  @HTMLBuilder private func moderation(_ item: QueueItem, _ context: PageContext) -> HTML {
    if item.kind == .comment || item.kind == .reuse {
      ModerationForm(kind: item.kind, id: item.id, about: item.title).view(context)
    }
  }

  private func one(_ kind: QueueItem.Kind) -> Bilingual {
    switch kind {
    case .deposit: Bilingual(fr: "dépôt", en: "deposit")
    case .access: Bilingual(fr: "demande d’accès", en: "access request")
    case .comment: Bilingual(fr: "commentaire", en: "comment")
    case .reuse: Bilingual(fr: "réutilisation", en: "re-use")
    case .waiver: Bilingual(fr: "dérogation", en: "waiver")
    }
  }
}

/// The two answers to a visitor's message: show it or refuse it.
struct ModerationForm {
  let kind: QueueItem.Kind
  let id: String
  let about: String
  var isBack = false

  func view(_ context: PageContext) -> HTML {
    actionForm(.moderation, context) {
      input(.type("hidden"), .name(kind.rawValue), .value(id))
      if isBack { input(.type("hidden"), .name("retour"), .value("fil")) }
      buttons {
        button(.type("submit"), .name("choix"), .value("montrer")) {
          context.say("Publier", "Show")
          span(.class("unseen")) { " : " + about }
        }
        button(.type("submit"), .class("danger"), .name("choix"), .value("refuser")) {
          context.say("Refuser", "Refuse")
          span(.class("unseen")) { " : " + about }
        }
      }
    }
  }
}

extension Route {
  static let moderation = Route.workshop(WorkshopRoute(.moderation))
  static let accesses = Route.workshop(WorkshopRoute(.accesses))
  static let gate = Route.workshop(WorkshopRoute(.gate))
}
