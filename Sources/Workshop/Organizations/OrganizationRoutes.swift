import Acts
import Catalogue
import Governance
import Hummingbird
import Markup
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// The tree of organisations.
  func addOrganizations(desk: Desk, plumbing: Plumbing) {
    let organizations = OrganizationDesk(desk: desk)
    workshopPage(.organizations, plumbing) { context, signedIn in try organizations.list(context, signedIn) }
    workshopPage(.newOrganization, plumbing) { context, signedIn in
      try organizations.form(nil, context, signedIn)
    }
    workshopAction(.newOrganization, plumbing) { form, context, signedIn in
      try await organizations.save(nil, form, context, signedIn)
    }
    workshopPage(.organization, plumbing) { context, signedIn in
      try organizations.form(try organizations.target(context), context, signedIn)
    }
    workshopAction(.organization, plumbing) { form, context, signedIn in
      try await organizations.save(try organizations.target(context), form, context, signedIn)
    }
    workshopAction(.organizationRemoval, plumbing) { _, context, signedIn in
      try await organizations.remove(context, signedIn)
    }
  }
}

/// What administrators do about organisations.
struct OrganizationDesk: Sendable {
  let desk: Desk

  func target(_ context: PageContext) throws -> Organization {
    guard let slug = context.value("slug"), let known = desk.platform.state.organization(slug) else {
      throw Problem.unknownAddress
    }
    return known
  }

  func list(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    try desk.require(.administer, signedIn)
    let all = OrganizationTree(desk.platform.state.snapshot.records(Organization.self)).lines
    return Page(title: context.say("Organisations", "Organisations"), workshop: .organizations) {
      h1 { context.say("Organisations", "Organisations") }
      p {
        context.say(
          "Les rôles donnés sur une organisation valent pour celles qui en dépendent.",
          "Roles granted on an organisation hold for those below it."
        )
      }
      if !desk.organizations(.administer, signedIn).isEmpty || desk.allows(.administer, signedIn, on: nil) {
        p {
          a(.class("button"), .href(context.link(.newOrganization))) {
            context.say("Ajouter une organisation", "Add an organisation")
          }
        }
      }
      if all.isEmpty { emptyState(context.say("Aucune organisation", "No organisation")) }
      ul(.class("lines tree")) {
        for line in all {
          li(.class("depth-\(min(line.depth, 5))")) {
            div {
              if desk.allows(.administer, signedIn, on: line.organization.id) {
                a(.href(context.link(.workshopOrganization(line.organization.id)))) { line.organization.name }
              } else {
                strong { line.organization.name }
              }
              span(.class("soft")) { " " + context.say(line.organization.nature.label) }
            }
          }
        }
      }
    }
  }

  func form(
    _ known: Organization?,
    _ context: PageContext,
    _ signedIn: SignedIn,
    fields: FormFields? = nil
  ) throws -> Page {
    try desk.require(.administer, signedIn)
    if let known, !desk.allows(.administer, signedIn, on: known.id) { throw Problem.unknownAddress }
    let parents = desk.organizationChoices(.administer, signedIn).filter { $0.value != known?.id }
    let shown = fields ?? FormFields(context, known.map(Self.values) ?? [:])
    let title = known?.name ?? context.say("Ajouter une organisation", "Add an organisation")
    return Page(
      title: title,
      breadcrumbs: [
        .init(context.say("Organisations", "Organisations"), context.link(.workshopOrganizations)),
        .init(title),
      ],
      workshop: .organizations
    ) {
      h1 { title }
      shown.summary
      actionForm(known.map { .workshopOrganization($0.id) } ?? .newOrganization, context, class: "columns") {
        Self.fields(shown, parents, context)
        buttons { submit(context.say("Enregistrer", "Save")) }
      }
      if let known {
        section {
          h2 { context.say("Retirer", "Remove") }
          p {
            context.say(
              "Une organisation se retire quand plus rien n’en dépend.",
              "An organisation is removed once nothing depends on it."
            )
          }
          actionButton(
            context.say("Retirer cette organisation", "Remove this organisation"),
            .organizationRemoval(known.id),
            context,
            .danger
          )
        }
      }
    }
  }

  private static func values(_ known: Organization) -> [String: [String]] {
    [
      "name": [known.name], "nature": [known.nature.rawValue], "parent": [known.parent ?? ""],
      "description": [known.description], "siren": [known.siren ?? ""], "codeInsee": [known.codeInsee ?? ""],
      "homepage": [known.homepage ?? ""], "email": [known.email ?? ""],
    ]
  }

  @HTMLBuilder private static func fields(
    _ shown: FormFields,
    _ parents: [(value: String, label: String)],
    _ context: PageContext
  ) -> HTML {
    shown.text("name", context.say("Nom", "Name"), isRequired: true, longest: 300)
    shown.select(
      "nature",
      context.say("Nature", "Nature"),
      Organization.Nature.allCases.map { ($0.rawValue, context.say($0.label)) },
      blank: context.say("Choisir…", "Choose…"),
      isRequired: true
    )
    shown.select(
      "parent",
      context.say("Dépend de", "Belongs to"),
      parents,
      blank: context.say("Aucune", "None")
    )
    shown.area("description", context.say("Présentation", "Description"))
    shown.text("siren", context.say("SIREN", "SIREN"), longest: 11)
    shown.text("codeInsee", context.say("Code INSEE", "INSEE code"), longest: 5)
    shown.text("homepage", context.say("Site", "Site"), type: "url", longest: 500)
    shown.text("email", context.say("Contact pour les données", "Data contact"), type: "email", longest: 254)
  }

  func save(
    _ known: Organization?,
    _ form: FormData,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) async throws -> ActionAnswer {
    try await acting(context, form) {
      func optional(_ name: String) -> String? { form.text(name).isEmpty ? nil : form.text(name) }
      guard let slug = known?.id ?? Slug.make(from: form.text("name")) else { throw Self.name }
      if known == nil, desk.platform.state.organization(slug) != nil { throw Self.taken }
      guard let nature = Organization.Nature(rawValue: form.text("nature")) else {
        let text = context.say(
          "Choisissez sa nature : commune, intercommunalité…",
          "Choose its nature: a municipality, a group of them…"
        )
        let errors = [FieldError("nature", text)]
        let fields = FormFields(context, sent: form, errors: errors)
        return .page(try self.form(known, context, signedIn, fields: fields), errors: errors)
      }
      let organization = Organization(
        id: slug,
        name: form.text("name"),
        nature: nature,
        parent: optional("parent"),
        description: form.text("description"),
        siren: optional("siren")?.filter { !$0.isWhitespace },
        codeInsee: optional("codeInsee"),
        homepage: optional("homepage"),
        email: optional("email")
      )
      try await desk.platform.perform(DescribeOrganization(organization), as: .person(signedIn.person))
      return .redirect(
        .workshopOrganizations,
        notice: FlashNotice(fr: "Organisation enregistrée.", en: "Organisation saved.")
      )
    } again: {
      try self.form(known, context, signedIn, fields: $0)
    }
  }

  func remove(_ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let known = try target(context)
    return try await acting(context, FormData()) {
      try await desk.platform.perform(RemoveOrganization(known.id), as: .person(signedIn.person))
      return .redirect(
        .workshopOrganizations,
        notice: FlashNotice(fr: "Organisation retirée.", en: "Organisation removed.")
      )
    } again: { fields in
      try form(
        known,
        context,
        signedIn,
        fields: FormFields(context, Self.values(known), errors: fields.errors)
      )
    }
  }

  private static let name = Failure(
    "organization.name",
    .invalid,
    fr: "Donnez un nom qui contient des lettres.",
    en: "Give a name that holds letters.",
    pointer: "name"
  )

  private static let taken = Failure(
    "organization.taken",
    .conflict,
    fr: "Une organisation porte déjà ce nom.",
    en: "An organisation already has this name.",
    pointer: "name"
  )
}

extension Route {
  static let workshopOrganizations = Route.workshop(WorkshopRoute(.organizations))
  static let newOrganization = Route.workshop(WorkshopRoute(.newOrganization))
  static func workshopOrganization(_ slug: String) -> Route { .workshop(WorkshopRoute(.organization, slug)) }
  static func organizationRemoval(_ slug: String) -> Route {
    .workshop(WorkshopRoute(.organizationRemoval, slug))
  }
}
