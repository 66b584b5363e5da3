import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// A dataset in the workshop: to update it, describe it, bound its updates, withdraw it, and see what was done.
struct DatasetWorkPage {
  let dataset: Dataset
  let organization: String
  let version: DatasetVersion?
  let freshness: Freshness
  let assessments: [Assessment]
  let deposits: [Deposit]
  let history: [Change]
  /// Where its next versions come from by themselves.
  let source: UpdateSource?
  let mayProduce: Bool
  let mayPublish: Bool

  /// A change, in words.
  struct Change {
    let at: String
    let by: String
    let fields: [String]
    let reason: String?
  }

  func page(_ context: PageContext, _ fields: FormFields? = nil) -> Page {
    Page(
      title: dataset.title,
      breadcrumbs: [
        Page.Crumb(context.say("Mes jeux", "My datasets"), context.link(.workDatasets)),
        Page.Crumb(dataset.title),
      ],
      workshop: .datasets,
      scripts: [.workshop, .deposit]
    ) {
      head(context)
      (fields ?? FormFields(context)).summary
      if mayProduce { update(context) }
      depositList(context)
      section(.id("regles"), .ariaLabelledBy("regles-titre")) {
        h2(.id("regles-titre")) { context.say("Règles", "Rules") }
        RuleLines(assessments: assessments) { rule in
          guard mayDescribe, let field = RuleRemedies.fields[rule] else { return nil }
          return (
            context.link(.datasetDescription(dataset.id)) + "#" + FormFields.id(field), RuleRemedies.mend
          )
        }.view(context)
      }
      if mayDescribe { bounds(context, fields) }
      if mayPublish, dataset.status == .published { withdrawal(context, fields) }
      changes(context)
    }
  }

  /// What is public is described by who may publish.
  var mayDescribe: Bool { dataset.status == .published ? mayPublish : mayProduce }

  private func head(_ context: PageContext) -> HTML {
    fragment {
      h1 { dataset.title }
      ul(.class("facts-line")) {
        li { badge(context.say(dataset.status.label), dataset.status.tone) }
        li { badge(context.say(freshness.state.label), freshness.tone) }
        li { context.say(dataset.access.label) }
        li { organization }
        if let version {
          li {
            context.say("version \(version.number)", "version \(version.number)")
            ", "
            context.language.count(version.rows, fr: ("ligne", "lignes"), en: ("row", "rows"))
          }
        }
      }
      p(.class("fine")) { context.say(freshness.sentence) }
      if let source {
        p {
          context.say("Mise à jour automatique : ", "Automatic update: ")
          SourceStatus.view(source, context)
          if mayPublish {
            " "
            a(.href(context.link(.sources))) { context.say("Voir la source", "See the source") }
          }
        }
      }
      ul(.class("links")) {
        if dataset.isPublic {
          li {
            a(.href(context.link(.dataset(dataset.id)))) {
              context.say("Voir la page publique", "See the public page")
            }
          }
        }
        if mayDescribe {
          li {
            a(.href(context.link(.datasetDescription(dataset.id)))) {
              context.say("Modifier la description", "Edit the description")
            }
          }
        }
      }
    }
  }

  private func update(_ context: PageContext) -> HTML {
    section(.id("mettre-a-jour"), .ariaLabelledBy("maj-titre")) {
      h2(.id("maj-titre")) { context.say("Mettre à jour", "Update") }
      actionForm(.drop, context, isUpload: true, class: "drop-form", id: "depot") {
        let fields = FormFields(context)
        fields.hidden("jeu", dataset.id)
        fields.files(
          DropPage.file,
          context.say("Nouveau fichier", "New file"),
          help: context.say(
            "La recette est rejouée, puis vous voyez ce qui change avant de publier.",
            "The recipe is replayed, then you see what changes before publishing."
          ),
          isRequired: true
        )
        buttons { submit(context.say("Déposer", "Deposit")) }
        DropPage.progress(context)
      }
    }
  }

  @HTMLBuilder private func depositList(_ context: PageContext) -> HTML {
    if !deposits.isEmpty {
      section(.id("depots"), .ariaLabelledBy("depots-titre")) {
        h2(.id("depots-titre")) { context.say("Dépôts en cours", "Deposits under way") }
        ul(.class("work-list")) {
          for deposit in deposits {
            li {
              a(.href(context.link(.depositGate(deposit.id)))) { deposit.file?.name ?? deposit.id }
              badge(context.say(deposit.state.label), deposit.state.tone)
              if let planned = deposit.plannedFor {
                span(.class("fine")) {
                  context.say("publication prévue le ", "planned on ")
                  moment(planned.text, context)
                }
              }
              for reason in deposit.holdReasons {
                span(.class("fine")) { context.say(reason.fr, reason.en) }
              }
            }
          }
        }
      }
    }
  }

  private func bounds(_ context: PageContext, _ sent: FormFields?) -> HTML {
    let bounds = dataset.updateBounds
    func percent(_ share: Double) -> [String] { ["\(Int((share * 100).rounded()))"] }
    let fields =
      sent
      ?? FormFields(
        context,
        [
          "pertes": percent(bounds.maxRowLossShare), "ajouts": percent(bounds.maxRowGrowthShare),
          "invalides": percent(bounds.maxInvalidShare), "colonnes": bounds.allowsColumnChanges ? ["oui"] : [],
        ]
      )
    return details(.class("block"), .open(sent != nil)) {
      summary { h2 { context.say("Bornes des mises à jour automatiques", "Bounds of automatic updates") } }
      p(.class("fine")) {
        context.say(
          "Une version reçue d’une machine est publiée d’elle-même en deçà, et retenue au-delà.",
          "A version that comes from a machine is published by itself within them, and held beyond."
        )
      }
      actionForm(.workDataset(dataset.id), context) {
        fields.hidden("faire", "borner")
        fields.text(
          "pertes",
          context.say("Lignes retirées, au plus (%)", "Rows taken out, at most (%)"),
          type: "number"
        )
        fields.text(
          "ajouts",
          context.say("Lignes ajoutées, au plus (%)", "Rows added, at most (%)"),
          type: "number"
        )
        fields.text(
          "invalides",
          context.say("Cellules invalides, au plus (%)", "Invalid cells, at most (%)"),
          type: "number"
        )
        fields.box("colonnes", context.say("Les colonnes peuvent changer", "Columns may change"))
        submit(context.say("Enregistrer les bornes", "Save the bounds"), .second)
      }
    }
  }

  private func withdrawal(_ context: PageContext, _ sent: FormFields?) -> HTML {
    let fields = sent ?? FormFields(context)
    return details(.class("block"), .open(sent != nil)) {
      summary { h2 { context.say("Retirer du portail", "Withdraw from the portal") } }
      p {
        context.say(
          "Le public ne verra plus ce jeu. Ses versions sont gardées : il pourra être publié de nouveau.",
          "The public will no longer see this dataset. Its versions are kept: it can be published again."
        )
      }
      actionForm(.workDataset(dataset.id), context) {
        fields.hidden("faire", "retirer")
        fields.text(
          "raison",
          context.say("Motif, que le public peut demander", "Reason, for which the public may ask"),
          isRequired: true,
          longest: 500
        )
        submit(context.say("Retirer ce jeu", "Withdraw this dataset"), .danger)
      }
    }
  }

  private func changes(_ context: PageContext) -> HTML {
    section(.id("historique"), .ariaLabelledBy("historique-titre")) {
      h2(.id("historique-titre")) { context.say("Ce qui a été fait", "What was done") }
      ul(.class("plain-list")) {
        for change in history {
          li {
            moment(change.at, context)
            ", \(change.by)"
            if !change.fields.isEmpty {
              span(.class("fine")) { context.say(" : ", ": ") + change.fields.joined(separator: ", ") }
            }
            if let reason = change.reason { p(.class("fine")) { reason } }
          }
        }
      }
    }
  }
}

extension Freshness {
  var tone: Tone {
    switch state {
    case .onTime: .good
    case .dueSoon: .fair
    case .late: .poor
    case .notPeriodic, .unknown: .neutral
    }
  }
}
