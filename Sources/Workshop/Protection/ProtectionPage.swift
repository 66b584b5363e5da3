import Acts
import Governance
import Hummingbird
import Markup
import Messages
import Register
import Web

/// Where a data protection officer, shared by one or many bodies, has to go today.
struct ProtectionPage {
  let tasks: [ProtectionTask]
  let figures: [ProtectionFigures]
  let names: [String: String]
  /// How many tasks of one urgency are listed: beyond, the registers themselves are the place.
  static let shown = 50

  func page(_ context: PageContext) -> Page {
    let title = context.say(
      "Protection des données : où aller aujourd’hui",
      "Data protection: where to go today"
    )
    return Page(
      title: title,
      breadcrumbs: context.registerSteps(
        Page.Crumb(context.say("Protection des données", "Data protection"))
      ),
      workshop: .registers
    ) {
      h1 { title }
      if tasks.isEmpty {
        notice(.good, title: context.say("Rien ne presse", "Nothing presses")) {
          p {
            context.say(
              "Aucune violation ouverte, aucune demande en cours, aucune fiche à relire.",
              "No open breach, no request under way, no record to read again."
            )
          }
        }
      }
      for urgency in ProtectionTask.Urgency.allCases { list(urgency, context) }
      bodies(context)
      shortcuts(context)
    }
  }

  @HTMLBuilder private func list(_ urgency: ProtectionTask.Urgency, _ context: PageContext) -> HTML {
    let some = tasks.filter { $0.urgency == urgency }
    if !some.isEmpty {
      section {
        h2 { "\(context.say(urgency.label)) (\(context.language.number(some.count)))" }
        ul(.class("plain-list")) {
          for task in some.prefix(Self.shown) {
            li {
              a(.href(context.link(task.route))) { task.title }
              " "
              span(.class("fine")) { names[task.organization] ?? task.organization }
              p {
                context.say(task.what)
                if let due = task.due {
                  " "
                  strong { context.say("Pour le ", "Due ") }
                  if task.isDay { context.language.date(due.day) } else { moment(due.text, context) }
                }
              }
            }
          }
        }
        if some.count > Self.shown {
          p(.class("fine")) {
            let more = context.language.count(
              some.count - Self.shown,
              fr: ("autre", "autres"),
              en: ("more", "more")
            )
            context.say("Et \(more) : voyez les registres.", "And \(more): see the registers.")
          }
        }
      }
    }
  }

  private func bodies(_ context: PageContext) -> HTML {
    section {
      h2 { context.say("Par organisation", "By organisation") }
      DataTable(
        id: "par-organisation",
        caption: context.say("Ce que tient chaque organisation", "What each organisation keeps"),
        columns: [DataTable.Column(context.say("Organisation", "Organisation"))]
          + [
            context.say("Presse", "Presses"), context.say("Traitements en vigueur", "Activities in force"),
            context.say("Brouillons", "Drafts"), context.say("AIPD en cours", "DPIAs under way"),
            context.say("Violations ouvertes", "Open breaches"),
            context.say("Demandes en cours", "Requests under way"),
          ].map { DataTable.Column($0, isNumeric: true) }
          + [DataTable.Column(context.say("Délégué désigné", "Officer designated"))],
        rows: figures.map { row($0, context) },
        hasRowHeaders: true
      ).view()
    }
  }

  private func row(_ body: ProtectionFigures, _ context: PageContext) -> [HTML] {
    let address =
      context.link(.workRegister(.processingActivity), Query(["organisation": body.organization]))
    let numbers = [body.pressing, body.inForce, body.drafts, body.studies, body.breaches, body.requests]
    return [a(.href(address)) { body.name }] + numbers.map { .text(context.language.number($0)) }
      + [body.hasOfficer ? .text(context.say("oui", "yes")) : badge(context.say("non", "no"), .poor)]
  }

  private func shortcuts(_ context: PageContext) -> HTML {
    fragment {
      section {
        h2 { context.say("Rendre compte", "Report") }
        p {
          a(.href(context.link(.yearlyReport))) {
            context.say("Rapport annuel du délégué", "The officer’s yearly report")
          }
        }
      }
      section {
        h2 { context.say("Retrouver une personne", "Find a person") }
        p {
          a(.href(context.link(.personSearch))) {
            context.say(
              "Chercher un identifiant dans les jeux liés aux traitements, pour répondre à une demande",
              "Look for an identifier in the datasets linked to activities, to answer a request"
            )
          }
        }
      }
      noting(context)
    }
  }

  private func noting(_ context: PageContext) -> HTML {
    section {
      h2 { context.say("Noter", "Note") }
      buttons {
        for register in [RegisterKind.breach, .subjectRequest, .processingActivity] {
          a(.class("button second"), .href(context.link(.newSheet(register)))) { context.say(register.label) }
        }
      }
    }
  }
}

extension RouterMethods where Context == WebContext {
  /// Where a data protection officer has to go today.
  func addProtection(desk: Desk, plumbing: Plumbing) {
    workshopPage(.protection, plumbing) { context, signedIn in
      try desk.require(.protect, signedIn)
      let reading = ProtectionReading(desk: desk, signedIn: signedIn)
      let tasks = reading.tasks()
      return ProtectionPage(tasks: tasks, figures: reading.figures(tasks), names: desk.organizationNames)
        .page(context)
    }
    let reporting = YearlyReporting(desk: desk)
    workshopPage(.yearlyReport, plumbing) { try await reporting.page($0, $1) }
    workshopResponse(.yearlyReportDocument, plumbing) { try await reporting.openDocument($1, $2) }
  }
}

extension ProtectionPage {
  /// The page, among the rooms of the registers.
  static func links(_ desk: Desk, _ signedIn: SignedIn) -> [RegisterExtras.Link] {
    guard desk.holds(.protect, signedIn.person) else { return [] }
    return [
      RegisterExtras.Link(
        label: Bilingual(fr: "Où aller aujourd’hui", en: "Where to go today"),
        route: .protection
      )
    ]
  }
}

extension Route {
  /// Where a data protection officer has to go today.
  static let protection = Route.workshop(WorkshopRoute(.protection))
}
