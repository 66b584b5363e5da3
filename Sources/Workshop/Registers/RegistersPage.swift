import Acts
import Governance
import Markup
import Messages
import Register
import Web

/// Every register someone may read, by family, with what is to be done in each.
struct RegistersPage {
  let room: RegisterRoom
  let signedIn: SignedIn
  /// The rights that the person has on an organisation, at least, among those that registers take to be written.
  private let writable: Set<Permission.Right>

  init(room: RegisterRoom, signedIn: SignedIn) {
    (self.room, self.signedIn) = (room, signedIn)
    writable = Set(Registers.all.map(\.rights.write)).filter { room.desk.reachesSome($0, signedIn) }
  }

  private func mayWrite(_ register: RegisterKind) -> Bool { writable.contains(register.rights.write) }

  /// Whether there is something to read, for whoever may write nothing.
  private var readsSome: Bool { Registers.all.contains { !room.lines($0, signedIn).isEmpty } }

  /// What a register holds for someone.
  struct Count {
    var all = 0
    var incomplete = 0
    var late = 0
    var shown = 0
  }

  func page(_ context: PageContext) -> Page {
    let title = context.say("Registres", "Registers")
    return Page(title: title, workshop: .registers) {
      h1 { title }
      p(.class("lead")) {
        context.say(
          "Ce que la loi demande de tenir à jour, fiche par fiche.",
          "What the law asks you to keep, record by record."
        )
      }
      beginning(context)
      for family in RegisterFamily.allCases { self.family(family, context) }
    }
  }

  /// Where to begin, for whoever has nothing yet.
  @HTMLBuilder private func beginning(_ context: PageContext) -> HTML {
    let first = ([.processingActivity] + Registers.all).first { register in
      !register.templates.isEmpty && mayWrite(register)
    }
    if writable.isEmpty, !readsSome {
      MissingRight(right: .produce, desk: room.desk, signedIn: signedIn).view(context)
    } else if let first, room.lines(first, signedIn).allSatisfy({ $0.keeping.status == .ended }) {
      notice(title: context.say("Par où commencer", "Where to begin")) {
        p {
          context.say(
            "Choisissez un modèle proche de ce que fait votre organisation : il est presque rempli. La fiche "
              + "dit ce qui manque et pourquoi ; une fois complète, elle est mise en vigueur, puis montrée au "
              + "public.",
            "Choose a model close to what your organisation does: it is nearly filled in. The record says what is "
              + "missing and why; once complete, it is put in force, then shown to the public."
          )
        }
        p {
          a(.class("button"), .href(context.link(.registerStart(first)))) {
            context.say(
              "Commencer avec les modèles : \(first.plural.fr.lowercasedFirst)",
              "Begin with the models: \(first.plural.en.lowercasedFirst)"
            )
          }
        }
      }
    }
  }

  private func readable(_ family: RegisterFamily) -> [RegisterKind] {
    Registers.all.filter {
      $0.family == family && room.desk.holds($0.rights.read, signedIn.person)
    }
  }

  @HTMLBuilder private func family(_ family: RegisterFamily, _ context: PageContext) -> HTML {
    let registers = readable(family)
    let links = RegisterExtras.rooms[family]?(room.desk, signedIn) ?? []
    if !registers.isEmpty || !links.isEmpty {
      section(.class("register-family"), .ariaLabelledBy(family.rawValue)) {
        h2(.id(family.rawValue)) { context.say(family.label) }
        ul(.class("registers")) {
          for register in registers { li { line(register, context) } }
          for link in links {
            li {
              div { a(.href(context.link(link.route))) { strong { context.say(link.label) } } }
            }
          }
        }
      }
    }
  }

  private func line(_ register: RegisterKind, _ context: PageContext) -> HTML {
    let count = count(register)
    return fragment {
      div {
        h3 { a(.href(context.link(.workRegister(register)))) { context.say(register.plural) } }
        p(.class("fine")) { context.say(register.summary) }
      }
      ul(.class("facts-line")) {
        li { context.language.count(count.all, fr: ("fiche", "fiches"), en: ("record", "records")) }
        if count.incomplete > 0 {
          li {
            a(.href(context.link(.workRegister(register), Query(["manque": "oui"])))) {
              badge(
                context.language.count(
                  count.incomplete,
                  fr: ("incomplète", "incomplètes"),
                  en: ("incomplete", "incomplete")
                ),
                .fair
              )
            }
          }
        }
        if count.late > 0 {
          li {
            a(.href(context.link(.workRegister(register), Query(["retard": "oui"])))) {
              badge(
                context.language.count(count.late, fr: ("à relire", "à relire"), en: ("to read", "to read")),
                .poor
              )
            }
          }
        }
        if !register.publicFields.isEmpty, count.shown > 0 {
          li {
            context.language.count(count.shown, fr: ("publique", "publiques"), en: ("public", "public"))
          }
        }
      }
      if mayWrite(register) {
        div(.class("buttons")) {
          a(.class("button second"), .href(context.link(.newSheet(register)))) {
            context.say("Ajouter", "Add")
            span(.class("unseen")) { context.say(" : \(register.label.fr)", ": \(register.label.en)") }
          }
          if !register.templates.isEmpty {
            a(.href(context.link(.registerStart(register)))) {
              context.say("Commencer avec les modèles", "Begin with the models")
              span(.class("unseen")) { context.say(" : \(register.plural.fr)", ": \(register.plural.en)") }
            }
          }
        }
      }
    }
  }

  private func count(_ register: RegisterKind) -> Count {
    let today = room.desk.platform.now.day
    var count = Count()
    for entry in room.entries(register, signedIn) where entry.line.keeping.status != .ended {
      count.all += 1
      if entry.percent < 100 { count.incomplete += 1 }
      if entry.line.keeping.isLate(on: today) { count.late += 1 }
      if register.isShown(entry.line.keeping) { count.shown += 1 }
    }
    return count
  }
}
