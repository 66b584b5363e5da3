import Acts
import CivilTime
import Governance
import Markup
import Messages
import Register
import Web

/// The deliveries that a contract calls for: what was due, what came, what it costs, and what to write.
struct DeliveryPage {
  let expected: ExpectedDelivery
  let contract: Contract?
  let organization: String
  let calendar: [DueDelivery]
  let mayReceive: Bool
  let mayChange: Bool

  func page(_ context: PageContext, _ fields: FormFields) -> Page {
    Page(
      title: expected.title,
      breadcrumbs: context.registerSteps(of: ExpectedDelivery.register, Page.Crumb(expected.title)),
      workshop: .registers,
      scripts: [.workshop]
    ) {
      h1 { expected.title }
      p(.class("lead")) { state(context) }
      fields.summary
      facts([
        (context.say("Organisation", "Organisation"), .text(organization)),
        (context.say("Contrat", "Contract"), contractLink(context)),
        (context.say("Fiche", "Record"), sheetLink(context)),
      ])
      dueList(context)
      dropping(context, fields)
      dataContract(context, fields)
    }
  }

  private func state(_ context: PageContext) -> String {
    guard !calendar.isEmpty else {
      return context.say(
        "Dites la périodicité et la première date sur la fiche : le calendrier s’écrira ici.",
        "State the frequency and the first day on the record: the calendar will be written here."
      )
    }
    let missing = calendar.count { $0.isMissing }
    return missing == 0
      ? context.say("Rien ne manque à ce jour.", "Nothing is missing today.")
      : context.language.count(
        missing,
        fr: ("livraison manque", "livraisons manquent"),
        en: ("delivery is missing", "deliveries are missing")
      ) + "."
  }

  private func contractLink(_ context: PageContext) -> HTML {
    guard let contract else { return .empty }
    return a(.href(context.link(.workContract(contract.id)))) { contract.title }
  }

  private func sheetLink(_ context: PageContext) -> HTML {
    a(.href(context.link(.sheet(ExpectedDelivery.register, expected.id)))) {
      context.say("Ce qui est attendu, les seuils, les pénalités", "What is expected, thresholds, penalties")
    }
  }

  // MARK: What was due

  @HTMLBuilder private func dueList(_ context: PageContext) -> HTML {
    if !calendar.isEmpty {
      section(.ariaLabelledBy("calendrier")) {
        h2(.id("calendrier")) { context.say("Calendrier", "Calendar") }
        for due in calendar.reversed() { self.due(due, context) }
      }
    }
  }

  private func due(_ due: DueDelivery, _ context: PageContext) -> HTML {
    div(.class("register-line")) {
      h3 {
        day(due.dueOn.iso, context)
        " "
        due.standing.badge(context)
      }
      for received in due.received { self.received(received, context) }
      if due.standing.isBlamed {
        p {
          a(.href(context.link(.deliveryLetter(expected.id, due.dueOn.iso)))) {
            context.say("La lettre est prête", "The letter is ready")
            span(.class("unseen")) { " (\(context.language.date(due.dueOn.iso)))" }
          }
        }
      }
    }
  }

  /// Whether its file went with the data it held.
  @HTMLBuilder private func erasure(_ received: ReceivedDelivery, _ context: PageContext) -> HTML {
    if let erased = received.fileErasedAt {
      p(.class("fine")) {
        context.say("Son fichier a été effacé le ", "Its file was erased on ")
        moment(erased.text, context)
        context.say(
          ", avec les données qu’il contenait ; son empreinte reste.",
          ", with the data it held; its digest stays."
        )
      }
    }
  }

  @HTMLBuilder private func received(_ received: ReceivedDelivery, _ context: PageContext) -> HTML {
    p {
      badge(
        received.isAccepted ? context.say("acceptée", "accepted") : context.say("refusée", "refused"),
        received.isAccepted ? .good : .poor
      )
      " \(received.fileName), "
      context.language.count(received.rows, fr: ("ligne", "lignes"), en: ("row", "rows"))
      context.say(", reçue le ", ", received on ")
      moment(received.receivedAt.text, context)
      if received.daysLate > 0 {
        " · "
        context.language.count(
          received.daysLate,
          fr: ("jour de retard", "jours de retard"),
          en: ("day late", "days late")
        )
      }
    }
    erasure(received, context)
    if !received.defects.isEmpty {
      ul {
        for defect in received.defects {
          li {
            context.say(defect.told)
            if defect.count > 1 { " (× \(context.language.number(defect.count)))" }
            if !defect.isRefusal { context.say(" — toléré", " — tolerated") }
          }
        }
      }
    }
    if !received.changes.isEmpty {
      p(.class("fine")) { received.changes.map { context.say($0) }.joined(separator: " ") }
    }
    if received.penaltyCents > 0 {
      p {
        strong {
          context.say("Pénalité : ", "Penalty: ")
          context.say(Euros.text(received.penaltyCents))
        }
        " "
        span(.class("fine")) { received.penaltySteps.map { context.say($0) }.joined(separator: " ") }
      }
    }
    if received.isAccepted, expected.dataset != nil, mayReceive {
      actionButton(
        context.say("En faire la prochaine version du jeu", "Make it the dataset’s next version"),
        .deliveryVersion(expected.id),
        context,
        fields: ["livraison": received.id],
        about: received.fileName
      )
    }
  }

  // MARK: What may be done

  @HTMLBuilder private func dropping(_ context: PageContext, _ fields: FormFields) -> HTML {
    if mayReceive, expected.keeping.status == .current {
      section(.ariaLabelledBy("recevoir")) {
        h2(.id("recevoir")) { context.say("Recevoir un fichier", "Receive a file") }
        p(.class("fine")) {
          context.say(
            "Il est lu, vérifié d’après le contrat de données, comparé au précédent, puis accepté ou refusé. Le "
              + "titulaire peut aussi le remettre lui-même, avec un jeton, à l’adresse ",
            "It is read, checked by the data contract, compared with the one before, then accepted or refused. The "
              + "holder may also hand it over, with a token, at "
          )
          code { "/api/v1/deliveries/\(expected.id)" }
          "."
        }
        actionForm(.delivery(expected.id), context, isUpload: true, class: "narrow-form") {
          fields.files(
            "fichier",
            context.say("Fichier reçu", "File received"),
            help: context.say("Un tableau : CSV, tableur, JSON…", "A table: CSV, spreadsheet, JSON…"),
            isRequired: true
          )
          buttons { submit(context.say("Recevoir", "Receive")) }
        }
      }
    }
  }

  private func dataContract(_ context: PageContext, _ fields: FormFields) -> HTML {
    section(.ariaLabelledBy("odcs")) {
      h2(.id("odcs")) { context.say("Contrat de données (ODCS 3.1)", "Data contract (ODCS 3.1)") }
      p {
        context.say(
          "La fiche s’échange avec le titulaire dans le standard ouvert des contrats de données.",
          "The record is exchanged with the holder in the open standard of data contracts."
        )
      }
      buttons {
        a(.class("button second"), .href(context.link(.deliveryContract(expected.id)))) {
          context.say("Exporter en YAML", "Export as YAML")
        }
        a(
          .class("button second"),
          .href(context.link(.deliveryContract(expected.id), Query(["format": "json"])))
        ) {
          context.say("Exporter en JSON", "Export as JSON")
        }
      }
      if mayChange {
        actionForm(.deliveryContract(expected.id), context, isUpload: true, class: "narrow-form") {
          fields.files(
            "contrat",
            context.say("Contrat de données à reprendre", "Data contract to take over"),
            help: context.say(
              "YAML ou JSON. Ce qu’il dit remplace la fiche ; ce qu’il ne dit pas reste.",
              "YAML or JSON. What it says replaces the record; what it does not say stays."
            ),
            accept: ".yaml,.yml,.json"
          )
          buttons { submit(context.say("Importer", "Import"), .second) }
        }
      }
    }
  }
}

extension DueDelivery {
  /// Whether it is still owed.
  var isMissing: Bool {
    switch standing {
    case .overdue, .defective: true
    case .awaited, .onTime, .late: false
    }
  }
}

extension DueDelivery.Standing {
  /// Whether there is something to write about.
  var isBlamed: Bool {
    switch self {
    case .overdue, .defective, .late: true
    case .awaited, .onTime: false
    }
  }

  /// How it stands, in a few words.
  func badge(_ context: PageContext) -> HTML {
    func days(_ count: Int) -> String {
      context.language.count(count, fr: ("jour", "jours"), en: ("day", "days"))
    }
    switch self {
    case .awaited: return Web.badge(context.say("attendue", "awaited"))
    case .onTime: return Web.badge(context.say("à temps", "in time"), .good)
    case .late(let count):
      return Web.badge(context.say("en retard de \(days(count))", "\(days(count)) late"), .fair)
    case .defective: return Web.badge(context.say("défectueuse", "defective"), .poor)
    case .overdue(let count):
      return Web.badge(context.say("manque depuis \(days(count))", "missing for \(days(count))"), .poor)
    }
  }
}
