import Accounts
import Acts
import Foundation
import Governance
import HTTPTypes
import Markup
import Messages
import Register
import Web

/// Takes in a DECP file: what would become of each contract is told first, then the new ones are kept.
struct EssentialImporting: Sendable {
  let room: RegisterRoom

  private var desk: Desk { room.desk }
  private var right: Permission.Right { Contract.register.rights.write }

  /// The largest file, in bytes.
  static let largest = 4 << 20
  /// The field that carries the file from the report to its end.
  private static let carried = "contenu"
  private static let shownLines = 500

  /// How much the form may hold.
  var limits: FormLimits { .importedText(upTo: Self.largest, desk) }

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let usual = desk.usualOrganization(right, signedIn)
    return try page(FormFields(context, ["organisation": [usual]]), context, signedIn)
  }

  private func page(_ fields: FormFields, _ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let organizations = desk.organizationChoices(right, signedIn)
    guard !organizations.isEmpty else { throw Desk.forbidden }
    return frame(context) {
      fields.summary
      p {
        context.say(
          "Reprenez dans le registre les contrats que votre profil d’acheteur ou votre tiers de télétransmission a "
            + "déjà publiés. Ceux qui y sont déjà restent comme ils sont.",
          "Take into the register the contracts that your buyer profile has published already. Those that are "
            + "there stay as they are."
        )
      }
      actionForm(.essentialDataImport, context, isUpload: true, class: "narrow-form") {
        fields.select(
          "organisation",
          context.say("Organisation qui tient les contrats", "Organisation that keeps the contracts"),
          organizations,
          isRequired: true
        )
        fields.files(
          "fichier",
          context.say("Fichier DECP (JSON)", "DECP file (JSON)"),
          help: context.say(
            "Au format 2.0.3 (arrêtés du 22 décembre 2022). Rien n’est enregistré avant que vous ayez vu ce qu’il "
              + "contient. 4 Mo et 2 000 contrats au plus.",
            "In the format 2.0.3 (arrêtés of 22 December 2022). Nothing is saved before you have seen what it "
              + "holds. 4 MB and 2,000 contracts at most."
          ),
          accept: ".json,application/json",
          isRequired: true
        )
        buttons { submit(context.say("Voir ce que contient le fichier", "See what the file holds")) }
      }
    }
  }

  private func frame(_ context: PageContext, @HTMLBuilder content: () -> HTML) -> Page {
    let title = context.say("Importer un fichier DECP", "Import a DECP file")
    let essential = context.say("Données essentielles des contrats", "Essential data of contracts")
    return Page(
      title: title,
      breadcrumbs: context.registerSteps(
        of: Contract.register,
        Page.Crumb(essential, context.link(.essentialData)),
        Page.Crumb(title)
      ),
      workshop: .registers,
      scripts: [.workshop]
    ) {
      h1 { title }
      content()
    }
  }

  func take(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    try await acting(context, form) {
      let text = try form.importedText(carriedIn: Self.carried, orRefuse: Self.noFile)
      let act = try ImportEssentialData(
        form.text("organisation"),
        file: Array(text.utf8),
        isPublished: form.has(Self.carried) && form.text("publies") == "oui"
      ) { Secret.id("f") }
      guard form.has(Self.carried) else {
        guard desk.may(act, signedIn.person) else { throw Desk.forbidden }
        let report = try act.report(in: desk.snapshot, at: desk.platform.now)
        return .page(reportPage(report, act.organization, text, context, signedIn), status: .ok)
      }
      let report = try await desk.platform.perform(act, as: .person(signedIn.person))
      return .redirect(
        .workRegister(Contract.register),
        Query(["organisation": act.organization]),
        notice: FlashNotice(
          fr: report.opened == 1 ? "1 contrat est repris." : "\(report.opened) contrats sont repris.",
          en: report.opened == 1 ? "1 contract is taken in." : "\(report.opened) contracts are taken in."
        )
      )
    } again: {
      try page($0, context, signedIn)
    }
  }

  private static let noFile = Failure(
    "contract.decp.absent",
    .invalid,
    fr: "Choisissez un fichier.",
    en: "Choose a file.",
    pointer: "fichier"
  )

  // MARK: The report

  private func reportPage(
    _ report: EssentialImportReport,
    _ organization: String,
    _ text: String,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) -> Page {
    frame(context) {
      notice(report.opened > 0 ? .good : .poor, title: title(report, context)) {
        p {
          context.say(
            "Nouveaux : \(report.opened). Déjà là : \(report.known). Refusés : \(report.refused).",
            "New: \(report.opened). There already: \(report.known). Refused: \(report.refused)."
          )
        }
      }
      if report.opened > 0 { writing(organization, text, context, signedIn) }
      table(report, context)
      p {
        a(.href(context.link(.essentialDataImport))) {
          context.say("Choisir un autre fichier", "Choose another file")
        }
      }
    }
  }

  private func title(_ report: EssentialImportReport, _ context: PageContext) -> String {
    guard report.opened > 0 else {
      return context.say("Rien n’est à reprendre de ce fichier", "Nothing is to be taken in from this file")
    }
    return report.refused == 0
      ? context.say("Tout peut être repris", "Everything can be taken in")
      : context.say("Une partie peut être reprise", "Part of it can be taken in")
  }

  /// What is written once the report is read: drafts, or contracts in force for whoever may publish.
  private func writing(
    _ organization: String,
    _ text: String,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) -> HTML {
    let fields = FormFields(context, ["publies": ["non"]])
    let name = desk.organizationName(organization)
    return actionForm(.essentialDataImport, context) {
      fields.hidden("organisation", organization)
      fields.hidden(Self.carried, text)
      if desk.allows(Contract.register.rights.decide, signedIn, on: organization) {
        fields.choices(
          "publies",
          context.say("Que deviennent les nouveaux ?", "What becomes of the new ones?"),
          [
            (
              "non", context.say("Des brouillons, à relire", "Drafts, to be read again"),
              context.say("Rien n’en est public.", "Nothing of them is public.")
            ),
            (
              "oui",
              context.say(
                "Ils sont déjà publiés : en vigueur et dans le fichier public",
                "They are published already: in force and in the public file"
              ),
              context.say(
                "Ce que le format ne dit pas, comme les clauses, se complète ensuite.",
                "What the format does not tell, such as clauses, is filled in later."
              )
            ),
          ],
          isSingle: true
        )
      }
      buttons { submit(context.say("Reprendre pour \(name)", "Take in for \(name)")) }
    }
  }

  @HTMLBuilder private func table(_ report: EssentialImportReport, _ context: PageContext) -> HTML {
    DataTable(
      id: "rapport",
      caption: context.say("Ce que deviendrait chaque contrat", "What each contract would become"),
      columns: [
        DataTable.Column(context.say("Rang", "Place"), isNumeric: true),
        DataTable.Column(context.say("Contrat", "Contract")),
        DataTable.Column(context.say("Ce qu’il devient", "What it becomes")),
      ],
      rows: report.lines.prefix(Self.shownLines).map { line in
        let kind =
          line.isConcession ? context.say("Concession", "Concession") : context.say("Marché", "Contract")
        return [
          .text(String(line.number)),
          .text("\(kind) · \(line.title.isEmpty ? "—" : line.title.shortened(to: 120))"),
          outcome(line.outcome, context),
        ]
      }
    ).view()
    if report.lines.count > Self.shownLines {
      p(.class("fine")) {
        context.say(
          "Et \(report.lines.count - Self.shownLines) autres contrats.",
          "And \(report.lines.count - Self.shownLines) more contracts."
        )
      }
    }
  }

  private func outcome(_ outcome: EssentialImportReport.Outcome, _ context: PageContext) -> HTML {
    switch outcome {
    case .opened(let missing):
      told(
        badge(context.say("nouveau", "new"), .good),
        missing.isEmpty ? nil : context.say("À compléter :", "To be completed:"),
        missing.map { context.say($0) }
      )
    case .known(let contract, let differences):
      fragment {
        told(
          badge(context.say("déjà là", "there already")),
          differences.isEmpty
            ? nil : context.say("Le fichier dit autre chose de :", "The file tells otherwise of:"),
          differences.map { context.say($0) }
        )
        a(.href(context.link(.sheet(Contract.register, contract)))) { context.say("Voir la fiche", "See it") }
      }
    case .refused(let reasons):
      told(badge(context.say("refusé", "refused"), .poor), nil, reasons.map { context.say($0) })
    }
  }

  @HTMLBuilder private func told(_ badge: HTML, _ heading: String?, _ sentences: [String]) -> HTML {
    badge
    if let heading { p(.class("fine")) { heading } }
    if !sentences.isEmpty { ul { for sentence in sentences { li { sentence } } } }
  }
}
