import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// What is said to someone who has a right on no organisation: what is needed first, and who can give it.
struct MissingRight {
  let right: Permission.Right
  let desk: Desk
  let signedIn: SignedIn

  private var administers: Bool { desk.holds(.administer, signedIn.person) }

  func view(_ context: PageContext) -> HTML {
    desk.snapshot.records(Organization.self).isEmpty ? noOrganization(context) : noRole(context)
  }

  private func noOrganization(_ context: PageContext) -> HTML {
    emptyState(context.say("Ajoutez d’abord votre commune", "Add your municipality first")) {
      p {
        context.say(
          "Fiches et fichiers sont tenus pour une organisation : commune, intercommunalité, syndicat… Aucune n’est "
            + "encore enregistrée.",
          "Records and files are kept for an organisation: a municipality, a group of them, a syndicate… None is "
            + "there yet."
        )
      }
      if administers {
        p {
          a(.class("button"), .href(context.link(.newOrganization))) {
            context.say("Ajouter une organisation", "Add an organisation")
          }
        }
      } else {
        asking(context)
      }
    }
  }

  private func noRole(_ context: PageContext) -> HTML {
    let roles = context.roleNames(right)
    return emptyState(
      context.say("Il vous manque un rôle pour écrire ici", "You lack a role to write here")
    ) {
      p { context.say("Il faut le rôle : \(roles).", "The role it takes: \(roles).") }
      if administers {
        p {
          a(.class("button"), .href(context.link(.people))) {
            context.say("Donner ce rôle à quelqu’un", "Give this role to someone")
          }
        }
        p(.class("fine")) {
          context.say("Vous pouvez vous le donner à vous-même.", "You may give it to yourself.")
        }
      } else {
        asking(context)
      }
    }
  }

  private func asking(_ context: PageContext) -> HTML {
    let people = desk.holders(of: .administer, on: nil)
    let names = context.names(people)
    return p {
      people.isEmpty
        ? context.say("Demandez-le à un administrateur.", "Ask an administrator.")
        : context.say("Qui peut le faire : \(names).", "Who can do it: \(names).")
    }
  }
}
