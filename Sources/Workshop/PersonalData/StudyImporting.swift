import Accounts
import Acts
import Governance
import HTTPTypes
import Hummingbird
import Markup
import Messages
import Register
import Web

/// Takes an impact assessment from a file of CNIL’s PIA: what it holds is told first, then it becomes a draft.
struct StudyImporting: Sendable {
  let room: RegisterRoom

  private var desk: Desk { room.desk }
  private var register: RegisterKind { .impactAssessment }

  /// How much a file may hold.
  static let largest = 1 << 20
  /// The field that carries the file from the report to its end.
  private static let carried = "contenu"

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let usual = desk.usualOrganization(register.rights.write, signedIn)
    return try page(FormFields(context, ["organization": [usual]]), context, signedIn)
  }

  private func page(_ fields: FormFields, _ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let organizations = desk.organizationChoices(register.rights.write, signedIn)
    guard !organizations.isEmpty else { throw Desk.forbidden }
    return frame(context) {
      p(.class("lead")) {
        context.say(
          "L’étude menée dans l’outil PIA de la CNIL devient une fiche de ce registre. Rien du fichier ne se "
            + "perd : ce qui n’a pas de champ ici est gardé et repart à l’export.",
          "A study made in CNIL’s PIA tool becomes a record of this register. Nothing of the file is lost: what "
            + "has no field here is kept and goes back with the export."
        )
      }
      fields.summary
      actionForm(.studyImport, context, isUpload: true, class: "narrow-form") {
        fields.select(
          "organization",
          context.say("Organisation qui tient l’étude", "Organisation that keeps the study"),
          organizations,
          isRequired: true
        )
        fields.files(
          "fichier",
          context.say("Fichier JSON de l’étude", "JSON file of the study"),
          help: context.say(
            "Dans PIA : « Exporter », puis JSON. Celui de l’application comme celui du serveur sont lus. 1 Mo au "
              + "plus ; rien n’est enregistré avant que vous ayez vu ce qu’il contient.",
            "In PIA: “Export”, then JSON. The application’s and the server’s are both read. 1 MB at most; nothing "
              + "is saved before you have seen what it holds."
          ),
          accept: ".json,application/json",
          isRequired: true
        )
        buttons { submit(context.say("Voir ce que contient le fichier", "See what the file holds")) }
      }
    }
  }

  private func frame(_ context: PageContext, @HTMLBuilder content: () -> HTML) -> Page {
    let title = context.say("Importer une étude de PIA", "Import a study from PIA")
    return Page(
      title: title,
      breadcrumbs: context.registerSteps(of: register, Page.Crumb(title)),
      workshop: .registers
    ) {
      h1 { title }
      content()
    }
  }

  func take(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    try await acting(context, form) {
      let text = try form.importedText(carriedIn: Self.carried, orRefuse: Self.noFile)
      let document = try PIADocument(parsing: Array(text.utf8))
      let activity = form.text("activity")
      let act = ImportStudy(
        id: Secret.id("f"),
        organization: form.text("organization"),
        activity: activity.isEmpty ? nil : activity,
        document: document
      )
      guard form.has(Self.carried) else {
        guard desk.may(act, signedIn.person) else { throw Desk.forbidden }
        return .page(reportPage(PIAReport(document), act, text, context, signedIn), status: .ok)
      }
      let study = try await desk.platform.perform(act, as: .person(signedIn.person))
      return .redirect(
        .sheet(register, study.id),
        notice: FlashNotice(
          fr: "L’étude est reprise : c’est un brouillon, à relire.",
          en: "The study is taken in: it is a draft, to be read."
        )
      )
    } again: {
      try page($0, context, signedIn)
    }
  }

  private static let noFile = Failure(
    "pia.file.absent",
    .invalid,
    fr: "Choisissez un fichier.",
    en: "Choose a file.",
    pointer: "fichier"
  )

  // MARK: The report

  private func reportPage(
    _ report: PIAReport,
    _ act: ImportStudy,
    _ text: String,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) -> Page {
    frame(context) {
      h2 { report.title.shortened(to: 120) }
      p {
        report.shape == .application
          ? context.say("Fichier de l’application PIA.", "File of the PIA application.")
          : context.say("Fichier d’un serveur PIA.", "File of a PIA server.")
      }
      lines("pris", context.say("Ce qui est repris", "What is taken"), report.taken, context)
      if report.unplaced.isEmpty {
        p {
          context.say(
            "Tout ce que dit le fichier a sa place ici.",
            "All that the file says has its place here."
          )
        }
      } else {
        lines(
          "garde",
          context.say("Gardé avec le fichier, sans champ ici", "Kept with the file, without a field here"),
          report.unplaced,
          context
        )
        p(.class("fine")) {
          context.say(
            "Cela ne se modifie pas ici, et repart tel quel quand vous exportez l’étude vers PIA.",
            "This is not changed here, and goes back as it is when you export the study to PIA."
          )
        }
      }
      taking(act, text, context, signedIn)
    }
  }

  private func taking(_ act: ImportStudy, _ text: String, _ context: PageContext, _ signedIn: SignedIn)
    -> HTML
  {
    let fields = FormFields(context)
    let activities = activities(act.organization, signedIn)
    return actionForm(.studyImport, context, class: "narrow-form") {
      input(.type("hidden"), .name("organization"), .value(act.organization))
      input(.type("hidden"), .name(Self.carried), .value(text))
      if !activities.isEmpty {
        fields.select(
          "activity",
          context.say("Activité étudiée", "Activity studied"),
          activities,
          help: context.say(
            "Elle se choisit aussi plus tard, dans la fiche.",
            "It can be chosen later too, in the record."
          ),
          blank: context.say("Pas encore", "Not yet")
        )
      }
      buttons {
        submit(
          context.say(
            "Reprendre pour \(desk.organizationName(act.organization))",
            "Take in for \(desk.organizationName(act.organization))"
          )
        )
        a(.href(context.link(.studyImport))) {
          context.say("Choisir un autre fichier", "Choose another file")
        }
      }
    }
  }

  private func activities(_ organization: String, _ signedIn: SignedIn) -> [(value: String, label: String)] {
    room.lines(.processingActivity, signedIn)
      .filter { $0.organization == organization && $0.keeping.status != .ended }.map { ($0.id, $0.title) }
  }

  private func lines(_ id: String, _ caption: String, _ lines: [PIAReport.Line], _ context: PageContext)
    -> HTML
  {
    let table = DataTable(
      id: id,
      caption: caption,
      columns: [
        DataTable.Column(context.say("Partie", "Part")),
        DataTable.Column(context.say("Nombre", "Number"), isNumeric: true),
      ],
      rows: lines.map { line in
        let count = context.language.number(line.count)
        let text = line.total.map { context.say("\(count) sur \($0)", "\(count) of \($0)") } ?? count
        return [.text(context.say(line.label)), .text(text)]
      },
      hasRowHeaders: true
    )
    return fragment {
      h3 { caption }
      table.view()
    }
  }

  // MARK: The file

  /// A study as PIA reads it.
  func file(_ context: PageContext, _ signedIn: SignedIn) throws -> Response {
    guard let shape = StudyShape(rawValue: context.value("shape") ?? "") else {
      throw RegisterFailure.unknown
    }
    let place = try room.place(register, context.value("id") ?? "", signedIn)
    // The file holds everything that was taken in: it is for whoever sees the whole record.
    guard let study = place.record(ImpactAssessment.self), register.fields.allSatisfy(place.sight.sees) else {
      throw RegisterFailure.unknown
    }
    return RegisterPrinting.answer(
      Array(study.document(shape.shape).json.utf8),
      "application/json; charset=utf-8",
      "pia-\(study.id)\(shape == .server ? "-\(shape.rawValue)" : "").json"
    )
  }
}

/// The shapes of PIA’s files, by their names in addresses.
enum StudyShape: String, CaseIterable {
  case application
  case server = "serveur"

  var shape: PIADocument.Shape { self == .application ? .application : .server }
}

/// The ways out of a study to PIA.
struct StudyExchange {
  let id: String

  func view(_ context: PageContext) -> HTML {
    section {
      h2 { context.say("Pour l’outil PIA de la CNIL", "For CNIL’s PIA tool") }
      ul {
        item(
          .application,
          context.say("Fichier de l’application", "The application’s file"),
          context.say(
            "à ouvrir par « Importer » dans PIA, sur un poste ou dans le navigateur, depuis la version 1.",
            "to be opened with “Import” in PIA, on a computer or in the browser, since version 1."
          ),
          context
        )
        item(
          .server,
          context.say("Fichier du serveur", "The server’s file"),
          context.say(
            "la forme que donne et lit l’interface d’un serveur PIA partagé (pia-back).",
            "the shape that the interface of a shared PIA server (pia-back) gives and reads."
          ),
          context
        )
      }
    }
  }

  private func item(_ shape: StudyShape, _ label: String, _ what: String, _ context: PageContext) -> HTML {
    li {
      a(.href(context.link(.studyFile(id, shape))), Attribute("download", "")) { "\(label) (JSON)" }
      context.say(" : ", ": ") + what
    }
  }
}
