import Acts
import Governance
import Markup
import Messages
import Register
import Web

/// What an authority owes: one list, by subject, each line with its article, its state and where it is done.
struct DutyPage {
  let book: DutyBook
  let organization: String
  let choices: [(value: String, label: String)]
  let mayWrite: Bool

  func page(_ context: PageContext) -> Page {
    let title = context.say("Obligations", "Duties")
    return Page(
      title: "\(title) · \(organization)",
      breadcrumbs: context.registerSteps(Page.Crumb(title)),
      workshop: .registers
    ) {
      h1 { context.say("Ce que nous devons", "What we owe") }
      p(.class("lead")) { summary(context) }
      choice(context)
      factsNotice(context)
      for group in Duty.Group.allCases { section(group, context) }
    }
  }

  private func summary(_ context: PageContext) -> String {
    let (done, left, unknown) = (
      book.count(.compliant), book.count(.nonCompliant), book.count(.unknown)
    )
    return context.say(
      "\(organization) : \(done) en règle, \(left) à faire, \(unknown) à vérifier.",
      "\(organization): \(done) in order, \(left) to do, \(unknown) to check."
    )
  }

  @HTMLBuilder private func choice(_ context: PageContext) -> HTML {
    if choices.count > 1 {
      form(.class("toolbar"), .action(context.link(.duties)), .method("get")) {
        FormFields(context, ["organisation": [book.organization]]).select(
          "organisation",
          context.say("Organisation", "Organisation"),
          choices
        )
        button(.type("submit"), .class("second")) { context.say("Voir", "Show") }
      }
    }
  }

  @HTMLBuilder private func factsNotice(_ context: PageContext) -> HTML {
    if let facts = book.facts {
      p {
        a(.href(context.link(.sheet(BodyFacts.register, facts.id)))) {
          context.say("Les faits dont cette liste se déduit", "The facts this list follows from")
        }
      }
    } else {
      notice(
        .fair,
        title: context.say("Dites d’abord ce que vous êtes", "First say what you are")
      ) {
        p {
          context.say(
            "Une douzaine de questions (population, agents, site, délégations…) suffisent à savoir ce que la loi vous "
              + "demande.",
            "A dozen questions (inhabitants, staff, site, delegations…) are enough to know what the law asks of you."
          )
        }
        if mayWrite {
          p {
            a(.class("button"), .href(context.link(.newSheet(BodyFacts.register)))) {
              context.say("Répondre à ces questions", "Answer these questions")
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private func section(_ group: Duty.Group, _ context: PageContext) -> HTML {
    let lines = book.lines.filter { $0.duty.group == group }
    let owed = lines.filter { $0.verdict != .notApplicable }
    let other = lines.filter { $0.verdict == .notApplicable }
    Markup.section(.ariaLabelledBy(group.rawValue)) {
      h2(.id(group.rawValue)) { context.say(group.label) }
      for line in owed { self.line(line, context) }
      if !other.isEmpty {
        tag("details") {
          tag("summary") {
            context.language.count(
              other.count,
              fr: ("obligation sans objet", "obligations sans objet"),
              en: ("duty that does not apply", "duties that do not apply")
            )
          }
          for line in other { self.line(line, context) }
        }
      }
    }
  }

  private func line(_ line: DutyBook.Line, _ context: PageContext) -> HTML {
    div(.class("register-line")) {
      h3 {
        context.say(line.duty.title)
        " "
        badge(context.say(line.verdict.label), line.verdict.tone)
      }
      p { context.say(line.evidence) }
      p(.class("fine")) {
        line.duty.article
        if line.verdict != .notApplicable, line.applicability.isOwed == true {
          " · "
          context.say(line.applicability.reason)
        }
        if let next = line.nextOn {
          context.say(" · prochaine date : ", " · next date: ")
          day(next, context)
        }
      }
      if let remedy = line.remedy {
        p {
          if line.applicability.isOwed == nil, book.facts != nil {
            context.say("Donnez ce fait : ", "Give this fact: ")
            place(.facts, line.duty, context)
          } else {
            context.say(remedy)
            " "
            place(line.duty.place, line.duty, context)
          }
        }
      }
    }
  }

  @HTMLBuilder private func place(_ place: Duty.Place, _ duty: Duty, _ context: PageContext) -> HTML {
    if let route = route(place) {
      a(.href(context.link(route))) {
        context.say("Y aller", "Go there")
        span(.class("unseen")) { context.say(" : \(duty.title.fr)", ": \(duty.title.en)") }
      }
    }
  }

  private func route(_ place: Duty.Place) -> Route? {
    switch place {
    case .publish: .workshop(WorkshopRoute(.deposit))
    case .repertoire: .informationList
    case .contracts: .workRegister(Contract.register)
    case .facts:
      book.facts.map { .sheet(BodyFacts.register, $0.id) } ?? .workRegister(BodyFacts.register)
    case .register(let slug): Registers.named(slug).map { .workRegister($0) }
    }
  }
}
