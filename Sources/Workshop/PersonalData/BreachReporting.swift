import Accounts
import Acts
import Governance
import Markup
import Messages
import Register
import Web

/// The form by which any agent reports a breach.
struct BreachReporting: Sendable {
  let desk: Desk

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    try page(FormFields(context), context, signedIn)
  }

  private func page(_ fields: FormFields, _ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let organizations = desk.organizationChoices(.read, signedIn)
    guard !organizations.isEmpty else { throw Desk.forbidden }
    let title = context.say("Signaler une violation de données", "Report a data breach")
    return Page(
      title: title,
      breadcrumbs: context.registerSteps(Page.Crumb(title)),
      workshop: .registers
    ) {
      h1 { title }
      p(.class("lead")) {
        context.say(
          "Un courriel parti au mauvais destinataire, un ordinateur perdu, un fichier visible de tous : "
            + "signalez-le tout de suite, même sans tout savoir. Personne ne vous le reprochera.",
          "An e-mail to the wrong person, a lost computer, a file anyone can see: report it at once, even without "
            + "knowing everything. Nobody will hold it against you."
        )
      }
      fields.summary
      form(organizations, fields, context)
    }
  }

  private func form(
    _ organizations: [(value: String, label: String)],
    _ fields: FormFields,
    _ context: PageContext
  ) -> HTML {
    actionForm(.breachReport, context, class: "narrow-form") {
      fields.select(
        "organization",
        context.say("Chez qui", "Where"),
        organizations,
        isRequired: true
      )
      fields.text(
        "title",
        context.say("Ce qui s’est passé, en quelques mots", "What happened, in a few words"),
        isRequired: true,
        longest: 300
      )
      fields.area(
        "facts",
        context.say("Racontez", "Tell"),
        help: context.say(
          "Quand, quelles données, combien de personnes à peu près, ce qui a déjà été fait.",
          "When, which data, about how many people, what was done already."
        ),
        isRequired: true
      )
      fields.box("exercise", context.say("C’est un exercice", "This is an exercise"))
      buttons { submit(context.say("Signaler", "Report")) }
    }
  }

  func send(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    try await acting(context, form) {
      try await desk.platform.perform(
        ReportBreach(
          id: Secret.id("v"),
          organization: form.text("organization"),
          title: form.text("title"),
          facts: form.text("facts"),
          isExercise: form.text("exercise") == "oui"
        ),
        as: .person(signedIn.person)
      )
      return .redirect(
        .workRegisters,
        notice: FlashNotice(
          fr: "Merci : le signalement est chez le délégué à la protection des données.",
          en: "Thank you: the data protection officer has your report."
        )
      )
    } again: { fields in
      try page(fields, context, signedIn)
    }
  }
}
