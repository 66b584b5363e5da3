import Acts
import Governance
import Markup
import Messages
import Register
import RuleLanguage
import Web

/// What changes between two versions of a rule: in the text, and on cases made from the bounds of its inputs.
struct RuleComparisonPage {
  let place: AlgorithmPlace
  let old: AlgorithmRule?
  let new: AlgorithmRule?

  /// How many cases are computed, and the seed that makes them the same each time.
  private static let sample = (count: 2_000, seed: UInt64(2_026))

  func page(_ context: PageContext) -> Page {
    let title = context.say("Comparer deux versions", "Compare two versions")
    return Page(
      title: "\(title) · \(place.algorithm.title)",
      breadcrumbs: place.crumbs(title, context),
      workshop: .registers
    ) {
      h1 { title }
      choice(context)
      content(context)
    }
  }

  private func choice(_ context: PageContext) -> HTML {
    let versions = place.versions.map {
      (value: String($0.number), label: context.say("Version", "Version") + " \($0.number)")
    }
    let chosen = FormFields(context, ["de": ["\(old?.number ?? 0)"], "a": ["\(new?.number ?? 0)"]])
    return form(
      .action(context.link(.algorithmComparison(place.algorithm.id))),
      .method("get"),
      .class("narrow-form")
    ) {
      chosen.select("de", context.say("Ancienne version", "Former version"), versions)
      chosen.select("a", context.say("Nouvelle version", "New version"), versions)
      buttons { submit(context.say("Comparer", "Compare"), .second) }
    }
  }

  @HTMLBuilder private func content(_ context: PageContext) -> HTML {
    if let old, let new, let former = CheckedRule.check(old.text).rule,
      let latter = CheckedRule.check(new.text).rule
    {
      let sample = RuleSample(for: [former, latter], count: Self.sample.count, seed: Self.sample.seed)
      let comparison = RuleComparison(old: former, new: latter, sample: sample)
      figures(comparison, context)
      results(comparison, context)
      statements(comparison, context)
      cases(comparison, former, latter, context)
    } else {
      emptyState(
        context.say(
          "Il faut deux versions dont le texte tient.",
          "Two versions whose text holds are needed."
        )
      )
    }
  }

  private func figures(_ comparison: RuleComparison, _ context: PageContext) -> HTML {
    let number = context.language.number
    return fragment {
      p {
        context.say(
          "\(number(Self.sample.count)) cas faits des bornes, des seuils et du hasard : ce ne sont pas vos usagers. "
            + "La part des cas qui changent n’est donc pas la part des personnes.",
          "\(number(Self.sample.count)) cases made of bounds, thresholds and chance: they are not your users. The "
            + "share of cases that change is therefore not the share of people."
        )
      }
      keyFigures(
        [
          (number(comparison.count), context.say("cas calculés par les deux", "cases computed by both")),
          (number(comparison.changed), context.say("cas qui changent", "cases that change")),
          (number(comparison.newlyRefused), context.say("cas désormais refusés", "cases now refused")),
          (number(comparison.newlyComputed), context.say("cas désormais calculés", "cases now computed")),
        ],
        label: context.say("Ce qui change", "What changes")
      )
    }
  }

  @HTMLBuilder private func results(_ comparison: RuleComparison, _ context: PageContext) -> HTML {
    h2 { context.say("Résultat par résultat", "Result by result") }
    for result in comparison.results {
      h3 { result.label }
      if result.changed == 0 {
        p { context.say("Aucun cas ne change.", "No case changes.") }
      } else {
        facts(pairs(result, context))
      }
    }
  }

  private func pairs(
    _ result: RuleComparison.ResultChange,
    _ context: PageContext
  ) -> [(term: String, description: HTML)] {
    func shown(_ number: ExactDecimal) -> HTML {
      let rounded = number.rounded(places: 2, .nearest) ?? number
      return .text(context.say(RuleValue.number(rounded).shown(as: result.type)))
    }
    var pairs: [(term: String, description: HTML)] = [
      (context.say("Cas changés", "Changed cases"), .text(context.language.number(result.changed)))
    ]
    guard let mean = result.mean, result.quantiles.count == 5 else { return pairs }
    pairs += [
      (context.say("En hausse", "Up"), .text(context.language.number(result.raised))),
      (context.say("En baisse", "Down"), .text(context.language.number(result.lowered))),
      (context.say("Écart moyen, tous les cas", "Mean difference, all cases"), shown(mean)),
      (
        context.say("Plus forte baisse ou plus faible hausse", "Least difference"), shown(result.quantiles[0])
      ),
      (
        context.say("Écart médian des cas changés", "Median difference of changed cases"),
        shown(result.quantiles[2])
      ),
      (
        context.say("Plus forte hausse ou plus faible baisse", "Greatest difference"),
        shown(result.quantiles[4])
      ),
    ]
    return pairs
  }

  @HTMLBuilder private func statements(_ comparison: RuleComparison, _ context: PageContext) -> HTML {
    if !comparison.statements.isEmpty {
      h2 { context.say("Ce qui change dans le texte", "What changes in the text") }
      for change in comparison.statements {
        h3 { change.name }
        if let before = change.before {
          codeSample(before, language: "regle", label: context.say("Avant", "Before"))
        }
        if let after = change.after {
          codeSample(after, language: "regle", label: context.say("Après", "After"))
        } else {
          p { context.say("Retiré.", "Removed.") }
        }
      }
    }
  }

  @HTMLBuilder private func cases(
    _ comparison: RuleComparison,
    _ old: CheckedRule,
    _ new: CheckedRule,
    _ context: PageContext
  ) -> HTML {
    if !comparison.cases.isEmpty {
      h2 { context.say("Les cas qui changent le plus", "The cases that change most") }
      div(
        .class("table-scroll"),
        .role("region"),
        .tabindex(0),
        .ariaLabel(context.say("Cas qui changent", "Cases that change"))
      ) {
        table(.class("data"), .ariaLabel(context.say("Cas qui changent", "Cases that change"))) {
          thead {
            tr {
              for input in new.inputs { th(.scope("col")) { input.label } }
              th(.scope("col")) { context.say("Avant", "Before") }
              th(.scope("col")) { context.say("Après", "After") }
            }
          }
          tbody {
            for item in comparison.cases {
              tr {
                for input in new.inputs {
                  td { item.inputs[input.name].map { context.say($0.shown(as: input.type)) } ?? "" }
                }
                td { outcome(item.before, old, item, context) }
                td { outcome(item.after, new, item, context) }
              }
            }
          }
        }
      }
    }
  }

  private func outcome(
    _ results: [String: RuleValue]?,
    _ rule: CheckedRule,
    _ item: RuleComparison.ChangedCase,
    _ context: PageContext
  ) -> String {
    guard let results else {
      return context.say("refusé : ", "refused: ") + (item.refusal.map { context.say($0.message) } ?? "")
    }
    return rule.results.compactMap { statement -> String? in
      guard let value = results[statement.name], let type = rule.types[statement.name] else { return nil }
      let shown = context.say(value.shown(as: type))
      return rule.results.count == 1 ? shown : "\(rule.labels[statement.name] ?? statement.name) : \(shown)"
    }.joined(separator: " ; ")
  }
}
