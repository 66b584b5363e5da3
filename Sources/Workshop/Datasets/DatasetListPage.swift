import Acts
import Catalogue
import Markup
import Messages
import Register
import Web

/// The datasets of someone’s organisations, drafts and withdrawn ones included.
struct DatasetListPage {
  /// A dataset with what is known of it now.
  struct Line {
    let dataset: Dataset
    let organization: String
    let freshness: Freshness
    let verdicts: [Verdict: Int]
  }

  let lines: [Line]
  let pagination: Pagination
  let mayDeposit: Bool

  func page(_ context: PageContext) -> Page {
    let title = context.say("Mes jeux de données", "My datasets")
    return Page(title: title, workshop: .datasets, scripts: [.workshop]) {
      h1 { title }
      search(context)
      if lines.isEmpty { empty(context) } else { table(context) }
      pagination.view(context) { number in
        context.here(context.query.setting("page", number == 1 ? nil : "\(number)"))
      }
    }
  }

  private func search(_ context: PageContext) -> HTML {
    form(.class("toolbar"), .action(context.link(.workDatasets)), .method("get")) {
      div(.class("field")) {
        label(.for("q")) { context.say("Titre", "Title") }
        input(.id("q"), .name("q"), .type("search"), .value(context.query["q"]))
      }
      div(.class("field")) {
        label(.for("etat")) { context.say("État", "State") }
        tag("select", .id("etat"), .name("etat")) {
          option(.value("")) { context.say("Tous", "All") }
          for status in Dataset.Status.allCases {
            option(.value(status.rawValue), .selected(context.query["etat"] == status.rawValue)) {
              context.say(status.label)
            }
          }
          option(.value("late"), .selected(context.query["etat"] == "late")) {
            context.say("En retard", "Late")
          }
        }
      }
      button(.type("submit"), .class("second")) { context.say("Filtrer", "Filter") }
      p(.class("toolbar-count")) {
        context.language.count(
          pagination.total,
          fr: ("jeu", "jeux"),
          en: ("dataset", "datasets")
        )
      }
    }
  }

  private func empty(_ context: PageContext) -> HTML {
    emptyState(context.say("Aucun jeu de données", "No dataset")) {
      if mayDeposit {
        p { a(.href(context.link(.drop))) { context.say("Déposer un fichier", "Deposit a file") } }
      }
    }
  }

  private func table(_ context: PageContext) -> HTML {
    DataTable(
      id: "jeux",
      caption: context.say("Jeux de données", "Datasets"),
      columns: [
        DataTable.Column(context.say("Jeu", "Dataset")), DataTable.Column(context.say("État", "State")),
        DataTable.Column(context.say("Fraîcheur", "Freshness")),
        DataTable.Column(context.say("Règles", "Rules")),
        DataTable.Column(context.say("Mis à jour", "Updated")),
      ],
      rows: lines.map { row($0, context) },
      hasRowHeaders: true
    ).view()
  }

  private func row(_ line: Line, _ context: PageContext) -> [HTML] {
    [
      fragment {
        a(.href(context.link(.workDataset(line.dataset.id)))) { line.dataset.title }
        br()
        small { line.organization }
      },
      badge(context.say(line.dataset.status.label), line.dataset.status.tone),
      .text(context.say(line.freshness.state.label)),
      RuleCounts(verdicts: line.verdicts).view(context),
      day(line.dataset.updatedAt, context),
    ]
  }
}

/// How many rules say what, in a few words.
struct RuleCounts {
  let verdicts: [Verdict: Int]

  init(verdicts: [Verdict: Int]) { self.verdicts = verdicts }

  init(_ assessments: [Assessment]) {
    verdicts = Dictionary(assessments.map { ($0.verdict, 1) }) { $0 + $1 }
  }

  func view(_ context: PageContext) -> HTML {
    let shown: [Verdict] = [.nonCompliant, .unknown, .waived]
    let faults = shown.filter { (verdicts[$0] ?? 0) > 0 }
    return fragment {
      if faults.isEmpty { badge(context.say("tout est tenu", "all met"), .good) }
      for verdict in faults {
        badge("\(verdicts[verdict] ?? 0)\u{A0}\(context.say(verdict.label))", verdict.tone)
        " "
      }
    }
  }
}
