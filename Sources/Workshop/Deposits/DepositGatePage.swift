import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// The third page of a deposit: what the rules say, what would change, and what can be done by right.
struct DepositGatePage {
  let frame: DepositFrame
  let assessments: [Assessment]
  let comparison: Comparison
  let rights: Rights
  let decisions: [(DepositDecision, name: String)]

  var deposit: Deposit { frame.deposit }

  /// What an update would change.
  enum Comparison {
    case first
    case running
    case known(VersionComparison, bounds: UpdateBounds)
    case failed(Failure)
  }

  /// What the person may do of this deposit.
  struct Rights {
    var produce = false
    var publish = false
    var review = false
    var protect = false
    var isDepositor = false
  }

  func page(_ context: PageContext, _ fields: FormFields) -> Page {
    frame.page(.gate, context, refreshAfter: isWaiting ? 3 : nil) {
      fields.summary
      div(.class("with-sheet gate")) {
        div {
          rules(context)
          changes(context)
        }
        aside(.class("sheet"), .ariaLabelledBy("agir")) {
          h2(.id("agir")) { context.say("Que faire", "What to do") }
          GateActions(page: self).view(context, fields)
        }
      }
    }
  }

  private var isWaiting: Bool { if case .running = comparison { true } else { false } }

  var isRefused: Bool { assessments.contains(where: \.blocks) }

  private func rules(_ context: PageContext) -> HTML {
    let blocking = assessments.count(where: \.blocks)
    return section(.id("regles"), .ariaLabelledBy("regles-titre")) {
      h2(.id("regles-titre")) { context.say("Ce que disent les règles", "What the rules say") }
      p {
        blocking == 0
          ? context.say("Rien n’empêche de publier.", "Nothing prevents publication.")
          : context.language.count(
            blocking,
            fr: ("règle empêche de publier.", "règles empêchent de publier."),
            en: ("rule prevents publication.", "rules prevent publication.")
          )
      }
      RuleLines(assessments: assessments) { rule in
        if rule == "publication.readable" || rule == "publication.personal-data" {
          return (context.link(.deposit(deposit.id)) + "#colonnes", RuleRemedies.see)
        }
        return RuleRemedies.fields[rule].map { field in
          (
            context.link(.depositDescription(deposit.id)) + "#" + FormFields.id(field),
            RuleRemedies.mend
          )
        }
      }.view(context)
    }
  }

  @HTMLBuilder private func changes(_ context: PageContext) -> HTML {
    if deposit.state != .published, deposit.dataset != nil {
      section(.id("changements"), .ariaLabelledBy("changements-titre")) {
        h2(.id("changements-titre")) { context.say("Ce qui change", "What changes") }
        switch comparison {
        case .first:
          p { context.say("Ce sera la première version publiée.", "It will be the first published version.") }
        case .running:
          p(.role("status"), Attribute("data-wait", "")) {
            context.say("Comparaison avec la version publiée…", "Comparing with the published version…")
          }
        case .failed(let failure):
          p { context.say(failure.message) }
        case .known(let comparison, let bounds): known(comparison, bounds, context)
        }
      }
    }
  }

  private func known(
    _ comparison: VersionComparison,
    _ bounds: UpdateBounds,
    _ context: PageContext
  ) -> HTML {
    fragment {
      ul { for sentence in comparison.sentences { li { context.say(sentence) } } }
      switch comparison.verdict(bounds) {
      case .withinBounds:
        p { badge(context.say("dans les bornes convenues", "within the agreed bounds"), .good) }
      case .outOfBounds(let reasons):
        notice(.fair, title: context.say("Hors des bornes convenues", "Beyond the agreed bounds")) {
          ul { for reason in reasons { li { context.say(reason) } } }
          p(.class("fine")) {
            context.say(
              "Reçue d’une machine, cette version serait retenue ; une personne peut la publier.",
              "Coming from a machine, this version would be held; a person may publish it."
            )
          }
        }
      }
    }
  }
}
