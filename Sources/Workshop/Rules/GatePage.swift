import Acts
import Catalogue
import Markup
import Messages
import Register
import Web

/// What every rule says of every published dataset.
struct GatePage {
  struct Line {
    let dataset: Dataset
    let organization: String
    let rules: [Assessment]
    /// What was noted when its state last changed.
    let kept: GateState?

    func count(_ verdict: Verdict) -> Int { rules.count { $0.verdict == verdict } }
  }

  let lines: [Line]
  let now: Moment
  /// How many datasets one page lists: those that need someone come first.
  static let shown = 500

  func page(_ context: PageContext) -> Page {
    let title = context.say("État des règles", "State of the rules")
    return Page(title: title, workshop: .decisions) {
      h1 { title }
      if lines.isEmpty {
        emptyState(context.say("Aucun jeu n’est publié", "No dataset is published"))
      } else {
        keyFigures(
          Verdict.allCases.map { verdict in
            (
              context.language.number(lines.reduce(0) { $0 + $1.count(verdict) }), context.say(verdict.label)
            )
          },
          label: context.say("Verdicts", "Verdicts")
        )
        recent(context)
        rules(context)
        datasets(context)
      }
    }
  }

  /// What changed since yesterday.
  @HTMLBuilder private func recent(_ context: PageContext) -> HTML {
    let dayAgo = now.advanced(byMilliseconds: -86_400_000)
    let changed = lines.filter { $0.kept.map { dayAgo <= $0.since } ?? false }
    section {
      h2 { context.say("Depuis hier", "Since yesterday") }
      if changed.isEmpty {
        p(.class("fine")) { context.say("Rien n’a changé.", "Nothing changed.") }
      } else {
        ul { for line in changed { li { change(line, context) } } }
      }
    }
  }

  private func change(_ line: Line, _ context: PageContext) -> HTML {
    let (failing, before) = (line.kept?.failing ?? [], line.kept?.before ?? [])
    let worse = failing.filter { !before.contains($0) }.map { Self.title($0, context) }
    let better = before.filter { !failing.contains($0) }.map { Self.title($0, context) }
    return fragment {
      a(.href(context.link(.datasetRules(line.dataset.id)))) { line.dataset.title }
      if !worse.isEmpty {
        " "
        badge(context.say("n’est plus conforme", "no longer compliant"), .poor)
        " " + worse.joined(separator: ", ")
      }
      if !better.isEmpty {
        " "
        badge(context.say("de nouveau conforme", "compliant again"), .good)
        " " + better.joined(separator: ", ")
      }
    }
  }

  static func title(_ rule: String, _ context: PageContext) -> String {
    PublicationRules.all.first { $0.id == rule }.map { context.say($0.title) } ?? rule
  }

  private func rules(_ context: PageContext) -> HTML {
    section {
      h2 { context.say("Par règle", "By rule") }
      DataTable(
        id: "par-regle",
        caption: context.say("Verdicts par règle", "Verdicts by rule"),
        columns: [DataTable.Column(context.say("Règle", "Rule"))]
          + Verdict.allCases.map { DataTable.Column(context.say($0.label), isNumeric: true) },
        rows: PublicationRules.all.map { rule in
          let verdicts = lines.compactMap { $0.rules.first { $0.rule == rule.id }?.verdict }
          return [
            fragment {
              context.say(rule.title)
              small { rule.article }
            }
          ]
            + Verdict.allCases.map { verdict in
              .text(context.language.number(verdicts.count { $0 == verdict }))
            }
        },
        hasRowHeaders: true
      ).view()
    }
  }

  private func datasets(_ context: PageContext) -> HTML {
    let sorted = lines.sorted {
      (-$0.count(.nonCompliant), -$0.count(.unknown), $0.dataset.title)
        < (-$1.count(.nonCompliant), -$1.count(.unknown), $1.dataset.title)
    }
    return section {
      h2 { context.say("Par jeu de données", "By dataset") }
      if lines.count > Self.shown {
        p(.class("fine")) {
          context.say(
            "Les \(Self.shown) premiers, ceux qui demandent quelqu’un d’abord.",
            "The first \(Self.shown), those that need someone first."
          )
        }
      }
      DataTable(
        id: "par-jeu",
        caption: context.say("Verdicts par jeu de données", "Verdicts by dataset"),
        columns: [
          DataTable.Column(context.say("Jeu de données", "Dataset")),
          DataTable.Column(context.say("Organisation", "Organisation")),
        ] + Verdict.allCases.map { DataTable.Column(context.say($0.label), isNumeric: true) },
        rows: sorted.prefix(Self.shown).map { line in
          [
            a(.href(context.link(.datasetRules(line.dataset.id)))) { line.dataset.title },
            .text(line.organization),
          ] + Verdict.allCases.map { .text(context.language.number(line.count($0))) }
        },
        hasRowHeaders: true
      ).view()
    }
  }
}
