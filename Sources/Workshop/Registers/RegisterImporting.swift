import Accounts
import Acts
import Governance
import HTTPTypes
import Markup
import Messages
import Register
import Web

/// Takes in a file of records: what would become of each is told first, then all are kept, or none.
struct RegisterImporting: Sendable {
  let room: RegisterRoom

  private var desk: Desk { room.desk }

  /// How much a form that carries a file of records may hold.
  static let largest = 2 << 20
  /// The field that carries the file from the report to its end.
  private static let carried = "contenu"
  private static let shownLines = 200

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let register = try room.register(context, signedIn)
    let usual = desk.usualOrganization(register.rights.write, signedIn)
    return try page(register, FormFields(context, ["organization": [usual]]), context, signedIn)
  }

  private func page(
    _ register: RegisterKind,
    _ fields: FormFields,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) throws -> Page {
    let organizations = desk.organizationChoices(register.rights.write, signedIn)
    guard !organizations.isEmpty else {
      return RegisterRefusal(desk, register, signedIn).page(context.say("Importer", "Import"), context)
    }
    return frame(register, context) {
      fields.summary
      p {
        context.say(
          "Le plus simple est de partir d’un export : il a déjà les bonnes colonnes.",
          "The simplest is to start from an export: it has the right columns already."
        )
        " "
        a(.href(context.link(.registerExport(register), Query(["format": "csv"])))) {
          context.say("Exporter ce registre en CSV", "Export this register as CSV")
        }
      }
      actionForm(.registerImport(register), context, isUpload: true, class: "narrow-form") {
        fields.select(
          "organization",
          context.say("Organisation qui tient les fiches", "Organisation that keeps the records"),
          organizations,
          isRequired: true
        )
        fields.files(
          "fichier",
          context.say("Fichier CSV ou JSON", "CSV or JSON file"),
          help: context.say(
            "Rien n’est enregistré avant que vous ayez vu ce qu’il contient. 2 Mo et 2 000 fiches au plus.",
            "Nothing is saved before you have seen what it holds. 2 MB and 2,000 records at most."
          ),
          accept: ".csv,.json,text/csv,application/json",
          isRequired: true
        )
        buttons { submit(context.say("Voir ce que contient le fichier", "See what the file holds")) }
      }
    }
  }

  private func frame(
    _ register: RegisterKind,
    _ context: PageContext,
    @HTMLBuilder content: () -> HTML
  ) -> Page {
    let title = context.say("Importer", "Import")
    return Page(
      title: "\(title) · \(context.say(register.plural))",
      breadcrumbs: context.registerSteps(of: register, Page.Crumb(title)),
      workshop: .registers,
      scripts: [.workshop]
    ) {
      h1 { context.say("Importer des fiches", "Import records") }
      content()
    }
  }

  func take(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let register = try room.register(context, signedIn)
    return try await acting(context, form) {
      let text = try form.importedText(carriedIn: Self.carried, orRefuse: Self.noFile)
      let sheets = try SheetFile.read(Array(text.utf8), of: register)
      let organization = form.text("organization")
      let options = SheetOptions(desk: desk, person: signedIn.person, organization: organization)
      let act = ImportSheets(
        register,
        organization: organization,
        sheets: sheets,
        ids: sheets.map { _ in Secret.id("f") }
      ) { kind, text in try options.id(kind, named: text) }
      guard form.has(Self.carried) else {
        guard desk.may(act, signedIn.person) else { throw Desk.forbidden }
        let report = act.report(in: desk.snapshot, at: desk.platform.now)
        let page = reportPage(report, register, act.organization, text, context)
        return .page(page, status: .ok)
      }
      let report = try await desk.platform.perform(act, as: .person(signedIn.person))
      let count = report.lines.count { $0.outcome != .unchanged }
      return .redirect(
        .workRegister(register),
        Query(["organisation": act.organization]),
        notice: FlashNotice(
          fr: count == 1 ? "1 fiche est reprise." : "\(count) fiches sont reprises.",
          en: count == 1 ? "1 record is taken in." : "\(count) records are taken in."
        )
      )
    } again: {
      try page(register, $0, context, signedIn)
    }
  }

  private static let noFile = Failure(
    "register.file.absent",
    .invalid,
    fr: "Choisissez un fichier.",
    en: "Choose a file.",
    pointer: "fichier"
  )

  // MARK: The report

  private func reportPage(
    _ report: SheetImportReport,
    _ register: RegisterKind,
    _ organization: String,
    _ text: String,
    _ context: PageContext
  ) -> Page {
    let refused = report.refused
    return frame(register, context) {
      if refused.isEmpty {
        notice(.good, title: context.say("Tout peut être repris", "Everything can be taken in")) {
          p { summary(report, context) }
        }
      } else {
        notice(.poor, title: context.say("Rien ne sera repris tel quel", "Nothing will be taken in as it is"))
        {
          p {
            context.language.count(
              refused.count,
              fr: ("fiche est à corriger dans le fichier.", "fiches sont à corriger dans le fichier."),
              en: ("record is to be mended in the file.", "records are to be mended in the file.")
            )
          }
        }
      }
      table(refused.isEmpty ? report.lines : refused, context)
      div(.class("buttons")) {
        if refused.isEmpty {
          actionForm(.registerImport(register), context) {
            input(.type("hidden"), .name("organization"), .value(organization))
            input(.type("hidden"), .name(Self.carried), .value(text))
            submit(
              context.say(
                "Reprendre pour \(desk.organizationName(organization))",
                "Take in for \(desk.organizationName(organization))"
              )
            )
          }
        }
        a(.href(context.link(.registerImport(register)))) {
          context.say("Choisir un autre fichier", "Choose another file")
        }
      }
    }
  }

  private func summary(_ report: SheetImportReport, _ context: PageContext) -> String {
    let opened = report.lines.count { $0.outcome == .opened }
    let unchanged = report.lines.count { $0.outcome == .unchanged }
    let changed = report.lines.count - opened - unchanged
    return context.say(
      "Nouvelles : \(opened). Modifiées : \(changed). Inchangées : \(unchanged). "
        + "Les nouvelles seront des brouillons.",
      "New: \(opened). Changed: \(changed). Unchanged: \(unchanged). New ones will be drafts."
    )
  }

  @HTMLBuilder private func table(_ lines: [SheetImportReport.Line], _ context: PageContext) -> HTML {
    DataTable(
      id: "rapport",
      caption: context.say("Ce que deviendrait chaque fiche", "What each record would become"),
      columns: [
        DataTable.Column(context.say("Ligne", "Line"), isNumeric: true),
        DataTable.Column(context.say("Fiche", "Record")),
        DataTable.Column(context.say("Ce qu’elle devient", "What it becomes")),
      ],
      rows: lines.prefix(Self.shownLines).map { line in
        [
          .text(String(line.number)), .text(line.title.isEmpty ? "—" : line.title.shortened(to: 120)),
          outcome(line.outcome, context),
        ]
      }
    ).view()
    if lines.count > Self.shownLines {
      p(.class("fine")) {
        context.say(
          "Et \(lines.count - Self.shownLines) autres lignes.",
          "And \(lines.count - Self.shownLines) more lines."
        )
      }
    }
  }

  private func outcome(_ outcome: SheetImportReport.Outcome, _ context: PageContext) -> HTML {
    switch outcome {
    case .opened: badge(context.say("nouvelle", "new"), .good)
    case .unchanged: badge(context.say("inchangée", "unchanged"))
    case .changed(let count):
      badge(
        context.language.count(
          count,
          fr: ("champ modifié", "champs modifiés"),
          en: ("field changed", "fields changed")
        ),
        .fair
      )
    case .refused(let failures):
      fragment {
        badge(context.say("à corriger", "to be mended"), .poor)
        ul { for failure in failures { li { context.say(failure.message) } } }
      }
    }
  }
}
