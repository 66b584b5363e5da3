import Acts
import Governance
import Markup
import Messages
import Register
import Web

/// What comes after a record was put in force: shown to the public, the next one, the list.
struct SheetNext {
  let place: SheetPlace

  private var sheet: RegisterSheet { place.sheet }

  func view(_ context: PageContext) -> HTML {
    notice(.good, title: context.say("Et maintenant ?", "What now?")) {
      ul {
        if place.sight.mayDecide, !place.register.publicFields.isEmpty, !sheet.keeping.isPublic {
          li { a(.href("#decider")) { context.say("La montrer au public", "Show it to the public") } }
        }
        if let next {
          li {
            a(.href(context.link(.sheet(place.register, next.id)))) {
              context.say(
                "Compléter le brouillon suivant : \(next.title)",
                "Fill in the next draft: \(next.title)"
              )
            }
          }
        }
        li {
          a(.href(context.link(.workRegister(place.register), Query(["organisation": sheet.organization])))) {
            context.say("Revenir à la liste", "Back to the list")
          }
        }
      }
    }
  }

  /// Another draft that the same organisation keeps in this register.
  private var next: RegisterLine? {
    RegisterRoom(desk: place.desk).lines(place.register, place.signedIn).first { line in
      line.organization == sheet.organization && line.keeping.status == .draft && line.id != sheet.id
    }
  }
}
