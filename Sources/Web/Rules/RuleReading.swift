public import Markup
import Messages
public import RuleLanguage

/// A rule as anyone can read it: what it asks for, its parameters, its tables, what it computes.
public struct RuleReading {
  private let rule: CheckedRule

  /// Prepares to show a rule.
  public init(_ rule: CheckedRule) { self.rule = rule }

  /// The rule under headings of a level, 2 or 3.
  public func view(level: Int, _ context: PageContext) -> HTML {
    let statements = rule.syntax.statements
    return fragment {
      tag(level == 2 ? "h2" : "h3") { context.say("Ce qu’elle demande", "What it asks for") }
      inputs(context)
      parameters(statements, level, context)
      for statement in statements { step(statement, level, context) }
    }
  }

  private func label(_ name: String) -> String { rule.labels[name] ?? name }

  private func inputs(_ context: PageContext) -> HTML {
    scrolling(context.say("Données demandées", "Data asked for")) { name in
      table(.class("data"), .ariaLabel(name)) {
        thead {
          tr {
            heading(context.say("Donnée", "Datum"))
            heading(context.say("Valeurs possibles", "Possible values"))
            heading(context.say("Source", "Source"))
          }
        }
        tbody {
          for input in rule.inputs {
            tr {
              th(.scope("row")) { input.label }
              td { values(input, context) }
              td { input.source.isEmpty ? "—" : input.source }
            }
          }
        }
      }
    }
  }

  private func values(_ input: CheckedRule.Input, _ context: PageContext) -> String {
    if let choices = input.type.choices { return choices.map(\.label).joined(separator: ", ") }
    guard let least = input.least, let greatest = input.greatest else { return context.say(input.type.label) }
    let (from, to) = (least.shown(as: input.type), greatest.shown(as: input.type))
    return context.say("de \(from.fr) à \(to.fr)", "from \(from.en) to \(to.en)")
  }

  @HTMLBuilder private func parameters(_ statements: [Statement], _ level: Int, _ context: PageContext)
    -> HTML
  {
    let parameters = statements.compactMap { statement -> (Statement, String)? in
      guard case .parameter(_, let literal) = statement.body else { return nil }
      return (statement, literal.text)
    }
    if !parameters.isEmpty {
      tag(level == 2 ? "h2" : "h3") { context.say("Ses paramètres", "Its parameters") }
      scrolling(context.say("Paramètres", "Parameters")) { name in
        table(.class("data"), .ariaLabel(name)) {
          thead {
            tr {
              heading(context.say("Paramètre", "Parameter"))
              heading(context.say("Valeur", "Value"))
              heading(context.say("Source", "Source"))
            }
          }
          tbody {
            for (statement, value) in parameters {
              tr {
                th(.scope("row")) { label(statement.name) }
                td { value }
                td { statement.source.isEmpty ? "—" : statement.source }
              }
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private func step(_ statement: Statement, _ level: Int, _ context: PageContext) -> HTML {
    switch statement.body {
    case .input, .parameter: HTML.empty
    case .calculation(_, let value):
      tag(level == 2 ? "h2" : "h3") { label(statement.name) }
      p { code { readable(value) } }
    case .result(_, let value):
      tag(level == 2 ? "h2" : "h3") { context.say("Résultat : ", "Result: ") + label(statement.name) }
      p { code { readable(value) } }
    case .table(_, let table):
      tag(level == 2 ? "h2" : "h3") { label(statement.name) }
      if !statement.source.isEmpty { p(.class("fine")) { statement.source } }
      p(.class("fine")) { context.say(policy(table.policy)) }
      decisions(table, statement, context)
    }
  }

  private func readable(_ expression: Expression) -> String {
    expression.text { name in
      let label = label(name)
      return label.contains(" ") ? "« \(label) »" : label
    }
  }

  private func policy(_ policy: DecisionTable.Policy) -> Bilingual {
    switch policy {
    case .first:
      Bilingual(fr: "La première ligne qui convient s’applique.", en: "The first row that fits applies.")
    case .unique: Bilingual(fr: "Une seule ligne convient à chaque cas.", en: "One row fits each case.")
    case .sum: Bilingual(fr: "Les lignes qui conviennent s’additionnent.", en: "The rows that fit add up.")
    }
  }

  private func decisions(_ table: DecisionTable, _ statement: Statement, _ context: PageContext) -> HTML {
    let hasLabels = table.rows.contains { !$0.label.isEmpty }
    return scrolling(label(statement.name)) { name in
      Markup.table(.class("data"), .ariaLabel(name)) {
        thead {
          tr {
            if hasLabels { heading(context.say("Ligne", "Row")) }
            for column in table.columns { heading(label(column.text)) }
            heading(label(statement.name))
          }
        }
        tbody {
          for row in table.rows {
            tr {
              if hasLabels { th(.scope("row")) { row.label } }
              for cell in row.cells { td { condition(cell, context) } }
              td { readable(row.value) }
            }
          }
          if let otherwise = table.otherwise {
            tr {
              td(Attribute("colspan", table.columns.count + (hasLabels ? 1 : 0))) {
                context.say("Dans tous les autres cas", "In all other cases")
              }
              td { readable(otherwise) }
            }
          }
        }
      }
    }
  }

  private func condition(_ cell: [CellTest], _ context: PageContext) -> String {
    cell.isEmpty ? context.say("toute valeur", "any value") : DecisionTable.text(cell) { label($0) }
  }

  private func heading(_ text: String) -> HTML { th(.scope("col")) { text } }

  private func scrolling(_ name: String, @HTMLBuilder content: (String) -> HTML) -> HTML {
    div(.class("table-scroll"), .role("region"), .tabindex(0), .ariaLabel(name)) { content(name) }
  }
}
