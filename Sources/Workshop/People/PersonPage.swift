import Accounts
import Governance
import Markup
import Messages
import Register
import Web

/// One person as an administrator sees them.
struct PersonPage {
  let person: Person
  let grants: [RoleGrant]
  let organizations: [String: String]
  let choices: [(value: String, label: String)]
  let mayAdminister: (String?) -> Bool
  /// `nil` for who administers a part of the territory only.
  let sessions: [Session]?

  func page(_ context: PageContext, _ fields: FormFields?) -> Page {
    let shown =
      fields ?? FormFields(context, ["name": [person.name], "email": [person.email]])
    return Page(
      title: person.name,
      breadcrumbs: [.init(context.say("Personnes", "People"), context.link(.people)), .init(person.name)],
      workshop: .people
    ) {
      h1 { person.name }
      if person.status == .suspended {
        notice(
          .poor,
          title: context.say("Cette personne ne peut plus se connecter.", "This person may not sign in.")
        )
      }
      shown.summary
      section {
        h2 { context.say("Rôles", "Roles") }
        roleList(context)
        actionForm(.personRoles(person.id), context, class: "columns") {
          RoleForm.fields(context, shown, choices)
          shown.text(
            "until",
            context.say("Jusqu’au (facultatif)", "Until (optional)"),
            type: "date"
          )
          buttons { submit(context.say("Accorder ce rôle", "Grant this role"), .second) }
        }
      }
      if mayAdminister(nil) {
        identity(context, shown)
        signIn(context)
      }
    }
  }

  @HTMLBuilder private func roleList(_ context: PageContext) -> HTML {
    if grants.isEmpty {
      p {
        context.say(
          "Aucun rôle : cette personne ne voit que son compte.",
          "No role: this person sees only their account."
        )
      }
    } else {
      ul(.class("lines")) {
        for grant in grants {
          li {
            div {
              strong { RoleForm.name(grant, organizations, context) }
              if let until = grant.until {
                span(.class("soft")) {
                  context.say(" jusqu’au ", " until ")
                  day(until.advanced(byMilliseconds: -1).day, context)
                }
              }
            }
            if mayAdminister(grant.organization) {
              actionButton(
                context.say("Retirer", "Withdraw"),
                .personRoles(person.id),
                context,
                .plain,
                fields: ["retirer": grant.id],
                about: RoleForm.name(grant, organizations, context)
              )
            }
          }
        }
      }
    }
  }

  private func identity(_ context: PageContext, _ fields: FormFields) -> HTML {
    section {
      h2 { context.say("Identité", "Identity") }
      actionForm(.personChange(person.id), context, class: "columns") {
        fields.text(
          "name",
          context.say("Prénom et nom", "First and last name"),
          isRequired: true,
          longest: 200
        )
        fields.text(
          "email",
          context.say("Adresse électronique", "E-mail address"),
          help: context.say(
            "Changer l’adresse ferme les sessions de la personne.",
            "Changing the address ends the person’s sessions."
          ),
          type: "email",
          isRequired: true,
          longest: 254
        )
        buttons { submit(context.say("Enregistrer", "Save"), .second) }
      }
    }
  }

  private func signIn(_ context: PageContext) -> HTML {
    section {
      h2 { context.say("Connexion", "Sign-in") }
      p {
        let count = sessions?.count ?? 0
        count == 0
          ? context.say("Aucune session ouverte.", "No open session.")
          : context.language.count(
            count,
            fr: ("session ouverte.", "sessions ouvertes."),
            en: ("open session.", "open sessions.")
          )
      }
      div(.class("buttons")) {
        actionButton(
          context.say("Faire un lien de connexion", "Make a sign-in link"),
          .personLink(person.id),
          context
        )
        if sessions?.isEmpty == false {
          actionButton(
            context.say("Fermer ses sessions", "End their sessions"),
            .personSessions(person.id),
            context
          )
        }
        if person.status == .active {
          actionButton(
            context.say("Suspendre", "Suspend"),
            .personChange(person.id),
            context,
            .danger,
            fields: ["status": "suspended"],
            about: person.name
          )
        } else {
          actionButton(
            context.say("Rétablir", "Let in again"),
            .personChange(person.id),
            context,
            fields: ["status": "active"],
            about: person.name
          )
        }
      }
    }
  }
}
