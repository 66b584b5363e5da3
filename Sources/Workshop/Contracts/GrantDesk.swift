import Accounts
import Acts
import Catalogue
import Governance
import Hummingbird
import Markup
import Messages
import Register
import Web

/// The grants of an administration in the national format: what is complete, what is missing, the file, its deposit.
struct GrantDesk: Sendable {
  let room: RegisterRoom

  private var desk: Desk { room.desk }
  private var snapshot: Snapshot { desk.snapshot }

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    try page(context, signedIn, FormFields(context))
  }

  /// The administrations that give grants, as far as the person may read them.
  private func bodies(_ signedIn: SignedIn) -> [String] {
    let grants = snapshot.records(Contract.self).filter { $0.type == .grant && $0.keeping.status != .draft }
    return Set(grants.map { snapshot.body(of: $0.organization) })
      .filter { desk.allows(.read, signedIn, on: $0) }.sorted()
  }

  private func page(_ context: PageContext, _ signedIn: SignedIn, _ fields: FormFields) throws -> Page {
    try desk.require(.read, signedIn)
    let title = context.say("Fichier des subventions", "File of grants")
    let bodies = bodies(signedIn)
    return Page(
      title: title,
      breadcrumbs: context.registerSteps(of: Contract.register, Page.Crumb(title)),
      workshop: .registers,
      scripts: [.workshop]
    ) {
      h1 { title }
      p(.class("lead")) {
        context.say(
          "Les conventions de plus de 23 000 €, à publier dans les trois mois de leur signature, au schéma national "
            + "(SCDL « subventions »).",
          "Agreements above €23,000, to be published within three months of their signature, in the national schema "
            + "(SCDL “subventions”)."
        )
      }
      fields.summary
      if bodies.isEmpty {
        p {
          context.say(
            "Le registre n’a aucune subvention en vigueur.",
            "The register has no grant in force."
          )
        }
      }
      for body in bodies { section(body, context, signedIn) }
    }
  }

  private func section(_ body: String, _ context: PageContext, _ signedIn: SignedIn) -> HTML {
    let file = GrantFile(of: body, in: snapshot)
    return Markup.section(.ariaLabelledBy("org-" + body)) {
      h2(.id("org-" + body)) { desk.organizationNames[body] ?? body }
      if !file.ready.isEmpty {
        h3 { context.say("Dans le fichier", "In the file") }
        ul(.class("plain-list")) { for grant in file.ready { li { line(grant, context) } } }
        p {
          a(.href(context.link(.grantFile(body)))) {
            context.say("Télécharger le fichier (CSV)", "Download the file (CSV)")
          }
        }
        if desk.allows(.produce, signedIn, on: body) { deposit(body, context) }
      }
      held(file.held, context)
      if file.ready.isEmpty, file.held.isEmpty {
        p {
          context.say(
            "Aucune subvention en vigueur n’excède 23 000 €.",
            "No grant in force is above €23,000."
          )
        }
      }
    }
  }

  @HTMLBuilder private func line(_ grant: Contract, _ context: PageContext) -> HTML {
    a(.href(context.link(.sheet(Contract.register, grant.id)))) { grant.title }
    " "
    if let said = RegisterRules.assessment(
      "contract.grant-publication",
      of: Contract.register,
      grant.id,
      in: snapshot,
      at: desk.platform.now
    ) {
      // Its day has not come: nothing is unknown of it.
      if said.verdict == .unknown, grant.signedOn != nil {
        badge(context.say("à faire", "to be done"), .fair)
      } else {
        badge(context.say(said.verdict.label), said.verdict.tone)
      }
      " "
      context.say(said.evidence)
    }
  }

  @HTMLBuilder private func held(_ held: [GrantFile.Held], _ context: PageContext) -> HTML {
    if !held.isEmpty {
      h3 { context.say("À compléter", "To be completed") }
      for grant in held {
        div(.class("register-line")) {
          h4 { a(.href(context.link(.sheet(Contract.register, grant.contract)))) { grant.title } }
          ul { for fault in grant.faults { li { context.say(fault) } } }
        }
      }
    }
  }

  private func deposit(_ body: String, _ context: PageContext) -> HTML {
    let datasets = snapshot.grantDatasets(of: body)
    return div {
      p {
        context.say(
          "Le dépôt suit le chemin ordinaire : vérification, description, relecture, publication. Une fois le jeu "
            + "publié, chaque subvention le dit ici.",
          "The deposit takes the ordinary path: check, description, review, publication. Once the dataset is "
            + "published, each grant says so here."
        )
      }
      for dataset in datasets {
        actionButton(
          context.say(
            "Préparer la version suivante de « \(dataset.title) »",
            "Prepare the next version of “\(dataset.title)”"
          ),
          .grants,
          context,
          .main,
          fields: ["organisation": body, "jeu": dataset.id]
        )
      }
      actionButton(
        context.say("Déposer comme nouveau jeu de données", "Deposit as a new dataset"),
        .grants,
        context,
        datasets.isEmpty ? .main : .second,
        fields: ["organisation": body]
      )
    }
  }

  func deposit(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    try await acting(context, form) {
      let body = form.text("organisation")
      let wanted = form.text("jeu")
      let dataset = snapshot.grantDatasets(of: body).first { $0.id == wanted }?.id
      let deposit = try await desk.platform.depositGrants(
        of: body,
        dataset: dataset,
        depositID: Secret.id("d"),
        as: .person(signedIn.person)
      )
      return .redirect(.deposit(deposit.id))
    } again: {
      try page(context, signedIn, $0)
    }
  }

  func file(_ context: PageContext, _ signedIn: SignedIn) throws -> Response {
    let body = context.value("id") ?? ""
    guard snapshot.record(Organization.self, body) != nil, desk.allows(.read, signedIn, on: body) else {
      throw RegisterFailure.unknown
    }
    let file = GrantFile(of: body, in: snapshot)
    return RegisterPrinting.answer(file.bytes, "text/csv; charset=utf-8", "subventions-\(body).csv")
  }
}
