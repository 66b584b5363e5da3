import Accounts
import Hummingbird
import Markup
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// What the person was told.
  func addNotices(desk: Desk, plumbing: Plumbing) {
    workshopPage(.notices, plumbing) { context, signedIn in
      NoticePage(notices: try await desk.accounts.notices(of: signedIn.person)).page(context)
    }
    workshopAction(.notices, plumbing) { form, _, signedIn in
      let key = form.text("avis")
      try await desk.accounts.readNotices(of: signedIn.person, key: key.isEmpty ? nil : key)
      return .redirect(
        .notices,
        notice: FlashNotice(fr: "Les avis sont marqués comme lus.", en: "The notices are marked as read.")
      )
    }
  }
}

/// The person's notices, the newest first.
struct NoticePage {
  let notices: [PersonNotice]

  func page(_ context: PageContext) -> Page {
    let title = context.say("Avis", "Notices")
    return Page(title: title) {
      h1 { title }
      if notices.isEmpty {
        emptyState(context.say("Aucun avis", "No notice")) {
          p {
            context.say(
              "Ce qui vous concerne paraîtra ici : dépôts, réponses, mentions.",
              "What concerns you will show here: deposits, answers, mentions."
            )
          }
        }
      } else {
        if notices.contains(where: { !$0.isRead }) {
          actionButton(context.say("Tout marquer comme lu", "Mark all as read"), .notices, context)
        }
        ol(.class("thread")) { for notice in notices { li { line(notice, context) } } }
      }
    }
  }

  private func line(_ notice: PersonNotice, _ context: PageContext) -> HTML {
    fragment {
      p {
        if !notice.isRead {
          badge(context.say("nouveau", "new"), .fair)
          " "
        }
        if let path = notice.path.flatMap(LocalPath.init) {
          a(.href(path.inLanguage(context.language))) { context.say(notice.text) }
        } else {
          context.say(notice.text)
        }
      }
      p(.class("fine")) { moment(notice.madeAt.text, context) }
      if !notice.isRead {
        actionButton(
          context.say("Marquer comme lu", "Mark as read"),
          .notices,
          context,
          .plain,
          fields: ["avis": notice.key],
          about: context.say(notice.text)
        )
      }
    }
  }
}

/// A French path of the site: nothing else is linked to.
struct LocalPath {
  private let path: String

  init?(_ path: String) {
    guard path.hasPrefix("/"), !path.hasPrefix("//") else { return nil }
    self.path = path
  }

  func inLanguage(_ language: Language) -> String { language == .english ? "/en" + path : path }
}

extension Route {
  static let notices = Route.workshop(WorkshopRoute(.notices))
}
