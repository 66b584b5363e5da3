import Acts
import Governance
import Markup
import Messages
import Register
import Web

/// Every register that shows something to the public, by family.
struct PublicRegistersPage {
  let snapshot: Snapshot

  func page(_ context: PageContext) -> Page {
    let title = context.say("Registres publics", "Public registers")
    let counts = Registers.all.map { register in
      (register, register.publicEntries(in: snapshot).count)
    }
    .filter { $0.1 > 0 }
    return Page(
      title: title,
      summary: context.say(
        "Ce que \(context.site.name) tient dans ses registres et que chacun peut lire.",
        "What \(context.site.name) keeps in its registers and anyone may read."
      ),
      breadcrumbs: [Page.Crumb(title)]
    ) {
      h1 { title }
      p(.class("lead")) {
        context.say(
          "Ce que les organisations du territoire font de vos données, décident par algorithme ou confient à "
            + "d’autres.",
          "What the territory’s organisations do with your data, decide by algorithm or entrust to others."
        )
      }
      p {
        a(.href(context.link(.informationList))) {
          context.say("Répertoire des informations publiques", "List of public information")
        }
      }
      if counts.isEmpty {
        emptyState(context.say("Rien n’est encore publié ici.", "Nothing is published here yet."))
      }
      for family in RegisterFamily.allCases {
        let own = counts.filter { $0.0.family == family }
        if !own.isEmpty {
          section(.ariaLabelledBy(family.rawValue)) {
            h2(.id(family.rawValue)) { context.say(family.label) }
            for (register, count) in own { line(register, count, context) }
          }
        }
      }
    }
  }

  private func line(_ register: RegisterKind, _ count: Int, _ context: PageContext) -> HTML {
    div(.class("register-line")) {
      h3 { a(.href(context.link(.register(register.slug)))) { context.say(register.plural) } }
      p(.class("fine")) {
        context.language.count(count, fr: ("fiche", "fiches"), en: ("record", "records"))
        " · "
        context.say(register.summary)
      }
    }
  }
}
