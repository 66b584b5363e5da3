import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// The page where files are dropped.
struct DropPage {
  let organizations: [Organization]
  /// The datasets that they may update.
  let datasets: Proposals
  /// The dataset to update, where it is known already.
  let dataset: Dataset?
  /// What is said where they may deposit for no organisation.
  let missing: MissingRight

  static let file = "fichier"

  func page(_ context: PageContext, _ fields: FormFields) -> Page {
    let title =
      dataset.map { context.say("Mettre à jour « \($0.title) »", "Update “\($0.title)”") }
      ?? context.say("Déposer des données", "Deposit data")
    return Page(title: title, workshop: .deposit, scripts: [.workshop, .deposit, .proposals]) {
      h1 { title }
      p(.class("lead")) {
        context.say(
          "Le fichier tel que vous l’avez : CSV, Excel, LibreOffice, JSON, carte, ZIP. Rien n’est publié "
            + "avant que vous ne le disiez.",
          "The file as you have it: CSV, Excel, LibreOffice, JSON, map, ZIP. Nothing is published before "
            + "you say so."
        )
      }
      fields.summary
      if organizations.isEmpty { missing.view(context) } else { form(context, fields) }
    }
  }

  /// Where scripts show how far each file is.
  static func progress(_ context: PageContext) -> HTML {
    div(
      .id("envois"),
      .class("uploads"),
      .ariaLive("polite"),
      Attribute("data-pieces", context.link(.uploads)),
      Attribute("data-home", context.link(.workshopHome))
    )
  }

  private func form(_ context: PageContext, _ fields: FormFields) -> HTML {
    actionForm(.drop, context, isUpload: true, class: "drop-form", id: "depot") {
      if let dataset {
        fields.hidden("jeu", dataset.id)
      } else {
        destination(context, fields)
      }
      fields.files(
        Self.file,
        dataset == nil ? context.say("Fichiers", "Files") : context.say("Fichier", "File"),
        help: dataset == nil
          ? context.say(
            "Plusieurs fichiers ouvrent plusieurs dépôts.",
            "Several files open several deposits."
          )
          : context.say(
            "La recette de la version publiée sera rejouée.",
            "The recipe of the published version will be replayed."
          ),
        isMultiple: dataset == nil,
        isRequired: true
      )
      buttons { submit(context.say("Déposer", "Deposit")) }
      DropPage.progress(context)
    }
  }

  @HTMLBuilder private func destination(_ context: PageContext, _ fields: FormFields) -> HTML {
    if organizations.count == 1, let only = organizations.first {
      fields.hidden("organisation", only.id)
      p(.class("fine")) { context.say("Pour : \(only.name)", "For: \(only.name)") }
    } else {
      fields.select(
        "organisation",
        context.say("Pour quelle organisation", "For which organisation"),
        organizations.map { ($0.id, $0.name) },
        isRequired: true
      )
    }
    if !datasets.options.isEmpty {
      details {
        summary {
          context.say("C’est une mise à jour d’un jeu qui existe", "It updates a dataset that exists")
        }
        datasets.field(
          "jeu",
          context.say("Quel jeu de données", "Which dataset"),
          blank: context.say("Un nouveau jeu", "A new dataset"),
          source: context.link(.recordProposals, Query(["sorte": Dataset.kind, "droit": "produire"])),
          fields,
          context
        )
      }
    }
  }
}
