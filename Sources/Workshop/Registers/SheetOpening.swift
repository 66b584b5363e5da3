import Accounts
import Acts
import Governance
import Markup
import Messages
import Register
import Web

/// Opens a record: empty, from a model, or as a copy of another body’s.
struct SheetOpening: Sendable {
  let room: RegisterRoom

  private var desk: Desk { room.desk }

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let register = try room.register(context, signedIn)
    let fields = FormFields(
      context,
      [
        "depart": [register.templates.isEmpty ? "vide" : ""], "copie": [context.query["copie"] ?? ""],
        "organization": [
          context.query["organisation"] ?? desk.usualOrganization(register.rights.write, signedIn)
        ],
      ]
    )
    return try page(register, fields, context, signedIn)
  }

  private func page(
    _ register: RegisterKind,
    _ fields: FormFields,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) throws -> Page {
    let organizations = desk.organizationChoices(register.rights.write, signedIn)
    let title = context.say("Nouvelle fiche", "New record")
    guard !organizations.isEmpty else {
      return RegisterRefusal(desk, register, signedIn).page(title, context)
    }
    let copies = options(signedIn, "").proposals(register.name)
    return Page(
      title: "\(title) · \(context.say(register.plural))",
      breadcrumbs: context.registerSteps(of: register, Page.Crumb(title)),
      workshop: .registers,
      scripts: [.proposals]
    ) {
      h1 { "\(title) : \(context.say(register.label).lowercasedFirst)" }
      p(.class("lead")) { context.say(register.summary) }
      fields.summary
      actionForm(.newSheet(register), context, class: "narrow-form") {
        organization(organizations, fields, context)
        models(register, fields, context)
        copying(copies, register, fields, context)
        fields.text(
          "title",
          context.say(register.fields[0].label),
          help: register.templates.isEmpty
            ? nil
            : context.say(
              "Laissez vide pour garder le nom du modèle ou de la fiche copiée.",
              "Leave empty to keep the name of the model or of the record copied."
            ),
          longest: 300
        )
        buttons { submit(context.say("Commencer", "Begin")) }
      }
    }
  }

  /// The record to copy: from a list, or typed where there are more than a list proposes.
  @HTMLBuilder private func copying(
    _ copies: Proposals,
    _ register: RegisterKind,
    _ fields: FormFields,
    _ context: PageContext
  ) -> HTML {
    let label = context.say("Ou copier une fiche qui existe", "Or copy a record that exists")
    let help = context.say(
      "Le contenu est repris ; ce qui est propre à l’autre organisation ne l’est pas.",
      "Its content is taken; what only belongs to the other organisation is not."
    )
    if copies.isCut {
      fields.text("copie", label, help: "\(help) \(Proposals.hint(context))", list: "copie-liste")
      copies.list("copie-liste", source: context.link(.recordProposals, Query(["sorte": register.name])))
    } else if !copies.options.isEmpty {
      fields.select(
        "copie",
        label,
        copies.options,
        help: help,
        blank: context.say("Ne rien copier", "Copy nothing")
      )
    }
  }

  private func options(_ signedIn: SignedIn, _ organization: String) -> SheetOptions {
    SheetOptions(desk: desk, person: signedIn.person, organization: organization)
  }

  /// The id of the record to copy, as it was chosen or typed.
  private func source(_ form: FormData, _ register: RegisterKind, _ signedIn: SignedIn) throws -> String? {
    let text = Proposals.id(in: form.text("copie"))
    guard !text.isEmpty else { return nil }
    let options = options(signedIn, form.text("organization"))
    do {
      if let id = try options.id(register.name, named: text) { return id }
    } catch is SheetReferences.Ambiguity {
      let what = SheetReferences.ambiguous
      throw Failure(
        "register.copy.ambiguous",
        .invalid,
        fr: "Ce nom \(what.fr).",
        en: "This name \(what.en).",
        pointer: "copie"
      )
    }
    throw Failure(
      "register.copy.unknown",
      .invalid,
      fr: "Aucune fiche de ce nom, ni de cet identifiant.",
      en: "No record of this name, nor of this id.",
      remedy: Bilingual(fr: "Tapez le titre exact.", en: "Type the exact title."),
      pointer: "copie"
    )
  }

  private func organization(
    _ organizations: [(value: String, label: String)],
    _ fields: FormFields,
    _ context: PageContext
  ) -> HTML {
    organizations.count == 1
      ? fields.hidden("organization", organizations[0].value)
      : fields.select(
        "organization",
        context.say("Organisation qui tient la fiche", "Organisation that keeps the record"),
        organizations,
        isRequired: true
      )
  }

  @HTMLBuilder private func models(
    _ register: RegisterKind,
    _ fields: FormFields,
    _ context: PageContext
  ) -> HTML {
    if !register.templates.isEmpty {
      fields.choices(
        "depart",
        context.say("Partir d’un modèle", "Start from a model"),
        register.templates.map { model in
          (value: model.id, label: context.say(model.title), help: model.summary.map { context.say($0) })
        } + [
          (
            value: "vide", label: context.say("Une fiche vide", "An empty record"),
            help: context.say("Toutes les réponses sont à donner.", "Every answer is to be given.")
          )
        ],
        help: context.say(
          "Un modèle est rempli d’avance avec ce qui est courant : vous le corrigez ensuite.",
          "A model is filled in with what is usual: you mend it afterwards."
        ),
        isSingle: true
      )
    }
  }

  /// Nothing says what the record is about: neither a model, nor a record copied, nor a name.
  private static func nameless(_ start: String, _ context: PageContext) -> FieldError {
    start.isEmpty
      ? FieldError(
        "depart",
        context.say("Choisissez un modèle, ou donnez un nom.", "Choose a model, or give a name.")
      )
      : FieldError(
        "title",
        context.say(
          "Donnez un nom : une fiche vide n’en a pas.",
          "Give a name: an empty record has none."
        )
      )
  }

  func open(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let register = try room.register(context, signedIn)
    return try await acting(context, form) {
      let source = try source(form, register, signedIn)
      let start = form.text("depart")
      let template = source != nil || start.isEmpty || start == "vide" ? nil : start
      let copied = try source.map { try room.place(register, $0, signedIn).sheet.title }
      let named = register.templates.first { $0.id == template }.map { context.say($0.title) }
      let title = form.text("title").isEmpty ? copied ?? named ?? "" : form.text("title")
      if title.isEmpty, !register.templates.isEmpty {
        let error = Self.nameless(start, context)
        let fields = FormFields(context, sent: form, errors: [error])
        return .page(try page(register, fields, context, signedIn), errors: [error])
      }
      let sheet = try await desk.platform.perform(
        OpenSheet(
          register,
          id: Secret.id("f"),
          organization: form.text("organization"),
          title: title,
          template: template,
          copying: source
        ),
        as: .person(signedIn.person)
      )
      return .redirect(
        .sheet(register, sheet.id),
        notice: FlashNotice(
          fr: "La fiche est ouverte : chaque réponse s’enregistre à mesure.",
          en: "The record is open: each answer is saved as you give it."
        )
      )
    } again: {
      try page(register, $0, context, signedIn)
    }
  }
}

extension String {
  /// The text with its first letter in lower case, to stand inside a sentence.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
