import Acts
import CivilTime
import Governance
import Markup
import Messages
import Register
import Web

/// The essential data of contracts: what is published, what is ready, what is still missing.
struct EssentialDataDesk: Sendable {
  let room: RegisterRoom

  private var desk: Desk { room.desk }

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    try page(context, signedIn, FormFields(context))
  }

  private func page(_ context: PageContext, _ signedIn: SignedIn, _ fields: FormFields) throws -> Page {
    try desk.require(.read, signedIn)
    let readable = Set(
      desk.snapshot.records(Contract.self).map(\.organization).filter { desk.allows(.read, signedIn, on: $0) }
    )
    let today = WallClock.paris.date(at: desk.platform.now.milliseconds).iso
    let data = EssentialData(in: desk.snapshot, organizations: readable, today: today)
    let title = context.say("Données essentielles des contrats", "Essential data of contracts")
    return Page(
      title: title,
      breadcrumbs: context.registerSteps(of: Contract.register, Page.Crumb(title)),
      workshop: .registers,
      scripts: [.workshop]
    ) {
      h1 { title }
      p(.class("lead")) {
        context.say(
          "Les marchés à partir de 40 000 € hors taxes et toutes les concessions, dans le format de l’État (DECP 2.0.3).",
          "Contracts from €40,000 without tax and all concessions, in the State’s format (DECP 2.0.3)."
        )
      }
      fields.summary
      p {
        a(.href(context.link(.publicEssentialData))) {
          context.say("Le fichier publié (JSON)", "The published file (JSON)")
        }
        if !desk.organizationChoices(Contract.register.rights.write, signedIn).isEmpty {
          " · "
          a(.href(context.link(.essentialDataImport))) {
            context.say("Importer un fichier DECP", "Import a DECP file")
          }
        }
      }
      ready(data.ready, context)
      held(data.held, context)
      publishing(data, context, signedIn)
    }
  }

  private func ready(_ contracts: [Contract], _ context: PageContext) -> HTML {
    section(.ariaLabelledBy("prets")) {
      h2(.id("prets")) { context.say("Complets", "Complete") }
      if contracts.isEmpty { p { context.say("Aucun contrat ne l’est.", "No contract is.") } }
      ul(.class("plain-list")) {
        for contract in contracts {
          li {
            a(.href(context.link(.sheet(Contract.register, contract.id)))) { contract.title }
            " "
            if contract.keeping.isPublic, let day = contract.publishedOn {
              badge(context.say("publié le \(context.language.date(day))", "published on \(day)"), .good)
              if contract.awaitsPublication {
                " "
                badge(context.say("modification à publier", "modification to publish"), .fair)
              }
            } else {
              badge(context.say("prêt à publier", "ready to publish"), .fair)
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private func held(_ held: [EssentialData.Held], _ context: PageContext) -> HTML {
    if !held.isEmpty {
      section(.ariaLabelledBy("incomplets")) {
        h2(.id("incomplets")) { context.say("À compléter", "To be completed") }
        for contract in held {
          div(.class("register-line")) {
            h3 { a(.href(context.link(.sheet(Contract.register, contract.contract)))) { contract.title } }
            ul { for sentence in contract.sentences(context) { li { sentence } } }
          }
        }
      }
    }
  }

  @HTMLBuilder private func publishing(
    _ data: EssentialData,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) -> HTML {
    let waiting = Set(data.ready.filter(\.awaitsPublication).map(\.organization))
      .filter { desk.allows(.publish, signedIn, on: $0) }.sorted()
    let names = desk.organizationNames
    for organization in waiting {
      actionButton(
        context.say("Publier ceux de ", "Publish those of ") + (names[organization] ?? organization),
        .essentialData,
        context,
        .main,
        fields: ["organisation": organization]
      )
    }
  }

  func publish(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    try await acting(context, form) {
      let published = try await desk.platform.perform(
        PublishEssentialData(form.text("organisation")),
        as: .person(signedIn.person)
      )
      return .redirect(
        .essentialData,
        notice: FlashNotice(
          fr: published.count == 1 ? "1 contrat est publié." : "\(published.count) contrats sont publiés.",
          en: published.count == 1
            ? "1 contract is published." : "\(published.count) contracts are published."
        )
      )
    } again: {
      try page(context, signedIn, $0)
    }
  }
}

extension EssentialData.Held {
  /// What is missing, in sentences.
  fileprivate func sentences(_ context: PageContext) -> [String] { messages.map { context.say($0) } }
}
