import Acts
import Catalogue
import Governance
import Messages
import Register

/// What people are told when a breach is reported or a request comes in: never what happened, nor to whom.
extension NoticeTelling {
  func breach(_ breach: Breach) -> [Notice] {
    guard entry.act == ReportBreach.name else { return [] }
    let body = name(of: breach.organization)
    let text =
      breach.isExercise == true
      ? Bilingual(
        fr: "Un exercice de violation est ouvert, \(body).",
        en: "A breach exercise is open, \(body)."
      )
      : Bilingual(
        fr: "Une violation est signalée, \(body) : les 72 heures courent.",
        en: "A breach is reported, \(body): the 72 hours run."
      )
    return [
      Notice(
        key: key,
        people: people([.protect], on: breach.organization),
        text: text,
        path: "/atelier/registres/violations/\(breach.id)"
      )
    ]
  }

  func request(_ request: SubjectRequest) -> [Notice] {
    guard entry.act == AskRight.name else { return [] }
    let body = name(of: request.organization)
    let day = request.deadline(at: now).map { Bilingual.day($0.last) }
    return [
      Notice(
        key: key,
        people: people([.protect], on: request.organization),
        text: Bilingual(
          fr: "Une demande de droits est arrivée, \(body)."
            + (day.map { " À répondre avant le \($0.fr)." } ?? ""),
          en: "A rights request came in, \(body)." + (day.map { " To be answered by \($0.en)." } ?? "")
        ),
        path: "/atelier/registres/demandes-de-droits/\(request.id)"
      )
    ]
  }

  private func name(of organization: String) -> String {
    snapshot.record(Organization.self, organization)?.name ?? organization
  }
}
