import Acts
import Governance
import Markup
import Messages
import Register
import RuleLanguage
import Web

/// The published rule of an algorithm: what is due to people, the rule in tables, one's own case.
struct PublicRulePage {
  let algorithm: Algorithm
  let version: AlgorithmRule
  let rule: CheckedRule
  let authority: String
  let fields: FormFields
  let evaluation: Evaluation?

  func page(_ context: PageContext) -> Page {
    let title = context.say("La règle : ", "The rule: ") + algorithm.title
    return Page(
      title: title,
      summary: context.say(
        "La règle de « \(algorithm.title) », et le calcul de votre cas.",
        "The rule of “\(algorithm.title)”, and the computation of your case."
      ),
      breadcrumbs: [
        Page.Crumb(context.say("Registres", "Registers"), context.link(.registers)),
        Page.Crumb(
          context.say(RegisterKind.algorithm.plural),
          context.link(.register(RegisterKind.algorithm.slug))
        ),
        Page.Crumb(algorithm.title, context.link(.publicSheet(RegisterKind.algorithm.slug, algorithm.id))),
        Page.Crumb(context.say("La règle", "The rule")),
      ],
      usesForms: true
    ) {
      h1 { title }
      p(.class("lead")) { lead(context) }
      fields.summary
      if let evaluation { outcome(evaluation, context) }
      simulator(context)
      due(context)
      reading(context)
    }
  }

  private func lead(_ context: PageContext) -> String {
    let number = version.number
    let since = version.inForceAt.map { context.language.date($0.text) } ?? ""
    return context.say(
      "\(authority) applique cette règle, version \(number), depuis le \(since).",
      "\(authority) applies this rule, version \(number), since \(since)."
    )
  }

  private func outcome(_ evaluation: Evaluation, _ context: PageContext) -> HTML {
    section(.class("outcome"), .ariaLabelledBy("votre-resultat")) {
      h2(.id("votre-resultat")) { context.say("Votre résultat", "Your result") }
      p {
        context.say(
          "C’est une simulation : seule la décision de l’administration fait foi.",
          "This is a simulation: only the administration’s decision counts."
        )
      }
      RuleCaseView(evaluation, of: rule, contribution: algorithm.contribution).view(level: 3, context)
    }
  }

  private func simulator(_ context: PageContext) -> HTML {
    section(.ariaLabelledBy("votre-cas")) {
      h2(.id("votre-cas")) { context.say("Calculez votre cas", "Compute your case") }
      p {
        context.say(
          "Rien de ce que vous écrivez ici n’est gardé ni transmis.",
          "Nothing you write here is kept or passed on."
        )
      }
      visitorForm(.publicRule(algorithm.id), token: context.formToken, context, class: "narrow-form") {
        RuleCaseForm.fields(rule, fields, context)
        buttons { submit(context.say("Calculer", "Compute")) }
      }
    }
  }

  private func due(_ context: PageContext) -> HTML {
    section(.ariaLabelledBy("vos-droits")) {
      h2(.id("vos-droits")) { context.say("Vos droits", "Your rights") }
      p { part(context) }
      p {
        context.say(
          "Si une décision qui vous concerne a été prise avec cette règle, vous pouvez demander comment elle a été "
            + "calculée dans votre cas (CRPA, art. L311-3-1 et R311-3-1-2). La réponse est due dans le mois ; ensuite, "
            + "vous avez deux mois pour saisir la CADA (www.cada.fr).",
          "If a decision about you was taken with this rule, you may ask how it was computed in your case (CRPA, art. "
            + "L311-3-1 and R311-3-1-2). The answer is due within a month; you then have two months to refer to the "
            + "CADA (www.cada.fr)."
        )
      }
      if let contact = algorithm.answerContact, !contact.isEmpty {
        p { context.say("À qui le demander : \(contact).", "Whom to ask: \(contact).") }
      }
    }
  }

  private func part(_ context: PageContext) -> String {
    switch algorithm.automation {
    case .automatic:
      context.say(
        "La décision résulte de cette règle, sans qu’une personne intervienne.",
        "The decision results from this rule, without anyone stepping in."
      )
    case .assistance:
      context.say(
        "Une personne décide ; cette règle l’aide.",
        "A person decides; this rule helps them."
      )
    case nil:
      context.say(
        "La part de cette règle dans la décision n’est pas encore décrite.",
        "The part of this rule in the decision is not described yet."
      )
    }
  }

  private func reading(_ context: PageContext) -> HTML {
    fragment {
      RuleReading(rule).view(level: 2, context)
      details {
        summary { context.say("Le texte exécuté", "The text that runs") }
        codeSample(
          version.text,
          language: "regle",
          label: context.say("Texte de la règle", "Text of the rule")
        )
      }
    }
  }
}
