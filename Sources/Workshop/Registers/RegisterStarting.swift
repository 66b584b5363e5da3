import Accounts
import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// Begins a register: one ticks what one's organisation does, and each becomes a record to be mended.
struct RegisterStarting: Sendable {
  let room: RegisterRoom

  private var desk: Desk { room.desk }

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let register = try room.register(context, signedIn)
    let usual = desk.usualOrganization(register.rights.write, signedIn)
    let fields = FormFields(context, ["organization": [context.query["organisation"] ?? usual]])
    return try page(register, fields, context, signedIn)
  }

  private func page(
    _ register: RegisterKind,
    _ fields: FormFields,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) throws -> Page {
    let organizations = desk.organizationChoices(register.rights.write, signedIn)
    guard !register.templates.isEmpty else { throw Desk.forbidden }
    let title = context.say("Commencer le registre", "Begin the register")
    let plural = context.say(register.plural)
    guard !organizations.isEmpty else {
      return RegisterRefusal(desk, register, signedIn).page(title, context)
    }
    let chosen = fields.sent["organization"]?.first ?? ""
    let opened = opened(register, chosen, signedIn)
    return Page(
      title: "\(title) · \(plural)",
      breadcrumbs: context.registerSteps(of: register, Page.Crumb(title)),
      workshop: .registers
    ) {
      h1 { title }
      p(.class("lead")) {
        context.say(
          "Cochez ce que fait votre organisation. Chaque case devient une fiche déjà remplie avec ce qui est "
            + "courant : il vous reste à la relire, à répondre à ce qui manque, puis à la mettre en vigueur.",
          "Tick what your organisation does. Each box becomes a record already filled in with what is usual: "
            + "you read it, answer what is missing, then put it in force."
        )
      }
      fields.summary
      actionForm(.registerStart(register), context, class: "narrow-form") {
        fields.select(
          "organization",
          context.say("Organisation", "Organisation"),
          organizations,
          isRequired: true
        )
        standing(opened, chosen, register, context)
        fields.choices(
          "modeles",
          plural,
          register.templates.map { model in
            let mark = opened[model.id] == nil ? "" : context.say(" (déjà ouverte)", " (open already)")
            return (
              value: model.id, label: context.say(model.title) + mark,
              help: model.summary.map { context.say($0) }
            )
          }
        )
        buttons { submit(context.say("Ouvrir ces fiches", "Open these records")) }
      }
    }
  }

  /// The records that an organisation opened from a model and keeps, by model.
  private func opened(
    _ register: RegisterKind,
    _ organization: String,
    _ signedIn: SignedIn
  ) -> [String: RegisterLine] {
    var opened: [String: RegisterLine] = [:]
    for line in room.lines(register, signedIn) where line.organization == organization {
      if let model = line.keeping.template, line.keeping.status != .ended { opened[model] = line }
    }
    return opened
  }

  /// What is open already, to go on with.
  @HTMLBuilder private func standing(
    _ opened: [String: RegisterLine],
    _ organization: String,
    _ register: RegisterKind,
    _ context: PageContext
  ) -> HTML {
    if !opened.isEmpty {
      let name = desk.organizationName(organization)
      p { context.say("Déjà ouvertes par \(name) :", "Open already, kept by \(name):") }
      ul {
        for line in register.templates.compactMap({ opened[$0.id] }) {
          li { a(.href(context.link(.sheet(register, line.id)))) { line.title } }
        }
      }
    }
  }

  private static func double(_ titles: [String], _ context: PageContext) -> FieldError {
    let names = titles.sorted().map { context.say("« \($0) »", "“\($0)”") }.joined(separator: ", ")
    return FieldError(
      "modeles",
      context.say(
        "Déjà ouvert par cette organisation : \(names). Rien n’a été ouvert ; ces cases sont décochées. Pour une "
          + "fiche de plus du même modèle, passez par « Ajouter une fiche ».",
        "Open already for this organisation: \(names). Nothing was opened; these boxes are no longer ticked. For one "
          + "more record of the same model, use “Add a record”."
      )
    )
  }

  func open(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let register = try room.register(context, signedIn)
    return try await acting(context, form) {
      let wanted = Set(form.all("modeles"))
      let organization = form.text("organization")
      let doubles = opened(register, organization, signedIn).filter { wanted.contains($0.key) }
      guard doubles.isEmpty else {
        let error = Self.double(doubles.values.map(\.title), context)
        var sent = FormFields(context, sent: form, errors: []).sent
        sent["modeles"]?.removeAll { doubles[$0] != nil }
        let fields = FormFields(context, sent, errors: [error])
        return .page(try page(register, fields, context, signedIn), errors: [error])
      }
      let openings = register.templates.filter { wanted.contains($0.id) }.map {
        OpenModels.Opening(id: Secret.id("f"), template: $0.id, title: context.say($0.title))
      }
      let opened = try await desk.platform.perform(
        OpenModels(register, organization: organization, openings),
        as: .person(signedIn.person)
      )
      return .redirect(
        .workRegister(register),
        notice: FlashNotice(
          fr: opened.count == 1
            ? "Une fiche est ouverte : complétez-la."
            : "\(opened.count) fiches sont ouvertes : complétez-les une à une, les plus simples d’abord.",
          en: opened.count == 1
            ? "One record is open: complete it."
            : "\(opened.count) records are open: complete them one by one, the simplest first."
        )
      )
    } again: {
      try page(register, $0, context, signedIn)
    }
  }
}

extension Desk {
  /// The organisation that someone most likely works for, among those they hold the right on: that of their last
  /// deposit where it is data they produce, the lowest one where a role of their own gives the right, the one that
  /// stands for the territory; else the first.
  func usualOrganization(_ right: Permission.Right, _ signedIn: SignedIn) -> String {
    let own = snapshot.grants(of: signedIn.person, at: platform.now).filter { $0.role.rights.contains(right) }
      .compactMap(\.organization)
    let deepest = own.max { snapshot.lineage(of: $0).count < snapshot.lineage(of: $1).count }
    let last = right == .produce ? lastDeposit(of: signedIn)?.organization : nil
    return [last, deepest, platform.state.settings.organization].compactMap(\.self)
      .first { allows(right, signedIn, on: $0) }
      ?? organizations(right, signedIn).first?.organization.id ?? ""
  }

  private func lastDeposit(of signedIn: SignedIn) -> Deposit? {
    let own = Register.Actor.person(signedIn.person).id
    return snapshot.records(Deposit.self).filter { $0.depositor == own }.max { $0.createdAt < $1.createdAt }
  }
}

extension Route {
  /// Where a register is begun from its models.
  static func registerStart(_ register: RegisterKind) -> Route {
    .workshop(WorkshopRoute(.registerStart, register.slug))
  }
}
