import Acts
import Governance
import Markup
import Messages
import Register
import Web

/// Reads a contract with what it calls for.
struct ContractReading: Sendable {
  let room: RegisterRoom

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let place = try room.place(Contract.register, context.value("id") ?? "", signedIn)
    let snapshot = room.snapshot
    guard let contract = snapshot.record(Contract.self, place.sheet.id) else { throw RegisterFailure.unknown }
    let deliveries = snapshot.records(ExpectedDelivery.self)
      .filter { $0.contract == contract.id && room.desk.allows(.read, signedIn, on: $0.organization) }
    return ContractPage(
      contract: contract,
      deliveries: deliveries.map {
        ($0, DeliverySchedule.calendar($0, in: snapshot, at: room.desk.platform.now))
      },
      mayAdd: !room.desk.organizations(ExpectedDelivery.register.rights.write, signedIn).isEmpty
    ).page(context)
  }
}

/// A contract: its deliveries at a glance, and a model for each clause it lacks.
struct ContractPage {
  let contract: Contract
  let deliveries: [(expected: ExpectedDelivery, calendar: [DueDelivery])]
  let mayAdd: Bool

  func page(_ context: PageContext) -> Page {
    Page(
      title: contract.title,
      breadcrumbs: context.registerSteps(
        of: Contract.register,
        Page.Crumb(contract.title, context.link(.sheet(Contract.register, contract.id))),
        Page.Crumb(context.say("Livraisons et clauses", "Deliveries and clauses"))
      ),
      workshop: .registers,
      scripts: [.workshop]
    ) {
      h1 { contract.title }
      deliverySection(context)
      clauseSection(context)
    }
  }

  private func deliverySection(_ context: PageContext) -> HTML {
    section(.ariaLabelledBy("livraisons")) {
      h2(.id("livraisons")) { context.say("Livraisons de données", "Deliveries of data") }
      if deliveries.isEmpty {
        emptyState(context.say("Aucune livraison n’est décrite", "No delivery is described")) {
          p {
            context.say(
              "Une clause qui promet des données devient vérifiable quand on dit quelle table, quand, et à quelles "
                + "conditions.",
              "A clause that promises data can be checked once one says which table, when, and on which terms."
            )
          }
        }
      } else {
        DataTable(
          id: "livraisons-tableau",
          caption: context.say("Les livraisons de ce contrat", "The deliveries of this contract"),
          columns: [
            DataTable.Column(context.say("Livraison", "Delivery")),
            DataTable.Column(context.say("À temps", "In time")),
            DataTable.Column(context.say("En retard", "Late")),
            DataTable.Column(context.say("Refusées ou manquantes", "Refused or missing")),
            DataTable.Column(context.say("Pénalités", "Penalties")),
          ],
          rows: deliveries.map { row($0.expected, $0.calendar, context) },
          hasRowHeaders: true
        ).view()
      }
      if mayAdd {
        p {
          a(.class("button second"), .href(context.link(.newSheet(ExpectedDelivery.register)))) {
            context.say("Décrire une livraison", "Describe a delivery")
          }
        }
      }
    }
  }

  private func row(_ expected: ExpectedDelivery, _ calendar: [DueDelivery], _ context: PageContext) -> [HTML]
  {
    let late = calendar.count { if case .late = $0.standing { true } else { false } }
    let inTime = calendar.count { $0.standing == .onTime }
    let cents = calendar.flatMap(\.received).reduce(0) { $0 + $1.penaltyCents }
    return [
      a(.href(context.link(.delivery(expected.id)))) { expected.title },
      .text(context.language.number(inTime)),
      .text(context.language.number(late)), .text(context.language.number(calendar.count { $0.isMissing })),
      .text(context.say(Euros.text(cents))),
    ]
  }

  private func clauseSection(_ context: PageContext) -> HTML {
    section(.ariaLabelledBy("clauses")) {
      h2(.id("clauses")) { context.say("Clauses modèles", "Model clauses") }
      p {
        context.say(
          "À copier dans un projet de contrat ou d’avenant, puis à adapter avec votre service juridique.",
          "To be copied into a draft contract or amendment, then adapted with your lawyers."
        )
      }
      for family in ClauseFamily.allCases { clause(family, context) }
    }
  }

  private func clause(_ family: ClauseFamily, _ context: PageContext) -> HTML {
    let known = contract.clauses.first { $0.family == family }
    return tag("details", .open(known?.state == .absent)) {
      tag("summary") {
        "\(family.rawValue) · "
        context.say(family.label)
        " "
        state(known, context)
      }
      p(.class("fine")) { context.say(family.why) }
      tag("blockquote", Attribute("lang", "fr")) { p { context.say(family.model, family.model) } }
    }
  }

  private func state(_ clause: ContractClause?, _ context: PageContext) -> HTML {
    switch clause?.state {
    case .present:
      badge(clause?.place ?? context.say("présente", "present"), .good)
    case .absent: badge(context.say("absente", "absent"), .poor)
    case .notApplicable: badge(context.say("sans objet", "not applicable"))
    case nil: badge(context.say("à regarder", "to be looked at"), .fair)
    }
  }
}
