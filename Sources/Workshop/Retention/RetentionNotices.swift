import Acts
import Governance
import Messages
import Register

/// What people are told of retention and eliminations.
extension NoticeTelling {
  /// What became due concerns who answers for the rule; where nobody does, those who protect people there.
  func retention(_ survey: RetentionSurvey) -> [Notice] {
    guard survey.due > 0, let rule = snapshot.record(RetentionRule.self, survey.id),
      !snapshot.records(Elimination.self).contains(where: { $0.rule == rule.id && $0.isOpen })
    else { return [] }
    return [
      Notice(
        key: key,
        people: rule.keeping.responsible.map { [$0] } ?? people([.protect], on: rule.organization),
        text: Bilingual(
          fr: "«\u{A0}\(rule.title)\u{A0}»\u{A0}: une échéance de conservation est passée.",
          en: "“\(rule.title)”: a retention date has passed."
        ),
        path: "/atelier/conservation"
      )
    ]
  }

  func elimination(_ elimination: Elimination) -> [Notice] {
    let path = "/atelier/conservation/\(elimination.id)"
    let title = elimination.title
    let proposer = elimination.proposedBy.flatMap { Register.Actor(id: $0).personID }.map { [$0] } ?? []
    func notice(_ people: [String], _ fr: String, _ en: String) -> [Notice] {
      [Notice(key: key, people: people, text: Bilingual(fr: fr, en: en), path: path)]
    }
    switch entry.act {
    case ProposeElimination.name:
      return notice(
        people([.protect], on: elimination.organization),
        "L’élimination de «\u{A0}\(title)\u{A0}» attend votre décision.",
        "The elimination of “\(title)” awaits your decision."
      )
    case DecideElimination.name:
      return elimination.state == .approved
        ? notice(
          proposer,
          "L’élimination de «\u{A0}\(title)\u{A0}» est approuvée.",
          "The elimination of “\(title)” is approved."
        )
        : notice(
          proposer,
          "L’élimination de «\u{A0}\(title)\u{A0}» est refusée.",
          "The elimination of “\(title)” is refused."
        )
    case ExecuteElimination.name:
      return notice(
        proposer,
        "L’élimination de «\u{A0}\(title)\u{A0}» est exécutée.",
        "The elimination of “\(title)” is executed."
      )
    default: return []
    }
  }
}
