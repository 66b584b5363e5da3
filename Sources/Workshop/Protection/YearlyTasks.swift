import Acts

/// Something that records call for, and how many of them do.
struct YearlyTask: Sendable {
  let count: Int
  let fr: (one: String, many: String)
  let en: (one: String, many: String)

  init(_ count: Int, fr: (one: String, many: String), en: (one: String, many: String)) {
    (self.count, self.fr, self.en) = (count, fr, en)
  }
}

extension ProtectionYear {
  /// What the records of processing call for.
  var recordTasks: [YearlyTask] {
    [
      YearlyTask(
        activities.incomplete.count,
        fr: ("fiche de traitement à compléter.", "fiches de traitement à compléter."),
        en: ("record of processing to be completed.", "records of processing to be completed.")
      ),
      YearlyTask(
        activities.drafts,
        fr: (
          "brouillon à mettre en vigueur ou à supprimer.", "brouillons à mettre en vigueur ou à supprimer."
        ),
        en: ("draft to be put in force or removed.", "drafts to be put in force or removed.")
      ),
      YearlyTask(
        studies.overdue.count,
        fr: (
          "analyse d’impact à mener jusqu’à la validation.",
          "analyses d’impact à mener jusqu’à la validation."
        ),
        en: ("impact assessment to be carried through.", "impact assessments to be carried through.")
      ),
      YearlyTask(
        studies.unknown.count,
        fr: (
          "traitement dont le besoin d’analyse d’impact est à examiner.",
          "traitements dont le besoin d’analyse d’impact est à examiner."
        ),
        en: (
          "activity whose need of an assessment is to be looked at.",
          "activities whose need of an assessment is to be looked at."
        )
      ),
      YearlyTask(
        processors.count,
        fr: (
          "contrat de sous-traitance à lire ou à compléter.",
          "contrats de sous-traitance à lire ou à compléter."
        ),
        en: (
          "processor’s contract to be read or completed.", "processors’ contracts to be read or completed."
        )
      ),
    ]
  }

  /// What the year and the data call for.
  var factTasks: [YearlyTask] {
    [
      YearlyTask(
        breaches.overdue,
        fr: (
          "violation à notifier, avec les motifs du retard.",
          "violations à notifier, avec les motifs du retard."
        ),
        en: (
          "breach to be notified, with the reasons for the delay.",
          "breaches to be notified, with the reasons for the delay."
        )
      ),
      YearlyTask(
        requests.map(\.overdue).reduce(0, +),
        fr: ("demande en retard, à répondre sans attendre.", "demandes en retard, à répondre sans attendre."),
        en: ("request overdue, to be answered at once.", "requests overdue, to be answered at once.")
      ),
      YearlyTask(
        uncovered.count,
        fr: ("colonne à rattacher à une activité.", "colonnes à rattacher à une activité."),
        en: ("column to be covered by an activity.", "columns to be covered by an activity.")
      ),
      YearlyTask(
        due.count,
        fr: (
          "règle de conservation dont l’élimination est à proposer.",
          "règles de conservation dont l’élimination est à proposer."
        ),
        en: (
          "retention rule whose elimination is to be proposed.",
          "retention rules whose elimination is to be proposed."
        )
      ),
    ]
  }
}
