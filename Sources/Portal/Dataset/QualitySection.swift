import Catalogue
internal import CivilTime
import Markup
import Messages
import Tabular
import Web

/// How good the data is, with the reason of each point, and what the national portal will say.
struct QualitySection {
  let model: DatasetModel

  func view(_ context: PageContext) -> HTML {
    let score = QualityScore(dataset: model.dataset, version: model.version, today: context.today)
    return section(.id("qualite"), .ariaLabelledBy("qualite-titre")) {
      h2(.id("qualite-titre")) { context.say("Qualité", "Quality") }
      p(.class("score")) {
        strong { context.say("\(score.percent) sur 100", "\(score.percent) out of 100") }
        " "
        Sparkline.share(Double(score.percent) / 100)
      }
      verdictList(score.criteria.map { line($0, context) })
      findings(context)
      dataGouv(context)
    }
  }

  private func line(_ criterion: QualityScore.Criterion, _ context: PageContext) -> VerdictLine {
    let reason = [context.say(criterion.reason), criterion.remedy.map { context.say($0) }].compactMap { $0 }
    let title = context.say(criterion.id.label)
    guard criterion.pointsMax > 0 else {
      return VerdictLine(
        .neutral,
        verdict: context.say("sans objet", "not applicable"),
        title: title,
        reason: reason.joined(separator: " ")
      )
    }
    let tone: Tone = criterion.isMet ? .good : criterion.points == 0 ? .poor : .fair
    return VerdictLine(
      tone,
      verdict: "\(criterion.points)/\(criterion.pointsMax)",
      title: title,
      reason: reason.joined(separator: " ")
    )
  }

  private func findings(_ context: PageContext) -> HTML {
    guard !model.findings.isEmpty else { return .empty }
    return details(.class("findings"), .open(model.findings.contains { $0.severity == .error })) {
      summary {
        context.language.count(
          model.findingCount,
          fr: ("point relevé dans le fichier", "points relevés dans le fichier"),
          en: ("point found in the file", "points found in the file")
        )
      }
      DataTable(
        id: "releve",
        caption: context.say("Points relevés à la lecture du fichier", "Points found while reading the file"),
        columns: [
          DataTable.Column(context.say("Gravité", "Severity")),
          DataTable.Column(context.say("Ligne", "Row"), isNumeric: true),
          DataTable.Column(context.say("Colonne", "Column")),
          DataTable.Column(context.say("Ce qui ne va pas", "What is wrong")),
          DataTable.Column(context.say("Fois", "Times"), isNumeric: true),
        ],
        rows: model.findings.prefix(50).map { row($0, context) }
      ).view()
    }
  }

  private func row(_ finding: Finding, _ context: PageContext) -> [HTML] {
    let (word, tone): (String, Tone) =
      switch finding.severity {
      case .error: (context.say("erreur", "error"), .poor)
      case .warning: (context.say("attention", "warning"), .fair)
      case .information: (context.say("à savoir", "to know"), .neutral)
      }
    return [
      badge(word, tone), .text(finding.row.map { context.language.number($0) } ?? ""),
      finding.column.map { name in code { name } } ?? .empty,
      .text(context.say(finding.message, finding.messageEnglish)),
      .text(context.language.number(finding.count)),
    ]
  }

  private func dataGouv(_ context: PageContext) -> HTML {
    let score = DataGouvScore(
      dataset: model.dataset,
      version: model.version,
      at: Double(context.today.daysSinceEpoch) * 86_400
    )
    return details {
      summary {
        context.say(
          "Les critères de data.gouv.fr : \(context.language.percent(score.score))",
          "The criteria of data.gouv.fr: \(context.language.percent(score.score))"
        )
      }
      verdictList(
        DataGouvScore.Name.allCases.map { name in
          switch score.criteria[name] {
          case true?:
            VerdictLine(.good, verdict: context.say("oui", "yes"), title: context.say(name.label), reason: "")
          case false?:
            VerdictLine(.poor, verdict: context.say("non", "no"), title: context.say(name.label), reason: "")
          case nil:
            VerdictLine(
              .neutral,
              verdict: context.say("sans objet", "not applicable"),
              title: context.say(name.label),
              reason: ""
            )
          }
        }
      )
    }
  }
}
