import Acts
import Markup
import Messages
import Tabular
import Web

/// What was found in a file, the same things together, each with its remedy and a way to its cells.
struct FindingList {
  let inspection: Inspection
  let suggestions: [Suggestion]
  let deposit: Deposit

  /// The findings of one code in one column.
  struct Group {
    let code: String
    let column: String?
    let severity: Finding.Severity
    var findings: [Finding]
    var count: Int { findings.reduce(0) { $0 + $1.count } }
  }

  /// The groups, most severe first.
  static func groups(_ findings: [Finding]) -> [Group] {
    var groups: [Group] = []
    var known: [String: Int] = [:]
    for finding in findings {
      let key = finding.code + "\u{1F}" + (finding.column ?? "")
      if let index = known[key] {
        groups[index].findings.append(finding)
      } else {
        known[key] = groups.count
        groups.append(
          Group(
            code: finding.code,
            column: finding.column,
            severity: finding.severity,
            findings: [finding]
          )
        )
      }
    }
    return groups
  }

  private static let shown = 12

  func view(_ context: PageContext) -> HTML {
    let groups = Self.groups(inspection.findings)
    return section(.id("remarques"), .ariaLabelledBy("remarques-titre")) {
      h2(.id("remarques-titre")) { context.say("À vérifier", "To check") }
      if groups.isEmpty {
        p { context.say("Rien à signaler dans ce fichier.", "Nothing to report in this file.") }
      } else {
        applyAll(context)
        list(Array(groups.prefix(Self.shown)), context)
        if groups.count > Self.shown {
          details {
            summary {
              context.say(
                "\(groups.count - Self.shown) autres sortes de remarques",
                "\(groups.count - Self.shown) more kinds of remarks"
              )
            }
            list(Array(groups.dropFirst(Self.shown)), context)
          }
        }
      }
    }
  }

  @HTMLBuilder private func applyAll(_ context: PageContext) -> HTML {
    let count = suggestions.count(where: \.isRecommended)
    if count > 0 {
      actionForm(.depositRecipe(deposit.id), context, class: "apply-all") {
        input(.type("hidden"), .name("faire"), .value("tout"))
        submit(
          count == 1
            ? context.say("Appliquer la correction recommandée", "Apply the recommended repair")
            : context.say(
              "Appliquer les \(count) corrections recommandées",
              "Apply the \(count) recommended repairs"
            )
        )
      }
    }
  }

  private func list(_ groups: [Group], _ context: PageContext) -> HTML {
    ul(.class("verdicts findings")) {
      for group in groups {
        li {
          badge(context.say(group.severity.label), group.severity.tone)
          div {
            p {
              sentence(group, context)
              if group.count > 1 { count(group, context) }
            }
            places(group, context)
            remedies(group, context)
          }
        }
      }
    }
  }

  private func sentence(_ group: Group, _ context: PageContext) -> HTML {
    let first = group.findings.first
    return .text(context.say(first?.message ?? "", first?.messageEnglish ?? ""))
  }

  private func count(_ group: Group, _ context: PageContext) -> HTML {
    span(.class("count")) {
      " "
      context.language.count(group.count, fr: ("fois", "fois"), en: ("time", "times"))
    }
  }

  /// Links to the first cells, each to the preview around its row.
  @HTMLBuilder private func places(_ group: Group, _ context: PageContext) -> HTML {
    let rows = group.findings.compactMap(\.row)
    if !rows.isEmpty {
      p(.class("fine places")) {
        if let column = group.column { context.say("Colonne « \(column) », ", "Column “\(column)”, ") }
        context.say("voir : ", "see: ")
        for (index, row) in rows.prefix(5).enumerated() {
          if index > 0 { ", " }
          a(.href(PreviewTable.link(row, group.column, inspection, context))) {
            context.say("ligne \(row)", "row \(row)")
          }
        }
      }
    }
  }

  @HTMLBuilder private func remedies(_ group: Group, _ context: PageContext) -> HTML {
    let own = suggestions.filter { $0.code == group.code && $0.column == group.column }
    if !own.isEmpty {
      div(.class("remedies")) {
        for suggestion in own.prefix(4) {
          stepButton(
            context.say(suggestion.sentence).trimmingFinalPoint,
            suggestion.action,
            deposit,
            context
          )
          if suggestion.isRecommended {
            span(.class("fine")) { context.say("recommandé", "recommended") }
          }
        }
      }
    }
  }
}

extension Finding.Severity {
  var label: Bilingual {
    switch self {
    case .error: Bilingual(fr: "Erreur", en: "Error")
    case .warning: Bilingual(fr: "Attention", en: "Warning")
    case .information: Bilingual(fr: "À savoir", en: "To know")
    }
  }

  var tone: Tone {
    switch self {
    case .error: .poor
    case .warning: .fair
    case .information: .neutral
    }
  }
}

extension String {
  /// Without its final point: a sentence on a button.
  var trimmingFinalPoint: String { hasSuffix(".") ? String(dropLast()) : self }
}
