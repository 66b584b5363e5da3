import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// Where a new territory begins: what is done and what is left, as its records tell, for whoever may do it.
struct FirstSteps {
  /// Something to do once.
  struct Step {
    let what: Bilingual
    let why: Bilingual
    let route: Route
    let isDone: Bool
  }

  /// What the person may do, in order; empty once all of it is done.
  let steps: [Step]

  init(desk: Desk, signedIn: SignedIn) {
    let all = Self.all(desk, signedIn)
    steps = all.allSatisfy(\.isDone) ? [] : all
  }

  private static func all(_ desk: Desk, _ signedIn: SignedIn) -> [Step] {
    func may(_ right: Permission.Right) -> Bool { desk.holds(right, signedIn.person) }
    var steps: [Step] = []
    if may(.administer) { steps += [organization(desk), people(desk)] }
    if may(RegisterKind.dpoDesignation.rights.write) { steps.append(officer(desk)) }
    if may(RegisterKind.processingActivity.rights.write) { steps.append(activities(desk)) }
    if may(.produce) { steps.append(deposit(desk)) }
    return steps
  }

  private static func organization(_ desk: Desk) -> Step {
    Step(
      what: Bilingual(fr: "Ajouter votre organisation", en: "Add your organisation"),
      why: Bilingual(
        fr: "Commune, intercommunalité, syndicat : fiches et fichiers sont tenus pour elle.",
        en: "A municipality, a group of them, a syndicate: records and files are kept for it."
      ),
      route: .newOrganization,
      isDone: !desk.snapshot.records(Organization.self).isEmpty
    )
  }

  /// Done once someone has, or is offered, a role that writes, and one that decides of personal data.
  private static func people(_ desk: Desk) -> Step {
    Step(
      what: Bilingual(fr: "Inviter des personnes et donner les rôles", en: "Invite people and give roles"),
      why: Bilingual(
        fr:
          "Au moins un producteur, pour ouvrir des fiches et déposer des fichiers, et un délégué à la protection "
          + "des données, qui décide de ses registres. Une même personne peut avoir plusieurs rôles.",
        en:
          "At least a producer, to open records and deposit files, and a data protection officer, who decides of "
          + "their registers. One person may have several roles."
      ),
      route: .people,
      isDone: isGiven(.produce, desk) && isGiven(.protect, desk)
    )
  }

  private static func isGiven(_ right: Permission.Right, _ desk: Desk) -> Bool {
    let now = desk.platform.now
    return !desk.holders(of: right, on: nil).isEmpty
      || desk.snapshot.records(Invitation.self).contains { invitation in
        invitation.acceptedBy == nil && invitation.revokedAt == nil && now < invitation.expiresAt
          && invitation.roles.contains { $0.role.rights.contains(right) }
      }
  }

  private static func officer(_ desk: Desk) -> Step {
    let register = RegisterKind.dpoDesignation
    let lines = register.lines(in: desk.snapshot)
    let draft = lines.first { $0.keeping.status == .draft }
    return Step(
      what: Bilingual(
        fr: "Désigner le délégué à la protection des données",
        en: "Designate the data protection officer"
      ),
      why: Bilingual(
        fr: draft == nil
          ? "Toute collectivité en a un (RGPD, article 37)."
          : "La désignation est en brouillon : elle est à compléter et à mettre en vigueur.",
        en: draft == nil
          ? "Every public body has one (GDPR, article 37)."
          : "The designation is a draft: it is to be completed and put in force."
      ),
      route: draft.map { .sheet(register, $0.id) } ?? .newSheet(register),
      isDone: lines.contains { $0.keeping.status == .current }
    )
  }

  private static func activities(_ desk: Desk) -> Step {
    let register = RegisterKind.processingActivity
    return Step(
      what: Bilingual(
        fr: "Ouvrir le registre des traitements avec les modèles",
        en: "Open the register of processing with the models"
      ),
      why: Bilingual(
        fr: "État civil, paie, cantine : des fiches presque remplies, à relire (RGPD, article 30).",
        en: "Civil registry, payroll, school meals: records nearly filled in, to be read (GDPR, article 30)."
      ),
      route: .registerStart(register),
      isDone: register.lines(in: desk.snapshot).contains { $0.keeping.status != .ended }
    )
  }

  private static func deposit(_ desk: Desk) -> Step {
    Step(
      what: Bilingual(fr: "Déposer un premier fichier", en: "Deposit a first file"),
      why: Bilingual(
        fr: "Tel que vous l’avez ; rien n’est publié avant que vous ne le disiez.",
        en: "As you have it; nothing is published before you say so."
      ),
      route: .drop,
      isDone: !desk.snapshot.records(Deposit.self).isEmpty || !desk.snapshot.records(Dataset.self).isEmpty
    )
  }

  @HTMLBuilder func view(_ context: PageContext) -> HTML {
    if !steps.isEmpty {
      section(.id("commencer"), .ariaLabelledBy("commencer-titre")) {
        h2(.id("commencer-titre")) { context.say("Par où commencer", "Where to begin") }
        ol(.class("work-list")) { for step in steps { li { line(step, context) } } }
      }
    }
  }

  private func line(_ step: Step, _ context: PageContext) -> HTML {
    fragment {
      if step.isDone {
        span { context.say(step.what) }
        badge(context.say("fait", "done"), .good)
      } else {
        a(.href(context.link(step.route))) { context.say(step.what) }
        badge(context.say("à faire", "to do"), .fair)
        span(.class("fine")) { context.say(step.why) }
      }
    }
  }
}
