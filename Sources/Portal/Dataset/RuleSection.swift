import Markup
import Messages
import Register
import Web

/// What each rule of publication says of the dataset, with its article, its evidence, and the waiver where
/// there is one.
struct RuleSection {
  private let rules: [Assessment]

  init?(_ model: DatasetModel) {
    guard !model.rules.isEmpty else { return nil }
    rules = model.rules
  }

  func view(_ context: PageContext) -> HTML {
    let kept = rules.count { $0.verdict == .compliant || $0.verdict == .notApplicable }
    return section(.id("regles"), .ariaLabelledBy("regles-titre")) {
      h2(.id("regles-titre")) { context.say("Règles", "Rules") }
      p(.class("fine")) {
        context.say(
          "\(kept) des \(rules.count) règles de publication sont tenues ou sans objet. Les mêmes règles "
            + "jugent ce jeu de données à chaque publication.",
          "\(kept) of the \(rules.count) rules of publication are met or do not apply. The same rules judge "
            + "this dataset at each publication."
        )
      }
      verdictList(rules.map { line($0, context) })
    }
  }

  private func line(_ rule: Assessment, _ context: PageContext) -> VerdictLine {
    VerdictLine(
      Self.tone(rule.verdict),
      verdict: context.say(rule.verdict.label),
      title: context.say(rule.title),
      reason: reason(rule, context)
    )
  }

  private func reason(_ rule: Assessment, _ context: PageContext) -> String {
    var sentences = [context.say(rule.evidence)]
    if let waiver = rule.waiver {
      let day = context.language.date(waiver.lastDay)
      sentences.append(
        context.say(
          "Dérogation jusqu’au \(day) : \(waiver.reason)",
          "Waived until \(day): \(waiver.reason)"
        )
      )
    }
    if let remedy = rule.remedy { sentences.append(context.say(remedy)) }
    sentences.append("(\(rule.article))")
    return sentences.joined(separator: " ")
  }

  private static func tone(_ verdict: Verdict) -> Tone {
    switch verdict {
    case .compliant: .good
    case .nonCompliant: .poor
    case .unknown, .waived: .fair
    case .notApplicable: .neutral
    }
  }
}
