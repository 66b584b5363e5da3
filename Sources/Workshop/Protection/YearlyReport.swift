import Acts
import Governance
import Messages
import Register
import Web

/// The yearly report of a data protection officer, as a document: figures of the records, and what they call for.
struct YearlyReport {
  let year: ProtectionYear
  /// The name of the organisation.
  let name: String
  /// The names of datasets by their slugs.
  let datasetName: (String) -> String
  let context: PageContext

  /// How many names a list gives before it says how many more there are.
  private static let named = 20

  var document: PrintedDocument {
    let number = String(year.year)
    let day = Bilingual.day(year.asOf)
    return PrintedDocument(
      title: say(
        "Protection des données : rapport de l’année \(number)",
        "Data protection: report of the year \(number)"
      ),
      subtitle: say("\(name) · état au \(day.fr)", "\(name) · as of \(day.en)"),
      language: context.language,
      blocks: opening + register + studies + breaches + requests + processors + opinions + columns + retention
        + next
    )
  }

  private func say(_ fr: String, _ en: String) -> String { context.say(fr, en) }

  private func number(_ value: Int) -> String { context.language.number(value) }

  private func fact(_ fr: String, _ en: String, _ value: Int) -> PrintedDocument.Fact {
    PrintedDocument.Fact(say(fr, en), number(value))
  }

  private func heading(_ fr: String, _ en: String) -> PrintedDocument.Block { .heading(1, say(fr, en)) }

  /// Names, with how many more there are.
  private func names(_ fr: String, _ en: String, _ list: [String]) -> [PrintedDocument.Block] {
    guard !list.isEmpty else { return [] }
    let more = list.count - Self.named
    let rest = more > 0 ? [say("et \(number(more)) de plus", "and \(number(more)) more")] : []
    return [.paragraph(say(fr, en)), .list(list.prefix(Self.named) + rest)]
  }

  private var opening: [PrintedDocument.Block] {
    let officer = year.officer
    return [
      .paragraph(
        say(
          "Les chiffres viennent des registres tenus dans Arpent, pour l’organisation et celles qui en dépendent. "
            + "Ce qui est en vigueur est lu à la date ci-dessus ; ce qui s’est passé dans l’année, comme on le sait "
            + "aujourd’hui.",
          "Figures come from the registers kept in Arpent, for the organisation and those below it. What stands is "
            + "read on the day above; what happened in the year, as it is known today."
        )
      ),
      .facts([
        PrintedDocument.Fact(
          say("Délégué à la protection des données", "Data protection officer"),
          officer.map { [$0.title, $0.email].compactMap(\.self).joined(separator: ", ") }
            ?? say("Aucun n’est désigné", "None is designated")
        )
      ]),
    ]
  }

  private var register: [PrintedDocument.Block] {
    let figures = year.activities
    return [
      heading("Le registre des traitements (art. 30)", "The register of processing (art. 30)"),
      .facts([
        fact("Traitements en vigueur", "Activities in force", figures.inForce),
        fact("Dont les fiches sont complètes", "Of which complete", figures.complete),
        fact("Dont les fiches sont publiques", "Of which open to the public", figures.isPublic),
        fact("Brouillons", "Drafts", figures.drafts),
        fact("Traitements pour le compte d’autres", "Processing for others", figures.forOthers),
      ]),
    ] + names("Fiches à compléter :", "To be completed:", figures.incomplete)
  }

  private var studies: [PrintedDocument.Block] {
    let figures = year.studies
    return [
      heading("Les analyses d’impact (art. 35)", "Impact assessments (art. 35)"),
      .facts([
        fact("Traitements qui en demandent une", "Activities that need one", figures.needed),
        fact("Dont l’étude est commencée", "Of which the study is begun", figures.begun),
        fact("Dont l’étude est validée", "Of which the study is validated", figures.validated),
        fact("Études validées dans l’année", "Studies validated in the year", figures.validatedInYear),
        fact("Besoin jamais examiné", "Need never looked at", figures.unknown.count),
      ]),
    ] + names("Dues et non validées :", "Due and not validated:", figures.overdue)
  }

  private var breaches: [PrintedDocument.Block] {
    let figures = year.breaches
    return [
      heading("Les violations (art. 33 et 34)", "Breaches (art. 33 and 34)"),
      .facts([
        fact("Violations de l’année", "Breaches of the year", figures.count),
        fact("Sans risque, au registre seulement", "Without risk, in the register only", figures.withoutRisk),
        fact("Notifiées à la CNIL", "Notified to CNIL", figures.notified),
        fact("Dont dans les 72 heures", "Of which within 72 hours", figures.inTime),
        fact(
          "Non notifiées après 72 heures, risque non écarté",
          "Not notified after 72 hours, risk not ruled out",
          figures.overdue
        ),
        fact("Dites aux personnes", "Told to people", figures.told),
        fact("Exercices, comptés à part", "Exercises, counted apart", figures.exercises),
      ]),
    ]
  }

  private var requests: [PrintedDocument.Block] {
    let lines = year.requests
    let title = heading("Les demandes des personnes (art. 12 à 22)", "Requests of people (art. 12 to 22)")
    guard !lines.isEmpty else {
      return [title, .paragraph(say("Aucune dans l’année.", "None in the year."))]
    }
    func total(_ of: (ProtectionYear.RequestFigures) -> Int) -> String { number(lines.map(of).reduce(0, +)) }
    let rows = lines.map { line in
      [
        line.right.map { context.say($0.label) } ?? say("Non précisé", "Not stated"), number(line.received),
        number(line.inTime), number(line.late), number(line.overdue), number(line.open),
      ]
    }
    let sum = [
      say("Ensemble", "All"), total(\.received), total(\.inTime), total(\.late), total(\.overdue),
      total(\.open),
    ]
    return [
      title,
      .table(
        [
          say("Droit", "Right"), say("Reçues", "Received"), say("Répondues à temps", "Answered in time"),
          say("Répondues en retard", "Answered late"), say("En retard", "Overdue"),
          say("En cours", "Under way"),
        ],
        rows: rows + (rows.count > 1 ? [sum] : [])
      ),
    ]
  }

  private var processors: [PrintedDocument.Block] {
    let lines = year.processors
    let title = heading("Les sous-traitants (art. 28)", "Processors (art. 28)")
    let count = PrintedDocument.Block.facts([
      fact("Sous-traitants", "Processors", year.processorCount),
      fact(
        "Dont le contrat n’est pas établi complet",
        "Of which the contract is not known to be whole",
        lines.count
      ),
    ])
    guard !lines.isEmpty else { return [title, count] }
    func letters(_ points: [ProcessorClause.Point]) -> String {
      points.isEmpty ? "—" : points.map(\.rawValue).joined(separator: ", ")
    }
    return [
      title, count,
      .table(
        [
          say("Sous-traitant", "Processor"), say("Clauses absentes", "Clauses missing"),
          say("Clauses non lues", "Clauses not read"),
        ],
        rows: lines.map { [$0.title, letters($0.absent), letters($0.unread)] }
      ),
    ]
  }

  private var opinions: [PrintedDocument.Block] {
    let title = heading("Les avis du délégué (art. 39)", "Opinions of the officer (art. 39)")
    guard !year.opinions.isEmpty else {
      return [title, .paragraph(say("Aucun avis daté dans l’année.", "No dated opinion in the year."))]
    }
    return [
      title,
      .table(
        [say("Date", "Day"), say("Sur", "On"), say("Avis", "Opinion"), say("Rendu par", "Given by")],
        rows: year.opinions.map { line in
          [
            context.language.date(line.day),
            "\(line.subject) (\(context.say(line.register).lowercasedFirst))",
            context.say(line.opinion), line.author ?? "—",
          ]
        }
      ),
    ]
  }

  private var columns: [PrintedDocument.Block] {
    let title = heading("Les colonnes que rien ne couvre", "Columns that nothing covers")
    guard !year.uncovered.isEmpty else {
      return [
        title,
        .paragraph(
          say(
            "Toute colonne du catalogue qui semble personnelle est couverte par une activité.",
            "Every column of the catalogue that looks personal is covered by an activity."
          )
        ),
      ]
    }
    let byDataset = Dictionary(grouping: year.uncovered, by: \.dataset)
    return [
      title,
      .table(
        [say("Jeu de données", "Dataset"), say("Colonnes", "Columns")],
        rows: byDataset.keys.sorted().map { slug in
          [datasetName(slug), (byDataset[slug] ?? []).map(\.column).joined(separator: ", ")]
        }
      ),
    ]
  }

  private var retention: [PrintedDocument.Block] {
    let counts: [PrintedDocument.Block] = [
      heading("La conservation (art. 5(1)e)", "Retention (art. 5(1)e)"),
      .facts([
        fact("Règles en vigueur", "Rules in force", year.retentionRules),
        fact("Dont l’échéance est passée", "Of which a date has passed", year.due.count),
        fact(
          "Éliminations exécutées dans l’année",
          "Eliminations executed in the year",
          year.eliminated.count
        ),
      ]),
    ]
    guard !year.eliminated.isEmpty else { return counts }
    return counts + [
      .table(
        [say("Élimination", "Elimination"), say("Le", "On"), say("Nombre", "Number")],
        rows: year.eliminated.map { [$0.title, context.language.date($0.day ?? ""), number($0.count)] }
      )
    ]
  }

  // MARK: What comes next

  private var next: [PrintedDocument.Block] {
    let title = PrintedDocument.Block.heading(
      1,
      say("À faire en \(year.year + 1)", "To do in \(year.year + 1)")
    )
    let lines = tasks
    guard !lines.isEmpty else {
      return [title, .paragraph(say("Les fiches n’appellent rien.", "The records call for nothing."))]
    }
    return [title, .list(lines)]
  }

  private var tasks: [String] {
    let missing =
      year.officer == nil
      ? [say("Désigner un délégué à la protection des données.", "Designate a data protection officer.")] : []
    let counted = (year.recordTasks + year.factTasks).filter { $0.count > 0 }.map { task in
      context.language.count(task.count, fr: task.fr, en: task.en)
    }
    return missing + counted + reviews
  }

  private var reviews: [String] {
    year.reviews.prefix(Self.named).map { line in
      let day = context.language.date(line.day)
      return say("Relire « \(line.title) » avant le \(day).", "Read “\(line.title)” again by \(day).")
    }
  }
}
