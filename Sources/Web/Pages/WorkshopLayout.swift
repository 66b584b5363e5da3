public import Markup
import Messages

/// The frame of the workshop's pages: whose session it is, the sections they have a right to, and what the last
/// action says.
extension Page {
  /// The whole document.
  public func workshopDocument(_ context: PageContext, _ person: WorkshopPerson) -> HTML {
    html(.lang(context.language.rawValue), .class("workshop")) {
      documentHead(context, isWorkshop: true)
      Markup.body {
        a(.class("skip"), .href("#contenu")) { context.say("Aller au contenu", "Skip to content") }
        workshopHeader(context, person)
        if !breadcrumbs.isEmpty {
          trail(context, from: (context.say("Atelier", "Workshop"), .workshopHome))
        }
        main(.id("contenu"), .class("page"), .tabindex(-1)) {
          if let flash = context.flash { flashBanner(flash, context) }
          body
        }
        siteFooter(context)
      }
    }
  }

  private func workshopHeader(_ context: PageContext, _ person: WorkshopPerson) -> HTML {
    header(.class("site")) {
      div(.class("site-bar")) {
        p(.class("wordmark")) {
          a(.href(context.link(.workshopHome)), .ariaCurrent(isHome(context) ? "page" : nil)) {
            context.say("Atelier", "Workshop")
          }
          " "
          a(.class("wordmark-site"), .href(context.link(.home))) { context.site.name }
        }
        personBar(context, person)
      }
      nav(.class("site-nav"), .ariaLabel(context.say("Atelier", "Workshop"))) {
        ul {
          for section in WorkshopSection.allCases where person.sections.contains(section) {
            li { sectionLink(section, context) }
          }
        }
      }
    }
  }

  private func isHome(_ context: PageContext) -> Bool { context.route == .workshopHome }

  private func sectionLink(_ section: WorkshopSection, _ context: PageContext) -> HTML {
    let route = Route.workshop(WorkshopRoute(section.pattern))
    let current = section == workshop ? (route == context.route ? "page" : "true") : nil
    return a(.href(context.link(route)), .ariaCurrent(current)) { context.say(section.label) }
  }

  private func personBar(_ context: PageContext, _ person: WorkshopPerson) -> HTML {
    div(.class("person-bar")) {
      a(.href(context.link(.account)), .ariaCurrent(context.route == .account ? "page" : nil)) { person.name }
      if person.unread > 0 {
        a(.class("badge fair"), .href(context.link(.workshop(WorkshopRoute(.notices))))) {
          person.unread == 1
            ? context.say("1 avis", "1 notice")
            : context.say("\(person.unread) avis", "\(person.unread) notices")
        }
      }
      actionForm(.signOut, context) {
        button(.type("submit"), .class("plain")) { context.say("Se déconnecter", "Sign out") }
      }
    }
  }

  private func flashBanner(_ flash: FlashNotice, _ context: PageContext) -> HTML {
    div(.class("notice flash \(flash.tone.rawValue)"), .role("status")) {
      p { context.say(flash.text) }
    }
  }
}
