import Acts
import Governance
import Markup
import Messages
import Register
import RuleLanguage
import Web

/// The page of a rule: its text with what is wrong where, a case to try, examples, versions.
struct RulePage {
  let place: AlgorithmPlace
  let bench: RuleBench
  let fields: FormFields

  private var isEdited: Bool { place.mayWrite && (place.draft != nil || place.inForce == nil) }

  func page(_ context: PageContext) -> Page {
    let title = context.say("Règle exécutable", "Executable rule")
    return Page(
      title: "\(title) · \(place.algorithm.title)",
      breadcrumbs: place.crumbs(title, context),
      workshop: .registers
    ) {
      h1 { title }
      p(.class("lead")) { lead(context) }
      fields.summary
      if isEdited { editor(context) } else { reading(context) }
      if place.mayDecide, place.draft != nil { decision(context) }
      versions(context)
    }
  }

  private func lead(_ context: PageContext) -> String {
    switch (place.draft, place.inForce) {
    case (let draft?, let current?):
      context.say(
        "Version \(draft.number) en cours d’écriture ; la version \(current.number) est en vigueur.",
        "Version \(draft.number) is being written; version \(current.number) is in force."
      )
    case (let draft?, nil):
      context.say("Version \(draft.number) en cours d’écriture.", "Version \(draft.number) is being written.")
    case (nil, let current?):
      context.say("La version \(current.number) est en vigueur.", "Version \(current.number) is in force.")
    case (nil, nil):
      context.say(
        "Écrivez la règle : Arpent la vérifie, calcule des cas, explique chaque résultat.",
        "Write the rule: Arpent checks it, computes cases, explains each result."
      )
    }
  }

  // MARK: Writing

  private func editor(_ context: PageContext) -> HTML {
    actionForm(.algorithmRule(place.algorithm.id), context, class: "wide-form") {
      if place.versions.isEmpty { models(context) }
      RuleFaults(bench: bench).view(context)
      text(context)
      textFields(context).text(
        "note",
        context.say("Ce que cette version change", "What this version changes"),
        help: context.say("La délibération ou la décision, en une phrase.", "The decision, in a sentence."),
        longest: 1000
      )
      buttons {
        submit(context.say("Enregistrer le brouillon", "Save the draft"), name: "faire", value: "enregistrer")
        submit(
          context.say("Vérifier sans enregistrer", "Check without saving"),
          .second,
          name: "faire",
          value: "verifier"
        )
        if place.draft != nil {
          submit(
            context.say("Abandonner le brouillon", "Give up the draft"),
            .danger,
            name: "faire",
            value: "abandonner"
          )
        }
      }
      RuleTrial(place: place, bench: bench, fields: fields, isEdited: true).view(context)
    }
  }

  /// The text and the note: what was sent, else what is kept.
  private func textFields(_ context: PageContext) -> FormFields {
    fields.filled(with: ["texte": bench.text, "note": place.draft?.note ?? ""], context)
  }

  private func text(_ context: PageContext) -> HTML {
    div(.class("code-field")) {
      textFields(context).area(
        "texte",
        context.say("Texte de la règle", "Text of the rule"),
        help: context.say(
          "Les mots-clés sont en français : entrée, paramètre, soit, table, résultat.",
          "Keywords are in French: entrée, paramètre, soit, table, résultat."
        ),
        rows: min(40, max(12, bench.text.split(separator: "\n", omittingEmptySubsequences: false).count + 2))
      )
    }
  }

  private func models(_ context: PageContext) -> HTML {
    p {
      context.say("Partir d’un exemple qui marche : ", "Start from an example that works: ")
      for (index, model) in RuleModel.all.enumerated() {
        if index > 0 { ", " }
        a(.href(context.link(.algorithmRule(place.algorithm.id), Query(["modele": model.id])))) {
          context.say(model.title)
        }
      }
      "."
    }
  }

  // MARK: Reading

  private func reading(_ context: PageContext) -> HTML {
    fragment {
      if let rule = bench.check.rule {
        actionForm(.algorithmRule(place.algorithm.id), context, class: "wide-form") {
          RuleReading(rule).view(level: 2, context)
          if place.mayWrite {
            buttons {
              submit(
                context.say("Écrire une nouvelle version", "Write a new version"),
                name: "faire",
                value: "nouvelle"
              )
            }
            RuleTrial(place: place, bench: bench, fields: fields, isEdited: false).view(context)
          }
        }
        details {
          summary { context.say("Le texte tel qu’il est écrit", "The text as it is written") }
          codeSample(
            bench.text,
            language: "regle",
            label: context.say("Texte de la règle", "Text of the rule")
          )
        }
      } else if !place.mayWrite {
        emptyState(
          context.say(
            "Cet algorithme n’a pas encore de règle exécutable.",
            "This algorithm has no executable rule yet."
          )
        )
      }
    }
  }

  // MARK: Deciding

  private func decision(_ context: PageContext) -> HTML {
    section(.ariaLabelledBy("en-vigueur")) {
      h2(.id("en-vigueur")) { context.say("Mettre en vigueur", "Put in force") }
      p {
        context.say(
          "Tous les exemples doivent être rendus et aucun cas laissé sans réponse. La version ne changera plus : "
            + "chaque décision restera explicable par le texte qui l’a calculée.",
          "All examples must come out right and no case be left without an answer. The version will no longer "
            + "change: each decision stays explained by the text that computed it."
        )
      }
      actionForm(.algorithmRule(place.algorithm.id), context, class: "narrow-form") {
        fields.text(
          "reason",
          context.say("Décision qu’elle applique", "Decision it applies"),
          help: context.say(
            "Par exemple : délibération 2026-41 du 12 mars 2026.",
            "For instance: decision 2026-41."
          ),
          isRequired: true,
          longest: 1000
        )
        buttons {
          submit(
            context.say("Mettre en vigueur la version enregistrée", "Put the saved version in force"),
            name: "faire",
            value: "en-vigueur"
          )
        }
      }
    }
  }

  // MARK: Versions

  @HTMLBuilder private func versions(_ context: PageContext) -> HTML {
    if !place.versions.isEmpty {
      section(.ariaLabelledBy("versions")) {
        h2(.id("versions")) { context.say("Versions", "Versions") }
        ul(.class("plain-list")) {
          for version in place.versions { li { line(version, context) } }
        }
        if place.versions.count > 1 {
          p {
            a(.href(context.link(.algorithmComparison(place.algorithm.id)))) {
              context.say("Comparer les deux dernières versions", "Compare the last two versions")
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private func line(_ version: AlgorithmRule, _ context: PageContext) -> HTML {
    strong { context.say("Version \(version.number)", "Version \(version.number)") }
    " "
    switch version.state {
    case .draft: badge(context.say("brouillon", "draft"), .fair)
    case .inForce: badge(context.say("en vigueur", "in force"), .good)
    case .ended: badge(context.say("remplacée", "replaced"))
    }
    if let start = version.inForceAt {
      " "
      context.say("depuis le ", "since ")
      day(start.text, context)
    }
    if !version.note.isEmpty { span(.class("fine")) { " " + version.note } }
  }
}

extension FormFields {
  /// The fields with values where none was sent.
  func filled(with values: [String: String], _ context: PageContext) -> FormFields {
    errors.isEmpty && sent.isEmpty
      ? FormFields(context, values.mapValues { [$0] })
      : FormFields(context, values.mapValues { [$0] }.merging(sent) { $1 }, errors: errors)
  }
}

/// What is wrong with a text, each fault with its line; then what deserves a look.
struct RuleFaults {
  let bench: RuleBench

  func view(_ context: PageContext) -> HTML {
    let check = bench.check
    return fragment {
      if !bench.text.allSatisfy(\.isWhitespace), !check.problems.isEmpty {
        notice(.poor, title: context.say("Le texte ne tient pas encore", "The text does not hold yet")) {
          ul { for problem in check.problems { li { fault(problem, context) } } }
        }
      }
      if let findings = check.rule?.findings, !findings.isEmpty {
        notice(.fair, title: context.say("À regarder", "Worth a look")) {
          ul {
            for finding in findings {
              li {
                context.say("Ligne \(finding.place.line) : ", "Line \(finding.place.line): ")
                context.say(finding.message)
              }
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private func fault(_ problem: Failure, _ context: PageContext) -> HTML {
    if let line = problem.location?.line {
      strong {
        context.say(
          "Ligne \(line), colonne \(problem.location?.column ?? 1) : ",
          "Line \(line), column \(problem.location?.column ?? 1): "
        )
      }
    }
    context.say(problem.message)
    if let remedy = problem.remedy { " " + context.say(remedy) }
    if let excerpt = excerpt(problem) { pre { excerpt } }
  }

  /// The line at fault with a mark under the place.
  private func excerpt(_ problem: Failure) -> String? {
    let lines = bench.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let line = problem.location?.line, line >= 1, line <= lines.count else { return nil }
    let column = max(1, problem.location?.column ?? 1)
    let start = max(0, column - 60)
    let shown = lines[line - 1].dropFirst(start).prefix(100)
    return shown + "\n" + String(repeating: " ", count: column - 1 - start) + "▲"
  }
}

/// A case to try on the text, how it came out, and the examples.
struct RuleTrial {
  let place: AlgorithmPlace
  let bench: RuleBench
  let fields: FormFields
  let isEdited: Bool

  @HTMLBuilder func view(_ context: PageContext) -> HTML {
    if let rule = bench.check.rule {
      fieldGroup(context.say("Essayer un cas", "Try a case")) {
        RuleCaseForm.fields(rule, fields, context)
        buttons { submit(context.say("Calculer", "Compute"), .second, name: "faire", value: "calculer") }
      }
      if let evaluation = bench.evaluation {
        section(.class("outcome"), .ariaLabel(context.say("Résultat du cas", "Outcome of the case"))) {
          RuleCaseView(evaluation, of: rule, contribution: place.algorithm.contribution).view(
            level: 2,
            context
          )
        }
        if isEdited { keeping(rule, evaluation, context) }
      }
      examples(context)
    }
  }

  private func keeping(_ rule: CheckedRule, _ evaluation: Evaluation, _ context: PageContext) -> HTML {
    let values = evaluation.results.map {
      (RuleBench.expected + $0.name, context.say($0.value.shown(as: $0.type)))
    }
    let known = fields.filled(with: Dictionary(values) { $1 }, context)
    return fieldGroup(
      context.say("Garder ce cas en exemple", "Keep this case as an example"),
      help: context.say(
        "Corrigez le résultat attendu s’il n’est pas celui que donne la règle : l’exemple le dira.",
        "Mend the expected result where the rule gives another: the example will tell."
      )
    ) {
      known.text("exemple", context.say("Ce qu’il montre", "What it shows"), longest: 200)
      for result in evaluation.results {
        known.text(
          RuleBench.expected + result.name,
          context.say("Attendu : ", "Expected: ") + result.label,
          longest: 100
        )
      }
      buttons {
        submit(
          context.say("Garder en exemple", "Keep as an example"),
          .second,
          name: "faire",
          value: "garder"
        )
      }
    }
  }

  @HTMLBuilder private func examples(_ context: PageContext) -> HTML {
    h2 { context.say("Exemples", "Examples") }
    if bench.check.examples.isEmpty {
      p {
        context.say(
          "Aucun exemple : il en faut au moins un pour mettre la règle en vigueur.",
          "No example: at least one is needed to put the rule in force."
        )
      }
    } else {
      ul(.class("verdicts")) {
        for (index, outcome) in bench.check.examples.enumerated() {
          li {
            outcome.passes
              ? badge(context.say("rendu", "met"), .good) : badge(context.say("non rendu", "not met"), .poor)
            div {
              strong {
                outcome.example.label.isEmpty
                  ? context.say("Exemple", "Example") + " \(index + 1)" : outcome.example.label
              }
              span(.class("reason")) { reason(outcome, context) }
              if isEdited {
                submit(
                  context.say("Retirer cet exemple", "Remove this example"),
                  .plain,
                  name: "faire",
                  value: "retirer:\(index)"
                )
              }
            }
          }
        }
      }
    }
  }

  private func reason(_ outcome: AlgorithmRuleCheck.Outcome, _ context: PageContext) -> String {
    if let refusal = outcome.refusal { return context.say(refusal.message) }
    guard let rule = bench.check.rule, let results = outcome.results else { return "" }
    return rule.results.compactMap { statement -> String? in
      guard let value = results[statement.name], let type = rule.types[statement.name] else { return nil }
      let label = rule.labels[statement.name] ?? statement.name
      let shown = context.say(value.shown(as: type))
      guard outcome.differences.contains(statement.name) else { return "\(label) : \(shown)" }
      let wanted = outcome.example.expected[statement.name] ?? ""
      return context.say("\(label) : \(shown), attendu \(wanted)", "\(label): \(shown), expected \(wanted)")
    }.joined(separator: " ; ")
  }
}
