import Acts
import Catalogue
import Markup
import Messages
import Register
import Web

/// What every rule says of every published dataset.
struct GatePage {
  struct Line {
    let id: String
    let title: String
    let organization: String
    /// How many rules say each thing of it.
    let verdicts: [Verdict: Int]
    /// What was noted when its state last changed.
    let kept: GateState?

    func count(_ verdict: Verdict) -> Int { verdicts[verdict] ?? 0 }
  }

  let lines: [Line]
  /// Of how many datasets each rule says each thing, by the rule's id.
  let byRule: [String: [Verdict: Int]]
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
              context.language.number(byRule.values.reduce(0) { $0 + ($1[verdict] ?? 0) }),
              context.say(verdict.label)
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
    let hidden = changed.count - Self.shown
    section {
      h2 { context.say("Depuis hier", "Since yesterday") }
      if changed.isEmpty {
        p(.class("fine")) { context.say("Rien n’a changé.", "Nothing changed.") }
      } else {
        ul { for line in changed.prefix(Self.shown) { li { change(line, context) } } }
        if hidden > 0 {
          p(.class("fine")) {
            context.language.count(
              hidden,
              fr: ("autre jeu a changé.", "autres jeux ont changé."),
              en: ("other dataset changed.", "other datasets changed.")
            )
          }
        }
      }
    }
  }

  private func change(_ line: Line, _ context: PageContext) -> HTML {
    let (failing, before) = (line.kept?.failing ?? [], line.kept?.before ?? [])
    let worse = failing.filter { !before.contains($0) }.map { Self.title($0, context) }
    let better = before.filter { !failing.contains($0) }.map { Self.title($0, context) }
    return fragment {
      a(.href(context.link(.datasetRules(line.id)))) { line.title }
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
          let verdicts = byRule[rule.id] ?? [:]
          return [
            fragment {
              context.say(rule.title)
              small { rule.article }
            }
          ]
            + Verdict.allCases.map { verdict in
              .text(context.language.number(verdicts[verdict] ?? 0))
            }
        },
        hasRowHeaders: true
      ).view()
    }
  }

  private func datasets(_ context: PageContext) -> HTML {
    let first = lines.smallest(Self.shown) {
      (-$0.count(.nonCompliant), -$0.count(.unknown), $0.title)
        < (-$1.count(.nonCompliant), -$1.count(.unknown), $1.title)
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
        rows: first.map { line in
          [
            a(.href(context.link(.datasetRules(line.id)))) { line.title },
            .text(line.organization),
          ] + Verdict.allCases.map { .text(context.language.number(line.count($0))) }
        },
        hasRowHeaders: true
      ).view()
    }
  }
}
