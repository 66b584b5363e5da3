import Governance
import Hummingbird
import Markup
import Messages
import Register
public import Web

extension RouterMethods where Context == WebContext {
  /// The workshop's first page.
  func addHome(desk: Desk, plumbing: Plumbing) {
    workshopPage(.home, plumbing) { context, signedIn in
      HomePage.page(
        desk.person(signedIn.person),
        sections: HomePage.sections(signedIn, desk, plumbing),
        context
      )
    }
  }
}

/// The workshop's first page: what the person may do.
enum HomePage {
  static func sections(_ signedIn: SignedIn, _ desk: Desk, _ plumbing: Plumbing) -> [WorkshopSection] {
    let open = WorkshopSections.open(to: signedIn.person, desk)
    return WorkshopSection.allCases.filter { open.contains($0) && plumbing.served.contains($0.pattern) }
  }

  static func page(_ person: Person?, sections: [WorkshopSection], _ context: PageContext) -> Page {
    Page(title: context.say("Atelier", "Workshop")) {
      h1 { context.say("Bonjour \(person?.name ?? "")", "Hello \(person?.name ?? "")") }
      if sections.isEmpty {
        emptyState(
          context.say("Aucun rôle ne vous est encore accordé", "No role has been granted to you yet")
        ) {
          p {
            context.say(
              "Un administrateur de la plateforme peut vous en accorder un.",
              "An administrator of the platform can grant you one."
            )
          }
        }
      }
      ul(.class("theme-grid")) {
        for section in sections {
          li {
            a(.href(context.link(.workshop(WorkshopRoute(section.pattern))))) { context.say(section.label) }
          }
        }
      }
    }
  }
}

/// Which sections someone's rights open.
public enum WorkshopSections {
  /// The sections open to a person.
  public static func open(to person: String, _ desk: Desk) -> Set<WorkshopSection> {
    Set(WorkshopSection.allCases.filter { isOpen($0, to: person, desk) })
  }

  private static func isOpen(_ section: WorkshopSection, to person: String, _ desk: Desk) -> Bool {
    switch section {
    case .datasets: desk.holds(.read, person)
    case .deposit: desk.holds(.produce, person)
    case .decisions:
      [.review, .publish, .protect, .moderate, .grantAccess].contains { desk.holds($0, person) }
    case .organizations, .people, .tokens, .settings: desk.holds(.administer, person)
    case .accessLog: desk.holds(.audit, person)
    }
  }
}
