import Acts
import Catalogue
import Markup
import Messages
import Register
import Web

/// What the rules say of a dataset, and the form to waive one for who may.
struct DatasetRulesPage {
  let dataset: Dataset
  let rules: [Assessment]
  /// The rules the person may waive.
  let waivable: [(id: String, title: Bilingual)]
  let waivers: [Waiver]
  let desk: Desk

  func page(_ context: PageContext, _ fields: FormFields?) -> Page {
    let title = context.say("Règles", "Rules")
    return Page(
      title: "\(title) · \(dataset.title)",
      breadcrumbs: [
        Page.Crumb(context.say("État des règles", "State of the rules"), context.link(.gate)),
        Page.Crumb(dataset.title),
      ],
      workshop: .decisions
    ) {
      h1 { context.say("Règles de « \(dataset.title) »", "Rules of “\(dataset.title)”") }
      fields?.summary ?? .empty
      links(context)
      verdictList(rules.sorted { $0.weight < $1.weight }.map { $0.line(context) })
      inForce(context)
      form(context, fields ?? FormFields(context))
    }
  }

  private func links(_ context: PageContext) -> HTML {
    ul(.class("links")) {
      if dataset.isPublic {
        li { a(.href(context.link(.dataset(dataset.id)))) { context.say("Page publique", "Public page") } }
      }
      li { a(.href(context.link(.datasetComments(dataset.id)))) { context.say("Messages", "Messages") } }
      li {
        a(.href(context.link(.recordHistory(RecordKey(Dataset.self, dataset.id))))) {
          context.say("Historique", "History")
        }
      }
    }
  }

  @HTMLBuilder private func inForce(_ context: PageContext) -> HTML {
    if !waivers.isEmpty {
      section {
        h2 { context.say("Dérogations en vigueur", "Waivers in force") }
        ul {
          for waiver in waivers {
            li {
              strong { GatePage.title(waiver.rule, context) }
              " "
              context.say("jusqu’au ", "until ")
              day(waiver.lastDay, context)
              ", " + desk.calling(waiver.decidedBy, context)
              p { waiver.reason }
              if waivable.contains(where: { $0.id == waiver.rule }) {
                actionButton(
                  context.say("Mettre fin", "End"),
                  .datasetRules(dataset.id),
                  context,
                  .danger,
                  fields: ["choix": "terminer", "rule": waiver.rule],
                  about: GatePage.title(waiver.rule, context)
                )
              }
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private func form(_ context: PageContext, _ fields: FormFields) -> HTML {
    let open = waivable.filter { rule in rules.contains { $0.rule == rule.id && $0.verdict == .nonCompliant }
    }
    if !open.isEmpty || !fields.errors.isEmpty {
      section(.id("deroger")) {
        h2 { context.say("Déroger", "Waive") }
        actionForm(.datasetRules(dataset.id), context) {
          fields.select(
            "rule",
            context.say("Règle", "Rule"),
            open.map { ($0.id, context.say($0.title)) },
            blank: context.say("Choisir", "Choose"),
            isRequired: true
          )
          fields.area(
            "reason",
            context.say("Motif", "Reason"),
            help: context.say(
              "Public, \(GrantWaiver.leastReason) caractères au moins : pourquoi la règle ne peut pas être tenue.",
              "Public, at least \(GrantWaiver.leastReason) characters: why the rule cannot be met."
            ),
            rows: 3,
            isRequired: true
          )
          fields.text(
            "until",
            context.say("Échéance", "Deadline"),
            help: context.say("Dans un an au plus.", "Within a year."),
            type: "date",
            isRequired: true
          )
          buttons { submit(context.say("Déroger publiquement", "Waive in public"), .danger) }
        }
      }
    }
  }
}
