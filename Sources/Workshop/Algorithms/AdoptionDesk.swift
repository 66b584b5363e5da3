import Accounts
import Acts
import Foundation
import Governance
import HTTPTypes
import Markup
import Messages
import Register
import Web

/// Takes ready sheets of the Dutch register as the beginning of records.
struct AdoptionDesk: Sendable {
  let room: AlgorithmRoom

  private var desk: Desk { room.desk }

  /// The largest file whose sheets can be chosen from.
  private static let largest = 250_000

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    try page([], "", FormFields(context), context, signedIn)
  }

  private func page(
    _ sheets: [DutchAlgorithmSheets.Sheet],
    _ text: String,
    _ fields: FormFields,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) throws -> Page {
    let organizations = desk.organizationChoices(RegisterKind.algorithm.rights.write, signedIn)
    guard !organizations.isEmpty else { throw Desk.forbidden }
    return AdoptionPage(organizations: organizations, sheets: sheets, text: text, fields: fields).page(
      context
    )
  }

  func act(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let text = try text(form)
    return try await deciding(context, form) {
      let sheets = try DutchAlgorithmSheets(Array(text.utf8)).sheets
      let chosen =
        sheets.count == 1
        ? sheets.first : form.integer("fiche").flatMap { sheets.indices.contains($0) ? sheets[$0] : nil }
      guard let chosen else {
        return .page(
          try page(sheets, text, FormFields(context, sent: form, errors: []), context, signedIn),
          status: .ok
        )
      }
      let record = try await desk.platform.perform(
        AdoptAlgorithmSheet(id: Secret.id("f"), organization: form.text("organization"), sheet: chosen),
        as: .person(signedIn.person)
      )
      return .page(AdoptedPage(record: record, sheet: chosen).page(context), status: .ok)
    } again: {
      try page([], "", $0, context, signedIn)
    }
  }

  /// The file sent, else the one sent before, that the form carries.
  private func text(_ form: FormData) throws -> String {
    guard let file = form.files.first(where: { $0.field == "fichier" }) else { return form["contenu"] ?? "" }
    let data = try Data(contentsOf: file.url)
    return data.count <= Self.largest ? String(decoding: data, as: UTF8.self) : ""
  }
}

/// The form that adopts a sheet.
struct AdoptionPage {
  let organizations: [(value: String, label: String)]
  let sheets: [DutchAlgorithmSheets.Sheet]
  let text: String
  let fields: FormFields

  func page(_ context: PageContext) -> Page {
    let title = context.say("Adopter la fiche d’un éditeur", "Adopt a vendor’s sheet")
    return Page(
      title: title,
      breadcrumbs: context.registerSteps(of: .algorithm, Page.Crumb(title)),
      workshop: .registers
    ) {
      h1 { title }
      p(.class("lead")) {
        context.say(
          "Des éditeurs décrivent déjà leurs algorithmes pour le registre des Pays-Bas (algoritmes.overheid.nl). "
            + "Adoptez une fiche : elle devient un brouillon, à traduire et à compléter.",
          "Vendors already describe their algorithms for the register of the Netherlands (algoritmes.overheid.nl). "
            + "Adopt a sheet: it becomes a draft, to be translated and completed."
        )
      }
      fields.summary
      actionForm(.algorithmAdoption, context, isUpload: true, class: "narrow-form") {
        organizations.count == 1
          ? fields.hidden("organization", organizations[0].value)
          : fields.select(
            "organization",
            context.say("Organisation qui l’adopte", "Organisation that adopts it"),
            organizations,
            isRequired: true
          )
        if sheets.isEmpty {
          fields.files(
            "fichier",
            context.say("Fichier JSON", "JSON file"),
            help: context.say(
              "Une fiche, ou un modèle d’éditeur qui en contient plusieurs. 250 ko au plus.",
              "A sheet, or a vendor’s model with several. 250 kB at most."
            ),
            accept: ".json,application/json",
            isRequired: true
          )
        } else {
          fields.hidden("contenu", text)
          fields.choices(
            "fiche",
            context.say("Fiche à adopter", "Sheet to adopt"),
            sheets.enumerated().map { (value: String($0.offset), label: $0.element.title, help: nil) },
            isSingle: true,
            isRequired: true
          )
        }
        buttons {
          submit(
            sheets.isEmpty ? context.say("Lire le fichier", "Read the file") : context.say("Adopter", "Adopt")
          )
        }
      }
    }
  }
}

/// What became of an adopted sheet: the record, and what found no place in it.
struct AdoptedPage {
  let record: RegisterSheet
  let sheet: DutchAlgorithmSheets.Sheet

  func page(_ context: PageContext) -> Page {
    let title = context.say("Fiche adoptée", "Sheet adopted")
    return Page(
      title: title,
      breadcrumbs: context.registerSteps(of: .algorithm, Page.Crumb(title)),
      workshop: .registers
    ) {
      h1 { title }
      notice(
        .good,
        title: context.say("« \(record.title) » est un brouillon.", "“\(record.title)” is a draft.")
      ) {
        p {
          a(.href(context.link(.sheet(.algorithm, record.id)))) {
            context.say("Relire et compléter la fiche", "Read and complete the record")
          }
        }
      }
      if !sheet.unmapped.isEmpty {
        h2 { context.say("Ce qui n’a pas trouvé sa place", "What found no place") }
        p {
          context.say(
            "Notre registre n’a pas de champ pour ces réponses. Reprenez-en ce qui compte.",
            "Our register has no field for these answers. Take up what matters."
          )
        }
        facts(sheet.unmapped.map { (term: $0.field, description: .text($0.value)) })
      }
    }
  }
}
