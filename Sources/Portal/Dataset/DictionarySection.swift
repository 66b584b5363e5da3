import Catalogue
import Markup
import Messages
import Tabular
import Web

/// What each column is, and what was observed in it.
struct DictionarySection {
  let model: DatasetModel

  func view(_ context: PageContext) -> HTML {
    section(.id("dictionnaire"), .ariaLabelledBy("dictionnaire-titre")) {
      h2(.id("dictionnaire-titre")) { context.say("Dictionnaire des colonnes", "Dictionary of columns") }
      DataTable(
        id: "dictionnaire-table",
        caption: context.say(
          "Colonnes, leur type et ce qu’elles contiennent",
          "Columns, their type and what they hold"
        ),
        columns: [
          DataTable.Column(context.say("Colonne", "Column")), DataTable.Column(context.say("Type", "Type")),
          DataTable.Column(context.say("Description", "Description")),
          DataTable.Column(context.say("Remplie", "Filled"), isNumeric: true),
          DataTable.Column(context.say("Valeurs", "Values"), isNumeric: true),
          DataTable.Column(context.say("Étendue ou exemples", "Range or examples")),
        ],
        rows: model.columns.prefix(ColumnLimits.listed).map { row($0, context) },
        hasRowHeaders: true
      ).view()
      if model.columns.count > ColumnLimits.listed {
        p {
          a(.href(Endpoint.columns(model.dataset.id).link())) {
            context.say(
              "Les \(model.columns.count) colonnes en JSON",
              "All \(model.columns.count) columns in JSON"
            )
          }
        }
      }
    }
  }

  private func row(_ report: ColumnReport, _ context: PageContext) -> [HTML] {
    let total = report.valid + report.invalid + report.missing
    let filled = total == 0 ? 0 : Double(report.valid + report.invalid) / Double(total)
    return [
      code(.id("dico-\(report.position)")) { report.name },
      .text(ColumnStatistics.type(report, context)),
      description(report, context),
      .text(context.language.percent(filled)),
      .text(context.language.number(report.distinct)),
      extent(report, context),
    ]
  }

  private func description(_ report: ColumnReport, _ context: PageContext) -> HTML {
    let text = model.version?.columns.first { $0.name == report.name }?.description
    return fragment {
      if let text { text } else { span(.class("none")) { context.say("non décrite", "not described") } }
      if report.personal != nil {
        " "
        badge(context.say("donnée personnelle possible", "may be personal data"), .fair)
      }
    }
  }

  private func extent(_ report: ColumnReport, _ context: PageContext) -> HTML {
    // Where values may tell of a person, the page does not put them forward.
    guard report.personal == nil else { return .empty }
    switch report.type {
    case .geometry, .json: return .empty
    case .boolean: return .text(report.notation ?? "")
    default: break
    }
    if report.type != .text, let least = report.min, let most = report.max {
      return fragment {
        Sparkline.histogram(report.histogram)
        " "
        range(least, most, report, context)
      }
    }
    return .text(
      report.examples.prefix(3).map { $0.count > 40 ? $0.prefix(40) + "…" : $0 }.joined(separator: " · ")
    )
  }

  private func range(_ least: String, _ most: String, _ report: ColumnReport, _ context: PageContext)
    -> String
  {
    let isDate = report.type == .date || report.type == .datetime
    func written(_ value: String) -> String {
      if isDate { return context.language.shortDate(value) }
      guard report.type == .integer || report.type == .number, report.format == nil else { return value }
      return Double(value).map { context.language.number($0) } ?? value
    }
    return context.say(
      "de \(written(least)) à \(written(most))",
      "from \(written(least)) to \(written(most))"
    )
  }
}
