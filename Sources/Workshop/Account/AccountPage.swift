import Accounts
import Governance
import Markup
import Messages
import Register
import Web

/// A person's own account.
struct AccountPage {
  let person: Person
  let sessions: [Session]
  let current: String
  let hasPassword: Bool

  func page(_ context: PageContext, profile: FormFields? = nil, password: FormFields? = nil) -> Page {
    Page(title: context.say("Mon compte", "My account")) {
      h1 { context.say("Mon compte", "My account") }
      profile?.summary ?? .empty
      password?.summary ?? .empty
      section {
        h2 { context.say("Profil", "Profile") }
        profileForm(context, profile ?? FormFields(context, values))
      }
      section {
        h2 { context.say("Mot de passe", "Password") }
        passwordForm(context, password ?? FormFields(context))
      }
      section {
        h2 { context.say("Sessions", "Sessions") }
        sessionTable(context)
      }
    }
  }

  private var values: [String: [String]] {
    ["name": [person.name], "language": [person.language], "notices": [person.notices.rawValue]]
  }

  private func profileForm(_ context: PageContext, _ fields: FormFields) -> HTML {
    actionForm(.account, context) {
      fields.text(
        "name",
        context.say("Prénom et nom", "First and last name"),
        isRequired: true,
        autocomplete: "name",
        longest: 200
      )
      facts([(context.say("Adresse électronique", "E-mail address"), .text(person.email))])
      fields.select(
        "language",
        context.say("Langue", "Language"),
        [("fr", "Français"), ("en", "English")]
      )
      fields.select(
        "notices",
        context.say("Résumé par courriel", "E-mail digest"),
        [
          ("daily", context.say("Chaque jour", "Every day")),
          ("weekly", context.say("Chaque semaine", "Every week")),
          ("never", context.say("Jamais", "Never")),
        ],
        help: context.say(
          "L’atelier montre tous les avis dans tous les cas.",
          "The workshop shows every notice in any case."
        )
      )
      buttons { submit(context.say("Enregistrer", "Save")) }
    }
  }

  private func passwordForm(_ context: PageContext, _ fields: FormFields) -> HTML {
    actionForm(.accountPassword, context) {
      if hasPassword {
        fields.text(
          "actuel",
          context.say("Mot de passe actuel", "Current password"),
          type: "password",
          isRequired: true,
          autocomplete: "current-password"
        )
      }
      SignInPage.newPassword(context, fields)
      buttons { submit(context.say("Changer le mot de passe", "Change the password")) }
    }
  }

  private func sessionTable(_ context: PageContext) -> HTML {
    fragment {
      div(
        .class("table-scroll"),
        .tabindex(0),
        .role("region"),
        .ariaLabel(context.say("Sessions", "Sessions"))
      ) {
        table(.class("data")) {
          thead {
            tr {
              th(.scope("col")) { context.say("Navigateur", "Browser") }
              th(.scope("col")) { context.say("Ouverte", "Begun") }
              th(.scope("col")) { context.say("Dernier usage", "Last use") }
              th(.scope("col")) { context.say("Action", "Action") }
            }
          }
          tbody { for session in sessions { row(session, context) } }
        }
      }
      if sessions.count > 1 {
        actionButton(
          context.say("Fermer toutes les autres", "End all others"),
          .accountSessions,
          context,
          fields: ["toutes": "oui"]
        )
      }
    }
  }

  private func row(_ session: Session, _ context: PageContext) -> HTML {
    let browser = BrowserName.of(session.browser, context)
    return tr {
      th(.scope("row")) { browser }
      td { moment(session.madeAt.text, context) }
      td { moment(session.seenAt.text, context) }
      td {
        if session.id == current {
          badge(context.say("Celle-ci", "This one"), .good)
        } else {
          actionButton(
            context.say("Fermer", "End"),
            .accountSessions,
            context,
            .plain,
            fields: ["session": session.id],
            about: browser
          )
        }
      }
    }
  }
}

/// What a browser is called, from what it says of itself.
enum BrowserName {
  static func of(_ agent: String, _ context: PageContext) -> String {
    let browsers = [
      ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"),
      ("Safari/", "Safari"),
      ("curl/", "curl"),
    ]
    let systems = [
      ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
      ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ]
    let browser = browsers.first { agent.contains($0.0) }?.1
    let system = systems.first { agent.contains($0.0) }?.1
    switch (browser, system) {
    case (let browser?, let system?):
      return context.say("\(browser) sur \(system)", "\(browser) on \(system)")
    case (let browser?, nil): return browser
    case (nil, let system?): return system
    case (nil, nil): return context.say("Navigateur inconnu", "Unknown browser")
    }
  }
}

extension Route {
  static let accountPassword = Route.workshop(WorkshopRoute(.accountPassword))
  static let accountSessions = Route.workshop(WorkshopRoute(.accountSessions))
}
