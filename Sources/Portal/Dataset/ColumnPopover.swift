import Catalogue
import Markup
import Messages
import Tabular
import Web

/// What a column holds, in a panel that opens over the table without a script.
struct ColumnPopover {
  let report: ColumnReport
  let slug: String
  /// The columns the table shows now.
  let shown: [String]

  private var id: String { "colonne-\(report.position)" }

  /// The button that opens it, for the column's header.
  func opener(_ context: PageContext) -> HTML {
    button(
      .type("button"),
      .class("opener"),
      Attribute("popovertarget", id),
      .ariaLabel(context.say("Statistiques de \(report.name)", "Statistics of \(report.name)"))
    ) {
      if report.histogram.count > 1 {
        Sparkline.histogram(report.histogram)
      } else {
        context.language.count(report.distinct, fr: ("valeur", "valeurs"), en: ("value", "values"))
      }
    }
  }

  /// The panel.
  func view(_ context: PageContext) -> HTML {
    div(
      .id(id),
      .class("panel"),
      Attribute("popover", "auto"),
      .role("dialog"),
      .ariaLabelledBy("\(id)-titre")
    ) {
      h3(.id("\(id)-titre")) { report.name }
      ColumnStatistics(report: report).view(context)
      if !report.frequent.isEmpty, report.personal == nil { frequent(context) }
      ul(.class("panel-links")) {
        li {
          a(.href("#dico-\(report.position)")) { context.say("Dans le dictionnaire", "In the dictionary") }
        }
        if shown.count > 1 {
          li {
            a(.href(hiding(context)), .rel("nofollow")) {
              context.say("Masquer cette colonne", "Hide this column")
            }
          }
        }
      }
      button(.type("button"), Attribute("popovertarget", id), Attribute("popovertargetaction", "hide")) {
        context.say("Fermer", "Close")
      }
    }
  }

  private func hiding(_ context: PageContext) -> String {
    let query = shown.reduce(context.query.removing("col")) { $1 == report.name ? $0 : $0.adding("col", $1) }
    return context.link(.dataset(slug), query) + "#tableau"
  }

  private func frequent(_ context: PageContext) -> HTML {
    let most = Double(report.frequent.first?.count ?? 1)
    let base = TableState.fromStart(context.query)
    return table(
      .class("bars"),
      .ariaLabel(context.say("Valeurs les plus fréquentes", "Most frequent values"))
    ) {
      tbody {
        for value in report.frequent.prefix(8) {
          tr {
            th(.scope("row")) {
              a(
                .href(
                  context.link(.dataset(slug), base.setting("f." + report.name, "=" + value.value))
                    + "#tableau"
                ),
                .rel("nofollow")
              ) {
                value.value.isEmpty ? context.say("(vide)", "(empty)") : String(value.value.prefix(60))
              }
            }
            td {
              Sparkline.share(Double(value.count) / most)
              span(.class("value")) { context.language.number(value.count) }
            }
          }
        }
      }
    }
  }
}

/// The figures of a column.
struct ColumnStatistics {
  let report: ColumnReport

  func view(_ context: PageContext) -> HTML {
    let language = context.language
    let total = report.valid + report.invalid + report.missing
    var pairs: [(term: String, description: HTML)] = [
      (context.say("Type", "Type"), .text(Self.type(report, context))),
      (context.say("Remplies", "Filled"), .text(share(report.valid + report.invalid, of: total, context))),
    ]
    if report.invalid > 0 {
      pairs.append((context.say("Invalides", "Invalid"), .text(share(report.invalid, of: total, context))))
    }
    pairs.append(
      (context.say("Valeurs distinctes", "Distinct values"), .text(language.number(report.distinct)))
    )
    if let least = report.min, let most = report.max, report.type != .text {
      pairs.append((context.say("De", "From"), .text(written(least, context))))
      pairs.append((context.say("À", "To"), .text(written(most, context))))
    }
    if let mean = report.mean { pairs.append((context.say("Moyenne", "Mean"), .text(language.number(mean)))) }
    if let deviation = report.deviation {
      pairs.append((context.say("Écart type", "Standard deviation"), .text(language.number(deviation))))
    }
    return facts(pairs)
  }

  /// The type, and the format where one holds.
  static func type(_ report: ColumnReport, _ context: PageContext) -> String {
    let type = context.say(report.type.label)
    return report.format.map { "\(type) (\($0.rawValue))" } ?? type
  }

  private func share(_ count: Int, of total: Int, _ context: PageContext) -> String {
    guard total > 0 else { return context.language.number(count) }
    return context.language.percent(Double(count) / Double(total))
  }

  private func written(_ value: String, _ context: PageContext) -> String {
    switch report.type {
    case .date, .datetime: context.language.shortDate(value)
    case .integer, .number: Double(value).map { context.language.number($0) } ?? value
    default: value
    }
  }
}
