import Acts
import Governance
import Markup
import Messages
import Register
import RuleLanguage
import Web

/// The decisions of an algorithm, and the form that computes one.
struct DecisionListPage {
  let place: AlgorithmPlace
  let decisions: [AlgorithmDecision]
  let fields: FormFields

  private static let shown = 100

  func page(_ context: PageContext) -> Page {
    let title = context.say("Décisions calculées", "Computed decisions")
    return Page(
      title: "\(title) · \(place.algorithm.title)",
      breadcrumbs: place.crumbs(title, context),
      workshop: .registers
    ) {
      h1 { title }
      fields.summary
      if let version = place.inForce, let rule = CheckedRule.check(version.text).rule {
        form(rule, version, context)
      } else {
        emptyState(context.say("Aucune règle n’est en vigueur.", "No rule is in force.")) {
          p {
            a(.href(context.link(.algorithmRule(place.algorithm.id)))) {
              context.say("Écrire ou mettre en vigueur la règle", "Write the rule or put it in force")
            }
          }
        }
      }
      list(context)
    }
  }

  private func form(_ rule: CheckedRule, _ version: AlgorithmRule, _ context: PageContext) -> HTML {
    fragment {
      h2 { context.say("Calculer une décision", "Compute a decision") }
      p(.class("fine")) {
        context.say(
          "Par la version \(version.number), en vigueur.",
          "By version \(version.number), in force."
        )
      }
      actionForm(.algorithmDecisions(place.algorithm.id), context, class: "narrow-form") {
        fields.text(
          "reference",
          context.say("Référence du dossier", "File reference"),
          help: context.say(
            "Un numéro, pas un nom : il suffit à retrouver le dossier.",
            "A number, not a name: it is enough to find the file."
          ),
          longest: 200
        )
        RuleCaseForm.fields(rule, fields, context)
        fields.box(
          "garder",
          context.say("Garder les données du cas", "Keep the data of the case"),
          help: context.say(
            "Sans elles, seule leur empreinte est gardée : il faudra les ressaisir pour répondre à la personne.",
            "Without it, only a digest is kept: the data must be entered again to answer the person."
          )
        )
        buttons { submit(context.say("Calculer et garder la décision", "Compute and keep the decision")) }
      }
    }
  }

  @HTMLBuilder private func list(_ context: PageContext) -> HTML {
    h2 { context.say("Décisions gardées", "Decisions kept") }
    if decisions.isEmpty {
      p { context.say("Aucune décision n’est gardée.", "No decision is kept.") }
    } else {
      ul(.class("plain-list")) {
        for decision in decisions.prefix(Self.shown) {
          li {
            a(.href(context.link(.algorithmDecision(place.algorithm.id, decision.id)))) {
              decision.reference.isEmpty ? decision.id : decision.reference
            }
            " "
            moment(decision.computedAt.text, context)
            if decision.answeredAt != nil {
              " "
              badge(context.say("expliquée", "explained"), .good)
            }
          }
        }
      }
      if decisions.count > Self.shown {
        p(.class("fine")) {
          context.say(
            "Les \(Self.shown) dernières sur \(decisions.count).",
            "The last \(Self.shown) of \(decisions.count)."
          )
        }
      }
    }
  }
}

/// A decision that was kept, and the answer to the person it is about.
struct DecisionPage {
  let place: AlgorithmPlace
  let decision: AlgorithmDecision
  let version: AlgorithmRule?
  let rule: CheckedRule?
  let answer: DecisionAnswer?
  let authority: String
  let fields: FormFields

  private var name: String { decision.reference.isEmpty ? decision.id : decision.reference }

  func page(_ context: PageContext) -> Page {
    let title = context.say("Décision ", "Decision ") + name
    return Page(
      title: "\(title) · \(place.algorithm.title)",
      breadcrumbs: place.crumbs(title, context),
      workshop: .registers
    ) {
      h1 { title }
      fields.summary
      if let answer { letter(answer, context) } else { kept(context) }
    }
  }

  private func kept(_ context: PageContext) -> HTML {
    fragment {
      facts([
        (context.say("Calculée le", "Computed on"), moment(decision.computedAt.text, context)),
        (context.say("Par la version", "By version"), .text(version.map { String($0.number) } ?? "?")),
        (
          context.say("Expliquée le", "Explained on"),
          decision.answeredAt.map { moment($0.text, context) } ?? .empty
        ),
        (
          context.say("Données du cas", "Data of the case"),
          .text(
            decision.inputs == nil
              ? context.say("empreinte seule", "digest only") : context.say("gardées", "kept")
          )
        ),
      ])
      if let rule {
        keyFigures(
          rule.results.compactMap { statement in
            guard let type = rule.types[statement.name], let text = decision.results[statement.name],
              let value = RuleValue(text, as: type)
            else { return nil }
            return (context.say(value.shown(as: type)), rule.labels[statement.name] ?? statement.name)
          },
          label: context.say("Résultat", "Result")
        )
        question(rule, context)
      }
      if place.mayDecide { forgetting(context) }
    }
  }

  private func question(_ rule: CheckedRule, _ context: PageContext) -> HTML {
    fragment {
      h2 { context.say("Répondre à la personne", "Answer the person") }
      p {
        context.say(
          "Qui est concerné par la décision peut savoir comment elle a été calculée (CRPA, art. R311-3-1-2). La "
            + "réponse est due dans le mois ; la consultation est inscrite au journal.",
          "Whoever the decision is about may know how it was computed (CRPA, art. R311-3-1-2). The answer is due "
            + "within a month; the reading is written in the journal."
        )
      }
      actionForm(.algorithmDecision(place.algorithm.id, decision.id), context, class: "narrow-form") {
        if decision.inputs == nil { RuleCaseForm.fields(rule, fields, context) }
        buttons {
          submit(context.say("Préparer la réponse", "Prepare the answer"), name: "faire", value: "repondre")
        }
      }
    }
  }

  private func forgetting(_ context: PageContext) -> HTML {
    fragment {
      h2 { context.say("Ne plus la garder", "Keep it no more") }
      actionForm(.algorithmDecision(place.algorithm.id, decision.id), context, class: "narrow-form") {
        fields.text("reason", context.say("Raison", "Reason"), isRequired: true, longest: 1000)
        buttons {
          submit(
            context.say("Ne plus garder cette décision", "Keep this decision no more"),
            .danger,
            name: "faire",
            value: "oublier"
          )
        }
      }
    }
  }

  private func letter(_ answer: DecisionAnswer, _ context: PageContext) -> HTML {
    article(.class("prose")) {
      if !answer.agrees {
        notice(
          .poor,
          title: context.say(
            "Le calcul refait ne donne pas le même résultat",
            "Computed again, the result differs"
          )
        )
      }
      p {
        context.say(
          "Vous avez demandé comment la décision \(name) de \(authority) a été calculée par le traitement "
            + "« \(answer.algorithm.title) », version \(answer.version.number). Voici la réponse due au titre de "
            + "l’article R. 311-3-1-2 du code des relations entre le public et l’administration.",
          "You asked how the decision \(name) of \(authority) was computed by the processing "
            + "“\(answer.algorithm.title)”, version \(answer.version.number). Here is the answer due under article "
            + "R. 311-3-1-2 of the code of relations between the public and the administration."
        )
      }
      for part in answer.parts where !part.sentences.isEmpty {
        h2 { context.say(part.title) }
        ul { for sentence in part.sentences { li { context.say(sentence) } } }
      }
      p {
        context.say(
          "Si cette réponse ne vous satisfait pas, vous pouvez saisir la Commission d’accès aux documents "
            + "administratifs (www.cada.fr) dans les deux mois.",
          "If this answer does not satisfy you, you may refer to the Commission on access to administrative documents "
            + "(www.cada.fr) within two months."
        )
      }
    }
  }
}
