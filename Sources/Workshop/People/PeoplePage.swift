import Accounts
import Governance
import Markup
import Messages
import Register
import Web

/// Everyone who may sign in, who is invited, and the form to invite someone.
struct PeoplePage {
  let people: [Person]
  let roles: [String: [RoleGrant]]
  let invitations: [Invitation]
  let organizations: [String: String]
  let choices: [(value: String, label: String)]

  func page(_ context: PageContext, _ fields: FormFields) -> Page {
    Page(title: context.say("Personnes", "People"), workshop: .people) {
      h1 { context.say("Personnes", "People") }
      fields.summary
      section {
        h2 { context.say("Inviter quelqu’un", "Invite someone") }
        inviteForm(context, fields)
      }
      if !invitations.isEmpty {
        section {
          h2 { context.say("Invitations en attente", "Open invitations") }
          ul(.class("lines")) { for invitation in invitations { line(invitation, context) } }
        }
      }
      section {
        h2 { context.say("Qui peut se connecter", "Who may sign in") }
        if people.isEmpty {
          emptyState(context.say("Personne encore", "Nobody yet"))
        } else {
          table(context)
        }
      }
    }
  }

  private func inviteForm(_ context: PageContext, _ fields: FormFields) -> HTML {
    actionForm(.invite, context, class: "columns") {
      fields.text("name", context.say("Prénom et nom", "First and last name"), isRequired: true, longest: 200)
      fields.text(
        "email",
        context.say("Adresse électronique", "E-mail address"),
        type: "email",
        isRequired: true,
        longest: 254
      )
      RoleForm.fields(context, fields, choices)
      buttons { submit(context.say("Inviter", "Invite")) }
    }
  }

  private func line(_ invitation: Invitation, _ context: PageContext) -> HTML {
    li {
      div {
        strong {
          invitation.name.isEmpty
            ? context.say("Premier administrateur", "First administrator") : invitation.name
        }
        span(.class("soft")) {
          " \(invitation.email) · " + context.say("expire le ", "expires on ")
          day(invitation.expiresAt.day, context)
        }
      }
      actionButton(
        context.say("Retirer", "Withdraw"),
        .revokeInvitation,
        context,
        .plain,
        fields: ["invitation": invitation.id],
        about: invitation.name
      )
    }
  }

  private func table(_ context: PageContext) -> HTML {
    DataTable(
      id: "personnes",
      caption: context.say("Personnes et rôles", "People and roles"),
      columns: [
        .init(context.say("Nom", "Name")), .init(context.say("Adresse", "Address")),
        .init(context.say("Rôles", "Roles")), .init(context.say("État", "Status")),
      ],
      rows: people.map { person in
        [
          a(.href(context.link(.person(person.id)))) { person.name }, .text(person.email),
          .text(
            (roles[person.id] ?? []).map { RoleForm.name($0, organizations, context) }.joined(separator: ", ")
          ),
          person.status == .active
            ? badge(context.say("Active", "Active"), .good)
            : badge(context.say("Suspendue", "Suspended"), .poor),
        ]
      },
      hasRowHeaders: true
    ).view()
  }

  /// A link that is shown once.
  static func link(
    _ context: PageContext,
    title: String,
    link: String,
    for email: String,
    days: Int
  ) -> Page {
    Page(title: title, workshop: .people, scripts: [.copy]) {
      h1 { title }
      p {
        context.say(
          "Ce lien est envoyé à \(email) si le courrier est réglé. Vous pouvez aussi le copier et le remettre vous-même : il n’est montré qu’une fois.",
          "This link is sent to \(email) where mail is set up. You may also copy it and hand it over yourself: it is shown once."
        )
      }
      codeSample(link, language: "text", label: context.say("Lien", "Link"))
      p(.class("soft")) {
        days == 1
          ? context.say("Il vaut un jour, une seule fois.", "It works once, for one day.")
          : context.say("Il vaut \(days) jours, une seule fois.", "It works once, for \(days) days.")
      }
      p { a(.href(context.link(.people))) { context.say("Retour aux personnes", "Back to people") } }
    }
  }
}

/// The fields that name a role and its place.
enum RoleForm {
  @HTMLBuilder static func fields(
    _ context: PageContext,
    _ fields: FormFields,
    _ choices: [(value: String, label: String)]
  ) -> HTML {
    fields.select(
      "role",
      context.say("Rôle", "Role"),
      Role.allCases.map { ($0.rawValue, context.say($0.label) + " — " + context.say($0.summary)) },
      blank: context.say("Choisir…", "Choose…"),
      isRequired: true
    )
    fields.select(
      "organization",
      context.say("Sur", "On"),
      choices,
      help: context.say(
        "Un rôle vaut aussi pour les organisations qui en dépendent.",
        "A role also holds for the organisations below."
      ),
      blank: context.say("Choisir…", "Choose…"),
      isRequired: true
    )
    details {
      summary { context.say("Ce que chaque rôle décide", "What each role decides") }
      ul { for role in Role.allCases { li { decided(role, context) } } }
    }
  }

  /// What a role does, and the registers it decides of.
  @HTMLBuilder private static func decided(_ role: Role, _ context: PageContext) -> HTML {
    let registers = role.decidedRegisters.map { context.say($0.plural).lowercasedFirst }
    strong { context.say(role.label) }
    context.say(" : ", ": ")
    context.say(role.summary)
    " "
    registers.isEmpty
      ? context.say("Ne décide d’aucun registre.", "Decides of no register.")
      : context.say(
        "Met en vigueur et montre au public les fiches de ces registres : ",
        "Puts in force and shows to the public the records of these registers: "
      ) + registers.joined(separator: ", ") + "."
  }

  static func name(_ grant: RoleGrant, _ organizations: [String: String], _ context: PageContext) -> String {
    let place =
      grant.organization.map { organizations[$0] ?? $0 }
      ?? context.say("tout le territoire", "the whole territory")
    return "\(context.say(grant.role.label)) (\(place))"
  }
}
