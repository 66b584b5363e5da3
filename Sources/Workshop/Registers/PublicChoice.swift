import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// What the public reads of a register: the fields chosen, and the records shown.
struct PublicChoice: Sendable {
  let room: RegisterRoom

  private var desk: Desk { room.desk }

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let register = try room.register(context, signedIn)
    guard !register.publicFields.isEmpty else { throw RegisterFailure.unknown }
    let organizations = desk.organizationChoices(register.rights.decide, signedIn)
    guard let first = organizations.first else { throw Desk.forbidden }
    let asked = context.query["organisation"] ?? ""
    let organization = organizations.contains { $0.value == asked } ? asked : first.value
    let title = context.say("Version publique", "Public version")
    return Page(
      title: "\(title) · \(context.say(register.plural))",
      breadcrumbs: context.registerSteps(of: register, Page.Crumb(title)),
      workshop: .registers
    ) {
      h1 { context.say("Ce que le public lit", "What the public reads") }
      p(.class("lead")) {
        context.say(
          "Le nom et l’organisation sont toujours montrés. Choisissez les autres réponses ; aucune autre n’est "
            + "jamais publiée.",
          "The name and the organisation are always shown. Choose the other answers; no other is ever published."
        )
      }
      if organizations.count > 1 { choose(organizations, organization, register, context) }
      form(register, organization, context)
      records(register, organization, context)
    }
  }

  private func choose(
    _ organizations: [(value: String, label: String)],
    _ organization: String,
    _ register: RegisterKind,
    _ context: PageContext
  ) -> HTML {
    Markup.form(.class("toolbar"), .action(context.link(.registerPublic(register))), .method("get")) {
      div(.class("field")) {
        label(.for("organisation")) { context.say("Organisation", "Organisation") }
        tag("select", .id("organisation"), .name("organisation")) {
          for one in organizations {
            option(.value(one.value), .selected(one.value == organization)) { one.label }
          }
        }
      }
      button(.type("submit"), .class("second")) { context.say("Voir", "See") }
    }
  }

  private func form(_ register: RegisterKind, _ organization: String, _ context: PageContext) -> HTML {
    let shown = register.shownFields(of: organization, in: room.snapshot).map(\.key)
    let fields = FormFields(context, ["champs": shown])
    let open = register.fields.filter {
      register.publicFields.contains($0.key) && $0.visibility < .restricted && $0.key != "title"
    }
    return actionForm(.registerPublic(register), context, Query(["organisation": organization])) {
      input(.type("hidden"), .name("organization"), .value(organization))
      fields.choices(
        "champs",
        context.say("Réponses montrées", "Answers shown"),
        open.map { ($0.key, context.say($0.label), nil) }
      )
      buttons { submit(context.say("Enregistrer ce choix", "Save this choice")) }
    }
  }

  @HTMLBuilder private func records(
    _ register: RegisterKind,
    _ organization: String,
    _ context: PageContext
  ) -> HTML {
    let lines = register.lines(in: room.snapshot)
      .filter { $0.organization == organization && $0.keeping.status == .current }
    section {
      h2 { context.say("Fiches en vigueur", "Records in force") }
      if lines.isEmpty {
        p(.class("none")) { context.say("Aucune fiche en vigueur.", "No record in force.") }
      }
      ul(.class("work-list")) {
        for line in lines {
          li {
            a(.href(context.link(.sheet(register, line.id)))) { line.title }
            actionButton(
              line.keeping.isPublic
                ? context.say("Ne plus montrer", "Show no more") : context.say("Montrer", "Show"),
              .sheetState(register, line.id),
              context,
              .plain,
              fields: ["faire": line.keeping.isPublic ? "cacher" : "montrer", "retour": "public"],
              about: line.title
            )
            span(.class("fine")) {
              line.keeping.isPublic
                ? context.say("montrée au public", "shown to the public")
                : context.say("pas montrée", "not shown")
            }
          }
        }
      }
    }
  }

  func save(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let register = try room.register(context, signedIn)
    let organization = form.text("organization")
    // Fields that every public register has to show are not asked: `title` is no choice.
    let chosen = form.all("champs") + (register.publicFields.contains("title") ? ["title"] : [])
    try await desk.platform.perform(
      ChooseRegisterFields(register, organization: organization, fields: chosen),
      as: .person(signedIn.person)
    )
    return .redirect(
      .registerPublic(register),
      Query(["organisation": organization]),
      notice: FlashNotice(fr: "Le choix est enregistré.", en: "The choice is saved.")
    )
  }
}
